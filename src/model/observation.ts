import type { Place } from "./cell";
import type { Figure, FigureState, Unit } from "./figure";
import type { Period } from "./period";
import type { ReadingCorrection } from "./profile";

/** 性別 — as the laws' forms count people. */
export type Sex = "male" | "female";

/** 対象群 — whom a figure speaks for; an absent field means everybody. */
export interface Group {
  readonly sex?: Sex;
  readonly grade?: string;
  readonly department?: string;
  readonly employment?: string;
  readonly occupation?: string;
  readonly bucket?: string;
}

/** Groups are shared by the figures of a line, so each is written out once. */
const groupKeys = new WeakMap<Group, string>();

/** 対象群の鍵 — one string per group, for maps. */
export function groupKey(group: Group): string {
  let key = groupKeys.get(group);
  if (key === undefined) {
    key = `${group.sex ?? ""}|${group.grade ?? ""}|${group.department ?? ""}|${group.employment ?? ""}|${group.occupation ?? ""}|${group.bucket ?? ""}`;
    groupKeys.set(group, key);
  }
  return key;
}

/** 役割 — what a figure is in its rate, its sum or its plan. */
export type Role = "value" | "numerator" | "denominator" | "part" | "target";

/** 何の数か — the kind of quantity a row or column states. */
export type Measure = "ratio" | "count" | "days" | "hours" | "years" | "difference" | "growth" | "text";

/** 読み取りの根拠 — a feature and the heading it was taken from. */
export interface Reason {
  readonly feature: "indicator" | "role" | "period" | "group" | "unit" | "measure";
  readonly said: string;
  readonly at: Place;
}

/**
 * 観測値 — one figure with its coordinates: the unit in which everything after reading thinks.
 *
 * shape  `year` of an as-of period is the year of its date; a merged cell gives one observation per covered cell
 */
export interface Observation {
  /** Position in `Reading.observations`. */
  readonly id: number;
  readonly at: Place;
  readonly row: number;
  readonly col: number;
  readonly indicator: string;
  readonly role: Role;
  readonly measure: Measure;
  readonly period: Period | undefined;
  readonly group: Group;
  readonly state: FigureState;
  readonly value: number | null;
  readonly unit: Unit;
  /** Shown text of the whole cell. */
  readonly text: string;
  /** The figure as written, with its own unit (null if none), step, marks. */
  readonly figure: Figure;
  /** The number in the cell is typed as text. */
  readonly isText: boolean;
  readonly formula?: string;
  readonly format: string;
  /** 0–1. Errors are said only from 0.6 up. */
  readonly confidence: number;
  /** Id of the table in `Reading.tables`. */
  readonly table: number;
  /** Same for all observations of one line of figures (a row, or a column in a transposed table): "table:r12". */
  readonly line: string;
  /** The words of the line's headings, joined: "取得日数(男) 5日未満". */
  readonly label: string;
  /** For part rows: the total they add up to is the observation with this `sum` on role "total"; see `reading/axes`. */
  readonly isTotal: boolean;
  /** Under 策定時値, 基準値: what the plan set out from. */
  readonly isBaseline?: true;
  /** A covered cell of a merge that is not its anchor. */
  readonly isMergedCopy: boolean;
  readonly reasons: readonly Reason[];
  /** Somebody said how to read it. */
  readonly correctedBy?: ReadingCorrection;
}

/** セルごとの観測値 — the figures of one cell together; in a reading they follow each other. */
export function listByCell(observations: readonly Observation[]): readonly (readonly Observation[])[] {
  const cells: Observation[][] = [];
  let last: Observation | undefined;
  for (const o of observations) {
    if (last?.row === o.row && last.col === o.col && last.at.sheet === o.at.sheet) cells.at(-1)!.push(o);
    else cells.push([o]);
    last = o;
  }
  return cells;
}
