import { rateDisagreesWithCounts } from "../../src/checks/rate-disagrees-with-counts";
import { casesFor, listen } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (table: string, all = "childcare_leave_rate sex=male") => readingOf([tableOf({ all }, table)]);

test.each(
  casesFor(rateDisagreesWithCounts, {
    silent: [
      {
        because: "every rate is its counts at one decimal",
        reading: rows(`
        | 年度 | 対象者 :: denominator | 取得者数 :: numerator | 取得率 |
        | R元年度 | 12 | 8 | 66.7% |
        | R2年度 | 22 | 10 | 45.5% |
        | R3年度 | 19 | 11 | 57.9% |
        | R5年度 | 18 | 17 | 94.4% |`),
      },
      {
        because: "取得者1人当たり divides the days by the takers, whoever was eligible",
        reading: rows(
          `
        | | R4 | R5 |
        | 対象人数 :: child_nursing_leave_rate denominator | 50人 | 52人 |
        | 取得人数 :: child_nursing_leave_rate numerator | 31人 | 34人 |
        | 総取得日数 :: child_nursing_leave_avg_days numerator unit=days measure=days | 95日 | 110日 |
        | 取得者1人当たり平均日数 :: child_nursing_leave_avg_days unit=days measure=days | 3.1日 | 3.2日 |`,
          "",
        ),
      },
      {
        because: "whole percents are rounded too",
        reading: rows(
          `
        | | H27 | H28 |
        | 女性 :: numerator | 13人 | 20人 |
        | 全体 :: denominator | 53人 | 89人 |
        | 割合 | 25% | 22% |`,
          "female_hire_rate",
        ),
      },
      {
        because: "a number keeps more digits than it shows",
        reading: rows(`
        | | R3 | R4 |
        | 取得者 :: numerator | #1 | #2 |
        | 対象者 :: denominator | #13 | #3 |
        | 取得率 | #7.692307692% | #66.7% |`),
      },
      {
        because: "該当者なし, blanks and eligible nobody are for other checks",
        reading: rows(`
        | | R3 | R4 | R5 |
        | 取得者 :: numerator | 0人 | 1人 | 0人 |
        | 対象者 :: denominator | 0人 | 2人 | 該当者なし |
        | 取得率 | 0% | | 0% |`),
      },
      {
        because: "one cell states rate and counts alike",
        reading: rows(
          `
        | | R3 | R4 |
        | 女性割合 | 100%（1人/1人） | 50%（1人/2人） |`,
          "female_hire_rate",
        ),
      },
      {
        because: "days over people give an average, not a percentage",
        reading: rows(
          `
        | | R3 | R4 |
        | 延べ取得日数 :: numerator unit=days | #5.5 | #21 |
        | 対象人数 :: denominator | #11 | #10 |
        | 平均取得日数 :: unit=days | #0.5 | #2.1 |`,
          "child_nursing_leave_avg_days",
        ),
      },
    ],
    speaks: [
      {
        because: "0.05 beside 2 of 4",
        reading: rows(`
        | | R3 | R4 | R5 | R6 |
        | 対象者数 :: denominator | #0 | #2 | #4 | #3 |
        | 取得者数 :: numerator | #0 | #1 | #2 | #2 |
        | 取得率 | 該当者なし | #50.0% | #5.0% | #66.7% |`),
        at: ["D4"],
        related: ["D2", "D3"],
        says: "表示〔5.0%〕、計算〔50.0%〕",
      },
      {
        because: "a single column of a plausible size",
        reading: rows(
          `
        | | R5 |
        | 女性 :: numerator | 7人 |
        | 全体 :: denominator | 8人 |
        | 割合 | 85.0% |`,
          "female_staff_rate",
        ),
        at: ["B4"],
      },
      {
        because: "truncated figures are information",
        reading: rows(`
        | | R5 | R6 |
        | 取得者 :: numerator | 2人 | 1人 |
        | 対象者 :: denominator | 3人 | 2人 |
        | 取得率 | 66.6% | 50.0% |`),
        at: ["B4"],
        severity: "info",
        says: "端数処理",
      },
      {
        because: "a rate that no column of three gives was misread, and is asked about once",
        reading: rows(`
        | | R3 | R4 | R5 |
        | 取得者 :: numerator | 3人 | 5人 | 7人 |
        | 対象者 :: denominator | 11人 | 13人 | 17人 |
        | 取得率 | 61.5% | 44.4% | 90.1% |`),
        at: ["B4"],
        severity: "warning",
        says: "読み方",
      },
      {
        because: "days over people that the average does not show",
        reading: rows(
          `
        | | R3 | R4 | R5 |
        | 延べ取得日数 :: numerator unit=days | #38 | #21 | #50 |
        | 対象人数 :: denominator | #10 | #10 | #12 |
        | 平均取得日数 :: unit=days | #3.8 | #2.2 | #4.2 |`,
          "child_nursing_leave_avg_days",
        ),
        at: ["C4"],
      },
    ],
  }),
)("%s", (_, verify) => verify());

test("an unsure reading turns the error into a question", () => {
  const reading = readingOf([
    tableOf(
      { all: "female_staff_rate", confidence: 0.5 },
      `
      | | R4 | R5 |
      | 女性 :: numerator | 4人 | 7人 |
      | 全体 :: denominator | 8人 | 8人 |
      | 割合 | 50.0% | 85.0% |`,
    ),
  ]);
  const [finding] = listen(rateDisagreesWithCounts, { because: "", reading });
  expect(finding?.severity).toBe("warning");
  expect(finding?.message.ja).toContain("読み取りに自信がありません");
});
