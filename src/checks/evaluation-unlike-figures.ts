import { placeKey } from "../model/cell";
import { type EvaluationMeaning, type EvaluationScale, readEvaluationScale, readEvaluationSign, readEvaluationWords } from "../notation/evaluation";
import { defineCheck } from "./define-check";
import type { JudgedProgress } from "./relations/judged-progress";
import type { DatedEntry } from "./relations/progress";
import { renderFiscalYear, renderStated } from "./relations/render";

/** Signs everybody knows, where the sheet explains none. */
const KNOWN: EvaluationScale = new Map([
  ["◎", "met"],
  ["○", "met"],
  ["×", "missed"],
]);
const LONGEST = 24;
const LONGEST_STATUS = 6;

/**
 * 数値と違う評価 — an evaluation that says achieved where the figures of the same year miss the target, or the other way round.
 *
 * looks at  evaluations in words (達成, 未達成) and in signs, as the legend of the sheet explains them, beside figures judged with certainty
 * silent    概ね達成; signs without a legend, but for ○ and × where the other lines agree; words on how work goes (順調, 計画どおり);
 *           evaluations of measures; merged over several targets; two targets judged differently
 * source    follow-up by the committee: evaluation and figures are read side by side
 */
export const evaluationUnlikeFigures = defineCheck({
  id: "evaluation-unlike-figures",
  severity: "warning",
  cause: "text",
  needs: ["judgedProgress", "reading"],
  *run({ judgedProgress, reading }) {
    const scales = new Map<string, EvaluationScale>();
    const everywhere = (): EvaluationScale => readEvaluationScale(reading.texts.map(({ text }) => text));
    const shared = countLines(judgedProgress);
    const cases: { readonly judged: JudgedProgress; readonly entry: DatedEntry; readonly meaning: EvaluationMeaning; readonly group: string | undefined }[] = [];
    for (const judged of judgedProgress) {
      const { name, legends } = judged.line.sheet;
      if (!scales.has(name)) {
        const own = readEvaluationScale(legends);
        scales.set(name, own.size > 0 ? own : everywhere());
      }
      for (const entry of judged.entries) {
        if (!isEvaluation(entry) || (shared.get(placeKey(entry.at)) ?? 0) > 1) continue;
        const read = readEvaluation(judged, entry, scales.get(name)!);
        if (read && read.meaning !== "near") cases.push({ judged, entry, meaning: read.meaning, group: read.isGuess ? `${judged.line.sheet.table}|${read.sign}` : undefined });
      }
    }
    const agreeing = new Map<string, number>();
    for (const { judged, meaning, group } of cases) if (group !== undefined) agreeing.set(group, (agreeing.get(group) ?? 0) + (judged.verdict === meaning ? 1 : -1));
    for (const { judged, entry, meaning, group } of cases) {
      if (judged.verdict === meaning || (group !== undefined && (agreeing.get(group) ?? 0) < 1)) continue;
      const { actual, judgement, year } = judged;
      yield {
        at: entry.at,
        about: actual,
        related: [actual, judgement.target.at],
        facts: {
          said: entry.text,
          heading: entry.heading,
          meaning,
          isSign: readEvaluationSign(entry.text) !== undefined,
          year: renderFiscalYear(year),
          target: judgement.target.text,
          actual: renderStated(actual),
        },
      };
    }
  },
  say: {
    ja: (f) =>
      `『${f.heading}』は〔${f.said}〕${f.isSign ? `（${f.meaning === "met" ? "達成" : "未達成"}）` : ""}ですが、${f.year.ja}の実績〔${f.actual}〕は目標〔${f.target}〕${f.meaning === "met" ? "に届いていません" : "を満たしています"}。評価か数値を確認してください。`,
    en: (f) =>
      `"${f.heading}" says "${f.said}"${f.isSign ? ` (${f.meaning})` : ""}, but the figure of ${f.year.en} (${f.actual}) ${f.meaning === "met" ? "misses" : "meets"} the target (${f.target}). Please check the evaluation or the figure.`,
  },
});

interface ReadEvaluation {
  readonly meaning: EvaluationMeaning;
  readonly sign: string;
  /** No legend says it: the other lines must agree. */
  readonly isGuess: boolean;
}

function readEvaluation({ line }: JudgedProgress, { text, heading }: DatedEntry, scale: EvaluationScale): ReadEvaluation | undefined {
  const sign = readEvaluationSign(text);
  if (sign === undefined) {
    const meaning = readEvaluationWords(text);
    return meaning && { meaning, sign: text, isGuess: false };
  }
  // 評価（○：達成 ×：未達成): the heading itself may explain it.
  const explained = readEvaluationScale([heading]);
  const legend = explained.size > 0 ? explained : scale;
  if (legend.has(sign)) {
    const meaning = legend.get(sign);
    return meaning && { meaning, sign, isGuess: false };
  }
  const known = legend.size > 0 || line.item.entries.some(({ field }) => field === "measure") ? undefined : KNOWN.get(sign);
  return known && { meaning: known, sign, isGuess: !/達成|達否/.test(heading) };
}

/** 進捗状況 may hold 達成 and 未達成 too, and nothing else of an evaluation. */
function isEvaluation({ field, text }: DatedEntry): boolean {
  if (field === "status") return text.length <= LONGEST_STATUS && readEvaluationWords(text) !== undefined;
  return field === "evaluation" && text !== "" && text.length <= LONGEST;
}

/** How many lines a merged evaluation speaks for. */
function countLines(judgedProgress: readonly JudgedProgress[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const sheet of new Set(judgedProgress.map(({ line }) => line.sheet)))
    for (const { entries } of sheet.lines) for (const { field, at } of entries) if (field === "evaluation") counts.set(placeKey(at), (counts.get(placeKey(at)) ?? 0) + 1);
  return counts;
}
