import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(__dirname, "../..");

function run(script: string, args: readonly string[], settings: { readonly cwd?: string; readonly input?: string }): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules", script), ...args], { cwd: root, encoding: "utf8", ...settings });
  if (stdout === "") throw new Error(stderr);
  return stdout;
}

/** Names of the rules that ESLint finds broken in a text, were it this file. */
function lint(path: string, text: string): readonly string[] {
  const [file] = JSON.parse(run("eslint/bin/eslint.js", ["--stdin", "--stdin-filename", path, "--format", "json"], { input: text })) as { messages: { ruleId: string }[] }[];
  return file!.messages.map(({ ruleId }) => ruleId);
}

// A rule that nothing can break holds nothing: each is broken here once.
describe("lint", () => {
  test.each([
    ["no-restricted-globals", "src/taskpane/pane-host.ts", "export const open = () => Excel.run(() => undefined);"],
    ["no-console", "src/inspection/edits.ts", "console.log(1);"],
    ["@typescript-eslint/no-explicit-any", "src/model/cell.ts", "export const any = (one: any) => one;"],
    ["eqeqeq", "src/model/cell.ts", "export const same = (a: number, b: number) => a == b;"],
    ["react-hooks/rules-of-hooks", "src/taskpane/Pane.tsx", 'import { useState } from "react";\nexport const Pane = ({ is }: { is: boolean }) => (is ? useState(1)[0] : 0);'],
    ["jest/no-focused-tests", "test/model/cell.test.ts", 'test.only("one", () => expect(1).toBe(1));'],
  ])("%s", (rule, path, text) => expect(lint(path, text)).toContain(rule));
});

describe("boundaries", () => {
  const folder = mkdtempSync(join(tmpdir(), "boundaries-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("a way back, a neighbour, a circle and a file nobody needs are all seen", () => {
    const files = {
      "tsconfig.json": "{}",
      "src/model/cell.ts": 'import { one } from "../checks/one-rule";\nexport const cell = one;',
      "src/checks/one-rule.ts": 'import { other } from "./other-rule";\nexport const one = other;',
      "src/checks/other-rule.ts": 'import type { Near } from "../notation/near";\nexport const other: Near = 1;',
      "src/notation/near.ts": 'import type { Far } from "./far";\nexport type Near = Far | 1;',
      "src/notation/far.ts": 'import type { Near } from "./near";\nexport type Far = Near | 2;',
      "src/plans/alone.ts": "export const alone = 1;",
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const cruised = run("dependency-cruiser/bin/dependency-cruise.mjs", ["--config", join(root, "test/house/boundaries.cjs"), "--output-type", "json", "src"], { cwd: folder });
    const { summary } = JSON.parse(cruised) as { summary: { violations: { rule: { name: string }; from: string }[] } };
    expect([...new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))].sort()).toEqual([
      "a-check-knows-no-other-check: src/checks/one-rule.ts",
      "circles: src/notation/far.ts",
      "model-imports-only-what-it-may: src/model/cell.ts",
      "orphans: src/plans/alone.ts",
    ]);
  });
});
