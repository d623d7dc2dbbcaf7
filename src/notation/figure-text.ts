import type { Figure } from "../model/figure";
import type { FigureContext, ScannedFigure } from "./figure-at";
import { scanFigures, type Scan } from "./figure-scan";
import { stripNumbering } from "./normalize";

// Words that may stand after the last figure of a cell; any other words make it a label or a sentence.
const TAIL = /^(?:の?(?:取得|利用|該当|申請|参加|在籍|採用|受講|退職|減少?|増加?|達成|維持|程度|実績|見込み?)?|[がは、,]?(?:うち)?(?:女性|男性)(?:職員)?|を?(?:達成|維持))[。.)]*$/;
const PROSE = /[。「」『』【】]|です|ます|した[^の]|して|する|により|について|において|目標|計画期間|とおり|ください/;
const NUMBERING_ALONE = /^(?:\(\s*\d{1,2}\s*\)|\d{1,2}\s*[.)])$/;
const WHOLE = /対象|全体|総数|母数|職員数|採用者|該当者/;
const TAKERS = /取得|利用|うち|女性|退職/;
const PREVIOUS = /前年|昨年|前回/;

/**
 * 文字の数値を読む — texts such as "7人/8人", "取得率 0%", "9日と3時間", "100%（1人/1人）".
 *
 * none  [] when what surrounds the figures is more than a few words: labels and sentences are not figures
 */
export function readFigureText(text: string, context: FigureContext): readonly Figure[] {
  const { numbering, rest } = stripNumbering(text);
  // ①部分休業 5 is a heading with its number; ① 12人 is a figure among others.
  if (numbering !== "" && !/^[\d▲△]/.test(rest)) return [];
  if (context.bracket === undefined && NUMBERING_ALONE.test(rest)) return [];
  const scan = scanFigures(numbering === "" ? text : rest, context);
  if (!scan || scan.figures.length === 0 || isLabel(scan)) return [];
  relate(scan.figures, context);
  return scan.figures.map((figure) => publish(figure, scan.marks));
}

function isLabel(scan: Scan): boolean {
  const { figures, tail } = scan;
  if (!TAIL.test(tail)) return true;
  let letters = 0;
  for (const figure of figures) {
    letters += figure.words.length;
    if (figure.words.length > 24 || PROSE.test(figure.words)) return true;
  }
  if (letters > 24 + 12 * figures.length) return true;
  // 5日以上10日未満, 1か月超3か月以下: two limits that touch are one class.
  if (figures.some((figure, i) => i > 0 && figure.touches && figure.targetWords && figures[i - 1]!.targetWords && figure.unit === figures[i - 1]!.unit && figure.unit !== "ratio"))
    return true;
  // Two figures side by side with the same sign of nothing between them are a list of numbers, not figures: 1,2 or 7,8級.
  return figures.length > 1 && figures.some((figure, i) => i > 0 && figure.join === "comma" && figure.unit === null && figures[i - 1]!.unit === null);
}

/** Which of the figures is the count, which the rate, which the year before. */
function relate(figures: ScannedFigure[], context: FigureContext): void {
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i]!;
    const before = figures[i - 1];
    if (before && figure.join === "slash") {
      before.part = "numerator";
      figure.part = "denominator";
      if (before.unit === null) before.unit = figure.unit;
      if (figure.unit === null) figure.unit = before.unit;
    } else if (before && figure.join === "among" && figure.unit === before.unit) {
      before.part = "denominator";
      figure.part = "numerator";
    }
  }
  for (let i = 1; i < figures.length; i++) {
    const inner = figures[i]!;
    const base = figures[i - 1]!;
    if (!inner.opens || base.inBracket || inner.part !== "value") continue;
    if (context.bracket === "previous" || PREVIOUS.test(inner.words)) {
      inner.part = "previous";
      if (inner.unit === null) adopt(inner, base);
      continue;
    }
    if (base.unit === "ratio" && nameCounts(figures, i)) continue;
    const isAlone = !figures[i + 1]?.inBracket;
    if (!isAlone) continue;
    if (inner.unit === null && context.bracket === "rate") asPercent(inner);
    if (inner.unit === null && context.bracket === "counts") inner.unit = "people";
    if (inner.unit === "ratio" && isCount(base) && base.part === "value") base.part = "numerator";
    else if (base.unit === "ratio" && inner.unit !== null && isCount(inner)) inner.part = "numerator";
  }
}

/** 37.5%（対象者8人、取得者3人）: the words in the bracket tell which count is which. */
function nameCounts(figures: ScannedFigure[], from: number): boolean {
  let isNamed = false;
  for (let i = from; figures[i]?.inBracket; i++) {
    const figure = figures[i]!;
    if (!isCount(figure) || figure.part !== "value") continue;
    if (WHOLE.test(figure.words)) figure.part = "denominator";
    else if (TAKERS.test(figure.words)) figure.part = "numerator";
    isNamed ||= figure.part !== "value";
  }
  return isNamed;
}

function isCount(figure: ScannedFigure): boolean {
  return figure.unit === "people" || figure.unit === "cases" || (figure.unit === null && figure.step === 1);
}

function asPercent(figure: ScannedFigure): void {
  figure.unit = "ratio";
  if (figure.value !== null) figure.value = Number((figure.value / 100).toPrecision(12));
  if (figure.step !== null) figure.step = figure.step / 100;
}

/** 13.3%(11.9): the year before is written in the unit of the year. */
function adopt(inner: ScannedFigure, base: ScannedFigure): void {
  if (base.unit === "ratio") asPercent(inner);
  else inner.unit = base.unit;
}

function publish(figure: ScannedFigure, marks: string): Figure {
  return {
    state: figure.state,
    value: figure.value,
    unit: figure.unit,
    step: figure.step,
    isApproximate: figure.isApproximate,
    part: figure.part,
    ...(figure.per ? { per: figure.per } : {}),
    text: figure.text,
    words: figure.words,
    ...(figure.periodText ? { periodText: figure.periodText } : {}),
    ...(figure.targetWords ? { targetWords: figure.targetWords } : {}),
    ...(figure.days ? { days: figure.days } : {}),
    ...(marks ? { marks } : {}),
    ...(figure.sign ? { sign: figure.sign } : {}),
  };
}
