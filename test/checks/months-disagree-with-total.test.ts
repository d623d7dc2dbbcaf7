import { monthsDisagreeWithTotal } from "../../src/checks/months-disagree-with-total";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const MONTHS = "| | 4月 | 5月 | 6月 | 7月 | 8月 | 9月 | 10月 | 11月 | 12月 | 1月 | 2月 | 3月 | 合計 |";
const hours = (...rows: string[]) => readingOf([tableOf({ all: "R2 overtime_monthly unit=hours measure=hours", headcount: 17 }, [MONTHS, ...rows].join("\n"))]);

test.each(
  casesFor(monthsDisagreeWithTotal, {
    silent: [
      {
        because: "1,999 hours are the sum of their months",
        reading: hours("| 時間数 | #268 | #189 | #115 | #112 | #69 | #90 | #236 | #201 | #234 | #123 | #152 | #210 | #1,999 |"),
      },
      {
        because: "the year per head is not the sum of rounded months",
        reading: hours(
          "| 時間数 | #268 | #189 | #115 | #112 | #69 | #90 | #236 | #201 | #234 | #123 | #152 | #210 | #1,999 |",
          "| 1人あたり時間数 | #15.8 | #11.1 | #6.8 | #6.6 | #4.1 | #5.3 | #13.9 | #11.8 | #13.8 | #7.2 | #8.9 | #12.4 | #117.6 |",
        ),
      },
      { because: "months to come", reading: hours("| 時間数 | #268 | #189 | #115 | | | | | | | | | | #600 |") },
      {
        because: "a person above the limit counts once a year",
        reading: readingOf([
          tableOf(
            { all: "R2 overtime_over_limit_count unit=people" },
            [MONTHS, "| 超人数 | 1人 | 1人 | 0人 | 2人 | 0人 | 0人 | 0人 | 0人 | 0人 | 0人 | 1人 | 0人 | 2人 |"].join("\n"),
          ),
        ]),
      },
    ],
    speaks: [
      {
        because: "1,616 where the months make 1,626",
        reading: hours("| 時間数 | #150 | #120 | #118 | #109 | #70 | #98 | #210 | #180 | #160 | #120 | #131 | #160 | #1,616 |"),
        at: ["N2"],
        says: "月別の合計〔1,626〕と合計欄〔1,616〕",
      },
      {
        because: "a mean under the heading 合計 is asked about, not called wrong",
        reading: hours("| 月別 | #5.1 | #5.3 | #4.9 | #5.2 | #5.0 | #5.1 | #5.15 | #5.05 | #5.1 | #5.1 | #5.1 | #5.15 | #5.10 |"),
        at: ["N2"],
        severity: "warning",
        says: "平均です",
      },
    ],
  }),
)("%s", (_, verify) => verify());
