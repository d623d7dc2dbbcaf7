import type { Observation } from "../../model/observation";
import { sharesFathers } from "./family";
import type { Figures, Kind } from "./figures";
import type { Keys } from "./keys";
import { numberRules } from "./rules";

/** 率と人数 — a figure that is a quotient, with the counts it stands on. */
export interface RateCase {
  readonly rate: Observation;
  readonly numerator: Observation | undefined;
  readonly denominator: Observation | undefined;
  /** Several candidates that differ were found; none was taken. */
  readonly isAmbiguous: boolean;
  /** Cases with one number were read by one rule (same table, counts at the same distance); they are evidence for each other. */
  readonly rule: number;
}

/** 人数だけの組 — a numerator and a denominator of one indicator, period and group, with or without a rate beside them. */
export interface CountPair {
  readonly numerator: Observation;
  readonly denominator: Observation;
  readonly rate: Observation | undefined;
  readonly rule: number;
}

/** 人数の索引 — the numerator or denominator that belongs to a figure. */
export interface CountIndex {
  find(role: "numerator" | "denominator", of: Observation): Found;
}

interface Found {
  readonly found: Observation | undefined;
  readonly isAmbiguous: boolean;
}

const NOTHING: Found = { found: undefined, isAmbiguous: false };
const AMBIGUOUS: Found = { found: undefined, isAmbiguous: true };

/** 率をさがす — every quotient of the workbook with its counts; counts are looked for in the same cell, then the same table. */
export function findRates(figures: Figures, index: CountIndex): RateCase[] {
  const cases: RateCase[] = [];
  const ruleOf = numberRules();
  for (const rate of figures.pick(isQuotient)) {
    const numerator = index.find("numerator", rate);
    const denominator = index.find("denominator", rate);
    const isFitting = fits(rate, numerator.found, denominator.found);
    cases.push({
      rate,
      numerator: isFitting ? numerator.found : undefined,
      denominator: isFitting ? denominator.found : undefined,
      isAmbiguous: numerator.isAmbiguous || denominator.isAmbiguous || !isFitting,
      rule: ruleOf(rate, numerator.found, denominator.found),
    });
  }
  return cases;
}

/** 人数の組をさがす — every numerator that has its denominator in the same table. */
export function findCountPairs(figures: Figures, rates: readonly RateCase[], index: CountIndex): CountPair[] {
  const rateOf = new Map<number, Observation>();
  for (const c of rates) if (c.numerator) rateOf.set(c.numerator.id, c.rate);
  const pairs: CountPair[] = [];
  const ruleOf = numberRules();
  for (const numerator of figures.pick((kind) => kind.role === "numerator" && !kind.isMergedCopy)) {
    const { found: denominator } = index.find("denominator", numerator);
    if (denominator) pairs.push({ numerator, denominator, rate: rateOf.get(numerator.id), rule: ruleOf(numerator, denominator, undefined) });
  }
  return pairs;
}

