import { writeAddress, writeRange } from "../../src/model/cell";
import type { Layout } from "./generate-layouts";
import type { TrueFill, TrueFinding, TrueObservation } from "./truth";

/** 論理の升 — a piece of a text workbook and what has to be read from it, wherever it lands. */
export interface LogicalCell {
  readonly piece: string;
  readonly truth?: Omit<TrueObservation, "sheet" | "cell">;
  readonly fill?: number | string;
  readonly check?: string;
}

/** 論理の表 — heads as paths of equal depth; `body[row][col]`. */
export interface LogicalTable {
  readonly caption?: string;
  readonly below: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly cols: readonly (readonly string[])[];
  readonly body: readonly (readonly LogicalCell[])[];
}

/** 置いたシート — its text and the observations with their places. */
export interface Page {
  readonly text: string;
  readonly observations: readonly TrueObservation[];
  readonly findings: readonly TrueFinding[];
  readonly fills: readonly TrueFill[];
}

interface Placed {
  readonly pieces: Map<string, string>;
  readonly merges: string[];
  readonly observations: TrueObservation[];
  readonly findings: TrueFinding[];
  readonly fills: TrueFill[];
}

/** The latest year less the one before it, in points where it is a rate; a dash where one of them states nothing. */
function writeChange(cells: readonly LogicalCell[]): string {
  const [to, from] = cells
    .flatMap(({ truth }) =>
      truth?.fiscalYear ? [{ year: truth.fiscalYear, value: truth.value, isRate: truth.role === "value" && typeof truth.value === "number" && Math.abs(truth.value) <= 1 }] : [],
    )
    .sort((a, b) => b.year - a.year);
  if (typeof to?.value !== "number" || typeof from?.value !== "number" || to.isRate !== from.isRate) return "－";
  const change = (to.value - from.value) * (to.isRate ? 100 : 1);
  return `${change < 0 ? "▲" : ""}${Math.abs(change).toFixed(Number.isInteger(change) && !to.isRate ? 0 : 1)}`;
}

/** 表を置く — the tables on one sheet, with what surrounds them. */
export function placeTable(sheet: string, title: string | undefined, tables: readonly LogicalTable[], layout: Layout): Page {
  const placed: Placed = { pieces: new Map(), merges: [], observations: [], findings: [], fills: [] };
  const put = (row: number, col: number, piece: string) => {
    if (piece !== "") placed.pieces.set(`${row},${col}`, piece);
  };
  const { offset, noise } = layout;
  let row = offset.row;
  let col = offset.col;
  if (title) {
    put(row, col, title);
    if (noise === "title-and-notes") put(row + 1, col, "※該当者がいない場合は「該当者なし」と表示している。");
    row += noise === "title-and-notes" ? 3 : 2;
  }
  const top = row;
  let bottom = row;
  for (const [i, table] of tables.entries()) {
    // A sentence may stand before any table; under each other they need their distance.
    const sentence = layout.isSideBySide ? undefined : layout.prose?.[i];
    if (sentence) {
      put(row, col, sentence);
      row += 2;
    }
    const size = putTable(sheet, layout.isTransposed ? transpose(table) : table, row, col, layout, placed, put);
    bottom = Math.max(bottom, size.bottom);
    if (layout.isSideBySide) {
      row = top;
      col = size.right + 2;
    } else row = size.bottom + 1 + (table.caption ? layout.gap : layout.gap + 1);
  }
  if (noise === "title-and-notes") put(bottom + 2, offset.col, "（注）数値は各年度の実績である。");
  return { text: writePage(sheet, placed), observations: placed.observations, findings: placed.findings, fills: placed.fills };
}

function transpose(table: LogicalTable): LogicalTable {
  return { ...table, rows: table.cols, cols: table.rows, body: table.cols.map((_, c) => table.rows.map((_, r) => table.body[r]![c]!)) };
}

