import type { Cell } from "../model/cell";
import { absentFigure, type Figure } from "../model/figure";
import { remember } from "../model/remember";
import { readCaption, type Caption } from "../notation/caption";
import { readFigures } from "../notation/figure";
import { looksLikeLabel, readLabel, splitLabelTarget } from "../notation/label";
import type { LabelFeatures } from "../notation/label-features";
import { normalizeText, stripNumbering } from "../notation/normalize";
import { readMonth, readPeriod, readPeriodOfCell, type PeriodReading } from "../notation/period";
import { readTargets } from "../notation/target";
import { KnownMeanings } from "./known-meanings";

/**
 * セルの意味 — what a cell could be, before its place decides.
 *
 * shape  `kind` is the likeliest by itself; a year typed as a number is a figure with `year` set, "1日" a figure with `isLabelFigure`
 */
export interface CellMeaning {
  readonly kind: "figure" | "mark" | "period" | "month" | "label" | "sentence";
  readonly text: string;
  /** As typed, trimmed: spaces after a number tell 「３　時間外勤務」 from 3 hours. */
  readonly raw: string;
  readonly figures: readonly Figure[];
  readonly period?: PeriodReading;
  readonly month?: number;
  /** A bare whole number that could be a year: 2019, 28. */
  readonly year?: number;
  /** 1日, 5日未満, 2級: a figure with its unit that may as well name a section; its place decides. */
  readonly isLabelFigure: boolean;
  /** Of those, the ones that say a limit: 5日未満, 110時間以下. */
  readonly isThreshold: boolean;
}

