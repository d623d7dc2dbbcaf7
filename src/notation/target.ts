import type { Unit } from "../model/figure";
import type { Group } from "../model/observation";
import type { FiscalYear, Period } from "../model/period";
import { fiscalYear } from "../model/period";
import type { Comparison, TargetKind } from "../model/plan";
import type { ScannedFigure } from "./figure-at";
import { readNoDataMark } from "./no-data";
import { stripNumbering, unifyWidth } from "./normalize";
import { fiscalYearOfPeriod } from "./period";
import { readPeriodRange } from "./period-range";
import { findPeriods } from "./period-scan";
import { readTargetWords } from "./target-words";
import { takeFigures } from "./target-figures";

/** 目標の句 — one target as its words state it, before anything says which indicator it is for. */
export interface TargetPhrase {
  /** null: a figure with nothing said about when; the plan's settings decide. */
  readonly kind: TargetKind | null;
  readonly comparison: Comparison | null;
  /** unit: a percent is a ratio */
  readonly value: number | null;
  readonly unit: Unit | null;
  readonly step: number | null;
  readonly deadline: FiscalYear | null;
  readonly from: FiscalYear | null;
  readonly baseYear: FiscalYear | null;
  /** Size of the change wanted, as a ratio: 10%縮減 → 0.1. */
  readonly change: number | null;
  readonly group: Group;
  readonly per?: "month" | "year" | "person";
  /** Words beside the figure: 取得率, 平均取得日数, 課長職以上の職員に占める女性の割合. */
  readonly words: string;
  readonly text: string;
  /** ―, 目標なし: the place for a target says there is none. */
  readonly isNone: boolean;
  /** 国の目標, 参考: somebody else's target. */
  readonly isReference: boolean;
}

