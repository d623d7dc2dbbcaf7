import { targetInOtherMeasure } from "../../src/checks/target-in-other-measure";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const days = { indicator: "annual_leave_avg_days", value: 12, unit: "days" as const, text: "12日", at: { sheet: "実績", cell: "D2" } };

test.each(
  casesFor(targetInOtherMeasure, {
    silent: [
      {
        because: "days for days",
        reading: readingOf(
          [
            tableOf(
              { all: "annual_leave_avg_days unit=days" },
              `
      | | R3 |
      | 平均 | 9日 |`,
            ),
          ],
          { targets: [days] },
        ),
      },
      {
        because: "the row of the right measure is still blank",
        reading: readingOf(
          [
            tableOf(
              {},
              `
      | | R3 |
      | 率 :: annual_leave_rate | 60% |
      | 平均 :: annual_leave_avg_days unit=days | |`,
            ),
          ],
          { targets: [{ ...days, at: { sheet: "実績", cell: "D3" } }] },
        ),
      },
      {
        because: "counts will give the rate",
        reading: readingOf(
          [
            tableOf(
              { all: "childcare_leave_rate sex=male" },
              `
      | | R3 |
      | 取得 :: numerator | 2人 |
      | 対象 :: denominator | 4人 |`,
            ),
          ],
          { targets: [{ indicator: "childcare_leave_rate", group: { sex: "male" }, value: 0.85, unit: "ratio", text: "85%", at: { sheet: "実績", cell: "D2" } }] },
        ),
      },
      {
        because: "a wish has no measure",
        reading: readingOf(
          [
            tableOf(
              { all: "annual_leave_rate" },
              `
      | | R3 |
      | 率 | 60% |`,
            ),
          ],
          { targets: [{ ...days, value: null, unit: null, kind: "direction-only", text: "取得促進" }] },
        ),
      },
    ],
    speaks: [
      {
        because: "a target in days for a rate",
        reading: readingOf(
          [
            tableOf(
              { all: "annual_leave_rate" },
              `
      | | R3 |
      | 率 | 60% |`,
            ),
          ],
          { targets: [days] },
        ),
        at: ["D2"],
        related: ["B2"],
        says: "目標〔12日〕は日数、実績〔60%〕は率",
      },
    ],
  }),
)("%s", (_, verify) => verify());