const NOTE = /^(?:[※●○◎・◆◇■□▼▲☆★→*＊]|[（(]?注[）)\d：: 　]|(?:備考|出典|出所|資料)[：:]|なお、|ただし、|[（(]※)/;
const TARGET_LINE = /^(?:[※*＊]\s*\d?\s*|[（(]?注[）)\d：:]\s*)?(?:【|［|\[|（|\()?(?:数値)?目標(?:値)?\s*[：:】］\])]/;
const TARGET_PHRASE = /(?:促進|推進|縮減|抑制|向上|維持|増加|削減|拡大|徹底|周知|整備|実施|検討)(?:する|します|を図る)?$/;
const LABEL_FIGURE =
  /^(?:\d+(?:日|年|回|級|等級|号|次|か月|ヶ月|カ月|ヵ月|月|歳|週間?)(?:間|目|以上|未満|以下|以内|超)?|[^\d]{0,6}\d+(?:日|年|時間|か月|月|週間)(?:以上|未満|以下|超)[^\d]{0,6})$/;

/** 5日以上2週間未満, 1か月超3か月以下. */
const LENGTH_RANGE = /^\d+(?:日|週間?|[かヶカヵ]?月|年)間?(?:以上|を?超(?:え)?|から|～)\d+(?:日|週間?|[かヶカヵ]?月|年)間?(?:以下|未満|以内|まで)?$/;

/** 「３　時間外勤務の状況」: a number, a space, then words. */
const NUMBERED_TITLE =
  /^[0-9０-９]{1,2}[.．、)）]?[\s　]+(?!(?:人|名|件|日|時間|年|回|％|%|ポイント|か月|ヵ月|ヶ月)(?:$|[（(と／/,，\s　]))[^\d０-９\s　.．,%％（(/／-][^\d０-９]{2,}/;

function optionalPeriod(text: string): { period?: PeriodReading } {
  const period = readPeriod(text);
  return period ? { period } : {};
}

/** Every number is looked at several times; so many different ones are remembered. */
const MOST_NUMBERS = 50_000;

/** 意味を読む — remembers texts, since sheets repeat them; one reader per workbook. */
export class CellReader {
  private readonly texts = new Map<string, CellMeaning>();
  private readonly numbers = remember((_format: string) => new Map<number, CellMeaning>());
  private readonly captions = new Map<string, Caption>();
  private readonly labels = new Map<string, LabelFeatures>();
  /** The targets a text states: 12日以上 stands in every line of a table. */
  readonly targets = remember(readTargets);
  /** A label and the target inside it: departments stand in one table after the other. */
  readonly labelTarget = remember(splitLabelTarget);
  readonly meanings = new KnownMeanings();

  constructor(
    private readonly date1904: boolean,
    private readonly hoursPerDay: number,
  ) {}

  read(cell: Cell): CellMeaning {
    if (typeof cell.value === "string") {
      let meaning = this.texts.get(cell.value);
      if (!meaning) this.texts.set(cell.value, (meaning = this.readText(cell)));
      return meaning;
    }
    if (typeof cell.value === "number") {
      const ofFormat = this.numbers(cell.format);
      const known = ofFormat.get(cell.value);
      // A column too narrow for its number shows another text.
      if (known?.text === cell.text) return known;
      if (ofFormat.size >= MOST_NUMBERS) ofFormat.clear();
      const meaning = this.readNumber(cell, cell.value);
      ofFormat.set(cell.value, meaning);
      return meaning;
    }
    return {
      kind: cell.value === null ? "figure" : "label",
      text: cell.text,
      raw: cell.text,
      figures: cell.value === null ? [absentFigure("unreadable", cell.text)] : [],
      isLabelFigure: false,
      isThreshold: false,
    };
  }

  caption(text: string): Caption {
    let caption = this.captions.get(text);
    if (!caption) this.captions.set(text, (caption = readCaption(text)));
    return caption;
  }

  label(text: string): LabelFeatures {
    let label = this.labels.get(text);
    if (!label) this.labels.set(text, (label = readLabel(text)));
    return label;
  }

  private readNumber(cell: Cell, value: number): CellMeaning {
    const figures = readFigures(cell, { hoursPerDay: this.hoursPerDay });
    const period = readPeriodOfCell(cell, this.date1904);
    const base = { text: cell.text, raw: cell.text, isLabelFigure: false, isThreshold: false };
    const isPlain = Number.isInteger(value) && /^(?:general|0|@)$/i.test(cell.format);
    if (period && !isPlain) return { ...base, kind: "period", figures: [], period };
    const month = isPlain || !/月/.test(cell.format) ? undefined : value >= 1 && value <= 12 ? value : undefined;
    if (month !== undefined && Number.isInteger(month)) return { ...base, kind: "month", figures, month };
    const couldBeYear = isPlain && ((value >= 1990 && value <= 2060) || (value >= 1 && value <= 64));
    return { ...base, kind: "figure", figures, ...(couldBeYear ? { year: value } : {}) };
  }

  private readText(cell: Cell): CellMeaning {
    const text = normalizeText(String(cell.value));
    const raw = String(cell.value).trim();
    const base = { text, raw, isLabelFigure: false, isThreshold: false };
    if (NUMBERED_TITLE.test(raw)) return { ...base, kind: looksLikeLabel(text) ? "label" : "sentence", figures: [], ...optionalPeriod(text) };
    if (text === "") return { ...base, kind: "label", figures: [] };
    const month = readMonth(text);
    if (month !== undefined) return { ...base, kind: "month", figures: [], month };
    const period = text.length <= 60 ? readPeriod(text) : undefined;
    if (period?.isWhole) return { ...base, kind: "period", figures: [], period };
    const figures = text.length <= 80 ? readFigures(cell, { hoursPerDay: this.hoursPerDay }) : [];
    const isLabelFigure = LABEL_FIGURE.test(text) || LENGTH_RANGE.test(text);
    const isThreshold = isLabelFigure && /(?:以上|未満|以下|以内|超)/.test(text);
    // 「令和5年度　時間外勤務の状況　対象30人」 is a title with a headcount.
    if (figures.length > 0 && text.length > 12 && this.caption(raw).headcount !== undefined && this.label(this.caption(raw).title).topics.length > 0)
      return { ...base, kind: "label", figures: [], ...optionalPeriod(text) };
    // 「…取得率：70%以上」 is a label with its target, not a figure with words.
    if (figures.length > 0 && text.length > 8) {
      const split = this.labelTarget(text);
      if (split.target !== undefined && this.label(split.label).topics.length > 0) return { ...base, kind: "label", figures: [], ...optionalPeriod(text) };
    }
    if (figures.length > 0) {
      const isMark = figures.every((figure) => figure.state !== "value");
      const year = /^\d{1,2}$|^(?:19|20)\d\d$/.test(text) ? Number(text) : undefined;
      return { ...base, kind: isMark ? "mark" : "figure", figures, isLabelFigure, isThreshold, ...(period ? { period } : {}), ...(year !== undefined ? { year } : {}) };
    }
    const kind = looksLikeLabel(text) ? "label" : "sentence";
    // 「ウ　一人当たり年間時間数」: the space that ends the number is gone from the unified text.
    const unnumbered = kind === "label" ? normalizeText(stripNumbering(raw).rest) : text;
    return { ...base, text: unnumbered === "" ? text : unnumbered, kind, figures: [], isLabelFigure, isThreshold, ...(period ? { period } : {}) };
  }
}

/** 注記か — a remark that belongs to the table above it. */
export function looksLikeNote(text: string): boolean {
  return NOTE.test(text.trim());
}

/** 目標の行か — 目標：…60% standing on a line of its own. */
export function looksLikeTargetLine(text: string): boolean {
  return TARGET_LINE.test(text.trim());
}

/** 目標の語か — 取得促進, 縮減促進: what stands in a target column without a figure. */
export function looksLikeTargetPhrase(text: string): boolean {
  return text.length <= 14 && TARGET_PHRASE.test(text);
}
