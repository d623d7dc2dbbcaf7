import type { Profile } from "./profile";

/**
 * 覚えた数値 — what the workbook stated for one ended period when something was last written into it.
 *
 * shape  `period` is its `periodKey`; `value` null is 該当者なし; `step` is the size of the last digit shown
 */
export interface RememberedFigure {
  readonly period: string;
  readonly value: number | null;
  readonly step: number;
  /** ISO date of the look that met it first. */
  readonly since: string;
  /** ISO date of the first writing that met another figure in its place. */
  readonly seen?: string;
}

/** 覚えた行 — the figures of one line, in the order of their cells; `words` is a check sum of its headings. */
export interface RememberedLine {
  readonly what: string;
  /** `groupKey`. */
  readonly group: string;
  readonly words: string;
  readonly figures: readonly RememberedFigure[];
}

/** 過去の数値の覚え — what the workbook carries of its own ended years, and the settings they were read with. */
export interface Remembered {
  readonly hoursPerDay: Profile["hoursPerDay"];
  readonly triangle: Profile["triangle"];
  readonly lines: readonly RememberedLine[];
  /** There were more figures than a workbook should carry of us: those of the newest years are here. */
  readonly cut?: { readonly kept: number };
}
