import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderCatalogue } from "./catalogue";

writeFileSync(join(__dirname, "../../docs/indicators-and-checks.md"), renderCatalogue());
