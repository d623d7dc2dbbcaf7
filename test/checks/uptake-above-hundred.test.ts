import { uptakeAboveHundred } from "../../src/checks/uptake-above-hundred";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (table: string, all: string) => readingOf([tableOf({ all }, table)]);

test.each(
  casesFor(uptakeAboveHundred, {
    silent: [
      {
        because: "100 % is the end",
        reading: rows(
          `
      | | R3 | R4 |
      | 取得率 | 100% | 94.4% |`,
          "childcare_leave_rate sex=female",
        ),
      },
      {
        because: "pay is no uptake",
        reading: rows(
          `
      | | R3 |
      | 差異 | 103.2% |`,
          "pay_gap",
        ),
      },
      {
        because: "a share of women is another check's",
        reading: rows(
          `
      | | R3 |
      | 割合 | 112.5% |`,
          "female_staff_rate",
        ),
      },
    ],
    speaks: [
      {
        because: "214.3 % of the fathers of a year may be right",
        reading: rows(
          `
      | | R3 | R4 |
      | 取得率 | 57.1% | 214.3% |`,
          "childcare_leave_rate sex=male",
        ),
        at: ["C2"],
        says: "前年度以前の対象者の取得を含む場合は、このままで問題ありません。",
      },
      {
        because: "100.4 % of the mothers too",
        reading: rows(
          `
      | | R5 |
      | 取得率 | 100.4% |`,
          "childcare_leave_rate sex=female",
        ),
        at: ["B2"],
      },
      {
        because: "counts without a rate",
        reading: rows(
          `
      | | R3 | R4 |
      | 対象 :: denominator | 8人 | 7人 |
      | 取得 :: numerator | 7人 | 15人 |`,
          "childcare_leave_rate sex=male",
        ),
        at: ["C3"],
        related: ["C2"],
      },
      {
        because: "a plain 104.5 whose counts say that it is a percentage",
        reading: rows(
          `
      | | R3 |
      | 対象 :: denominator | #22 |
      | 取得 :: numerator | #23 |
      | 取得率 | #104.5 |`,
          "childcare_leave_rate sex=male",
        ),
        at: ["B4"],
        related: ["B2", "B3"],
      },
      {
        because: "other leaves are asked about without that excuse",
        reading: rows(
          `
      | | R3 |
      | 取得率 | 112.5% |`,
          "spouse_birth_leave_rate",
        ),
        at: ["B2"],
        says: "対象人数の数え方",
      },
    ],
  }),
)("%s", (_, verify) => verify());
