import { readAddress, writeAddress } from "../model/cell";
import type { Observation } from "../model/observation";
import type { Plan, Target } from "../model/plan";
import type { Profile } from "../model/profile";
import type { ProgressTable } from "../model/progress";
import type { Aside, Headcount, Legend, Reading, ReadTable, TextAt, UnreadBlock } from "../model/reading";
import { readSheetTag } from "../model/new-sheet";
import type { Workbook } from "../model/workbook";
import { indicators } from "../indicators";
import { withOwnIndicators } from "../indicators/own";
import type { Indicator } from "../indicators/indicator";
import type { LabelFeatures } from "../notation/label-features";
import { asContext, mergeFeatures } from "../notation/merge-features";
import { readLegend } from "../notation/legend";
import { findTargetSentences } from "../notation/target-sentence";
import { CellReader } from "./cell-meaning";
import { Corrections } from "./corrections";
import { findBlocks } from "./find-blocks";
import { findPlans } from "./find-plans";
import { markListedTargets } from "./listed-targets";
import { plansFor } from "./plans-for";
import { findTables, subjectOf, type TextPiece } from "./find-tables";
import { observeHeading } from "./heading-state";
import { joinHeadless } from "./join-headless";
import { findMainSubject } from "./main-subject";
import { foldsOn, readBracketMeaning, speaksOfDays, speaksOfYears } from "./outline-meaning";
import { readTable, type TableReading } from "./read-table";
import { readTargetSource, type TargetSource } from "./read-targets";
import { SheetGrid } from "./sheet-grid";
import { readOutline, type SheetOutline, type TableOutline } from "./sheet-outline";
import { readTableShapes } from "./table-shape";
import { areYearly } from "./target-cells";

/** 読み取りの条件 — the settings, the day of the look and who hears how far it is. */
export interface ReadOptions {
  readonly profile: Profile;
  /** ISO date of the look; years without an era are read near it. */
  readonly asOf: string;
  readonly onProgress?: (share: number) => void;
}

interface SheetPages {
  readonly name: string;
  readonly grid: SheetGrid;
  readonly texts: readonly TextPiece[];
  readonly outline: SheetOutline;
}

/**
 * ブックを読む — from a grid in any layout to observations with coordinates, targets and plans.
 *
 * none  figures that no heading explains are in `unread`, never dropped silently
 */
export function readWorkbook(workbook: Workbook, options: ReadOptions): Reading {
  const reader = new CellReader(workbook.date1904, options.profile.hoursPerDay);
  const catalogue = withOwnIndicators(indicators, options.profile.indicators);
  // What we wrote ourselves repeats the figures of other sheets; it is no second source.
  const sheets = workbook.sheets.filter((sheet) => sheet.cells.length > 0 && readSheetTag(sheet.cells) === undefined);
  const pages = sheets.map((sheet, i): SheetPages => {
    options.onProgress?.((0.4 * i) / sheets.length);
    return readPages(new SheetGrid(sheet, reader), reader);
  });
  const plans = findPlans(pages);
  return new WorkbookReader(pages, plans, reader, catalogue, options, new Corrections(options.profile.corrections)).read();
}

function readPages(grid: SheetGrid, reader: CellReader): SheetPages {
  const pieces = joinHeadless(findBlocks(grid).flatMap((block) => findTables(grid, block, reader)));
  const written = pieces.filter((piece) => piece.kind === "text").sort((a, b) => a.row - b.row || a.col - b.col);
  const texts = markListedTargets(written, reader);
  const shapes = pieces.flatMap((piece) => (piece.kind === "table" ? readTableShapes(grid, piece, reader) : []));
  return { name: grid.name, grid, texts, outline: readOutline(texts, shapes, reader) };
}

interface PageTable {
  readonly outline: TableOutline;
  readonly reading: TableReading;
}

class WorkbookReader {
  private readonly tables: ReadTable[] = [];
  private readonly observations: Observation[] = [];
  private readonly targets: Target[] = [];
  private readonly legends: Legend[] = [];
  private readonly headcounts: Headcount[] = [];
  private readonly asides: Aside[] = [];
  private readonly progress: ProgressTable[] = [];
  private readonly texts: TextAt[] = [];
  private readonly unread: UnreadBlock[] = [];
  private nextTable = 0;

