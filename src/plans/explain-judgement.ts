import type { Sentence } from "../model/finding";
import type { JudgementStatus, Plan } from "../model/plan";
import { renderQuantity, renderYear } from "../notation/render-quantity";
import type { Actual } from "./actual";
import type { PlanYearCase } from "./plan-year-case";
import { renderGoal } from "./render-goal";

/** 判定の理由 — one plain sentence with the figures of this sheet. */
export function explainJudgement(c: PlanYearCase, status: JudgementStatus, row: string): Sentence {
  const said = explainStatus(c, status, row);
  const moved = c.movedByOne;
  // What is not judged has no trend to be mistaken for one.
  if (moved === null || !NAMES_A_FIGURE.has(status)) return said;
  const points = `${moved > 0 ? "+" : "−"}${(Math.abs(moved) * 100).toFixed(1)}`;
  return {
    ja: `${said.ja}前年度からの変化（${points}ポイント）は、対象者1人分以内の変化です。`,
    en: `${said.en} The change from the year before (${points} points) is no more than one person makes.`,
  };
}

const NAMES_A_FIGURE: ReadonlySet<JudgementStatus> = new Set(["met", "missed", "missed-by-rounding", "in-progress", "met-early", "improved", "worsened"]);

function explainStatus(c: PlanYearCase, status: JudgementStatus, row: string): Sentence {
  const year = renderYear(c.year);
  switch (status) {
    case "baseline":
      if (!c.plan) return { ja: `${year.ja}は策定時の値のため、判定しません。`, en: `The figure of ${year.en} is the baseline of the plan; it is not judged.` };
      return {
        ja: `${year.ja}は計画期間（${renderSpan(c.plan).ja}）より前のため、策定時値として扱います。`,
        en: `${year.en} lies before the plan (${renderSpan(c.plan).en}); the figure is the baseline.`,
      };
    case "out-of-period":
      return explainOutside(c);
    case "expired":
      return {
        ja: `期限（${renderYear(lastYear(c)).ja}）を過ぎた目標です。次期計画の目標を登録してください。`,
        en: `The target was due by ${renderYear(lastYear(c)).en}. Please enter the target of the next plan.`,
      };
    case "no-target":
      return { ja: "数値の目標がないため、判定しません。", en: "There is no target to judge by." };
    case "initiative":
      return {
        ja: `目標が取組（${renderGoal(c.target).ja}）のため、数値での判定はしません。`,
        en: `The target is a measure to be taken (${renderGoal(c.target).en}); it is not judged by a figure.`,
      };
    case "conflict":
      return { ja: `数値が食い違っているため、判定しません。${c.conflict?.ja ?? ""}`, en: `The figures contradict each other, so nothing is judged. ${c.conflict?.en ?? ""}` };
    case "unknown":
      return c.actual
        ? { ja: `${year.ja}の実績が把握されていないため、判定しません。未達には数えません。`, en: `The figure for ${year.en} is not known; it does not count as missed.` }
        : { ja: `${year.ja}の実績が見つからないため、判定しません。未達には数えません。`, en: `No figure for ${year.en} was found; it does not count as missed.` };
    case "pending":
      return { ja: `${year.ja}の実績がまだ入力されていません。`, en: `The figure for ${year.en} has not been entered yet.` };
    case "not-applicable":
      return explainNobody(c);
    case "not-comparable":
      return explainIncomparable(c, row);
    case "improved":
    case "unchanged":
    case "worsened":
      return explainTrend(c, status);
    default:
      return explainOutcome(c, status);
  }
}

function explainOutside(c: PlanYearCase): Sentence {
  const year = renderYear(c.year);
  if (!c.isAfterPlan) return { ja: `${year.ja}はまだ始まっていないため、判定しません。`, en: `${year.en} has not begun yet.` };
  const end =
    c.target.deadline !== null
      ? { ja: `目標の期限（${renderYear(c.target.deadline).ja}）`, en: `the target's deadline (${renderYear(c.target.deadline).en})` }
      : { ja: `計画期間（${renderSpan(c.plan).ja}）`, en: `the plan (${renderSpan(c.plan).en})` };
  return { ja: `${year.ja}は${end.ja}より後のため、別の目標で判定します。`, en: `${year.en} lies after ${end.en}; it is judged by another target.` };
}

function explainNobody(c: PlanYearCase): Sentence {
  const isCount = c.target.unit === "people" || c.target.unit === "cases";
  return {
    ja: `対象者がいない年度のため、達成にも未達にも数えません。${isCount ? `人数の目標（${c.target.text}）は、対象者がいる年度に確かめてください。` : ""}`,
    en: `Nobody was eligible this year; it counts neither as met nor as missed.${isCount ? ` The target in people (${c.target.text}) stands for years with someone eligible.` : ""}`,
  };
}

