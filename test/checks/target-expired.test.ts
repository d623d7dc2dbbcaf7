import { targetExpired } from "../../src/checks/target-expired";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const none = tableOf(
  {},
  `
  | | R3 |
  | 率 | 0% |`,
);
const target = (deadline: number | null, cell: string, indicator = "childcare_leave_rate") => ({
  indicator,
  value: 0.3,
  unit: "ratio" as const,
  text: "30%",
  deadline: deadline as never,
  at: { sheet: "実績", cell },
});
const plan = (to: number, law: "jisedai" | "jokatsu", cell: string) => ({ id: cell, name: "行動計画", law, from: 2020 as never, to: to as never, at: { sheet: "実績", cell } });

test.each(
  casesFor(targetExpired, {
    silent: [
      { because: "this year is not over", reading: readingOf([none], { targets: [target(2026, "B2")] }) },
      { because: "a later target follows", reading: readingOf([none], { targets: [target(2024, "B2"), target(2029, "C2")] }) },
      { because: "no deadline", reading: readingOf([none], { targets: [target(null, "B2")] }) },
      { because: "the next plan is there", reading: readingOf([none], { plans: [plan(2024, "jisedai", "A1"), plan(2029, "jisedai", "A2")] }) },
    ],
    speaks: [
      {
        because: "two targets to 令和6年度, looked at in 令和8年度",
        reading: readingOf([none], { targets: [target(2024, "B2"), target(2024, "B3", "partial_leave_rate")] }),
        at: ["B2"],
        related: ["B3"],
        says: "期限（令和6年度）を過ぎた目標です（2件）",
      },
      {
        because: "only one of two plans has ended",
        reading: readingOf([none], { plans: [plan(2024, "jisedai", "A1"), plan(2027, "jokatsu", "A2")] }),
        at: ["A1"],
        says: "計画期間（令和6年度まで）",
      },
    ],
  }),
)("%s", (_, verify) => verify());
