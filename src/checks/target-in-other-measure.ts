import type { Unit } from "../model/figure";
import type { Observation } from "../model/observation";
import { defineCheck } from "./define-check";
import { familyOf } from "./relations/family";
import { renderStated } from "./relations/render";

const NAME: { readonly [unit in Unit]: { readonly ja: string; readonly en: string } } = {
  ratio: { ja: "率", en: "a rate" },
  people: { ja: "人数", en: "people" },
  days: { ja: "日数", en: "days" },
  hours: { ja: "時間", en: "hours" },
  years: { ja: "年数", en: "years" },
  cases: { ja: "件数", en: "cases" },
  points: { ja: "ポイント", en: "points" },
};

/**
 * 測り方の違う目標 — the target is in days, the actual is a rate.
 *
 * looks at  numeric targets against the figures beside them, else against all figures of what they speak of
 * silent    targets for which some figure of the same measure stands anywhere
 * source    R21 in the catalogue of checks
 */
export const targetInOtherMeasure = defineCheck({
  id: "target-in-other-measure",
  severity: "warning",
  cause: "target",
  needs: ["reading"],
  *run({ reading }) {
    const byFamily = new Map<string, Observation[]>();
    const byRow = new Map<string, Observation[]>();
    const add = (map: Map<string, Observation[]>, key: string, o: Observation) => {
      const list = map.get(key);
      if (list) list.push(o);
      else map.set(key, [o]);
    };
    for (const o of reading.observations) {
      if (o.role === "part" || o.role === "target" || o.measure === "growth" || o.isMergedCopy) continue;
      // Blank and 該当者なし rows of the right measure will hold figures one day; counts give the rate.
      add(byFamily, `${familyOf(o.indicator)}|${o.group.sex ?? ""}`, o);
      if (o.role === "value" && o.state === "value") add(byRow, `${o.at.sheet}|${o.row}`, o);
    }
    for (const target of reading.targets) {
      if (target.value === null || target.unit === null || target.confidence < 0.5 || target.change !== null) continue;
      const row = Number(/\d+$/.exec(target.at.cell)?.[0] ?? 0) - 1;
      const beside = target.source === "column" ? (byRow.get(`${target.at.sheet}|${row}`) ?? []).filter((o) => familyOf(o.indicator) === familyOf(target.indicator)) : [];
      const actuals = beside.length > 0 ? beside : (byFamily.get(`${familyOf(target.indicator)}|${target.group.sex ?? ""}`) ?? []);
      const first = actuals.find((o) => o.role === "value" && o.state === "value");
      const isMeasured = actuals.some((o) => (o.role === "value" && o.unit === target.unit) || (o.role === "denominator" && target.unit === "ratio"));
      if (!first || isMeasured) continue;
      yield { at: target.at, related: [first], facts: { target: target.text, targetIn: NAME[target.unit], actual: renderStated(first), actualIn: NAME[first.unit] } };
    }
  },
  say: {
    ja: (f) => `目標〔${f.target}〕は${f.targetIn.ja}、実績〔${f.actual}〕は${f.actualIn.ja}です。測り方が違うため達成の判定ができません。`,
    en: (f) => `The target (${f.target}) is in ${f.targetIn.en}, the actual (${f.actual}) in ${f.actualIn.en}. They cannot be compared.`,
  },
});