function putTable(
  sheet: string,
  table: LogicalTable,
  top: number,
  left: number,
  layout: Layout,
  placed: Placed,
  put: (row: number, col: number, piece: string) => void,
): { bottom: number; right: number } {
  let row = top;
  if (table.caption) {
    put(row, left, table.caption);
    const last = left + table.rows[0]!.length + table.cols.length - 1;
    if (layout.unitNote !== "none" && last > left + 1) put(row, last + (layout.unitNote === "beyond" && !layout.isSideBySide ? 1 : 0), unitNoteOf(table));
    row++;
  }
  const depth = table.cols[0]!.length;
  const width = table.rows[0]!.length + (hasColumnBetween(table, layout) ? 1 : 0);
  put(row, left, layout.corner);
  putHeads(table.cols, layout.continuation, (i, level, span) => {
    const at = { top: row + level, left: left + width + i };
    put(at.top, at.left, table.cols[i]![level]!);
    if (span > 1) placed.merges.push(writeRange({ ...at, bottom: at.top, right: at.left + span - 1 }));
  });
  row += depth;
  // Subjects of one table may stand apart; an empty row inside a subject would be another table.
  const gapsBefore = table.rows.map((_, i) => table.rows.slice(1, i + 1).filter((p, k) => p[0] !== table.rows[k]![0]).length);
  const body = row;
  const rowAt = (i: number): number => body + i + (layout.hasRowGaps && !layout.isTransposed && table.rows[0]!.length > 1 ? gapsBefore[i]! : 0);
  putHeads(table.rows, layout.continuation, (i, level, span) => {
    const at = { top: rowAt(i), left: left + level };
    put(at.top, at.left, table.rows[i]![level]!);
    if (span > 1) placed.merges.push(writeRange({ ...at, bottom: at.top + span - 1, right: at.left }));
  });
  if (width > table.rows[0]!.length) {
    put(row - depth, left + table.rows[0]!.length, layout.extra);
    table.rows.forEach((_, i) => put(rowAt(i), left + table.rows[0]!.length, layout.extra === "担当課" ? "職員課" : unitOf(table.body[i]![0]!.piece)));
  }
  const hasChange = layout.extra === "増減" && !layout.isTransposed && depth === 1;
  const right = left + width + table.cols.length - 1 + (hasChange ? 1 : 0);
  if (hasChange) {
    put(row - depth, right, "増減");
    table.rows.forEach((_, i) => put(rowAt(i), right, writeChange(table.body[i]!)));
  }
  table.body.forEach((cells, r) =>
    cells.forEach(({ piece, truth, fill, check }, c) => {
      const at = { sheet, cell: writeAddress(rowAt(r), left + width + c) };
      put(rowAt(r), left + width + c, piece);
      if (truth) placed.observations.push({ ...truth, ...at });
      if (fill !== undefined) placed.fills.push({ ...at, value: fill });
      if (check) placed.findings.push({ ...at, check });
    }),
  );
  const hasRemarks = layout.noise === "remarks" && !layout.isTransposed;
  if (hasRemarks) {
    put(row - depth, right + 1, "備考");
    put(row, right + 1, "職員課調べ");
  }
  row = rowAt(table.rows.length - 1) + 1;
  table.below.forEach((line) => put(row++, left, line));
  return { bottom: row - 1, right: right + (hasRemarks ? 1 : 0) };
}

/** A unit a row can only be told where all its figures have one. */
function hasColumnBetween(table: LogicalTable, layout: Layout): boolean {
  if (layout.isTransposed) return false;
  return layout.extra === "担当課" || (layout.extra === "単位" && table.cols[0]!.length === 1 && layout.structure !== "sheet-each-year");
}

function unitNoteOf(table: LogicalTable): string {
  const pieces = table.body
    .flat()
    .map((c) => c.piece)
    .join(" ");
  return pieces.includes("時間") ? "（単位：時間）" : /\d日/.test(pieces) ? "（単位：日）" : "（単位：人、％）";
}

function unitOf(piece: string): string {
  return /[%％率]/.test(piece) ? "％" : piece.includes("時間") ? "時間" : piece.includes("日") ? "日" : piece === "" || /該当|<0\.0>/.test(piece) ? "％" : "人";
}

/** Equal neighbours on an outer level are one heading: merged, written once, or repeated. The last level always stands. */
function putHeads(heads: readonly (readonly string[])[], continuation: Layout["continuation"], put: (i: number, level: number, span: number) => void): void {
  const depth = heads[0]!.length;
  for (let level = 0; level < depth; level++)
    for (let i = 0; i < heads.length;) {
      let span = 1;
      const isOuter = level < depth - 1 && continuation !== "repeated";
      while (isOuter && i + span < heads.length && heads[i + span]!.slice(0, level + 1).join("\t") === heads[i]!.slice(0, level + 1).join("\t")) span++;
      put(i, level, continuation === "merged" ? span : 1);
      i += span;
    }
}

function writePage(sheet: string, { pieces, merges }: Placed): string {
  const lines = [`== sheet ${sheet}`];
  const rows = new Map<number, Map<number, string>>();
  for (const [key, piece] of pieces) {
    const [row, col] = key.split(",").map(Number) as [number, number];
    if (!rows.has(row)) rows.set(row, new Map());
    rows.get(row)!.set(col, piece);
  }
  for (const [row, cells] of [...rows].sort(([a], [b]) => a - b)) {
    const cols = [...cells.keys()].sort((a, b) => a - b);
    const [first, last] = [cols[0]!, cols.at(-1)!];
    lines.push(`@ ${writeAddress(row, first)}`);
    lines.push(`| ${Array.from({ length: last - first + 1 }, (_, i) => cells.get(first + i) ?? "").join(" | ")} |`);
  }
  if (merges.length) lines.push(`merge ${merges.join(" ")}`);
  return `${lines.join("\n")}\n`;
}
