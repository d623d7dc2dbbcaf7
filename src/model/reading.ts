import type { CellRange, Place } from "./cell";
import type { Observation } from "./observation";
import type { Period } from "./period";
import type { Plan, Target } from "./plan";
import type { ReadingCorrection } from "./profile";
import type { ProgressTable } from "./progress";

/** 見出しの年 — a heading that states a period, and where. */
export interface PeriodHeading {
  readonly at: Place;
  readonly text: string;
  readonly period: Period;
  /** How it is written: "H31", "平成31年度", "令和4年4月1日現在", "2021", "28" …: decides mixtures and ambiguity. */
  readonly style: "era-short" | "era-long" | "era-date" | "western-year" | "western-nendo" | "western-date" | "bare" | "month" | "serial";
  /** Written past the end of its era: H32. */
  readonly isPastEra: boolean;
  readonly correctedBy?: ReadingCorrection;
}

/** 見出し文中の人数 — 合計17人(管理職・短時間再任用を除く). */
export interface Headcount {
  readonly at: Place;
  readonly value: number;
  readonly text: string;
  readonly period: Period | undefined;
}

/** 文のあるセル — captions, notes, titles. */
export interface TextAt {
  readonly at: Place;
  readonly text: string;
}

/** 読み取った表 — what a block of cells was read as. */
export interface ReadTable {
  readonly id: number;
  readonly sheet: string;
  readonly range: CellRange;
  /** The nearest caption first. */
  readonly captions: readonly TextAt[];
  /** Notes under or beside it. */
  readonly notes: readonly TextAt[];
  /** Headings that state years or dates, in sheet order, along the one axis that has them. */
  readonly periods: readonly PeriodHeading[];
  readonly headcount: Headcount | undefined;
  /** Indicator most of its figures speak of, when one does. */
  readonly indicator: string | undefined;
  readonly confidence: number;
  /** What somebody said of the table as a whole, by its caption. */
  readonly correctedBy?: ReadingCorrection;
}

/** 凡例 — a sentence that gives a mark its meaning: 該当者がいない項目は「－」で表しています. */
export interface Legend {
  readonly at: Place;
  readonly mark: string;
  readonly state: "not-applicable" | "unknown" | "suppressed";
  readonly text: string;
}

/** 理解した添え数 — figures that are understood but are no observation: 増減, 達成率, 対前年比. */
export interface Aside {
  readonly at: Place;
  readonly kind: "change" | "achievement" | "remark" | "evaluation" | "grade-title" | "reference-target";
  readonly text: string;
  readonly table: number;
  /** The heading of its line of changes, and whether that line is a row or a column of the table. */
  readonly head?: { readonly axis: "row" | "column"; readonly label: string };
  /** Somebody said that it is no target of the organisation. */
  readonly correctedBy?: ReadingCorrection;
}

/** 読めなかった区画 — looks like data but was not understood. */
export interface UnreadBlock {
  readonly sheet: string;
  readonly range: CellRange;
  readonly figures: number;
  readonly because: { readonly ja: string; readonly en: string };
  /** The caption over it, or else the name of its sheet: by this a correction can name its indicator. */
  readonly heading?: string;
}

/** 読み取り — everything the workbook says, with coordinates. Checks, fills and judgements look at this and never at the grid. */
export interface Reading {
  readonly tables: readonly ReadTable[];
  readonly observations: readonly Observation[];
  readonly targets: readonly Target[];
  readonly plans: readonly Plan[];
  readonly legends: readonly Legend[];
  readonly headcounts: readonly Headcount[];
  readonly asides: readonly Aside[];
  /** Tables in which the organisation itself writes what was done, how it went and why. */
  readonly progress: readonly ProgressTable[];
  /** Sentences that belong to no table. */
  readonly texts: readonly TextAt[];
  readonly unread: readonly UnreadBlock[];
  /** Corrections that met their heading. */
  readonly corrections?: readonly ReadingCorrection[];
}
