import type { Period } from "../model/period";
import type { ReadingCorrection } from "../model/profile";
import { readCaption } from "../notation/caption";
import { compactText, normalizeText, unifyWidth } from "../notation/normalize";
import { findPeriods } from "../notation/period-scan";
import { saidOf, type Line } from "./line";

/** 当たった訂正 — what to read by, and the nearest correction that decides what the figures are. */
export interface MetCorrection {
  readonly says: ReadingCorrection;
  readonly by: ReadingCorrection;
}

interface Known {
  readonly one: ReadingCorrection;
  readonly heading: string;
  readonly title: string;
  readonly exact: string;
  readonly beside: string | undefined;
}

/** 訂正の帳面 — all corrections of a profile, and which of them met their heading. */
export class Corrections {
  private readonly all: readonly Known[];
  private readonly met = new Set<ReadingCorrection>();

  constructor(private readonly given: readonly ReadingCorrection[]) {
    this.all = given.map((one) => ({
      one,
      heading: wordsOf(one.heading),
      title: titleOf(one.heading),
      exact: normalizeText(one.heading),
      beside: one.beside === undefined ? undefined : wordsOf(one.beside),
    }));
  }

  /** Those that may speak of a table with these captions (nearest first) on this sheet. */
  under(sheet: string, captions: readonly string[]): TableCorrections {
    const here = this.all.filter(({ one }) => isOnSheet(one, sheet) && isUnder(one, captions));
    return new TableCorrections(here, here.length === 0 ? [] : [...captions, sheet], (one) => this.met.add(one));
  }

  /** The corrections that met their heading, in the order of the profile. */
  listMet(): readonly ReadingCorrection[] {
    return this.given.filter((one) => this.met.has(one));
  }
}

/** 表の訂正 — what somebody said of the headings of one table. */
export class TableCorrections {
  readonly isEmpty: boolean;
  private readonly undated: readonly Known[];
  private readonly dated: readonly Known[];
  private readonly targets: readonly Known[];

  constructor(
    here: readonly Known[],
    private readonly captions: readonly string[],
    private readonly note: (met: ReadingCorrection) => void,
  ) {
    this.isEmpty = here.length === 0;
    this.dated = here.filter(({ one }) => one.year !== undefined);
    this.undated = here.filter(({ one }) => one.year === undefined && one.target === undefined);
    this.targets = here.filter(({ one }) => one.target !== undefined);
  }

  /**
   * What was said of the figures where two lines cross; the nearer heading overrides the farther, feature by feature.
   *
   * none  undefined when nothing was said of these headings
   */
  ofLines(line: Line, column: Line): MetCorrection | undefined {
    if (this.undated.length === 0) return undefined;
    const [rows, cols] = [headingsOf(line), headingsOf(column)];
    const crosses = (own: readonly string[], { heading, beside }: Known, other: Line, others: readonly string[]): boolean =>
      own.includes(heading) && (beside === "" ? !other.isSaying : beside !== undefined && others.includes(beside));
    const crossing = this.undated.filter((one) => crosses(rows, one, column, cols) || crosses(cols, one, line, rows));
    const along = [...cols, ...rows].flatMap((key) => this.undated.filter(({ heading, beside }) => beside === undefined && heading === key));
    return this.merge([...crossing, ...along, ...this.ofCaptions(!line.isSaying && !column.isSaying)]);
  }

  /** What was said of the whole table. */
  ofTable(): MetCorrection | undefined {
    return this.undated.length === 0 ? undefined : this.merge(this.ofCaptions(false));
  }

  /** What was said of a target by the words it stands under, nearest first. */
  ofTarget(texts: readonly string[]): MetCorrection | undefined {
    if (this.targets.length === 0) return undefined;
    return this.merge(texts.flatMap((text) => this.targets.filter(({ heading, title }) => heading === wordsOf(text) || title === titleOf(text))));
  }

  /** The year somebody gave to one of these headings of an axis, the nearest first. */
  ofYear(headings: readonly string[]): ReadingCorrection | undefined {
    if (this.dated.length === 0) return undefined;
    for (const text of headings.map(normalizeText)) {
      const found = this.dated.find(({ exact }) => exact === text)?.one;
      if (!found) continue;
      this.note(found);
      return found;
    }
    return undefined;
  }

  /** The year somebody gave to the whole table. */
  ofTableYear(): ReadingCorrection | undefined {
    return this.ofYear(this.captions);
  }

  /** A caption speaks for the whole table, or, beside nothing, for the lines without words of their own. */
  private ofCaptions(isSilent: boolean): readonly Known[] {
    return this.captions.flatMap((caption) => this.undated.filter(({ beside, title }) => (beside === undefined || (beside === "" && isSilent)) && title === titleOf(caption)));
  }

  private merge(nearestFirst: readonly Known[]): MetCorrection | undefined {
    const found = [...new Set(nearestFirst.map(({ one }) => one))];
    const by = found.find(({ indicator, role }) => indicator !== undefined || role !== undefined) ?? found[0];
    if (!by) return undefined;
    for (const one of found) this.note(one);
    return { by, says: found.length === 1 ? by : Object.assign({}, ...found.reverse()) };
  }
}

/** 訂正した年にする — the period with another year; a day keeps its month and day. */
export function withYear(period: Period | undefined, year: number): Period {
  if (!period) return { kind: "fiscal-year", year };
  return { ...period, year, ...(period.date === undefined ? {} : { date: `${year}${period.date.slice(4)}` }) };
}

function isOnSheet(one: ReadingCorrection, sheet: string): boolean {
  if (one.sheet === null || one.sheet === sheet) return true;
  return one.year === undefined && withoutYears(one.sheet) === withoutYears(sheet);
}

function isUnder(one: ReadingCorrection, captions: readonly string[]): boolean {
  const { caption } = one;
  if (caption === undefined) return true;
  return captions.some((text) => (one.year === undefined ? titleOf(text) === titleOf(caption) : normalizeText(text) === normalizeText(caption)));
}

/** The keys of a line: all its headings together, after the line that lent it its subject, and each of them. */
const known = new WeakMap<Line, readonly string[]>();

function headingsOf(line: Line): readonly string[] {
  let keys = known.get(line);
  if (!keys) {
    const own = [...line.path].reverse().map(({ meaning }) => meaning.text);
    keys = [...new Set([saidOf(line), line.label, line.words, ...own].map(wordsOf))].filter((key) => key !== "");
    known.set(line, keys);
  }
  return keys;
}

function withoutYears(text: string): string {
  const unified = unifyWidth(text);
  let words = "";
  let from = 0;
  for (const { start, end } of findPeriods(unified)) {
    words += unified.slice(from, start);
    from = Math.max(from, end);
  }
  return compactText(words + unified.slice(from));
}

/** A text without its years, so that next year's heading is the same; one that is nothing but a year keeps it. */
function wordsOf(text: string): string {
  return withoutYears(text) || compactText(text);
}

/** A caption by its title: its number, its target and its year are other ones next year. */
function titleOf(text: string): string {
  return wordsOf(readCaption(text).title || text);
}
