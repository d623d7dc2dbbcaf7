import type { Group, Measure, Role } from "../model/observation";
import { remember } from "../model/remember";
import { readLabel } from "../notation/label";
import type { LabelFeatures, Topic } from "../notation/label-features";
import { compactText } from "../notation/normalize";
import { indicators } from "./index";
import type { Indicator } from "./indicator";
import type { LineContext, LineReading, ResolveHints } from "./line-reading";
import { readAsOvertime } from "./read-as-overtime";
import { countsAllStaff, readAsShare } from "./read-as-share";
import { readAsDistribution, readAsQuantity, readAsUptake } from "./read-as-uptake";
import { readAsDifference, readAsPay, readAsText } from "./read-as-difference";

/** 読み方の候補 — what a line of figures may be, 0–1 how surely. */
export interface ResolvedIndicator {
  readonly indicator: string;
  readonly role: Role;
  readonly measure: Measure;
  readonly group: Group;
  readonly confidence: number;
}

const WEAK = 0.55;
const BELOW_MANAGERS = /^(?:本庁)?(?:監督職|係長|主任|主査|主事|主幹|副主幹|班長|一般|技師|係員)/;

/**
 * 指標を決める — the features of a line, already merged over its headings, captions and titles, as indicator and role; best first.
 *
 * none  empty when the words name no subject of the field
 */
export function resolveIndicator(features: LabelFeatures, hints: ResolveHints = {}, catalogue: readonly Indicator[] = indicators): readonly ResolvedIndicator[] {
  const named = byLabel(features, hints, catalogue);
  if (named.length > 0) return named;
  // 最大取得日数 is one person's figure, no indicator.
  if (features.bucket?.startsWith("最")) return [];
  const isWeak = features.topics.length === 0;
  const topics = byRank(isWeak ? { ...features, topics: hinted(features.weakTopics ?? []) } : features);
  const factor = isWeak ? WEAK : topics.length > 1 ? 0.85 : 1;
  const found: ResolvedIndicator[] = [];
  for (const topic of topics) {
    const kin = sort(catalogue)
      .ofTopic(topic)
      .filter((indicator) => indicator.topics.every((other) => topics.includes(other)));
    for (const indicator of kin) {
      if (isWeak && !standsOnHint(topic, features)) continue;
      const line = readLine(indicator, { features, hints, kin });
      if (line) found.push(resolved(indicator, line, features, factor));
    }
  }
  return found.sort((a, b) => b.confidence - a.confidence);
}

/** A catalogue is asked once for every line: by topic, and for those known by their whole labels. */
interface SortedCatalogue {
  readonly ofTopic: (topic: Topic) => readonly Indicator[];
  readonly labelled: readonly Indicator[];
}

const sorted = new WeakMap<readonly Indicator[], SortedCatalogue>();

function sort(catalogue: readonly Indicator[]): SortedCatalogue {
  let known = sorted.get(catalogue);
  if (!known) {
    const ofTopic = remember((topic: Topic) => catalogue.filter(({ topics }) => topics.includes(topic)));
    sorted.set(catalogue, (known = { ofTopic, labelled: catalogue.filter(({ labels }) => labels.length > 0) }));
  }
  return known;
}

function readLine(indicator: Indicator, context: LineContext): LineReading | undefined {
  if (indicator.topics.includes("overtime")) return readAsOvertime(indicator, context);
  switch (indicator.shape) {
    case "uptake":
      return readAsUptake(indicator, context);
    case "female-share":
      return readAsShare(indicator, context);
    case "quantity":
      return readAsQuantity(indicator, context);
    case "distribution":
      return readAsDistribution(indicator, context);
    case "difference":
      return readAsDifference(indicator, context);
    case "women-to-men":
      return readAsPay(indicator, context);
    case "text":
      return readAsText(indicator, context);
  }
}

/** 監督職 or 係長級 as a line below 女性職員の登用状況 is a grade of its own, not one of the managers; 部長 below 女性職員の状況 one of its grades. */
function byRank({ topics, group, isFemaleShare, isSexFromContext }: LabelFeatures): readonly Topic[] {
  if (group.grade !== undefined && topics.length === 1 && topics[0] === "staff" && (isFemaleShare || isSexFromContext)) return ["grades"];
  if (group.grade === undefined || !BELOW_MANAGERS.test(group.grade)) return topics;
  return topics.map((topic) => (topic === "managers" ? "grades" : topic));
}

/** 職員 is the vaguest of all hints: any other comes before it. */
function hinted(weak: readonly Topic[]): readonly Topic[] {
  const others = weak.filter((topic) => topic !== "staff");
  return others.length > 0 ? others : weak;
}

/** 職員数 by itself is in every table of a municipality; only with a word of women does it speak of their share. */
function standsOnHint(topic: Topic, features: LabelFeatures): boolean {
  const { isFemaleShare, group, isSubset } = features;
  if (topic === "staff" && countsAllStaff(features)) return true;
  if (topic === "staff" || topic === "grades" || topic === "turnover" || topic === "applicants") return isFemaleShare === true || group.sex !== undefined || isSubset === true;
  return true;
}

function resolved(indicator: Indicator, line: LineReading, features: LabelFeatures, factor: number): ResolvedIndicator {
  const { sex, bucket: _bucket, ...others } = features.group;
  // Only fathers take the leaves of fathers, whatever a title says of women.
  const told =
    (indicator.population === "male" && sex === "female" ? undefined : sex) ??
    (indicator.population === undefined && indicator.shape === "uptake" ? features.incidentalSex : undefined);
  const group: Group = {
    ...(told !== undefined && !line.dropsSex ? { sex: told } : {}),
    ...others,
    ...(line.bucket === undefined ? {} : { bucket: line.bucket }),
  };
  return { indicator: indicator.id, role: line.role, measure: line.measure, group, confidence: Math.round(line.confidence * factor * 1000) / 1000 };
}

/** Indicators known by their whole labels: an organisation's own. */
function byLabel(features: LabelFeatures, hints: ResolveHints, catalogue: readonly Indicator[]): readonly ResolvedIndicator[] {
  const { labelled } = sort(catalogue);
  if (labelled.length === 0) return [];
  const texts = features.said ?? [features.text];
  const said = texts.map(compactText);
  const subjectAt = texts.findIndex((text) => readLabel(text).topics.some((topic) => topic !== "other"));
  const found: ResolvedIndicator[] = [];
  for (const indicator of labelled) {
    const depth = said.findIndex((text) => indicator.labels.some((label) => text.includes(compactText(label))));
    // A farther label gives way to a subject of the catalogue that a nearer one names.
    if (depth < 0 || (subjectAt >= 0 && subjectAt < depth)) continue;
    const states = (labels: readonly string[] | undefined): boolean => labels?.some((label) => said.some((text) => text.includes(compactText(label)))) ?? false;
    const context: LineContext = { features, hints, kin: [indicator] };
    const line: LineReading | undefined = states(indicator.numeratorLabels)
      ? { role: "numerator", measure: "count", confidence: 0.9 }
      : states(indicator.denominatorLabels)
        ? { role: "denominator", measure: "count", confidence: 0.9 }
        : indicator.shape === "uptake"
          ? readAsUptake(indicator, context)
          : readAsQuantity(indicator, context);
    if (line) found.push(resolved(indicator, line, features, 1));
  }
  return found.sort((a, b) => b.confidence - a.confidence);
}
