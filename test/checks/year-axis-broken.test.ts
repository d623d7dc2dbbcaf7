import { yearAxisBroken } from "../../src/checks/year-axis-broken";
import type { Reading } from "../../src/model/reading";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const years = (head: string) =>
  readingOf([
    tableOf(
      { all: "childcare_leave_takers unit=people" },
      `
  | | ${head} |
  | 人数 | ${head
    .split("|")
    .map(() => "1人")
    .join(" | ")} |`,
    ),
  ]);

const sheets = (...all: readonly string[]) =>
  readingOf(
    all.map((year) =>
      tableOf(
        { all: `childcare_leave_takers unit=people ${year}`, sheet: year },
        `
  | | 男性 :: sex=male | 女性 :: sex=female |
  | 人数 | 1人 | 2人 |`,
      ),
    ),
  );

const merged = (reading: Reading): Reading => ({ ...reading, tables: reading.tables.map((table) => ({ ...table, periods: table.periods.flatMap((p) => [p, p]) })) });

test.each(
  casesFor(yearAxisBroken, {
    silent: [
      { because: "a sheet for every year", reading: sheets("R3", "R4", "R5", "R6") },
      { because: "sheets newest first", reading: sheets("R6", "R5", "R4") },
      { because: "two sheets are no series", reading: sheets("R3", "R6") },
      { because: "every fifth year a sheet", reading: sheets("H22", "H27", "R2") },
      { because: "year after year over the change of era", reading: years("H29 | H30 | R1 | R2 | R3") },
      { because: "newest first", reading: years("令和6年度 | 令和5年度 | 令和4年度 | 令和3年度") },
      { because: "each year with target and actual", reading: years("R4 | R4 | R5 | R5 | R6") },
      { because: "years merged over two columns each", reading: merged(years("R2 | R3 | R4")) },
      { because: "the years again for the other sex", reading: years("R3 | R4 | R5 | R3 | R4 | R5") },
      { because: "a base year long before", reading: years("H26 | R1 | R2 | R3") },
      { because: "every fifth year", reading: years("H22 | H27 | R2") },
      {
        because: "months are no years",
        reading: readingOf([
          tableOf(
            { all: "R3 overtime_monthly unit=hours" },
            `
      | | 4月 | 5月 | 6月 |
      | 時間数 | #1 | #2 | #3 |`,
          ),
        ]),
      },
    ],
    speaks: [
      { because: "no sheet for R4", reading: sheets("R3", "R5", "R6"), at: ["R5!A1"], says: "令和4年度がありません" },
      {
        because: "平成30年度 is followed by 令和2年度",
        reading: years("平成29年度 | 平成30年度 | 令和2年度 | 令和3年度"),
        at: ["D1"],
        related: ["C1"],
        says: "令和元年度がありません",
      },
      { because: "H31 and R1 are one year", reading: years("H30 | H31 | R1 | R2"), at: ["D1"], related: ["C1"], says: "令和元年度が2回" },
      { because: "R3 twice", reading: years("R2 | R3 | R3 | R5"), at: ["D1"] },
      { because: "R3 twice, each year merged over two columns", reading: merged(years("R2 | R3 | R3")), at: ["D1"] },
      { because: "one year stands before its predecessor", reading: years("R1 | R2 | R4 | R3 | R5"), at: ["E1"], says: "逆" },
    ],
  }),
)("%s", (_, verify) => verify());
