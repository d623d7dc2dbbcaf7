import { numeratorAboveDenominator } from "../../src/checks/numerator-above-denominator";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (table: string, all: string) => readingOf([tableOf({ all }, table)]);

test.each(
  casesFor(numeratorAboveDenominator, {
    silent: [
      {
        because: "fewer takers than eligible, and as many",
        reading: rows(
          `
      | | R3 | R4 |
      | 対象 :: denominator | 8人 | 3人 |
      | 取得 :: numerator | 7人 | 3人 |`,
          "spouse_birth_leave_rate",
        ),
      },
      {
        because: "育児休業 may count those of earlier years",
        reading: rows(
          `
      | | R3 | R4 |
      | 対象 :: denominator | 8人 | 7人 |
      | 取得 :: numerator | 7人 | 15人 |`,
          "childcare_leave_rate sex=male",
        ),
      },
      {
        because: "pay of women may exceed that of men",
        reading: rows(
          `
      | | R3 |
      | 差異 | 103.2% |`,
          "pay_gap",
        ),
      },
      {
        because: "days taken exceed days granted in no unit of people",
        reading: rows(
          `
      | | R3 |
      | 取得 :: numerator unit=days | 12日 |
      | 対象 :: denominator | 8人 |`,
          "annual_leave_avg_days unit=days",
        ),
      },
      {
        because: "twelve women beside eight men are twenty people",
        reading: rows(
          `
      | | R3 | R4 |
      | 男性 :: denominator | 8人 | 9人 |
      | 女性 :: numerator | 12人 | 8人 |`,
          "female_hire_rate",
        ),
      },
    ],
    speaks: [
      {
        because: "nine of eight took the leave of fathers",
        reading: rows(
          `
      | | R3 | R4 |
      | 対象 :: denominator | 8人 | 8人 |
      | 取得 :: numerator | 7人 | 9人 |`,
          "spouse_birth_leave_rate",
        ),
        at: ["C3"],
        related: ["C2"],
        says: "取得人数〔9人〕が対象人数〔8人〕を上回っています。",
      },
      {
        because: "9人/8人 in one cell",
        reading: rows(
          `
      | | R3 | R4 |
      | 人数内訳 | 7人/8人 | 9人/8人 |`,
          "female_staff_rate employment=臨時職員",
        ),
        at: ["C2"],
        says: "女性の数〔9人〕",
      },
      {
        because: "a share of women above 100 %",
        reading: rows(
          `
      | | R3 | R4 |
      | 割合 | 87.5% | 112.5% |`,
          "female_staff_rate",
        ),
        at: ["C2"],
      },
      {
        because: "in every column the part exceeds the whole: the rows were taken for each other",
        reading: rows(
          `
      | | R3 | R4 | R5 |
      | 取得 :: denominator | 7人 | 5人 | 4人 |
      | 対象 :: numerator | 8人 | 9人 | 6人 |`,
          "spouse_birth_leave_rate",
        ),
        at: ["B3"],
        severity: "warning",
        says: "読み方",
      },
    ],
  }),
)("%s", (_, verify) => verify());
