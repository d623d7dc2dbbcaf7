import { writeAddress, type Cell, type Place } from "../model/cell";
import { absentFigure, type Figure, type Unit } from "../model/figure";
import type { Observation, Reason } from "../model/observation";
import type { Period } from "../model/period";
import type { Aside, Legend, ReadTable } from "../model/reading";
import { remember } from "../model/remember";
import type { Indicator } from "../indicators/indicator";
import { readFigures } from "../notation/figure";
import type { LabelFeatures } from "../notation/label-features";
import { readPeriod, type PeriodReading } from "../notation/period";
import { readAxisPeriods } from "./axis-periods";
import type { CellMeaning, CellReader } from "./cell-meaning";
import { completeFormula } from "./complete-formula";
import { completeShares } from "./complete-shares";
import { completeSubsets } from "./complete-subsets";
import { asPart, layOver, readOf, type LineMeaning as Resolved } from "./correct-meaning";
import { withYear, type Corrections, type MetCorrection, type TableCorrections } from "./corrections";
import { describeTable } from "./describe-table";
import { headingUnitFor, unitHint, unitOfMeasure } from "./figure-unit";
import { completeAxis, completeGroups, completeGrowth, completeTopic, readLine, saidOf, silentLine, type Line } from "./line";
import { LineResolver } from "./line-resolver";
import { settleLines } from "./settle-lines";
import type { SheetGrid } from "./sheet-grid";
import type { TableOutline } from "./sheet-outline";
import { findContext, type TableContext } from "./table-context";
import type { Heading } from "./table-shape";

/** 目標のセル — a cell that states a target, with what its headings say. */
export interface TargetCell {
  readonly cell: Cell;
  readonly at: Place;
  readonly text: string;
  readonly features: LabelFeatures;
  readonly period: Period | undefined;
  readonly deadlineText: string | undefined;
  readonly source: "column" | "row" | "label";
  readonly label: string;
  /** All its headings as written, nearest first. */
  readonly headings: readonly string[];
  /** What somebody said of its line. */
  readonly said: MetCorrection | undefined;
}

/** 表から読めたもの — what one table gives before targets are joined to plans. */
export interface TableReading {
  readonly table: ReadTable;
  readonly observations: readonly Observation[];
  readonly targetCells: readonly TargetCell[];
  readonly asides: readonly Aside[];
  readonly context: TableContext;
  /** Figures that no line explained. */
  readonly unreadFigures: number;
  readonly corrections: TableCorrections;
}

/** 表の読み方 — what the sheet and the settings tell of a table before it is read. */
export interface TableOptions {
  readonly catalogue: readonly Indicator[];
  readonly nearYear: number;
  readonly hoursPerDay: number;
  readonly bracket: "counts" | "rate" | "previous" | undefined;
  readonly firstId: number;
  readonly tableId: number;
  /** Some table of this sheet speaks of days: short years of staffing figures are days too. */
  readonly isAsOfSheet: boolean;
  /** Marks that the sheet's legend explains, by their text. */
  readonly legend: ReadonlyMap<string, Legend["state"]>;
  readonly corrections: Corrections;
  readonly limitDays: number | null;
}

const ASIDE_OF: { readonly [role: string]: Aside["kind"] } = {
  achievement: "achievement",
  change: "change",
  remark: "remark",
  measures: "remark",
  evaluation: "evaluation",
};

const NONE: readonly Resolved[] = [];

/** 表を読む — every figure of one table with its coordinates: the nearest word wins. */
export function readTable(grid: SheetGrid, outline: TableOutline, reader: CellReader, options: TableOptions): TableReading {
  return new TableReader(grid, outline, reader, options).read();
}

