import { targetWithoutActual } from "../../src/checks/target-without-actual";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const leave = tableOf(
  { all: "annual_leave_avg_days unit=days" },
  `
  | | R3 |
  | 平均 | 9日 |`,
);
const target = { indicator: "annual_leave_avg_days", value: 12, unit: "days" as const, text: "12日", at: { sheet: "実績", cell: "D2" } };

test.each(
  casesFor(targetWithoutActual, {
    silent: [
      { because: "target and actual", reading: readingOf([leave], { targets: [target] }) },
      { because: "a workbook of figures alone", reading: readingOf([leave]) },
      { because: "an initiative has no figure", reading: readingOf([leave], { targets: [target, { kind: "initiative", indicator: "harassment_measures", text: "周知徹底" }] }) },
    ],
    speaks: [
      {
        because: "applicants are aimed at but never counted",
        reading: readingOf([leave], { targets: [target, { kind: "direction-only", indicator: "female_applicant_rate", text: "促進", at: { sheet: "実績", cell: "D9" } }] }),
        at: ["D9"],
        says: "実績の表が見つかりません",
      },
      {
        because: "figures without a target are listed once",
        reading: readingOf(
          [
            tableOf(
              {},
              `
      | | R3 |
      | 平均 :: annual_leave_avg_days unit=days | 9日 |
      | 退庁率 :: no_overtime_day_rate | 90% |
      | 認識率 :: awareness_rate | 80% |`,
            ),
          ],
          { targets: [target] },
        ),
        at: ["B3"],
        related: ["B4"],
        says: "退庁率、認識率",
      },
    ],
  }),
)("%s", (_, verify) => verify());
