import { targetsInConflict } from "../../src/checks/targets-in-conflict";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const at = (cell: string, sheet = "目標") => ({ sheet, cell });
const target = { indicator: "annual_leave_avg_days", value: 12, unit: "days" as const, text: "12日", at: at("B2"), plans: ["a"] };
const none = tableOf(
  {},
  `
  | | R3 |
  | 平均 :: annual_leave_avg_days unit=days | 9日 |`,
);

test.each(
  casesFor(targetsInConflict, {
    silent: [
      { because: "said twice, the same", reading: readingOf([none], { targets: [target, { ...target, at: at("B9") }] }) },
      { because: "two plans may want two things", reading: readingOf([none], { targets: [target, { ...target, value: 14, text: "14日", plans: ["b"], at: at("B9") }] }) },
      {
        because: "another deadline is another target",
        reading: readingOf([none], { targets: [target, { ...target, value: 14, text: "14日", deadline: 2030 as never, at: at("B9") }] }),
      },
      { because: "another sex is another target", reading: readingOf([none], { targets: [target, { ...target, value: 14, text: "14日", group: { sex: "male" }, at: at("B9") }] }) },
    ],
    speaks: [
      {
        because: "12 days here, 14 days there",
        reading: readingOf([none], { targets: [target, { ...target, value: 14, text: "14日", at: at("B9") }] }),
        at: ["B9"],
        related: ["B2"],
        says: "ここでは〔14日〕",
      },
      {
        because: "促進 and 推進",
        reading: readingOf([none], {
          targets: [
            { kind: "direction-only", text: "取得促進", at: at("B2") },
            { kind: "direction-only", text: "取得推進", at: at("B3"), indicator: "partial_leave_rate" },
          ],
        }),
        at: ["B3"],
        severity: "info",
        says: "2通り",
      },
      {
        because: "a heading wants a rate, the list wants days",
        reading: readingOf([none], {
          targets: [
            { indicator: "spouse_birth_leave_avg_days", value: 3, unit: "days", text: "取得日数3日", at: at("C10") },
            { indicator: "spouse_birth_leave_full_rate", value: 1, unit: "ratio", text: "3日間の取得率100%", at: at("A25", "実績"), source: "caption" },
          ],
        }),
        at: ["A25"],
        says: "測り方が違います",
      },
    ],
  }),
)("%s", (_, verify) => verify());
