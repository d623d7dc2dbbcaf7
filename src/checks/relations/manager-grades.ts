import type { Observation } from "../../model/observation";
import type { Profile } from "../../model/profile";
import type { Reading } from "../../model/reading";
import { hasValue } from "./compare";
import { groupBy } from "./evidence";
import type { Figures } from "./figures";
import { findSpokenYear } from "../../notation/judged-year";

/** 級別の人数 — people and women of one grade on one day. */
export interface GradeCount {
  readonly grade: string;
  readonly people: Observation;
  readonly women: Observation;
}

/** 管理職の級 — which grades are managers, and how that is known. */
export interface ManagerGrades {
  readonly grades: readonly string[];
  /** Told by the profile, by a note, by the stated number of managers, or only by titles. */
  readonly source: "profile" | "note" | "counts" | "titles";
}

const TITLE = /(?<!係|班|主任)(課長|部長|局長|次長|所長|館長|室長|理事|参事|管理職)(?!補佐|代理|級未満)/;

/** 級別表を年度で — grades with their counts by the fiscal year they speak for, in sheet order. */
export function findGradeCounts(figures: Figures, profile: Profile): Map<number, GradeCount[]> {
  const byCoordinates = groupBy(
    figures
      .pick((kind) => kind.indicator === "female_rate_by_grade" && !kind.isTotal && !kind.isMergedCopy && (kind.role === "numerator" || kind.role === "denominator"))
      .filter(({ group: { grade } }) => grade !== undefined && !/計|全体/.test(grade)),
    (o) => `${o.table}|${findSpokenYear(o.period, profile)}|${o.group.grade}`,
  );
  const years = new Map<number, GradeCount[]>();
  for (const group of byCoordinates.values()) {
    const women = group.find((o) => o.role === "numerator" && hasValue(o));
    const people = group.find((o) => o.role === "denominator" && hasValue(o));
    const year = findSpokenYear(people?.period, profile);
    if (!women || !people || year === undefined) continue;
    const counts = years.get(year);
    if (counts) counts.push({ grade: people.group.grade ?? "", people, women });
    else years.set(year, [{ grade: people.group.grade ?? "", people, women }]);
  }
  return years;
}

/**
 * 管理職の級をさがす — as the profile says, else a note (※6級以上が管理職), else the uppermost grades that make the stated number of managers in every year, else those with a manager's title.
 *
 * none  undefined when nothing tells
 */
export function findManagerGrades(reading: Reading, figures: Figures, profile: Profile, counts: ReadonlyMap<number, readonly GradeCount[]>): ManagerGrades | undefined {
  if (profile.managerGrades) return { grades: profile.managerGrades.map(plain), source: "profile" };
  const noted = findNotedGrades(reading, [...counts.values()][0] ?? []);
  if (noted.length > 0) return { grades: noted, source: "note" };
  const stated = figures.pick((kind) => kind.indicator === "female_manager_rate" && kind.role === "denominator").filter((o) => hasValue(o) && Object.keys(o.group).length === 0);
  const first = [...counts.values()][0] ?? [];
  for (let top = 1; top < first.length && stated.length > 0; top++) {
    const grades = first.slice(-top).map((c) => plain(c.grade));
    const tried = stated.flatMap((o) => {
      const year = counts.get(findSpokenYear(o.period, profile) ?? NaN);
      return year ? [year.filter((c) => grades.includes(plain(c.grade))).reduce((sum, c) => sum + (c.people.value ?? 0), 0) === o.value] : [];
    });
    if (tried.length > 0 && tried.every(Boolean)) return { grades, source: "counts" };
  }
  const titled = new Set<string>();
  for (const c of first) if (TITLE.test(c.grade)) titled.add(plain(c.grade));
  const columns = new Map(first.map((c) => [`${c.people.table}|${c.people.at.cell.replace(/\d+$/, "")}`, c.grade]));
  for (const aside of reading.asides) {
    const grade = aside.kind === "grade-title" && TITLE.test(aside.text) ? columns.get(`${aside.table}|${aside.at.cell.replace(/\d+$/, "")}`) : undefined;
    if (grade !== undefined) titled.add(plain(grade));
  }
  return titled.size > 0 ? { grades: [...titled], source: "titles" } : undefined;
}

const SAID_OF_MANAGERS =
  /((?:\d{1,2}級(?:以上)?(?:及び|又は|、|,|・|と|～|から)?)+)(?:の職員|職)?(?:を|は|が|：|:)?[^。\d]{0,8}管理職|管理職[^。\d]{0,14}?((?:\d{1,2}級(?:以上)?(?:及び|又は|、|,|・|と|～|から)?)+)/;

/** 「※5級及び6級を管理職とする。」 and the grades of the table it names. */
function findNotedGrades(reading: Reading, counts: readonly GradeCount[]): readonly string[] {
  const numbered = counts.flatMap(({ grade }) => (/^\d{1,2}級$/.test(plain(grade)) ? [parseInt(plain(grade), 10)] : []));
  if (numbered.length === 0) return [];
  const notes = [...reading.tables.flatMap((table) => [...table.notes, ...table.captions]), ...reading.texts];
  for (const { text } of notes) {
    const found = SAID_OF_MANAGERS.exec(text.normalize("NFKC"));
    const said = found?.[1] ?? found?.[2];
    if (said === undefined) continue;
    const own = [...said.matchAll(/(\d{1,2})級/g)].map(([, number]) => Number(number));
    const [first, last] = [Math.min(...own), Math.max(...own)];
    const isMeant = (number: number): boolean => own.includes(number) || (/以上/.test(said) && number >= first) || (/～|から/.test(said) && number >= first && number <= last);
    return numbered.filter(isMeant).map((number) => `${number}級`);
  }
  return [];
}

/** 級の名前をそろえる — without width and spaces. */
export function plain(grade: string): string {
  return grade.normalize("NFKC").replace(/\s+/g, "");
}
