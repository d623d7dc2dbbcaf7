import { blankFigure, match, readFigureAt, UNIT, UNITS, YEARS_MONTHS, type FigureContext, type ScannedFigure } from "./figure-at";
import { DASHES, readNoDataMark } from "./no-data";
import { unifyWidth } from "./normalize";

/** 拾った結果 — the figures of a text and what is left around them. */
export interface Scan {
  readonly figures: ScannedFigure[];
  /** Words after the last figure. */
  readonly tail: string;
  readonly marks: string;
}

const MARKED = /[※*注†‡¹²³⁴\]]|\s\d\)$/;
const MARK =
  /(?<=[\d%人名件日間年]\s?)※\D.{0,30}$|\(?※\s*\d{0,2}(?:\s*共通目標)?\)?|\(注\s*\d{0,2}\)|注\s*\d{0,2}\)|\*\s*\d{0,2}\)|(?<=\d|\D[%人名件日間])\*\d{0,2}(?=\s*$)|\*+(?=\s|$)|[¹²³⁴†‡]+|(?<=\S)\s\d\)$/g;
const PERIOD =
  /(?:(?:昭和|平成|令和)\s*(?:元|\d{1,2})(?:\((?:令和|平成)?(?:元|\d{1,4})\))?|(?<![A-Za-z])[SHR]\s*\.?\s*(?:元|\d{1,2})(?![\d%A-Za-z])|(?:19|20)\d{2}(?=\s*年|[./]\d{1,2}[./]\d)|(?:元|\d{1,2})(?=\s*年\s*度))(?:\s*年\s*度|\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|\s*[./]\s*\d{1,2}(?:\s*[./]\s*\d{1,2})?)?\s*(?:末|中(?!間))?\s*(?:現在|時点|実績)?|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*(?:末)?\s*(?:現在|時点)?/y;
