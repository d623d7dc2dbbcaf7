import type { Edit } from "../../model/edit";
import type { Sentence } from "../../model/finding";
import { type NewCell, type NewSheet, readSheetTag } from "../../model/new-sheet";
import { type CellRange, writeAddress, placeKey } from "../../model/cell";
import type { Sheet, Workbook } from "../../model/workbook";
import type { Inspection } from "../inspection";
import { findFreeName, proposeSheet } from "../own-sheets/propose-sheet";
import { looks, SheetPage } from "../own-sheets/sheet-page";
import { tagSheet } from "../own-sheets/tag-sheet";
import { tellSheets } from "../own-sheets/tell-sheets";
import { widthOf } from "../own-sheets/text-width";
import { WITHHELD } from "./find-instead";
import { findSmallNumbers, type SmallNumber, type WithheldReason } from "./find-small-numbers";
import type { ToldEdits } from "./propose-publication";

const LONGEST_NAME = 31;
const LINE_HEIGHT = 14;

const REASONS: { readonly [reason in WithheldReason]: (limit: number) => string } = {
  few: (limit) => `${limit}人未満です`,
  "few-left": (limit) => `対象者から引くと、残りが${limit}人未満です`,
  subtraction: () => "合計などからの引き算で、ほかの＊の人数が分かります",
  reckoned: () => "＊の人数から計算した率です",
};

const METHOD = (limit: number): readonly string[] => [
  `性別・級・所属などに分けた欄で、1人から${limit - 1}人までの人数を＊にしました。0人と、組織全体の人数はそのままです。`,
  "合計からの引き算で＊の人数が1つに決まる場合は、決まらなくなるまで、ほかの欄も＊にしました。別のシートの同じ人数も調べています。",
  "次のものは調べていません。公表の前に確かめてください。文章の中の人数、図形やグラフ、平均や伸び率からの逆算、ほかの資料や過去の公表との突き合わせ、＊の人数のおおよその範囲の推測。",
];

/** Said every time: who hands on the file hands on the figures. */
const STILL_THERE: Sentence = {
  ja: "もとのシートの人数はこのブックに残っています。公表するときは「公表 …」のシートだけを取り出してください。",
  en: "The original sheets and their figures are still in this workbook. To publish, take out the sheets named 公表 … alone.",
};

/**
 * 伏せた写しの変更 — a list of the cells that would let a person be known, and for each of their sheets a copy without them; the sheets themselves stay.
 *
 * none  undefined when there is no such cell
 */
export function withheldEdits(inspection: Inspection, workbook: Pick<Workbook, "sheets">): ToldEdits | undefined {
  const { cells } = findSmallNumbers(inspection, workbook);
  if (cells.length === 0) return undefined;
  const limit = inspection.profile.smallNumber;
  const withheld = new Set(cells.map(({ at }) => placeKey(at)));
  const list = proposeSheet(workbook, "公表前の確認", "small-numbers", [], (making) => makeList({ ...making, cells, limit }), { isLinkKept: false });
  const taken: Pick<Sheet, "name">[] = [...workbook.sheets];
  const copies = workbook.sheets
    .filter((sheet) => sheet.visibility === "visible" && readSheetTag(sheet.cells) === undefined && cells.some(({ at }) => at.sheet === sheet.name))
    .map((sheet) => {
      const ranges = inspection.reading.tables.filter((table) => table.sheet === sheet.name).map(({ range }) => range);
      const wanted = findFreeName(taken, `公表 ${sheet.name}`.slice(0, LONGEST_NAME - 4));
      taken.push({ name: wanted });
      return proposeSheet(workbook, wanted, `copy ${sheet.name.replace(/"/g, "")}`, [], (making) => copySheet({ ...making, sheet, ranges, withheld, limit }), { firstRow: 1 });
    });
  const edits: readonly Edit[] = [list, ...copies].flatMap((one) => one.edits);
  return { edits, told: [...tellSheets({ sheets: [list, ...copies].map(({ sheet }) => sheet), changes: [] }), STILL_THERE] };
}

function makeList({ name, kind, cells, limit }: { readonly name: string; readonly kind: string; readonly cells: readonly SmallNumber[]; readonly limit: number }): NewSheet {
  const page = new SheetPage();
  page.next();
  page.put(0, `少ない人数から個人が分かるおそれのある欄が ${cells.length} 件あります。`, looks.meta);
  page.next(2);
  const heads = page.row;
  ["シート", "セル", "内容", "理由"].forEach((head, col) => page.put(col, head, looks.head));
  page.next();
  for (const { at, words, reason } of cells) {
    page.put(0, at.sheet, looks.label);
    page.put(1, at.cell, looks.words, { link: at });
    page.put(2, words, looks.label);
    page.put(3, REASONS[reason](limit), looks.label);
    page.next();
  }
  page.next();
  page.put(0, "調べ方と限り", looks.section);
  for (const line of METHOD(limit)) {
    page.next();
    page.put(0, line, looks.note);
  }
  return tagSheet(page.finish({ name, columns: [30, 9, 40, 52], freeze: null, titleRows: { from: 0, to: heads } }), kind, "公表前の確認　少ない人数");
}

/** Values, not formulas: a formula would show what is withheld. */
function copySheet(order: {
  readonly name: string;
  readonly kind: string;
  readonly sheet: Sheet;
  readonly ranges: readonly CellRange[];
  readonly withheld: ReadonlySet<string>;
  readonly limit: number;
}): NewSheet {
  const { sheet, withheld, ranges } = order;
  const isInTable = (row: number, col: number) => ranges.some(({ top, left, bottom, right }) => row >= top && row <= bottom && col >= left && col <= right);
  const own: NewCell[] = [];
  let title = "";
  const widths: number[] = [];
  const lines = new Map<number, number>();
  const joined = new Set(sheet.merges.map(({ top, left }) => `${top}:${left}`));
  for (const { row, col, value, text, format } of sheet.cells) {
    const isTable = isInTable(row, col);
    const isWithheld = withheld.has(placeKey({ sheet: sheet.name, cell: writeAddress(row, col) }));
    const shown = isWithheld ? WITHHELD : typeof value === "number" ? value : text;
    if (isTable && !joined.has(`${row}:${col}`)) widths[col] = Math.max(widths[col] ?? 0, ...text.split("\n").map(widthOf));
    if (!joined.has(`${row}:${col}`)) lines.set(row, Math.max(lines.get(row) ?? 1, text.split("\n").length));
    if (row === 0 && col === 0) {
      title = text;
      continue;
    }
    const look = { ...(isTable ? looks.label : looks.text), ...(typeof shown === "number" ? { align: "right" as const, format } : isWithheld ? { align: "center" as const } : {}) };
    own.push({ row, col, value: shown, look });
  }
  const last = Math.max(0, ...own.map(({ row }) => row));
  METHOD(order.limit)
    .slice(0, 2)
    .forEach((line, i) => own.push({ row: last + 2 + i, col: 0, value: line, look: looks.note }));
  const copy: NewSheet = {
    name: order.name,
    columns: Array.from({ length: widths.length }, (_, col) => Math.min(30, Math.max(8, (widths[col] ?? 0) + 2))),
    heights: [...lines].filter(([, count]) => count > 1).map(([row, count]) => ({ row, height: count * LINE_HEIGHT, grows: true })),
    cells: own,
    merges: sheet.merges,
    charts: [],
    page: { orientation: "landscape", titleRows: null, breaks: [] },
    freeze: null,
  };
  return tagSheet(copy, order.kind, title === "" ? `${sheet.name}（公表用の写し）` : title, looks.text);
}
