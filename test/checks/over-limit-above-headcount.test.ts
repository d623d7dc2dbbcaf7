import { overLimitAboveHeadcount } from "../../src/checks/over-limit-above-headcount";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const MONTHS = "| | 4月 | 5月 | 合計 |";
const limit = (row: string, headcount?: number) =>
  readingOf([tableOf({ all: "R3 overtime_over_limit_count unit=people", ...(headcount === undefined ? {} : { headcount }) }, [MONTHS, row].join("\n"))]);

test.each(
  casesFor(overLimitAboveHeadcount, {
    silent: [
      { because: "three of thirty", reading: limit("| 月45時間超過人数 | 3人 | 0人 | 3人 |", 30) },
      { because: "months together count a person several times", reading: limit("| 月45時間超過人数 | 3人 | 4人 | 7人 |", 5) },
      { because: "nobody says how many there are", reading: limit("| 月45時間超過人数 | 31人 | 0人 | 31人 |") },
    ],
    speaks: [
      { because: "31 of thirty in a month", reading: limit("| 月45時間超過人数 | 3人 | 31人 | 34人 |", 30), at: ["C2"], says: "〔31人〕が対象人数〔30人〕" },
      {
        because: "a year above its people",
        reading: readingOf([
          tableOf(
            { all: "overtime_over_limit_count unit=people", headcount: 17 },
            `
      | | R3 |
      | 年360時間超過人数 | 18人 |`,
          ),
        ]),
        at: ["B2"],
      },
    ],
  }),
)("%s", (_, verify) => verify());
