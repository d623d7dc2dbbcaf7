import type { Period } from "../../src/model/period";
import { findJudgedYear } from "../../src/notation/judged-year";

describe("判定する年度", () => {
  const day = (date: string): Period => ({ kind: "as-of", year: Number(date.slice(0, 4)), date });
  test.each<[string, Period | undefined, number | undefined, number | undefined]>([
    ["a fiscal year is its own", { kind: "fiscal-year", year: 2023 }, 2023, 2023],
    ["April 1 speaks for the year before, or the one it opens", day("2022-04-01"), 2021, 2022],
    ["an as-of year without a day is its April 1", { kind: "as-of", year: 2022 }, 2021, 2022],
    ["another day speaks for the year it lies in", day("2015-06-01"), 2015, 2015],
    ["March 31 closes the year", day("2018-03-31"), 2017, 2017],
    ["a calendar year goes by its number", { kind: "calendar-year", year: 2020 }, 2020, 2020],
    ["a month is no year", { kind: "fiscal-year", year: 2023, month: 10 }, undefined, undefined],
    ["nothing said", undefined, undefined, undefined],
  ])("%s", (_, period, before, opening) => {
    expect(findJudgedYear(period, { asOfSpeaksFor: "previous-year" })).toBe(before);
    expect(findJudgedYear(period, { asOfSpeaksFor: "same-year" })).toBe(opening);
  });
});
