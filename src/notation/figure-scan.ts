import type { Figure, FigureState, Unit } from "../model/figure";
import type { FigureContext } from "./figure";
import { DASHES, readNoDataMark } from "./no-data";
import { unifyWidth } from "./normalize";

/** 拾った数値 — one figure of a text with where it stood; parts are decided afterwards. */
export interface ScannedFigure {
  state: FigureState;
  value: number | null;
  unit: Unit | null;
  step: number | null;
  isApproximate: boolean;
  part: Figure["part"];
  per?: NonNullable<Figure["per"]>;
  text: string;
  words: string;
  targetWords?: string;
  days?: NonNullable<Figure["days"]>;
  sign?: NonNullable<Figure["sign"]>;
  /** What stands between the figure before and this one. */
  join: "slash" | "among" | "comma" | "none";
  inBracket: boolean;
  /** The first figure inside a bracket. */
  opens: boolean;
  wordsFrom: number;
  end: number;
}

/** 拾った結果 — the figures of a text and what is left around them. */
export interface Scan {
  readonly figures: ScannedFigure[];
  /** Words after the last figure. */
  readonly tail: string;
  readonly periodText: string;
  readonly marks: string;
}

const MARKED = /[※*注†‡¹²³⁴\]]|\s\d\)$/;
const MARK = /\(?※\s*\d{0,2}(?:\s*共通目標)?\)?|\(注\s*\d{0,2}\)|注\s*\d{0,2}\)|\*\s*\d{0,2}\)|(?<=\d|\D[%人名件日間])\*\d{0,2}(?=\s*$)|\*+(?=\s|$)|[¹²³⁴†‡]+|(?<=\S)\s\d\)$/g;
const PERIOD =
  /(?:(?:昭和|平成|令和)\s*(?:元|\d{1,2})(?:\((?:令和|平成)?(?:元|\d{1,4})\))?|(?<![A-Za-z])[SHR]\s*\.?\s*(?:元|\d{1,2})(?![\d%A-Za-z])|(?:19|20)\d{2}(?=\s*年|[./]\d{1,2}[./]\d)|(?:元|\d{1,2})(?=\s*年\s*度))(?:\s*年\s*度|\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|\s*[./]\s*\d{1,2}(?:\s*[./]\s*\d{1,2})?)?\s*(?:末|中(?!間))?\s*(?:現在|時点|実績)?|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*(?:末)?\s*(?:現在|時点)?/y;
const NUMBER = /([▲△+\-－−±])?\s*(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})/y;
const DAYS_HOURS = /([▲△-])?\s*(\d{1,5}(?:\.\d+)?)\s*日\s*(?:と|、|,|及び)?\s*(\d{1,4}(?:\.\d+)?)\s*時間(?:\s*(?:と)?\s*(\d{1,2})\s*分)?/y;
const HOURS_MINUTES = /([▲△-])?\s*(\d{1,6})\s*時間\s*(?:と)?\s*(\d{1,2})\s*分/y;
const YEARS_MONTHS = /([▲△-])?\s*(\d{1,3})\s*年\s*(?:と)?\s*(\d{1,2})\s*(?:[かカヵヶケ箇]月|月)(?!\s*\d+\s*日|末|現在|時点|生)/y;
const UNIT =
  /\s*(%|パーセント|%?ポイント|pt(?![a-z])|人|名(?!称)|件|日間|日(?!目|付|現在|時点)|時間|[hH](?![a-zA-Z])|年間|年(?!度|代|目|次)|歳(?!代)|才|[かカヵヶケ箇]月間?|週間|割(?!合)|分(?![のか])|回(?!目)|所属|[か箇カヶ]所|校|講座|団体)/y;
