import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findIndicator } from "../../src/indicators";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { neutralise, writeCsv, writeTabbed } from "../../src/inspection/publication/plain-text";
import { publicationEdits, tidyEdits } from "../../src/inspection/publication/propose-publication";
import { listPublication } from "../../src/inspection/publication/publication-rows";
import { writePublicationText } from "../../src/inspection/publication/publication-text";
import { writeTidyCsv } from "../../src/inspection/publication/tidy-table";
import { readSheetTag } from "../../src/model/new-sheet";
import { defaultProfile } from "../../src/model/profile";
import type { Workbook } from "../../src/model/workbook";
import { applyToModel } from "../support/apply-to-model";
import { readTextWorkbook } from "../support/text-workbook";

const open = (name: string): Workbook => readTextWorkbook(readFileSync(join(__dirname, `../workbooks/${name}.txt`), "utf8"), "実績.xlsx").workbook;
const inspect = (book: Workbook, asOf = "2024-06-01") => inspectWorkbook(book, { profile: defaultProfile, asOf });
const textOf = (book: Workbook, asOf?: string) => writePublicationText(listPublication(inspect(book, asOf), findIndicator));
const plans = open("two-plans");

describe("公表用の表", () => {
  test("lists the numeric targets of the women's act first, with latest figure and that of the baseline", () => {
    expect(textOf(plans).split("\r\n")).toMatchInlineSnapshot(`
     [
       "■ 女性活躍推進法に基づく特定事業主行動計画（令和3年度〜令和7年度）",
       "目標項目	数値目標	時期	最新値	時期	目標設定時最新値	時期	取組内容（100字以内）",
       "年次有給休暇 平均取得日数	13日以上	毎年度	13.5日	令和5年度	12.5日	令和2年度	",
       "採用した職員に占める女性職員の割合	40%以上(毎年度)	毎年度	40%	令和5年度	50%	令和2年度	",
       "一人当たり年間時間外勤務時間数	100時間以下	毎年度	104.2時間	令和5年度	95.4時間	令和2年度	",
       "",
       "■ 次世代育成支援対策推進法に基づく特定事業主行動計画（令和2年度〜令和4年度）",
       "目標項目	数値目標	時期	最新値	時期	目標設定時最新値	時期	取組内容（100字以内）",
       "育児休業取得率（男性）	30%(令和4年度まで)	令和4年度	71.4%	令和5年度	20%	令和元年度	",
       "年次有給休暇 平均取得日数	13日以上	毎年度	13.5日	令和5年度	12日	令和元年度	",
       "",
       "情報公表の項目	区分	この項目に当たる数値	時期",
       "採用した職員に占める女性職員の割合	機会の提供	40%	令和5年度",
       "採用試験の受験者の総数に占める女性の割合	機会の提供	見つかりません	",
       "職員に占める女性職員の割合	機会の提供	見つかりません	",
       "管理的地位にある職員に占める女性職員の割合	機会の提供	見つかりません	",
       "各役職段階にある職員に占める女性職員の割合	機会の提供	見つかりません	",
       "中途採用の男女別の実績	機会の提供	見つかりません	",
       "職員の給与の男女の差異	機会の提供	見つかりません	",
       "離職率の男女の差異（継続勤務年数の男女の差異で代えられます）	両立	見つかりません	",
       "男女別の育児休業取得率及び取得期間の分布状況　取得率（男性）	両立	71.4%	令和5年度",
       "男女別の育児休業取得率及び取得期間の分布状況　取得率（女性）	両立	見つかりません	",
       "男女別の育児休業取得率及び取得期間の分布状況　取得期間の分布	両立	見つかりません	",
       "男性職員の配偶者出産休暇及び育児参加のための休暇の取得率並びに合計取得日数の分布状況　配偶者出産休暇の取得率	両立	見つかりません	",
       "男性職員の配偶者出産休暇及び育児参加のための休暇の取得率並びに合計取得日数の分布状況　育児参加のための休暇の取得率	両立	見つかりません	",
       "男性職員の配偶者出産休暇及び育児参加のための休暇の取得率並びに合計取得日数の分布状況　合計取得日数（5日以上など）	両立	見つかりません	",
       "職員の各月ごとの平均時間外勤務時間等	両立	一人当たり年間時間外勤務時間数 104.2時間	令和5年度",
       "年次有給休暇の取得状況	両立	年次有給休暇 平均取得日数 13.5日	令和5年度",
     ]
    `);
  });

  test("says that a figure was not found, and never that something is fulfilled", () => {
    const text = textOf(plans);
    expect(text).toContain("職員の給与の男女の差異\t機会の提供\t見つかりません\t");
    expect(text).not.toMatch(/満たし|義務|不足|済み/);
  });

  test("leaves out a figure that contradicts others, and gives it where they agree", () => {
    const edges = open("judgement-edges");
    const latest = (book: Workbook) => listPublication(inspect(book), findIndicator).plans[0]!.rows.find(({ label }) => label.startsWith("部分休業"))?.latest;
    expect(latest(edges)).toMatchObject({ words: "60%", time: "令和6年度" });
    const set = (row: number, was: string, value: string) =>
      ({ kind: "set-cell", sheet: "実績", row, col: 6, was: { value: was, formula: null }, formula: null, value, format: null }) as const;
    expect(latest(applyToModel(edges, [set(9, "5人", "0人"), set(10, "3人", "0人"), set(11, "60.0%", "0%")]))).toMatchObject({ words: "要確認", value: null });
  });
});

