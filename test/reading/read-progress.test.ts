import type { Reading } from "../../src/model/reading";
import { defaultProfile } from "../../src/model/profile";
import { readWorkbook } from "../../src/reading/read-workbook";
import { openKnownWorkbook, USUAL_DAY } from "../support/known-workbooks";

const read = (sheet: string): Reading =>
  readWorkbook(openKnownWorkbook(`# 進捗\n== sheet 進捗\n${sheet.trim().replace(/^\s+/gm, "")}\n== truth\n`, "進捗").workbook, { profile: defaultProfile, asOf: USUAL_DAY });

/** Each item as its label and what each of its cells is for. */
const itemsOf = ({ progress }: Reading): readonly string[] =>
  progress.flatMap(({ axis, items }) =>
    items.map(({ label, entries }) => `${axis} ${label}: ${entries.map(({ field, at, text, period }) => `${field}${period ? period.year : ""} ${at.cell}=${text}`).join(", ")}`),
  );

test("columns are told by their words, in any order", () => {
  const forward = read(`@ A1
    | 目標項目 | 目標 | R6実績 | 評価 | 原因 | 今後の取組 | 担当課 |
    | 男性の育児休業取得率 | 50%以上 | 40.0% | C | | 面談 | 人事課 |`);
  expect(itemsOf(forward)).toEqual(["rows 男性の育児休業取得率: evaluation D2=C, cause E2=, next F2=面談, section G2=人事課"]);
  const backward = read(`@ A1
    | 目標項目 | 担当課 | 今後の取組 | 原因 | 評価 | R6実績 | 目標 |
    | 男性の育児休業取得率 | 人事課 | 面談 | | C | 40.0% | 50%以上 |`);
  expect(itemsOf(backward)).toEqual(["rows 男性の育児休業取得率: section B2=人事課, next C2=面談, cause D2=, evaluation E2=C"]);
});

test("years stand beside each other under merged headings", () => {
  const years = read(`@ A1
    | 取組内容 | 担当課 | 令和５年度 | | 令和６年度 | |
    | | | 実施状況 | 評価 | 実施状況 | 評価 |
    | 制度の周知 | 人事課 | 庁内報 | A | 説明会 | |
    | 窓口の設置 | 人事課 | 置いた | A | 続けた | B |
    merge A1:A2 B1:B2 C1:D1 E1:F1`);
  expect(itemsOf(years)).toEqual([
    "rows 制度の周知: section B3=人事課, status2023 C3=庁内報, evaluation2023 D3=A, status2024 E3=説明会, evaluation2024 F3=",
    "rows 窓口の設置: section B4=人事課, status2023 C4=置いた, evaluation2023 D4=A, status2024 E4=続けた, evaluation2024 F4=B",
  ]);
});

test("a merged cell speaks for each of its lines, at its first cell", () => {
  const merged = read(`@ A1
    | 基本方針 | 取組内容 | 実施状況 | 評価 |
    | 両立支援 | 制度の周知 | 庁内報 | ○ |
    | | 窓口の設置 | 置いた | |
    merge A2:A3 D2:D3`);
  expect(itemsOf(merged)).toEqual([
    "rows 両立支援　制度の周知: measure B2=制度の周知, status C2=庁内報, evaluation D2=○",
    "rows 両立支援　窓口の設置: measure B3=窓口の設置, status C3=置いた, evaluation D2=○",
  ]);
  expect(merged.progress[0]?.items.map(({ headedBy, isHeaded }) => [headedBy?.cell, isHeaded])).toEqual([
    ["A2", true],
    ["A2", false],
  ]);
});

test("in a transposed sheet the columns are its items", () => {
  const transposed = read(`@ A1
    | 区分 | 男性の育児休業取得率 | 年次休暇の平均取得日数 |
    | 目標 | 50%以上 | 14日以上 |
    | R6実績 | 40.0% | 14.5日 |
    | 評価 | 未達成 | 達成 |
    | 未達成の理由 | | |
    | 今後の取組 | 面談を行う。 | 続ける。 |`);
  expect(itemsOf(transposed)).toEqual([
    "columns 男性の育児休業取得率: evaluation B4=未達成, cause B5=, next B6=面談を行う。",
    "columns 年次休暇の平均取得日数: evaluation C4=達成, cause C5=, next C6=続ける。",
  ]);
  expect(transposed.observations.filter(({ role }) => role === "value").map(({ at }) => at.cell)).toEqual(["B3", "C3"]);
});

test("under a row of years a text speaks for the whole table, several for their years", () => {
  const whole = read(`@ A1
    | 男性の育児休業取得率 | R5 | R6 |
    | 取得率 | 40.0% | 55.0% |
    | 評価 | 目標を上回った。 | |
    | 要因 | 欠員が続いた。 | 面談を行った。 |`);
  expect(itemsOf(whole)).toEqual(["whole : evaluation B3=目標を上回った。, cause2023 B4=欠員が続いた。, cause2024 C4=面談を行った。"]);
});

test("a card of one target is one item, its blank lines too", () => {
  const card = read(`@ A1
    | 男性職員の育児休業取得率 |
    | 数値目標 | 14日以上 |
    | 令和６年度実績 | 14.5日 |
    | 評価 | 達成 |
    | 未達成の原因 | |
    | 今後の取組 | 続ける。 |`);
  expect(itemsOf(card)).toEqual(["whole : evaluation B4=達成, cause B5=, next B6=続ける。"]);
});

test("担当課 and 備考 alone make no progress sheet", () => {
  const plain = read(`@ A1
    | 項目 | 担当課 | R5 | R6 | 備考 |
    | 男性の育児休業取得率 | 人事課 | 40.0% | 55.0% | 対象20人 |`);
  expect(plain.progress).toEqual([]);
});

test("signs are explained in a cell, in a table of their own, or nowhere", () => {
  const table = "| 目標項目 | 目標 | R6実績 | 評価 |\n| 男性の育児休業取得率 | 50%以上 | 40.0% | C |\n| 年次休暇の平均取得日数 | 14日以上 | 14.5日 | A |";
  const legendsOf = (sheet: string): readonly string[] => read(sheet).progress.flatMap(({ legends }) => legends);
  expect(legendsOf(`@ A1\n| 評価　A 100%以上　B 80%以上　C 80%未満 |\n@ A3\n${table}`)).toEqual(["評価　A 100%以上　B 80%以上　C 80%未満"]);
  expect(legendsOf(`@ A1\n${table}\n@ A6\n| A | 目標を達成した |\n| C | 達成できなかった |`)).toEqual(["A：目標を達成した", "C：達成できなかった"]);
  expect(legendsOf(`@ A1\n${table}`)).toEqual([]);
});
