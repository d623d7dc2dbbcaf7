import { managerShareUnlikeGrades } from "../../src/checks/manager-share-unlike-grades";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const grades = tableOf(
  { sheet: "級別", all: "R4.4.1 female_rate_by_grade" },
  `
  | | 6級 :: grade=6級 | 7級 :: grade=7級 | 8級 :: grade=8級 | 合計 :: grade=合計 |
  | 人数 :: denominator | 2人 | 4人 | 1人 | 7人 |
  | 女性 :: numerator | 1人 | 1人 | 0人 | 2人 |`,
);
const managers = (...rows: string[]) => tableOf({ sheet: "管理職", all: "female_manager_rate" }, ["| | R4.4.1 |", ...rows].join("\n"));
const aboveSix = { managerGrades: ["７級", "8級"] };

test.each(
  casesFor(managerShareUnlikeGrades, {
    silent: [
      { because: "one of five is 20%", reading: readingOf([managers("| 割合 | 20% |"), grades]), profile: aboveSix },
      { because: "which grades are managers is not known", reading: readingOf([managers("| 割合 | 0% |"), grades]) },
      {
        because: "another day is another staff",
        reading: readingOf([
          tableOf(
            { sheet: "管理職", all: "female_manager_rate" },
            `
      | | R3.4.1 |
      | 割合 | 0% |`,
          ),
          grades,
        ]),
        profile: aboveSix,
      },
    ],
    speaks: [
      {
        because: "0% where the profile's grades give one of five",
        reading: readingOf([managers("| 割合 | 0% |"), grades]),
        profile: aboveSix,
        at: ["管理職!B2"],
        related: ["級別!C3", "級別!D2"],
        says: "〔20.0%（1/5）〕",
      },
      {
        because: "five managers stated are grades 7 and 8, which makes it a question",
        reading: readingOf([managers("| 管理職数 :: denominator | 5人 |", "| 割合 | 0% |"), grades]),
        at: ["管理職!B3"],
        severity: "warning",
        says: "設定で確認",
      },
    ],
  }),
)("%s", (_, verify) => verify());
