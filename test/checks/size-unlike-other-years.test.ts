import { sizeUnlikeOtherYears } from "../../src/checks/size-unlike-other-years";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (table: string, all = "overtime_per_head_year unit=hours") => readingOf([tableOf({ all }, table)]);

test.each(
  casesFor(sizeUnlikeOtherYears, {
    silent: [
      {
        because: "years that hardly differ",
        reading: rows(`
      | | R2 | R3 | R4 |
      | 一人当たり | 117.6時間 | 101.5時間 | 140.0時間 |`),
      },
      {
        because: "few people may be many the next year",
        reading: rows(
          `
      | | R2 | R3 | R4 |
      | 取得者 :: numerator | 1人 | 1人 | 40人 |`,
          "childcare_leave_rate",
        ),
      },
      {
        because: "a line that varies by itself",
        reading: rows(
          `
      | | R2 | R3 | R4 | R5 |
      | 取得率 | 1.5% | 2.0% | 20.0% | 60.0% |`,
          "childcare_leave_rate",
        ),
      },
      {
        because: "nobody is no size",
        reading: rows(
          `
      | | R2 | R3 | R4 |
      | 取得率 | 0% | 50.0% | 60.0% |`,
          "childcare_leave_rate",
        ),
      },
      {
        because: "two years alone do not tell which is right",
        reading: rows(`
      | | R2 | R3 |
      | 一人当たり | 117.6時間 | 6090.0時間 |`),
      },
    ],
    speaks: [
      {
        because: "minutes among hours",
        reading: rows(`
      | | R2 | R3 | R4 |
      | 一人当たり | 117.6時間 | 6090.0時間 | 98.2時間 |`),
        at: ["C2"],
        says: "分と時間",
      },
      {
        because: "a percent that is a ratio",
        reading: rows(
          `
      | | R2 | R3 | R4 |
      | 取得率 | 87.5% | 90.0% | 0.9% |`,
          "childcare_leave_rate",
        ),
        at: ["D2"],
        says: "%と小数",
      },
      {
        because: "years downwards",
        reading: rows(`
      | | 一人当たり |
      | R2 | 117.6時間 |
      | R3 | 101.5時間 |
      | R4 | 11760時間 |`),
        at: ["B4"],
      },
    ],
  }),
)("%s", (_, verify) => verify());
