import type { Sentence, Severity } from "../model/finding";
import type { Observation } from "../model/observation";
import { defineCheck } from "./define-check";
import type { Agreement } from "./relations/compare";
import { compareAtDigits, hasValue } from "./relations/compare";
import type { Trial } from "./relations/evidence";
import { askAboutReading, groupBy, leastConfidence, weighTrials } from "./relations/evidence";
import { oncePerTable } from "./relations/once-per-table";
import type { PerHeadCase } from "./relations/per-head";
import { renderComputed, renderNumber, renderStated } from "./relations/render";

const NO_HOURS: Sentence = { ja: "時間数が同じ表に見つかりません", en: "no hours found in the same table" };
const NO_PEOPLE: Sentence = { ja: "対象人数が同じ表に見つかりません", en: "no number of people found in the same table" };

/**
 * 一人当たりと時間数の不一致 — hours per head that hours and people do not give, month by month and for the year.
 *
 * looks at  figures per head with the hours of the same table and the people its heading names
 * silent    the sum of rounded months, which need not be the year; tables without hours or people
 *           and without the year per head beside a monthly average
 * source    R11 in the catalogue of checks
 */
export const perHeadDisagreesWithHours = defineCheck({
  id: "per-head-disagrees-with-hours",
  severity: "error",
  cause: "sum",
  needs: ["perHead", "profile"],
  *run({ perHead, profile }) {
    const tried: Tried[] = [];
    const isFirst = oncePerTable();
    for (const c of perHead) {
      if (!hasValue(c.perHead) || c.perHead.isMergedCopy) continue;
      if (!c.hours && hasValue(c.year)) {
        const computed = c.year.value / 12;
        // The year is itself rounded; a twelfth of its last digit is within the month's.
        const agreement =
          Math.abs(computed - c.perHead.value) <= (c.year.figure.step ?? 0) / 24 + (c.perHead.figure.step ?? 0) / 2
            ? "agrees"
            : compareAtDigits(c.perHead, computed, profile.rounding);
        tried.push({ of: c, hours: c.year.value, people: 1, computed, agreement, isTwelfth: true });
        continue;
      }
      if (!c.hours || !c.headcount) {
        const missing = c.hours ? NO_PEOPLE : NO_HOURS;
        if (isFirst(c.perHead, missing)) yield { at: c.perHead, missing };
        continue;
      }
      if (!hasValue(c.hours) || c.headcount.value <= 0) continue;
      const perYear = c.hours.value / c.headcount.value;
      // A monthly average stands in a column without a month: a twelfth of the year.
      const isAverageOfYear = c.perHead.indicator === "overtime_per_head_month" && c.perHead.period?.month === undefined;
      const computed = isAverageOfYear && compareAtDigits(c.perHead, perYear, profile.rounding) === "differs" ? perYear / 12 : perYear;
      tried.push({
        of: c,
        hours: c.hours.value,
        people: c.headcount.value,
        computed,
        agreement: compareAtDigits(c.perHead, computed, profile.rounding),
        isTwelfth: computed !== perYear,
      });
    }
    for (const group of groupBy(tried, (t) => t.of.rule).values()) {
      const weighed = weighTrials(group.map(trialOf));
      if (!weighed) continue;
      if (weighed.kind === "reading") {
        const { perHead: at, hours } = weighed.first.of;
        yield {
          at,
          related: [hours, weighed.first.of.headcount?.at].filter((e) => e !== undefined),
          question: askAboutReading(at, weighed.broken.length, { ja: `「時間数÷人数（${weighed.first.people}人）」`, en: `hours ÷ people (${weighed.first.people})` }),
        };
        continue;
      }
      const severity: Severity = weighed.kind === "sheet" ? "error" : "warning";
      for (const t of weighed.broken) {
        const division = `${renderNumber(t.hours)}${t.people === 1 ? "" : ` ÷ ${renderNumber(t.people)}`}${t.isTwelfth ? " ÷ 12" : ""} = ${renderComputed(t.computed, t.of.perHead)}`;
        const stated = renderStated(t.of.perHead);
        yield {
          at: t.of.perHead,
          related: [t.of.hours ?? t.of.year, t.of.headcount?.at].filter((e) => e !== undefined),
          severity,
          facts: { stated, division },
          arithmetic: { ja: `${division}、記載 ${stated}`, en: `${division}, stated ${stated}` },
        };
      }
    }
  },
  say: {
    ja: (f) => `一人当たり〔${f.stated}〕は ${f.division} と一致しません。`,
    en: (f) => `The figure per head ${f.stated} disagrees with ${f.division}.`,
  },
});

interface Tried {
  readonly of: PerHeadCase & { readonly perHead: Observation };
  readonly hours: number;
  readonly people: number;
  readonly computed: number;
  readonly agreement: Agreement;
  readonly isTwelfth: boolean;
}

function trialOf(t: Tried): Trial<Tried> {
  const stated = t.of.perHead.value ?? 0;
  return {
    of: t,
    holds: t.agreement !== "differs",
    isTelling: t.hours > 0,
    isPlausible:
      Math.abs(stated - t.computed) <= 0.3 * Math.max(1, t.computed) ||
      Math.abs(stated * 10 - t.computed) < 0.06 * t.computed ||
      Math.abs(stated / 10 - t.computed) < 0.06 * t.computed,
    confidence: leastConfidence([t.of.perHead, t.of.hours ?? t.of.year]),
  };
}
