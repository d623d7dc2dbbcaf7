import type { LabelFeatures, Topic } from "../notation/label-features";
import { sharedTopics } from "../notation/label-topics";
import type { Line } from "./line";

/** 女性割合の組を補う — 職員数, うち女性, 女性の割合: words too vague to name a subject do so together, where no caption names one. */
export function completeShares(lines: readonly Line[], context: LabelFeatures | undefined): readonly Line[] {
  if ((context?.topics.length ?? 0) > 0) return lines;
  const completed = [...lines];
  for (let i = 0; i + 1 < lines.length; i++) {
    const hinted = hintOf(lines[i]!, context);
    if (hinted === undefined || !isShare(lines[i + 1]!)) continue;
    for (let next = i; next < lines.length && (next === i || isShare(lines[next]!)); next++) {
      const line = lines[next]!;
      if (line.features) completed[next] = { ...line, features: { ...line.features, topics: [hinted] } };
    }
  }
  return completed;
}

/** 職員数, 採用者数 as a count of everybody, which by itself is in every table of a municipality. */
function hintOf({ features }: Line, context: LabelFeatures | undefined): Topic | undefined {
  if (!features || features.topics.length > 0 || features.group.sex !== undefined || features.isSubset === true) return undefined;
  const isEverybody = features.isTotal === true && (features.measure === undefined || features.measure === "count");
  if (features.measure !== "count" && !isEverybody) return undefined;
  return [...(features.weakTopics ?? []), ...(isEverybody ? (context?.weakTopics ?? []) : [])].find((topic) => sharedTopics.includes(topic));
}

function isShare({ features }: Line): boolean {
  if (!features || features.topics.length > 0) return false;
  return features.isFemaleShare === true || (features.group.sex !== undefined && (features.isSubset === true || features.measure === "count" || features.measure === undefined));
}
