import ts from "typescript";
import { compareVersions, findMembers, openProgram, type UsedMember } from "./office-members";
import { listFiles, parse, walk, type SourceFile } from "./source-files";

/** The oldest Excel the add-in works with (Office 2021); newer members stand in one file, behind isSetSupported. */
const OLDEST = "1.14";
const NEWER = "src/hosts/excel/newer-members.ts";

/** Files that may ask Excel again and again, each with the reason. */
const PAGING: { readonly [path: string]: string } = {
  "src/hosts/excel/read-cells.ts": "batches by payload",
  "src/hosts/excel/reread.ts": "batches by payload",
  "src/hosts/excel/run-steps.ts": "batches by payload",
};

const sources = listFiles("src/hosts/excel");

function isTooNew({ since }: UsedMember): boolean {
  return since !== null && (since.set !== "ExcelApi" || compareVersions(since.version, OLDEST) > 0);
}

const spoken = ({ file, name, since }: UsedMember): string => `${file}: ${name} (${since ? `${since.set} ${since.version}` : "unknown"})`;

describe("members newer than the oldest Excel", () => {
  const members = findMembers(openProgram(sources.map(({ path }) => path)), (path) => path.startsWith("src/hosts/excel/"));

  test("stand in one file alone", () => {
    expect(members.filter((member) => isTooNew(member) && member.file !== NEWER).map(spoken)).toEqual([]);
  });

  test("and there they are", () => {
    expect([...new Set(members.filter((member) => isTooNew(member) && member.file === NEWER).map(({ name }) => name))].sort()).toEqual([
      "RangeAreas.select",
      "RunOptions.mergeUndoGroup",
    ]);
  });

  test("what a load asks for is there", () => {
    expect(members.filter(({ isUnknown }) => isUnknown).map(spoken)).toEqual([]);
  });

  // A look that sees nothing is green and blind.
  test("members were seen, with their sets, in loads too", () => {
    const versions = new Map(members.flatMap(({ name, since }) => (since ? [[name, since.version]] : [])));
    expect(versions.size).toBeGreaterThan(80);
    expect(versions.get("Range.getMergedAreasOrNullObject")).toBe("1.13");
    expect(versions.get("Range.savedAsArray")).toBe("1.12");
    expect(versions.get("CustomConditionalFormat.rule")).toBe("1.6");
    expect(versions.get("WorksheetChangedEventArgs.triggerSource")).toBe("1.14");
  });
});

test("the rule bites: by a dot, by destructuring, in an option, in a load", () => {
  const extra = {
    "src/hosts/excel/made-up.ts": `
export async function use(range: Excel.Range, areas: Excel.RangeAreas): Promise<unknown> {
  areas.select();
  range.getDependents();
  const { valuesAsJson } = range;
  range.load("values,valuesAsJsonLocal");
  range.load("valuez");
  range.formulaArray = "=1";
  await Excel.run({ mergeUndoGroup: true }, (context) => context.sync());
  return valuesAsJson;
}
export function options(isThere: boolean): Excel.RunOptions | undefined {
  return isThere ? { mergeUndoGroup: true } : undefined;
}`,
  };
  const found = findMembers(openProgram([], extra), (path) => path.endsWith("made-up.ts"));
  expect(found.filter((member) => isTooNew(member) || member.isUnknown).map(({ name }) => name)).toEqual([
    "RangeAreas.select",
    "Range.getDependents",
    "Range.valuesAsJson",
    "Range.valuesAsJsonLocal",
    "Range.load valuez",
    "Range.formulaArray",
    "RunOptions.mergeUndoGroup",
    "RunOptions.mergeUndoGroup",
  ]);
});

const REPEATING = new Set(["map", "flatMap", "forEach", "filter", "reduce", "some", "every", "find"]);

/** Requests inside of something that repeats, and loads of everything. */
function findWaste(file: SourceFile): string[] {
  return [...walk(parse(file))].flatMap((node) => {
    if (!ts.isCallExpression(node)) return [];
    const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.expression.getText();
    if (name === "load" && node.arguments.length === 0) return [`${file.path}: load()`];
    return (name === "sync" || name === "ask") && isRepeated(node) ? [`${file.path}: ${name} in a loop`] : [];
  });
}

function isRepeated(node: ts.Node): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (
      (ts.isForStatement(parent) || ts.isForOfStatement(parent) || ts.isForInStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) &&
      parent.statement === at
    )
      return true;
    if (
      ts.isCallExpression(parent) &&
      ts.isPropertyAccessExpression(parent.expression) &&
      REPEATING.has(parent.expression.name.text) &&
      parent.arguments.some((argument) => argument === at)
    )
      return true;
  }
  return false;
}

describe("requests", () => {
  test("are not repeated but by payload, and nothing is loaded as a whole", () => {
    expect(sources.filter(({ path }) => !(path in PAGING)).flatMap(findWaste)).toEqual([]);
  });

  test("files that may repeat them do", () => {
    expect([...new Set(sources.flatMap(findWaste))].sort()).toEqual(Object.keys(PAGING).map((path) => `${path}: ${path.endsWith("steps.ts") ? "sync" : "ask"} in a loop`));
  });

  test("the rule bites", () => {
    const text = `
for (const one of many) await context.sync();
while (true) { await ask(() => take); }
many.map((one) => ask(() => one));
range.load();
await context.sync();
range.load("values");
`;
    expect(findWaste({ path: "made-up.ts", text })).toEqual(["made-up.ts: sync in a loop", "made-up.ts: ask in a loop", "made-up.ts: ask in a loop", "made-up.ts: load()"]);
  });
});
