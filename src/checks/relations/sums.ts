import type { Group, Observation } from "../../model/observation";
import { groupKey } from "../../model/observation";
import { periodKey } from "../../model/period";
import { overlaps, readBucket } from "./buckets";
import { groupBy } from "./evidence";
import type { Figures, Kind } from "./figures";
import { sumsByHalf } from "./half-years";
import type { Keys } from "./keys";
import { isFemaleShare } from "./family";
import { nestSubtotals } from "./subtotals";

/** 合計の軸 — along what the parts of a sum lie. */
export type SumAxis = "month" | "year" | "bucket" | Exclude<keyof Group, "bucket">;

/** 内訳と合計 — parts that should add up to a total, along one axis of a table. */
export interface SumCase {
  readonly axis: SumAxis;
  readonly total: Observation;
  readonly parts: readonly Observation[];
  /** Cases with one key lie along the same heading of the same table. */
  readonly rule: string;
}

const GROUP_AXES = ["sex", "grade", "department", "employment", "occupation"] as const;
const TOTAL_NAME = /^(合計|総計|総数|計|全体|小計|男女計|全職員|全職種)$/;

/** 合計をさがす — every total with its parts; a total and its parts stand in one row or one column. */
export function findSums(figures: Figures, keys: Keys): SumCase[] {
  const cases: SumCase[] = [];
  const add = (found: readonly SumCase[]): void => {
    for (const one of found) cases.push(one);
  };
  const countable = figures.pick((kind) => isAddable(kind) && !kind.isMergedCopy).filter((o) => o.unit !== "days" || !isAverage(o));
  const isShare = figures.mark((kind) => isFemaleShare(kind.indicator) && kind.measure === "count" && kind.figure.part === "value");
  let months: Map<string, Observation[]> | undefined;
  const monthsOfSheets = (): Map<string, Observation[]> =>
    (months ??= groupBy(
      countable.filter((o) => o.period?.month !== undefined),
      monthsKey,
    ));
  for (const table of groupBy(countable, (o) => o.table).values()) {
    const { hasMonths, hasYears, hasClasses, axes } = lookOver(table);
    const shares = table.filter(isShare);
    for (const along of ["row", "col"] as const) {
      if (shares.length > 0) add(sumsOfSexes(shares, along, keys));
      if (hasMonths) {
        add(sumsByMonth(table, along, keys, monthsOfSheets()));
        add(sumsByHalf(table, along, keys));
      }
      if (hasYears) add(sumsByYear(table, along, keys));
      if (hasClasses) add(sumsByBucket(table, along, keys));
      for (const axis of axes) add(sumsByGroup(table, along, axis, keys));
    }
  }
  return cases;
}

/** What could add up in a table, so that nothing else is tried. */
function lookOver(table: readonly Observation[]): {
  readonly hasMonths: boolean;
  readonly hasYears: boolean;
  readonly hasClasses: boolean;
  readonly axes: readonly (typeof GROUP_AXES)[number][];
} {
  let [months, years, classes, undated] = [false, false, false, false];
  const groups: Observation[] = [];
  for (const o of table) {
    if (o.period === undefined) undated ||= o.isTotal;
    else if (o.period.month === undefined) years = true;
    else months = true;
    classes ||= isTellingLeaf(o) && isLeaf(o);
    if (o.group !== groups.at(-1)?.group) groups.push(o);
  }
  // Only an axis on which some figures lie and some do not can have a total.
  const axes = GROUP_AXES.filter((axis) => groups.some((o) => isPlaced(o, axis)) && groups.some((o) => !isPlaced(o, axis)));
  return { hasMonths: months && years, hasYears: undated, hasClasses: classes, axes };
}

function isPlaced(o: Observation, axis: (typeof GROUP_AXES)[number]): boolean {
  const name = o.group[axis];
  return name !== undefined && !TOTAL_NAME.test(name);
}

/** 平均の行か — averages and figures per head do not add up. */
export function isAverage(o: Observation): boolean {
  return o.indicator.startsWith("overtime_per_head") || o.indicator.includes("_avg_") || /平均|一人|1人|１人|人当|average|per head/i.test(o.label);
}

function isAddable(kind: Kind): boolean {
  if (kind.role === "target" || kind.figure.part === "previous") return false;
  if (kind.unit === "people" || kind.unit === "cases") return kind.measure !== "ratio";
  // Shares of a distribution add up to what stands beside them as their total.
  if (kind.unit === "ratio") return kind.indicator.endsWith("_dist") && kind.role !== "denominator";
  return kind.unit === "hours" || (kind.unit === "days" && !kind.indicator.includes("_avg_"));
}

