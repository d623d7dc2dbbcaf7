import { zeroWrittenAsNotApplicable } from "../../src/checks/zero-written-as-not-applicable";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const grades = (rows: string) => readingOf([tableOf({ all: "R3.4.1 female_rate_by_grade" }, rows)]);
const days = (rows: string) => readingOf([tableOf({ all: "child_nursing_leave_rate" }, rows)]);

test.each(
  casesFor(zeroWrittenAsNotApplicable, {
    silent: [
      {
        because: "a grade without people has no share",
        reading: grades(`
      | | 1級 :: grade=1級 | 2級 :: grade=2級 | 合計 :: grade=合計 |
      | 女性割合 | — | 0% | 0% |
      | 級別人数 :: denominator | 0人 | 2人 | 2人 |
      | 女性人数 :: numerator | 0人 | 0人 | 0人 |`),
      },
      {
        because: "a blank is nobody's statement",
        reading: grades(`
      | | 1級 :: grade=1級 |
      | 女性割合 | |
      | 級別人数 :: denominator | 3人 |
      | 女性人数 :: numerator | 0人 |`),
      },
      {
        because: "a dash in a row of parts is a way to write nobody",
        reading: days(`
      | | R2 | R3 |
      | 取得人数 :: numerator | 3人 | 2人 |
      | 5日未満 :: part bucket=5日未満 child_nursing_leave_bucket | 3人 | 1人 |
      | 5日以上 :: part bucket=5日以上 child_nursing_leave_bucket | — | 1人 |`),
      },
      {
        because: "whole rows of 該当者なし say that the kind does not occur",
        reading: days(`
      | | R2 | R3 |
      | 取得人数 :: numerator | 3人 | 2人 |
      | 男 :: part sex=male child_nursing_leave_bucket | 3人 | 2人 |
      | 女 :: part sex=female child_nursing_leave_bucket | 該当者なし | 該当者なし |`),
      },
    ],
    speaks: [
      {
        because: "one person, no woman, and a dash",
        reading: grades(`
      | | 3級 :: grade=3級 | 4級 :: grade=4級 | 5級 :: grade=5級 |
      | 女性割合 | 0% | — | 0% |
      | 級別人数 :: denominator | 3人 | 1人 | 8人 |
      | 女性人数 :: numerator | 0人 | 0人 | 0人 |`),
        at: ["C2"],
        fix: "0%",
        says: "対象者が〔1人〕います。",
        related: ["C3", "C4"],
      },
      {
        because: "nobody stayed five days, and the others make the total",
        reading: days(`
      | | H30 | H31 | R2 | R3 |
      | 取得人数 :: numerator | 6人 | 4人 | 3人 | 2人 |
      | 取得日数(男) 5日未満 :: part sex=male bucket=5日未満 child_nursing_leave_bucket | 5人 | 4人 | 3人 | 1人 |
      | 取得日数(男) 5日以上 :: part sex=male bucket=5日以上 child_nursing_leave_bucket | 1人 | 該当者なし | 該当者なし | 1人 |
      | 取得日数(女) :: part sex=female child_nursing_leave_bucket | — | — | — | — |`),
        at: ["C4", "D4"],
        severity: "warning",
        fix: "0人",
      },
      {
        because: "a rate never stated although everybody was counted is one question",
        reading: days(`
      | | R2 | R3 | R4 |
      | 取得率 | － | － | － |
      | 取得人数 :: numerator | 3人 | 2人 | 4人 |
      | 対象人数 :: denominator | 9人 | 8人 | 9人 |`),
        at: ["B2"],
        severity: "warning",
        says: "3か所すべて",
      },
    ],
  }),
)("%s", (_, verify) => verify());
