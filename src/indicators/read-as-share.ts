import { compactText } from "../notation/normalize";
import type { Indicator } from "./indicator";
import type { LineContext, LineReading } from "./line-reading";

const SHARE_HEADING = /割合|比率|率|[%％]/;
const COUNTS_ALL = /^(?!.*女).*(?:職員数|管理職数|総数|全体|採用者数|受験者数|級別人数)/;
const LONGEST_AXIS_WORD = 10;
const STAFF_OF_DAY = /^(?:総)?職員数(?:[(（].*)?$/;
const WHOLE = /^(?:全体|総数|全員|全職員|男女計|男女合計)(?:[(（].*)?$/;

/**
 * 女性割合の表を読む — women / all: 全体, 女性, 男性, 割合 by sex and total, whoever says them.
 *
 * shape  女性 becomes the numerator, not a group; 男性 a part with its sex
 */
export function readAsShare(indicator: Indicator, { features, hints }: LineContext): LineReading | undefined {
  const { measure, group, part } = features;
  if (measure === "growth" || measure === "days" || measure === "hours" || measure === "years" || measure === "difference") return undefined;
  if (features.role === "growth") return undefined;
  const isCount = measure === "count" || hints.unit === "people" || hints.unit === "cases";
  const isRatio = !isCount && (hints.unit === "ratio" || (measure === "ratio" && statesRatio(features, group.sex !== undefined || features.isTotal === true)));
  if (group.sex === "male") return { role: "part", measure: isRatio ? "ratio" : "count", confidence: 0.8 };
  if (isRatio) return { role: "value", measure: "ratio", confidence: shareSureness(indicator, features.isFemaleShare === true, group.sex === "female"), dropsSex: true };
  if (part === "both") return { role: "numerator", measure: "count", confidence: 0.85, dropsSex: true };
  // Below 女性管理職の推移, 管理職数 counts everybody again.
  if (features.isSexFromContext && measure === "count" && (features.said ?? [features.text]).some((text) => text.length <= LONGEST_AXIS_WORD && COUNTS_ALL.test(text)))
    return { role: "denominator", measure: "count", confidence: 0.8, dropsSex: true };
  // 職員数 of a day over 男, 女, 計: only its words say whom it counts.
  if (features.topics.length === 0 && countsAllStaff(features)) return { role: "denominator", measure: "count", confidence: 0.8, dropsSex: true };
  // 総数 counts everybody, also below a caption that speaks of women.
  if (part === "denominator" && measure === "count") return { role: "denominator", measure: "count", confidence: 0.85, dropsSex: true };
  if (group.sex === "female") return { role: "numerator", measure: "count", confidence: 0.9, dropsSex: true };
  // うち管理職 is a part of the staff, not of the women.
  if (features.isSubset) return { role: "denominator", measure: "count", confidence: 0.45 };
  if (features.isTotal || measure === "count") return { role: "denominator", measure: "count", confidence: features.isFemaleShare ? 0.85 : 0.65 };
  if (isCount) return { role: "denominator", measure: "count", confidence: 0.6 };
  if (features.isFemaleShare) return { role: "value", measure: "ratio", confidence: 0.75 };
  return undefined;
}

/** 全職員の数か — 職員数（令和6年4月1日現在） where it meets 計. */
export function countsAllStaff({ isTotal, measure, said, text }: LineContext["features"]): boolean {
  return isTotal === true && measure === "count" && (said ?? [text]).some((words) => STAFF_OF_DAY.test(compactText(words)));
}

/**
 * A bare 女性 or 全体 under words that name the share counts people; only a heading that says 割合 by itself makes it a ratio.
 * 合計 on the other axis is the total of sections, and keeps the ratio.
 */
function statesRatio(features: LineContext["features"], isBare: boolean): boolean {
  if (!isBare) return true;
  const said = (features.said ?? [features.text]).map(compactText);
  if (said.some((text) => text.length <= LONGEST_AXIS_WORD && SHARE_HEADING.test(text))) return features.isMeasureFromContext !== true;
  return features.isMeasureFromContext === false && features.group.sex === undefined && !said.some((text) => WHOLE.test(text));
}

function shareSureness(indicator: Indicator, isFemaleShare: boolean, isFemale: boolean): number {
  if (isFemaleShare || isFemale) return 0.95;
  return indicator.topics.includes("staff") ? 0.4 : 0.65;
}
