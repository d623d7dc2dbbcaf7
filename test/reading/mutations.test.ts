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
  // 13 that shows every digit it has is 13.0; as a text it may be anything that is rounded to 13.
  "numbers typed as texts": ["town-forms-by-sex-one-sheet-a-year"],
  // Years typed as numbers or told by their length, and eras with a number behind them that may as well be something else, are not rewritten.
  "three years later": [
    "assembly-secretariat-few-people",
    "education-board-school-kinds-derivable",
    "fire-union-ranks-and-stations",
    "plan-period-by-length",
    "plan-section-per-plan",
    "target-in-label",
    "tidy-months",
    "university-abc-rows-western-years",
    "waterworks-months-folded-by-section",
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
