import ts from "typescript";
import { listFiles, parse, walk } from "./source-files";

const tests = listFiles("test", [".test.ts", ".test.tsx"]);
const RUNNERS = /^(?:test|it|describe)$/;

/** The name a call is made by, `test.each(…)` and `fc.assert` included. */
function calledBy(node: ts.Node): readonly string[] {
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isPropertyAccessExpression(node)) return [...calledBy(node.expression), node.name.text];
  return ts.isCallExpression(node) ? calledBy(node.expression) : [];
}

test("there are tests to look at", () => expect(tests.length).toBeGreaterThan(50));

test("no test is left out, and none keeps the others from running", () => {
  const held = tests.flatMap((file) =>
    [...walk(parse(file))]
      .filter(ts.isCallExpression)
      .map((call) => calledBy(call.expression))
      .filter(([runner = "", ...how]) => /^(?:xit|xtest|xdescribe|fit|fdescribe)$/.test(runner) || (RUNNERS.test(runner) && how.some((word) => /^(?:only|skip|todo)$/.test(word))))
      .map((words) => `${file.path}: ${words.join(".")}`),
  );
  expect(held).toEqual([]);
});

test("every file with tests expects something", () => {
  const idle = tests.filter(({ text }) => !/\bexpect\(|\bcasesFor\(/.test(text));
  expect(idle.map(({ path }) => path)).toEqual([]);
});
