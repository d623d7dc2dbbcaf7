import type { Unit } from "../model/figure";
import type { Measure } from "../model/observation";
import type { LabelFeatures } from "../notation/label-features";
import { compactText } from "../notation/normalize";
import type { Indicator } from "./indicator";
import type { LineContext, LineReading } from "./line-reading";

const USUAL_LIMIT_DAYS = 3;
const GRANTED = /付与(?:日数|された|数)/;
/** Days that were neither taken nor granted in the year. */
const LEFT_OVER = /^(?!.*付与).*(?:残日数|残数|繰越|保有|未消化)/;
const FULL_WORDS = /\d+日(?:間)?/;

/**
 * 取得率の表を読む — the lines of takers / eligible: 取得率, 取得人数, 対象者数, and the lines by length that a sharper indicator owns.
 *
 * none  undefined when the line belongs to a sibling or states something else
 */
export function readAsUptake(indicator: Indicator, context: LineContext): LineReading | undefined {
  const { features } = context;
  if (features.measure === "growth" || features.measure === "difference" || features.measure === "hours") return undefined;
  if (countsDays(indicator)) return readDaysOfDays(context);
  const told = indicator.toldBy;
  if (told?.isFull) return isFullLine(context) ? readCount(context, 0.9, true) : undefined;
  if (told?.threshold) return meetsThreshold(indicator, features) ? readThreshold(context) : undefined;
  if (isFullLine(context) && context.kin.some((other) => other.toldBy?.isFull)) return undefined;
  if (isSectionLine(context)) return readSection(context);
  if (features.measure === "days" || (features.measure === undefined && context.hints.unit === "days")) return undefined;
  if (features.measure === undefined && features.isAverage && context.kin.some((other) => other.toldBy?.measure === "days")) return undefined;
  return readCount(context, 0.9, false);
}

/** 日数・人数を読む — a quantity: an average of days, a number of people, a rate of reduction. */
export function readAsQuantity(indicator: Indicator, context: LineContext): LineReading | undefined {
  const told = indicator.toldBy?.measure;
  if (told === "days") return readAverageDays(context);
  if (told === "count") return readTakers(context);
  if (told === "growth") return context.features.measure === "growth" ? { role: "value", measure: "growth", confidence: 0.9, dropsSex: true } : undefined;
  if (indicator.toldBy?.threshold) return readOverLimit(indicator, context);
  return readPlainQuantity(indicator, context);
}

/** 分布を読む — one line for one section: 1年未満, 新規, 5日以上. */
export function readAsDistribution(_indicator: Indicator, context: LineContext): LineReading | undefined {
  const { features } = context;
  const bucket = features.threshold?.text ?? features.bucket;
  if (bucket === undefined && features.isDistribution && features.isTotal)
    return { role: features.measure === "ratio" ? "part" : "value", measure: features.measure === "ratio" ? "ratio" : "count", confidence: 0.97 };
  if (bucket === undefined || features.measure === "hours" || features.measure === "growth" || features.measure === "difference") return undefined;
  // 新規・継続 sort the takers; lengths sort the leaves.
  if (features.threshold === undefined) return undefined;
  if (features.measure === "days" && features.isAverage) return undefined;
  const measure: Measure = features.measure === "ratio" && context.hints.unit !== "people" ? "ratio" : "count";
  if (statesRateAbove(features)) return { role: "part", measure, confidence: 0.6, bucket };
  const isOwnedElsewhere =
    context.kin.some((other) => other.toldBy?.threshold && meetsThreshold(other, features)) && (measure === "ratio" || features.part === "numerator" || namesTakers(features));
  return { role: "part", measure, confidence: isOwnedElsewhere ? 0.6 : 0.85, bucket };
}

/** うち2週間以上の育児休業 counts takers of such a leave; a bare 2週間以上 is one section among others. */
function namesTakers({ said, text, threshold, isSubset }: LabelFeatures): boolean {
  if (isSubset) return true;
  const own = (said ?? [text]).map(compactText).find((words) => threshold !== undefined && words.includes(threshold.text));
  return own !== undefined && /休業|休暇|取得/.test(own);
}

/** One of the headings, row or column, says it; a caption is longer. */
function saysNear({ said, text }: LabelFeatures, words: RegExp): boolean {
  return (said ?? [text]).some((heading) => heading.length <= 12 && words.test(heading));
}

/** Of annual leave, days taken and days granted make the rate; people make its average. */
function countsDays(indicator: Indicator): boolean {
  return indicator.topics.includes("annual-leave") && indicator.toldBy === undefined;
}