function sumsByMonth(observations: readonly Observation[], along: "row" | "col", keys: Keys, months: Map<string, Observation[]>): SumCase[] {
  const groups = groupBy(
    observations.filter((o) => o.period),
    (o) => `${o[along]}|${keys.familyOf(o)}|${o.period?.year}|${keys.groupOf(o)}|${o.unit}`,
  );
  const cases = collect(groups, "month", along, (o) => (o.period?.month === undefined ? undefined : String(o.period.month)), 3);
  return cases.map((c) => withFoldedMonths(c, months));
}

function monthsKey(o: Observation): string {
  return `${o.at.sheet}|${o.indicator}|${o.role}|${o.period?.year}|${groupKey(o.group)}|${o.unit}|${o.label}`;
}

// Half the year may stand below the other half, in one table or as a table of its own; a total beside one half is that half's, or the year's.
function withFoldedMonths(c: SumCase, months: Map<string, Observation[]>): SumCase {
  const [first] = c.parts;
  if (!first || c.parts.length >= 12) return c;
  const all = months.get(monthsKey(first)) ?? [];
  const isYear = all.length > c.parts.length && new Set(all.map((o) => o.period?.month)).size === all.length;
  const sum = c.parts.reduce((total, o) => total + (o.value ?? 0), 0);
  return isYear && Math.abs(sum - (c.total.value ?? 0)) > 1e-6 ? { ...c, parts: all } : c;
}

function sumsByYear(observations: readonly Observation[], along: "row" | "col", keys: Keys): SumCase[] {
  const groups = groupBy(
    observations.filter((o) => o.period?.month === undefined && (o.period || o.isTotal)),
    (o) => `${o[along]}|${keys.indicatorOf(o)}|${o.role}|${keys.groupOf(o)}|${o.unit}`,
  );
  return collect(groups, "year", along, (o) => (o.period ? periodKey(o.period) : undefined), 3).filter((c) => c.parts.every((p) => p.period?.kind !== "as-of"));
}

function sumsByGroup(all: readonly Observation[], along: "row" | "col", axis: (typeof GROUP_AXES)[number], keys: Keys): SumCase[] {
  const observations = all.filter((o) => !isAverage(o));
  const inAxis = (o: Observation) => (isPlaced(o, axis) ? o.group[axis] : undefined);
  const groups = groupBy(observations, (o) => {
    const role = o.role === "part" ? "numerator" : o.role;
    return `${o[along]}|${keys.indicatorOf(o)}|${role}|${keys.periodOf(o)}|${keys.without(keys.groupOf(o), axis)}|${o.unit}`;
  });
  const found = collect(groups, axis, along, inAxis, 2);
  if (found.length === 0) return [];
  const beside = groupBy(observations, (o) => besideKey(o, along));
  const cases = found.flatMap((c) => nestSubtotals(withUncovered(c, beside.get(besideKey(c.total, along)) ?? []), along));
  return axis === "sex" ? cases.filter((c) => c.parts.length === 2) : cases;
}

/** 男, 女, 計 of a share of women: the women are half of a rate, the men a part, and everybody its other half. */
function sumsOfSexes(counts: readonly Observation[], along: "row" | "col", keys: Keys): SumCase[] {
  const beside = groupBy(counts, (o) => `${o[along]}|${keys.indicatorOf(o)}|${keys.periodOf(o)}|${keys.without(keys.groupOf(o), "sex")}`);
  return [...beside.values()].flatMap((group): SumCase[] => {
    const men = group.filter((o) => o.role === "part" && o.group.sex === "male");
    const women = group.filter((o) => o.role === "numerator");
    const all = group.filter((o) => o.role === "denominator");
    const [male, female, total] = [men[0], women[0], all[0]];
    if (group.length !== 3 || !male || !female || !total) return [];
    return [{ axis: "sex", total, parts: [male, female], rule: `${total.table}|sex|${along}|${along === "row" ? total.col : total.row}` }];
  });
}

function besideKey(o: Observation, along: "row" | "col"): string {
  return `${o.table}|${o[along]}|${o.indicator}|${o.role === "part" ? "numerator" : o.role}|${periodKey(o.period)}|${o.unit}`;
}

// A part named in two ways (主任主事・再任用 among grades) belongs to the total as well, unless one of the parts already holds it.
function withUncovered(c: SumCase, beside: readonly Observation[]): SumCase {
  if (beside.length > 60) return c;
  const own = new Set(c.parts);
  const uncovered = beside.filter(
    (o) =>
      o !== c.total && !own.has(o) && !o.isTotal && isWithin(o.group, c.total.group) && !c.parts.some((p) => isWithin(o.group, p.group)) && !isSameGroup(o.group, c.total.group),
  );
  return uncovered.length === 0 ? c : { ...c, parts: [...c.parts, ...uncovered] };
}

