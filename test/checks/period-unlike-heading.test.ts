import { periodUnlikeHeading } from "../../src/checks/period-unlike-heading";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const leave = (head: string, ...notes: string[]) =>
  readingOf([
    tableOf(
      { all: "annual_leave_avg_days unit=days", notes },
      `
  | | ${head} |
  | 平均取得日数 | 12日 |`,
    ),
  ]);

test.each(
  casesFor(periodUnlikeHeading, {
    silent: [
      { because: "a fiscal year without a note", reading: leave("R3年度") },
      { because: "a calendar year that says so", reading: leave("2021年", "※1月～12月で算出") },
      { because: "April to March is the fiscal year", reading: leave("R3年度", "※4月～3月で算出") },
      {
        because: "a table of days",
        reading: readingOf([
          tableOf(
            { all: "female_staff_rate" },
            `
      | | R4.4.1 |
      | 割合 | 20%　(R4.4.1現在) |`,
          ),
        ]),
      },
    ],
    speaks: [
      { because: "fiscal years counted from January", reading: leave("R3年度", "※1月～12月で算出"), at: ["A3"], related: ["B1"], says: "1月〜12月" },
      { because: "the note spells both parts out", reading: leave("R3年度", "※ 各年度の4～12月及び前年度の1～3月の取得日数"), at: ["A3"] },
    ],
  }),
)("%s", (_, verify) => verify());
