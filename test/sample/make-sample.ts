import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSample } from "./sample-workbook";

/** 見本を作る — writes assets/samples/sample.xlsx. */
const folder = fileURLToPath(new URL("../../assets/samples/", import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}sample.xlsx`, buildSample());
