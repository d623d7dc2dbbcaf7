import type { Indicator } from "../indicators/indicator";
import type { ResolvedIndicator } from "../indicators/resolve";
import { groupKey, type Observation } from "../model/observation";
import { periodKey } from "../model/period";
import { remember } from "../model/remember";
import { settleQuotients } from "./settle-quotients";

/**
 * 行どうしで確かめる — what the lines of one table say about each other decides between readings of equal words.
 *
 * shape  same observations in the same order; only coordinates change, never a figure
 */
export function settleLines(observations: readonly Observation[], candidates: readonly (readonly ResolvedIndicator[])[], catalogue: readonly Indicator[]): readonly Observation[] {
  const settled = [...observations];
  const lines: number[][] = [];
  const linesOf = remember((_line: string) => new Map<string, number[]>());
  let last: number[] = [];
  settled.forEach(({ line, label }, i) => {
    const before = settled[i - 1];
    if (before?.line !== line || before.label !== label) {
      const ofLine = linesOf(line);
      const known = ofLine.get(label);
      if (!known) {
        ofLine.set(label, (last = []));
        lines.push(last);
      } else last = known;
    }
    last.push(i);
  });
  for (const line of lines) settleBySize(settled, candidates, line);
  settleTotals(settled);
  settleMeans(settled);
  settlePairs(settled, catalogue);
  settleSubsets(settled);
  settleQuotients(settled);
  settleTakers(settled, candidates);
  settleDoubles(settled, candidates, lines, catalogue);
  return settled;
}

/** Nobody works 60 hours of overtime in an average month, and hardly anybody under 25 in a year. */
const [LEAST_OF_YEAR, MOST_OF_MONTH] = [25, 60];
const OF_MONTH = "overtime_per_head_month";
const OF_YEAR = "overtime_per_head_year";

function settleBySize(settled: Observation[], candidates: readonly (readonly ResolvedIndicator[])[], line: readonly number[]): void {
  const first = settled[line[0]!]!;
  if (first.role !== "value" || (first.indicator !== OF_MONTH && first.indicator !== OF_YEAR)) return;
  const other = first.indicator === OF_MONTH ? OF_YEAR : OF_MONTH;
  const alternative = candidates[line[0]!]?.find(({ indicator }) => indicator === other);
  const values = line.map((i) => settled[i]!.value).filter((value) => value !== null);
  if (!alternative || values.length === 0) return;
  const typical = [...values].sort((a, b) => a - b)[values.length >> 1]!;
  const isOther = other === OF_YEAR ? typical > MOST_OF_MONTH : typical < LEAST_OF_YEAR;
  if (isOther) for (const i of line) settled[i] = { ...settled[i]!, indicator: other };
}

/** A line that states the rate of one indicator states its number of people too: うち2週間以上の育児休業 8人 33.3%. */
function settlePairs(settled: Observation[], catalogue: readonly Indicator[]): void {
  const isPart = ({ role, measure, isTotal }: Observation): boolean => role === "part" && measure === "count" && !isTotal;
  if (!settled.some(isPart)) return;
  const topicsOf = new Map(catalogue.map(({ id, topics }) => [id, topics.join("|")]));
  const rates = new Map<string, string | null>();
  const place = (observation: Observation): string => `${observation.row}|${periodKey(observation.period)}|${observation.group.sex ?? ""}`;
  for (const observation of settled) {
    if (observation.role !== "value" || observation.measure !== "ratio") continue;
    const key = place(observation);
    rates.set(key, rates.has(key) && rates.get(key) !== observation.indicator ? null : observation.indicator);
  }
  settled.forEach((observation, i) => {
    if (!isPart(observation)) return;
    const rate = rates.get(place(observation));
    if (!rate || rate === observation.indicator || topicsOf.get(rate) !== topicsOf.get(observation.indicator)) return;
    const { bucket: _bucket, ...group } = observation.group;
    settled[i] = { ...observation, indicator: rate, role: "numerator", group };
  });
}