function explainIncomparable(c: PlanYearCase, row: string): Sentence {
  if (row !== "D08" && c.incomparable) return c.incomparable;
  if (c.kind === "direction-only" && c.reference)
    return {
      ja: `目標が「${renderGoal(c.target).ja}」のため達成・未達の判定はしません。増減のどちらが望ましいかが決まらないため、比べません。`,
      en: `The target ${renderGoal(c.target).en} states no number, and nothing tells which way would be better.`,
    };
  if (c.kind === "direction-only")
    return {
      ja: `目標が「${renderGoal(c.target).ja}」のため達成・未達の判定はしません。比べられる前の年度の実績がありません。`,
      en: `The target ${renderGoal(c.target).en} states a direction only, and there is no earlier figure to compare with.`,
    };
  if (c.kind === "against-previous-year")
    return {
      ja: `目標は「${renderGoal(c.target).ja}」ですが、前年度の実績がないため判定できません。`,
      en: `The target is ${renderGoal(c.target).en}, but there is no figure for the year before.`,
    };
  if (c.kind === "against-baseline")
    return {
      ja: `目標は「${renderGoal(c.target).ja}」ですが、基準となる年度の実績がないため判定できません。`,
      en: `The target is ${renderGoal(c.target).en}, but there is no figure for the base year.`,
    };
  return {
    ja: `期間を通した値を出せないため判定できません。各年度の人数がそろっているか確認してください。`,
    en: `The figure for the whole period cannot be worked out. Please check that every year has its people.`,
  };
}

function explainTrend(c: PlanYearCase, status: "improved" | "unchanged" | "worsened"): Sentence {
  const from = c.reference!;
  const unit = c.actual!.unit;
  const before = renderQuantity(from.value, unit);
  const now = renderQuantity(rawOf(c.actual!), unit);
  const base = from.isBaseline ? { ja: "策定時値", en: "baseline" } : { ja: "前の年度", en: "earlier year" };
  const said = {
    improved: { ja: `から${now.ja}へ改善しています`, en: `to ${now.en}: improved` },
    unchanged: { ja: `から${now.ja}で横ばいです`, en: `to ${now.en}: unchanged` },
    worsened: { ja: `から${now.ja}へ悪化しています`, en: `to ${now.en}: worsened` },
  }[status];
  return {
    ja: `目標が「${renderGoal(c.target).ja}」のため、達成・未達の判定はしません。${base.ja}（${renderYear(from.fiscalYear).ja} ${before.ja}）${said.ja}。`,
    en: `The target ${renderGoal(c.target).en} states a direction only. From the ${base.en} (${renderYear(from.fiscalYear).en} ${before.en}) ${said.en}.`,
  };
}

function explainOutcome(c: PlanYearCase, status: JudgementStatus): Sentence {
  const figure = renderFigure(c);
  const over =
    c.kind === "cumulative"
      ? { ja: `${c.years}年間の累計`, en: ` over ${c.years} ${c.years === 1 ? "year" : "years"}` }
      : c.kind === "period-average"
        ? { ja: `${c.years}年間の平均`, en: ` on average over ${c.years} ${c.years === 1 ? "year" : "years"}` }
        : { ja: "", en: "" };
  const value = { ja: `${over.ja}${figure.ja}`, en: `${figure.en}${over.en}` };
  const gap = renderGap(c);
  const goal = renderGoal(c.target);
  const deadline = renderYear(lastYear(c));
  const pace =
    c.pace === "ahead"
      ? { ja: "目標への直線より先に進んでいます。", en: " Ahead of the straight line to the target." }
      : c.pace === "behind"
        ? { ja: "目標への直線より遅れています。", en: " Behind the straight line to the target." }
        : { ja: "", en: "" };
  switch (status) {
    case "met":
      return { ja: `${value.ja}で、目標（${goal.ja}）を満たしています。`, en: `${value.en} meets the target (${goal.en}).` };
    case "missed":
      return {
        ja: `${value.ja}で、目標（${goal.ja}）${isLimit(c) ? "を満たしていません" : "に届いていません"}。${gap.ja}`,
        en: `${value.en} ${isLimit(c) ? "is above" : "does not reach"} the target (${goal.en}).${gap.en}`,
      };
    case "missed-by-rounding":
      return {
        ja: `表示では目標（${goal.ja}）に届いていますが、端数まで計算すると${value.ja}で届いていません。${gap.ja}`,
        en: `As shown it reaches the target (${goal.en}), but unrounded it is ${value.en} and does not.${gap.en}`,
      };
    case "met-early":
      return {
        ja: `期限（${deadline.ja}）より前に、${value.ja}で目標（${goal.ja}）を満たしています。`,
        en: `${value.en} meets the target (${goal.en}) before its deadline (${deadline.en}).`,
      };
    default:
      if (c.kind === "cumulative" || c.kind === "period-average")
        return {
          ja: `${c.kind === "cumulative" ? "累計" : "平均"}で判定する目標（${goal.ja}）の途中です。${c.outcome ? `ここまでの${value.ja}です。` : ""}`,
          en: `The target (${goal.en}) is judged over the whole period.${c.outcome ? ` So far ${value.en}.` : ""}`,
        };
      if (c.isRunning && !(c.isBeforeDeadline && (c.kind === "final-year" || c.kind === "against-baseline")))
        return {
          ja: `${renderYear(c.year).ja}はまだ終わっていないため、途中経過です。${value.ja}で、目標は${goal.ja}です。${gap.ja}`,
          en: `${renderYear(c.year).en} has not ended yet: ${value.en} so far, target ${goal.en}.${gap.en}`,
        };
      return {
        ja: `期限（${deadline.ja}）前の途中経過です。${value.ja}で、目標は${goal.ja}です。${gap.ja}${pace.ja}`,
        en: `On the way to the deadline (${deadline.en}): ${value.en}, target ${goal.en}.${gap.en}${pace.en}`,
      };
  }
}

