import { type CellRange, writeAddress } from "../../src/model/cell";
import type { Sex } from "../../src/model/observation";
import type { Workbook } from "../../src/model/workbook";
import { readTextRange } from "./text-workbook";

export interface TrueObservation {
  readonly sheet: string;
  readonly cell: string;
  /** Alternatives with "|" where the field itself is of two minds. */
  readonly indicator: string;
  readonly role: string;
  readonly fiscalYear: number | null;
  readonly value: number | string;
  readonly group: { readonly sex?: Sex };
}

export interface TrueFinding {
  readonly sheet: string;
  readonly cell: string;
  readonly check: string;
}

export interface TrueFill {
  readonly sheet: string;
  readonly cell: string;
  readonly value: number | string;
}

export interface TrueJudgement {
  readonly indicator: string;
  readonly fiscalYear: number;
  readonly status: string;
  readonly plan: string | null;
  readonly group: { readonly sex?: Sex };
  /** A word of the group's other axes (部門, 職種, 役職); absent: any group. */
  readonly named?: string;
}

/** 真 — what a careful reader of the field says of a workbook. */
export interface Truth {
  readonly observations: readonly TrueObservation[];
  readonly findings: readonly TrueFinding[];
  readonly fills: readonly TrueFill[];
  readonly judgements: readonly TrueJudgement[];
  /** Cells in which no actual figure is stated (grade names, 達成率, remarks). */
  readonly quiet?: readonly { readonly sheet: string; readonly cell: string }[];
  /** The day of the look; years that end after it are not due. */
  readonly asOf?: string;
  /** Known gaps, one sentence each: the workbook is not yet read as it should be. */
  readonly gaps?: readonly string[];
}

/**
 * 真を読む — the lines below `== truth` of a text workbook.
 *
 * shape  `as-of 2026-06-01` · `gap SENTENCE` · `sheet NAME` (for the lines after it) ·
 *        `read RANGE… INDICATOR ROLE [male|female] YEARS [= VALUES]` with YEARS `2021`, `2017-2021`, `2021-2017`,
 *        `2019,2021` or `-` (any), along the longer way the list fits; without VALUES the plain cells speak for themselves ·
 *        `quiet RANGE…` no actual figure stands there · `find CELL… CHECK` · `fill RANGE… = VALUES` · `judge INDICATOR [male|female] [[GROUP]] [@PLAN] 2023:missed 2024:met`,
 *        where `silent` is: neither met nor missed of this group.
 *        VALUES are numbers, percents, fractions (2/3) and states, with `×3` for repeats
 * errors  a line that is none of these, or whose counts do not agree, is refused
 */
export function readTruth(lines: readonly string[], workbook: Workbook): Truth {
  const truth = {
    observations: [] as TrueObservation[],
    findings: [] as TrueFinding[],
    fills: [] as TrueFill[],
    judgements: [] as TrueJudgement[],
    quiet: [] as { sheet: string; cell: string }[],
    gaps: [] as string[],
  };
  let asOf: string | undefined;
  let sheet = workbook.sheets[0]?.name ?? "";
  for (const line of lines) {
    const [word, ...rest] = line.trim().split(/\s+/);
    try {
      if (word === "as-of") asOf = rest[0];
      else if (word === "gap") truth.gaps.push(rest.join(" "));
      else if (word === "sheet") sheet = knownSheet(workbook, line.trim().slice(6).trim());
      else if (word === "read") truth.observations.push(...readObservations(rest, sheet, workbook));
      else if (word === "find")
        truth.findings.push(...rest.slice(0, -1).flatMap((range) => cellsOf(range).map(([row, col]) => ({ sheet, cell: writeAddress(row, col), check: rest.at(-1)! }))));
      else if (word === "quiet") truth.quiet.push(...rest.flatMap(cellsOf).map(([row, col]) => ({ sheet, cell: writeAddress(row, col) })));
      else if (word === "fill") truth.fills.push(...readFills(rest, sheet));
      else if (word === "judge") truth.judgements.push(...readJudgements(rest));
      else throw new Error("not understood");
    } catch (error) {
      throw new Error(`truth of ${workbook.name}: ${line.trim()}: ${(error as Error).message}`, { cause: error });
    }
  }
  return { ...truth, ...(asOf === undefined ? {} : { asOf }) };
}

function knownSheet(workbook: Workbook, name: string): string {
  if (!workbook.sheets.some((s) => s.name === name)) throw new Error("no such sheet");
  return name;
}

type At = readonly [row: number, col: number];

function cellsOf(range: string): At[] {
  const { top, left, bottom, right }: CellRange = readTextRange(range);
  const cells: At[] = [];
  for (let row = top; row <= bottom; row++) for (let col = left; col <= right; col++) cells.push([row, col]);
  return cells;
}

