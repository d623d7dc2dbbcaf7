import type { CellRange, Place } from "../model/cell";
import type { Sentence, Severity } from "../model/finding";
import type { JudgementStatus } from "../model/plan";
import type { Profile, ReadingCorrection } from "../model/profile";
import type { ReasonState } from "./accepted";

/** 指摘の表示 — one finding as the pane shows it. */
export interface FindingView {
  readonly id: number;
  readonly check: string;
  readonly severity: Severity;
  readonly at: Place;
  readonly related: readonly Place[];
  /** What it speaks of: indicator, group and year. */
  readonly about: Sentence;
  readonly message: Sentence;
  readonly arithmetic?: Sentence;
  readonly fix: string | null;
  /** The figures it rests on, as text: an accepted reason holds while they stay. */
  readonly figures: string;
  /** Set when somebody gave a reason: `holds` while the figures and the year are those it was given for, else it is to be confirmed. */
  readonly accepted: ReasonState | null;
  readonly indicator: string | null;
  readonly fiscalYear: number | null;
}

/** 点検できなかったものの表示 — the same need, missing at one or more places. */
export interface NotCheckedView {
  readonly check: string;
  readonly missing: Sentence;
  readonly places: readonly Place[];
}

/** 補完の表示 — one derived figure that can be written. */
export interface FillView {
  readonly id: number;
  readonly at: Place;
  readonly about: Sentence;
  /** What the cell will show, for people who read it here. */
  readonly shown: Sentence;
  /** What the cell will show, as it will stand in the sheet. */
  readonly written: string;
  readonly formula: string | null;
  readonly derivation: Sentence;
  readonly sources: readonly Place[];
}

/** 直しの表示 — a number typed as text that can become a number and go on looking the same. */
export interface RepairView {
  readonly id: number;
  readonly at: Place;
  readonly about: Sentence;
  readonly text: string;
  readonly value: number;
  readonly format: string;
}

/** 判定の表示 — one year of one target. */
export interface JudgementView {
  readonly fiscalYear: number;
  readonly status: JudgementStatus;
  readonly at: Place | null;
  /** 11.9日 — what was reached; null when there is no figure. */
  readonly actual: Sentence | null;
  /** The same as a number in the unit of the target, for lines and comparisons. */
  readonly value: number | null;
  readonly isDerived: boolean;
  /** あと0.1日, あと1人 — what is missing; null when nothing is. */
  readonly gap: Sentence | null;
  readonly because: Sentence;
}

/** 目標の行 — one target with its years. */
export interface TargetRowView {
  readonly id: string;
  readonly label: Sentence;
  /** The target in the sheet's own words, or its number where those are a sentence. */
  readonly text: Sentence;
  readonly at: Place;
  /** The number to reach; null for targets that name only a direction, or a change. */
  readonly goal: number | null;
  readonly judgements: readonly JudgementView[];
}

/** 年度の帯の表示 — what one plan year comes to; every judged target counts in exactly one of the classes. */
export interface YearBandView {
  readonly year: number;
  readonly judged: number;
  readonly counts: readonly { readonly of: "met" | "missed" | "inProgress" | "notApplicable" | "unknown" | "toConfirm"; readonly count: number }[];
  /** Targets that name only a direction, beside those that are judged. */
  readonly direction: number;
}

/** 計画の表示 — one plan, its years and its targets; `years` holds the plan years, or all years without a plan. */
export interface PlanView {
  readonly id: string;
  readonly name: string;
  readonly law: "jisedai" | "jokatsu" | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly at: Place | null;
  readonly years: readonly number[];
  readonly band: readonly YearBandView[];
  readonly rows: readonly TargetRowView[];
}

/** 表の表示 — what one table was read as. */
export interface TableView {
  readonly id: number;
  readonly sheet: string;
  readonly range: CellRange;
  readonly title: string;
  readonly indicator: Sentence | null;
  readonly indicatorId: string | null;
  readonly confidence: number;
  readonly figures: number;
  readonly periods: string;
  /** By what a correction of the whole table would name it. */
  readonly heading: CorrectionHeading;
  readonly years: readonly YearHeadingView[];
  readonly correctedBy: ReadingCorrection | null;
}

