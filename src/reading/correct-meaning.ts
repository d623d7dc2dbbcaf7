import type { Indicator } from "../indicators/indicator";
import type { ResolveHints } from "../indicators/line-reading";
import { resolveIndicator, type ResolvedIndicator } from "../indicators/resolve";
import type { Group, Measure, Observation, Role } from "../model/observation";
import type { ReadingCorrection } from "../model/profile";
import type { LabelFeatures } from "../notation/label-features";
import type { MetCorrection } from "./corrections";
import { measureOfUnit } from "./figure-unit";

/** 行の意味 — what a line of figures is read as; with a correction, as somebody said, and beside it what the sheet alone says. */
export interface LineMeaning extends ResolvedIndicator {
  readonly correction?: { readonly met: MetCorrection; readonly read: readonly ResolvedIndicator[] };
}

/** 訂正の材料 — what the sheet itself says of a line. */
export interface CorrectedLine {
  readonly features: LabelFeatures | undefined;
  readonly hints: ResolveHints;
  readonly catalogue: readonly Indicator[];
}

/**
 * 訂正どおりに読む — a line read as somebody said; what they did not say is as the sheet says.
 *
 * shape  one meaning, and a sure one; none when the line is not to be read or nothing tells its indicator
 */
export function correctMeaning(read: readonly ResolvedIndicator[], met: MetCorrection, line: CorrectedLine): readonly LineMeaning[] {
  const { says } = met;
  if (says.role === "ignore") return [];
  const indicator = says.indicator ?? read[0]?.indicator;
  const meant = line.catalogue.find(({ id }) => id === indicator);
  if (!meant) return read;
  const same = read.filter((candidate) => candidate.indicator === meant.id);
  const base = same.find(({ role }) => says.role === undefined || role === says.role) ?? same[0] ?? readAs(meant, line) ?? read[0];
  const role = says.role ?? base?.role ?? "value";
  const measure = base?.indicator === meant.id && base.role === role ? base.measure : measureOf(role, base, meant);
  return [{ indicator: meant.id, role, measure, group: withSex(base?.group ?? line.features?.group ?? {}, says.sex), confidence: 1, correction: { met, read } }];
}

/** セルの一部とする — one of several figures in a cell is what its place there says, whoever says what the line is. */
export function asPart(meaning: LineMeaning, part: Pick<ResolvedIndicator, "role" | "measure">): LineMeaning {
  const { correction } = meaning;
  return { ...meaning, ...part, ...(correction ? { correction: { ...correction, read: correction.read.map((one) => ({ ...one, ...part })) } } : {}) };
}

/** シートの候補 — what the sheet alone says of a line, best first. */
export function readOf(meanings: readonly LineMeaning[]): readonly ResolvedIndicator[] {
  return meanings[0]?.correction?.read ?? meanings;
}

/**
 * 訂正を重ねる — a figure as it was read among all others, with what somebody said of its line laid over it.
 *
 * shape  `said` is the same figure read by the correction alone; what it does not say stays as it was read
 */
export function layOver(read: Observation, said: Observation, { says, by }: MetCorrection): Observation {
  const group = withSex(read.group, says.sex);
  const isSame = (says.indicator ?? read.indicator) === read.indicator && (says.role ?? read.role) === read.role;
  if (isSame) return { ...read, group, confidence: 1, correctedBy: by };
  const isOther = says.indicator !== undefined && says.indicator !== read.indicator;
  return isOther ? { ...said, confidence: 1, correctedBy: by } : { ...said, indicator: read.indicator, group, confidence: 1, correctedBy: by };
}

/** What the words of the line would mean if the table spoke of this indicator and no other: 取得人数 is then its numerator. */
function readAs(indicator: Indicator, { features, hints }: CorrectedLine): ResolvedIndicator | undefined {
  if (!features) return undefined;
  const label = indicator.labels[0];
  const about: LabelFeatures = { ...features, topics: indicator.topics, ...(label === undefined ? {} : { said: [label, ...(features.said ?? [features.text])] }) };
  return resolveIndicator(about, hints, [indicator])[0];
}

function measureOf(role: Role, base: ResolvedIndicator | undefined, { unit }: Indicator): Measure {
  // Days over people make an average of days.
  if (role === "denominator" || (role === "numerator" && unit !== "days" && unit !== "hours")) return "count";
  return role === "part" && base ? base.measure : measureOfUnit(unit);
}

/** 性別を変える — the population with another sex, or of men and women together. */
export function withSex(group: Group, sex: ReadingCorrection["sex"]): Group {
  if (sex === undefined) return group;
  const { sex: _sex, ...others } = group;
  return sex === "all" ? others : { ...others, sex };
}
