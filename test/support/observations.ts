import type { Place } from "../../src/model/cell";
import { readAddress, writeAddress } from "../../src/model/cell";
import type { Figure, Unit } from "../../src/model/figure";
import type { Group, Measure, Observation, Role } from "../../src/model/observation";
import type { Period } from "../../src/model/period";
import type { Aside, Legend, PeriodHeading, Reading, ReadTable, TextAt } from "../../src/model/reading";
import type { Plan, Target } from "../../src/model/plan";
import type { ProgressTable } from "../../src/model/progress";
import { readFigures } from "../../src/notation/figure";
import { readMonth, readPeriod } from "../../src/notation/period";

/** What a table says besides its figures. */
export interface TableWords {
  readonly sheet?: string;
  /** Cell of the upper left corner. */
  readonly at?: string;
  readonly captions?: readonly string[];
  readonly notes?: readonly string[];
  readonly headcount?: number;
  /** Coordinates every figure shares, in the same words as a heading: "R3 childcare_leave_rate sex=male". */
  readonly all?: string;
  readonly confidence?: number;
}

/** Everything a reading may hold besides tables. */
export interface ReadingWords {
  readonly legends?: readonly Legend[];
  readonly texts?: readonly TextAt[];
  readonly asides?: readonly Aside[];
  readonly progress?: readonly ProgressTable[];
  readonly targets?: readonly Partial<Target>[];
  readonly plans?: readonly Plan[];
}

interface Coordinates {
  label: string;
  indicator?: string;
  role?: Role;
  measure?: Measure;
  unit?: Unit;
  period?: Period;
  month?: number;
  group: Group;
  isTotal?: boolean;
  style?: PeriodHeading["style"];
}

const ROLES: readonly string[] = ["value", "numerator", "denominator", "part", "target"];
const MEASURE_OF: { readonly [unit in Unit]: Measure } = { ratio: "ratio", people: "count", cases: "count", days: "days", hours: "hours", years: "years", points: "difference" };

/**
 * 表を書く — a table of observations as pipe rows.
 *
 * shape  first row: a corner, then the column headings; every other row: its heading, then its cells.
 *        A heading is its words, then after `::` what it means: an indicator id, a role, `sex=male`, `bucket=5日未満`,
 *        `unit=people`, `measure=growth`, `total`. Years, April firsts and months (R3, R4.4.1, 10月) speak for themselves.
 *        A cell is text as typed; `#12` is a number, `#0.5%` a number shown as a percent, `12=` one that comes from a formula,
 *        `<` repeats the cell to its left as part of a merge
 */
export function tableOf(
  words: TableWords,
  rows: string,
): { readonly table: Omit<ReadTable, "id">; readonly observations: readonly Omit<Observation, "id" | "table" | "line">[]; readonly alongRows: boolean } {
  const sheet = words.sheet ?? "実績";
  const corner = readAddress(words.at ?? "A1") ?? { row: 0, col: 0 };
  const grid = rows
    .trim()
    .split("\n")
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, "")
        .split("|")
        .map((cell) => cell.trim()),
    );
  const [head = [], ...body] = grid;
  const columns = head.slice(1).map(readHeading);
  const all = readHeading(`:: ${words.all ?? ""}`);
  const observations: Omit<Observation, "id" | "table" | "line">[] = [];
  const periods: PeriodHeading[] = [];
  const noteHeading = (heading: Coordinates, row: number, col: number) => {
    if (heading.period)
      periods.push({ at: { sheet, cell: writeAddress(row, col) }, text: heading.label, period: heading.period, style: heading.style ?? "era-short", isPastEra: false });
  };
  columns.forEach((heading, i) => noteHeading(heading, corner.row, corner.col + 1 + i));
  body.forEach((cells, r) => {
    const line = readHeading(cells[0] ?? "");
    const row = corner.row + 1 + r;
    noteHeading(line, row, corner.col);
    cells.slice(1).forEach((typed, c) => {
      const column = columns[c];
      if (!column || typed === "\\") return;
      const isMergedCopy = typed === "<";
      const text = isMergedCopy ? (cells.slice(1, c + 1).findLast((cell) => cell !== "<") ?? "") : typed;
      for (const figure of readCell(text))
        observations.push(observe({ sheet, row, col: corner.col + 1 + c, text, figure, isMergedCopy, confidence: words.confidence ?? 0.9 }, all, column, line));
    });
  });
  const named = (texts: readonly string[] | undefined, offset: number): TextAt[] =>
    (texts ?? []).map((text, i) => ({ at: { sheet, cell: writeAddress(Math.max(0, corner.row - 1 - i + offset), 0) }, text }));
  const bottom = corner.row + body.length;
  return {
    table: {
      sheet,
      range: { top: corner.row, left: corner.col, bottom, right: corner.col + head.length - 1 },
      captions: named(words.captions, 0),
      notes: (words.notes ?? []).map((text, i) => ({ at: { sheet, cell: writeAddress(bottom + 1 + i, 0) }, text })),
      periods,
      headcount:
        words.headcount === undefined
          ? undefined
          : { at: { sheet, cell: writeAddress(Math.max(0, corner.row - 1), 0) }, value: words.headcount, text: `合計${words.headcount}人`, period: undefined },
      indicator: undefined,
      confidence: words.confidence ?? 0.9,
    },
    observations,
    alongRows: columns.some((c) => c.period !== undefined || c.month !== undefined) || !body.some((cells) => readHeading(cells[0] ?? "").period),
  };
}

