import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checks } from "../../src/checks";
import { indicators } from "../../src/indicators";

const src = join(__dirname, "../../src");
const DIRECTION = { up: "higher", down: "lower", full: "100 % is the end", neutral: "–" } as const;
const SEVERITY = { error: "error (要修正)", warning: "warning (要確認)", info: "info (お知らせ)" } as const;

/** 指標と点検の一覧 — docs/indicators-and-checks.md as the lists and the docstrings of the sources give it. */
export function renderCatalogue(): string {
  return `# Indicators and checks

Made from the sources by \`npm run docs\`; a test holds it in step with them. The ids are part of the public JSON (\`check.schema.json\`).

## Checks

In the order in which one speaks before another of the same cause at the same cell. The severity is the usual one; a check may say less where it cannot be sure. A check marked *optional* is off until the profile switches it on, \`"checks": { "the-id": true }\`; any other is switched off with \`false\`.

| id | severity | 日本語 | what it speaks of |
|---|---|---|---|
${checks.map(({ id, severity, isOptional }) => row([`\`${id}\``, `${SEVERITY[severity]}${isOptional ? ", *optional*" : ""}`, ...firstLineOf(join(src, "checks", `${id}.ts`))])).join("\n")}

## Indicators

*As of* marks figures that speak for a day, such as April 1; all others speak for a fiscal year. Own indicators are added in the profile.

| id | 日本語 | English | unit | better | |
|---|---|---|---|---|---|
${indicators.map(({ id, label, unit, direction, timing }) => row([`\`${id}\``, label.ja, label.en, unit, DIRECTION[direction], timing === "as-of" ? "as of" : ""])).join("\n")}
`;
}

const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, "\\|")).join(" | ")} |`;

/** 最初の行 — the two halves of the first line of the docstring that the exported rule of this file carries. */
function firstLineOf(file: string): [ja: string, en: string] {
  const source = readFileSync(file, "utf8");
  const end = source.indexOf("defineCheck({");
  const docstrings = [...source.slice(0, end).matchAll(/\/\*\*\s*\*?\s*(.+?) — (.+?)(?:\s*\*\/|\n)/g)];
  const last = docstrings.at(-1);
  if (!last) throw new Error(`${file}: no docstring "日本語 — English" before the rule`);
  return [last[1]!, last[2]!.replace(/\.$/, "")];
}
