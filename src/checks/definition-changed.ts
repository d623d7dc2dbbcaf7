import { defineCheck } from "./define-check";
import { hasValue } from "./relations/compare";
import { findSpokenYear } from "../notation/judged-year";
import { renderFiscalYear } from "./relations/render";

/** The first fiscal year under a new rule, and what changed. */
const CHANGES: readonly { readonly indicator: RegExp; readonly year: number; readonly what: { readonly ja: string; readonly en: string } }[] = [
  { indicator: /^child_nursing_leave/, year: 2025, what: { ja: "子の看護等休暇への拡大（令和7年4月）", en: "child nursing leave was widened in April 2025" } },
  { indicator: /^partial_leave/, year: 2025, what: { ja: "部分休業の選択制（令和7年度）", en: "partial leave became a choice of two forms in fiscal 2025" } },
];

/**
 * 制度改正をまたぐ比較 — the years before and after a change of the law do not count the same thing.
 *
 * looks at  lines with figures on both sides of a change
 * silent    lines that end before or begin after it
 * source    R24 in the catalogue of checks
 */
export const definitionChanged = defineCheck({
  id: "definition-changed",
  severity: "info",
  cause: "period",
  needs: ["lines", "profile"],
  *run({ lines, profile }) {
    const told = new Set<string>();
    for (const { observations, table } of lines.having((kind) => CHANGES.some((c) => c.indicator.test(kind.indicator)))) {
      const change = CHANGES.find((c) => observations.some((o) => c.indicator.test(o.indicator)));
      if (!change || told.has(`${table}|${change.year}|${change.indicator.source}`)) continue;
      const stated = observations.filter((o) => o.role === "value" && hasValue(o) && change.indicator.test(o.indicator));
      const after = stated.find((o) => (findSpokenYear(o.period, profile) ?? 0) >= change.year);
      const before = stated.findLast((o) => (findSpokenYear(o.period, profile) ?? Infinity) < change.year);
      if (!after || !before) continue;
      told.add(`${table}|${change.year}|${change.indicator.source}`);
      yield { at: after, related: [before], facts: { what: change.what, year: renderFiscalYear(change.year) } };
    }
  },
  say: {
    ja: (f) => `制度改正（${f.what.ja}）により、${f.year.ja}以後は前年度までと単純に比較できません。`,
    en: (f) => `From ${f.year.en} the figures do not simply compare with the years before: ${f.what.en}.`,
  },
});