function readDaysOfDays({ features, hints }: LineContext): LineReading | undefined {
  if (features.threshold && features.threshold.side !== "exact") return features.measure === "ratio" ? { role: "value", measure: "ratio", confidence: 0.3 } : undefined;
  if (saysNear(features, LEFT_OVER)) return undefined;
  if (features.measure === "ratio") return { role: "value", measure: "ratio", confidence: 0.95 };
  if (saysNear(features, GRANTED)) return { role: "denominator", measure: "days", confidence: 0.9 };
  if (features.measure === "days" && (features.isTotal || features.isCumulative) && !features.isAverage && !features.isPerHead)
    return { role: "numerator", measure: "days", confidence: 0.7 };
  if (features.measure === undefined && hints.unit === "ratio") return { role: "value", measure: "ratio", confidence: 0.8 };
  return undefined;
}

function readCount({ features, hints }: LineContext, sure: number, isWhole: boolean): LineReading | undefined {
  const { part, measure } = features;
  if (measure === "ratio" || (measure === undefined && part === undefined && hints.unit === "ratio"))
    return { role: "value", measure: "ratio", confidence: measure === "ratio" ? sure + 0.05 : sure - 0.1 };
  if (part === "both") return { role: "numerator", measure: "count", confidence: sure };
  if (part === "denominator" && !isWhole) return { role: "denominator", measure: "count", confidence: sure };
  if (part !== undefined || features.isSubset || isWhole) return { role: "numerator", measure: "count", confidence: sure };
  if (measure === "count") return { role: features.isTotal && hints.unit === undefined ? "numerator" : "numerator", measure: "count", confidence: 0.6 };
  if (hints.unit === "people" || hints.unit === "cases") return { role: "numerator", measure: "count", confidence: 0.6 };
  if (measure !== undefined || (hints.unit !== undefined && hints.unit !== "points")) return undefined;
  return { role: "value", measure: "ratio", confidence: 0.7 };
}

function limitOf({ features, hints }: LineContext): number | undefined {
  return hints.limitDays ?? features.limitDays;
}

/** 完全取得率, 3日間の取得率, or the line of as many days as the leave has. */
function isFullLine(context: LineContext): boolean {
  const { features } = context;
  if (features.isFull) return true;
  if (features.threshold?.side !== "exact" || features.threshold.days === undefined || (features.measure === "days" && features.isAverage)) return false;
  const limit = limitOf(context);
  if (features.threshold.days === (limit ?? USUAL_LIMIT_DAYS)) return true;
  return limit === undefined && features.measure === "ratio" && FULL_WORDS.test(features.text) && features.threshold.days > 1;
}

/** 1か月以上の育児休業の取得率 in one label is a rate for those above a length, not a share of the leaves. */
function statesRateAbove({ measure, threshold, text }: LabelFeatures): boolean {
  return (
    measure === "ratio" && (threshold?.side === "from" || threshold?.side === "over") && /取得(?:率|した|する|者の割合)/.test(text) && text.includes(threshold.text.slice(0, 2))
  );
}

function isSectionLine({ features }: LineContext): boolean {
  return features.threshold !== undefined || (features.bucket !== undefined && features.bucket !== "新規") || (features.bucket === "新規" && features.part === undefined);
}

function readSection({ features, hints, kin }: LineContext): LineReading | undefined {
  if (kin.some((other) => other.shape === "distribution")) {
    return statesRateAbove(features) ? { role: "value", measure: "ratio", confidence: 0.7, bucket: features.threshold!.text } : undefined;
  }
  const bucket = features.threshold?.text ?? features.bucket;
  if (bucket === undefined || (features.measure === "days" && features.isAverage)) return undefined;
  const measure: Measure = features.measure === "ratio" && hints.unit !== "people" ? "ratio" : "count";
  return { role: "part", measure, confidence: 0.8, bucket };
}

/** 閾値の合う行か — the same length on the same side: 5日以上, 2週間以上, 年360時間を超えない. */
export function meetsThreshold(indicator: Indicator, features: LabelFeatures): boolean {
  const told = indicator.toldBy?.threshold;
  const said = features.threshold;
  if (told?.isImplied && !said) return true;
  if (!told || !said || !told.sides.includes(said.side)) return false;
  if (told.unit === "hours") return true;
  return said.days === told.days;
}