/** 読み取りを組む — a reading of these tables, as the reader would hand it over. */
export function readingOf(tables: readonly ReturnType<typeof tableOf>[], words: ReadingWords = {}): Reading {
  const observations: Observation[] = [];
  tables.forEach((made, table) => {
    for (const o of made.observations) observations.push({ ...o, id: observations.length, table, line: `${table}:${made.alongRows ? `r${o.row}` : `c${o.col}`}` });
  });
  return {
    tables: tables.map((made, id) => ({ ...made.table, id })),
    observations,
    targets: (words.targets ?? []).map((target, i) => ({ ...PLAIN_TARGET, id: `t${i}`, ...target })),
    plans: words.plans ?? [],
    legends: words.legends ?? [],
    headcounts: tables.flatMap((made) => (made.table.headcount ? [made.table.headcount] : [])),
    asides: words.asides ?? [],
    progress: words.progress ?? [],
    texts: words.texts ?? [],
    unread: [],
  };
}

/** 場所 — "目標!D6" as a place; the sheet may be left out. */
export function placeAt(name: string): Place {
  const [sheet, cell] = name.includes("!") ? name.split("!") : ["実績", name];
  return { sheet: sheet ?? "", cell: cell ?? "" };
}

const PLAIN_TARGET: Target = {
  id: "t",
  plans: [],
  indicator: "annual_leave_avg_days",
  group: {},
  kind: "every-year",
  comparison: null,
  value: null,
  unit: null,
  deadline: null,
  baseYear: null,
  from: null,
  change: null,
  text: "",
  at: { sheet: "実績", cell: "Z99" },
  source: "column",
  confidence: 0.9,
};

function readHeading(text: string): Coordinates {
  const [label = "", meaning = ""] = text.split("::").map((part) => part.trim());
  const heading: Coordinates = { label, group: {} };
  for (const word of [label, ...meaning.split(/\s+/)]) {
    const month = readMonth(word);
    const period = month === undefined && word.length <= 12 ? readPeriod(word) : undefined;
    if (month !== undefined) heading.month = month;
    else if (period?.isWhole) {
      heading.period = period.period.kind === "calendar-year" && !/年/.test(word) ? { ...period.period, kind: "fiscal-year" } : period.period;
      heading.style = period.style;
    }
    if (word === "合計" || word === "total") heading.isTotal = true;
  }
  for (const word of meaning.split(/\s+/)) {
    const [name, value] = word.split("=");
    if (ROLES.includes(word)) heading.role = word as Role;
    else if (value === undefined && /^[a-z0-9]+(_[a-z0-9]+)+$/.test(word)) heading.indicator = word;
    else if (value !== undefined && name === "unit") heading.unit = value as Unit;
    else if (value !== undefined && name === "measure") heading.measure = value as Measure;
    else if (value !== undefined) heading.group = { ...heading.group, [name ?? ""]: value };
  }
  return heading;
}

function readCell(typed: string): readonly Figure[] {
  const number = /^#(-?[\d.,]+)(%?)$/.exec(typed);
  const formula = /^(.*)=$/.exec(typed);
  const text = formula?.[1] ?? typed;
  if (text === "") return [{ state: "blank", value: null, unit: null, step: null, isApproximate: false, part: "value", text: "", words: "" }];
  if (number) {
    const decimals = (number[1] ?? "").split(".")[1]?.length ?? 0;
    const value = Number((number[1] ?? "").replaceAll(",", ""));
    const isPercent = number[2] === "%";
    return readFigures({
      value: isPercent ? value / 100 : value,
      text: `${number[1]}${number[2]}`,
      format: `${decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`}${isPercent ? "%" : ""}`,
    });
  }
  return readFigures({ value: text, text, format: "General" });
}

function observe(
  cell: {
    readonly sheet: string;
    readonly row: number;
    readonly col: number;
    readonly text: string;
    readonly figure: Figure;
    readonly isMergedCopy: boolean;
    readonly confidence: number;
  },
  all: Coordinates,
  column: Coordinates,
  line: Coordinates,
): Omit<Observation, "id" | "table" | "line"> {
  const { figure } = cell;
  const period = column.period ?? line.period ?? all.period;
  const month = column.month ?? line.month;
  const role = figure.part === "numerator" || figure.part === "denominator" ? figure.part : (line.role ?? column.role ?? all.role ?? "value");
  const unit = figure.unit ?? line.unit ?? column.unit ?? all.unit ?? (role === "numerator" || role === "denominator" || role === "part" ? "people" : "ratio");
  const isFormula = cell.text.endsWith("=");
  return {
    at: { sheet: cell.sheet, cell: writeAddress(cell.row, cell.col) },
    row: cell.row,
    col: cell.col,
    indicator: column.indicator ?? line.indicator ?? all.indicator ?? "partial_leave_rate",
    role,
    measure: line.measure ?? column.measure ?? all.measure ?? MEASURE_OF[unit],
    period: period && month !== undefined ? { kind: "fiscal-year", year: period.year, month } : period,
    group: { ...all.group, ...column.group, ...line.group },
    state: figure.state,
    value: figure.value,
    unit,
    text: cell.text.replace(/^#|=$/g, ""),
    figure,
    isText: !cell.text.startsWith("#"),
    ...(isFormula ? { formula: "A1" } : {}),
    format: "General",
    confidence: cell.confidence,
    label: line.label || column.label,
    isTotal: column.isTotal ?? line.isTotal ?? false,
    isMergedCopy: cell.isMergedCopy,
    reasons: [],
  };
}