class TableReader {
  private readonly context: TableContext;
  private readonly corrections: TableCorrections;
  private readonly rows = new Map<number, Line>();
  private readonly cols = new Map<number, Line>();
  private readonly resolver: LineResolver;
  private readonly byId: ReadonlyMap<string, Indicator>;
  /** Every year is written short, without 年度: the years of staffing figures may then be days. */
  private readonly hasShortYears: boolean;
  /** The one unit that all written figures of a row or column share; null when they differ. */
  private readonly rowUnits = new Map<number, Unit | null>();
  private readonly colUnits = new Map<number, Unit | null>();
  /** The same by the words of row and column, times left out. */
  private readonly wordUnits = remember((_line: string) => new Map<string, Unit | null>());
  private readonly slashed = new Map<Cell, readonly Line[]>();
  /** For each observation, in order, everything its line could be. */
  private readonly candidates: (readonly Resolved[])[] = [];
  /** What somebody said of a figure is laid over it once all lines have been weighed against each other. */
  private readonly said = new Map<number, (read: Observation) => Observation>();
  private readonly observations: Observation[] = [];
  private readonly targetCells: TargetCell[] = [];
  private readonly asides: Aside[] = [];
  private readonly ownTargets = new Set<Cell>();
  private unreadFigures = 0;

  constructor(
    private readonly grid: SheetGrid,
    private readonly outline: TableOutline,
    private readonly reader: CellReader,
    private readonly options: TableOptions,
  ) {
    const { shape } = outline;
    const captions = outline.captions.map((piece) => piece.text);
    this.corrections = options.corrections.under(grid.name, captions);
    this.context = this.correctContext(findContext(grid, outline, reader));
    this.fillLines(this.cols, shape.bodyCols, shape.columnPath);
    this.fillLines(
      this.rows,
      shape.area.bodyRows.filter((row) => shape.rowPath.has(row)),
      shape.rowPath,
    );
    const lines = [...this.cols.values(), ...this.rows.values()];
    const dated = lines.filter((line) => line.period !== undefined);
    const isShort = ({ style }: PeriodReading, said: readonly string[]): boolean =>
      (style === "era-short" || style === "bare" || style === "western-year") && !said.some((text) => /年\s*度/.test(text));
    const { period, periodAt } = this.context;
    this.hasShortYears =
      dated.length > 0
        ? dated.every((line) =>
            isShort(
              line.period!,
              line.path.map(({ meaning }) => meaning.text),
            ),
          )
        : period === undefined || isShort(period, periodAt ? [periodAt.text] : []);
    this.byId = new Map(options.catalogue.map((indicator) => [indicator.id, indicator]));
    this.resolver = new LineResolver({
      sheet: grid.name,
      reader,
      catalogue: options.catalogue,
      corrections: this.corrections,
      limitDays: options.limitDays,
      rows: this.rows,
      cols: this.cols,
      hasMonths: lines.filter((line) => line.month !== undefined).length >= 2,
      context: this.context.features,
    });
  }

  read(): TableReading {
    const { shape } = this.outline;
    for (const line of this.rows.values()) this.readOwnTarget(line, "row");
    for (const line of this.cols.values()) this.readOwnTarget(line, "column");
    this.findScales();
    this.findUnits();
    const sparse = this.rows.size * shape.bodyCols.length > 40 * this.countCells() + 20_000;
    for (const [row, line] of this.rows) {
      const cols = sparse ? this.grid.rowBetween(row, shape.left, shape.right).map((cell) => cell.col) : shape.bodyCols;
      for (const col of cols) {
        const column = this.cols.get(col);
        if (!column) continue;
        const inline = column.path.length === 0 ? this.inlineHeading(row, col) : undefined;
        if (inline === "heading") continue;
        if (inline) this.readCell(row, col, inline, column);
        else this.readCell(row, col, line, column);
      }
    }
    const settled = settleLines(this.observations, this.candidates, this.options.catalogue);
    const observations = this.said.size === 0 ? settled : settled.map((read, i) => this.said.get(i)?.(read) ?? read);
    return {
      table: describeTable(
        {
          id: this.options.tableId,
          sheet: this.grid.name,
          outline: this.outline,
          lines: [...this.cols.values(), ...this.rows.values()],
          headcount: this.context.headcount,
          correctedBy: this.corrections.ofTable()?.by ?? this.corrections.ofTableYear(),
        },
        observations,
      ),
      observations,
      targetCells: this.targetCells,
      asides: this.asides,
      context: this.context,
      unreadFigures: this.unreadFigures,
      corrections: this.corrections,
    };
  }

