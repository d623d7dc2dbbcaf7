import type { Cell } from "../model/cell";
import type { Figure, Unit } from "../model/figure";
import type { FigureContext } from "./figure-at";
import { readFigureText } from "./figure-text";
import { readNoDataMark } from "./no-data";
import { compactText, unifyWidth } from "./normalize";
import { readNumberFormat, type NumberFormat } from "./number-format";
import { findPeriods } from "./period-scan";

const NOT_FIGURE = /^(?:月|年度|級|等級|号|位|番|期|次)/;
const NOT_FIGURE_BEFORE = /(?:第|[SHR]|昭和|平成|令和|No\.?|表|図)$/;

/**
 * 数値を読む — every figure of one cell, in the order written; numbers by their format, texts by their words.
 *
 * shape  7人/8人 is numerator and denominator; 267 (74.2%) is a count and its rate; two like figures are two values
 * none   [] for empty cells, labels, dates and sentences
 * errors an error value is one "unreadable" figure; never throws
 */
export function readFigures(cell: Pick<Cell, "value" | "text" | "format"> & { readonly formula?: string | undefined }, context: FigureContext = {}): readonly Figure[] {
  if (typeof cell.value === "number") return readNumber(cell.value, cell.text, readNumberFormat(cell.format));
  if (typeof cell.value === "string") return readText(cell.value, context);
  if (cell.value === null && cell.text.startsWith("#")) return readText(cell.text, context);
  return [];
}

function readText(text: string, context: FigureContext): readonly Figure[] {
  // A cell that holds a paragraph is prose, whatever figures it names.
  if (text.length > 120) return [];
  const noData = readNoDataMark(text);
  if (noData) return [{ state: noData.state, value: null, unit: null, step: null, isApproximate: false, part: "value", text: noData.mark, words: noData.words }];
  return readDatedMark(text) ?? readFigureText(text, context);
}

/** 該当者なし（令和5年度）: the bracket says when, as it does beside a number. */
function readDatedMark(text: string): readonly Figure[] | undefined {
  const found = /^([^()（）]{1,24})[(（]([^()（）]{2,20})[)）]\s*$/.exec(text);
  const mark = found && findPeriods(unifyWidth(found[2]!)).length === 1 ? readNoDataMark(found[1]!) : undefined;
  if (!found || !mark) return undefined;
  return [{ state: mark.state, value: null, unit: null, step: null, isApproximate: false, part: "value", text: mark.mark, words: mark.words, periodText: found[2]! }];
}

/** What a format says of every number it shows; a sheet has few formats and many numbers. */
interface NumberShape {
  readonly kind: "figure" | "elapsed" | "none";
  readonly unit: Unit | null;
  readonly decimals: number | null;
  /** 100 for a percent, whose value is the ratio. */
  readonly divisor: number;
  readonly scale: number;
  readonly isLiteralPercent: boolean;
  readonly isApproximate: boolean;
  readonly words: string;
  readonly per: Figure["per"];
}

const shapes = new WeakMap<NumberFormat, NumberShape>();

function shapeOf(format: NumberFormat): NumberShape {
  const known = shapes.get(format);
  if (known) return known;
  const isRatio = format.isPercent || format.isLiteralPercent;
  const isNone = format.isDate || NOT_FIGURE.test(format.after) || NOT_FIGURE_BEFORE.test(format.before);
  const words = format.before.replace(/約|[▲△+-]/g, "").trim();
  const shape: NumberShape = {
    kind: format.isElapsed ? "elapsed" : isNone ? "none" : "figure",
    unit: isRatio ? "ratio" : format.unit,
    decimals: format.decimals,
    divisor: isRatio ? 100 : 1,
    scale: format.scale,
    isLiteralPercent: format.isLiteralPercent,
    isApproximate: format.before.includes("約"),
    words: /[ぁ-んァ-ヶ一-龠]/.test(words) ? words : "",
    per: format.per ?? undefined,
  };
  shapes.set(format, shape);
  return shape;
}

const STEPS = Array.from({ length: 33 }, (_, decimals) => Number(`1e-${decimals}`));

function readNumber(value: number, text: string, format: NumberFormat): readonly Figure[] {
  const shape = shapeOf(format);
  if (shape.kind === "none" || !Number.isFinite(value)) return [];
  const isElapsed = shape.kind === "elapsed";
  const decimals = shape.decimals ?? decimalsShown(value, text);
  const first = text.charCodeAt(0);
  // ▲ and △ as the format shows them; everything else that is negative is a plain minus.
  const sign = first === 0x25b2 ? "▲" : first === 0x25b3 ? "△" : value < 0 ? "-" : undefined;
  const figure: Figure = {
    state: "value",
    value: isElapsed ? round(value * 24) : shape.isLiteralPercent ? round(value / 100) : value,
    unit: isElapsed ? "hours" : shape.unit,
    step: isElapsed ? 1 / 60 : shape.divisor === 100 ? STEPS[Math.min(decimals + 2, 32)]! * shape.scale : STEPS[Math.min(decimals, 32)]! * shape.scale,
    isApproximate: shape.isApproximate,
    part: "value",
    text,
    words: shape.words,
  };
  if (sign === undefined && shape.per === undefined) return [figure];
  return [{ ...figure, ...(shape.per ? { per: shape.per } : {}), ...(sign ? { sign } : {}) }];
}

/** What General shows is all that can be held against the writer; "####" shows nothing. */
function decimalsShown(value: number, text: string): number {
  if (Number.isInteger(value)) return 0;
  const dot = text.indexOf(".");
  if (dot > 0) {
    let end = dot + 1;
    while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
    const next = text[end];
    if (end > dot + 1 && next !== "." && next !== "E" && next !== "e") return end - dot - 1;
  } else if (text !== "" && text.charCodeAt(0) !== 35 && !text.includes("E")) return 0;
  const digits = /\.(\d+)$/.exec(String(round(value)));
  return digits ? digits[1]!.length : 0;
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}

const LABEL_FIGURE =
  /^[^\d%]{0,12}(?:\d+(?:日|週|年|か月|カ月|ヵ月|ヶ月|ケ月|箇月|月|歳|時間|級|回|人)間?(?:以上|未満|以下|以内|超(?:え)?|から|～)(?:[^\d%]{0,6}\d+(?:日|週|年|か月|カ月|ヵ月|ヶ月|ケ月|箇月|月|歳|時間|級|回|人)間?(?:以上|未満|以下|以内|超(?:え)?)?)?[^\d%]{0,12}|\d{1,2}(?:日間?|週間?|年|[かカヵヶケ箇]?月間?|級|等級|号|歳|回)目?)$/;

/**
 * 見出しの数か — 5日以上, 1年未満, 3日, 2週間以上1月以下: reads as a figure but names a row as often.
 *
 * shape  its place decides; a percent, a decimal or a count of people by itself is never one
 */
export function looksLikeLabelFigure(text: string): boolean {
  return text.length <= 40 && LABEL_FIGURE.test(compactText(text));
}
