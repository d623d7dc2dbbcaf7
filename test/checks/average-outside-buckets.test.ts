import { averageOutsideBuckets } from "../../src/checks/average-outside-buckets";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const days = (average: string, ...rows: string[]) =>
  readingOf([
    tableOf(
      { sheet: "一覧" },
      `
      | | R3実績 :: R3 |
      | 平均取得日数 :: child_nursing_leave_avg_days unit=days | ${average} |`,
    ),
    tableOf(
      { sheet: "詳細", all: "child_nursing_leave_rate" },
      [
        `
      | | R2 | R3 |
      | 取得人数 :: numerator | 3人 | 2人 |
      | 5日未満 :: part bucket=5日未満 child_nursing_leave_bucket | 3人 | 1人 |
      | 5日以上 :: part bucket=5日以上 child_nursing_leave_bucket | 該当者なし | 1人 |`,
        ...rows,
      ].join("\n"),
    ),
  ]);

test.each(
  casesFor(averageOutsideBuckets, {
    silent: [
      { because: "2.5 days are the least one of two people with five can give", reading: days("2.5日") },
      { because: "four days lie within", reading: days("4日") },
      { because: "eleven eligible bring the average down", reading: days("0.5日", "| 対象人数 :: denominator | 11人 | 11人 |") },
    ],
    speaks: [
      { because: "0.5 days, although one of two took five", reading: days("0.5日"), at: ["一覧!B2"], says: "5日以上 1人", related: ["詳細!C2", "詳細!C4"] },
      {
        because: "three days at most, but four on average",
        reading: readingOf([
          tableOf(
            { all: "spouse_birth_leave_rate" },
            `
      | | R3 |
      | 取得人数 :: numerator | 4人 |
      | 1日 :: part bucket=1日 | 1人 |
      | 2日 :: part bucket=2日 | 1人 |
      | 3日 :: part bucket=3日 | 2人 |
      | 平均取得日数 :: spouse_birth_leave_avg_days unit=days | 4日 |`,
          ),
        ]),
        at: ["B6"],
      },
    ],
  }),
)("%s", (_, verify) => verify());
