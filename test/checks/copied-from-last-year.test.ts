import { copiedFromLastYear } from "../../src/checks/copied-from-last-year";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const LEAVES = (last: readonly string[]) => `
      | | R2 | R3 | R4 |
      | 対象者 :: childcare_leave_rate denominator | 24人 | 31人 | ${last[0]} |
      | 取得者 :: childcare_leave_rate numerator | 11人 | 18人 | ${last[1]} |
      | 取得率 :: childcare_leave_rate | 45.8% | 58.1% | ${last[2]} |
      | 年休 :: annual_leave_avg_days unit=days | 10.4日 | 11.2日 | ${last[3]} |
      | 部分休業 :: partial_leave_rate | 33.3% | 40.0% | ${last[4]} |`;
const rows = (table: string) => readingOf([tableOf({}, table)]);

test.each(
  casesFor(copiedFromLastYear, {
    silent: [
      { because: "a year with figures of its own", reading: rows(LEAVES(["28人", "20人", "71.4%", "11.9日", "50.0%"])) },
      { because: "one figure that differs is a year that was filled in", reading: rows(LEAVES(["31人", "18人", "58.1%", "11.2日", "41.7%"])) },
      {
        because: "few people may well be as many again",
        reading: rows(`
      | | R2 | R3 | R4 |
      | 1級 :: numerator grade=1級 | 1人 | 2人 | 2人 |
      | 2級 :: numerator grade=2級 | 0人 | 3人 | 3人 |
      | 3級 :: numerator grade=3級 | 5人 | 4人 | 4人 |
      | 4級 :: numerator grade=4級 | 1人 | 0人 | 0人 |
      | 5級 :: numerator grade=5級 | 9人 | 8人 | 8人 |`),
      },
      {
        because: "where every year is alike, the table says so",
        reading: rows(`
      | | R2 | R3 | R4 |
      | 1級 :: numerator grade=1級 | 12人 | 12人 | 12人 |
      | 2級 :: numerator grade=2級 | 24人 | 24人 | 24人 |
      | 3級 :: numerator grade=3級 | 35人 | 35人 | 35人 |
      | 4級 :: numerator grade=4級 | 17人 | 17人 | 17人 |
      | 5級 :: numerator grade=5級 | 93人 | 93人 | 93人 |`),
      },
      {
        because: "two years alone may be the same decision",
        reading: rows(`
      | | R3 | R4 |
      | 1級 :: numerator grade=1級 | 12人 | 12人 |
      | 2級 :: numerator grade=2級 | 24人 | 24人 |
      | 3級 :: numerator grade=3級 | 35人 | 35人 |
      | 4級 :: numerator grade=4級 | 17人 | 17人 |
      | 5級 :: numerator grade=5級 | 93人 | 93人 |`),
      },
    ],
    speaks: [
      {
        because: "a column that was copied",
        reading: rows(LEAVES(["31人", "18人", "58.1%", "11.2日", "40.0%"])),
        at: ["D2"],
        says: "令和4年度の〔5〕個の数値がすべて令和3年度と同じです",
        related: ["D3", "D6", "C2"],
      },
      {
        because: "a column that runs through two tables",
        reading: readingOf([
          tableOf(
            {},
            `
      | | R2 | R3 | R4 |
      | 対象者 :: childcare_leave_rate denominator | 24人 | 31人 | 31人 |
      | 取得者 :: childcare_leave_rate numerator | 11人 | 18人 | 18人 |`,
          ),
          tableOf(
            { at: "A6" },
            `
      | | R2 | R3 | R4 |
      | 対象者 :: partial_leave_rate denominator | 42人 | 37人 | 37人 |
      | 取得者 :: partial_leave_rate numerator | 12人 | 15人 | 15人 |
      | 取得率 :: partial_leave_rate | 28.6% | 40.5% | 40.5% |`,
          ),
        ]),
        at: ["D2"],
      },
    ],
  }),
)("%s", (_, verify) => verify());
