import { readFileSync } from "node:fs";
import { bundleWorker } from "../../src/cli/bundle-worker";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readWorkbook } from "../../src/hosts/file/workbook-reader";
import type { Sheet } from "../../src/model/workbook";
import { Folder, isOneSentence, run, sample } from "./run-cli";
import { openKnownWorkbook } from "../support/known-workbooks";
import { writeWorkbookFile } from "../support/write-workbook-file";

const folder = new Folder();
afterAll(() => folder.remove());
const workerProgram = bundleWorker();
const kpi = (...args: string[]) => run(args, { workerProgram });
const draw = (text: string): Uint8Array => writeWorkbookFile(openKnownWorkbook(text, "drawn").workbook);
const RATES = `== sheet 休暇
| 部分休業【目標：取得率90%以上】 |
|  | R3 | R4 | R5 |
| 取得率 | 33.3% | 80% | 100% |
| 取得人数 | 1人 | 1人 | 2人 |
| 育休からの復帰人数 | 3人 | 2人 | 2人 |
`;

interface Line {
  readonly file: string;
  readonly refusal?: { readonly message: string };
  readonly findings: readonly { readonly check: string; readonly severity: string }[];
  readonly judgements: readonly {
    readonly status: string;
    readonly indicator: string;
    readonly fiscalYear: number;
    readonly target: { readonly text: string };
    readonly actual: { readonly value: number } | null;
  }[];
}

/** The rows of a table as shown, by its headings; the row of sums is left out. */
function rowsOf(sheet: Sheet) {
  const at = new Map(sheet.cells.map((cell) => [`${cell.row}:${cell.col}`, cell]));
  const heads = sheet.cells.filter(({ row }) => row === 2).map(({ value }) => String(value));
  const last = Math.max(...sheet.cells.map(({ row }) => row));
  return Array.from({ length: last - 2 }, (_, i) => Object.fromEntries(heads.map((head, col) => [head, at.get(`${i + 3}:${col}`)?.value ?? null])));
}
const sheetsOf = (file: string) => new Map(readWorkbook(openWorkbookFile(readFileSync(file), file)).sheets.map((sheet) => [sheet.name, sheet]));
const sumOf = (rows: readonly { readonly [head: string]: unknown }[], head: string) => rows.reduce((sum, row) => sum + Number(row[head]), 0);

