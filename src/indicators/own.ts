import type { OwnIndicator } from "../model/profile";
import type { Indicator } from "./indicator";

/**
 * 自組織の指標を加える — the catalogue with an organisation's own indicators, which are known by their labels.
 *
 * shape  an own indicator takes the place of one with the same id
 */
export function withOwnIndicators(catalogue: readonly Indicator[], own: readonly OwnIndicator[]): readonly Indicator[] {
  if (own.length === 0) return catalogue;
  const ids = new Set(own.map(({ id }) => id));
  return [...catalogue.filter(({ id }) => !ids.has(id)), ...own.map(asIndicator)];
}

function asIndicator(own: OwnIndicator): Indicator {
  const labels = own.labels.length > 0 ? own.labels : [own.label];
  return {
    id: own.id,
    label: { ja: own.label, en: own.label },
    shape: own.unit === "ratio" ? "uptake" : "quantity",
    unit: own.unit,
    direction: own.direction,
    timing: "period",
    topics: [],
    labels,
    ...(own.numerator === undefined ? {} : { numeratorLabels: own.numerator }),
    ...(own.denominator === undefined ? {} : { denominatorLabels: own.denominator }),
    source: "設定に登録された自組織の指標",
  };
}
