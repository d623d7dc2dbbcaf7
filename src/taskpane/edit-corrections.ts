import type { CorrectionHeading, LineView, TargetSort } from "../inspection/inspection-view";
import { fiscalYear } from "../model/period";
import type { Profile, ReadingCorrection } from "../model/profile";

/** 読み方の選択 — what somebody picked for a line; "ignore" in place of an indicator: it is not to be read. */
export interface PickedReading {
  readonly indicator: string;
  readonly role: Exclude<LineView["role"], "target">;
  readonly sex: "male" | "female" | "all";
}

/** What the correction is about: one heading can have one of each. */
function kindOf({ year, target }: ReadingCorrection): "year" | "target" | "reading" {
  return year !== undefined ? "year" : target !== undefined ? "target" : "reading";
}

function keyOf(one: ReadingCorrection): string {
  return JSON.stringify([kindOf(one), one.sheet, one.heading, one.beside ?? null, one.caption ?? null]);
}

/** 訂正を加える — takes the place of an earlier one of the same heading. */
export function addCorrection(profile: Profile, correction: ReadingCorrection): Profile {
  return { ...profile, corrections: [...profile.corrections.filter((one) => keyOf(one) !== keyOf(correction)), correction] };
}

/** 訂正をやめる — the heading is read again as the sheet says. */
export function removeCorrection(profile: Profile, correction: ReadingCorrection): Profile {
  return { ...profile, corrections: profile.corrections.filter((one) => keyOf(one) !== keyOf(correction)) };
}

/** 行の訂正 — what was picked where it differs from how the line was read; all of it, when somebody only says that it is right. */
export function correctLine(heading: CorrectionHeading, read: PickedReading, picked: PickedReading): ReadingCorrection {
  if (picked.indicator === "ignore") return { ...heading, role: "ignore" };
  const changed: Partial<ReadingCorrection> = {
    ...(picked.indicator === read.indicator ? {} : { indicator: picked.indicator }),
    ...(picked.role === read.role ? {} : { role: picked.role }),
    ...(picked.sex === read.sex ? {} : { sex: picked.sex }),
  };
  return Object.keys(changed).length > 0 ? { ...heading, ...changed } : { ...heading, indicator: picked.indicator, role: picked.role };
}

/** 表の訂正 — the indicator of a whole table, or that it is not to be read. */
export function correctTable(heading: CorrectionHeading, indicator: string): ReadingCorrection {
  return indicator === "ignore" ? { ...heading, role: "ignore" } : { ...heading, indicator };
}

/** 年の訂正 — the year of a heading. */
export function correctYear(heading: CorrectionHeading, year: number): ReadingCorrection {
  return { ...heading, year: fiscalYear(year) };
}

/** 目標の訂正 — the kind of a target. */
export function correctTarget(heading: CorrectionHeading, target: TargetSort): ReadingCorrection {
  return { ...heading, target };
}
