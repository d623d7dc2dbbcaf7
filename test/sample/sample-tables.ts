import type { Content, SheetPage } from "./sheet-page";
import type { Look } from "./style-book";

/** 見本の色 — headings, example years, cells waiting for a figure. */
const HEAD = "DCE9F5";
const EXAMPLE = "FFF4D6";
const LABEL = "F3F6F8";

export const TITLE: Look = { bold: true, size: 14, color: "1F3A5F", down: "center" };
export const CAPTION: Look = { bold: true, size: 11, color: "1F3A5F", down: "center" };
export const NOTE: Look = { size: 9, color: "5A6872", down: "center" };
export const EXAMPLE_NOTE: Look = { size: 9, color: "9A5B00", down: "center" };
export const head: Look = { bold: true, fill: HEAD, border: "box", across: "center", down: "center", wrap: true };
export const exampleHead: Look = { ...head, fill: EXAMPLE };
export const label: Look = { indent: 1, fill: LABEL, border: "box", down: "center", wrap: true };
export const body: Look = { border: "box", across: "center", down: "center", wrap: true };
export const words: Look = { indent: 1, border: "box", down: "center", wrap: true };

export const people: Look = { ...body, format: '0"人"' };
export const percent: Look = { ...body, format: "0.0%" };
export const wholePercent: Look = { ...body, format: "0%" };
export const hours: Look = { ...body, format: "#,##0" };
export const hoursPerHead: Look = { ...body, format: "#,##0.0" };
export const days: Look = { ...body, format: '0.0"日"' };

/** 例示の注記 — stands on every sheet. */
export const EXAMPLES = "※令和4年度以降は例示の数値";

/** 表の行 — a label and its figures, in one look or one for each. */
export interface Line {
  readonly label: string;
  readonly look: Look;
  readonly figures: readonly Content[];
  /** All figures in one merged cell, over this many columns from the first. */
  readonly mergedOver?: number;
}

/** 表題 — title of the sheet, and which figures are examples. */
export function drawTitle(page: SheetPage, title: string, note = EXAMPLES): void {
  page.put(0, 0, title, TITLE);
  page.tall(0, 26);
  page.put(1, 0, note, EXAMPLE_NOTE);
  page.next = 3;
}

/** 表を描く — a caption, one row of headings, its lines; headings from `examplesFrom` on are of example years. */
export function drawTable(
  page: SheetPage,
  table: {
    readonly caption: string;
    readonly corner?: string;
    readonly heads: readonly string[];
    readonly examplesFrom: number;
    readonly lines: readonly Line[];
    readonly notes?: readonly string[];
  },
): number {
  const top = page.next;
  page.put(top, 0, table.caption, CAPTION);
  page.tall(top, 21);
  page.put(top + 1, 0, table.corner ?? null, head);
  table.heads.forEach((text, i) => page.put(top + 1, i + 1, text, i < table.examplesFrom ? head : exampleHead));
  page.tall(top + 1, 20);
  table.lines.forEach((line, i) => drawLine(page, top + 2 + i, line));
  let row = top + 2 + table.lines.length;
  for (const note of table.notes ?? []) page.put(row++, 0, note, NOTE);
  page.next = row + 1;
  return top;
}

function drawLine(page: SheetPage, row: number, { label: text, look, figures, mergedOver = 0 }: Line): void {
  page.put(row, 0, text, label);
  page.tall(row, text.includes("\n") ? 32 : 19);
  if (mergedOver > 0) page.merge(row, 1, row, mergedOver, figures[0] ?? null, look);
  figures.forEach((figure, i) => {
    if (i >= mergedOver) page.put(row, i + 1, figure, typeof figure === "string" ? { ...look, format: "@" } : look);
  });
}

/** 見出しの年度 — printed years, then example years. */
export const YEARS = ["H29", "H30", "H31", "R2", "R3", "R4", "R5", "R6", "R7"] as const;
export const PRINTED = 5;

/** 5年分 — the same words in every printed year. */
export const printed = (text: Content): Content[] => Array.from({ length: PRINTED }, () => text);
