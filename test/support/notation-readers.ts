import { readCaption } from "../../src/notation/caption";
import { readEvaluationScale, readEvaluationSign, readEvaluationWords } from "../../src/notation/evaluation";
import { looksLikeLabelFigure, readFigures } from "../../src/notation/figure";
import { readHeadcount } from "../../src/notation/headcount";
import { looksLikeLabel, readLabel, splitLabelTarget } from "../../src/notation/label";
import { readHeadingRole } from "../../src/notation/label-roles";
import { readLegend } from "../../src/notation/legend";
import { readNoDataMark } from "../../src/notation/no-data";
import { compactText, normalizeText, stripNumbering, unifyWidth } from "../../src/notation/normalize";
import { readNumberFormat } from "../../src/notation/number-format";
import { readMonth, readPeriod } from "../../src/notation/period";
import { readPeriodRange } from "../../src/notation/period-range";
import { readBarePeriod, readLaw, readPlanPeriod, readPlanPeriods } from "../../src/notation/plan-period";
import { readProgressHead } from "../../src/notation/progress-head";
import { readTargets } from "../../src/notation/target";
import { findTargetSentences, statesRevision } from "../../src/notation/target-sentence";
import { readTimes } from "../../src/notation/target-times";
import { readTargetKindOfHeadings, readTargetWords } from "../../src/notation/target-words";

/** 読み手の一覧 — every reader of notations by its name, each of which takes any text. */
export const notationReaders: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ["compactText", compactText],
  ["findTargetSentences", findTargetSentences],
  ["looksLikeLabel", looksLikeLabel],
  ["looksLikeLabelFigure", looksLikeLabelFigure],
  ["normalizeText", normalizeText],
  ["readBarePeriod", readBarePeriod],
  ["readCaption", readCaption],
  ["readEvaluationScale", (text) => readEvaluationScale([text])],
  ["readEvaluationSign", readEvaluationSign],
  ["readEvaluationWords", readEvaluationWords],
  ["readFigures", (text) => readFigures({ value: text, text, format: "General" })],
  ["readFigures of a number", (text) => readFigures({ value: 12.5, text, format: text })],
  ["readHeadcount", readHeadcount],
  ["readHeadingRole", readHeadingRole],
  ["readLabel", readLabel],
  ["readLaw", readLaw],
  ["readLegend", readLegend],
  ["readMonth", readMonth],
  ["readNoDataMark", readNoDataMark],
  ["readNumberFormat", readNumberFormat],
  ["readPeriod", readPeriod],
  ["readPeriodRange", readPeriodRange],
  ["readPlanPeriod", (text) => readPlanPeriod(`計画期間${text}`)],
  ["readPlanPeriods", readPlanPeriods],
  ["readProgressHead", readProgressHead],
  ["readTargetKindOfHeadings", (text) => readTargetKindOfHeadings([text])],
  ["readTargets", readTargets],
  ["readTargetWords", readTargetWords],
  ["readTimes", readTimes],
  ["splitLabelTarget", splitLabelTarget],
  ["statesRevision", statesRevision],
  ["stripNumbering", stripNumbering],
  ["unifyWidth", unifyWidth],
];

/** 繰り返す断片 — pieces of notation which, repeated, are the hardest for a reader that tries every way through a text. */
export const notationPieces: readonly string[] = [
  "1",
  "1 ",
  "(",
  "((1)",
  "年",
  "1年",
  "1年1",
  "H",
  "H1",
  "令和",
  "令和3年度",
  "元",
  " ",
  "　",
  "※",
  "1,",
  "該当",
  "以上",
  "%",
  "1%",
  "目標",
  "【目標",
  "～",
  "1～",
  "－",
  "「－」",
  "人/",
  "男性",
  "の",
  "まで",
  "2020",
  "現状",
  "前年度",
  "から",
  "/",
  "÷",
  "[",
  "・",
  "、",
  "令和3年4月1日",
  "12日と3時間",
  "5人/10人",
  "第1期",
  "#,##0;",
  '"人"',
];
