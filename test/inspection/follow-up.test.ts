import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assert, array, constantFrom, integer, property, record } from "fast-check";
import { findIndicator } from "../../src/indicators";
import { followUpEdits, type FollowUpProposal } from "../../src/inspection/follow-up/make-follow-up";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { readAddress } from "../../src/model/cell";
import type { Edit } from "../../src/model/edit";
import { type NewSheet, readSheetTag } from "../../src/model/new-sheet";
import { defaultProfile } from "../../src/model/profile";
import type { Workbook } from "../../src/model/workbook";
import { applyToModel } from "../support/apply-to-model";
import { readTextWorkbook } from "../support/text-workbook";

const { workbook } = readTextWorkbook(readFileSync(join(__dirname, "../workbooks/judgement-edges.txt"), "utf8"), "実績.xlsx");

function propose(book: Workbook, year: number | null = 2023, asOf = "2026-06-01"): FollowUpProposal {
  const proposal = followUpEdits(inspectWorkbook(book, { profile: defaultProfile, asOf }), book, findIndicator, { year });
  expect(proposal).toBeDefined();
  return proposal!;
}

function sheetOf(proposal: FollowUpProposal, start: string): NewSheet {
  const found = proposal.edits.find((edit) => edit.kind === "add-sheet" && edit.sheet.name.startsWith(start));
  if (found?.kind !== "add-sheet") throw new Error(`no sheet ${start}`);
  return found.sheet;
}

function rowsOf({ cells }: NewSheet): string[] {
  const rows = new Map<number, string[]>();
  for (const { row, value } of cells) if (value !== null) rows.set(row, [...(rows.get(row) ?? []), typeof value === "number" ? String(Math.round(value * 1000) / 1000) : value]);
  return [...rows.values()].map((row) => row.join(" | "));
}

function write(book: Workbook, sheet: string, cell: string, value: string | number): Workbook {
  const at = readAddress(cell)!;
  const old = book.sheets.find(({ name }) => name === sheet)!.cells.find(({ row, col }) => row === at.row && col === at.col);
  return applyToModel(book, [
    { kind: "set-cell", sheet, ...at, was: { value: (old?.value as string | number | null) ?? null, formula: old?.formula ?? null }, formula: null, value, format: null },
  ]);
}

/** Everything that stands in the sheets of ours, for telling whether something went missing. */
function textsOf(book: Workbook): string[] {
  return book.sheets.filter(({ cells }) => readSheetTag(cells) !== undefined).flatMap(({ cells }) => cells.map(({ text }) => text));
}

