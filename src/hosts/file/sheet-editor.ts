import { cellKey } from "../cell-key";
import { writeAddress, writeRange, type CellRange } from "../../model/cell";
import type { ApplyReport, Edit, MarkedCells } from "../../model/edit";
import type { Sheet } from "../../model/workbook";
import { holds, isInGrid, isSame, toCurrent, type Current } from "../compare-was";
import { groupMarks, splitRange, type MarkGroup } from "../group-marks";
import { joinRanges } from "../join-ranges";
import { MARK_FILL, MARKED_TEXT } from "../mark";
import { findDefinedRanges, indexRanges, type RangeOf } from "./closed-ranges";
import { findConditionalFormats, writeMarks, type MarkRule } from "./mark-writer";
import type { PackageEditor } from "./package-editor";
import { unshareFormulas } from "./shared-formulas";
import { findSheetLayout, sortTargets, type SheetLayout, type Targets } from "./sheet-layout";
import { readSheet, type SheetContext } from "./sheet-reader";
import { findCellStyle, writeCells, writeContent, type CellWrite } from "./sheet-writer";
import type { StringWriter } from "./string-writer";
import type { StyleWriter } from "./style-writer";
import type { SheetEntry } from "./workbook-directory";

/** セルの変更 — an edit that writes a cell. */
export type CellEdit = Extract<Edit, { kind: "set-cell" }>;
/** 印の変更 — an edit that sets marks or takes them away. */
export type MarkEdit = Extract<Edit, { kind: "mark" | "unmark" }>;

/** 書き手 — what the sheets of one batch share. */
export interface Writers {
  readonly editor: PackageEditor;
  readonly strings: StringWriter;
  readonly styles: StyleWriter;
  /** Read when a cell is to be written, and not for marks alone. */
  readonly context: () => SheetContext;
}

/** 書き込んだ内容 — what a cell has to hold when the result is opened again. */
export interface Written {
  readonly row: number;
  readonly col: number;
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
}

type Reason = ApplyReport["refused"][number]["reason"];

/** シートの変更 — the edits of one batch that concern one sheet: checked, turned into splices, handed to the editor. */
export class SheetEditor {
  applied = 0;
  /** The edits that change something. */
  readonly accepted: (CellEdit | MarkEdit)[] = [];
  readonly refused: { readonly edit: CellEdit | MarkEdit; readonly reason: Reason }[] = [];
  readonly written = new Map<number, Written>();
  /** The sheet as it was; undefined when no cell of it was to be written. */
  before: Sheet | undefined;
  /** Number formats that written cells had before, by address, where another one was set. */
  readonly formatsBefore = new Map<string, string>();
  /** Places with rules of ours the sheet has to have afterwards; undefined when marks were not touched. */
  marks: number | undefined;
  /** What our rules covered before; undefined when no mark was asked for, or none could be changed. */
  marksBefore: MarkedCells | null | undefined;
  private readonly targets: Targets;
  private readonly styleOf = new Map<number, number>();

  constructor(
    private readonly writers: Writers,
    readonly entry: SheetEntry,
    private readonly cells: readonly CellEdit[],
    private readonly markEdits: readonly MarkEdit[],
  ) {
    const marked = markEdits.flatMap((edit) => (edit.kind === "mark" ? edit.ranges.flatMap(splitRange) : [])).map(({ top, left }) => ({ row: top, col: left }));
    this.targets = sortTargets([...cells.filter(isInGrid), ...marked]);
  }

  /** @throws HostRefusal when the sheet or what it refers to is damaged */
  edit(): void {
    const { editor } = this.writers;
    const part = editor.part(this.entry.part);
    // A sheet without our tag has nothing to take off, and need not be scanned for it.
    if (this.cells.length === 0 && !part.text.includes("kpi-mark") && !this.markEdits.some((edit) => edit.kind === "mark" && edit.ranges.length > 0)) {
      this.marksBefore = null;
      return;
    }
    const layout = findSheetLayout(part, this.targets);
    if (layout.isProtected) {
      for (const edit of [...this.cells, ...this.markEdits]) this.refused.push({ edit, reason: "protected" });
      return;
    }
    if (this.cells.length > 0) this.writeCells(layout, part.text);
    if (this.markEdits.length > 0) this.writeMarks(layout);
  }

