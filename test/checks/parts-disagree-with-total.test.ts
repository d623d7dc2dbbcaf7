import { partsDisagreeWithTotal } from "../../src/checks/parts-disagree-with-total";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const parts = (rows: string, all = "child_nursing_leave_rate") => readingOf([tableOf({ all }, rows)]);

test.each(
  casesFor(partsDisagreeWithTotal, {
    silent: [
      {
        because: "sections with their 小計, and a total of all",
        reading: parts(
          `
      | | R6 :: R6 |
      | 総務課 :: department=総務課 | #865 |
      | 財政課 :: department=財政課 | #1510 |
      | 総務部計 :: department=総務部 total | #2375 |
      | 市民課 :: department=市民課 | #985 |
      | 税務課 :: department=税務課 | #1160 |
      | 市民部計 :: department=市民部 total | #2145 |
      | 合計 :: total | #4520 |`,
          "overtime_total_hours unit=hours",
        ),
      },
      {
        because: "hours per head of departments do not add up",
        reading: parts(
          `
      | | 総務課 :: department=総務課 | 工務課 :: department=工務課 | 全体 :: total |
      | 一人当たり :: R3 | #14.2 | #18.6 | #15.9 |`,
          "overtime_per_head_month unit=hours",
        ),
      },
      {
        because: "classes of days make the takers, 該当者なし being nobody",
        reading: parts(`
      | | H30 | H31 | R3 |
      | 取得人数 :: numerator | 6人 | 4人 | 2人 |
      | 5日未満 :: part sex=male bucket=5日未満 child_nursing_leave_bucket | 5人 | 4人 | 1人 |
      | 5日以上 :: part sex=male bucket=5日以上 child_nursing_leave_bucket | 1人 | 該当者なし | 1人 |
      | 女 :: part sex=female child_nursing_leave_bucket | — | — | — |`),
      },
      {
        because: "3日以上 and 5日以上 count some people twice",
        reading: parts(`
      | | H30 | H31 |
      | 取得人数 :: numerator | 6人 | 4人 |
      | 3日以上 :: part bucket=3日以上 child_nursing_leave_bucket | 5人 | 4人 |
      | 5日以上 :: part bucket=5日以上 child_nursing_leave_bucket | 3人 | 2人 |`),
      },
      {
        because: "men and women make all",
        reading: parts(
          `
      | | 男性 :: sex=male | 女性 :: sex=female | 計 :: total |
      | R3年度 | 3人 | 4人 | 7人 |
      | R4年度 | 2人 | 6人 | 8人 |`,
          "childcare_leave_takers unit=people",
        ),
      },
      {
        because: "averages of departments do not add up",
        reading: parts(
          `
      | | 総務課 :: department=総務課 | 工務課 :: department=工務課 | 全体 :: total |
      | 平均取得日数 :: R3 | 10日 | 12日 | 11.2日 |`,
          "annual_leave_avg_days unit=days",
        ),
      },
      {
        because: "women among all are no partition",
        reading: parts(
          `
      | | R3 |
      | 職員数 :: denominator | 30人 |
      | うち女性 :: numerator sex=female | 10人 |`,
          "female_staff_rate",
        ),
      },
    ],
    speaks: [
      {
        because: "a 小計 that its own lines do not make; the total of all lines is right",
        reading: parts(
          `
      | | R6 :: R6 |
      | 総務課 :: department=総務課 | #865 |
      | 財政課 :: department=財政課 | #1510 |
      | 総務部計 :: department=総務部 total | #2375 |
      | 市民課 :: department=市民課 | #985 |
      | 税務課 :: department=税務課 | #1160 |
      | 市民部計 :: department=市民部 total | #2154 |
      | 合計 :: total | #4520 |`,
          "overtime_total_hours unit=hours",
        ),
        at: ["B7"],
        says: "合計〔2,145〕と〔2154〕",
      },
      {
        because: "one 計 of a department is wrong, and only that, although the 計 of all does not add up either",
        reading: parts(
          `
      | | 男性 :: sex=male | 女性 :: sex=female | 計 :: total |
      | 総務部 :: department=総務部 | 3人 | 4人 | 7人 |
      | 市民部 :: department=市民部 | 2人 | 6人 | 9人 |
      | 計 :: total | 5人 | 10人 | 15人 |`,
          "R5 childcare_leave_takers unit=people",
        ),
        at: ["D3"],
      },
      {
        because: "six in the classes, seven takers",
        reading: parts(`
      | | H30 | H31 | R3 |
      | 取得人数 :: numerator | 7人 | 4人 | 2人 |
      | 5日未満 :: part bucket=5日未満 child_nursing_leave_bucket | 5人 | 3人 | 1人 |
      | 5日以上 :: part bucket=5日以上 child_nursing_leave_bucket | 1人 | 1人 | 1人 |`),
        at: ["B2"],
        says: "合計〔6〕と〔7人〕",
      },
      {
        because: "1日, 2日, 3日 and their 計",
        reading: parts(
          `
      | | R4 | R5 | R6 |
      | 1日 :: part bucket=1日 | #0 | #1 | #0 |
      | 2日 :: part bucket=2日 | #1 | #1 | #0 |
      | 3日 :: numerator spouse_birth_leave_full_rate bucket=3日 | #1 | #1 | #3 |
      | 計 :: numerator total | #2 | #2 | #3 |`,
          "spouse_birth_leave_rate",
        ),
        at: ["C5"],
      },
      {
        because: "men and women that do not make all in one year",
        reading: parts(
          `
      | | 男性 :: sex=male | 女性 :: sex=female | 計 :: total |
      | R3年度 | 3人 | 4人 | 7人 |
      | R4年度 | 2人 | 6人 | 9人 |`,
          "childcare_leave_takers unit=people",
        ),
        at: ["D3"],
      },
      {
        because: "no column adds up, so the reading is asked about",
        reading: parts(`
      | | H30 | H31 | R3 |
      | 取得人数 :: numerator | 7人 | 9人 | 8人 |
      | 5日未満 :: part bucket=5日未満 child_nursing_leave_bucket | 5人 | 3人 | 1人 |
      | 5日以上 :: part bucket=5日以上 child_nursing_leave_bucket | 1人 | 1人 | 1人 |`),
        at: ["B2"],
        severity: "warning",
        says: "読み方",
      },
    ],
  }),
)("%s", (_, verify) => verify());