  constructor(
    private readonly pages: readonly SheetPages[],
    private readonly plans: readonly Plan[],
    private readonly reader: CellReader,
    private readonly catalogue: readonly Indicator[],
    private readonly options: ReadOptions,
    private readonly corrections: Corrections,
  ) {}

  read(): Reading {
    const done: { page: SheetPages; tables: readonly PageTable[] }[] = [];
    this.pages.forEach((page, i) => {
      this.options.onProgress?.(0.4 + (0.6 * i) / this.pages.length);
      done.push({ page, tables: this.readTables(page) });
    });
    for (const { page, tables } of done) {
      this.readTexts(page);
      this.readHeadings(page, tables);
    }
    return {
      tables: this.tables,
      observations: this.observations,
      targets: this.targets,
      plans: this.plans,
      legends: this.legends,
      headcounts: this.headcounts,
      asides: this.asides,
      progress: this.progress,
      texts: this.texts,
      unread: this.unread,
      corrections: this.corrections.listMet(),
    };
  }

  private readTables(page: SheetPages): readonly PageTable[] {
    const nearYear = Number(this.options.asOf.slice(0, 4));
    const found: PageTable[] = [];
    const legend = new Map(page.texts.flatMap((piece) => readLegend(piece.text).map(({ mark, state }) => [mark.normalize("NFKC").trim(), state] as const)));
    const isAsOf = page.outline.tables.some(speaksOfDays) && !page.outline.tables.some((outline) => speaksOfYears(outline, this.reader));
    for (const outline of page.outline.tables) {
      const previous = found[found.length - 1];
      const tableId = outline.shape.area.continuesAbove && previous && foldsOn(previous.outline, outline) ? previous.reading.table.id : this.nextTable++;
      const reading = readTable(page.grid, outline, this.reader, {
        catalogue: this.catalogue,
        nearYear,
        hoursPerDay: this.options.profile.hoursPerDay,
        bracket: readBracketMeaning(outline),
        firstId: this.observations.length,
        tableId,
        isAsOfSheet: isAsOf,
        legend,
        corrections: this.corrections,
        limitDays: this.options.profile.spouseBirthLeaveDays,
      });
      found.push({ outline, reading });
      // Spread over arguments, a long table would not fit on the stack.
      for (const observation of reading.observations) this.observations.push(observation);
      for (const aside of reading.asides) this.asides.push(aside);
      if (reading.progress) this.progress.push(reading.progress);
      if (this.tables[tableId] === undefined) this.tables.push(reading.table);
      else this.tables[tableId] = { ...this.tables[tableId], periods: [...this.tables[tableId].periods, ...reading.table.periods] };
      if (reading.context.headcount) this.headcounts.push(reading.context.headcount);
      if (reading.observations.length === 0 && reading.targetCells.length === 0 && reading.unreadFigures >= 4)
        this.unread.push({
          sheet: page.name,
          range: reading.table.range,
          figures: reading.unreadFigures,
          heading: outline.captions[0]?.text ?? page.name,
          because: { ja: "見出しから指標が分かりませんでした。", en: "No heading tells which indicator these figures are." },
        });
    }
    return found;
  }

  private readTexts(page: SheetPages): void {
    for (const piece of page.texts) {
      const at = { sheet: page.name, cell: writeAddress(piece.row, piece.col) };
      this.texts.push({ at, text: piece.text });
      for (const legend of readLegend(piece.text)) this.legends.push({ at, mark: legend.mark, state: legend.state, text: piece.text });
    }
  }

  private readHeadings(page: SheetPages, tables: readonly PageTable[]): void {
    for (const { outline, reading } of tables) {
      const isYearly = areYearly(reading.targetCells);
      const shared = isShared(outline.captions[0], this.reader);
      for (const cell of reading.targetCells)
        this.addTargets({
          ...cell,
          row: cell.cell.row,
          col: cell.cell.col,
          mainIndicator: undefined,
          mainGroup: {},
          isYearly,
          plans: this.plansAt(page, cell.cell.row, outline.captions, shared, [...cell.headings, ...cell.beside]),
          isCell: cell.source !== "label",
          corrections: reading.corrections,
          table: reading.table.id,
        });
      const main = outline.targetLines.length > 0 ? findMainSubject(reading.observations) : undefined;
      for (const piece of outline.targetLines)
        this.addTargets({
          ...placed(page, piece),
          features: reading.context.features,
          mainIndicator: main?.indicator,
          mainGroup: main?.group ?? {},
          period: undefined,
          isYearly: false,
          deadlineText: undefined,
          plans: this.plansAt(page, piece.row, outline.captions, /共通目標/.test(piece.text)),
          source: "below",
          label: piece.text,
          headings: [],
          isCell: false,
          corrections: reading.corrections,
          said: reading.corrections.ofTable(),
          table: reading.table.id,
        });
    }
    const tableBelow = new Map<TextPiece, PageTable>();
    for (const table of tables) {
      const caption = table.outline.captions[0];
      if (caption && !tableBelow.has(caption)) tableBelow.set(caption, table);
    }
    // A target line over its table was read with it.
    const lines = new Set(tables.flatMap(({ outline }) => outline.targetLines));
    for (const { piece, above } of page.outline.headings) if (!lines.has(piece)) this.readHeading(page, piece, above, tableBelow.get(piece), tables);
  }

