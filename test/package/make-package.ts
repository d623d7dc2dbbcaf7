import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";
import configure from "../../webpack.config.js";
import { escapeAttribute } from "../../src/hosts/file/xml-text";
import { buildPages, type Channel } from "./build-pages";
import { readManifest } from "./manifest";
import { DEVELOPMENT_BASE, surroundingsOfFolder, VERSION } from "./manifest-surroundings";
import { type PackageOrder, PackageRefusal } from "./package-order";
import { writeServerSettings } from "./server-settings";
import { findManifestFaults } from "./validate-manifest";

const root = join(__dirname, "../..");
/** What of the project goes along, beside the pages. */
const PAPERS = [
  "docs/deployment.ja.md",
  "docs/deployment.md",
  "docs/excel-versions.md",
  "docs/guide.ja.md",
  "docs/guide.md",
  "docs/images",
  "docs/indicators-and-checks.md",
  "LICENSE",
] as const;
const LIBRARY = dirname(require.resolve("@microsoft/office-js/package.json"));
const HASHES = "SHA256SUMS.txt";

/** 配る形の結果 — where it lies, and what of it. */
export interface MadePackage {
  readonly folder: string;
  readonly zip: string;
  /** Paths inside the folder. */
  readonly files: readonly string[];
}

/**
 * 配る形を作る — a folder and a zip with the pages, the manifest with its addresses, the guide and the hashes.
 *
 * shape   `site/` goes to the server as it is, `manifest.xml` to the catalogue, `server/` holds settings to choose from
 * @throws PackageRefusal when the folder holds something else, or what was built before is of the other channel
 */
export async function makePackage({ base, channel, out, built }: PackageOrder): Promise<MadePackage> {
  const name = `tokutei-action-plan-check-${VERSION}-${channel}`;
  const folder = join(out, name);
  if (existsSync(folder)) {
    if (!existsSync(join(folder, HASHES)))
      throw new PackageRefusal(
        `「${folder}」には別のものが入っています。--out で別のフォルダーを指定してください。`,
        `"${folder}" holds something else; choose another folder with --out.`,
      );
    rmSync(folder, { recursive: true });
  }
  mkdirSync(folder, { recursive: true });
  const site = join(folder, "site");
  await fillSite(site, channel, built);
  if (channel === "bundled") expectUnchanged(join(site, "office"));
  for (const paper of PAPERS) if (existsSync(join(root, paper))) cpSync(join(root, paper), join(folder, paper.replace("docs/", "")), { recursive: true });
  for (const [file, text] of writeServerSettings(base, channel)) write(join(folder, "server", file), text);
  writeManifest(folder, site, base);
  const files = listFiles(folder);
  write(join(folder, HASHES), files.map((file) => `${hashOf(readFileSync(join(folder, file)))}  ${file}\n`).join(""));
  const zip = `${folder}.zip`;
  writeFileSync(zip, packFolder(folder, name));
  return { folder, zip, files: listFiles(folder) };
}

async function fillSite(site: string, channel: Channel, built: string | undefined): Promise<void> {
  if (built === undefined) return buildPages({ channel, out: site });
  const page = join(built, "taskpane.html");
  if (!existsSync(page))
    throw new PackageRefusal(`「${built}」に taskpane.html がありません。先に npm run build をしてください。`, `There is no taskpane.html in "${built}"; run npm run build first.`);
  if (!readFileSync(page, "utf8").includes(configure.office[channel]))
    throw new PackageRefusal(
      `「${built}」は別の配り方で組み立てられています。npm run build -- --channel ${channel} をしてください。`,
      `"${built}" was built for another channel; run npm run build -- --channel ${channel}.`,
    );
  cpSync(built, site, { recursive: true });
}

/** Microsoft's licence and its loader both ask for every file as it came. */
function expectUnchanged(office: string): void {
  const changed = existsSync(office) ? findChangedFiles(office, LIBRARY) : [office];
  if (changed.length > 0) throw new Error(`Microsoft's library is not as it came: ${changed.join(", ")}.`);
}

/** 変わったファイル — the files of a folder that the original does not have, or has otherwise. */
export function findChangedFiles(folder: string, original: string): readonly string[] {
  return listFiles(folder).filter((file) => {
    const there = [join(original, "dist", file), join(original, file)].find((path) => existsSync(path));
    return there === undefined || hashAt(there) !== hashAt(join(folder, file));
  });
}

function writeManifest(folder: string, site: string, base: string): void {
  const xml = readFileSync(join(root, "manifest.xml"), "utf8").replaceAll(DEVELOPMENT_BASE, () => escapeAttribute(base));
  writeFileSync(join(folder, "manifest.xml"), xml);
  const faults = findManifestFaults(readManifest(xml), surroundingsOfFolder(site, base));
  if (faults.length > 0) throw new Error(`The manifest of the package is not in order: ${faults.join(" ")}`);
}

/** 書庫にする — every file of the folder below one name, in order, all dated alike: the same content gives the same bytes. */
function packFolder(folder: string, name: string): Uint8Array {
  // The first day a zip file knows; written by the local clock, which is what the format holds.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(listFiles(folder).map((file) => [`${name}/${file}`, [readFileSync(join(folder, file)), { mtime, level: 9 as const }]])));
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort((a, b) => (a < b ? -1 : 1));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** 要約値 — SHA-256 as `sha256sum` and `Get-FileHash` write it. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** 二度作って比べる — makes the package twice from nothing; the names of the files that differ. */
export async function differencesOfTwo(order: Omit<PackageOrder, "out" | "built">): Promise<readonly string[]> {
  const places = [0, 1].map(() => mkdtempSync(join(tmpdir(), "package-")));
  try {
    const made: MadePackage[] = [];
    for (const place of places) {
      const built = join(place, "built");
      await buildPages({ channel: order.channel, out: built, fresh: true });
      made.push(await makePackage({ ...order, out: place, built }));
    }
    const [first, second] = made as [MadePackage, MadePackage];
    const all = [...new Set([...first.files, ...second.files])];
    const differing = all.filter((file) => hashAt(join(first.folder, file)) !== hashAt(join(second.folder, file)));
    return hashAt(first.zip) === hashAt(second.zip) ? differing : [...differing, "the zip"];
  } finally {
    for (const place of places) rmSync(place, { recursive: true });
  }
}

const hashAt = (file: string): string | undefined => (existsSync(file) ? hashOf(readFileSync(file)) : undefined);
