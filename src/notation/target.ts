import type { Unit } from "../model/figure";
import type { Group } from "../model/observation";
import type { FiscalYear } from "../model/period";
import type { Comparison, TargetKind } from "../model/plan";
import type { ScannedFigure } from "./figure-at";
import { readNoDataMark } from "./no-data";
import { stripNumbering, unifyWidth } from "./normalize";
import { readTargetWords } from "./target-words";
import { takeFigures, type TargetFigure } from "./target-figures";
import { OLD, readTimes, REVISED, shareTimes } from "./target-times";

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
  /** 現状値から2日増: the change wanted as an amount, in `unit`; negative is less. */
  readonly changeBy?: number;
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
const KEPT = /維持|以上|以下|上回|下回/;
const TIME_BRACKET = /\d[^()]*[(][^()]*年[^()]*[)]$/;
// 年平均15日以上（対前年度比増）: the average is what is to be reached, the bracket wishes for more of it.
const WISH_BEHIND_LEVEL = /(?<=(?:平均|年間?|月間?|当たり|あたり)\s*[\d.]+\s*(?:日|時間)\s*(?:以上|以下|以内)\s*)[(]対?前年[^()\d]*[)]/g;
const OWN_LAW = /特定事業主行動計画/;

/** 当初25％, 改定前 25％, 25％→: the target that another one took the place of. */
const isReplaced = ({ before, after }: TargetFigure): boolean => OLD.test(before) || /^\s*[→⇒]/.test(after);

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
  const stated = splitByTime(unwrap(own))
    .flatMap((clause) => readOwn(clause, text.trim()))
    .map((phrase) => (isReference ? { ...phrase, isReference } : phrase));
  return [...stated, ...phrases];
}

function unwrap(text: string): string {
  const inner = (WRAPPED.exec(text)?.[1] ?? text).replace(LEAD, "").trim();
  const { numbering, rest } = stripNumbering(inner);
  return numbering === "" ? inner : rest;
}

/** 140時間以下（令和7年度まで）、0人（毎年度）: a target for every year and one with a deadline, each with its own bracket, are two clauses. */
function splitByTime(own: string): readonly string[] {
  const clauses = own.split(/(?<=[)])\s*[、,]\s*/);
  if (clauses.length < 2 || !clauses.every((clause) => TIME_BRACKET.test(clause))) return [own];
  return new Set(clauses.map((clause) => readTargetWords(clause).isEveryYear)).size > 1 ? clauses : [own];
}

function readOwn(stated: string, text: string): TargetPhrase[] {
  const own = stated.replace(WISH_BEHIND_LEVEL, (wish) => " ".repeat(wish.length));
  const times = readTimes(own);
  const words = readTargetWords(times.rest, times.baseYear !== null);
  // 計画期間：… 2年間 tells how long the plan is, not what it wants.
  const figures = takeFigures(words.rest, REVISED.test(own)).filter(({ figure }) => !figure.text.endsWith("年間") || times.points.every(({ role }) => role !== "from"));
  const base: TargetPhrase = { ...nothing(text), ...shareTimes(times, [], own)[0]!, baseYear: times.baseYear };
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
  const shared = shareTimes(times, figures, own);
  // 25%→30%（改定） without a year: when the new one began to count is not said, so only the end of the plan can tell.
  const isUndatedRevision = figures.length > 1 && REVISED.test(own) && shared.every(({ from }) => from === null) && figures.some(isReplaced);
  return (isUndatedRevision ? figures.filter((one) => !isReplaced(one)) : figures).map((one) => {
    const { figure, before, after } = one;
    const { deadline, from } = shared[figures.indexOf(one)]!;
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
              : deadline !== null || words.isFinalYear || isUndatedRevision
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
      from,
      change,
      ...(kind?.startsWith("against") === true && change === null ? changeByOf(figure, after) : {}),
      group: groupOf(before),
      ...(figure.per ? { per: figure.per } : {}),
      words: clean(figure.per ? before.replace(PER_WORDS, "") : before),
    };
  });
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

/** 2日増, 5ポイント以上向上, 3人減. */
function changeByOf({ value, unit, sign }: ScannedFigure, after: string): { readonly changeBy?: number } {
  if (value === null || unit === "ratio") return {};
  const amount = (unit === "points" ? 0.01 : 1) * Math.abs(value);
  if (sign !== undefined) return { changeBy: sign === "+" ? amount : -amount };
  if (/^\s*(?:以上|程度)?\s*(?:の|を)?\s*(?:増|向上|引き?上げ|拡大|上昇|アップ)/.test(after)) return { changeBy: amount };
  return /^\s*(?:以上|程度)?\s*(?:の|を)?\s*(?:減|縮減|削減|低減|引き?下げ|短縮|ダウン)/.test(after) ? { changeBy: -amount } : {};
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
