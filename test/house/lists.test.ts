import { existsSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { checks } from "../../src/checks";
import { indicators } from "../../src/indicators";
import { listFiles, parse, walk } from "./source-files";

const root = join(__dirname, "../..");
const bare = (path: string): string => path.replace(/^.*\//, "").replace(/\.tsx?$/, "");

/** Files of a folder that define something of the list: those that call `defineCheck`, those that declare an `Indicator`. */
function definers(folder: string, defines: (node: ts.Node) => boolean): readonly string[] {
  return listFiles(folder, [".ts"])
    .filter(({ path }) => path.split("/").length === 3)
    .filter((file) => [...walk(parse(file))].some(defines))
    .map(({ path }) => bare(path));
}

const isCheck = (node: ts.Node): boolean => ts.isCallExpression(node) && node.expression.getText() === "defineCheck";
const isIndicator = (node: ts.Node): boolean =>
  ts.isVariableDeclaration(node) &&
  node.type?.getText() === "Indicator" &&
  ts.isVariableStatement(node.parent.parent) &&
  node.parent.parent.parent.kind === ts.SyntaxKind.SourceFile;

describe("checks", () => {
  test("a file that defines a check is in the list, under its own name", () => {
    expect(checks.map(({ id }) => id).sort()).toEqual([...definers("src/checks", isCheck)].sort());
  });

  test.each(checks.map(({ id }) => id))("%s has a table of cases", (id) => {
    expect(existsSync(join(root, `test/checks/${id}.test.ts`))).toBe(true);
  });

  test("an id is a noun in its failing state", () => {
    for (const { id } of checks) expect(id).toMatch(/^(?!no-|check-|is-|has-)[a-z]+(-[a-z]+)+$/);
  });
});

describe("indicators", () => {
  test("a file that declares an indicator is in the list, under its own name", () => {
    expect(indicators.map(({ id }) => id.replaceAll("_", "-")).sort()).toEqual([...definers("src/indicators", isIndicator)].sort());
  });

  test("ids are unique", () => {
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
  });
});

test("nothing but the two lists gathers exports", () => {
  const gatherers = listFiles("src").filter((file) => parse(file).statements.some((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined));
  const lists = listFiles("src").filter(({ path }) => /\/index\.tsx?$/.test(path));
  expect(gatherers.map(({ path }) => path)).toEqual([]);
  expect(lists.map(({ path }) => path)).toEqual(["src/checks/index.ts", "src/indicators/index.ts"]);
});
