import { DECISION_TABLE } from "../../src/plans/decision-table";
import type { Judgement } from "../../src/model/plan";
import { judge, planOf, statuses, targetOf, years, type Situation } from "./plan-words";
import { placeAt, tableOf } from "../support/observations";

interface Row extends Situation {
  readonly because: string;
  readonly expect: string;
}

const leave = (...cells: string[]) => years("annual_leave_avg_days unit=days", "R3 R4 R5 R6 R7", `平均取得日数 | ${cells.join(" | ")}`);
const twelveDays = targetOf("12日以上", { value: 12, unit: "days", comparison: "at-least" });
const fathers = (...cells: string[]) => years("childcare_leave_rate sex=male", "R3 R4 R5 R6 R7", `取得率 | ${cells.join(" | ")}`);

const rows: readonly Row[] = [
  {
    because: "D01 D12 D14 D02 D05: before the plan, in it, after it; a year that nobody filled in yet",
    plans: [planOf(2023, 2024), planOf(2023, 2025, { id: "plan-2", name: "女活法の計画", law: "jokatsu" })],
    targets: [{ ...twelveDays, plans: ["plan-1", "plan-2"] }],
    tables: [leave("9日", "10日と2時間", "11日と7時間", "12日と1時間", "")],
    expect: "2021 baseline, 2022 baseline, 2023 missed, 2024 met, 2025 out-of-period, 2021 baseline, 2022 baseline, 2023 missed, 2024 met, 2025 pending",
  },
  {
    because: "D02: a plan is over and no other target follows",
    plans: [planOf(2021, 2024)],
    targets: [twelveDays],
    tables: [leave("12日", "12日", "12日", "12日", "12日")],
    expect: "2021 met, 2022 met, 2023 met, 2024 met, 2025 expired",
  },
  {
    because: "D02: a year that has not begun",
    plans: [planOf(2023, 2027)],
    targets: [twelveDays],
    tables: [leave("12日", "12日", "12日", "", "")],
    asOf: "2024-06-01",
    expect: "2021 baseline, 2022 baseline, 2023 met, 2024 pending, 2025 out-of-period",
  },
  {
    because: "D03: a measure to be taken, and a target without a number",
    plans: [planOf(2023, 2025)],
    targets: [targetOf("周知徹底", { kind: "initiative" }), targetOf("―", { indicator: "annual_leave_rate" })],
    tables: [leave("9日", "9日", "9日", "9日", "9日"), years("annual_leave_rate", "R5 R6", "取得率 | 60% | 70%")],
    expect: "2021 baseline, 2022 baseline, 2023 initiative, 2024 initiative, 2025 initiative, 2023 no-target, 2024 no-target",
  },
  {
    because: "D04: an error on the rate or its people; two tables that disagree",
    plans: [planOf(2023, 2025)],
    targets: [targetOf("85%", { indicator: "childcare_leave_rate", group: { sex: "male" }, value: 0.85, unit: "ratio" })],
    findings: [{ at: placeAt("D2") }],
    tables: [fathers("\\", "\\", "5%", "90%", "90.0%"), tableOf({ sheet: "目標", all: "childcare_leave_rate sex=male R7" }, "| | 実績 |\n| 育児休業 | 0% |")],
    expect: "2023 conflict, 2024 met, 2025 conflict",
  },
  {
    because: "D04: warnings of other rules do not stand in the way of a verdict",
    plans: [planOf(2020, 2024)],
    targets: [targetOf("80%以上", { indicator: "childcare_participation_leave_rate", value: 0.8, unit: "ratio", comparison: "at-least" })],
    findings: [{ at: placeAt("C2"), severity: "warning", check: "rate-no-whole-number-gives" }],
    tables: [years("childcare_participation_leave_rate", "R2 R5", "取得率 | 81.3% | 38.0%")],
    expect: "2020 met, 2021 unknown, 2022 unknown, 2023 missed",
  },
  {
    because: "D05: not known, not published, or left blank in an older year: never missed",
    plans: [planOf(2021, 2025)],
    targets: [twelveDays],
    tables: [leave("集計中", "", "非公表", "12日", "")],
    expect: "2021 unknown, 2022 unknown, 2023 unknown, 2024 met, 2025 pending",
  },
  {
    because: "D06: nobody was eligible, as written and as derived from 0 people",
    plans: [planOf(2021, 2025)],
    targets: [targetOf("100%", { indicator: "partial_leave_rate", value: 1, unit: "ratio" })],
    tables: [years("partial_leave_rate", "R3 R4 R5", "取得率 | 該当者なし | | ", "取得人数 :: numerator | － | #0 | #1", "復帰人数 :: denominator | － | #0 | #1")],
    expect: "2021 not-applicable, 2022 not-applicable, 2023 met",
  },
  {
    because: "D07: a target in days, an actual in percent",
    plans: [planOf(2023, 2025)],
    targets: [targetOf("取得日数 3日", { indicator: "spouse_birth_leave_avg_days", value: 3, unit: "days" })],
    tables: [years("spouse_birth_leave_rate sex=male", "R4 R5 R6", "取得率 | 50% | 66.7% | 該当者なし")],
    expect: "2022 baseline, 2023 not-comparable, 2024 not-applicable",
  },
  {
    because: "D08: a direction is better, worse or the same, and never missed",
    plans: [planOf(2023, 2025)],
    targets: [targetOf("取得促進", { kind: "direction-only", indicator: "partial_leave_rate" })],
    tables: [years("partial_leave_rate", "R3 R4 R5 R6 R7", "取得率 | 該当者なし | 50.0% | 66.7% | 25.0% | 50.0%")],
    expect: "2021 baseline, 2022 baseline, 2023 improved, 2024 worsened, 2025 unchanged",
  },
  {
    because: "D08: fewer hours are better; without a baseline the year before is compared with",
    plans: [planOf(2023, 2025)],
    targets: [targetOf("縮減促進", { kind: "direction-only", indicator: "overtime_total_hours" })],
    tables: [years("overtime_total_hours unit=hours", "R5 R6 R7", "時間数 | #1,999 | #1,725 | #1,800")],
    expect: "2023 not-comparable, 2024 improved, 2025 worsened",
  },
  {
    because: "D09: a change with nothing to count it from",
    plans: [planOf(2023, 2025)],
    targets: [targetOf("前年度より削減", { kind: "against-previous-year", indicator: "overtime_total_hours" })],
    tables: [years("overtime_total_hours unit=hours", "R5 R6 R7", "時間数 | #1,999 | #1,725 | #1,725")],
    expect: "2023 not-comparable, 2024 met, 2025 missed",
  },
  {
    because: "D09: the base year is not stated",
    plans: [planOf(2023, 2024)],
    targets: [targetOf("25年度対比で10%縮減", { kind: "against-baseline", change: 0.1, baseYear: 2013, indicator: "overtime_total_hours" })],
    tables: [years("overtime_total_hours unit=hours", "R5 R6", "時間数 | #1,999 | #1,725")],
    expect: "2023 not-comparable, 2024 not-comparable",
  },
  {
    because: "D10: before the deadline a figure is on its way, or there early",
    plans: [planOf(2022, 2025)],
    targets: [
      targetOf("13%以上（令和7年度まで）", {
        kind: "final-year",
        deadline: 2025,
        indicator: "childcare_leave_rate",
        group: { sex: "male" },
        value: 0.13,
        unit: "ratio",
        comparison: "at-least",
      }),
    ],
    tables: [fathers("0%", "5%", "10%", "47.6%", "12%")],
    expect: "2021 baseline, 2022 in-progress, 2023 in-progress, 2024 met-early, 2025 missed",
  },
  {
    because: "D10: against a base, judged at the end of the plan",
    plans: [planOf(2023, 2025)],
    targets: [targetOf("令和4年度から10%縮減", { kind: "against-baseline", change: 0.1, baseYear: 2022, indicator: "overtime_total_hours" })],
    tables: [years("overtime_total_hours unit=hours", "R4 R5 R6 R7", "時間数 | #1,000 | #950 | #890 | #900")],
    expect: "2022 baseline, 2023 in-progress, 2024 met-early, 2025 met",
  },
  {
    because: "D11: ten in five years are counted at the end",
    plans: [planOf(2021, 2025)],
    targets: [targetOf("10件以上（5年間）", { kind: "cumulative", indicator: "childcare_leave_takers", value: 10, unit: "people", comparison: "at-least" })],
    tables: [years("childcare_leave_takers unit=people", "R3 R4 R5 R6 R7", "取得者数 | 2人 | 3人 | 5人 | 1人 | 0人")],
    expect: "2021 in-progress, 2022 in-progress, 2023 in-progress, 2024 in-progress, 2025 met",
  },
  {
    because: "D11: a share over five years is all women by all hired; a year without hiring adds nobody",
    plans: [planOf(2021, 2023)],
    targets: [targetOf("3年間の累計で50%以上", { kind: "cumulative", indicator: "female_hire_rate", value: 0.5, unit: "ratio", comparison: "at-least" })],
    tables: [
      tableOf(
        { all: "female_hire_rate" },
        `| | R3 | R4 | R5 |
         | 採用者 :: denominator | #4 | #0 | #2 |
         | 女性 :: numerator | #1 | #0 | #1 |
         | 割合 | | | |`,
      ),
    ],
    expect: "2021 in-progress, 2022 not-applicable, 2023 missed",
  },
  {
    because: "D11: the mean of the years",
    plans: [planOf(2023, 2025)],
    targets: [targetOf("期間平均12日以上", { kind: "period-average", value: 12, unit: "days", comparison: "at-least" })],
    tables: [leave("\\", "\\", "11日", "13日", "12日")],
    expect: "2023 in-progress, 2024 in-progress, 2025 met",
  },
  {
    because: "D12: equality meets; more than all of them too; nobody over the limit",
    plans: [planOf(2023, 2025)],
    targets: [
      twelveDays,
      targetOf("100%", { indicator: "childcare_leave_rate", group: { sex: "female" }, value: 1, unit: "ratio" }),
      targetOf("0人", { indicator: "overtime_over_limit_count", value: 0, unit: "people" }),
    ],
    tables: [
      leave("\\", "\\", "12日", "12.0日", "11.9日"),
      years("childcare_leave_rate sex=female", "R5 R6", "取得率 | 100.4% | 99.9%"),
      years("overtime_over_limit_count unit=people", "R5 R6", "超過人数 | 0人 | 1人"),
    ],
    expect: "2023 met, 2024 met, 2025 missed, 2023 met, 2024 missed, 2023 met, 2024 missed",
  },
  {
    because: "D14: a year that has not ended is on its way, not missed; what is counted on a day is settled; what is reached is reached",
    asOf: "2026-01-20",
    plans: [planOf(2023, 2027)],
    targets: [
      targetOf("毎年度30%以上", { kind: "every-year", indicator: "childcare_leave_rate", group: { sex: "male" }, value: 0.3, unit: "ratio", comparison: "at-least" }),
      targetOf("毎年度12日以上", { kind: "every-year", indicator: "annual_leave_avg_days", value: 12, unit: "days", comparison: "at-least" }),
      targetOf("毎年度30%以上", { kind: "every-year", indicator: "female_staff_rate", value: 0.3, unit: "ratio", comparison: "at-least" }),
    ],
    tables: [
      years("childcare_leave_rate sex=male", "R5 R6 R7", "取得率 | 20% | 40% | 0%"),
      years("annual_leave_avg_days unit=days", "R5 R6 R7", "平均日数 | #13 | #11 | #12.5"),
      years("female_staff_rate", "R5 R6 R7", "女性割合 | 31% | 30% | 29%"),
    ],
    expect: "2023 missed, 2024 met, 2025 in-progress, 2023 met, 2024 missed, 2025 met, 2023 met, 2024 met, 2025 missed",
  },
  {
    because: "D13: thirty percent only as shown; the fraction decides",
    plans: [planOf(2023, 2025)],
    targets: [targetOf("30%以上", { indicator: "female_staff_rate", value: 0.3, unit: "ratio", comparison: "at-least" })],
    tables: [years("female_staff_rate", "R5 R6 R7", "女性割合 | 30.0% | 30% | 30.0%", "女性 :: numerator | #2996 | #299 | #300", "職員 :: denominator | #10000 | #1000 | #1000")],
    expect: "2023 missed-by-rounding, 2024 missed-by-rounding, 2025 met",
  },
];

describe("判定表", () => {
  test("runs from D01 to D14 without a gap", () => {
    expect(DECISION_TABLE.map((row) => row.id)).toEqual(Array.from({ length: 14 }, (_, i) => `D${String(i + 1).padStart(2, "0")}`));
  });

  test.each(rows.map((row) => [row.because, row] as const))("%s", (_, row) => {
    expect(statuses(judge(row))).toBe(row.expect);
  });

  test("every judgement says why, in both languages, with nothing left open", () => {
    const all: Judgement[] = rows.flatMap((row) => judge(row));
    for (const { because } of all) {
      expect(because.ja).toMatch(/。$/);
      expect(because.en).toMatch(/\.$/);
      expect(`${because.ja}${because.en}`).not.toMatch(/undefined|null|NaN|NG|違反|不合格|\{|\}/);
    }
  });
});
