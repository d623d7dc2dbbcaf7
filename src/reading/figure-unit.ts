import type { Figure, Unit } from "../model/figure";
import type { Measure } from "../model/observation";
import type { LabelFeatures } from "../notation/label-features";
import type { Line } from "./line";

/** 書かれた単位 — the unit written with the figures of a cell, the value's first. */
export function unitHint(figures: readonly Figure[]): Unit | undefined {
  if (figures.length === 1) return figures[0]!.unit ?? undefined;
  const written = figures.find((figure) => figure.part === "value" && figure.unit !== null) ?? figures.find((figure) => figure.unit !== null);
  return written?.unit ?? undefined;
}

/** 単位による読み替え — people under a heading of a rate or of days are a count. */
export function withUnit(features: LabelFeatures, line: Line, column: Line, unit: Unit | undefined): LabelFeatures {
  // 91.7% in a line of 水道事業管理者 or beside 22人 is a rate, whatever the words count.
  if ((unit === "ratio" || unit === "days" || unit === "hours") && features.measure === "count") {
    const { part: _part, ...others } = features;
    return { ...others, measure: unit };
  }
  if (unit !== "people" && unit !== "cases") return features;
  const said = line.features?.measure ?? column.features?.measure;
  return said === undefined || said === "ratio" || said === "days" ? { ...features, measure: "count" } : features;
}

/** 見出しの単位 — where it fits what the line measures. */
export function headingUnitFor(measure: Measure, unit: Unit | undefined): Unit | undefined {
  if (unit === undefined) return undefined;
  // 単位：人 over a table with a line of rates speaks for the counts only.
  if (measure === "ratio") return unit === "ratio" ? unit : undefined;
  if (measure === "count") return unit === "people" || unit === "cases" ? unit : undefined;
  if (measure === "days") return unit === "days" ? unit : undefined;
  if (measure === "hours") return unit === "hours" ? unit : undefined;
  return unit;
}

/** 測り方の単位 — what a measure is usually counted in. */
export function unitOfMeasure(measure: Measure): Unit | undefined {
  return ({ ratio: "ratio", count: "people", days: "days", hours: "hours", years: "years", growth: "ratio" } as { readonly [measure in Measure]?: Unit })[measure];
}

/** 単位の測り方 — the measure an indicator of this unit states. */
export function measureOfUnit(unit: Unit): Measure {
  return ({ ratio: "ratio", days: "days", hours: "hours", years: "years", points: "difference" } as { readonly [unit in Unit]?: Measure })[unit] ?? "count";
}
