import { shiftedColumn } from "../../src/checks/shifted-column";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const MONTHS = "| | 4月 | 5月 | 6月 | 7月 | 8月 | 9月 | 10月 | 11月 | 12月 | 1月 | 2月 | 3月 | 合計 |";
const limit = (...rows: string[]) => readingOf([tableOf({ all: "R3 overtime_over_limit_count unit=people" }, [MONTHS, ...rows].join("\n"))]);
const hours = (...rows: string[]) => readingOf([tableOf({ all: "R3 overtime_monthly unit=hours measure=hours" }, [MONTHS, ...rows].join("\n"))]);
const OFFICES = "| | 総務課 :: department=総務課 | 税務課 :: department=税務課 | 福祉課 :: department=福祉課 | 建設課 :: department=建設課 | 合計 :: total |";
const offices = (...rows: string[]) => readingOf([tableOf({ all: "overtime_total_hours unit=hours" }, [OFFICES, ...rows].join("\n"))]);

test.each(
  casesFor(shiftedColumn, {
    silent: [
      {
        because: "the month and the year stand in the total column",
        reading: limit("| 超人数 | 0人 | 0人 | 0人 | 0人 | 0人 | 0人 | 0人 | 0人 | 0人 | 0人 | 0人 | 0人 | 0人(月) 0人(年) |"),
      },
      { because: "a year in progress ends somewhere", reading: hours("| 時間数 | #122 | #126 | #141 | #143 | | | | | | | | | |") },
      { because: "the sum so far stands in the total column", reading: hours("| 時間数 | #122 | #126 | #141 | #143 | | | | | | | | | #532 |") },
      { because: "one busy month is no total", reading: hours("| 時間数 | #122 | #126 | #141 | #143 | #59 | #106 | #281 | #156 | #121 | #134 | #151 | #640 | |") },
      {
        because: "a total that nobody states in any line",
        reading: offices("| R3 | #210 | #190 | #305 | #710 | |", "| R4 | #220 | #180 | #300 | #90 | |"),
      },
      {
        because: "one large office among small ones, its total still blank",
        reading: offices("| R3 | #210 | #190 | #305 | #90 | #795 |", "| R4 | #220 | #180 | #300 | #500 | |"),
      },
      { because: "small figures of a year in progress add up by accident", reading: limit("| 超人数 | 1人 | 1人 | 0人 | 2人 | | | | | | | | | |") },
    ],
    speaks: [
      {
        because: "the total stands in March, the month that it was lost for is not there",
        reading: hours("| 時間数 | #122 | #126 | #141 | #143 | #59 | #106 | #281 | #156 | #121 | #134 | #151 | #1,725 | |"),
        at: ["M2"],
        says: "〔3月〕の列に『1,725』",
      },
      {
        because: "the total of all offices stands in the column of the last one",
        reading: offices("| R3 | #210 | #190 | #305 | #90 | #795 |", "| R4 | #180 | #300 | #95 | #795 | |"),
        at: ["E3"],
        says: "列がずれていませんか",
      },
      {
        because: "the cell of the year stands in October, blanks after it",
        reading: limit("| 超人数 | 0人 | 0人 | 0人 | 0人 | 0人 | 0人 | 0人(月) 0人(年) | | | | | | |"),
        at: ["H2"],
        says: "〔10月〕の列に『0人(月) 0人(年)』",
      },
      {
        because: "the total stands in March, one month is missing",
        reading: hours("| 時間数 | #122 | #126 | #141 | #143 | #59 | #106 | #281 | #156 | #121 | #134 | #151 | #1,540 | |"),
        at: ["M2"],
        says: "〔3月〕",
      },
    ],
  }),
)("%s", (_, verify) => verify());