/** 訂正の見出し — the words by which a correction names what it speaks of. */
export type CorrectionHeading = Pick<ReadingCorrection, "sheet" | "heading" | "beside" | "caption">;

/** 目標の種類 — how a target is held against the actuals, as far as it can be picked. */
export type TargetSort = NonNullable<ReadingCorrection["target"]>;

/** 年の見出しの表示 — a heading and the year it was read as. */
export interface YearHeadingView {
  readonly at: Place;
  readonly text: string;
  readonly period: Sentence;
  /** The fiscal year, or the year of a day. */
  readonly year: number;
  readonly heading: CorrectionHeading;
  readonly correctedBy: ReadingCorrection | null;
}

/** 読めなかった区画の表示 — where it is and why. */
export interface UnreadView {
  readonly sheet: string;
  readonly range: CellRange;
  readonly figures: number;
  readonly because: Sentence;
  readonly heading: CorrectionHeading;
}

/** 読み取った行 — one line of figures and what it was read as. */
export interface LineView {
  readonly label: string;
  readonly indicator: Sentence;
  readonly role: "value" | "numerator" | "denominator" | "part" | "target";
  readonly confidence: number;
  readonly cells: readonly { readonly at: Place; readonly period: Sentence; readonly text: string; readonly read: Sentence }[];
  /** The headings it rests on. */
  readonly reasons: readonly { readonly feature: string; readonly said: string; readonly at: Place }[];
  /** null for what is no indicator's: a target of somebody else. */
  readonly indicatorId: string | null;
  readonly sex: "male" | "female" | null;
  readonly heading: CorrectionHeading;
  /** One of several figures in its cells: what it is, its place there says. */
  readonly isPartOfCell: boolean;
  readonly target: TargetSort | null;
  readonly correctedBy: ReadingCorrection | null;
}

/** 点検の表示 — the part of an inspection that the pane shows; the figures stay with the engine. */
export interface InspectionView {
  readonly name: string;
  readonly asOf: string;
  readonly profile: Profile;
  readonly tables: readonly TableView[];
  readonly figures: number;
  readonly sheets: readonly { readonly name: string; readonly isProtected: boolean }[];
  /** Those that stand; one with a reason asks whether it still holds. */
  readonly findings: readonly FindingView[];
  /** Those whose reason holds. */
  readonly accepted: readonly FindingView[];
  readonly notChecked: readonly NotCheckedView[];
  readonly fills: readonly FillView[];
  readonly repairs: readonly RepairView[];
  readonly plans: readonly PlanView[];
  /** Checks that broke on this workbook. */
  readonly failures: readonly { readonly check: string; readonly error: string }[];
  readonly unread: readonly UnreadView[];
  /** For each correction of the profile, whether its heading is in this workbook. */
  readonly metCorrections: readonly boolean[];
  /** Cells that a mark would cover. */
  readonly missed: number;
  /** Plan years of which a follow-up sheet can be made, and the one it is made of unless another is picked. */
  readonly followUp: { readonly years: readonly number[]; readonly year: number | null };
  /** Names of grades as the figures have them, in sheet order. */
  readonly grades: readonly string[];
  readonly checks: readonly CheckView[];
  /** Names of the indicators that findings and corrections speak of, by id. */
  readonly names: { readonly [indicator: string]: Sentence };
}

/** 点検項目の表示 — one check that can be switched on and off. */
export interface CheckView {
  readonly id: string;
  readonly name: Sentence;
  /** Off unless it is switched on. */
  readonly isOptional: boolean;
}

/** 見直しの表示 — what other accepted reasons change; `rebuilt` is null when nothing rests on the figures in question, `said` when the findings are the same. */
export interface ReviewView {
  readonly reasons: readonly { readonly id: number; readonly state: ReasonState }[];
  readonly rebuilt: Pick<InspectionView, "fills" | "plans" | "followUp" | "missed"> | null;
  readonly said: Pick<InspectionView, "findings" | "accepted"> | null;
}
