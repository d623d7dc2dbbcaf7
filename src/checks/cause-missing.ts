import { placeKey } from "../model/cell";
import { fiscalYearOfDate } from "../notation/period";
import { defineCheck } from "./define-check";
import type { JudgedProgress } from "./relations/judged-progress";
import type { Reading } from "../model/reading";
import { type DatedEntry, isOnLine, type ProgressLine, type ProgressSheet } from "./relations/progress";
import { saysSomething, tellsWhy } from "./relations/progress-words";
import { renderFiscalYear, renderStated } from "./relations/render";

/**
 * 原因の空欄 — a missed target of the organisation's own progress sheet beside which the column for the cause is left blank.
 *
 * looks at  progress sheets with a column such as 未達成の原因, in ended years whose figures miss the target with certainty
 * silent    sheets without such a column; a cause in another column of the item (課題, 備考, 実施状況) or in a note; 別紙参照;
 *           a year that has just ended and of which nothing is written yet; a dash alone is only information
 * source    follow-up of missed targets: each with its cause and what is done next
 */
export const causeMissing = defineCheck({
  id: "cause-missing",
  severity: "warning",
  cause: "text",
  needs: ["judgedProgress", "reading", "asOf"],
  *run({ judgedProgress, reading, asOf }) {
    const told = new Set<string>();
    for (const judged of judgedProgress) {
      const { line, year, verdict, judgement, actual, entries } = judged;
      const thisYear = fiscalYearOfDate(asOf);
      if (verdict !== "missed" || year >= thisYear) continue;
      const [cause] = entries.filter(({ field }) => field === "cause");
      if (!cause || told.has(placeKey(cause.at)) || hasCause(judged, reading)) continue;
      if (cause.text === "" && year === thisYear - 1 && !isBegun(line.sheet, year)) continue;
      told.add(placeKey(cause.at));
      yield {
        at: cause.at,
        about: actual,
        related: [actual, judgement.target.at],
        severity: cause.text === "" ? "warning" : "info",
        facts: { heading: cause.heading, said: cause.text, year: renderFiscalYear(year), target: judgement.target.text, actual: renderStated(actual) },
      };
    }
  },
  say: {
    ja: (f) =>
      f.said === ""
        ? `${f.year.ja}の実績〔${f.actual}〕は目標〔${f.target}〕に届いていませんが、『${f.heading}』が空欄です。原因を記入してください。`
        : `${f.year.ja}の実績〔${f.actual}〕は目標〔${f.target}〕に届いていませんが、『${f.heading}』は〔${f.said}〕です。原因の記入が要らないか確認してください。`,
    en: (f) =>
      f.said === ""
        ? `The figure of ${f.year.en} (${f.actual}) misses the target (${f.target}), but "${f.heading}" is blank. Please write the cause.`
        : `The figure of ${f.year.en} (${f.actual}) misses the target (${f.target}), but "${f.heading}" only says "${f.said}". Please confirm that no cause is needed.`,
  },
});

/** The cause stands in its own cell, in another one of the item, in that of a line under the same heading or of the same indicator, or in a note. */
function hasCause({ line, year, entries, actual }: JudgedProgress, reading: Reading): boolean {
  const { sheet, item } = line;
  const ofYear = [...entries, ...line.entries.filter((entry) => entry.year === undefined || entry.period === undefined)];
  if (ofYear.some(tellsCause)) return true;
  const parts = reading.observations.filter((o) => o.table === actual.table && o.indicator === actual.indicator && o.group.sex === actual.group.sex && o.role !== "target");
  const under = sheet.lines.filter((other) => other !== line && (isSameItem(other, item.headedBy) || parts.some((o) => isOnLine(o.at, other))));
  if (under.some((other) => other.entries.some((entry) => entry.year === year && entry.field === "cause" && saysSomething(entry)))) return true;
  return sheet.texts.some(({ at, text }) => at.sheet === actual.at.sheet && /原因|要因|理由/.test(text) && /別紙|別添|別表|下記|以下|次のとおり|参照|のため/.test(text));
}

function tellsCause(entry: DatedEntry): boolean {
  if (entry.field === "cause" || entry.field === "comment") return saysSomething(entry);
  return entry.field !== "section" && entry.field !== "measure" && (/課題/.test(entry.heading) ? saysSomething(entry) : tellsWhy(entry.text));
}

function isSameItem({ item }: ProgressLine, headedBy: ProgressLine["item"]["headedBy"]): boolean {
  return headedBy !== undefined && item.headedBy !== undefined && placeKey(item.headedBy) === placeKey(headedBy);
}

function isBegun(sheet: ProgressSheet, year: number): boolean {
  return sheet.lines.some(({ entries }) => entries.some((entry) => entry.year === year && entry.field !== "section" && entry.field !== "measure" && entry.text !== ""));
}
