import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import boundaries from "./boundaries.cjs";
import MAY_IMPORT from "./may-import.cjs";

interface Cruise {
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly { readonly module: string; readonly couldNotResolve: boolean }[] }[];
  readonly summary: { readonly totalCruised: number; readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[] };
}

const root = join(__dirname, "../..");
const depcruise = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

function cruise(folder: string): Cruise {
  const { stdout, stderr } = spawnSync(process.execPath, [depcruise, "--config", "test/house/boundaries.cjs", "--output-type", "json", folder], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Cruise;
}

describe("who imports whom", () => {
  const seen = cruise("src");
  const own = seen.modules.filter(({ source }) => source.startsWith("src/"));

  test("nobody imports what the table does not allow", () => {
    expect(seen.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  // A cruise that reads nothing, or follows nothing, is green and blind.
  test("the cruise saw the modules and where their imports lead", () => {
    expect(own.length).toBeGreaterThan(150);
    expect(own.flatMap(({ dependencies }) => dependencies).length).toBeGreaterThan(3 * own.length);
    expect(own.flatMap(({ source, dependencies }) => dependencies.filter((one) => one.couldNotResolve).map(({ module }) => `${source} → ${module}`))).toEqual([]);
  });

  test("type imports are seen too", () => {
    const finding = own.find(({ source }) => source === "src/model/finding.ts");
    expect(finding?.dependencies.map(({ module }) => module)).toContain("./cell");
  });

  test.each(Object.keys(MAY_IMPORT))("modules of %s were among them", (room) => {
    expect(own.filter(({ source }) => source.startsWith(`src/${room}/`)).length).toBeGreaterThan(0);
  });
});

test("every room stands in the table, and the table names no other", () => {
  const rooms = readdirSync(join(root, "src"), { withFileTypes: true });
  expect(rooms.map(({ name }) => name).sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});

test("the table has no way back", () => {
  const reach = (room: string): readonly string[] => (MAY_IMPORT[room] ?? []).flatMap((next) => [next, ...reach(next)]);
  for (const room of Object.keys(MAY_IMPORT)) expect([room, reach(room)]).not.toEqual([room, expect.arrayContaining([room])]);
});

test("every rule says what to do instead", () => {
  for (const { name, comment, severity } of boundaries.forbidden) {
    expect([name, severity]).toEqual([name, "error"]);
    expect(comment.length).toBeGreaterThan(30);
  }
});
