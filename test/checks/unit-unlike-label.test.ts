import { unitUnlikeLabel } from "../../src/checks/unit-unlike-label";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (table: string, all: string) => readingOf([tableOf({ all }, table)]);

test.each(
  casesFor(unitUnlikeLabel, {
    silent: [
      {
        because: "percent in a row of rates",
        reading: rows(
          `
      | | R3 | R4 |
      | 取得率 | 50% | 75% |`,
          "childcare_leave_rate",
        ),
      },
      {
        because: "people in a class by days",
        reading: rows(
          `
      | | R3 |
      | 取得日数(男) 5日未満 :: part bucket=5日未満 | 5人 |
      | 取得日数(女) :: part sex=female | 2人 |`,
          "child_nursing_leave_bucket",
        ),
      },
      {
        because: "the cell says itself what it is",
        reading: rows(
          `
      | | R3 |
      | 妻の出産休暇の取得日数 | 取得率　50% |`,
          "spouse_birth_leave_rate",
        ),
      },
      {
        because: "people under the name of their rate",
        reading: rows(
          `
      | | R3 |
      | 職員に占める女性職員の割合 うち女性 :: numerator | 7人 |`,
          "female_staff_rate",
        ),
      },
      {
        because: "the share of those below a number of days",
        reading: rows(
          `
      | | R3 |
      | 年5日未満の職員の割合 | 19.0% |
      | 取得日数が5日以上 | 81.0% |`,
          "annual_leave_under5_rate",
        ),
      },
      {
        because: "a rate with its people beside it",
        reading: rows(
          `
      | | R3 |
      | 取得率 | 50%（1人/2人） |`,
          "childcare_leave_rate",
        ),
      },
      {
        because: "the difference of pay is a ratio of women to men",
        reading: rows(
          `
      | | R3 |
      | 職員の給与の男女の差異 | 81.9% |`,
          "pay_gap",
        ),
      },
    ],
    speaks: [
      {
        because: "days in a row of rates",
        reading: rows(
          `
      | | R3 | R4 |
      | 平均取得率 :: unit=days measure=days | 13.0日 | 17.1日 |`,
          "annual_leave_avg_days",
        ),
        at: ["B2"],
        related: ["C2"],
        says: "「平均取得率」の欄に日数〔13.0日〕",
      },
      {
        because: "percent in a row of average days",
        reading: rows(
          `
      | | R2 | R3 |
      | 平均日数 5日未満 | 22.7% | 0% |`,
          "annual_leave_under5_rate",
        ),
        at: ["B2"],
        says: "率",
      },
      {
        because: "a difference of turnover in percent",
        reading: rows(
          `
      | | R3 |
      | 離職率の男女の差異 | 1.0% |`,
          "turnover_gap measure=difference",
        ),
        at: ["B2"],
        says: "ポイント",
      },
    ],
  }),
)("%s", (_, verify) => verify());
