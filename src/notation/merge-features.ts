import type { Group } from "../model/observation";
import type { LabelFeatures, Topic } from "./label-features";
import { sharedTopics } from "./label-topics";
import { compactText, stripNumbering } from "./normalize";

/** Subjects that are only sorted by others: under 給与の差異, 課長級 and 勤続年数 are sections, not subjects of their own. */
const SORTED_BY: { readonly [far in Topic]?: readonly Topic[] } = {
  pay: ["tenure", "managers", "grades", "staff", "hiring"],
  tenure: ["staff", "grades", "managers"],
  turnover: ["staff", "grades", "tenure"],
  retention: ["hiring", "staff"],
  "leave-as-desired": ["childcare-leave"],
  awareness: ["childcare-leave", "annual-leave", "overtime", "staff", "managers"],
};

/** Whoever a row of a table of leave or hours is about: 管理職, 新規採用者. */
const WHO: { readonly [near in Topic]?: "grade" | "employment" } = { managers: "grade", grades: "grade", staff: "grade", hiring: "employment" };

/** What the nearer label names is then how the eligible are counted: 育児休業取得者数 under 希望する期間を休業できた…. */
const COUNTS_ELIGIBLE: readonly (readonly [Topic, Topic])[] = [
  ["leave-as-desired", "childcare-leave"],
  ["retention", "hiring"],
];

/**
 * 文脈の語とする — the features of a caption, a title or a sheet's name, which speak for all lines below without counting anything.
 *
 * shape  heading roles, totals and parts are of single lines and are left out
 */
export function asContext(features: LabelFeatures): LabelFeatures {
  let context = contexts.get(features);
  if (!context) {
    const { role: _role, isTotal: _isTotal, isSubset: _isSubset, part: _part, ...kept } = features;
    contexts.set(features, (context = { ...kept, isContext: true }));
  }
  return context;
}

/** A title stands over many tables. */
const contexts = new WeakMap<LabelFeatures, LabelFeatures>();

/**
 * 特徴を重ねる — the nearer label overrides the farther, feature by feature.
 *
 * shape  topics: the nearer's own replace the farther's, except where they only sort it (給与の差異 by 勤続年数別);
 *        hints (weak topics) add up and count only where neither names a subject. A line that counts (対象者数, うち女性, 1日)
 *        does not inherit the caption's aggregation. `rest` and `said` keep the words of both, nearest first.
 */