  /** Labels and figures by turns in one line: 対象者数 8人 取得者数 4人. A figure's heading is then the label at its left. */
  private inlineHeading(row: number, col: number): Line | "heading" | undefined {
    const cell = this.grid.at(row, col);
    const meaning = cell && this.reader.read(cell);
    if (meaning?.kind === "label" && (this.figureRightOf(row, col) || this.awaitsFigure(row, col))) return "heading";
    const left = this.grid.at(row, col - 1);
    const leftMeaning = left && this.reader.read(left);
    if (!left || leftMeaning?.kind !== "label" || !this.outline.shape.bodyCols.includes(col - 1)) return undefined;
    const path = this.outline.shape.rowPath.get(row) ?? [];
    // The last heading column named the first figure of the line only.
    const kept = path.length > 1 ? path.slice(0, -1) : path;
    return readLine([...kept, { cell: left, meaning: leftMeaning }], this.rows.get(row)?.period, this.reader);
  }

  /** 取得率 and nothing at its right, where the label two cells before it has its figure, or this column has one in another row. */
  private awaitsFigure(row: number, col: number): boolean {
    const isLabel = (at: number, c: number): boolean => {
      const cell = this.grid.at(at, c);
      return cell !== undefined && this.reader.read(cell).kind === "label";
    };
    if (this.grid.at(row, col + 1) !== undefined || !this.outline.shape.bodyCols.includes(col + 1)) return false;
    return (
      [...this.rows.keys()].some((other) => other !== row && isLabel(other, col) && this.figureRightOf(other, col)) || (isLabel(row, col - 2) && this.figureRightOf(row, col - 2))
    );
  }

  private figureRightOf(row: number, col: number): boolean {
    const right = this.grid.at(row, col + 1);
    return right !== undefined && this.reader.read(right).figures.length > 0;
  }

  private countCells(): number {
    const { shape } = this.outline;
    let count = 0;
    for (const row of this.rows.keys()) count += this.grid.rowBetween(row, shape.left, shape.right).length;
    return count;
  }

  private fillLines(into: Map<number, Line>, keys: readonly number[], paths: ReadonlyMap<number, readonly Heading[]>): void {
    const all = keys.map((key) => paths.get(key) ?? []);
    const periods = readAxisPeriods(all, this.options.nearYear);
    const own = completeGroups(completeAxis(completeShares(completeSubsets(completeFormula(all.map((path, i) => this.readLine(path, periods[i])))), this.context.features)));
    const periodColumns = into === this.cols ? this.findPeriodColumns() : new Set<number>();
    keys.forEach((key, i) => {
      const line = completeGrowth(completeTopic(own, i, this.context.features), own, i);
      into.set(key, line.role === undefined && periodColumns.has(key) ? { ...line, role: "deadline" } : line);
    });
  }

  private readLine(path: readonly Heading[], period: PeriodReading | undefined): Line {
    const yearBy = this.corrections.ofYear([...path].reverse().map(({ meaning }) => meaning.text));
    return yearBy?.year === undefined ? readLine(path, period, this.reader) : { ...readLine(path, inYear(period, yearBy.year), this.reader), yearBy };
  }

  private correctContext(context: TableContext): TableContext {
    const year = this.corrections.ofTableYear()?.year;
    return year === undefined ? context : { ...context, period: inYear(context.period, year) };
  }

  /** Columns whose every cell states a time say when the figure at their left was, or is due. */
  private findPeriodColumns(): ReadonlySet<number> {
    const { shape } = this.outline;
    const found = new Set<number>();
    const others = new Set<number>();
    for (const row of shape.area.bodyRows)
      for (const cell of this.grid.rowBetween(row, shape.left, shape.right)) {
        const { kind } = this.reader.read(cell);
        if (kind === "period") found.add(cell.col);
        else if (kind !== "mark") others.add(cell.col);
      }
    for (const col of others) found.delete(col);
    return found;
  }

