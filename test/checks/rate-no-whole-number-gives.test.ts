import { rateNoWholeNumberGives } from "../../src/checks/rate-no-whole-number-gives";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const HEAD = "| | 妻の出産 :: spouse_birth_leave_rate | 育児参加 :: childcare_participation_leave_rate | 育児休業 :: childcare_leave_rate sex=male |";
const years = (...rows: string[]) => readingOf([tableOf({}, [HEAD, ...rows].join("\n"))]);
const OTHERS = ["| R2年度 | 87.5% | 81.3% | 25.0% |", "| R3年度 | 90.9% | 72.7% | 36.4% |", "| R4年度 | 84.6% | 69.2% | 46.2% |"];

test.each(
  casesFor(rateNoWholeNumberGives, {
    silent: [
      { because: "16, 11 and 13 people give all rates of their years", reading: years(...OTHERS) },
      {
        because: "three departments have each their own fathers",
        reading: readingOf([
          tableOf(
            { all: "R6 childcare_leave_rate sex=male" },
            `
      | | 率 |
      | 事務局 :: department=事務局 | 50.0% |
      | 消防本部 :: department=消防本部 | 28.6% |
      | 環境センター :: department=環境センター | 100% |`,
          ),
        ]),
      },
      { because: "37.5% is three of eight", reading: years(...OTHERS, "| R5年度 | 50.0% | 37.5% | 87.5% |") },
      {
        because: "two rates alone tell no population",
        reading: readingOf([
          tableOf(
            { all: "R5" },
            `
      | | 率 |
      | 妻の出産 :: spouse_birth_leave_rate | 38.0% |
      | 育児参加 :: childcare_participation_leave_rate | 50.0% |`,
          ),
        ]),
      },
      { because: "hundreds of people give any rate", reading: years("| R4年度 | 83.7% | 71.3% | 33.1% |", "| R5年度 | 50.3% | 38.1% | 87.7% |") },
      {
        because: "5 of 22 is 22.7%",
        reading: readingOf([
          tableOf(
            { all: "annual_leave_under5_rate" },
            `
      | | R3 |
      | 割合 | 22.7% |
      | 対象 :: denominator | 22人 |`,
          ),
        ]),
      },
    ],
    speaks: [
      { because: "38.0% of eight people", reading: years(...OTHERS, "| R5年度 | 50.0% | 38.0% | 87.5% |"), at: ["C5"], says: "対象8人では作れない値です（3人なら37.5%）" },
      {
        because: "24.0% of 22 people stated beside it",
        reading: readingOf([
          tableOf(
            { all: "annual_leave_under5_rate" },
            `
      | | R3 |
      | 割合 | 24.0% |
      | 対象 :: denominator | 22人 |`,
          ),
        ]),
        at: ["B2"],
        related: ["B3"],
        says: "5人なら22.7%",
      },
    ],
  }),
)("%s", (_, verify) => verify());