describe("フォローアップ表", () => {
  test("a cell that states the rate with its people is shown as the rate", () => {
    const pairs = readTextWorkbook(
      `== sheet 実績
@ A1
| 第2次特定事業主行動計画（計画期間：令和3年度～令和5年度） |
@ A3
| 指標 | 目標 | R3年度 | R4年度 | R5年度 |
| 男性職員の育児休業取得率 | 増加 | 50%（1人/2人） | 75%（3人/4人） | 100%（1人/1人） |
`,
      "一欄に.xlsx",
    ).workbook;
    const { cells } = sheetOf(propose(pairs), "フォローアップ");
    expect(cells.filter(({ value }) => value === 0.5 || value === 0.75 || value === 1).map(({ value, look }) => [value, look?.format])).toEqual([
      [0.5, "0%_)"],
      [0.75, "0%_)"],
      [1, "0%_)"],
    ]);
  });

  test("says target, actuals, judgement and gap of the year in words", () => {
    const rows = rowsOf(sheetOf(propose(workbook), "フォローアップ"));
    expect(rows).toMatchInlineSnapshot(`
     [
       "行動計画フォローアップ表　令和5年度",
       "「実績.xlsx」を 2026/06/01 に点検した内容です。数値・目標のセルから、もとのセルに移動できます。",
       "■ 第2次特定事業主行動計画（R3〜R5年度）",
       "判定対象5件中 達成3・未達2・途中0・該当なし0・未把握0・要確認0",
       "指標 | 目標 | 策定時 R2 | R3 | R4 | R5 | 判定 | 目標との差・補足 | 原因・背景 | 今後の取組 | 担当課",
       "職員に占める女性職員の割合 | 30.0%以上 | 0.286 | 0.3 | 0.3 | 0.307 | ○ 達成",
       "育児休業取得率（男性） | 50%以上 | 0.125 | 0.3 | 0.556 | 0.455 | × 未達 | 目標まであと4.55ポイント（あと1人）。前年度からの変化は1人分以内です",
       "部分休業取得率 | 60%以上 | 0.6 | 該当者なし | 0 | 0.667 | ○ 達成",
       "一人当たり年間時間外勤務時間数 | 110時間以下 | 131.4 | 125 | 109.5 | 112.3 | × 未達 | 目標を2.3時間超過",
       "定時退庁日の退庁率 | 100% | 0.882 | 0.91 | 未把握 | 1 | ○ 達成",
       "判定の見方",
       "○ 達成／× 未達：その年度の実績を目標と比べた結果です。目標とちょうど同じ値は達成です。",
       "× 未達（端数）：表示の桁に丸めると目標に届きますが、実際の値では届いていません。",
       "… 途中経過／◎ 先行達成：期限の年度より前のため、達成・未達はまだ決めません。先行達成は、すでに目標を満たしているものです。",
       "↗ 改善／→ 横ばい／↘ 悪化：数値のない目標です。策定時または前の年度と比べた向きだけを示し、達成・未達は判定しません。",
       "／ 該当なし：対象者がいない年度です。達成にも未達にも数えません。",
       "？ 未把握／□ 入力待ち：実績が把握または入力されていません。未達には数えません。",
       "▲ 要確認／≠ 判定不能：数値が食い違っているか、目標と実績の測り方が違うため、判定していません。",
       "■ 第2次特定事業主行動計画（R3〜R5年度）　推移（実線は実績、破線は目標）",
       "■ 第2次特定事業主行動計画（R3〜R5年度）　グラフに使った値",
       "指標 | 区分 | R2 | R3 | R4 | R5",
       "職員に占める女性職員の割合 | 実績 | 0.286 | 0.3 | 0.3 | 0.307",
       "職員に占める女性職員の割合 | 目標 | 0.3 | 0.3 | 0.3",
       "育児休業取得率（男性） | 実績 | 0.125 | 0.3 | 0.556 | 0.455",
       "育児休業取得率（男性） | 目標 | 0.5 | 0.5 | 0.5",
       "部分休業取得率 | 実績 | 0.6 | 0.667",
       "部分休業取得率 | 目標 | 0.6 | 0.6 | 0.6",
       "一人当たり年間時間外勤務時間数 | 実績 | 131.4 | 125 | 109.5 | 112.3",
       "一人当たり年間時間外勤務時間数 | 目標 | 110 | 110 | 110",
       "定時退庁日の退庁率 | 実績 | 0.882 | 0.91 | 1",
       "定時退庁日の退庁率 | 目標 | 1 | 1 | 1",
     ]
    `);
  });

  test("speaks of the latest year with a figure unless another is asked for", () => {
    expect(propose(workbook, null).sheets.map(({ name }) => name)).toEqual(["フォローアップ R5", "計画期間の推移"]);
    expect(propose(workbook, 2022).sheets.map(({ name }) => name)).toEqual(["フォローアップ R4", "計画期間の推移"]);
  });

  test("is silent for a year that no plan covers", () => {
    const inspection = inspectWorkbook(workbook, { profile: defaultProfile, asOf: "2026-06-01" });
    expect(followUpEdits(inspection, workbook, findIndicator, { year: 2031 })).toBeUndefined();
  });

  test("charts every target with a number, from cells that hold numbers or nothing", () => {
    const sheet = sheetOf(propose(workbook), "フォローアップ");
    expect(sheet.charts.length).toBeGreaterThanOrEqual(4);
    for (const { series, categories } of sheet.charts)
      for (const { values } of series) {
        expect(values.right - values.left).toBe(categories.right - categories.left);
        const drawn = sheet.cells.filter(({ row, col }) => row === values.top && col >= values.left && col <= values.right);
        expect(drawn).toHaveLength(values.right - values.left + 1);
        expect(drawn.every(({ value }) => value === null || typeof value === "number")).toBe(true);
      }
  });

  test("leads from every figure to the cell it was read from", () => {
    const sheet = sheetOf(propose(workbook), "フォローアップ");
    const links = sheet.cells.flatMap(({ link }) => (link ? [`${link.sheet}!${link.cell}`] : []));
    expect(links).toEqual(expect.arrayContaining(["目標!B4", "実績!F6", "実績!F9"]));
  });

  test("is not read as data when the workbook is read again", () => {
    const after = applyToModel(workbook, propose(workbook).edits);
    const before = inspectWorkbook(workbook, { profile: defaultProfile, asOf: "2026-06-01" });
    const again = inspectWorkbook(after, { profile: defaultProfile, asOf: "2026-06-01" });
    expect(again.reading.observations).toHaveLength(before.reading.observations.length);
    expect(again.judgements).toEqual(before.judgements);
    expect(again.findings).toEqual(before.findings);
  });
});