  private writeCells(layout: SheetLayout, source: string): void {
    const { editor, strings, context } = this.writers;
    this.before = readSheet(editor.opened, this.entry, context(), editor.part(this.entry.part));
    const current = this.readCurrent(this.before);
    const mergeOf = indexRanges(this.before.merges, this.targets);
    const closedOf = indexRanges([...layout.arrays, ...findDefinedRanges(editor.opened, this.entry.part)], this.targets);
    const writes = new Map<number, CellWrite>();
    for (const edit of this.cells) {
      const key = cellKey(edit.row, edit.col);
      const reason = this.findReason(edit, current.get(key), mergeOf, closedOf);
      if (reason) {
        this.refused.push({ edit, reason });
        continue;
      }
      this.applied++;
      const style = this.newStyle(layout, edit);
      if (style === undefined && isSame(edit, current.get(key))) continue;
      this.accepted.push(edit);
      if (layout.rows.get(edit.row)?.cells.get(edit.col)?.type === "s" && !writes.has(key)) strings.drop();
      const { row, col, formula } = edit;
      const value = formula === null && edit.value === "" ? null : edit.value;
      const content = typeof value === "string" && formula === null ? strings.write(layout.prefix, value) : writeContent(layout.prefix, value, formula);
      writes.set(key, { row, col, content, style });
      if (style !== undefined) this.styleOf.set(key, style);
      this.written.set(key, { row, col, value, formula });
      current.set(key, { value, formula, isErrorAlone: false });
    }
    if (writes.size === 0) return;
    const masters = new Set([...writes.values()].flatMap(({ row, col }) => layout.rows.get(row)?.cells.get(col)?.sharedMaster ?? []));
    editor.splice(this.entry.part, [...writeCells(source, layout, [...writes.values()]), ...unshareFormulas(editor.part(this.entry.part), masters, new Set(writes.keys()))]);
  }

  private findReason(edit: CellEdit, current: Current | undefined, mergeOf: RangeOf, closedOf: RangeOf): Reason | undefined {
    if (!isInGrid(edit)) return "not-found";
    const merge = mergeOf(edit.row, edit.col);
    if (merge && (merge.top !== edit.row || merge.left !== edit.col)) return "merged";
    if (closedOf(edit.row, edit.col)) return "part-of-array";
    return holds(current, edit.was) ? undefined : "changed";
  }

  /** Index of the cell format that has the wanted number format; undefined when the cell has it already. */
  private newStyle(layout: SheetLayout, edit: CellEdit): number | undefined {
    if (edit.format === null) return undefined;
    const { styles } = this.writers;
    const own = this.styleOf.get(cellKey(edit.row, edit.col)) ?? findCellStyle(layout, edit.row, edit.col);
    const style = styles.withCode(own, edit.format);
    if (style === own) return undefined;
    const cell = writeAddress(edit.row, edit.col);
    if (!this.formatsBefore.has(cell)) this.formatsBefore.set(cell, styles.codeOf(own));
    return style;
  }

  private writeMarks(layout: SheetLayout): void {
    const { editor } = this.writers;
    const part = editor.part(this.entry.part);
    const formats = findConditionalFormats(part, layout.children);
    const last = this.markEdits.at(-1)!;
    const { styles } = this.writers;
    const codeOf = (row: number, col: number): string => styles.codeOf(this.styleOf.get(cellKey(row, col)) ?? findCellStyle(layout, row, col));
    const groups = last.kind === "mark" ? groupMarks(last, codeOf) : [];
    this.marksBefore = this.readMarks(formats.rules);
    this.applied += this.markEdits.filter((edit) => (edit.kind === "mark" && edit.ranges.length > 0) || formats.own.length > 0).length;
    this.marks = formats.own.length;
    if (this.areMarked(formats.rules, groups)) return;
    this.accepted.push(last);
    const rules = groups.map(({ code, ranges }): MarkRule => ({ ranges, differential: styles.differential(`FF${MARK_FILL}`, code) }));
    this.marks = rules.length;
    editor.splice(this.entry.part, writeMarks(layout, formats, rules));
  }

  /** Marked once more, these cells give the rules they were read from. */
  private readMarks(rules: readonly MarkRule[]): MarkedCells | null {
    if (rules.length === 0) return null;
    const { styles } = this.writers;
    const numeric = rules.filter(({ differential }) => styles.differentialCode(differential) !== MARKED_TEXT);
    return { ranges: rules.flatMap(({ ranges }) => ranges), numeric: numeric.flatMap(({ ranges }) => ranges) };
  }

  /** Are these cells marked already, each with its format, whoever wrote the rules down? */
  private areMarked(rules: readonly MarkRule[], groups: readonly MarkGroup[]): boolean {
    const { styles } = this.writers;
    const name = (code: string | undefined, ranges: readonly CellRange[]): string => `${code ?? ""}\n${joinRanges(ranges.flatMap(splitRange)).map(writeRange).join(" ")}`;
    const held = new Set(rules.map(({ ranges, differential }) => name(styles.differentialCode(differential), ranges)));
    return rules.length === groups.length && groups.every(({ code, ranges }) => held.has(name(code, ranges)));
  }

  private readCurrent(sheet: Sheet): Map<number, Current> {
    const asked = new Set(this.cells.map(({ row, col }) => cellKey(row, col)));
    const found = new Map<number, Current>();
    for (const cell of sheet.cells) if (asked.has(cellKey(cell.row, cell.col))) found.set(cellKey(cell.row, cell.col), toCurrent(cell));
    return found;
  }
}