/** Beside うち女性, another count of the same people is the whole: 係長級以上の職員数 under a title of women. */
function settleSubsets(settled: Observation[]): void {
  const saysPart = (words: string): boolean => /(?:^|\s)(?:うち|内)(?!訳|容|部)/.test(words);
  const isPart = ({ label, reasons }: Observation): boolean => saysPart(label) || reasons.some(({ feature, said }) => feature === "role" && saysPart(said));
  if (!settled.some((observation) => observation.role === "numerator" && isPart(observation))) return;
  const claim = (observation: Observation): string => `${observation.indicator}|${groupKey(observation.group)}|${periodKey(observation.period)}`;
  const parts = new Set<string>();
  const wholes = new Set<string>();
  for (const observation of settled) {
    if (observation.role === "numerator" && isPart(observation)) parts.add(claim(observation));
    if (observation.role === "denominator") wholes.add(claim(observation));
  }
  settled.forEach((observation, i) => {
    if (observation.role !== "numerator" || observation.figure.part !== "value" || isPart(observation)) return;
    if (parts.has(claim(observation)) && !wholes.has(claim(observation))) settled[i] = { ...observation, role: "denominator" };
  });
}

/** 育児休業取得者数 where nothing says among how many: a number of its own, not half of a rate. */
function settleTakers(settled: Observation[], candidates: readonly (readonly ResolvedIndicator[])[]): void {
  if (!settled.some(({ role }) => role === "numerator")) return;
  const halves = new Set<string>();
  for (const { role, indicator } of settled) if (role === "value" || role === "denominator") halves.add(indicator);
  settled.forEach((observation, i) => {
    if (observation.role !== "numerator" || observation.figure.part !== "value" || halves.has(observation.indicator)) return;
    const own = candidates[i]?.find(({ indicator, role, measure }) => indicator !== observation.indicator && role === "value" && measure === "count");
    if (own && !halves.has(own.indicator)) settled[i] = { ...observation, indicator: own.indicator, role: "value", measure: "count", group: own.group };
  });
}

const TOTAL_LINE = /(?:^|\s)(?:合?計|総数|小計)$/;

/** 計, 合計 without words of its own counts what the lines beside it count. */
function settleTotals(settled: Observation[]): void {
  const isTotal = ({ isTotal, role, label }: Observation): boolean => isTotal && role === "numerator" && TOTAL_LINE.test(label) && !/(?:取得|利用|者|人数)/.test(label);
  if (!settled.some(isTotal)) return;
  const beside = (observation: Observation): string => `${periodKey(observation.period)}|${groupKey({ ...observation.group, bucket: "" })}`;
  const parts = new Map<string, Observation[]>();
  for (const observation of settled) {
    if (observation.role !== "part" || TOTAL_LINE.test(observation.label) || observation.state === "blank") continue;
    const key = beside(observation);
    const known = parts.get(key);
    if (known) known.push(observation);
    else parts.set(key, [observation]);
  }
  settled.forEach((total, i) => {
    if (!isTotal(total)) return;
    const summed = parts.get(beside(total)) ?? [];
    const first = summed[0];
    if (first && summed.length >= 2 && summed.every(({ indicator }) => indicator === first.indicator))
      settled[i] = { ...total, indicator: first.indicator, role: "part", measure: first.measure, unit: first.unit };
  });
}

/** 全体 8.3日 between 9.2日 and 8.0日 is the average of everybody, not the days of all added up. */
function settleMeans(settled: Observation[]): void {
  const isDays = ({ measure, state, value }: Observation): boolean => measure === "days" && state === "value" && value !== null;
  const lines = new Map<string, number[]>();
  settled.forEach((o, i) => {
    if (o.role !== "numerator" || !isDays(o) || !isWhole(o) || o.confidence >= 1) return;
    const line = lines.get(o.line);
    if (line) line.push(i);
    else lines.set(o.line, [i]);
  });
  if (lines.size === 0) return;
  const place = ({ table, indicator, period }: Observation): string => `${table}|${indicator}|${periodKey(period)}`;
  const beside = new Map<string, number[]>();
  for (const o of settled) if (o.role === "value" && isDays(o)) beside.set(place(o), [...(beside.get(place(o)) ?? []), o.value!]);
  for (const line of lines.values()) {
    const tried = line.filter((i) => (beside.get(place(settled[i]!))?.length ?? 0) >= 2);
    const held = tried.filter((i) => {
      const values = beside.get(place(settled[i]!))!;
      return Math.min(...values) <= settled[i]!.value! && settled[i]!.value! <= Math.max(...values);
    });
    if (held.length * 2 > tried.length) for (const i of line) settled[i] = { ...settled[i]!, role: "value" };
  }
}

