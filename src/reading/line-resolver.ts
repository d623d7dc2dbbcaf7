import type { Indicator } from "../indicators/indicator";
import type { ResolveHints } from "../indicators/line-reading";
import { resolveIndicator, type ResolvedIndicator } from "../indicators/resolve";
import type { Cell } from "../model/cell";
import type { Unit } from "../model/figure";
import type { Period } from "../model/period";
import { remember } from "../model/remember";
import type { LabelFeatures } from "../notation/label-features";
import type { CellReader } from "./cell-meaning";
import type { TableCorrections } from "./corrections";
import { correctMeaning, type LineMeaning } from "./correct-meaning";
import { withUnit } from "./figure-unit";
import { nearestLabel, type Line } from "./line";

/** 表の見出し — everything about a table that decides what its lines mean. */
export interface TableHeadings {
  readonly reader: CellReader;
  readonly catalogue: readonly Indicator[];
  readonly corrections: TableCorrections;
  readonly rows: ReadonlyMap<number, Line>;
  readonly cols: ReadonlyMap<number, Line>;
  readonly hasMonths: boolean;
  /** How many days the leave at a child's birth has, where the profile says so. */
  readonly limitDays: number | null;
  /** What captions, title and sheet name say. */
  readonly context: LabelFeatures | undefined;
}

/** What was asked last, and the answer; the column only where it says anything. */
interface Asked {
  readonly line: Line | undefined;
  readonly column: Line | undefined;
  readonly words: string | undefined;
  readonly unit: Unit | undefined;
  readonly isMonth: boolean;
  readonly found: readonly LineMeaning[];
}

/** 行の指標を決める — remembers each pair of headings, so that a year costs nothing more. */
export class LineResolver {
  private readonly resolved = remember((_line: string) => remember((_column: string) => new Map<string, readonly LineMeaning[]>()));

  private last: Asked = { line: undefined, column: undefined, words: undefined, unit: undefined, isMonth: false, found: [] };
  private readonly hasEligible: boolean;

  constructor(private readonly table: TableHeadings) {
    this.hasEligible = [...table.rows.values(), ...table.cols.values()].some((line) => line.features?.part === "denominator");
  }

  /** 重ねた特徴 — row, column, words in the cell and context, the nearer over the farther. */
  featuresOf(line: Line, column: Line, words: string | undefined): LabelFeatures | undefined {
    const { reader } = this.table;
    let features = this.table.context;
    // Where rows carry the topic, columns say what is counted, and the other way round; the side with a topic is the farther.
    const [far, near] =
      (line.features?.topics.length ?? 0) > 0 && (column.features?.topics.length ?? 0) === 0 ? [line.features, column.features] : [column.features, line.features];
    for (const side of [far, near]) if (side) features = features ? reader.meanings.merge(side, features) : side;
    if (words) {
      const own = reader.label(words);
      features = features ? reader.meanings.merge(own, features) : own;
    }
    return features;
  }

  /** 候補 — what a figure where these lines meet may be, best first. */
  resolve(line: Line, column: Line, words: string | undefined, unit: Unit | undefined, period: Period | undefined): readonly LineMeaning[] {
    const isMonth = period?.month !== undefined;
    const isTotalColumn = this.table.hasMonths && !isMonth;
    const silent = !column.isSaying && !isTotalColumn && this.table.corrections.isEmpty;
    // The figures of a row mostly ask the same, one after the other.
    const { last } = this;
    if (last.line === line && last.column === (silent ? undefined : column) && last.words === words && last.unit === unit && last.isMonth === isMonth) return last.found;
    const ofLines = this.resolved(keyOf(line))(silent ? "" : keyOf(column));
    const key = `${words ?? ""}\u0000${unit ?? ""}\u0000${isMonth}`;
    const found = ofLines.get(key) ?? this.decide(line, column, words, unit, isMonth);
    ofLines.set(key, found);
    this.last = { line, column: silent ? undefined : column, words, unit, isMonth, found };
    return found;
  }

  private decide(line: Line, column: Line, words: string | undefined, unit: Unit | undefined, isMonth: boolean): readonly LineMeaning[] {
    const { reader, catalogue, context, corrections, hasMonths, limitDays } = this.table;
    const counts = unit === undefined && this.holdsCounts(line, column);
    if (!corrections.isEmpty) return this.weigh(line, column, words, unit, isMonth, counts);
    const known = reader.meanings.under(catalogue, context, line.features, column.features);
    const key = `${words ?? ""}\u0000${unit ?? ""}\u0000${isMonth}\u0000${hasMonths}\u0000${counts}\u0000${this.hasEligible}\u0000${limitDays}`;
    const found = known.get(key) ?? this.weigh(line, column, words, unit, isMonth, counts);
    known.set(key, found);
    return found;
  }

  /** The answer itself, for words that were not met before. */
  private weigh(line: Line, column: Line, words: string | undefined, unit: Unit | undefined, isMonth: boolean, counts: boolean): readonly LineMeaning[] {
    const isTotalColumn = this.table.hasMonths && !isMonth;
    const merged = this.featuresOf(line, column, words);
    // The total of the months is no month, whatever the caption says of months.
    const isWholeYear =
      isTotalColumn && (line.features?.isTotal === true || column.features?.isTotal === true) && line.features?.isMonthly !== true && column.features?.isMonthly !== true;
    const { isMonthly: _isMonthly, ...ofYear } = merged ?? {};
    const features = merged && isWholeYear ? { ...merged, ...ofYear, isMonthly: false } : merged;
    const meant = features && withUnit(counts ? { ...features, measure: "count" } : features, line, column, unit);
    const hints: ResolveHints = {
      ...(unit ? { unit } : {}),
      ...(this.table.limitDays === null ? {} : { limitDays: this.table.limitDays }),
      month: isMonth,
      isTotalColumn,
      hasEligible: this.hasEligible,
    };
    const read: readonly ResolvedIndicator[] = meant ? resolveIndicator(meant, hints, this.table.catalogue) : [];
    const said = this.table.corrections.ofLines(line, column);
    return said ? correctMeaning(read, said, { features: meant, hints, catalogue: this.table.catalogue }) : read;
  }

  /** 読まない — somebody said that the figures where these lines meet are none to be read. */
  ignores(line: Line, column: Line): boolean {
    return this.table.corrections.ofLines(line, column)?.says.role === "ignore";
  }

  /** 女性, 全体 beside 割合: a line that names no measure where another line is the rate is the count of people. */
  private holdsCounts(line: Line, column: Line): boolean {
    const near = (of: Line): LabelFeatures | undefined => nearestLabel(of, this.table.reader);
    const own = (line.period === undefined ? near(line) : undefined) ?? (column.period === undefined ? near(column) : undefined);
    if (!own || own.measure !== undefined || own.topics.length > 0) return false;
    if (own.group.sex === undefined && own.isTotal !== true && own.isSubset !== true) return false;
    const isRow = line.period === undefined && near(line) === own;
    const parent = (of: Line): Cell | undefined => of.path.at(-2)?.cell;
    const side = isRow ? line : column;
    return [...(isRow ? this.table.rows : this.table.cols).values()].some((other) => parent(other) === parent(side) && near(other)?.measure === "ratio");
  }
}

function keyOf({ label, lentBy }: Line): string {
  return lentBy === undefined ? label : `${lentBy}\u0000${label}`;
}