const NONE = /^(?:目標(?:値)?(?:は|の?設定)?(?:な|無)し|設定なし|未設定|設定していない|定めなし|-+|なし)$/;
const LEAD = /^[\s【［[(]*(?:数値)?目標(?:値|数値)?\s*[】］\])]?\s*[:=]?\s*/;
const WRAPPED = /^\s*[【［[](.*)[】］\]]\s*$/;
const REFERENCE =
  /(?:(?:国|政府|都道府県|県|大綱|基本計画|総務省|人事院|内閣府|こども家庭庁|[^\s(]{2,14}法|[市町村]|近隣|他団体|全国)の?(?:定める|掲げる)?(?:数値)?目標(?:値)?|参考(?:値|:|\))|国\s*[:]|[(]参考)/;
const REFERENCE_BRACKET = /[(]([^()]*)[)]/g;
const PER_WORDS = /(?:月平均|月に|毎月|月間|月|年間|年に|年)\s*$/;
// Headings hold the words of initiatives too; what ends like a heading is none.
const LABEL = /(?:状況|項目|割合|差異|率|日数|人数|目標|一覧|計画|法|法律|内容|区分|達成状況|活用|年度|人数|計画期間)\s*(?:[:(].*)?$/;
const MONTH_DAY = /\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:\s*(?:現在|時点))?(?!間|以|未|数)/g;
const KEPT = /維持|以上|以下|上回|下回/;
const OWN_LAW = /特定事業主行動計画/;
const BASE_AFTER =
  /^\s*(?:[(][^()]*[)])?\s*(?:の?(?:実績|現状|水準|平均|数値|値))?\s*(?:値)?\s*(?:[(][^()]*[)])?\s*(?:比(?!率)|対比|度比|に比べ|と比べ|に対し|から(?=[^0-9]{0,6}\d+(?:\.\d+)?\s*(?:%|割)[^以]{0,3}(?:縮減|削減|減|増|引|向上|低減))|より(?!\s*\d{1,2}年)|を基準|以上|以下|並み|を上回|を下回|を維持)/;
const BASE_BEFORE = /(?:対|基準(?:年度?)?[:は(]?)\s*$/;
const FROM_AFTER = /^\s*(?:以降|から|より|~)/;

/**
 * 目標を読む — every target a cell, a caption bracket or a sentence states.
 *
 * shape  男性10%以上 女性100% gives two phrases; words without a figure give one
 * none   [] for empty text and for words that are no target; ― and 目標なし give one phrase with `isNone`
 */
export function readTargets(text: string): readonly TargetPhrase[] {
  if (text.length > 400) return [];
  const raw = unifyWidth(text).replace(/\s+/g, " ").trim();
  if (raw === "") return [];
  if (readNoDataMark(raw)?.words === "" || NONE.test(raw)) return [{ ...nothing(text), isNone: true }];
  const phrases: TargetPhrase[] = [];
  const own = raw.replace(REFERENCE_BRACKET, (bracket, inner: string) => {
    if (!REFERENCE.test(`(${inner}`) || OWN_LAW.test(inner)) return bracket;
    for (const phrase of readOwn(inner.replace(REFERENCE, " "), inner)) if (phrase.value !== null) phrases.push({ ...phrase, isReference: true, kind: null });
    return " ";
  });
  const isReference = REFERENCE.test(own) && !OWN_LAW.test(own);
  const stated = readOwn(unwrap(own), text.trim()).map((phrase) => (isReference ? { ...phrase, isReference } : phrase));
  return [...stated, ...phrases];
}

function unwrap(text: string): string {
  const inner = (WRAPPED.exec(text)?.[1] ?? text).replace(LEAD, "").trim();
  const { numbering, rest } = stripNumbering(inner);
  return numbering === "" ? inner : rest;
}

function readOwn(own: string, text: string): TargetPhrase[] {
  const times = readTimes(own);
  const words = readTargetWords(times.rest, times.baseYear !== null);
  // 計画期間：… 2年間 tells how long the plan is, not what it wants.
  const figures = takeFigures(words.rest).filter(({ figure }) => times.from === null || !figure.text.endsWith("年間"));
  const base: TargetPhrase = { ...nothing(text), deadline: times.deadlines[0]?.year ?? null, from: times.from, baseYear: times.baseYear };
  if (figures.length === 0) {
    if (words.change !== null || words.isAgainstPrevious || words.isAgainstBase || (times.baseYear !== null && words.direction !== null))
      return [
        {
          ...base,
          kind: words.isAgainstPrevious ? "against-previous-year" : "against-baseline",
          comparison: words.direction,
          change: words.change,
          group: groupOf(words.rest),
          words: clean(words.rest),
        },
      ];
    if (words.direction !== null || words.isDirection)
      return [
        {
          ...base,
          kind: words.isInitiative ? "initiative" : "direction-only",
          comparison: words.isInitiative ? null : words.direction,
          group: groupOf(words.rest),
          words: clean(words.rest),
        },
      ];
    // 令和2年度の水準を維持, 維持: the baseline is all there is to compare with.
    const isKept = words.isEveryYear && words.rest.trim() === "" && /維持/.test(own);
    if (isKept || (times.baseYear !== null && KEPT.test(own)))
      return [{ ...base, kind: "against-baseline", comparison: /以上|上回/.test(own) ? "at-least" : /以下|下回/.test(own) ? "at-most" : null, words: clean(words.rest) }];
    return words.isInitiative && !LABEL.test(own) ? [{ ...base, kind: "initiative", words: clean(words.rest) }] : [];
  }
  return figures.map(({ figure, before, after, start }) => {
    const deadline = pickDeadline(times.deadlines, start)?.year ?? null;
    const change = words.change !== null ? words.change : null;
    const kind: TargetKind | null = words.isAgainstPrevious
      ? "against-previous-year"
      : change !== null || times.baseYear !== null || words.isAgainstBase
        ? "against-baseline"
        : words.isPeriodAverage || times.whole === "average"
          ? "period-average"
          : words.isCumulative || times.whole === "sum"
            ? "cumulative"
            : words.isEveryYear
              ? "every-year"
              : deadline !== null || words.isFinalYear
                ? "final-year"
                : null;
    return {
      ...base,
      kind,
      comparison: comparisonOf(figure, after) ?? words.reach,
      value: figure.value,
      unit: figure.unit,
      step: figure.step,
      deadline,
      change,
      group: groupOf(before),
      ...(figure.per ? { per: figure.per } : {}),
      words: clean(figure.per ? before.replace(PER_WORDS, "") : before),
    };
  });
}

interface Times {
  readonly deadlines: readonly { readonly year: FiscalYear; readonly at: number }[];
  readonly from: FiscalYear | null;
  readonly baseYear: FiscalYear | null;
  /** 2016年度から2020年度までの5年間で: the target is for the period as one. */
  readonly whole: "sum" | "average" | null;
  /** The text with the periods blanked out, so that positions keep. */
  readonly rest: string;
}

function readTimes(text: string): Times {
  const deadlines: { year: FiscalYear; at: number }[] = [];
  let from: FiscalYear | null = null;
  let baseYear: FiscalYear | null = null;
  let rest = text;
  let whole: Times["whole"] = null;
  const blank = (start: number, end: number, trailing: RegExp) => {
    const more = trailing.exec(text.slice(end))?.[0].length ?? 0;
    rest = rest.slice(0, start) + " ".repeat(end + more - start) + rest.slice(end + more);
  };
  const range = readPeriodRange(text);
  const rangeAt = range ? text.indexOf(range.text) : -1;
  if (range && rangeAt >= 0) {
    const end = rangeAt + range.text.length;
    if (/^\s*(?:の?(?:平均|実績))/.test(text.slice(end)) && /比|から|対/.test(text.slice(end))) baseYear = closingYear(range.to);
    else {
      from = fiscalYear(fiscalYearOfPeriod(range.from));
      deadlines.push({ year: closingYear(range.to), at: rangeAt });
      if (/年間$/.test(range.text)) whole = /^\s*の?平均/.test(text.slice(end)) ? "average" : "sum";
    }
    blank(rangeAt, end, baseYear === null ? /^\s*(?:までに?|の間に?)/ : /^\s*(?:の?(?:平均|実績)値?)?(?:から|比(?!率)|対比|に対し)?/);
  }
  for (const found of findPeriods(rest)) {
    if (range && rangeAt >= 0 && found.start < rangeAt + range.text.length && found.end > rangeAt) continue;
    const after = text.slice(found.end);
    if (BASE_BEFORE.test(text.slice(0, found.start)) || BASE_AFTER.test(after)) {
      baseYear = fiscalYear(fiscalYearOfPeriod(found.period));
      blank(found.start, found.end, /^\s*(?:の?(?:実績|現状|水準|平均|数値)値?)?\s*(?:[(][^()]*[)])?\s*(?:比(?!率)|対比|より)?/);
    } else if (FROM_AFTER.test(after)) {
      from = fiscalYear(fiscalYearOfPeriod(found.period));
      blank(found.start, found.end, /^\s*(?:以降|から|より)/);
    } else {
      deadlines.push({ year: closingYear(found.period), at: found.start });
      blank(found.start, found.end, /^\s*(?:中|末)?(?:までに?|を目途に?|を目標に?|において|時点で|には?)?/);
    }
  }
  rest = rest.replace(MONTH_DAY, (found) => " ".repeat(found.length));
  return { deadlines, from, baseYear, whole, rest };
}

/** A target for April 1 is met, or not, by what the year before it has done. */
function closingYear(period: Period): FiscalYear {
  const year = fiscalYearOfPeriod(period);
  return fiscalYear(period.date?.endsWith("-04-01") ? year - 1 : year);
}

function pickDeadline(deadlines: Times["deadlines"], at: number): Times["deadlines"][number] | undefined {
  let last: Times["deadlines"][number] | undefined;
  for (const deadline of deadlines) if (deadline.at <= at) last = deadline;
  return last ?? deadlines[0];
}

function comparisonOf(figure: ScannedFigure, after: string): Comparison | null {
  const words = figure.targetWords ?? "";
  if (/以上|上回/.test(words)) return "at-least";
  if (/以下|以内|超えない/.test(words)) return "at-most";
  if (/未満|下回/.test(words)) return "less-than";
  if (/超/.test(words)) return "more-than";
  if (/^\s*(?:まで|に|程度に|へ)\s*(?:縮減|削減|抑|低減|短縮|減ら|引き?下げ)/.test(after)) return "at-most";
  if (/^\s*(?:まで|に|程度に|へ)\s*(?:増|向上|引き?上げ|高め|拡大)/.test(after)) return "at-least";
  return null;
}

function groupOf(words: string): Group {
  const isMale = /男/.test(words.replace(/男女/g, ""));
  const isFemale = /女/.test(words.replace(/男女|女性(?:職員)?の?(?:割合|比率|登用)|占める女性|女性管理職/g, ""));
  return isMale !== isFemale ? { sex: isMale ? "male" : "female" } : {};
}

function clean(words: string): string {
  return words
    .replace(/\(\s*\)/g, "")
    .replace(/^\s*(?:\(?\d{1,2}\)|[①-⑳])/, "")
    .replace(/^[\s:、,/・()→⇒]+/, "")
    .replace(/^(?:かつ|及び|又は|で|から|と|に)(?=\s|$|月|年)/, "")
    .replace(/[\s:、,/(はをが]+$/g, "")
    .replace(/^([^()]*)\)/, "$1")
    .replace(/(?:数値)?目標(?:値)?$/, "")
    .replace(/\s+/g, "");
}

function nothing(text: string): TargetPhrase {
  return {
    kind: null,
    comparison: null,
    value: null,
    unit: null,
    step: null,
    deadline: null,
    from: null,
    baseYear: null,
    change: null,
    group: {},
    words: "",
    text: text.trim(),
    isNone: false,
    isReference: false,
  };
}
