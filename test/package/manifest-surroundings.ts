import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ManifestSurroundings } from "./validate-manifest";

const root = join(__dirname, "../..");

/** 開発中の番地 — where the manifest at the top of the project says everything is. */
export const DEVELOPMENT_BASE = "https://localhost:3000/";

/** この版 — the version of package.json. */
export const { version: VERSION } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

/** 源のままの周り — what the manifest of the project agrees with, without anything having been built. */
export function surroundingsOfSources(): ManifestSurroundings {
  const pages: { readonly [page: string]: string } = { "taskpane.html": "src/addin/page.html", "help.html": "src/addin/help.html" };
  return {
    version: VERSION,
    base: DEVELOPMENT_BASE,
    served: (path) => {
      const file = join(root, pages[path] ?? join("assets", path));
      return existsSync(file) ? readFileSync(file) : undefined;
    },
  };
}

/** 配る形の周り — what a manifest in a folder of the package agrees with. */
export function surroundingsOfFolder(folder: string, base: string): ManifestSurroundings {
  return {
    version: VERSION,
    base,
    served: (path) => {
      const file = join(folder, path);
      return existsSync(file) ? readFileSync(file) : undefined;
    },
  };
}
