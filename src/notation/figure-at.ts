import type { Figure, FigureState, Unit } from "../model/figure";

/** 数値の読み方 — what the headings say about brackets, and the organisation's settings. */
export interface FigureContext {
  /** What a bracket beside a figure holds; without it the units of both decide. */
  readonly bracket?: "counts" | "rate" | "previous";
  /** 1日の勤務時間, for 9日と3時間. unit hours */
  readonly hoursPerDay?: number;
  /** △の意味. */
  readonly triangle?: "decrease" | "increase";
}

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
  periodText?: string;
  /** What stands between the figure before and this one. */
  join: "slash" | "among" | "comma" | "none";
  inBracket: boolean;
  /** The first figure inside a bracket. */
  opens: boolean;
  /** Nothing stands between the figure before and this one. */
  touches: boolean;
  wordsFrom: number;
  end: number;
}

const NUMBER = /([▲△+\-－−±])?\s*(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})/y;
const DAYS_HOURS = /([▲△-])?\s*(\d{1,5}(?:\.\d+)?)\s*日\s*(?:と|、|,|及び)?\s*(\d{1,4}(?:\.\d+)?)\s*時間(?:\s*(?:と)?\s*(\d{1,2})\s*分)?/y;
const HOURS_MINUTES = /([▲△-])?\s*(\d{1,6})\s*時間\s*(?:と)?\s*(\d{1,2})\s*分/y;
/** 年数と月数 — 16年2ヵ月, which is no date. */
export const YEARS_MONTHS = /([▲△-])?\s*(\d{1,3})\s*年\s*(?:と)?\s*(\d{1,2})\s*(?:[かカヵヶケ箇]月|月)(?!\s*\d+\s*日|末|現在|時点|生)/y;
/** 単位の語 — what may stand after a number as its unit. */
export const UNIT =
  /\s*(%|パーセント|%?ポイント|pt(?![a-z])|人|名(?!称)|件|日間|日(?!目|付|現在|時点)|時間|[hH](?![a-zA-Z])|年間|年(?!度|代|目|次)|歳(?!代)|才|[かカヵヶケ箇]月間?|週間|割(?!合)|分(?![のか])|回(?!目)|所属|[か箇カヶ]所|校|講座|団体)/y;
const PER = /\s*(?:\/\s*(人|月|年|[1一]人(?=$|[\s)]))(?![\d平])|\((月|年)\))/y;
const AFTER = /\s*(?:(減少?(?!率)|増加?(?!減|率))|(以上|以下|以内|未満|を?超えない|を?超え(?:る|て)|超(?!え)|を?上回る|を?下回る)|(程度|前後|弱|強))/y;

/** 単位 — the public name of a written unit and how many of it make one. */
export const UNITS: { readonly [written: string]: readonly [Unit, number] } = {
  "%": ["ratio", 100],
  パーセント: ["ratio", 100],
  割: ["ratio", 10],
  ポイント: ["points", 1],
  "%ポイント": ["points", 1],
  pt: ["points", 1],
  人: ["people", 1],
  名: ["people", 1],
  日: ["days", 1],
  日間: ["days", 1],
  週間: ["days", 1 / 7],
  時間: ["hours", 1],
  h: ["hours", 1],
  H: ["hours", 1],
  分: ["hours", 60],
  年: ["years", 1],
  年間: ["years", 1],
  歳: ["years", 1],
  才: ["years", 1],
};

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
  readPer(figure, text);
  for (let after = match(AFTER, text, figure.end); after; after = match(AFTER, text, figure.end)) {
    if (after[1]) applySign(figure, after[1].startsWith("減") ? "-" : "+", context);
    if (after[2]) figure.targetWords = (figure.targetWords ?? "") + after[2];
    if (after[3]) figure.isApproximate = true;
    figure.end += after[0].length;
  }
  if (figure.per === undefined) readPer(figure, text);
  figure.text = text.slice(at, figure.end).trim();
  return figure;
}

function readPer(figure: ScannedFigure, text: string): void {
  const per = match(PER, text, figure.end);
  // 1人/1人 is a pair; 126時間/1人 is per head.
  if (per && figure.unit !== null && !(figure.unit === "people" && per[1] !== "月" && per[1] !== "年" && !per[2])) {
    const word = per[1] ?? per[2]!;
    figure.per = word.endsWith("人") ? "person" : word === "月" ? "month" : "year";
    figure.end += per[0].length;
  }
}

function applySign(figure: ScannedFigure, written: string | undefined, context: FigureContext): void {
  if (!written || written === "±") return;
  const sign = written === "－" || written === "−" ? "-" : (written as "▲" | "△" | "-" | "+");
  figure.sign = sign;
  const isNegative = sign === "-" || sign === "▲" || (sign === "△" && context.triangle !== "increase");
  if (isNegative && figure.value !== null && figure.value !== 0) figure.value = -figure.value;
}

/** その位置の一致 — a sticky pattern tried at one position. */
export function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}

/** 空の数値 — a mark without a number, to be filled in. */
export function blankFigure(text: string, start: number, end: number): ScannedFigure {
  return {
    state: "not-applicable",
    value: null,
    unit: null,
    step: null,
    isApproximate: false,
    part: "value",
    text,
    words: "",
    join: "none",
    inBracket: false,
    opens: false,
    touches: false,
    wordsFrom: start,
    end,
  };
}