  private readCell(row: number, col: number, line: Line, column: Line): void {
    const cell = this.grid.shownAt(row, col);
    const isFilled = cell !== undefined && !(typeof cell.value === "string" && cell.value.trim() === "") && !(cell.value === null && cell.error === undefined);
    const role = line.role ?? column.role;
    if (role === "deadline" || (!this.corrections.isEmpty && this.resolver.ignores(line, column))) return;
    if (role !== undefined && role in ASIDE_OF) {
      if (isFilled) this.asides.push({ at: this.placeOf({ row, col }), kind: ASIDE_OF[role]!, text: this.reader.read(cell).text, table: this.options.tableId });
      return;
    }
    if (role === "target") {
      if (isFilled) this.readTargetCell(cell, row, col, line, column);
      return;
    }
    if (role === "baseline" || role === "previous-year") {
      const own = this.adjunctPeriod(row, col, line, column);
      if (!own && role === "baseline") {
        if (isFilled) this.asides.push({ at: this.placeOf({ row, col }), kind: "remark", text: this.reader.read(cell).text, table: this.options.tableId });
        return;
      }
    }
    if (!isFilled) {
      this.readBlank(row, col, line, column);
      return;
    }
    this.readFilled(cell, row, col, line, column);
  }

  private readBlank(row: number, col: number, line: Line, column: Line): void {
    const period = this.periodOf(row, col, line, column, undefined);
    if (!period || (!line.isSaying && !column.isSaying)) return;
    if (column.path.length === 0 && line.path.length === 0) return;
    const candidates = this.resolver.resolve(line, column, undefined, this.unitBeside(row, col, line, column), period);
    const resolved = candidates[0];
    if (!resolved || resolved.confidence < 0.4) return;
    this.candidates.push(readOf(candidates));
    this.push(undefined, row, col, line, column, absentFigure("blank", ""), resolved, period, 1);
  }

