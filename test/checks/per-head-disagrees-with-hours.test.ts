import { perHeadDisagreesWithHours } from "../../src/checks/per-head-disagrees-with-hours";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const MONTHS = "| | 4月 | 5月 | 6月 | 7月 | 8月 | 9月 | 10月 | 11月 | 12月 | 1月 | 2月 | 3月 | 合計 |";
const HOURS = "| 時間数 | #268 | #189 | #115 | #112 | #69 | #90 | #236 | #201 | #234 | #123 | #152 | #210 | #1,999 |";
const table = (headcount: number | undefined, ...rows: string[]) =>
  readingOf([tableOf({ all: "R2 overtime_monthly unit=hours measure=hours", ...(headcount === undefined ? {} : { headcount }) }, [MONTHS, ...rows].join("\n"))]);

test.each(
  casesFor(perHeadDisagreesWithHours, {
    silent: [
      {
        because: "all months and the year are hours over 17 people",
        reading: table(17, HOURS, "| 1人あたり時間数 | #15.8 | #11.1 | #6.8 | #6.6 | #4.1 | #5.3 | #13.9 | #11.8 | #13.8 | #7.2 | #8.9 | #12.4 | #117.6 |"),
      },
      {
        because: "without people nothing can be said",
        reading: table(undefined, HOURS, "| 1人あたり時間数 | #15.8 | #11.1 | #6.8 | #6.6 | #4.1 | #5.3 | #13.9 | #11.8 | #13.8 | #7.2 | #8.9 | #12.4 | #117.6 |"),
      },
      {
        because: "a monthly average is a twelfth of the year",
        reading: readingOf([
          tableOf(
            { all: "unit=hours measure=hours", headcount: 17 },
            `
        | | R3 |
        | 時間数 :: overtime_total_hours | #1,725 |
        | 一人当たり月平均 :: overtime_per_head_month | #8.5 |`,
          ),
        ]),
      },
    ],
    speaks: [
      {
        because: "15.9 where 268 over 17 is 15.8",
        reading: table(17, HOURS, "| 1人あたり時間数 | #15.9 | #11.1 | #6.8 | #6.6 | #4.1 | #5.3 | #13.9 | #11.8 | #13.8 | #7.2 | #8.9 | #12.4 | #117.6 |"),
        at: ["B3"],
        related: ["B2"],
        says: "268 ÷ 17",
      },
      {
        because: "the year as a sum of rounded months",
        reading: table(17, HOURS, "| 1人あたり時間数 | #15.8 | #11.1 | #6.8 | #6.6 | #4.1 | #5.3 | #13.9 | #11.8 | #13.8 | #7.2 | #8.9 | #12.4 | #117.7 |"),
        at: ["N3"],
      },
      {
        because: "no month fits, so the number of people was misread",
        reading: table(22, HOURS, "| 1人あたり時間数 | #15.8 | #11.1 | #6.8 | #6.6 | #4.1 | #5.3 | #13.9 | #11.8 | #13.8 | #7.2 | #8.9 | #12.4 | #117.6 |"),
        at: ["B3"],
        severity: "warning",
        says: "22人",
      },
    ],
  }),
)("%s", (_, verify) => verify());
