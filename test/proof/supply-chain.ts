import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPages, CHANNELS, type Channel } from "../package/build-pages";
import { differencesOfTwo } from "../package/make-package";
import { renderTable, type Proof } from "./section";

const root = join(__dirname, "../..");
const ADDRESS = "https://intranet.example/kpi/";

interface Lock {
  readonly packages: { readonly [path: string]: { readonly integrity?: string; readonly hasInstallScript?: boolean } };
}
interface Bill {
  readonly components: readonly {
    readonly name: string;
    readonly licenses: readonly { readonly expression?: string; readonly license?: { readonly id?: string; readonly name?: string } }[];
  }[];
}
interface Audit {
  readonly metadata?: { readonly vulnerabilities?: { readonly total?: number } };
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;

/** 部品の来歴 — what the pages and the command line are made of, what is run when they are installed, and whether two builds are one. */
export const proveSupplyChain: Proof = async ({ short }) => {
  const { dependencies } = readJson<{ readonly dependencies: object }>(join(root, "package.json"));
  const locked = Object.entries(readJson<Lock>(join(root, "package-lock.json")).packages).filter(([path]) => path !== "");
  const unsure = locked.filter(([, { integrity }]) => integrity === undefined);
  const withScripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path.replace("node_modules/", ""));
  const areScriptsOff = readFileSync(join(root, ".npmrc"), "utf8").includes("ignore-scripts=true");
  const { components } = await readBill();
  const licences = new Map<string, number>();
  for (const { licenses } of components)
    for (const { expression, license } of licenses) {
      const terms = expression ?? license?.id ?? license?.name ?? "none stated";
      licences.set(terms, (licences.get(terms) ?? 0) + 1);
    }
  const differing = await countDifferences(short ? ["bundled"] : CHANNELS);
  return {
    title: "Supply chain",
    tables: [
      renderTable(
        ["what", "figure>"],
        [
          ["packages the command line needs", Object.keys(dependencies).length],
          ["libraries whose code is in the pages (`sbom.cdx.json` names each with version, licence and hash)", components.length],
          ["packages in the lock file, those for tests and builds included", locked.length],
          [`packages that would run a script when installed, and are not let (${withScripts.join(", ")})`, withScripts.length],
          ["advisories the registry knows (`npm audit`)", askForAdvisories()],
        ],
      ),
      renderTable(
        ["licence of the libraries in the pages", "libraries>"],
        [...licences].sort(([, a], [, b]) => b - a),
      ),
    ].join("\n\n"),
    aims: [
      { name: "locked packages without a hash", figure: String(unsure.length), aim: "0", met: unsure.length === 0 },
      { name: "install scripts are switched off (`.npmrc`)", figure: areScriptsOff ? "yes" : "no", aim: "yes", met: areScriptsOff },
      { name: "libraries in the pages that state no licence", figure: String(licences.get("none stated") ?? 0), aim: "0", met: !licences.has("none stated") },
      { name: "files that differ when the package is built twice from nothing", figure: String(differing), aim: "0", met: differing === 0 },
    ],
  };
};

async function readBill(): Promise<Bill> {
  const out = mkdtempSync(join(tmpdir(), "bill-"));
  try {
    await buildPages({ channel: "bundled", out });
    return readJson<Bill>(join(out, "sbom.cdx.json"));
  } finally {
    rmSync(out, { recursive: true });
  }
}

async function countDifferences(channels: readonly Channel[]): Promise<number> {
  let count = 0;
  for (const channel of channels) count += (await differencesOfTwo({ base: ADDRESS, channel })).length;
  return count;
}

/** A registry that does not answer is no clean bill: it is told as what it is. */
function askForAdvisories(): string {
  const { stdout } = spawnSync("npm", ["audit", "--json"], { cwd: root, encoding: "utf8", timeout: 60_000 });
  try {
    const total = (JSON.parse(stdout) as Audit).metadata?.vulnerabilities?.total;
    if (total !== undefined) return String(total);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return "the registry did not answer";
}