describe("the roll-up of a folder with three organisations and a broken file", () => {
  let lines: Line[];
  let sheets: ReadonlyMap<string, Sheet>;
  const results = folder.at("results.ndjson");
  const out = folder.at("out.xlsx");

  beforeAll(async () => {
    folder.put("all/あ/実績.xlsx", readFileSync(sample));
    folder.put("all/い/実績.xlsx", draw(RATES));
    folder.put("all/う/実績.xlsx", draw(RATES.replace("80%", "50%").replace("33.3%", "30%")));
    folder.put("all/え/実績.xlsx", "broken");
    await kpi("check", folder.at("all"), "--resume", results);
    lines = readFileSync(results, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Line);
    expect(await kpi("roll-up", results, "-o", out)).toEqual({ code: 0, out: "", err: expect.stringContaining("4 件を集計しました") });
    sheets = sheetsOf(out);
  });

  test("has its five sheets and nothing else", () => expect([...sheets.keys()]).toEqual(["一覧", "指標ごとの未達", "未達の目標", "指摘の割合", "読めなかったファイル"]));

  test("lists every file that was read, by its folder", () => {
    const rows = rowsOf(sheets.get("一覧")!);
    expect(rows.map((row) => row["ファイル"])).toEqual(["合計", "あ/実績.xlsx", "い/実績.xlsx", "う/実績.xlsx"]);
  });

  test("its sums are those of the results", () => {
    const read = lines.filter(({ refusal }) => !refusal);
    const [total, ...rows] = rowsOf(sheets.get("一覧")!);
    const findings = read.flatMap((line) => line.findings);
    const statuses = read.flatMap((line) => line.judgements.map(({ status }) => status));
    const due: { readonly [head: string]: number } = {
      要修正: findings.filter(({ severity }) => severity === "error").length,
      要確認: findings.filter(({ severity }) => severity === "warning").length,
      お知らせ: findings.filter(({ severity }) => severity === "info").length,
      達成: statuses.filter((status) => status === "met").length,
      未達: statuses.filter((status) => status.startsWith("missed")).length,
      途中経過: statuses.filter((status) => status === "in-progress" || status === "met-early").length,
      該当なし: statuses.filter((status) => status === "not-applicable").length,
    };
    expect(due["未達"]).toBeGreaterThan(0);
    for (const [head, sum] of Object.entries(due)) expect([head, total![head], sumOf(rows, head)]).toEqual([head, sum, sum]);
    const classes = ["達成", "未達", "途中経過", "該当なし", "未把握・入力待ち", "判定の要確認"];
    for (const row of rows) expect(classes.reduce((sum, head) => sum + Number(row[head]), 0)).toBe(row["判定対象"]);
  });

  test("every missed year of a target stands there once, with its actual", () => {
    const missed = lines.flatMap((line) => (line.refusal ? [] : line.judgements.filter(({ status }) => status.startsWith("missed"))));
    const rows = rowsOf(sheets.get("未達の目標")!);
    const asRead = (value: unknown) => (typeof value === "number" ? Number(value.toFixed(9)) : value);
    expect(rows.map((row) => [row["目標"], asRead(row["実績"])]).sort()).toEqual(missed.map(({ target, actual }) => [target.text, asRead(actual?.value ?? null)]).sort());
    // R4 disagrees with its own counts: a conflict, and no miss.
    expect(rows.filter((row) => row["ファイル"] === "い/実績.xlsx")).toEqual([
      {
        指標: "部分休業取得率",
        対象: null,
        ファイル: "い/実績.xlsx",
        計画: null,
        年度: "R3",
        目標: "取得率90%以上",
        実績: 0.333,
        目標との差: "56.67ポイント（2人）",
        判定: "未達",
        実績のセル: "休暇!B3",
      },
    ]);
    const [all, ...indicators] = rowsOf(sheets.get("指標ごとの未達")!);
    expect([all!["未達の件数"], sumOf(indicators, "未達の件数")]).toEqual([missed.length, missed.length]);
    for (const row of indicators) expect(row["割合"]).toBe(Number(row["未達のあるファイル"]) / Number(row["判定したファイル"]));
  });

  test("a check's share is that of the files that hear of it", () => {
    const read = lines.filter(({ refusal }) => !refusal);
    const [, ...rows] = rowsOf(sheets.get("指摘の割合")!);
    expect(new Set(rows.map((row) => row["点検の記号"]))).toEqual(new Set(read.flatMap(({ findings }) => findings.map(({ check }) => check))));
    for (const row of rows) {
      const files = read.filter(({ findings }) => findings.some(({ check }) => check === row["点検の記号"])).length;
      expect([row["ファイル数"], row["割合"]]).toEqual([files, files / 3]);
    }
  });

  test("the broken file stands apart, with its sentence", () => {
    expect(rowsOf(sheets.get("読めなかったファイル")!)).toEqual([{ ファイル: "え/実績.xlsx", 理由と次にすること: lines.find(({ refusal }) => refusal)!.refusal!.message }]);
  });

  test("a folder gives the same sheets as its results, also over an earlier roll-up in it", async () => {
    const inside = folder.at("all/集計.xlsx");
    for (let i = 0; i < 2; i++) {
      expect((await kpi("roll-up", folder.at("all"), "-o", inside)).code).toBe(0);
      expect([...sheetsOf(inside).values()].map(rowsOf)).toEqual([...sheets.values()].map(rowsOf));
    }
  });

  test("never writes over a workbook that is summed up", async () => {
    const source = folder.at("all/い/実績.xlsx");
    const before = readFileSync(source);
    const { code, err } = await kpi("roll-up", folder.at("all"), "-o", source);
    expect(code).toBe(2);
    expect(err).toMatch(/集計するブックのひとつ/);
    expect(isOneSentence(err)).toBe(true);
    expect(readFileSync(source).equals(before)).toBe(true);
  });

  test("nor over the results", async () => {
    const { code, err } = await kpi("roll-up", results, "-o", results);
    expect([code, isOneSentence(err)]).toEqual([2, true]);
    expect(readFileSync(results, "utf8")).toContain('"schema":1');
  });

  test("of several lines for one file the last counts", async () => {
    const text = readFileSync(results, "utf8");
    const twice = folder.put("twice.ndjson", text + text);
    await kpi("roll-up", twice, "-o", folder.at("twice.xlsx"));
    expect([...sheetsOf(folder.at("twice.xlsx")).values()].map(rowsOf)).toEqual([...sheets.values()].map(rowsOf));
  });
});

test.each<[string, () => string[], RegExp]>([
  ["results that are not there", () => [folder.at("absent.ndjson")], /見つかりません/],
  ["a file of results without a line", () => [folder.put("empty.ndjson", "")], /集計する結果がありません/],
  ["another file", () => [folder.put("letter.ndjson", "拝啓\n")], /1 行目/],
  ["what PowerShell makes of it", () => [folder.put("wide.ndjson", Buffer.from('\uFEFF{"schema":1}\r\n', "utf16le"))], /UTF-16/],
  ["a folder without a workbook", () => [folder.put("none/a.txt", "x").replace(/\/a\.txt$/, "")], /ブックがありません/],
])("%s: one sentence, and nothing is written", async (_, make, sentence) => {
  const { code, out, err } = await kpi("roll-up", ...make(), "-o", folder.at("none.xlsx"));
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(sentence);
  expect(isOneSentence(err)).toBe(true);
  expect(folder.list()).not.toContain("none.xlsx");
});
