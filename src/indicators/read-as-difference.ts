import type { Measure } from "../model/observation";
import type { Indicator } from "./indicator";
import type { LineContext, LineReading } from "./line-reading";

/** 男女差の表を読む — 女性 and 男性 are parts with their sex, the difference is the value. */
export function readAsDifference(indicator: Indicator, { features, hints }: LineContext): LineReading | undefined {
  const own: Measure = indicator.unit === "years" ? "years" : "ratio";
  if (features.measure === "growth" || features.measure === "hours" || features.measure === "days") return undefined;
  if (own === "years" && hints.unit !== undefined && hints.unit !== "years" && hints.unit !== "points") return undefined;
  const { sex } = features.group;
  const isCount = features.measure === "count" || hints.unit === "people";
  if (isCount) {
    if (own === "years") return undefined;
    // 離職者数 of men: the row names the leavers, the column only whom.
    const isLeaving = /離職|退職/.test((features.said ?? [features.text]).find((text) => /離職|退職|職員数|在職|在籍/.test(text)) ?? "");
    return { role: isLeaving && features.part !== "denominator" ? "numerator" : "denominator", measure: "count", confidence: 0.7 };
  }
  if (sex !== undefined) return { role: "part", measure: own, confidence: 0.9 };
  if (features.isTotal && features.measure !== "difference") return { role: "part", measure: own, confidence: 0.7 };
  // 平均勤続年数 or 離職率 of everybody is no difference; only a heading that names both sexes makes it one.
  const isDifference = features.measure === "difference" || features.measure === undefined;
  return { role: "value", measure: features.measure === "difference" ? "difference" : own, confidence: isDifference ? 0.9 : 0.55 };
}

/** 給与の差異の表を読む — a ratio for each employment, grade and number of years; 全職員 is the whole. */
export function readAsPay(_indicator: Indicator, { features, hints }: LineContext): LineReading | undefined {
  if (features.measure === "growth" || features.measure === "days" || features.measure === "hours") return undefined;
  const bucket = features.threshold?.text;
  const section = bucket === undefined ? {} : { bucket };
  if (features.measure === "count" || hints.unit === "people") return { role: "part", measure: "count", confidence: 0.4, ...section };
  if (features.group.sex !== undefined && features.measure !== "ratio" && features.measure !== "difference" && hints.unit !== "ratio")
    return { role: "part", measure: "count", confidence: 0.4, ...section };
  return { role: "value", measure: "ratio", confidence: 0.9, dropsSex: true, ...section };
}

/** 文字の項目を読む — words are its figures. */
export function readAsText(_indicator: Indicator, { features }: LineContext): LineReading | undefined {
  return features.measure === undefined || features.measure === "text"
    ? { role: "value", measure: "text", confidence: 0.6 }
    : { role: "part", measure: features.measure, confidence: 0.4 };
}
