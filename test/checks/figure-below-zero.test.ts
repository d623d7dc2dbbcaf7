import { figureBelowZero } from "../../src/checks/figure-below-zero";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (table: string, all = "childcare_leave_rate") => readingOf([tableOf({ all }, table)]);

test.each(
  casesFor(figureBelowZero, {
    silent: [
      {
        because: "people and rates from 0 up",
        reading: rows(`
      | | R2 | R3 |
      | 取得者 :: numerator | 3人 | 0人 |
      | 取得率 | 37.5% | 0% |`),
      },
      {
        because: "a difference may be below zero",
        reading: rows(
          `
      | | R2 | R3 |
      | 男女差 :: unit=years | -1.2年 | △0.4年 |`,
          "tenure_gap",
        ),
      },
      {
        because: "a reduction may be a rise",
        reading: rows(
          `
      | | R2 | R3 |
      | 縮減率 | 12.0% | △3.0% |`,
          "overtime_reduction_rate",
        ),
      },
      {
        because: "a line of changes has its signs throughout",
        reading: rows(`
      | | R2 | R3 | R4 |
      | 増減 :: numerator | △3人 | △1人 | 2人 |`),
      },
      {
        because: "a target may be a reduction",
        reading: rows(`
      | | 目標 :: target |
      | 取得率 | -5% |`),
      },
    ],
    speaks: [
      {
        because: "a minus among people",
        reading: rows(`
      | | R2 | R3 | R4 |
      | 取得者 :: numerator | 3人 | -4人 | 5人 |`),
        at: ["C2"],
        says: "〔-4人〕は0を下回っています",
      },
      {
        because: "a triangle among rates",
        reading: rows(`
      | | R2 | R3 | R4 |
      | 取得率 | 37.5% | ▲50.0% | 62.5% |`),
        at: ["C2"],
        says: "符号か、増減の欄ではないか",
      },
      {
        because: "a lone triangle may be a change",
        reading: rows(`
      | | R2 |
      | 取得者 :: numerator | △4人 |`),
        at: ["B2"],
        severity: "warning",
      },
    ],
  }),
)("%s", (_, verify) => verify());