/** 人数を引けるようにする — numerators and denominators by table, indicator, period and group. */
export function indexCounts(figures: Figures, keys: Keys): CountIndex {
  // Most tables state no counts; they need no look at the coordinates.
  const tables = new Set<number>();
  const numerators = new Map<number, Observation | Observation[]>();
  const denominators = new Map<number, Observation | Observation[]>();
  for (const o of figures.pick((kind) => kind.role === "numerator" || kind.role === "denominator")) {
    tables.add(o.table);
    const own = keys.pack(o.table, keys.indicatorOf(o), keys.periodOf(o), keys.groupOf(o));
    add(o.role === "numerator" ? numerators : denominators, own, o);
    // A family shares its denominator (完全取得率 stands on the eligible of 取得率), never its numerator.
    if (o.role === "denominator") add(denominators, keys.pack(o.table, keys.familyOf(o), keys.periodOf(o), keys.groupOf(o)), o);
  }
  // 配偶者が出産した男性職員 are the eligible of every leave of fathers, whichever of them the table reads the line as.
  const fathers = new Map<number, Observation | null>();
  for (const o of figures.pick((kind) => kind.role === "denominator" && kind.measure === "count" && !kind.isMergedCopy)) {
    if (!countsFathers(o)) continue;
    const key = keys.pack(o.table, 0, keys.periodOf(o), keys.without(keys.groupOf(o), "sex"));
    fathers.set(key, fathers.has(key) ? null : o);
  }
  // 男性, 女性, 女性割合: where no column counts everybody, men and women together do.
  const men = new Map<number, Observation | null>();
  for (const o of figures.pick(isCountOfMen)) {
    const key = keys.pack(o.table, keys.indicatorOf(o), keys.periodOf(o), keys.without(keys.groupOf(o), "sex"));
    men.set(key, men.has(key) ? null : o);
  }
  const bothSexes = (of: Observation): Found => {
    const key = keys.pack(of.table, keys.indicatorOf(of), keys.periodOf(of), keys.groupOf(of));
    const male = men.get(key);
    const female = numerators.get(key);
    if (!male || !female || Array.isArray(female) || female.state !== "value" || (female.row !== male.row && female.col !== male.col)) return NOTHING;
    const value = (female.value ?? 0) + (male.value ?? 0);
    const text = `${value}人`;
    return { found: { ...female, at: male.at, row: male.row, col: male.col, role: "denominator", value, text, figure: { ...male.figure, value, text } }, isAmbiguous: false };
  };
  return {
    find(role, of) {
      if (!tables.has(of.table)) return NOTHING;
      const period = keys.periodOf(of);
      const group = keys.groupOf(of);
      const map = role === "numerator" ? numerators : denominators;
      const bare = of.group.bucket === undefined ? group : keys.without(group, "bucket");
      const found =
        map.get(keys.pack(of.table, keys.indicatorOf(of), period, group)) ??
        (bare === group ? undefined : map.get(keys.pack(of.table, keys.indicatorOf(of), period, bare))) ??
        (role === "denominator" ? map.get(keys.pack(of.table, keys.familyOf(of), period, bare)) : undefined);
      if (found === undefined && role === "denominator" && fathers.size > 0 && sharesFathers(of.indicator)) {
        const eligible = fathers.get(keys.pack(of.table, 0, period, keys.without(bare, "sex")));
        if (eligible) return { found: eligible, isAmbiguous: false };
      }
      if (found === undefined) return role === "denominator" && men.size > 0 ? bothSexes(of) : NOTHING;
      return Array.isArray(found) ? pickNearest(found, of) : { found, isAmbiguous: false };
    },
  };
}

const BORN = /(?:妻|配偶者|パートナー)(?:が|の)出産|子(?:ども|供)?(?:が|の)(?:出?生|誕生)/;

function countsFathers({ indicator, label, group }: Observation): boolean {
  return BORN.test(label) && (sharesFathers(indicator) || (indicator === "childcare_leave_rate" && group.sex === "male"));
}

function add(map: Map<number, Observation | Observation[]>, key: number, o: Observation): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, o);
  else if (Array.isArray(known)) known.push(o);
  else map.set(key, [known, o]);
}

function isCountOfMen(kind: Kind): boolean {
  return kind.role === "part" && kind.measure === "count" && kind.group.sex === "male" && kind.state === "value" && !kind.isMergedCopy;
}

function isQuotient(o: Kind): boolean {
  if (o.role !== "value" || o.figure.part === "previous" || o.indicator.startsWith("overtime_per_head")) return false;
  return (o.measure === "ratio" && o.unit === "ratio") || (o.measure === "days" && o.unit === "days") || (o.measure === "hours" && o.unit === "hours");
}

function pickNearest(list: readonly Observation[], of: Observation): Found {
  const sameCell = list.filter((o) => o.row === of.row && o.col === of.col);
  if (sameCell.length === 1) return { found: sameCell[0], isAmbiguous: false };
  const aligned = list.filter((o) => o.row === of.row || o.col === of.col);
  if (aligned.length === 1) return { found: aligned[0], isAmbiguous: false };
  const unit = of.measure === "ratio" ? undefined : of.unit;
  const left = (aligned.length > 0 ? aligned : list).filter((o) => unit === undefined || o.unit === unit || o.role === "denominator");
  const [first] = left;
  if (first && left.every((o) => o.state === first.state && o.value === first.value)) return { found: first, isAmbiguous: false };
  return AMBIGUOUS;
}

// Days over people make an average, but days over people never make a percentage.
function fits(rate: Observation, numerator: Observation | undefined, denominator: Observation | undefined): boolean {
  if (!numerator || !denominator) return true;
  return rate.measure === "ratio" ? numerator.unit === denominator.unit : numerator.unit === rate.unit && denominator.unit === "people";
}