  private readHeading(page: SheetPages, piece: TextPiece, above: readonly TextPiece[], below: PageTable | undefined, tables: readonly PageTable[]): void {
    const caption = this.reader.caption(piece.text);
    const own = caption.targets.length > 0 || piece.isTargetLine ? [] : this.ownSentences(piece.text);
    const sentences = own.length === 0 && piece.isListedTarget ? [piece.text] : own;
    if (caption.targets.length === 0 && caption.state === undefined && sentences.length === 0) return;
    let features: LabelFeatures | undefined;
    for (const text of [sentences[0] === undefined ? caption.title : subjectOf(sentences[0]), ...above.map((other) => this.reader.caption(other.text).title)]) {
      const own = asContext(this.reader.label(text));
      features = features ? mergeFeatures(features, own) : own;
    }
    const main = below ? findMainSubject(below.reading.observations) : undefined;
    const corrections = this.corrections.under(page.name, textsOf([piece, ...above]));
    for (const text of [...caption.targets, ...sentences])
      this.addTargets({
        ...placed(page, piece),
        text,
        features,
        mainIndicator: main?.indicator,
        mainGroup: main?.group ?? {},
        period: undefined,
        isYearly: false,
        deadlineText: undefined,
        plans: this.plansAt(
          page,
          piece.row,
          [piece, ...above],
          [piece, ...above].some((other) => isShared(other, this.reader)),
        ),
        source: "caption",
        label: caption.title,
        headings: [],
        isCell: false,
        corrections,
        said: corrections.ofTable(),
        table: below?.reading.table.id ?? -1,
      });
    if (caption.state === undefined || !features) return;
    const beside = below?.reading.table ?? tables.map(({ reading }) => reading.table).find((table) => table.periods.length > 0);
    const said = observeHeading({ sheet: page.name, piece, features, state: caption.state, periods: beside?.periods ?? [], firstId: this.observations.length }, this.catalogue);
    this.observations.push(...said);
  }

  /** Sentences that state a target for a subject they name themselves. */
  private ownSentences(text: string): readonly string[] {
    return findTargetSentences(text).filter((sentence) => this.reader.label(subjectOf(sentence)).topics.some((topic) => topic !== "other"));
  }

  private addTargets(source: TargetSource): void {
    const read = readTargetSource(source, this.reader, this.catalogue, this.options.profile, this.observations.length);
    this.targets.push(...read.targets);
    this.observations.push(...read.observations);
    for (const reference of read.references) this.asides.push({ kind: "reference-target", ...reference });
  }

  private plansAt(page: SheetPages, row: number, captions: readonly TextPiece[], shared: boolean, headings: readonly string[] = []): readonly string[] {
    if (this.plans.length === 0) return [];
    return plansFor({ sheet: page.name, row, headings }, captions, shared, this.plans, (plan) => readAddress(plan.at.cell)?.row ?? 0);
  }
}

function textsOf(pieces: readonly TextPiece[]): readonly string[] {
  return pieces.map(({ text }) => text);
}

function placed(page: SheetPages, piece: TextPiece): { at: { sheet: string; cell: string }; row: number; col: number; text: string } {
  return { at: { sheet: page.name, cell: writeAddress(piece.row, piece.col) }, row: piece.row, col: piece.col, text: piece.text };
}

function isShared(piece: TextPiece | undefined, reader: CellReader): boolean {
  return piece !== undefined && reader.caption(piece.text).isShared;
}