const PER = /\s*(?:\/\s*(人|月|年|[1一]人(?=$|[\s)]))(?![\d平])|\((月|年)\))/y;
const AFTER = /\s*(?:(減少?(?!率)|増加?(?!減|率))|(以上|以下|以内|未満|を?超えない|を?超え(?:る|て)|超(?!え)|を?上回る|を?下回る)|(程度|前後|弱|強))/y;
const DASH = new RegExp(`[${DASHES}]{1,4}(?=\\s*(?:$|[)/\\]、,]|%|人|名|件|日|時間|年|ポイント|\\s|\\())`, "y");
const DASH_AFTER_MEASURE = /(?<=[率数合間均])[-－—―–−]{1,4}$/;
const DOTS = /…+|\.{3,}|・{2,}|‥+/y;
const APPROXIMATE = /(?:約|およそ|おおよそ|おおむね|概ね|ほぼ|凡そ)$/;
const PER_BEFORE = /(?:^|[^\d一-龠])(月平均|月に|毎月|月間|月|年に|年間|年平均|年)$/;
const DEMOTES = /^(?:の(?!う|内)|を(?!達成|維持|超|上|下)|に(?!な)|で|へ|当たり|あたり|当り|超過|以外|目(?!標)|級|につき)/;
const FREE_BEFORE = /(?:^|[\s:=/、,(男女計性体べ均約→⇒・・そむぼ人数率名各年月に間者外内]|合計)$/;

const UNITS: { readonly [written: string]: readonly [Unit, number] } = {
  "%": ["ratio", 100], パーセント: ["ratio", 100], 割: ["ratio", 10], ポイント: ["points", 1], "%ポイント": ["points", 1], pt: ["points", 1],
  人: ["people", 1], 名: ["people", 1], 日: ["days", 1], 日間: ["days", 1], 週間: ["days", 1 / 7], 時間: ["hours", 1], h: ["hours", 1], H: ["hours", 1], 分: ["hours", 60],
  年: ["years", 1], 年間: ["years", 1], 歳: ["years", 1], 才: ["years", 1],
};

/**
 * 数値を拾う — walks a text once and takes out every figure, mark and period.
 *
 * none  undefined when the text cannot be figures: a range, a date, a telephone number
 */
export function scanFigures(raw: string, context: FigureContext): Scan | undefined {
  const unified = unifyWidth(raw).replace(/\s+/g, " ").trim();
  if (!/\d/.test(unified) && !unified.includes("全員")) return scanMarksOnly(unified.replace(DASH_AFTER_MEASURE, " $&"));
  let marks = "";
  const text = MARKED.test(unified) ? unified.replace(MARK, (mark) => ((marks += mark.trim()), " ")).trim() : unified;
  if (/^全員(?:が)?(?:女性|男性)$/.test(text)) {
    const all = { ...blankFigure(text, 0, text.length), state: "value", value: 1, unit: "ratio", step: 0.01, words: text } as const;
    return { figures: [{ ...all }], tail: "", periodText: "", marks };
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
        if (DEMOTES.test(text.slice(figure.end, figure.end + 3).trimStart())) {
          i = figure.end;
          continue;
        }
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
        if (isNumbering && !new RegExp(PERIOD.source).test(words) && readNoDataMark(text.slice(from, i)) === undefined) return { figures: [], tail: "", periodText: "", marks };
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
  const periodText = periods.map(([start, end]) => text.slice(start, end).trim()).join(" ");
  return { figures: demoteThresholds(figures, text, periods), tail: strip(text, from, text.length, periods), periodText, marks };
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

function scanMarksOnly(text: string): Scan | undefined {
  const pieces = text.split(/[\s()/、]+/).filter((piece) => piece !== "");
  if (pieces.length === 0 || pieces.length > 4) return undefined;
  const figures: ScannedFigure[] = [];
  let words = "";
  for (const piece of pieces) {
    const stem = piece.replace(/(?:%|人|名|件|日|時間|年|ポイント)$/, "");
    const mark = stem === "" ? undefined : readNoDataMark(stem);
    if (!mark && figures.length === 0 && words === "" && /[率数合間均]$/.test(piece)) {
      words = piece;
      continue;
    }
    if (!mark) return undefined;
    const unit = UNITS[piece.slice(stem.length)]?.[0] ?? null;
    figures.push({ ...blankFigure(piece, 0, 0), state: mark.state, unit, words: mark.words || words, inBracket: figures.length > 0 && text.includes("("), opens: figures.length === 1, join: figures.length > 0 && text.includes("/") ? "slash" : "none" });
  }
  return { figures, tail: "", periodText: "", marks: "" };
}

/**
 * その位置の数値を読む — one number with its sign, unit and comparison words, standing exactly at `at`.
 *
 * none  undefined when no number begins there
 */
export function readFigureAt(text: string, at: number, context: FigureContext = {}): ScannedFigure | undefined {
  const hoursPerDay = context.hoursPerDay ?? 7.75;
  const figure = blankFigure("", at, at);
  figure.state = "value";
  let found = match(DAYS_HOURS, text, at);
  if (found) {
    const [days, hours, minutes] = [Number(found[2]), Number(found[3]), Number(found[4] ?? 0)];
    Object.assign(figure, { unit: "days", value: round(days + (hours + minutes / 60) / hoursPerDay), step: (found[4] ? 1 / 60 : 1) / hoursPerDay, days: { days, hours, minutes } });
  } else if ((found = match(HOURS_MINUTES, text, at))) {
    Object.assign(figure, { unit: "hours", value: round(Number(found[2]) + Number(found[3]) / 60), step: 1 / 60 });
  } else if ((found = match(YEARS_MONTHS, text, at)) && Number(found[3]) < 12) {
    Object.assign(figure, { unit: "years", value: round(Number(found[2]) + Number(found[3]) / 12), step: 1 / 12 });
  } else if ((found = match(NUMBER, text, at))) {
    const digits = found[2]!.replaceAll(",", "");
    const decimals = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
    const unit = match(UNIT, text, at + found[0].length);
    const [name, divisor] = unit ? (UNITS[unit[1]!] ?? (/月/.test(unit[1]!) ? (["years", 12] as const) : (["cases", 1] as const))) : [null, 1];
    Object.assign(figure, { unit: name, value: round(Number(digits) / divisor), step: 10 ** -decimals / divisor });
    if (name === "ratio") figure.step = 10 ** -(decimals + (divisor === 100 ? 2 : 1));
    figure.end = at + found[0].length + (unit?.[0].length ?? 0);
  } else return undefined;
  if (figure.end === at) figure.end = at + found[0].length;
  applySign(figure, found[1], context);
  const per = match(PER, text, figure.end);
  // 1人/1人 is a pair; 126時間/1人 is per head.
  if (per && figure.unit !== null && !(figure.unit === "people" && per[1] !== "月" && per[1] !== "年" && !per[2])) {
    const word = per[1] ?? per[2]!;
    figure.per = word.endsWith("人") ? "person" : word === "月" ? "month" : "year";
    figure.end += per[0].length;
  }
  for (let after = match(AFTER, text, figure.end); after; after = match(AFTER, text, figure.end)) {
    if (after[1]) applySign(figure, after[1].startsWith("減") ? "-" : "+", context);
    if (after[2]) figure.targetWords = (figure.targetWords ?? "") + after[2];
    if (after[3]) figure.isApproximate = true;
    figure.end += after[0].length;
  }
  figure.text = text.slice(at, figure.end).trim();
  return figure;
}

function applySign(figure: ScannedFigure, written: string | undefined, context: FigureContext): void {
  if (!written || written === "±") return;
  const sign = written === "－" || written === "−" ? "-" : (written as "▲" | "△" | "-" | "+");
  figure.sign = sign;
  const isNegative = sign === "-" || sign === "▲" || (sign === "△" && context.triangle !== "increase");
  if (isNegative && figure.value !== null && figure.value !== 0) figure.value = -figure.value;
}

/** Words, separators and the kind of join between the figure before and this one. */
function place(figure: ScannedFigure, figures: readonly ScannedFigure[], text: string, from: number, depth: number, figuresAtOpen: number, periods: readonly [number, number][]): void {
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
    if (/^\s*\/\s*$/.test(between)) figure.join = "slash";
    else if (/^\s*(?:中|のうち|の内|、?うち|内)/.test(between)) {
      figure.join = "among";
      words = words.replace(/^(?:中|のうち|の内|うち|内)[、:]?/, "");
    } else if (/^\s*[,、・:]\s*$/.test(between)) figure.join = "comma";
  }
  const per = PER_BEFORE.exec(words);
  if (per && figure.unit !== null && figure.per === undefined && figure.state === "value") {
    figure.per = per[1]!.startsWith("月") || per[1] === "毎月" ? "month" : "year";
    if (per[1] === words) words = "";
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
    if (figure.targetWords && next && !next.inBracket && next.unit !== figure.unit && figure.unit !== "ratio" && !next.targetWords) {
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
  return piece.replace(/\(\s*\)/g, "").replace(/^[\s:：、,/・=→⇒()[\]-]+|[\s:：、,/=→⇒([]+$/g, "").replace(/\s+/g, "");
}

function isGluedAfter(text: string, at: number): boolean {
  const c = text[at];
  return c !== undefined && !/[\s()[\]/、,。▲△+～:]/.test(c) && !(c === "." && at === text.length - 1);
}

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}

function blankFigure(text: string, start: number, end: number): ScannedFigure {
  return { state: "not-applicable", value: null, unit: null, step: null, isApproximate: false, part: "value", text, words: "", join: "none", inBracket: false, opens: false, wordsFrom: start, end };
}