const isRange = (word: string) => /^[A-Z]{1,2}\d+(?::[A-Z]{1,2}\d+)?$/.test(word);

function readObservations(words: readonly string[], sheet: string, workbook: Workbook): TrueObservation[] {
  const equals = words.indexOf("=");
  const head = equals < 0 ? words : words.slice(0, equals);
  const ranges = head.filter(isRange);
  const [indicator, role, ...tail] = head.filter((w) => !isRange(w));
  const sex = tail.find((w): w is Sex => w === "male" || w === "female");
  const years = readYears(tail.find((w) => w !== sex) ?? "-");
  const cells = ranges.flatMap(cellsOf);
  const values = equals < 0 ? cells.map(([row, col]) => readPlainCell(workbook, sheet, row, col)) : readValues(words.slice(equals + 1));
  if (values.length !== cells.length) throw new Error(`${cells.length} cells, ${values.length} values`);
  const yearOf = spreadYears(years, ranges, cells.length);
  return cells.map(([row, col], i) => ({
    sheet,
    cell: writeAddress(row, col),
    indicator: indicator!,
    role: role!,
    fiscalYear: yearOf(i),
    value: values[i]!,
    group: sex ? { sex } : {},
  }));
}

function readYears(word: string): (number | null)[] {
  if (word === "-") return [null];
  const span = /^(\d{4})-(\d{4})$/.exec(word);
  if (!span) return word.split(",").map((y) => (y === "-" ? null : Number(y)));
  const [from, to] = [Number(span[1]), Number(span[2])];
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => from + Math.sign(to - from) * i);
}

function spreadYears(years: readonly (number | null)[], ranges: readonly string[], count: number): (i: number) => number | null {
  if (years.length === 1) return () => years[0]!;
  if (years.length === count) return (i) => years[i]!;
  const { left, right, top, bottom } = readTextRange(ranges[0]!);
  const width = right - left + 1;
  if (years.length === width) return (i) => years[i % width]!;
  if (years.length === bottom - top + 1) return (i) => years[Math.floor(i / width)]!;
  throw new Error(`${years.length} years for ${count} cells`);
}

function readValues(words: readonly string[]): (number | string)[] {
  return words.flatMap((word) => {
    const [one, times] = word.split("×");
    return Array<number | string>(Number(times ?? 1)).fill(readTrueValue(one!));
  });
}

function readTrueValue(word: string): number | string {
  const fraction = /^(-?[\d.]+)\/([\d.]+)$/.exec(word);
  if (fraction) return Number(fraction[1]) / Number(fraction[2]);
  const number = /^(-?[\d.]+)(%?)$/.exec(word);
  if (number) return number[2] ? Number(number[1]) / 100 : Number(number[1]);
  return word;
}

/** Only what nobody can read in two ways; anything else must be spelled out in the truth. */
function readPlainCell(workbook: Workbook, sheet: string, row: number, col: number): number | string {
  const value = workbook.sheets.find((s) => s.name === sheet)?.cells.find((c) => c.row === row && c.col === col)?.value;
  if (value === undefined) return "blank";
  if (typeof value === "number") return value;
  const text = String(value).normalize("NFKC").replaceAll(",", "").replace(/\s/g, "");
  const number = /^(\d+(?:\.\d+)?)(%|人|名|件|日|時間|年)?$/.exec(text);
  if (number) return number[2] === "%" ? Number(number[1]) / 100 : Number(number[1]);
  if (/^(?:該当者なし|該当なし|採用なし|採用者なし|[-‐—―–−])$/.test(text)) return "not-applicable";
  throw new Error(`${writeAddress(row, col)} says 「${String(value)}」: spell its value out`);
}

function readFills(words: readonly string[], sheet: string): TrueFill[] {
  const equals = words.indexOf("=");
  const cells = words.slice(0, equals).flatMap(cellsOf);
  const values = readValues(words.slice(equals + 1));
  if (values.length !== cells.length) throw new Error(`${cells.length} cells, ${values.length} values`);
  return cells.map(([row, col], i) => ({ sheet, cell: writeAddress(row, col), value: values[i]! }));
}

function readJudgements(words: readonly string[]): TrueJudgement[] {
  const sex = words.find((w): w is Sex => w === "male" || w === "female");
  const plan = words.find((w) => w.startsWith("@"))?.slice(1) ?? null;
  const named = words.find((w) => w.startsWith("["))?.slice(1, -1);
  return words.flatMap((word) => {
    const year = /^(\d{4}):([a-z|-]+)$/.exec(word);
    return year ? [{ indicator: words[0]!, fiscalYear: Number(year[1]), status: year[2]!, plan, group: sex ? { sex } : {}, ...(named ? { named } : {}) }] : [];
  });
}
