import type { Sex } from "../model/observation";
import { sharedTopics } from "../notation/label-topics";
import type { LabelFeatures, Topic } from "../notation/label-features";
import { isAway } from "./complete-subsets";
import type { Line } from "./line";

/** 数えた人を補う — whom a line counts, from the lines counted beside it. */
export function completePeople(lines: readonly Line[]): readonly Line[] {
  return completeFathers(completeWholes(completeGeneralStaff(lines)));
}

const GENERAL_STAFF = /^一般職員?$/;

/** 一般職員 beside 警察官 is an occupation; among 課長 and 係長 it is a grade. */
function completeGeneralStaff(lines: readonly Line[]): readonly Line[] {
  const isGeneral = ({ features }: Line): boolean => GENERAL_STAFF.test(features?.group.grade ?? "");
  const hasGrades = lines.some((line) => line.features?.group.grade !== undefined && !isGeneral(line));
  if (hasGrades || !lines.some(isGeneral) || !lines.some(({ features }) => features?.group.occupation !== undefined)) return lines;
  return lines.map((line) => {
    if (!line.features || !isGeneral(line)) return line;
    const { grade, ...group } = line.features.group;
    return { ...line, features: { ...line.features, topics: line.features.topics.filter((topic) => topic !== "grades"), group: { ...group, occupation: grade! } } };
  });
}

/** 管理職 right above うち女性 counts people, though it does not say so. */
function completeWholes(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, i) => {
    const { features } = line;
    const next = lines[i + 1];
    if (!features || !next?.features || !line.isSaying || isAway(next, line)) return line;
    const isBare = features.measure === undefined && features.part === undefined && features.isSubset !== true && line.role === undefined && line.ownTarget === undefined;
    const names = features.topics.length > 0 && features.topics.every((topic) => sharedTopics.includes(topic)) && features.group.sex === undefined;
    const isOfWomen = next.features.isSubset === true && next.features.group.sex === "female" && next.features.topics.length === 0 && next.features.measure !== "ratio";
    return isBare && names && isOfWomen ? { ...line, features: { ...features, measure: "count" } } : line;
  });
}

/** 配偶者が出産した男性職員, うち育児休業取得者, 育児休業取得率: the takers among the men, and their rate, are men too. */
function completeFathers(lines: readonly Line[]): readonly Line[] {
  let among: { readonly sex: Sex; readonly topics: Set<Topic> } | undefined;
  return lines.map((line, i): Line => {
    const { features } = line;
    if (!features || !line.isSaying || isAway(line, lines[i - 1])) among = undefined;
    if (!features) return line;
    if (features.incidentalSex !== undefined && features.part === "denominator" && features.isSubset !== true) {
      among = { sex: features.incidentalSex, topics: new Set() };
      return line;
    }
    const isRateOf = features.measure === "ratio" && features.topics.length > 0 && features.topics.every((topic) => among?.topics.has(topic));
    if (!among || features.group.sex !== undefined || features.incidentalSex !== undefined || !(features.isSubset === true || isRateOf)) {
      among = undefined;
      return line;
    }
    const topics = among.sex === "male" && isFiveDaysOfLeave(features) ? (["paternity-both-leaves"] as const) : features.topics;
    for (const topic of topics) among.topics.add(topic);
    return { ...line, features: { ...features, topics, incidentalSex: among.sex } };
  });
}

/** うち休暇５日以上取得者 of the fathers: the two leaves at a birth together. */
function isFiveDaysOfLeave({ topics, threshold, text }: LabelFeatures): boolean {
  return topics.length === 0 && threshold?.days === 5 && threshold.side === "from" && /休暇/.test(text) && !/休業/.test(text);
}