export function mergeFeatures(near: LabelFeatures, far: LabelFeatures): LabelFeatures {
  const who = whoOf(near, far);
  const isSorting = near.topics.length > 0 && (who !== undefined || far.topics.some((topic) => near.topics.every((other) => SORTED_BY[topic]?.includes(other))));
  const topics = near.topics.length > 0 && !isSorting ? near.topics : far.topics.length > 0 ? far.topics : near.topics;
  const isNewSubject = near.topics.length > 0 && !isSorting && far.topics.length > 0 && !near.topics.some((topic) => far.topics.includes(topic));
  const countsEligible = isSorting && near.measure === "count" && COUNTS_ELIGIBLE.some(([whole, part]) => far.topics.includes(whole) && near.topics.includes(part));
  const weak = hintsOf(near, far, topics);

  const measure = near.measure ?? far.measure;
  const isFromContext =
    near.measure === undefined
      ? far.isContext === true
        ? far.measure !== undefined
        : far.isMeasureFromContext
      : (near.isMeasureFromContext ?? (far.isContext === true ? false : undefined));
  // A count or a new subject starts afresh: 平均 of the caption does not make 対象人数 an average.
  const isOwnCount = near.measure === "count" || near.part !== undefined;
  const inherits = !isOwnCount && !isNewSubject;
  const threshold = near.threshold ?? (inherits || !isNewSubject ? far.threshold : undefined);
  const part = countsEligible ? "denominator" : (near.part ?? (near.measure === undefined || near.measure === "count" ? far.part : undefined));
  const limitDays = near.limitDays ?? (isNewSubject ? undefined : far.limitDays);
  const role = roleOf(near, far);
  const unit = near.unit ?? (near.measure === undefined ? far.unit : undefined);
  const incidentalSex = near.incidentalSex ?? far.incidentalSex;
  const reference = near.reference ?? far.reference;
  const bucket = near.bucket ?? far.bucket;

  // Set one by one: a line costs two merges, and an object spread for every absent feature takes several times as long.
  const merged: Merging = {
    text: near.text === "" ? far.text : near.text,
    topics,
    group: { ...far.group, ...who, ...near.group },
    said: saidBy(near, far),
    rest: near.rest === "" || far.rest === "" ? near.rest + far.rest : `${near.rest} ${far.rest}`,
  };
  if (weak.length > 0) merged.weakTopics = weak;
  if (measure !== undefined) merged.measure = measure;
  if (isFromContext !== undefined && !near.isContext) merged.isMeasureFromContext = isFromContext;
  if (near.group.sex === undefined && far.group.sex !== undefined && (far.isContext || far.isSexFromContext) && !near.isContext) merged.isSexFromContext = true;
  if (near.isAverage ?? (inherits && far.isAverage)) merged.isAverage = true;
  if (near.isPerHead ?? (inherits && far.isPerHead)) merged.isPerHead = true;
  if (near.isTotal ?? far.isTotal) merged.isTotal = true;
  if (near.isMonthly ?? (inherits && far.isMonthly)) merged.isMonthly = true;
  if (near.isYearly ?? (inherits && far.isYearly)) merged.isYearly = true;
  if (near.isCumulative ?? (inherits && far.isCumulative)) merged.isCumulative = true;
  if (near.isFemaleShare ?? (!isNewSubject && far.isFemaleShare)) merged.isFemaleShare = true;
  if (part !== undefined) merged.part = part;
  if (near.isSubset ?? far.isSubset) merged.isSubset = true;
  if (threshold !== undefined) merged.threshold = threshold;
  if (bucket !== undefined) merged.bucket = bucket;
  if (near.isDistribution ?? (!isNewSubject && far.isDistribution)) merged.isDistribution = true;
  if (near.isFull ?? (!isOwnCount && !isNewSubject && far.isFull)) merged.isFull = true;
  if (limitDays !== undefined) merged.limitDays = limitDays;
  if (incidentalSex !== undefined) merged.incidentalSex = incidentalSex;
  if (role !== undefined) merged.role = role;
  if (reference !== undefined) merged.reference = reference;
  if (unit !== undefined) merged.unit = unit;
  if (near.isContext && far.isContext) merged.isContext = true;
  return merged;
}

type Merging = { -readonly [feature in keyof LabelFeatures]: LabelFeatures[feature] };

const NONE: readonly Topic[] = [];

/** What the words only hint at, as far as it is not said. */
function hintsOf({ weakTopics: near }: LabelFeatures, { weakTopics: far }: LabelFeatures, topics: readonly Topic[]): readonly Topic[] {
  return near === undefined && far === undefined ? NONE : [...new Set([...(near ?? NONE), ...(far ?? NONE)])].filter((topic) => !topics.includes(topic));
}

/** The texts of both, nearest first. */
function saidBy(near: LabelFeatures, far: LabelFeatures): readonly string[] {
  const said: string[] = [];
  for (const { said: texts, text } of [near, far]) for (const one of texts ?? [text]) if (one !== "") said.push(one);
  return said;
}

/** A heading that only names its axis leaves the farther role; 年度 and 時期 under 目標 say when it is due. */
function roleOf(near: LabelFeatures, far: LabelFeatures): LabelFeatures["role"] {
  if (near.role === undefined) return far.role;
  if (far.role === "target" && (near.role === "section" || near.role === "deadline") && /^(?:年度?|時期|期限|達成年度)/.test(near.text.trim())) return "deadline";
  return near.role === "section" && far.role !== undefined ? far.role : near.role;
}

/** 管理職 as a row of 年次有給休暇 is a group; 女性管理職 or 管理職に占める女性の割合 would be a subject. */
function whoOf(near: LabelFeatures, far: LabelFeatures): Group | undefined {
  const axis = near.topics.length === 1 ? WHO[near.topics[0]!] : undefined;
  if (axis === undefined || near.isContext || near.isFemaleShare || near.group.sex !== undefined || near.measure !== undefined) return undefined;
  if (far.topics.length === 0 || far.topics.some((topic) => sharedTopics.includes(topic) || SORTED_BY[topic] !== undefined)) return undefined;
  return { [axis]: compactText(stripNumbering(near.text).rest) };
}
