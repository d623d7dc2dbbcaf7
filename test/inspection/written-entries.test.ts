import { findIndicator } from "../../src/indicators";
import { followUpEdits } from "../../src/inspection/follow-up/make-follow-up";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { type NewSheet, readSheetTag } from "../../src/model/new-sheet";
import { defaultProfile } from "../../src/model/profile";
import type { Workbook } from "../../src/model/workbook";
import { applyToModel } from "../support/apply-to-model";
import { openKnownWorkbook } from "../support/known-workbooks";

const drawn = `== sheet 点検
@ A1
| 令和６年度　進捗管理表（計画期間：令和５年度～令和９年度） |
@ A3
| 目標項目 | 数値目標 | R5 | R6 | 評価 | 未達成の原因 | 今後の取組 | 担当課 |
| 男性職員の育児休業取得率 | 50%以上 | 33.3% | 40.0% | 未達成 | 欠員が続いた。 | 面談を行う。 | 人事課 |
| 年次有給休暇の平均取得日数 | 14日以上 | 13.0日 | 14.5日 | 達成 | － | | 各課 |
== truth
`;
const open = (): Workbook => openKnownWorkbook(drawn, "点検.xlsx").workbook;

function propose(book: Workbook, year: number) {
  return followUpEdits(inspectWorkbook(book, { profile: defaultProfile, asOf: "2026-06-01" }), book, findIndicator, { year })!;
}

function makeSheet(book: Workbook, year: number): NewSheet {
  const added = propose(book, year).edits.find((edit) => edit.kind === "add-sheet" && edit.sheet.name.startsWith("フォローアップ"));
  if (added?.kind !== "add-sheet") throw new Error("no sheet");
  return added.sheet;
}

/** 原因・背景, 今後の取組, 担当課 of each target, with the cells they were taken from. */
function entriesOf({ cells }: NewSheet): readonly string[] {
  const first = cells.find(({ value }) => value === "原因・背景")!;
  const rows = [...new Set(cells.filter(({ row, col, look }) => row > first.row && col === first.col && look?.valign === "top").map(({ row }) => row))];
  return rows.map((row) =>
    cells
      .filter((cell) => cell.row === row && cell.col >= first.col)
      .map(({ value, link }) => `${value ?? ""}${link ? `←${link.cell}` : ""}`)
      .join("/"),
  );
}

test("a row begins with what the organisation wrote of that target and year, linked to its cell; a dash is nothing", () => {
  expect(entriesOf(makeSheet(open(), 2024))).toEqual(["欠員が続いた。←F4/面談を行う。←G4/人事課←H4", "//各課←H5"]);
});

test("what was written of another year stays there", () => {
  expect(entriesOf(makeSheet(open(), 2023))).toEqual(["//人事課←H4", "//各課←H5"]);
});

test("what people wrote into the sheet, or took out of it, stays as they left it", () => {
  const made = applyToModel(open(), propose(open(), 2024).edits);
  const own = made.sheets.find(({ name, cells }) => name.startsWith("フォローアップ") && readSheetTag(cells) !== undefined)!;
  const cause = own.cells.find(({ value }) => value === "欠員が続いた。")!;
  const emptied = applyToModel(made, [
    { kind: "set-cell", sheet: own.name, row: cause.row, col: cause.col, was: { value: cause.value as string, formula: null }, formula: null, value: null, format: null },
  ]);
  const again = applyToModel(emptied, propose(emptied, 2024).edits);
  expect(again.sheets.filter(({ name }) => name.startsWith("フォローアップ"))).toHaveLength(1);
  expect(
    again.sheets
      .find(({ name }) => name === own.name)!
      .cells.filter(({ value }) => value === "欠員が続いた。" || value === "面談を行う。")
      .map(({ value }) => value),
  ).toEqual(["面談を行う。"]);
});
