import { readCaption } from "../../src/notation/caption";
import { readFigures } from "../../src/notation/figure";
import { readHeadcount } from "../../src/notation/headcount";
import { readLegend } from "../../src/notation/legend";
import { compactText, normalizeText, stripNumbering } from "../../src/notation/normalize";
import { readMonth, readPeriod } from "../../src/notation/period";
import { readPeriodRange } from "../../src/notation/period-range";
import { readPlanPeriod } from "../../src/notation/plan-period";
import { readTargets } from "../../src/notation/target";
import { spentOn } from "../support/spent-time";

const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ["readCaption", readCaption],
  ["readFigures", (text) => readFigures({ value: text, text, format: "General" })],
  ["readHeadcount", readHeadcount],
  ["readLegend", readLegend],
  ["normalizeText", normalizeText],
  ["compactText", compactText],
  ["stripNumbering", stripNumbering],
  ["readMonth", readMonth],
  ["readPeriod", readPeriod],
  ["readPeriodRange", readPeriodRange],
  ["readPlanPeriod", (text) => readPlanPeriod(`計画期間${text}`)],
  ["readTargets", readTargets],
];
const PIECES = [
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
];

test.each(READERS)("%s is done quickly with texts that repeat one piece", (_name, read) => {
  for (const length of [60, 190, 390, 1900, 30000]) {
    for (const piece of PIECES) {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      // A reader that tries every way through a text would take minutes.
      expect([piece, length, spentOn(() => read(text)) < 3000]).toEqual([piece, length, true]);
    }
  }
});
