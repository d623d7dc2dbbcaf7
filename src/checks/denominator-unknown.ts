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
  needs: ["reading", "profile"],
  *run({ reading, profile }) {
    const key = (o: (typeof reading.observations)[number]) => `${familyOf(o.indicator)}|${findSpokenYear(o.period, profile)}|${o.group.sex ?? ""}`;
    const unknown = reading.observations.filter((o) => o.role === "denominator" && o.state === "unknown");
    if (unknown.length === 0) return;
    const stated = groupBy(
      reading.observations.filter((o) => o.role === "value" && hasValue(o) && !o.isMergedCopy && (o.unit === "ratio" || o.unit === "days") && o.measure !== "growth"),
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