describe("公表用のシート", () => {
  const made = (book: Workbook) => publicationEdits(inspect(book), book, findIndicator)!;

  test("is ours by its tag, and no figure of it is read", () => {
    const after = applyToModel(plans, made(plans).edits);
    expect(readSheetTag(after.sheets.at(-1)!.cells)).toMatch(/^publication /);
    expect(inspect(after).reading.observations).toHaveLength(inspect(plans).reading.observations.length);
  });

  test("made again it says nothing new, and keeps what was written into it", () => {
    const once = applyToModel(plans, made(plans).edits);
    expect(made(once).edits).toEqual([]);
    const sheet = once.sheets.at(-1)!;
    const head = sheet.cells.find(({ value }) => value === "取組内容（100字以内）")!;
    const written = applyToModel(once, [
      { kind: "set-cell", sheet: sheet.name, row: head.row + 1, col: head.col, was: { value: null, formula: null }, formula: null, value: "面談を行った", format: null },
      { kind: "set-cell", sheet: "実績", row: 7, col: 7, was: { value: "13.5日", formula: null }, formula: null, value: "14日", format: null },
    ]);
    const again = applyToModel(written, made(written).edits);
    expect(again.sheets.slice(-2).map(({ name }) => name)).toEqual(["公表用", "公表用 (2)"]);
    expect(again.sheets.at(-1)!.cells.find(({ row, col }) => row === head.row + 1 && col === head.col)?.value).toBe("面談を行った");
  });

  test("is not made of a workbook without targets and figures", () => {
    const bare: Workbook = { ...plans, sheets: [] };
    expect(publicationEdits(inspect(bare), bare, findIndicator)).toBeUndefined();
    expect(tidyEdits(inspect(bare), bare, findIndicator)).toBeUndefined();
  });
});

describe("読み取り一覧", () => {
  test("has a row for every observation, with its cell", () => {
    const inspection = inspect(plans);
    const lines = writeTidyCsv(inspection, findIndicator).split("\r\n");
    expect(lines[0]).toMatch(/^\uFEFFシート,セル,指標id,/);
    expect(lines).toHaveLength(inspection.reading.observations.length + 2);
    expect(lines.find((line) => line.startsWith("実績,E7,"))).toBe("実績,E7,childcare_leave_rate,育児休業取得率,値,年度,2020,,,男性,,,,,,value,0.25,ratio,25.0%,0.95");
  });

  test("as a sheet begins with its heads, links every row, and is brought up to date in place", () => {
    const proposed = tidyEdits(inspect(plans), plans, findIndicator);
    if (proposed === undefined || proposed === "too-long") throw new Error("no sheet");
    const [edit] = proposed.edits;
    if (edit?.kind !== "add-sheet") throw new Error("no sheet");
    const links = edit.sheet.cells.filter(({ link }) => link !== undefined);
    expect(links.map(({ value, link }) => value === link?.cell)).toEqual(links.map(() => true));
    expect(links).toHaveLength(inspect(plans).reading.observations.length);
    const once = applyToModel(plans, proposed.edits);
    expect(inspect(once).reading.observations).toHaveLength(links.length);
    expect(tidyEdits(inspect(once), once, findIndicator)).toMatchObject({ edits: [] });
    const changed = applyToModel(once, [{ kind: "set-cell", sheet: "実績", row: 7, col: 7, was: { value: "13.5日", formula: null }, formula: null, value: "14日", format: null }]);
    const again = tidyEdits(inspect(changed), changed, findIndicator);
    expect(again).toMatchObject({
      edits: [
        { kind: "set-cell", row: 0, col: 0 },
        { kind: "set-cell", value: 14 },
        { kind: "set-cell", value: "14日" },
      ],
    });
  });
});

describe("文字として渡す", () => {
  test.each(["=1+1", "+cmd", "@SUM(A1)", "-2+3", "＝HYPERLINK(1)", "＋1人", "\t=1"])("a text that would be executed is not: %s", (text) => {
    expect(neutralise(text)).toBe(`'${text}`);
  });

  test.each(["-", "－", "－－", "-3.5", "-3.5%", "+12", "12人", "該当者なし", ""])("a figure or a mark stays as it is: %s", (text) => {
    expect(neutralise(text)).toBe(text);
  });

  test("fields with commas, quotes and line breaks are quoted; tabs never break a row", () => {
    expect(writeCsv([["a,b", 'c"d', "e\nf", null, -1.5]])).toBe('\uFEFF"a,b","c""d","e\nf",,-1.5\r\n');
    expect(writeTabbed([["a\tb", "c\r\nd"], ["e"]])).toBe("a b\tc d\r\ne");
  });
});