function isWithin(fine: Group, coarse: Group): boolean {
  return Object.entries(coarse).every(([axis, name]) => TOTAL_NAME.test(name) || fine[axis as keyof Group] === name);
}

function isSameGroup(a: Group, b: Group): boolean {
  return groupKey(a) === groupKey(b);
}

function collect(groups: Map<string, Observation[]>, axis: SumAxis, along: "row" | "col", coordinate: (o: Observation) => string | undefined, least: number): SumCase[] {
  const cases: SumCase[] = [];
  for (const group of groups.values()) {
    if (group.length <= least) continue;
    const parts = group.filter((o) => coordinate(o) !== undefined);
    if (parts.length < least || new Set(parts.map(coordinate)).size !== parts.length) continue;
    const total = pickTotal(group.filter((o) => coordinate(o) === undefined));
    if (total) cases.push({ axis, total, parts, rule: `${total.table}|${axis}|${along}|${along === "row" ? total.col : total.row}` });
  }
  return cases;
}

function pickTotal(candidates: readonly Observation[]): Observation | undefined {
  if (candidates.length <= 1) return candidates[0];
  const marked = candidates.filter((o) => o.isTotal);
  return marked.length === 1 ? marked[0] : undefined;
}

// A total of takers by buckets is itself no bucket: 取得人数 over 5日未満, 5日以上, and 女 without days.
function sumsByBucket(observations: readonly Observation[], along: "row" | "col", keys: Keys): SumCase[] {
  const cases: SumCase[] = [];
  const groups = groupBy(
    // Whoever is above 360 hours is above 45 as well.
    observations.filter((o) => o.role !== "denominator" && o.indicator !== "overtime_over_limit_count"),
    (o) => `${o[along]}|${keys.familyOf(o)}|${keys.periodOf(o)}|${o.unit}`,
  );
  for (const group of groups.values()) {
    const leaves = group.filter(isLeaf);
    if (leaves.length < 2 || !leaves.some(isTellingLeaf)) continue;
    // 計 新規 is a total of people, and itself one of the classes.
    const totals = group.filter((o) => !isLeaf(o) && o.group.bucket === undefined && (o.role === "numerator" || o.role === "value" || o.isTotal));
    for (const total of totals) {
      // Women who are not divided by days are a class of their own beside the men by days.
      const undivided = totals.filter(
        (o) => o !== total && !isSameGroup(o.group, total.group) && isWithin(o.group, total.group) && !leaves.some((leaf) => refines(leaf.group, o.group)),
      );
      const parts = [...leaves.filter((leaf) => refines(leaf.group, total.group)), ...undivided];
      // Two candidates for one total (新規取得人数, 取得人数): only the one marked as such, or none.
      const rivals = totals.filter((o) => o !== total && groupKey(o.group) === groupKey(total.group));
      if (parts.length < 2 || !isPartition(parts) || (rivals.length > 0 && !total.isTotal)) continue;
      cases.push({ axis: "bucket", total, parts, rule: `${total.table}|bucket|${along}|${along === "row" ? total.col : total.row}` });
    }
  }
  return cases;
}

function isLeaf(o: Observation): boolean {
  if (o.isTotal) return false;
  // People in a row of days (取得日数（女）: 2人) are a class of takers too.
  if (o.unit === "people" && o.indicator.includes("_avg_") && o.group.sex !== undefined) return true;
  return o.role === "part" || o.group.bucket !== undefined || (o.role === "numerator" && o.indicator.endsWith("_full_rate"));
}

/** The months of a year are parts too, but no classes. */
function isTellingLeaf(o: Observation): boolean {
  return o.group.bucket !== undefined || o.role === "numerator";
}

function refines(fine: Group, coarse: Group): boolean {
  return (["sex", ...GROUP_AXES.slice(1)] as const).every((axis) => coarse[axis] === undefined || coarse[axis] === fine[axis]);
}

function isPartition(parts: readonly Observation[]): boolean {
  // No distribution has so many classes; the comparison in pairs stays small.
  if (parts.length > 40) return false;
  for (const [i, a] of parts.entries())
    for (const b of parts.slice(i + 1)) {
      const sameOthers = a.group.sex === b.group.sex && a.group.department === b.group.department && a.group.employment === b.group.employment;
      const isNested = (a.group.sex === undefined) !== (b.group.sex === undefined) && a.group.bucket === b.group.bucket;
      if (isNested || (sameOthers && (bucketOf(a) === bucketOf(b) || overlaps(readBucket(bucketOf(a)), readBucket(bucketOf(b)))))) return false;
    }
  return true;
}

function bucketOf(o: Observation): string {
  return o.group.bucket ?? o.label;
}
