import type { Indicator } from "../indicators/indicator";
import { groupKey, type Group, type Observation, type Role } from "../model/observation";
import { periodKey, type Period } from "../model/period";
import type { Profile } from "../model/profile";
import type { ReadTable, Reading } from "../model/reading";
import { remember } from "../model/remember";
import { findJudgedYear } from "../notation/judged-year";

/** 補完の元 — observations of every table with an empty figure, by the period they stand in and by line, each looked up in one step. */
export interface SourceIndex {
  indicator(id: string): Indicator | undefined;
  /** Everything said in the same table for the same period and population, women, men and buckets alike. */
  around(cell: Observation): readonly Observation[];
  /** What was already weighed, by line and indicator. */
  readonly memory: Map<string, ReadonlyMap<string, Weight>>;
  readonly manners: Map<string, LineManner>;
  line(line: string): readonly Observation[];
  table(id: number): ReadTable | undefined;
  /** Women's and all staff by grade, wherever in the workbook, for the year a period speaks for. */
  grades(period: Period | undefined): readonly Observation[];
  /** What the grades of a table are called: 7級 → 事務局次長 課長. */
  titlesOf(grade: Observation): string;
}

/** 証拠の重さ — how many filled neighbours a rule gives, and how many it does not. */
export interface Weight {
  readonly holds: number;
  readonly breaks: number;
}

/** 行の書き方 — the number format and the factor the filled figures of a line have in common. */
export interface LineManner {
  readonly factor: number;
  readonly format: string;
}

/** No table of an action plan says so much of one year and population; one that seems to was not understood. */
const TOO_MANY = 300;

/** 補完の元を並べる — one pass over the reading. */
export function indexSources(reading: Reading, catalogue: readonly Indicator[], profile: Profile): SourceIndex {
  const indicators = new Map(catalogue.map((indicator) => [indicator.id, indicator]));
  const populationKey = remember((group: Group) => groupKey(population(group, true)));
  const surroundings = (o: Observation): string => `${o.table}|${periodKey(o.period)}|${populationKey(o.group)}`;
  const byPlace = new Map<string, Observation[]>();
  const byLine = new Map<string, Observation[]>();
  const byGrade = new Map<string, Observation[]>();
  const tables = new Map<number, ReadTable>();
  for (const table of reading.tables) tables.set(table.id, table);
  // What is beside a figure is asked only where one is missing.
  const unfinished = new Set(reading.observations.filter(({ state }) => state === "blank").map(({ table }) => table));
  for (const observation of reading.observations) {
    if (observation.figure.part === "previous" || observation.role === "target") continue;
    if (unfinished.has(observation.table)) {
      push(byPlace, surroundings(observation), observation);
      push(byLine, observation.line, observation);
    }
    if (observation.group.grade !== undefined && observation.indicator === "female_rate_by_grade") push(byGrade, String(findJudgedYear(observation.period, profile)), observation);
  }
  const titles = new Map<string, string>();
  for (const aside of reading.asides) {
    if (aside.kind !== "grade-title") continue;
    for (const key of titleKeys(aside.table, aside.at.cell)) titles.set(key, `${titles.get(key) ?? ""} ${aside.text}`);
  }
  return {
    indicator: (id) => indicators.get(id),
    around(cell) {
      const found = byPlace.get(surroundings(cell)) ?? [];
      return found.length > TOO_MANY ? [] : found;
    },
    memory: new Map(),
    manners: new Map(),
    line: (line) => byLine.get(line) ?? [],
    table: (id) => tables.get(id),
    grades: (period) => byGrade.get(String(findJudgedYear(period, profile))) ?? [],
    titlesOf(grade) {
      const [across, down] = titleKeys(grade.table, grade.at.cell);
      return titles.get(across) ?? titles.get(down) ?? "";
    },
  };
}

/** 役でしぼる — the observations with this role. */
export function withRole(observations: readonly Observation[], role: Role): Observation[] {
  return observations.filter((o) => o.role === role);
}

/** 区分を除いた対象群 — the population without its bucket. */
export function withoutBucket(group: Group): Group {
  const { bucket: _bucket, ...rest } = group;
  return rest;
}

/** 同じ対象群か — equal but for the bucket; a share of women counts women below and everybody above, so sex is no difference there. */
export function isSamePopulation(a: Group, b: Group, ignoreSex: boolean): boolean {
  return groupKey(population(a, ignoreSex)) === groupKey(population(b, ignoreSex));
}

function population(group: Group, ignoreSex: boolean): Group {
  const { sex, ...rest } = withoutBucket(group);
  return ignoreSex || sex === undefined ? rest : { ...rest, sex };
}

function titleKeys(table: number, cell: string): [string, string] {
  return [`${table}|${cell.replace(/\d+$/, "")}`, `${table}|${cell.replace(/^[A-Z]+/, "")}`];
}

function push(map: Map<string, Observation[]>, key: string, observation: Observation): void {
  const list = map.get(key);
  if (list) list.push(observation);
  else map.set(key, [observation]);
}
