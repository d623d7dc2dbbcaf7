import { writeAddress } from "../model/cell";
import type { Unit } from "../model/figure";
import { remember } from "../model/remember";
import type { Headcount, TextAt } from "../model/reading";
import type { LabelFeatures } from "../notation/label-features";
import { asContext } from "../notation/merge-features";
import { readHeadcount } from "../notation/headcount";
import { unifyWidth } from "../notation/normalize";
import { readPeriod, type PeriodReading } from "../notation/period";
import { readPeriodRange } from "../notation/period-range";
import { findTargetSentences } from "../notation/target-sentence";
import type { CellReader } from "./cell-meaning";
import { findCornerSubject } from "./corner-subject";
import { subjectOf, type TextPiece } from "./find-tables";
import type { SheetGrid } from "./sheet-grid";
import type { TableOutline } from "./sheet-outline";
import type { Heading, TableShape } from "./table-shape";

/** 表の文脈 — what captions, title and sheet name say for every line of a table. */
export interface TableContext {
  readonly features: LabelFeatures | undefined;
  /** The heading in the corner that says what the figures of all lines are: as near as a caption can be. */
  readonly subject: Heading | undefined;
  readonly title: string;
  readonly period: PeriodReading | undefined;
  readonly periodAt: TextAt | undefined;
  /** "04-01" when the figures stand for that day of each year. */
  readonly asOfDay: string | undefined;
  readonly unit: Unit | undefined;
  readonly saysPercent: boolean;
  readonly headcount: Headcount | undefined;
}