function renderFigure(c: PlanYearCase): Sentence {
  const unit = c.actual!.unit;
  const value = c.outcome?.value ?? rawOf(c.actual!);
  const shown = renderQuantity(value, unit);
  const needsDigits = c.outcome !== undefined && !c.outcome.meets && c.outcome.meetsAsShown;
  const exact = needsDigits ? `${(unit === "ratio" ? value * 100 : value).toFixed(3)}${unit === "ratio" ? "%" : ""}` : undefined;
  const counts = c.outcome?.counts;
  const people = counts ? { ja: `（${counts.numerator}人/${counts.denominator}人）`, en: ` (${counts.numerator} of ${counts.denominator})` } : { ja: "", en: "" };
  return { ja: `${exact ?? shown.ja}${people.ja}`, en: `${exact ?? shown.en}${people.en}` };
}

function renderGap(c: PlanYearCase): Sentence {
  const gap = c.outcome?.gap;
  if (!gap) return { ja: "", en: "" };
  const counts = c.outcome?.counts;
  const isLess = isLimit(c);
  if (gap.value < 1e-9) return { ja: "ちょうど同じ値です。", en: " It is exactly the same." };
  if (gap.people !== null && counts) {
    const people = { ja: `対象${counts.denominator}人中あと${gap.people}人`, en: `of ${counts.denominator} people` };
    return isLess ? { ja: `${people.ja}少なければ届きます。`, en: ` ${gap.people} fewer ${people.en}.` } : { ja: `${people.ja}です。`, en: ` ${gap.people} more ${people.en}.` };
  }
  const size = gap.unit === "ratio" ? { ja: `${(gap.value * 100).toFixed(1)}ポイント`, en: `${(gap.value * 100).toFixed(1)} points` } : renderQuantity(gap.value, gap.unit);
  return isLess ? { ja: `${size.ja}超えています。`, en: ` Over by ${size.en}.` } : { ja: `あと${size.ja}です。`, en: ` Short by ${size.en}.` };
}

/** A target that sets an upper limit. */
function isLimit(c: PlanYearCase): boolean {
  return c.outcome?.threshold.comparison === "at-most" || c.outcome?.threshold.comparison === "less-than";
}

function rawOf(actual: Actual): number {
  return actual.counts ? actual.counts.numerator / actual.counts.denominator : (actual.value ?? 0);
}

function lastYear(c: PlanYearCase): number {
  return c.target.deadline ?? c.plan?.to ?? c.year;
}

/** 計画期間を言葉にする — 令和5年度〜令和6年度. */
export function renderSpan(plan: Plan | null): Sentence {
  const from = yearOrNothing(plan?.from ?? null);
  const to = yearOrNothing(plan?.to ?? null);
  return { ja: `${from.ja}〜${to.ja}`, en: `${from.en}–${to.en}` };
}

function yearOrNothing(year: number | null): Sentence {
  return year === null ? { ja: "", en: "" } : renderYear(year);
}
