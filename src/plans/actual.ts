import type { Place } from "../model/cell";
import type { Sentence } from "../model/finding";
import type { FigureState, Unit } from "../model/figure";
import type { Group } from "../model/observation";
import type { FiscalYear } from "../model/period";

/**
 * 実績 — what a workbook says of one indicator, one population and one fiscal year.
 *
 * shape  `counts` are the people behind a rate, when they give the rate that is stated
 */
export interface Actual {
  readonly fiscalYear: FiscalYear;
  readonly group: Group;
  readonly state: FigureState;
  readonly value: number | null;
  readonly unit: Unit;
  readonly at: Place;
  /** The cell is blank, or there is none: the value comes from its sources. */
  readonly isDerived: boolean;
  readonly counts: { readonly numerator: number; readonly denominator: number } | null;
  /** Size of the last digit shown; null where nothing is rounded. */
  readonly step: number | null;
  readonly isApproximate: boolean;
  /** The words of its line. */
  readonly label: string;
  /** 策定時値: the sheet itself calls it what the plan set out from. */
  readonly isBaseline: boolean;
  /** The figures contradict each other: what they say, in words. */
  readonly conflict: Sentence | null;
  readonly text: string;
  readonly confidence: number;
  readonly table: number;
}

/** 生の値 — the fraction behind a rate where there is one, else the figure as stated. */
export function rawValue(actual: Actual): number | null {
  if (actual.state !== "value") return null;
  return actual.counts ? actual.counts.numerator / actual.counts.denominator : actual.value;
}

/** 累計か — the figure already speaks for all years so far. */
export function isCumulative({ label }: Actual): boolean {
  return /累計|通算|[〜～~-].*計/u.test(label);
}

/** 比べられる単位か — the same kind of quantity; people and cases are both counted. */
export function isSameUnit(a: Unit, b: Unit): boolean {
  const isCount = (unit: Unit) => unit === "people" || unit === "cases";
  return a === b || (isCount(a) && isCount(b));
}