const DASH = new RegExp(`[${DASHES}]{1,4}(?=\\s*(?:$|[)/\\]、,]|%|人|名|件|日|時間|年|ポイント|\\s|\\())`, "y");
const OVER = /^\s*[/÷]\s*(?:[^\d/]*(?:対象|全体|総数|職員数|合計|採用者|計)[^\d/]*)?[:]?\s*$/;
const DASH_AFTER_MEASURE = /(?<=[率数合間均])[-－—―–−]{1,4}$/;
const DOTS = /…+|\.{3,}|・{2,}|‥+/y;
const APPROXIMATE = /(?:約|およそ|おおよそ|おおむね|概ね|ほぼ|凡そ)$/;
const PER_BEFORE = /(?:^|[^\d一-龠])(月平均|月に|毎月|月間|月|年に|年間|年平均|年)$/;
// 月45時間を超えた職員数: the hours say which people are counted.
const NAMES_PEOPLE = /^\s*を(?:超え|上回)(?:た|る|って?)[^\d。、]{0,8}(?:職員|教員|者|人)/;
const DEMOTES = /^(?:の(?!う|内)|を(?!達成|維持|超|上|下)|に(?!な)|で|へ|当たり|あたり|当り|超過|以外|目(?!標)|級|につき)/;
const FREE_BEFORE = /(?:^|[\s:=÷/、,(男女計性体べ均約→⇒・・そむぼ人数率名各年月に間者外内]|合計)$/;

/**
 * 数値を拾う — walks a text once and takes out every figure, mark and period.
 *
 * none  undefined when the text cannot be figures: a range, a date, a telephone number
 */
export function scanFigures(raw: string, context: FigureContext): Scan | undefined {
  const unified = unifyWidth(raw).replace(/\s+/g, " ").trim();
  if (!/\d/.test(unified) && !unified.includes("全員")) return scanMarksOnly(unified.replace(DASH_AFTER_MEASURE, " $&"), context);
  let marks = "";
  const text = MARKED.test(unified) ? unified.replace(MARK, (mark) => ((marks += mark.trim()), " ")).trim() : unified;
  if (/^全員(?:が)?(?:女性|男性)$/.test(text)) {
    const all = { ...blankFigure(text, 0, text.length), state: "value", value: 1, unit: "ratio", step: 0.01, words: text } as const;
    return { figures: [{ ...all }], tail: "", marks };
  }
  return walk(text, marks, context);
}

function walk(text: string, marks: string, context: FigureContext): Scan | undefined {
  const figures: ScannedFigure[] = [];
  const periods: [number, number][] = [];
  let from = 0;
  let depth = 0;
  let openAt = -1;
  let figuresAtOpen = 0;
  let i = 0;
  while (i < text.length) {
    const c = text[i]!;
    const code = text.charCodeAt(i);
    const isDigit = code >= 48 && code <= 57;
    if (isDigit || "昭平令SHR元".includes(c)) {
      const period = match(PERIOD, text, i);
      const isFigure = isDigit && (match(YEARS_MONTHS, text, i) !== null || /^\d{1,2}\s*月(?:額|数|間)/.test(text.slice(i)));
      if (period && !isFigure && !(isDigit && i > 0 && isDigitAt(text, i - 1))) {
        periods.push([i, i + period[0].length]);
        i += period[0].length;
        continue;
      }
    }
    if (isDigit || c === "." || "▲△+-－−±".includes(c)) {
      const last = figures[figures.length - 1];
      const touches = last !== undefined && last.end === i;
      const figure = readFigureAt(text, i, context);
      if (figure) {
        // 03-1234, 2021/4/1 and 12:30 are no figures.
        if (touches && figure.sign !== "▲" && figure.sign !== "△" && last.unit === null) return undefined;
        if (figure.unit === null && isGluedAfter(text, figure.end)) {
          i = figure.end;
          continue;
        }
        if (figure.unit === null && !FREE_BEFORE.test(text.slice(Math.max(0, i - 2), i)) && !touches) {
          i = figure.end;
          continue;
        }
        place(figure, figures, text, from, depth, figuresAtOpen, periods);
        if (figure.end <= i) return undefined;
        if (DEMOTES.test(text.slice(figure.end, figure.end + 3).trimStart()) || NAMES_PEOPLE.test(text.slice(figure.end, figure.end + 20))) {
          i = figure.end;
          continue;
        }
        figure.touches = touches;
        figures.push(figure);
        from = i = figure.end;
        continue;
      }
    }
    if (DASHES.includes(c) && (i === 0 || /[\s(/:、,]/.test(text[i - 1]!) || (c !== "ー" && /[率数合間均人名日]/.test(text[i - 1]!)))) {
      const dash = match(DASH, text, i);
      if (dash) {
        const figure = blankFigure(dash[0], i, i + dash[0].length);
        const unit = match(UNIT, text, figure.end);
        if (unit) {
          figure.unit = UNITS[unit[1]!]?.[0] ?? "cases";
          figure.end += unit[0].length;
        }
        figure.text = text.slice(i, figure.end);
        place(figure, figures, text, from, depth, figuresAtOpen, periods);
        figures.push(figure);
        from = i = figure.end;
        continue;
      }
    }
    if (c === "…" || c === "‥" || c === "." || c === "・") {
      const dots = match(DOTS, text, i);
      if (dots) {
        const figure = { ...blankFigure(dots[0], i, i + dots[0].length), state: "unknown" as const };
        place(figure, figures, text, from, depth, figuresAtOpen, periods);
        figures.push(figure);
        from = i = figure.end;
        continue;
      }
    }
    if (c === "～") return undefined;
    if (c === "(" || c === "[") {
      depth++;
      if (depth === 1) {
        openAt = i;
        figuresAtOpen = figures.length;
        // A bracket after words and before any figure belongs to the words: 年次有給休暇(20日)取得率.
        const close = text.indexOf(c === "(" ? ")" : "]", i);
        const isNumbering = figures.length === 0 && text.slice(from, i).replace(/[\s:]/g, "") !== "";
        const words = close > i ? text.slice(i + 1, close) : "";
        if (isNumbering && close > 0 && text.slice(close + 1).trim() !== "") {
          i = close + 1;
          depth = 0;
          continue;
        }
        if (isNumbering && !new RegExp(PERIOD.source).test(words) && readNoDataMark(text.slice(from, i)) === undefined) return { figures: [], tail: "", marks };
        if (isNumbering) return walkMarkThenBracket(text, i, marks, context);
      }
    } else if ((c === ")" || c === "]") && depth > 0) {
      depth--;
      if (depth === 0 && figures.length === figuresAtOpen && figures.length > 0) {
        const remark = strip(text, openAt + 1, i, periods);
        const last = figures[figures.length - 1]!;
        if (remark.length > 16 || (/除く|含む/.test(remark) && last.words !== "")) return undefined;
        if (remark !== "") last.words = last.words === "" ? remark : `${last.words}(${remark})`;
        from = i + 1;
      }
    }
    i++;
  }
  const kept = demoteThresholds(figures, text, periods);
  // H30：25.0% R1：30.0%: with several periods each figure has the one before it; a single one speaks for all.
  for (const figure of kept) {
    const own = kept.length > 1 && periods.length > 1 ? periods.filter(([start, end]) => start >= figure.wordsFrom && end <= figure.end) : periods;
    const periodText = own.map(([start, end]) => text.slice(start, end).trim()).join(" ");
    if (periodText !== "") figure.periodText = periodText;
  }
  return { figures: kept, tail: strip(text, from, text.length, periods), marks };
}

/** 該当者なし(0人/0人): the words are the mark, the bracket holds its counts. */
function walkMarkThenBracket(text: string, open: number, marks: string, context: FigureContext): Scan | undefined {
  const mark = readNoDataMark(text.slice(0, open));
  if (!mark) return undefined;
  const inner = walk(text.slice(open + 1, text.length - 1), marks, context);
  if (!inner) return undefined;
  const first: ScannedFigure = { ...blankFigure(mark.mark, 0, open), state: mark.state, words: mark.words };
  return { ...inner, figures: [first, ...inner.figures.map((figure, i) => ({ ...figure, inBracket: true, opens: i === 0 }))] };
}

function scanMarksOnly(text: string, context: FigureContext): Scan | undefined {
  const pieces = text.split(/[\s()/、]+/).filter((piece) => piece !== "");
  if (pieces.length === 0 || pieces.length > 4) return undefined;
  const figures: ScannedFigure[] = [];
  let words = "";
  for (const piece of pieces) {
    // －（対象者なし）: the bracket tells why, it is no second figure.
    if (figures.length > 0 && text.includes("(") && !text.includes("/") && context.bracket === undefined) break;
    const stem = piece.replace(/(?:%|人|名|件|日|時間|年|ポイント)$/, "");
    const mark = stem === "" ? undefined : readNoDataMark(stem);
    if (!mark && figures.length === 0 && words === "" && /[率数合間均]$/.test(piece)) {
      words = piece;
      continue;
    }
    if (!mark) return undefined;
    const unit = UNITS[piece.slice(stem.length)]?.[0] ?? null;
    figures.push({
      ...blankFigure(piece, 0, 0),
      state: mark.state,
      unit,
      words: mark.words || words,
      inBracket: figures.length > 0 && text.includes("("),
      opens: figures.length === 1,
      join: figures.length > 0 && text.includes("/") ? "slash" : "none",
    });
  }
  return { figures, tail: "", marks: "" };
}

/** Words, separators and the kind of join between the figure before and this one. */
function place(
  figure: ScannedFigure,
  figures: readonly ScannedFigure[],
  text: string,
  from: number,
  depth: number,
  figuresAtOpen: number,
  periods: readonly [number, number][],
): void {
  const start = figure.wordsFrom;
  const between = text.slice(from, start);
  figure.inBracket = depth > 0;
  figure.opens = depth > 0 && figures.length === figuresAtOpen;
  figure.wordsFrom = from;
  let words = strip(text, from, start, periods);
  if (APPROXIMATE.test(words)) {
    figure.isApproximate = true;
    words = words.replace(APPROXIMATE, "");
  }
  if (figures.length > 0) {
    if (OVER.test(between)) figure.join = "slash";
    else if (/^\s*(?:中|のうち|の内|、?うち|内)/.test(between)) {
      figure.join = "among";
      words = words.replace(/^(?:中|のうち|の内|うち|内)[、:]?/, "");
    } else if (/^\s*[,、・:]\s*$/.test(between)) figure.join = "comma";
  }
  const per = PER_BEFORE.exec(words);
  if (per && figure.unit !== null && figure.per === undefined && figure.state === "value") {
    figure.per = per[1]!.startsWith("月") || per[1] === "毎月" ? "month" : "year";
    if (per[1] === words && !words.includes("平均")) words = "";
  }
  figure.words = words;
}

/** 5日以上 3人, 360時間超 2人: the first is a threshold and belongs to the words of the second. */
function demoteThresholds(figures: ScannedFigure[], text: string, periods: readonly [number, number][]): ScannedFigure[] {
  const kept: ScannedFigure[] = [];
  let from: number | undefined;
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i]!;
    const next = figures[i + 1];
    if (figure.targetWords && next && next.inBracket === figure.inBracket && next.unit !== figure.unit && figure.unit !== "ratio" && !next.targetWords) {
      from ??= figure.wordsFrom;
      continue;
    }
    if (from !== undefined) {
      figure.words = strip(text, from, figure.end - figure.text.length, periods);
      from = undefined;
    }
    kept.push(figure);
  }
  return kept;
}

function strip(text: string, from: number, to: number, periods: readonly [number, number][]): string {
  let piece = "";
  let at = from;
  for (const [start, end] of periods) {
    if (end <= from || start >= to) continue;
    piece += text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  piece += text.slice(at, to);
  return piece
    .replace(/\(\s*\)/g, "")
    .replace(/^[\s:：、,/÷・=→⇒()[\]-]+|[\s:：、,/÷=→⇒([]+$/g, "")
    .replace(/\s+/g, "");
}

function isGluedAfter(text: string, at: number): boolean {
  const c = text[at];
  return c !== undefined && !/[\s()[\]/、,。▲△+～:=÷→]/.test(c) && !(c === "." && at === text.length - 1);
}

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
