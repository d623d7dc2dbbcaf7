import type { Observation } from "../model/observation";
import { defineCheck } from "./define-check";
import { hasValue } from "./relations/compare";
import { groupBy } from "./relations/evidence";
import { familyOf } from "./relations/family";
import { findSpokenYear } from "../notation/judged-year";
import { renderStated } from "./relations/render";

/**
 * 分母の分からない率や平均 — an average or rate is stated although the eligible are still unknown.
 *
 * looks at  denominators in the state 未把握, and the figures of the same family and year anywhere
 * silent    unknown denominators beside unknown rates
 * source    R20 in the catalogue of checks
 */
export const denominatorUnknown = defineCheck({
  id: "denominator-unknown",
  severity: "warning",
  cause: "state",
  needs: ["figures", "profile"],
  *run({ figures, profile }) {
    const key = (o: Observation) => `${familyOf(o.indicator)}|${findSpokenYear(o.period, profile)}|${o.group.sex ?? ""}`;
    const unknown = figures.pick((kind) => kind.role === "denominator" && kind.state === "unknown");
    if (unknown.length === 0) return;
    const stated = groupBy(
      figures.pick((kind) => kind.role === "value" && !kind.isMergedCopy && (kind.unit === "ratio" || kind.unit === "days") && kind.measure !== "growth").filter(hasValue),
      key,
    );
    for (const line of groupBy(unknown, (o) => o.line).values()) {
      const figures = line.flatMap((o) => stated.get(key(o)) ?? []);
      const at = line.find((o) => !o.isMergedCopy) ?? line[0];
      const [first] = figures;
      if (at && first)
        yield {
          at,
          related: figures,
          facts: { label: at.label.replace(/\s+/g, " "), said: at.text.replace(/\s+/g, " "), stated: renderStated(first), sheet: first.at.sheet, cell: first.at.cell },
        };
    }
  },
  say: {
    ja: (f) => `「${f.label}」が『${f.said}』のまま、〔${f.stated}〕が入力されています（${f.sheet} ${f.cell}）。何を分母にした値か書き添えてください。`,
    en: (f) => `"${f.label}" still says "${f.said}", yet ${f.stated} is stated (${f.sheet} ${f.cell}). Please say what it was divided by.`,
  },
});