function readThreshold(context: LineContext): LineReading | undefined {
  const { features, hints } = context;
  if (features.part === "denominator") return { role: "denominator", measure: "count", confidence: 0.85 };
  if (features.measure === "ratio" || hints.unit === "ratio") return { role: "value", measure: "ratio", confidence: 0.95 };
  if (features.part === "numerator" || features.measure === "count" || hints.unit === "people") return { role: "numerator", measure: "count", confidence: 0.8 };
  // 平均日数 5日未満 over percentages: the words name days, the indicator is a share of people.
  if (context.kin.some((other) => other.shape === "distribution")) return undefined;
  return { role: "value", measure: "ratio", confidence: features.measure === "days" ? 0.75 : 0.7 };
}

function readAverageDays({ features, hints, kin }: LineContext): LineReading | undefined {
  const { measure, threshold } = features;
  const unit: Unit | undefined = hints.unit;
  if (measure === "ratio" && unit !== "days") return undefined;
  if (saysNear(features, LEFT_OVER) || (threshold !== undefined && !(threshold.side === "exact" && features.isAverage))) return undefined;
  if (measure === "days" || (measure === undefined && unit === "days") || (measure === "ratio" && unit === "days" && features.isAverage)) {
    if (saysNear(features, GRANTED)) return undefined;
    const isSum = (features.isTotal === true || features.isCumulative === true) && !features.isAverage && !features.isPerHead;
    return isSum
      ? { role: "numerator", measure: "days", confidence: 0.85 }
      : { role: "value", measure: "days", confidence: features.isAverage || features.isPerHead ? 0.95 : measure === "ratio" ? 0.5 : 0.8 };
  }
  if (measure === undefined && (features.isAverage || features.isPerHead) && unit !== "ratio" && unit !== "people") return { role: "value", measure: "days", confidence: 0.8 };
  const hasRate = kin.some((other) => other.shape === "uptake" && other.toldBy === undefined && !countsDays(other));
  if (!hasRate && features.part === "denominator" && measure === "count") return { role: "denominator", measure: "count", confidence: 0.8 };
  if (!hasRate && measure === "count" && features.part === undefined && threshold === undefined) return { role: "denominator", measure: "count", confidence: 0.55 };
  if (!hasRate && measure === undefined && features.part === undefined && unit === undefined && threshold === undefined)
    return { role: "value", measure: "days", confidence: 0.45 };
  return undefined;
}

function readTakers({ features, hints }: LineContext): LineReading | undefined {
  const { bucket, part, measure } = features;
  if (features.threshold !== undefined || measure === "ratio" || measure === "days" || measure === "hours" || hints.unit === "ratio" || hints.unit === "days") return undefined;
  if (part === "denominator") return undefined;
  if (bucket === undefined) return part === "numerator" ? { role: "value", measure: "count", confidence: 0.5 } : undefined;
  if (bucket === "新規" && part === "numerator") return { role: "value", measure: "count", confidence: hints.hasEligible ? 0.7 : 0.95 };
  return { role: "part", measure: "count", confidence: 0.85, bucket };
}

function readOverLimit(indicator: Indicator, { features, hints }: LineContext): LineReading | undefined {
  if (!meetsThreshold(indicator, features)) return undefined;
  if (features.measure === "ratio" || hints.unit === "ratio") return undefined;
  if (features.part === "denominator" && !/超/.test(features.text)) return { role: "denominator", measure: "count", confidence: 0.6 };
  return { role: hints.month ? "part" : "value", measure: "count", confidence: 0.9 };
}

const MEASURE_OF: { readonly [unit in Unit]: Measure } = { ratio: "ratio", people: "count", cases: "count", days: "days", hours: "hours", years: "years", points: "difference" };

function readPlainQuantity(indicator: Indicator, { features, hints }: LineContext): LineReading | undefined {
  const measure = MEASURE_OF[indicator.unit];
  if (features.part === "denominator") return { role: "denominator", measure: "count", confidence: 0.6 };
  if (features.bucket !== undefined && measure === "count" && features.measure !== "ratio") return { role: "part", measure, confidence: 0.8, bucket: features.bucket };
  if (features.measure === measure) return { role: "value", measure, confidence: 0.9 };
  if (features.measure === undefined) return hints.unit === undefined || MEASURE_OF[hints.unit] === measure ? { role: "value", measure, confidence: 0.75 } : undefined;
  // 平均退職年齢 and the like name their measure by the subject alone.
  return features.measure === "difference" || features.measure === "growth" ? undefined : { role: "part", measure: features.measure, confidence: 0.35 };
}
