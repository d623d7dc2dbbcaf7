import type { Period } from "../../model/period";
import type { Profile } from "../../model/profile";

/**
 * 対象の年度 — the fiscal year a period speaks for, under the profile's meaning of an April 1 figure.
 *
 * shape  a date other than April 1 speaks for the fiscal year it lies in
 * none   undefined without a period
 */
export function findSpokenYear(period: Period | undefined, profile: Pick<Profile, "asOfSpeaksFor">): number | undefined {
  if (!period) return undefined;
  if (period.kind !== "as-of") return period.year;
  const [, month, day] = (period.date ?? `${period.year}-04-01`).split("-").map(Number);
  if (month === 4 && day === 1) return profile.asOfSpeaksFor === "previous-year" ? period.year - 1 : period.year;
  return (month ?? 4) < 4 ? period.year - 1 : period.year;
}

/** その日の年度 — the fiscal year an ISO date lies in. */
export function findFiscalYearOf(isoDate: string): number {
  const [year = 0, month = 4] = isoDate.split("-").map(Number);
  return month < 4 ? year - 1 : year;
}
