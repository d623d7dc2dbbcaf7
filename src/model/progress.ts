import type { Place } from "./cell";
import type { Period } from "./period";

/**
 * 進捗の欄 — what a column of an organisation's own progress sheet is for.
 *
 * shape  section: 担当課; measure: 取組内容; status: 実施状況; evaluation: 評価; cause: 未達成の原因; next: 今後の取組; comment: 課題, 備考 and the like
 */
export type ProgressField = "section" | "measure" | "status" | "evaluation" | "cause" | "next" | "comment";

/** 進捗の記入 — one cell of a progress sheet, written or still blank. */
export interface ProgressEntry {
  readonly field: ProgressField;
  /** Of a merged cell its first. */
  readonly at: Place;
  /** "" where nothing is written. */
  readonly text: string;
  readonly heading: string;
  /** As its own headings say; absent where only the table or nothing says it. */
  readonly period: Period | undefined;
  /** A number or a mark that stands for none: no words. */
  readonly isFigure: boolean;
}

/** 進捗の項目 — one target or one measure of a progress sheet, with what is written beside it. */
export interface ProgressItem {
  /** Its rows, or the columns of a transposed sheet, counted from 0; none where the whole table speaks of one item. */
  readonly lines: readonly number[];
  /** The words of its headings and of its 取組内容. */
  readonly label: string;
  /** The cell of its nearest heading; items under one merged or continued heading share it. */
  readonly headedBy: Place | undefined;
  /** Its heading stands in its own line, not in one before it. */
  readonly isHeaded: boolean;
  /** Cells of its own with more than a number: a line with one only may head those below it. */
  readonly filled: number;
  readonly entries: readonly ProgressEntry[];
}

/** 進捗表 — a table in which an organisation itself writes what was done, how it went and why. */
export interface ProgressTable {
  /** Id in `Reading.tables`. */
  readonly table: number;
  readonly axis: "rows" | "columns" | "whole";
  /** What the captions say of the year. */
  readonly period: Period | undefined;
  readonly items: readonly ProgressItem[];
  /** What cells of the sheet say of its signs: A：目標を達成した. */
  readonly legends: readonly string[];
}