/** One table does not state the same figure twice: the less sure of two such lines is something else. */
function settleDoubles(
  settled: Observation[],
  candidates: readonly (readonly ResolvedIndicator[])[],
  lines: readonly (readonly number[])[],
  catalogue: readonly Indicator[],
): void {
  if (!mayRepeat(settled, lines)) return;
  const owners = new Map<string, readonly number[]>();
  const ranked = [...lines].sort(
    (a, b) =>
      settled[b[0]!]!.confidence - settled[a[0]!]!.confidence ||
      Number(isWhole(settled[b[0]!]!)) - Number(isWhole(settled[a[0]!]!)) ||
      Number(/平均/.test(settled[b[0]!]!.label)) - Number(/平均/.test(settled[a[0]!]!.label)),
  );
  for (const line of ranked) {
    const taken = line.find((i) => isClaim(settled[i]!) && owners.has(claimOf(settled[i]!)));
    if (taken !== undefined) {
      const double = settled[taken]!;
      const owner = settled[owners.get(claimOf(double))![0]!]!;
      if (owner.label !== double.label) yieldTo(settled, candidates, line, double, owner, owners, catalogue);
    }
    for (const i of line) if (isClaim(settled[i]!)) owners.set(claimOf(settled[i]!), line);
  }
}

/** Whether two lines state the same kind of figure at all; in most tables none do, and that is told without looking at every time. */
function mayRepeat(settled: readonly Observation[], lines: readonly (readonly number[])[]): boolean {
  const seen = new Set<string>();
  for (const line of lines) {
    const own = new Set<string>();
    let before: Observation | undefined;
    for (const i of line) {
      const observation = settled[i]!;
      const isLikeBefore =
        before?.indicator === observation.indicator && before.group === observation.group && before.measure === observation.measure && before.role === observation.role;
      if (!isLikeBefore && isClaim(observation)) own.add(kindOf((before = observation)));
    }
    for (const kind of own) if (seen.has(kind)) return true;
    for (const kind of own) seen.add(kind);
  }
  return false;
}

function yieldTo(
  settled: Observation[],
  candidates: readonly (readonly ResolvedIndicator[])[],
  line: readonly number[],
  double: Observation,
  owner: Observation,
  owners: ReadonlyMap<string, readonly number[]>,
  catalogue: readonly Indicator[],
): void {
  const isFree = (candidate: ResolvedIndicator): boolean => {
    const claim = { ...double, indicator: candidate.indicator, role: candidate.role, measure: candidate.measure, group: candidate.group };
    if (double.figure.unit === "ratio" && candidate.measure !== "ratio") return false;
    return (candidate.indicator !== double.indicator || candidate.role !== double.role) && !owners.has(claimOf(claim));
  };
  const alternative = candidates[line[0]!]?.find((candidate) => candidate.confidence >= 0.4 && isFree(candidate));
  for (const i of line) {
    const observation = settled[i]!;
    if (observation.role !== "value") continue;
    if (alternative) {
      const unit = observation.figure.unit ?? catalogue.find(({ id }) => id === alternative.indicator)?.unit ?? observation.unit;
      settled[i] = {
        ...observation,
        indicator: alternative.indicator,
        role: alternative.role,
        measure: alternative.measure,
        group: alternative.group,
        unit,
        confidence: Math.min(observation.confidence, alternative.confidence),
      };
    } else if (observation.measure === "days" && /平均/.test(owner.label) && !/平均/.test(observation.label)) settled[i] = { ...observation, role: "numerator" };
    // Beside 全体, words that no list knows name some of the staff.
    else if (isWhole(owner))
      settled[i] = { ...observation, group: { ...observation.group, department: observation.group.department ?? observation.label }, confidence: observation.confidence * 0.7 };
    // Words that no list knows tell the two lines apart; they name a section of their own.
    else settled[i] = { ...observation, group: { ...observation.group, bucket: observation.group.bucket ?? observation.label }, confidence: observation.confidence * 0.7 };
  }
}

/** 全体, 計 and nothing else: the figure that speaks for everybody. */
function isWhole({ isTotal, label }: Observation): boolean {
  return isTotal && /(?:^|\s)(?:全体|全職員|合?計|平均|職員全体)$/.test(label);
}

function isClaim(observation: Observation): boolean {
  return observation.role === "value" && observation.state === "value" && !observation.isMergedCopy && observation.period !== undefined && observation.figure.part === "value";
}

function claimOf(observation: Observation): string {
  return `${kindOf(observation)}|${periodKey(observation.period)}`;
}

function kindOf({ indicator, role, measure, group }: Observation): string {
  return `${indicator}|${role}|${measure}|${groupKey(group)}`;
}
