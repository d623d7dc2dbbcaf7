import type { Edit } from "../../src/model/edit";
import { fingerprintCells, type NewLook, type NewSheet, writeSheetTag } from "../../src/model/new-sheet";

const grid: NewLook = { border: true, valign: "middle", size: 10 };
const years = ["R3", "R4", "R5", "R6"];
const actuals = [0.25, null, 0.5, 0.625];
const goals = [null, null, 0.5, 0.5];

/** 見本のシート — a small sheet of ours with everything a sheet of ours may have. */
export function sampleSheet(name = "フォローアップ R6", more: Partial<NewSheet> = {}): NewSheet {
  const title = `行動計画フォローアップ表「${name}」`;
  return {
    name,
    columns: [24, 8, 9.5, 9.5, 9.5, 9.5],
    heights: [{ row: 0, height: 26 }],
    cells: [
      { row: 0, col: 0, value: title, formula: writeSheetTag("follow-up R6 0", title), look: { bold: true, size: 14, valign: "middle" } },
      { row: 2, col: 0, value: "指標 <&>", look: { ...grid, bold: true, fill: "E7E6E6", align: "center" } },
      { row: 2, col: 1, value: "区分", look: { ...grid, bold: true, fill: "E7E6E6", align: "center" } },
      ...years.map((year, i) => ({ row: 2, col: 2 + i, value: year, look: { ...grid, bold: true, fill: "E7E6E6", align: "center" as const } })),
      { row: 3, col: 0, value: "男性の育児休業\n取得率", look: { ...grid, wrap: true }, link: { sheet: "実績", cell: "B3" } },
      { row: 3, col: 1, value: "実績", look: grid },
      ...actuals.map((value, i) => ({ row: 3, col: 2 + i, value, look: { ...grid, align: "right" as const, format: "0.0%" } })),
      { row: 4, col: 1, value: "目標", look: grid },
      ...goals.map((value, i) => ({ row: 4, col: 2 + i, value, look: { ...grid, align: "right" as const, format: "0.0%" } })),
      { row: 5, col: 0, value: 12.5, look: { color: "C00000", format: '#,##0.0"日"' } },
      { row: 6, col: 0, value: "説明", look: { border: true } },
      { row: 8, col: 0, value: 3 },
    ],
    merges: [{ top: 6, left: 0, bottom: 7, right: 2 }],
    charts: [
      {
        title: "男性の育児休業（目標 50%以上）",
        categories: { top: 2, left: 2, bottom: 2, right: 5 },
        series: [
          { name: "実績", role: "actual", values: { top: 3, left: 2, bottom: 3, right: 5 } },
          { name: "目標", role: "target", values: { top: 4, left: 2, bottom: 4, right: 5 } },
        ],
        at: { top: 10, left: 0, bottom: 23, right: 5 },
        format: "0%",
      },
    ],
    freeze: { row: 3, col: 1 },
    page: { orientation: "landscape", titleRows: { from: 0, to: 2 }, breaks: [9] },
    ...more,
  };
}

/** シートを足す変更 — adds it behind the last one. */
export function addSheet(sheet: NewSheet): Edit {
  return { kind: "add-sheet", sheet };
}

/** シートを外す変更 — takes it out again while nobody typed into it. */
export function removeSheet(sheet: NewSheet): Edit {
  return { kind: "remove-sheet", sheet: sheet.name, was: fingerprintCells(sheet.cells) };
}
