import { type DatedEntry, findProgress, isOnLine, type ProgressLine } from "../../checks/relations/progress";
import { saysSomething } from "../../checks/relations/progress-words";
import type { Place } from "../../model/cell";
import type { Judgement } from "../../model/plan";
import type { ProgressField } from "../../model/progress";
import type { Inspection } from "../inspection";

/** 書かれた記入 — a text for a column to write in; `at` is where it was taken from. */
export interface WrittenEntry {
  readonly text: string;
  readonly at?: Place;
}

/** What stands in 原因・背景, 今後の取組, 担当課. */
const FIELDS: readonly ProgressField[] = ["cause", "next", "section"];

/**
 * 自組織の記入をさがす — what the organisation wrote of a target and year in its own progress sheet: cause, next measures, section.
 *
 * none  undefined for each of the three that is not written there
 */
export function findWrittenEntries({ reading, profile }: Pick<Inspection, "reading" | "profile">): (judgement: Judgement) => readonly (WrittenEntry | undefined)[] {
  const lines = findProgress(reading, profile).flatMap((sheet) => sheet.lines);
  return (judgement) => {
    const beside = findLines(lines, judgement);
    return FIELDS.map((field) => {
      // A section answers for its target in every year.
      const isOfYear = ({ year }: DatedEntry): boolean => field === "section" || year === judgement.fiscalYear;
      const found = beside.flatMap(({ entries }) => entries).find((entry) => entry.field === field && isOfYear(entry) && saysSomething(entry));
      return found && { text: found.text, at: found.at };
    });
  };
}

/** The lines of the figure, or else those of the target. */
function findLines(lines: readonly ProgressLine[], { actual, target }: Judgement): readonly ProgressLine[] {
  const own = actual ? lines.filter((line) => isOnLine(actual.at, line)) : [];
  return own.length > 0 ? own : lines.filter((line) => isOnLine(target.at, line));
}