describe("作り直し", () => {
  const made = applyToModel(workbook, propose(workbook).edits);
  const target = "フォローアップ R5";

  test("changes nothing where nothing changed, on another day too", () => {
    const again = propose(made, 2023, "2026-07-01");
    expect(again.edits).toEqual([]);
    expect(again.sheets.map(({ how }) => how)).toEqual(["unchanged", "unchanged"]);
  });

  test("brings figures and judgements up to date in place, keeps what was written, and says what changed", () => {
    const cause = entryCells(made, target)[0]!;
    const changed = write(write(made, target, cause, "対象者が育児休業を希望しなかったため"), "実績", "F9", "63.6%");
    const counted = write(changed, "実績", "F8", "7人");
    const again = propose(counted);
    expect(again.sheets[0]).toEqual({ name: target, how: "updated" });
    expect(again.changes.map(({ ja }) => ja).join("\n")).toContain("× 未達 → ○ 達成");
    const after = applyToModel(counted, again.edits);
    expect(textsOf(after)).toContain("対象者が育児休業を希望しなかったため");
    expect(propose(after).edits).toEqual([]);
  });

  test("makes a new sheet beside the former one when the rows are others now, with what was written", () => {
    const cause = entryCells(made, target)[1]!;
    const written = write(made, target, cause, "研修を行う");
    const renamed = write(written, "目標", "B5", "60%以上");
    const again = propose(renamed);
    expect(again.sheets[0]).toEqual({ name: `${target} (2)`, how: "beside" });
    const after = applyToModel(renamed, again.edits);
    expect(after.sheets.some(({ name }) => name === target)).toBe(true);
    expect(textsOf({ ...after, sheets: after.sheets.filter(({ name }) => name === `${target} (2)`) })).toContain("研修を行う");
    // The second making settles: the new sheet is brought up to date in place from then on.
    expect(propose(after).edits).toEqual([]);
  });

  test("leaves a sheet alone in which somebody changed what is ours", () => {
    const changed = write(made, target, "B5", "（目標は見直し中）");
    const again = propose(write(write(changed, "実績", "F9", "63.6%"), "実績", "F8", "7人"));
    expect(again.sheets[0]).toEqual({ name: `${target} (2)`, how: "beside" });
  });

  test("loses nothing that was typed into it, whatever is typed where", () => {
    const inputs = array(
      record({
        row: integer({ min: 1, max: 60 }),
        col: integer({ min: 0, max: 14 }),
        text: constantFrom("育休の制度周知が足りなかった", "12", "=SUM", "人事課", "3回の面談", "■ 注"),
      }),
      { maxLength: 6 },
    );
    const changes = array(constantFrom(["実績", "F8", "7人"], ["実績", "F9", "63.6%"], ["目標", "B5", "60%以上"], ["実績", "F12", "50.0%"] as const), { maxLength: 3 });
    assert(
      property(inputs, changes, (typed, updates) => {
        let book = made;
        for (const { row, col, text } of typed) book = applyToModel(book, [typeInto(book, target, row, col, text)]);
        for (const [sheet = "", cell = "", value = ""] of updates) book = write(book, sheet, cell, value);
        const again = followUpEdits(inspectWorkbook(book, { profile: defaultProfile, asOf: "2026-06-01" }), book, findIndicator, { year: 2023 });
        const after = applyToModel(book, again?.edits ?? []);
        const present = textsOf(after);
        for (const { text } of typed.filter(({ row, col }, i) => !typed.slice(i + 1).some((later) => later.row === row && later.col === col))) expect(present).toContain(text);
      }),
      { numRuns: 60 },
    );
  });
});

function typeInto(book: Workbook, sheet: string, row: number, col: number, value: string): Edit {
  const old = book.sheets.find(({ name }) => name === sheet)!.cells.find((cell) => cell.row === row && cell.col === col);
  return { kind: "set-cell", sheet, row, col, was: { value: (old?.value ?? null) as string | number | null, formula: old?.formula ?? null }, formula: null, value, format: null };
}

/** Addresses of the empty cells under 原因・背景, from the first row of the first table on. */
function entryCells(book: Workbook, name: string): string[] {
  const sheet = book.sheets.find((one) => one.name === name)!;
  const head = sheet.cells.find(({ value }) => value === "原因・背景")!;
  return [1, 2, 3].map((down) => `${String.fromCharCode(65 + head.col)}${head.row + 1 + down}`);
}
