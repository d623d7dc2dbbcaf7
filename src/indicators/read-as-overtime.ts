import type { LabelFeatures } from "../notation/label-features";
import { compactText } from "../notation/normalize";
import type { Indicator } from "./indicator";
import type { LineContext, LineReading } from "./line-reading";

const BARE_AVERAGE = /^(?:月)?平均$/;

/**
 * 時間外勤務の表を読む — hours of all or per head, by month or by year, as words and columns say.
 *
 * shape  職員の平均超過勤務時間数 without a word of the period gives month and year both, the likelier first
 */
export function readAsOvertime(indicator: Indicator, { features, hints }: LineContext): LineReading | undefined {
  const { measure } = features;
  const isOfMonth = indicator.toldBy?.per === "month";
  const isOfHead = indicator.toldBy?.isPerHead === true;
  if (measure === "count" || hints.unit === "people") return isOfHead && !isOfMonth ? { role: "denominator", measure: "count", confidence: 0.55 } : undefined;
  if (measure === "ratio" || measure === "growth" || measure === "days" || measure === "difference" || hints.unit === "ratio" || hints.unit === "days") return undefined;
  const sure = measure === "hours" || hints.unit === "hours" ? 0.95 : 0.85;

  const isAverageColumn = !hints.month && features.isAverage === true && !features.isTotal && saysBareAverage(features);
  if (isAverageColumn && !features.isPerHead) return isOfMonth && !isOfHead ? { role: "value", measure: "hours", confidence: 0.7 } : undefined;
  const isPerHead = features.isPerHead === true || (features.isAverage === true && !features.isMonthly);
  if (!isPerHead && features.isMonthly && !hints.month && !hints.isTotalColumn) return readMonthlyAlone(indicator);
  if (isOfHead !== isPerHead) return undefined;

  // 上半期, 第1四半期 are parts of the year's hours.
  if (features.bucket !== undefined && !hints.month) return isOfMonth ? undefined : { role: "part", measure: "hours", confidence: sure, bucket: features.bucket };
  if (hints.month) return isOfMonth ? { role: "part", measure: "hours", confidence: sure } : undefined;
  if (features.isMonthly || isAverageColumn) return isOfMonth ? { role: "value", measure: "hours", confidence: sure } : undefined;
  const saysYear = features.isYearly === true || features.isTotal === true || (hints.isTotalColumn === true && features.isPerHead === true);
  if (saysYear || !isPerHead) return isOfMonth ? undefined : { role: "value", measure: "hours", confidence: sure };
  // 平均 alone is how a month's average is called; 一人当たり alone how a year's is.
  const likely = features.isPerHead === true ? !isOfMonth : isOfMonth;
  return { role: "value", measure: "hours", confidence: likely ? 0.7 : 0.55 };
}

/** 平均 as the last column of a table of months is the mean of its months. */
function saysBareAverage({ said, text }: LabelFeatures): boolean {
  return (said ?? [text]).some((words) => BARE_AVERAGE.test(compactText(words)));
}

/** 月平均 as one figure of a year is nearly always a person's; in a table of months it is a month's. */
function readMonthlyAlone({ toldBy }: Indicator): LineReading | undefined {
  if (toldBy?.per !== "month") return undefined;
  return { role: "value", measure: "hours", confidence: toldBy.isPerHead ? 0.7 : 0.65 };
}
