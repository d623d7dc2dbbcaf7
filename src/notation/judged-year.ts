import { fiscalYear, type FiscalYear, type Period } from "../model/period";
import type { Profile } from "../model/profile";

/**
 * 対象の年度 — the fiscal year a period speaks for, under the profile's meaning of an April 1 figure.
 *
 * shape  an April 1 figure speaks for the year before, or the one it opens, as the profile says; another date for the year it lies in
 * none   undefined without a period
 */
export function findSpokenYear(period: Period | undefined, profile: Pick<Profile, "asOfSpeaksFor">): FiscalYear | undefined {
  if (!period) return undefined;
  if (period.kind !== "as-of") return fiscalYear(period.year);
  const [, month = 4, day = 1] = (period.date ?? `${period.year}-04-01`).split("-").map(Number);
  if (month === 4 && day === 1) return fiscalYear(profile.asOfSpeaksFor === "previous-year" ? period.year - 1 : period.year);
  return fiscalYear(month < 4 ? period.year - 1 : period.year);
}

/**
 * 判定する年度 — the fiscal year a period is judged under.
 *
 * shape  the year the period speaks for
 * none   undefined without a period, and for a single month
 */
export function findJudgedYear(period: Period | undefined, profile: Pick<Profile, "asOfSpeaksFor">): FiscalYear | undefined {
  return period?.month === undefined ? findSpokenYear(period, profile) : undefined;
}
