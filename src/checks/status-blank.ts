import { readAddress } from "../model/cell";
import type { Observation } from "../model/observation";
import type { Target } from "../model/plan";
import type { ProgressField } from "../model/progress";
import type { Reading } from "../model/reading";
import { readEvaluationWords } from "../notation/evaluation";
import { fiscalYearOfDate, readPeriod } from "../notation/period";
import { findSpokenYear } from "../notation/judged-year";
import { defineCheck } from "./define-check";
import { type DatedEntry, isOnLine, type ProgressLine, type ProgressSheet } from "./relations/progress";
import { tellsEnd, tellsNew, tellsNothingDone } from "./relations/progress-words";
import { renderFiscalYear } from "./relations/render";

/** One column of a progress sheet: what each item writes there. */
interface Column {
  readonly year: number;
  readonly field: ProgressField;
  readonly heading: string;
  readonly cells: readonly { readonly line: ProgressLine; readonly entry: DatedEntry }[];
}

interface OwnFigures {
  readonly observations: readonly Observation[];
  readonly targets: readonly Target[];
}

const FEWEST = 2;

/**
 * 実施状況の空欄 — an item of a progress sheet whose 実施状況 or 評価 of an ended year is left blank while those of others are written.
 *
 * looks at  columns of which at least half is written, two cells or more
 * silent    wholly empty columns; lines that head others; merged cells and lines that go on under one heading and are never written;
 *           items that ended (廃止, 完了) or begin later; evaluations where there is no number to reach or nothing was done
 * source    follow-up by the committee: every measure with its status
 */
export const statusBlank = defineCheck({
  id: "status-blank",
  severity: "warning",
  cause: "text",
  needs: ["progress", "reading", "asOf", "profile"],
  *run({ progress, reading, asOf, profile }) {
    for (const sheet of progress) {
      let own: OwnFigures | undefined;
      const told = new Set<string>();
      for (const column of listColumns(sheet)) {
        if (column.year >= fiscalYearOfDate(asOf)) continue;
        const written = column.cells.filter(({ entry }) => entry.text !== "");
        const blank = column.cells.filter(({ entry }) => entry.text === "");
        if (written.length < FEWEST || blank.length > written.length || written.filter(({ entry }) => entry.isFigure).length * 2 > written.length) continue;
        for (const { line, entry } of blank) {
          const key = `${column.year}|${line.item.lines.join()}`;
          if (told.has(key) || !isAwaited(line, column, (period) => findSpokenYear(period, profile))) continue;
          if (column.field === "evaluation" && !isToEvaluate(line, column, (own ??= findOwnFigures(sheet, reading)))) continue;
          told.add(key);
          const others = line.entries.filter(
            (other) => other !== entry && other.year === entry.year && other.text === "" && (other.field === "status" || other.field === "evaluation"),
          );
          yield {
            at: entry.at,
            related: [written[0]!.entry.at],
            facts: {
              heading: [entry.heading, ...others.map(({ heading }) => heading)].join("』『"),
              label: line.item.label.replace(/\s+/g, " ").slice(0, 40),
              year: readPeriod(entry.heading) ? { ja: "", en: "" } : renderFiscalYear(column.year),
              written: written.length,
            },
          };
        }
      }
    }
  },
  say: {
    ja: (f) => `${f.year.ja === "" ? "" : `${f.year.ja}の`}『${f.heading}』が空欄です〔${f.label}〕。同じ欄は${f.written}件が記入されています。記入漏れがないか確認してください。`,
    en: (f) => `"${f.heading}"${f.year.en === "" ? "" : ` of ${f.year.en}`} is blank (${f.label}), while ${f.written} others are written. Please check that it was not forgotten.`,
  },
});

function findOwnFigures(sheet: ProgressSheet, { observations, targets }: Reading): OwnFigures {
  return { observations: observations.filter(({ table }) => table === sheet.table), targets: targets.filter(({ at }) => at.sheet === sheet.name) };
}

/** Status before evaluation, so that a line that lacks both is named at its status. */
function listColumns(sheet: ProgressSheet): readonly Column[] {
  if (sheet.axis === "whole") return [];
  const columns = new Map<string, Column & { cells: { line: ProgressLine; entry: DatedEntry }[] }>();
  for (const line of sheet.lines) {
    if (line.item.filled < 2) continue;
    for (const entry of line.entries) {
      if ((entry.field !== "status" && entry.field !== "evaluation") || entry.year === undefined) continue;
      const at = readAddress(entry.at.cell);
      const key = `${entry.field}|${entry.heading}|${entry.year}|${sheet.axis === "rows" ? at?.col : at?.row}`;
      const column = columns.get(key) ?? { year: entry.year, field: entry.field, heading: entry.heading, cells: [] };
      columns.set(key, column);
      column.cells.push({ line, entry });
    }
  }
  return [...columns.values()].sort((a, b) => Number(a.field === "evaluation") - Number(b.field === "evaluation"));
}

function isAwaited({ item, entries, sheet }: ProgressLine, column: Column, yearOf: (period: NonNullable<ReturnType<typeof readPeriod>>["period"]) => number | undefined): boolean {
  const texts = [item.label, ...entries.map(({ text }) => text)];
  if (texts.some(tellsEnd) || entries.some(({ field, text }) => field === "next" && tellsNew(text))) return false;
  const beginning = [item.label, ...entries.filter(({ field }) => field === "measure" || field === "comment" || field === "section").map(({ text }) => text)];
  if (beginning.some((text) => ((period) => period !== undefined && (yearOf(period.period) ?? 0) > column.year)(readPeriod(text)))) return false;
  const same = entries.filter((entry) => entry.field === column.field && entry.text !== "" && entry.year !== undefined);
  if (same.some(({ year }) => year! > column.year) && !same.some(({ year }) => year! < column.year)) return false;
  // 実施状況 written once for all lines under a heading.
  return item.isHeaded || sheet.axis === "columns" || column.cells.some(({ line, entry }) => !line.item.isHeaded && entry.text !== "");
}

/** Whether the line has something to evaluate: something was done, and where figures stand, a number to reach that is due. */
function isToEvaluate(line: ProgressLine, column: Column, own: OwnFigures): boolean {
  if (line.entries.some(({ field, year, text }) => field === "status" && year === column.year && tellsNothingDone(text))) return false;
  const figures = own.observations.filter((o) => o.role !== "target" && isOnLine(o.at, line));
  // 評価 may be only for the lines with figures.
  if (figures.length === 0 && !column.cells.some((other) => other.entry.text !== "" && !own.observations.some((o) => isOnLine(o.at, other.line)))) return false;
  if (figures.length > 0 && !figures.some((o) => o.state === "value" && o.period?.year !== undefined)) return false;
  const targets = own.targets.filter(({ at }) => isOnLine(at, line));
  if (targets.length === 0) return true;
  const isOfAchievement = column.cells.some(({ entry }) => readEvaluationWords(entry.text) !== undefined);
  return (
    !isOfAchievement ||
    targets.some(({ kind, value, deadline }) => kind !== "direction-only" && kind !== "initiative" && value !== null && (deadline === null || deadline <= column.year))
  );
}