  private readFilled(cell: Cell, row: number, col: number, line: Line, column: Line): void {
    const meaning = this.reader.read(cell);
    let figures = meaning.figures;
    if (this.options.bracket && typeof cell.value === "string" && /[(（]/.test(cell.value))
      figures = readFigures(cell, { hoursPerDay: this.options.hoursPerDay, bracket: this.options.bracket });
    if (figures.length === 0 && meaning.kind === "period" && typeof cell.value === "number" && meaning.year === undefined) return;
    if (figures.length === 0) {
      this.readUnreadable(cell, row, col, line, column, meaning);
      return;
    }
    const first = figures[0]!;
    const period = this.periodOf(row, col, line, column, first.periodText);
    const candidates = this.resolver.resolve(
      line,
      column,
      first.words || undefined,
      unitHint(figures) ?? (first.state === "value" ? undefined : this.unitBeside(row, col, line, column)),
      period,
    );
    const resolved = candidates[0];
    if (!resolved) {
      if (meaning.kind === "figure") this.unreadFigures++;
      return;
    }
    const apart = figures.length > 1 ? this.slashedLines(line, column, figures.length) : undefined;
    // 「男性 25.0% 女性 100%」: each figure with its own words.
    const speaksApart = figures.length > 1 && figures.every((figure) => figure.part === "value") && new Set(figures.map((figure) => figure.words)).size > 1;
    for (const [i, written] of figures.entries()) {
      if (written.part === "previous") continue;
      const figure = this.asLegendSays(apart ? { ...written, part: "value" } : written);
      if (apart) {
        const [ownLine, ownColumn] = line.features?.part !== undefined || /[/／]/.test(line.label) ? [apart[i]!, column] : [line, apart[i]!];
        const own = this.resolver.resolve(ownLine, ownColumn, undefined, figure.unit ?? undefined, period);
        this.candidates.push(NONE);
        this.push(cell, row, col, line, column, figure, own[0] ?? resolved, period, 1);
        continue;
      }
      const meant = speaksApart
        ? (this.resolver.resolve(line, column, figure.words || undefined, figure.unit ?? undefined, period)[0] ?? resolved)
        : forPart(resolved, figure, figures);
      this.candidates.push(figures.length === 1 ? readOf(candidates) : []);
      this.push(cell, row, col, line, column, figure, meant, period, factorOf(this.scaleOf(line, column)));
    }
    if (isBothLabel(line, column) && figures.length === 1 && figures[0]!.state !== "value") {
      this.candidates.push(NONE);
      this.push(cell, row, col, line, column, first, asPart(resolved, { role: "denominator", measure: "count" }), period, 1);
    }
  }

  /** 採用者数／うち女性／女性割合 over 4名／1名／25%: each figure has its own heading. */
  private slashedLines(line: Line, column: Line, count: number): readonly Line[] | undefined {
    for (const side of [line, column]) {
      const heading = side.path.at(-1);
      if (!heading) continue;
      const known = this.slashed.get(heading.cell);
      if (known) return known.length === count ? known : undefined;
      const parts = heading.meaning.text.split(/[/／]/);
      if (parts.length !== count || parts.some((part) => part.trim() === "")) continue;
      const own = parts.map((text) => readLine([...side.path.slice(0, -1), { cell: heading.cell, meaning: { ...heading.meaning, text } }], side.period, this.reader));
      const topics = own.find(({ features }) => (features?.topics.length ?? 0) > 0)?.features?.topics ?? [];
      const lines = own.map((part) => (part.features && part.features.topics.length === 0 ? { ...part, features: { ...part.features, topics } } : part));
      this.slashed.set(heading.cell, lines);
      return lines;
    }
    return undefined;
  }

  private readUnreadable(cell: Cell, row: number, col: number, line: Line, column: Line, meaning: CellMeaning): void {
    const at = { sheet: this.grid.name, cell: writeAddress(row, col) };
    const period = this.periodOf(row, col, line, column, undefined);
    const candidates = this.resolver.resolve(line, column, undefined, undefined, period);
    const resolved = candidates[0];
    if (!resolved || resolved.confidence < 0.5 || resolved.measure === "text" || !period) {
      this.asides.push({ at, kind: "remark", text: meaning.text, table: this.options.tableId });
      return;
    }
    this.candidates.push(NONE);
    const figure = absentFigure("unreadable", meaning.text);
    this.push(cell, row, col, line, column, figure, resolved, period, 1);
  }

  private readOwnTarget(line: Line, along: "row" | "column"): void {
    if (!line.ownTarget || this.ownTargets.has(line.ownTarget.heading.cell)) return;
    const { cell } = line.ownTarget.heading;
    this.ownTargets.add(cell);
    const features = along === "row" ? this.resolver.featuresOf(line, silentLine, undefined) : this.resolver.featuresOf(silentLine, line, undefined);
    if (!features) return;
    this.targetCells.push({
      cell,
      at: { sheet: this.grid.name, cell: writeAddress(cell.row, cell.col) },
      text: line.ownTarget.text,
      features,
      period: undefined,
      deadlineText: undefined,
      said: this.corrections.ofLines(line, silentLine),
      source: "label",
      label: line.label,
      headings: headingsOf(line),
    });
  }

  private readTargetCell(cell: Cell, row: number, col: number, line: Line, column: Line): void {
    const isRow = line.role === "target";
    const features = this.resolver.featuresOf(line, column, undefined);
    if (!features) return;
    const own = isRow ? column : line;
    const { role: _, ...kept } = features;
    this.targetCells.push({
      cell,
      at: { sheet: this.grid.name, cell: writeAddress(row, col) },
      text: this.reader.read(cell).text,
      features: kept,
      period: (line.period ?? column.period)?.period,
      deadlineText: this.adjunctText(row, col),
      said: this.corrections.ofLines(line, column),
      source: isRow ? "row" : "column",
      label: own.label,
      headings: [...headingsOf(line), ...headingsOf(column)],
    });
  }

  /** 時期, 達成年度 at the right of a figure, or under it, says when it is due, or when it was. */
  private adjunctText(row: number, col: number): string | undefined {
    const textAt = (r: number, c: number): string | undefined => {
      const cell = this.grid.shownAt(r, c);
      return cell === undefined ? undefined : typeof cell.value === "string" ? cell.value : cell.text;
    };
    for (let next = col + 1; next <= Math.min(col + 2, this.outline.shape.right); next++) {
      const column = this.cols.get(next);
      if (column?.role === "deadline") return textAt(row, next);
      // Another figure of its own begins here.
      if (column?.role === "actual" || column?.role === "baseline" || column?.role === "target") break;
    }
    return this.rows.get(row + 1)?.role === "deadline" ? textAt(row + 1, col) : undefined;
  }

  /** 達成年度, 期限 at the right of a figure is when a target is due, not when the figure was. */
  private isDueBeside(col: number): boolean {
    const isDue = (next: number): boolean => this.cols.get(next)?.path.some(({ meaning }) => /達成|期限|目標/.test(meaning.text)) ?? false;
    return isDue(col + 1) || isDue(col + 2);
  }

  private adjunctPeriod(row: number, col: number, line: Line, column: Line): PeriodReading | undefined {
    const text = this.adjunctText(row, col);
    const stated = text === undefined ? undefined : readPeriod(text);
    return stated ?? line.period ?? column.period;
  }

  private periodOf(row: number, col: number, line: Line, column: Line, inCell: string | undefined): Period | undefined {
    const own = inCell === undefined ? undefined : readPeriod(inCell);
    if (own) return own.period;
    const month = column.month ?? line.month;
    const role = column.role ?? line.role;
    // 公表内容 | 時点: a time beside the figure says when it was, where the figure stands under no year.
    const isUndated = role === undefined && !column.period && !line.period;
    const beside = role === "actual" || role === "baseline" || (isUndated && !this.isDueBeside(col)) ? this.adjunctText(row, col) : undefined;
    const stated = (beside === undefined ? undefined : readPeriod(beside)) ?? column.period ?? line.period ?? this.context.period;
    if (!stated) return undefined;
    let period = stated.period;
    if (role === "previous-year" && !column.period && !line.period) period = { ...period, year: period.year - 1 };
    if (month !== undefined) return this.monthOf(period.year)(month);
    if (this.context.asOfDay && period.kind !== "as-of") return this.dayOf(this.context.asOfDay)(period.year);
    return period;
  }

  /** The sheet's own legend decides what a mark means. */
  private asLegendSays(figure: Figure): Figure {
    if (figure.state === "value" || figure.state === "blank") return figure;
    const state = this.options.legend.get(figure.text.normalize("NFKC").trim());
    return state === undefined ? figure : { ...figure, state };
  }

  private push(cell: Cell | undefined, row: number, col: number, line: Line, column: Line, figure: Figure, resolved: Resolved, period: Period | undefined, scale: number): void {
    const { correction } = resolved;
    const asRead = correction?.read[0] ?? resolved;
    if (correction) {
      const said = this.observe(cell, row, col, line, column, figure, resolved, period, scale);
      this.said.set(this.observations.length, (read) => layOver(read, said, correction.met));
    }
    this.observations.push(this.observe(cell, row, col, line, column, figure, asRead, period, scale));
  }

  private observe(
    cell: Cell | undefined,
    row: number,
    col: number,
    line: Line,
    column: Line,
    figure: Figure,
    resolved: Resolved,
    period: Period | undefined,
    scale: number,
  ): Observation {
    const at = { sheet: this.grid.name, cell: writeAddress(row, col) };
    const headingUnit = line.features?.unit ?? column.features?.unit ?? this.context.unit;
    const unit = figure.unit ?? headingUnitFor(resolved.measure, headingUnit) ?? unitOfMeasure(resolved.measure) ?? this.unitOfIndicator(resolved.indicator);
    const factor = figure.unit === null && unit === "ratio" ? scale : 1;
    // Without times, what is counted makes the line: 平均取得日数 over the departments is a column.
    const isDated = line.period !== undefined || column.period !== undefined || column.month !== undefined || line.month !== undefined;
    const runsDown = isDated ? line.period !== undefined && column.period === undefined && column.month === undefined : measures(column) && !measures(line);
    const runsAlongColumns = !runsDown;
    const isTotal = (line.features?.isTotal ?? false) || (column.features?.isTotal ?? false);
    const confidence =
      Math.min(1, resolved.confidence) * (this.outline.captions.length > 0 && this.outline.ownCaptions === 0 && (line.features?.topics.length ?? 0) === 0 ? 0.9 : 1);
    const observation: Observation = {
      id: this.options.firstId + this.observations.length,
      at,
      row,
      col,
      indicator: resolved.indicator,
      role: resolved.role,
      measure: resolved.measure,
      period: this.asOfWhereMeant(period, resolved.indicator),
      group: resolved.group,
      state: figure.state,
      value: figure.value === null ? null : figure.value * factor,
      unit,
      text: cell?.text ?? "",
      figure: factor === 1 ? figure : { ...figure, value: figure.value === null ? null : figure.value * factor, step: figure.step === null ? null : figure.step * factor },
      isText: typeof cell?.value === "string",
      format: cell?.format ?? "General",
      confidence,
      table: this.options.tableId,
      line: runsAlongColumns ? this.rowName(row) : this.colName(col),
      label: (runsAlongColumns ? line.label || column.label : column.label || line.label) || this.context.title,
      isTotal,
      isMergedCopy: this.grid.isMergedCopy(row, col),
      reasons: this.reasons(line, column, resolved),
    };
    const isBaseline = (line.role ?? column.role) === "baseline";
    // Few figures have more to say; spreading every one takes several times as long.
    const hasMore = isBaseline || cell?.formula !== undefined;
    return hasMore ? { ...observation, ...(cell?.formula === undefined ? {} : { formula: cell.formula }), ...(isBaseline ? { isBaseline } : {}) } : observation;
  }

  private asOfWhereMeant(period: Period | undefined, indicatorId: string): Period | undefined {
    if (!period || period.kind === "as-of" || period.month !== undefined || !(this.options.isAsOfSheet || this.context.asOfDay !== undefined)) return period;
    if (!this.hasShortYears || this.byId.get(indicatorId)?.timing !== "as-of") return period;
    return this.dayOf("04-01")(period.year);
  }

  // One object per period: what comes after tells most figures' periods apart by identity.
  private readonly monthOf = remember((year: number) => remember((month: number): Period => ({ kind: "fiscal-year", year, month })));
  private readonly dayOf = remember((day: string) => remember((year: number): Period => ({ kind: "as-of", year, date: `${year}-${day}` })));

  private readonly rowName = remember((row: number) => `${this.options.tableId}:r${row}`);
  private readonly colName = remember((col: number) => `${this.options.tableId}:c${col}`);

  private reasons(line: Line, column: Line, resolved: Resolved): readonly Reason[] {
    const reasons: Reason[] = [];
    if (line.isSaying && line.path.length > 0) reasons.push(this.reasonOfLine(line));
    if (column.isSaying && column.path.length > 0) reasons.push(this.reasonOfColumn(column));
    const dated = (column.period ? column : line.period ? line : undefined)?.path.at(-1);
    if (dated) reasons.push(this.reasonOfPeriod(dated));
    else if (this.context.periodAt) reasons.push({ feature: "period", said: this.context.periodAt.text, at: this.context.periodAt.at });
    const caption = this.outline.captions[0];
    if (caption) reasons.push(this.reasonOfCaption(Object.keys(resolved.group).length > 0 ? "group" : "indicator"));
    return reasons;
  }

  // Figures share their headings, so the reasons too.
  private readonly reasonOfLine = remember((line: Line): Reason => ({ feature: "indicator", said: saidOf(line), at: this.placeOf(line.path.at(-1)!.cell) }));
  private readonly reasonOfColumn = remember((column: Line): Reason => ({ feature: "role", said: saidOf(column), at: this.placeOf(column.path.at(-1)!.cell) }));
  private readonly reasonOfPeriod = remember((heading: Heading): Reason => ({ feature: "period", said: heading.meaning.text, at: this.placeOf(heading.cell) }));
  private readonly reasonOfCaption = remember((feature: "group" | "indicator"): Reason => {
    const caption = this.outline.captions[0]!;
    return { feature, said: caption.text, at: this.placeOf(caption) };
  });

  private placeOf({ row, col }: { readonly row: number; readonly col: number }): Place {
    return { sheet: this.grid.name, cell: writeAddress(row, col) };
  }

  private unitOfIndicator(id: string): Unit {
    return this.byId.get(id)?.unit ?? "cases";
  }

  /** What a mark or an empty cell would be counted in: as other figures under the same words, else as those of the side that measures. */
  private unitBeside(row: number, col: number, line: Line, column: Line): Unit | undefined {
    const same = this.wordUnits(line.words).get(column.words);
    if (same !== undefined) return same ?? undefined;
    // Beside a label of its own, a cell is counted in what the cells under each other are.
    if (line !== this.rows.get(row)) return this.colUnits.get(col) ?? undefined;
    if (line.features?.measure === undefined) return this.colUnits.get(col) ?? undefined;
    return column.features?.measure === undefined ? (this.rowUnits.get(row) ?? undefined) : undefined;
  }

  private findUnits(): void {
    const note = <Key>(units: Map<Key, Unit | null>, key: Key, unit: Unit): void => {
      const known = units.get(key);
      units.set(key, known === undefined || known === unit ? unit : null);
    };
    for (const [row, line] of this.rows)
      for (const cell of this.grid.rowBetween(row, this.outline.shape.left, this.outline.shape.right)) {
        const column = this.cols.get(cell.col);
        const role = line.role ?? column?.role;
        if (!column || (role !== undefined && role !== "actual" && role !== "baseline")) continue;
        const { figures } = this.reader.read(cell);
        const unit = figures.length === 1 ? figures[0]!.unit : null;
        if (unit === null) continue;
        note(this.rowUnits, row, unit);
        note(this.colUnits, cell.col, unit);
        note(this.wordUnits(line.words), column.words, unit);
      }
  }

  /** A line of plain numbers read as a rate is in percent when one of them is over 1.5, or its heading says so. */
  private findScales(): void {
    for (const [row, line] of this.rows)
      for (const cell of this.grid.rowBetween(row, this.outline.shape.left, this.outline.shape.right)) {
        const column = this.cols.get(cell.col);
        if (!column) continue;
        const figure = this.reader.read(cell).figures[0];
        if (!figure || figure.value === null || figure.unit !== null) continue;
        const scale = this.scaleOf(line, column);
        scale.largest = Math.max(scale.largest, Math.abs(figure.value));
        scale.saysPercent ||= this.context.saysPercent || this.saysPercent(line) || this.saysPercent(column);
      }
  }

  private scaleOf(line: Line, column: Line): Scale {
    return line.period === undefined ? this.rowScale(line.label)(column.isSaying ? column.label : "") : this.colScale(column.label);
  }

  private readonly saysPercent = remember(({ label }: Line) => /[%％]/.test(label));
  private readonly rowScale = remember((_line: string) => remember((_column: string): Scale => ({ largest: -Infinity, saysPercent: false })));
  private readonly colScale = remember((_column: string): Scale => ({ largest: -Infinity, saysPercent: false }));
}

function measures({ features }: Line): boolean {
  return features !== undefined && (features.measure !== undefined || features.part !== undefined);
}

function headingsOf(line: Line): readonly string[] {
  return [...line.path].reverse().map(({ meaning }) => meaning.text);
}

/** Plain numbers under the same headings. */
interface Scale {
  largest: number;
  saysPercent: boolean;
}

function inYear(reading: PeriodReading | undefined, year: number): PeriodReading {
  const period = withYear(reading?.period, year);
  return reading ? { ...reading, period } : { period, style: "era-long", isPastEra: false, rest: "", isWhole: false, isYearEnd: false, isDated: false };
}

function factorOf({ largest, saysPercent }: Scale): number {
  return largest > 1.5 || (largest >= 0 && saysPercent) ? 0.01 : 1;
}

function forPart(resolved: Resolved, figure: Figure, all: readonly Figure[]): Resolved {
  if (figure.part === "numerator") return asPart(resolved, { role: "numerator", measure: "count" });
  if (figure.part === "denominator") return asPart(resolved, { role: "denominator", measure: "count" });
  if (all.length > 1 && all.some((other) => other.part !== "value" && other.part !== "previous")) return asPart(resolved, { role: "value", measure: "ratio" });
  return resolved;
}

function isBothLabel(line: Line, column: Line): boolean {
  return line.features?.part === "both" || column.features?.part === "both";
}
