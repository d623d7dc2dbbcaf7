import { join } from "node:path";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { defaultProfile } from "../../src/model/profile";
import type { Workbook } from "../../src/model/workbook";
import { compareTruth } from "../support/compare-truth";
import { openKnownWorkbooks, USUAL_DAY } from "../support/known-workbooks";
import { mutations } from "../support/mutate-workbook";
import type { Truth } from "../support/truth";

const known = openKnownWorkbooks(join(__dirname, "../workbooks"));

// Where a way of writing takes away what a reader needs, or makes the sheet another one.
const SPARED: { readonly [mutation: string]: readonly string[] } = {
  // Three empty rows inside a table without any line around it are the end of the table.
  "wider gaps": ["remark-columns"],
  // Years without an era, in full width or typed as numbers are not rewritten.
  "three years later": [
    "target-in-label",
    "full-width",
    "headed-by-question",
    "dates-of-issue",
    "new-row-continuing-row",
    "sheets-slightly-different",
    "middle-and-final-targets",
    "prose-and-table",
    "tidy-months",
    "assembly-office-one-line-tables",
    "city-progress-with-annexes",
    "education-board-school-kinds-derivable",
    "fire-union-shifts-and-shifted-months",
    "hospital-jobs-durations-pay",
    "prefecture-triples-and-grades-by-sex",
    "town-few-people-years-down",
    "university-abc-rows-western-years",
    "waterworks-half-years-and-days-hours",
    "wide-union-previous-plan-columns",
    "agency-ranks-by-date-national",
    "assembly-secretariat-few-people",
    "city-sheet-per-year-small-tables",
    "education-school-kinds-by-month",
    "fire-union-ranks-and-stations",
    "ministry-bureau-hours-and-survey",
    "police-ranks-years-descending",
    "prefecture-two-row-heading",
    "town-target-row-under-actual",
    "village-disclosure-one-column",
    "waterworks-months-folded-by-section",
    "wide-area-union-two-plans-fill",
    "plan-period-by-length",
    "plan-section-per-plan",
    "plan-sentence-with-list",
    "plan-targets-by-sex-and-office",
    "plan-targets-per-occupation",
    "years-under-roles",
  ],
  // Bare 2024, 2024, 2024 over numbers is as well a row of figures.
  // 男性 written again over each of its columns, and no longer over the table, is a line of headings of the first table only.
  "headings merged no more but repeated": ["university-abc-rows-western-years", "university-two-tables-abreast"],
};

function misses(workbook: Workbook, truth: Truth): number {
  const { read, found, fills, judged, quiet, falseErrors } = compareTruth(inspectWorkbook(workbook, { profile: defaultProfile, asOf: truth.asOf ?? USUAL_DAY }), truth);
  return [read, found, fills, judged, quiet].reduce((n, share) => n + share.missed.length, falseErrors.length);
}

describe.each(mutations.map((m) => [m.name, m] as const))("written another way: %s", (name, mutation) => {
  test("no workbook is read, checked, filled or judged worse for it", () => {
    const worse = known
      .filter((k) => !SPARED[name]?.includes(k.name))
      .flatMap(({ name: workbook, ...k }) => {
        const mutated = mutation.apply(k.workbook, k.truth);
        const more = misses(mutated.workbook, mutated.truth) - misses(k.workbook, k.truth);
        return more > 0 ? [`${workbook}: ${more} more`] : [];
      });
    expect(worse).toEqual([]);
  });
});
