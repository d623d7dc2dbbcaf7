import type { Place } from "../model/cell";
import type { Severity } from "../model/finding";
import type { Observation } from "../model/observation";
import type { Period } from "../model/period";
import { defineCheck } from "./define-check";
import { hasValue } from "./relations/compare";
import { groupBy } from "./relations/evidence";
import { findSpokenYear } from "../notation/judged-year";
import { fiscalYearOfDate } from "../notation/period";
import { renderPeriod } from "./relations/render";
import { readPeriod } from "../notation/period";

/**
 * 公表より後の実績 — an actual of a year that had not begun when the sheet was published, or has not begun today.
 *
 * looks at  actuals against a date of publication on their sheet, and against the day of the look
 * silent    targets, forecasts (見込, 予定), blanks; years in progress
 * source    R31 in the catalogue of checks
 */
export const actualAfterPublication = defineCheck({
  id: "actual-after-publication",
  severity: "error",
  cause: "period",
  needs: ["reading", "figures", "keys", "profile", "asOf", "tables"],
  *run({ reading, figures, keys, profile, asOf, tables }) {
    const published = findPublications(reading);
    const earliest = [asOf, ...[...published.values()].map(({ date }) => date)].sort()[0]!;
    const begins = keys.periods.map((period) => (period ? beginOf(period, profile) : ""));
    if (!begins.some((begin) => begin > earliest)) return;
    const beginOfFigure = (o: Observation): string => begins[keys.periodOf(o)]!;
    const actuals = figures.pick((kind) => kind.role !== "target" && kind.state === "value" && !kind.isMergedCopy).filter((o) => o.period !== undefined && o.table >= 0);
    const late = new Set(actuals.filter((o) => beginOfFigure(o) > earliest).map((o) => o.table));
    for (const group of groupBy(
      actuals.filter((o) => late.has(o.table) && hasValue(o)),
      (o) => o.table,
    ).values()) {
      const [any] = group;
      if (!any) continue;
      const headings = tables.get(any.table)?.periods ?? [];
      if (headings.some((h) => /見込|予定|推計|目標|計画/.test(h.text))) continue;
      const publication = published.get(any.at.sheet);
      for (const limit of [publication, { date: asOf, at: undefined, text: "" }]) {
        if (!limit) continue;
        const late = group.filter((o) => beginOfFigure(o) > limit.date);
        const [first, ...rest] = late;
        // Where no figure is older than the date, the date is of something else.
        const isTold = group.length > late.length && late.length <= group.length / 2;
        if (!first || (limit.at && !isTold)) continue;
        const severity: Severity = isTold && first.confidence >= 0.8 ? "error" : "warning";
        yield {
          at: first,
          related: [...rest, ...(limit.at ? [limit.at] : [])],
          severity,
          facts: { period: renderPeriod(first.period), date: limit.at ? limit.text : limit.date, isToday: limit.at === undefined },
        };
        break;
      }
    }
  },
  say: {
    ja: (f) => `実績の時期〔${f.period.ja}〕が${f.isToday ? `点検日〔${f.date}〕` : `公表〔${f.date}〕`}より後です。年度か、目標の欄ではないかを確認してください。`,
    en: (f) =>
      `The actual is for ${f.period.en}, which is after ${f.isToday ? `the day of this check (${f.date})` : `the publication (${f.date})`}. Please check the year, or whether it is a target.`,
  },
});

function beginOf(period: Period, profile: Parameters<typeof findSpokenYear>[1]): string {
  if (period.kind === "as-of" && period.date) return period.date;
  const year = findSpokenYear(period, profile) ?? 0;
  return period.kind === "calendar-year" ? `${year}-01-01` : period.month !== undefined ? monthBegin(year, period.month) : `${year}-04-01`;
}

function monthBegin(year: number, month: number): string {
  return `${month < 4 ? year + 1 : year}-${String(month).padStart(2, "0")}-01`;
}

function findPublications(reading: { readonly texts: readonly { readonly at: Place; readonly text: string }[] }): Map<string, { date: string; at: Place; text: string }> {
  const found = new Map<string, { date: string; at: Place; text: string }>();
  for (const { at, text } of reading.texts) {
    if (text.length > 60 || !/公表日?|公開日|掲載日|更新日/.test(text)) continue;
    const month = /((?:19|20)\d{2}|(?:平成|令和)\s*(?:元|\d{1,2}))\s*年\s*(\d{1,2})\s*月/.exec(text.normalize("NFKC"));
    const year = month ? readPeriod(`${month[1]}年`)?.period.year : undefined;
    if (year === undefined || !month) continue;
    // Until the end of that month: a year begun by then may have been published.
    const date = `${year}-${String(Number(month[2])).padStart(2, "0")}-31`;
    if (fiscalYearOfDate(date) > 2000) found.set(at.sheet, { date, at, text: month[0] });
  }
  return found;
}