const ISSUED_BY = /^[【（(]?(?:作成|公表|公開|掲載|更新|提出|報告|担当|所管|問い?合わ?せ)[^\s：:]{0,6}[\s：:]/;
const KEEPER = /^\S*(?:総務|人事|職員|秘書|給与|厚生|庶務)\S{0,3}(?:課|室|係|班|グループ)$/;
const AS_OF_DAY = /(?<![\d年.])(\d{1,2})[月.](\d{1,2})日?\s*(?:現在|時点)|年(\d{1,2})月(\d{1,2})日\s*(?:現在|時点)/;

/** 文脈を見つける — nearest caption first, then the sheet's title and name. */
export function findContext(grid: SheetGrid, outline: TableOutline, reader: CellReader): TableContext {
  const { captions, shape, notes } = outline;
  let features: LabelFeatures | undefined;
  let unit: Unit | undefined;
  let period: { reading: PeriodReading; at: TextAt } | undefined;
  let headcount: Headcount | undefined;
  let asOfDay: string | undefined;
  const placeOf = (piece: TextPiece): TextAt => ({ at: { sheet: grid.name, cell: writeAddress(piece.row, piece.col) }, text: piece.text });

  const subject = findCornerSubject(outline.shape, reader);
  if (subject) features = asContext(reader.label(subject.meaning.text));
  for (const piece of captions) {
    const said = saidBy(reader)(piece.isTargetLine)(piece.text);
    if (!isKeeper(piece, shape)) features = features ? reader.meanings.merge(features, said.features) : said.features;
    unit ??= said.unit;
    if (said.period && !period) period = { reading: said.period, at: placeOf(piece) };
    if (!headcount && said.headcount) headcount = headcountOf(said.headcount, placeOf(piece), said.period);
    asOfDay ??= said.day;
  }
  for (const piece of notes) {
    asOfDay ??= /(?:各年度?|毎年)/.test(piece.text) ? dayOf(piece.text) : undefined;
    headcount ??= headcountOf(readHeadcount(piece.text), placeOf(piece), undefined);
  }
  const corner = shape.corner.find(({ meaning }) => meaning.period !== undefined);
  if (corner) period = { reading: corner.meaning.period!, at: { at: { sheet: grid.name, cell: writeAddress(corner.cell.row, corner.cell.col) }, text: corner.meaning.text } };
  for (const { meaning } of shape.corner) unit ??= reader.caption(meaning.text).unit;
  if (!period) {
    const named = readPeriod(grid.name);
    if (named) period = { reading: named, at: { at: { sheet: grid.name, cell: "A1" }, text: grid.name } };
  }
  const sheetFeatures = reader.meanings.ofSheetName(asContext(reader.label(grid.name)));
  features = features ? reader.meanings.merge(features, sheetFeatures) : sheetFeatures;
  return {
    features,
    subject,
    title: captions[0]?.text ?? grid.name,
    period: period?.reading,
    periodAt: period?.at,
    asOfDay,
    unit,
    saysPercent: captions.some((piece) => /単位[：:]?\s*[（(]?[%％]/.test(piece.text)),
    headcount: headcount && period && !headcount.period ? { ...headcount, period: period.reading.period } : headcount,
  };
}

/** What a caption says by itself. */
interface CaptionSaid {
  readonly features: LabelFeatures;
  readonly unit: Unit | undefined;
  readonly period: PeriodReading | undefined;
  readonly headcount: HeadcountRead;
  readonly day: string | undefined;
}

type HeadcountRead = ReturnType<typeof readHeadcount>;

/** The same captions stand over table after table. */
const known = new WeakMap<CellReader, (isTargetLine: boolean) => (text: string) => CaptionSaid>();

function saidBy(reader: CellReader): (isTargetLine: boolean) => (text: string) => CaptionSaid {
  let said = known.get(reader);
  if (!said) known.set(reader, (said = remember((isTargetLine) => remember((text) => readCaptionAlone(text, isTargetLine, reader)))));
  return said;
}

function readCaptionAlone(text: string, isTargetLine: boolean, reader: CellReader): CaptionSaid {
  const caption = reader.caption(text);
  const [sentence] = isTargetLine ? [text] : findTargetSentences(text);
  const said = asContext(reader.label(sentence === undefined ? caption.title || (caption.headcount ? "" : text) : subjectOf(sentence)));
  const isIssue = isOfIssue(text, said, caption.period);
  return {
    features: isIssue ? { ...said, group: {} } : said,
    unit: caption.unit,
    period: isIssue || /計画期間|実施時期/.test(text) ? undefined : (caption.period ?? readPeriod(text) ?? readOneYear(text)),
    headcount: readHeadcount(text),
    day: dayOf(text),
  };
}

/** 作成：令和7年5月20日　総務課, R7.5.20 人事課: who made the sheet, and when, is not whom it speaks of. */
function isOfIssue(text: string, { topics, weakTopics, group }: LabelFeatures, period: PeriodReading | undefined): boolean {
  if (ISSUED_BY.test(text) && !/対象|年度/.test(text)) return true;
  if (group.department === undefined || topics.length > 0 || (weakTopics ?? []).length > 0 || /現在|時点/.test(text)) return false;
  return period?.period.kind === "as-of" || period?.period.month !== undefined || readPeriodRange(text) !== undefined;
}

/** 高原町総務課 in the upper right corner: the office that keeps the figures is not whom they speak of. */
function isKeeper({ text, col }: TextPiece, { left, labelCols }: TableShape): boolean {
  return col > (labelCols.at(-1) ?? left) && KEEPER.test(text.trim());
}

/** 平成22年1月1日～平成22年12月31日 is the calendar year, 4月1日～3月31日 the fiscal year. */
function readOneYear(text: string): PeriodReading | undefined {
  const range = readPeriodRange(text);
  if (!range) return undefined;
  const [from, to] = [range.from, range.to];
  const style = { style: "era-long", isPastEra: false, rest: range.rest, isWhole: false, isYearEnd: false, isDated: false } as const;
  if (from.date?.endsWith("-01-01") && to.date === `${from.year}-12-31`) return { ...style, period: { kind: "calendar-year", year: from.year } };
  if (from.date?.endsWith("-04-01") && to.date === `${from.year + 1}-03-31`) return { ...style, period: { kind: "fiscal-year", year: from.year } };
  return undefined;
}

function headcountOf(read: HeadcountRead, at: TextAt, period: PeriodReading | undefined): Headcount | undefined {
  return read ? { at: at.at, value: read.value, text: read.text, period: period?.period } : undefined;
}

function dayOf(text: string): string | undefined {
  const found = AS_OF_DAY.exec(unifyWidth(text));
  const month = found?.[1] ?? found?.[3];
  const day = found?.[2] ?? found?.[4];
  if (!month || !day || Number(month) > 12 || Number(day) > 31) return undefined;
  return `${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
