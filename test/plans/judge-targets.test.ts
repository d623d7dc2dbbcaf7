import fc from "fast-check";
import { groupKey } from "../../src/model/observation";
import { renderYearSummary, summariseYears } from "../../src/plans/summarise-years";
import { placeAt, tableOf } from "../support/observations";
import { judge, planOf, statuses, targetOf, years, type Situation } from "./plan-words";

const months = ["4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"];

describe("目標と実績を合わせる", () => {
  const twenty = { value: 0.2, unit: "ratio", comparison: "at-least" } as const;
  const cases: readonly (Situation & { readonly because: string; readonly expect: string })[] = [
    {
      because: "a target for everybody meets figures that only men have",
      plans: [planOf(2020, 2024)],
      targets: [targetOf("20%以上", { indicator: "childcare_leave_rate", ...twenty })],
      tables: [years("childcare_leave_rate sex=male", "R2 R3", "取得率 | 25.0% | 12.5%")],
      expect: "2020 met male||||| 2021 missed male|||||",
    },
    {
      because: "a target over men and women is held against each",
      plans: [planOf(2023, 2023)],
      targets: [targetOf("20%以上", { indicator: "childcare_leave_rate", ...twenty })],
      tables: [years("childcare_leave_rate", "R5", "男性 :: sex=male | 10%", "女性 :: sex=female | 100%")],
      expect: "2023 missed male||||| 2023 met female|||||",
    },
    {
      because: "the group named is the one judged; the total is everybody",
      plans: [planOf(2023, 2023)],
      targets: [
        targetOf("男性20%以上", { indicator: "partial_leave_rate", group: { sex: "male" }, ...twenty }),
        targetOf("全体20%以上", { indicator: "partial_leave_rate", ...twenty }),
      ],
      tables: [years("partial_leave_rate", "R5", "男性 :: sex=male | 10%", "女性 :: sex=female | 90%", "計 :: grade=合計 | 50%")],
      expect: "2023 missed male||||| 2023 met |||||",
    },
    {
      because: "departments without a total leave open what the whole comes to",
      plans: [planOf(2023, 2023)],
      targets: [targetOf("20%以上", { indicator: "female_staff_rate", ...twenty })],
      tables: [years("female_staff_rate", "R5", "正規 :: employment=正規 | 10%", "臨時 :: employment=臨時 | 90%", "再任用 :: employment=再任用 | 90%")],
      expect: "2023 not-comparable |||正規||",
    },
    {
      because: "April 1 speaks for the year before",
      plans: [planOf(2023, 2024)],
      targets: [targetOf("20%以上", { indicator: "female_manager_rate", ...twenty })],
      tables: [tableOf({ all: "female_manager_rate" }, "| | R5.4.1 | R6.4.1 | R7.4.1 |\n| 割合 | 10% | 20% | 15% |")],
      expect: "2022 baseline ||||| 2023 met ||||| 2024 missed |||||",
    },
    {
      because: "or for the year it opens, where the organisation says so",
      profile: { asOfSpeaksFor: "same-year" },
      plans: [planOf(2023, 2024)],
      targets: [targetOf("20%以上", { indicator: "female_manager_rate", ...twenty })],
      tables: [tableOf({ all: "female_manager_rate" }, "| | R5.4.1 | R6.4.1 | R7.4.1 |\n| 割合 | 10% | 20% | 15% |")],
      expect: "2023 missed ||||| 2024 met ||||| 2025 expired |||||",
    },
    {
      because: "takers and eligible without a line for the rate",
      plans: [planOf(2023, 2025)],
      targets: [targetOf("20%以上", { indicator: "childcare_leave_rate", group: { sex: "male" }, ...twenty })],
      tables: [years("childcare_leave_rate sex=male", "R5 R6 R7", "対象者 :: denominator | #10 | #0 | #10", "取得者 :: numerator | #2 | #0 | #1")],
      expect: "2023 met male||||| 2024 not-applicable male||||| 2025 missed male|||||",
    },
    {
      because: "the monthly average from the year per head",
      plans: [planOf(2023, 2024)],
      targets: [targetOf("8.5時間以内", { indicator: "overtime_per_head_month", value: 8.5, unit: "hours", comparison: "at-most" })],
      tables: [years("overtime_per_head_year unit=hours", "R5 R6", "一人当たり | #101.5 | #117.6")],
      expect: "2023 met ||||| 2024 missed |||||",
    },
    {
      because: "a year that only its twelve months state",
      plans: [planOf(2023, 2023)],
      targets: [
        targetOf("150時間以内", { indicator: "overtime_per_head_year", value: 150, unit: "hours", comparison: "at-most" }),
        targetOf("1,800時間以下", { indicator: "overtime_total_hours", value: 1800, unit: "hours", comparison: "at-most" }),
      ],
      tables: [
        tableOf(
          { all: "R5 unit=hours" },
          `| | ${months.join(" | ")} |\n| 時間数 :: overtime_monthly | ${months.map(() => "#151").join(" | ")} |\n| 一人当たり :: overtime_per_head_year | ${months.map(() => "#10").join(" | ")} |`,
        ),
      ],
      expect: "2023 met ||||| 2023 missed |||||",
    },
    {
      because: "a target for men under the one table of its sheet, which speaks of no sex",
      plans: [planOf(2023, 2023)],
      targets: [targetOf("60%", { indicator: "childcare_leave_rate", group: { sex: "male" }, value: 0.6, unit: "ratio", at: placeAt("実績!A9"), source: "below" })],
      tables: [years("childcare_leave_rate", "R5", "取得率 | 94.4%")],
      expect: "2023 met male|||||",
    },
    {
      because: "figures for all on another sheet are not the men's",
      plans: [planOf(2023, 2023)],
      targets: [targetOf("60%", { indicator: "childcare_leave_rate", group: { sex: "male" }, value: 0.6, unit: "ratio", at: placeAt("計画!A9"), source: "column" })],
      tables: [years("childcare_leave_rate", "R5", "取得率 | 94.4%")],
      expect: "2023 unknown male|||||",
    },
    {
      because: "takers themselves where the target is in people",
      plans: [planOf(2023, 2024)],
      targets: [targetOf("3人以上", { indicator: "childcare_leave_rate", group: { sex: "male" }, value: 3, unit: "people", comparison: "at-least" })],
      tables: [years("childcare_leave_rate sex=male", "R5 R6", "取得者 :: numerator | #2 | #3", "取得率 | 100% | 20%")],
      expect: "2023 missed male||||| 2024 met male|||||",
    },
    {
      because: "a rate where nobody was eligible, or none where somebody was, is looked at first, whether a check speaks or not",
      plans: [planOf(2023, 2025)],
      targets: [targetOf("50%", { indicator: "partial_leave_rate", value: 0.5, unit: "ratio" })],
      tables: [years("partial_leave_rate", "R5 R6 R7", "取得率 | 0% | 該当者なし | 0%", "対象者 :: denominator | 該当者なし | #3 | #0")],
      expect: "2023 conflict ||||| 2024 conflict ||||| 2025 conflict |||||",
    },
    {
      because: "a target that holds longer than its plan is judged to its own deadline",
      plans: [planOf(2021, 2023)],
      targets: [targetOf("30%（令和7年度まで）", { kind: "final-year", deadline: 2025, indicator: "female_manager_rate", value: 0.3, unit: "ratio" })],
      tables: [years("female_manager_rate", "R5 R6 R7", "割合 | 20% | 25% | 30%")],
      expect: "2021 unknown ||||| 2022 unknown ||||| 2023 in-progress ||||| 2024 in-progress ||||| 2025 met |||||",
    },
    {
      because: "an undated target that the organisation judges at the end of the plan",
      plans: [planOf(2023, 2025)],
      targets: [targetOf("12日", { kind: "final-year", value: 12, unit: "days" })],
      tables: [years("annual_leave_avg_days unit=days", "R5 R6 R7", "日数 | 9日 | 12日 | 11.9日")],
      expect: "2023 in-progress ||||| 2024 met-early ||||| 2025 missed |||||",
    },
    {
      because: "years of the plan before its first figure are not known; a blank cell of the last one is awaited",
      plans: [planOf(2021, 2025)],
      targets: [targetOf("20%以上", { indicator: "partial_leave_rate", ...twenty })],
      tables: [years("partial_leave_rate", "R5 R6", "取得率 | | ")],
      expect: "2021 unknown ||||| 2022 unknown ||||| 2023 pending ||||| 2024 pending |||||",
    },
    {
      because: "without a plan every year stated is judged",
      targets: [targetOf("20%以上", { plans: [], indicator: "partial_leave_rate", ...twenty })],
      tables: [years("partial_leave_rate", "R3 R4 R5", "取得率 | 10% | 20% | ")],
      expect: "2021 missed ||||| 2022 met ||||| 2023 pending |||||",
    },
    {
      because: "a plan whose years nobody kept any figures of this target",
      plans: [planOf(2023, 2025)],
      targets: [targetOf("20%以上", { indicator: "female_applicant_rate", ...twenty })],
      tables: [years("partial_leave_rate", "R3 R4 R5", "取得率 | 10% | 20% | 20%")],
      expect: "2023 unknown |||||",
    },
  ];
  test.each(cases.map((c) => [c.because, c] as const))("%s", (_, c) => {
    expect(
      judge(c)
        .map((j) => `${j.fiscalYear} ${j.status} ${groupKey(j.group)}`)
        .join(" "),
    ).toBe(c.expect);
  });
});

describe("計画ごとの目標", () => {
  test("a target revised midway judges from its own year on, and years before it by the old one", () => {
    const situation: Situation = {
      plans: [planOf(2021, 2025)],
      targets: [targetOf("10日", { value: 10, unit: "days" }), targetOf("12日（令和6年度から）", { value: 12, unit: "days", from: 2024, at: placeAt("計画!B9") })],
      tables: [years("annual_leave_avg_days unit=days", "R2 R3 R4 R5 R6 R7", "日数 | 9日 | 11日 | 11日 | 9日 | 11日 | 13日")],
    };
    expect(judge(situation).map((j) => `${j.fiscalYear} ${j.target.text} ${j.status}`)).toEqual([
      "2020 10日 baseline",
      "2021 10日 met",
      "2022 10日 met",
      "2023 10日 missed",
      "2024 12日（令和6年度から） missed",
      "2025 12日（令和6年度から） met",
    ]);
  });

  test("stages follow each other by their deadlines", () => {
    const stage = (text: string, value: number, deadline: number) => targetOf(text, { kind: "final-year", value, unit: "ratio", deadline, indicator: "female_manager_rate" });
    const found = judge({
      plans: [planOf(2021, 2025)],
      targets: [stage("30%（令和7年度まで）", 0.3, 2025), stage("20%（令和5年度まで）", 0.2, 2023)],
      tables: [years("female_manager_rate", "R3 R4 R5 R6 R7", "割合 | 10% | 15% | 20% | 24% | 29%")],
    });
    expect(found.map((j) => `${j.fiscalYear} ${j.target.text.slice(0, 3)} ${j.status}`)).toEqual([
      "2021 20% in-progress",
      "2022 20% in-progress",
      "2023 20% met",
      "2024 30% in-progress",
      "2025 30% missed",
    ]);
  });

  test("a list and a bracket that say the same are judged once; a number weighs more than a direction", () => {
    const found = judge({
      plans: [planOf(2023, 2023)],
      targets: [
        targetOf("取得促進", { kind: "direction-only", source: "list" }),
        targetOf("12日", { value: 12, unit: "days", source: "caption" }),
        targetOf("12日以上", { value: 12, unit: "days", source: "list" }),
      ],
      tables: [years("annual_leave_avg_days unit=days", "R5", "日数 | 13日")],
    });
    expect(found.map((j) => `${j.target.text} ${j.status}`)).toEqual(["12日以上 met"]);
  });

  test("two plans may ask differently of one indicator: a number here, a direction there", () => {
    const found = judge({
      plans: [planOf(2023, 2024), planOf(2023, 2025, { id: "plan-2", name: "女活法の計画", law: "jokatsu" })],
      targets: [
        targetOf("完全取得率100%", { indicator: "spouse_birth_leave_full_rate", value: 1, unit: "ratio" }),
        targetOf("完全取得率を促進", { indicator: "spouse_birth_leave_full_rate", kind: "direction-only", plans: ["plan-2"] }),
      ],
      tables: [years("spouse_birth_leave_full_rate sex=male", "R4 R5 R6 R7", "率 | 50% | 25% | 100% | 50%")],
    });
    expect(found.map((j) => `${j.plan} ${j.fiscalYear} ${j.status}`)).toEqual([
      "次世代法の計画 2022 baseline",
      "次世代法の計画 2023 missed",
      "次世代法の計画 2024 met",
      "次世代法の計画 2025 out-of-period",
      "女活法の計画 2022 baseline",
      "女活法の計画 2023 worsened",
      "女活法の計画 2024 improved",
      "女活法の計画 2025 unchanged",
    ]);
  });

  test("a target without a plan goes to the plan above it, or to the one whose law speaks of its topic", () => {
    const plans = [planOf(2023, 2024), planOf(2024, 2025, { id: "plan-2", name: "女活法の計画", law: "jokatsu", at: placeAt("計画!A20") })];
    const names = (at: string, indicator: string) =>
      judge({ plans, targets: [targetOf("20%", { plans: [], indicator, value: 0.2, unit: "ratio", at: placeAt(at) })], tables: [years(indicator, "R6", "率 | 20%")] })
        .filter((j) => j.actual)
        .map((j) => j.plan);
    expect(names("計画!B5", "female_manager_rate")).toEqual(["次世代法の計画"]);
    expect(names("計画!B25", "partial_leave_rate")).toEqual(["女活法の計画"]);
    expect(names("実績!B5", "female_manager_rate")).toEqual(["女活法の計画"]);
    expect(names("実績!B5", "partial_leave_rate")).toEqual(["次世代法の計画"]);
    // Nothing tells which plan is meant: judged under each, within its own years.
    expect(names("実績!B5", "our_own_rate")).toEqual(["次世代法の計画", "女活法の計画"]);
  });
});

describe("不足と歩み", () => {
  const rate = (numerator: number, denominator: number, threshold: number, comparison: "at-least" | "at-most" = "at-least") =>
    judge({
      plans: [planOf(2023, 2023)],
      targets: [targetOf("目標", { indicator: "childcare_leave_rate", group: { sex: "male" }, value: threshold, unit: "ratio", comparison })],
      tables: [years("childcare_leave_rate sex=male", "R5", `対象 :: denominator | #${denominator}`, `取得 :: numerator | #${numerator}`, "取得率 | ")],
    })[0]!;

  test.each([
    [16, 18, 0.9, 1],
    [2, 3, 0.85, 1],
    [0, 20, 0.85, 17],
    [6, 20, 0.7, 8],
    [0, 1, 1, 1],
  ])("%d of %d to reach %d: %d more", (numerator, denominator, threshold, people) => {
    expect(rate(numerator, denominator, threshold).gap).toMatchObject({ unit: "ratio", people });
  });

  test("the sentence names the people, not only the percent", () => {
    expect(rate(16, 18, 0.9).because.ja).toBe("88.9%（16人/18人）で、目標（90%以上）に届いていません。対象18人中あと1人です。");
    expect(rate(5, 20, 0.1, "at-most").because.ja).toContain("対象20人中あと3人少なければ届きます。");
  });

  test("days are short by days", () => {
    const [missed] = judge({
      plans: [planOf(2023, 2023)],
      targets: [targetOf("12日", { value: 12, unit: "days" })],
      tables: [years("annual_leave_avg_days unit=days", "R5", "日数 | 9日")],
    });
    expect(missed!.gap).toEqual({ value: 3, unit: "days", people: null });
    expect(missed!.because.ja).toBe("9日で、目標（12日）に届いていません。あと3日です。");
  });

  test("people are short by whole people", () => {
    const [missed] = judge({
      plans: [planOf(2023, 2023)],
      targets: [targetOf("8人以上", { value: 8, unit: "people", indicator: "childcare_leave_takers", comparison: "at-least" })],
      tables: [years("childcare_leave_takers unit=people", "R5", "人数 | 6人")],
    });
    expect(missed!.gap).toEqual({ value: 2, unit: "people", people: 2 });
  });

  test("the pace is held against the straight line from the baseline", () => {
    const found = judge({
      plans: [planOf(2021, 2024)],
      targets: [targetOf("50%（令和6年度まで）", { kind: "final-year", deadline: 2024, indicator: "childcare_leave_rate", group: { sex: "male" }, value: 0.5, unit: "ratio" })],
      tables: [years("childcare_leave_rate sex=male", "R2 R3 R4 R5 R6", "取得率 | 10% | 20% | 29% | 60% | 50%")],
    });
    expect(found.map((j) => `${j.fiscalYear} ${j.status} ${j.pace}`)).toEqual([
      "2020 baseline null",
      "2021 in-progress ahead",
      "2022 in-progress behind",
      "2023 met-early ahead",
      "2024 met null",
    ]);
  });
});

describe("性質", () => {
  const figures = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 3 });
  const missesOf = (values: readonly number[], threshold: number, kind: "every-year" | "final-year") =>
    judge({
      plans: [planOf(2023, 2025)],
      targets: [targetOf("目標", { kind, value: threshold / 1000, unit: "ratio", indicator: "partial_leave_rate", comparison: "at-least" })],
      tables: [years("partial_leave_rate", "R5 R6 R7", `取得率 | ${values.map((v) => `#${(v / 10).toFixed(1)}%`).join(" | ")}`)],
    }).filter((j) => j.status === "missed" || j.status === "missed-by-rounding").length;

  test("raising an at-least actual never adds a miss", () => {
    fc.assert(
      fc.property(
        figures,
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom("every-year" as const, "final-year" as const),
        (values, threshold, at, by, kind) => {
          const raised = values.map((v, i) => (i === at ? v + by : v));
          expect(missesOf(raised, threshold, kind)).toBeLessThanOrEqual(missesOf(values, threshold, kind));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a direction and a measure are never missed, whatever the figures", () => {
    fc.assert(
      fc.property(figures, fc.constantFrom("direction-only" as const, "initiative" as const), (values, kind) => {
        const found = judge({
          plans: [planOf(2022, 2024)],
          targets: [targetOf("取得促進", { kind, indicator: "partial_leave_rate" })],
          tables: [years("partial_leave_rate", "R3 R4 R5", `率 | ${values.map((v) => `${v / 10}%`).join(" | ")}`)],
        });
        expect(statuses(found)).not.toMatch(/missed/);
      }),
      { numRuns: 40 },
    );
  });

  test("the fewest people: one fewer would not do", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 100 }), fc.nat(), (denominator, percent, seed) => {
        const numerator = seed % (denominator + 1);
        const [found] = judge({
          plans: [planOf(2023, 2023)],
          targets: [targetOf("目標", { value: percent / 100, unit: "ratio", indicator: "partial_leave_rate", comparison: "at-least" })],
          tables: [years("partial_leave_rate", "R5", `対象 :: denominator | #${denominator}`, `取得 :: numerator | #${numerator}`, "取得率 | ")],
        });
        const people = found!.gap?.people ?? 0;
        expect((numerator + people) * 100).toBeGreaterThanOrEqual(percent * denominator);
        if (people > 0) expect((numerator + people - 1) * 100).toBeLessThan(percent * denominator);
      }),
      { numRuns: 80 },
    );
  });
});

describe("年度の帯", () => {
  test("always adds up", () => {
    const found = judge({
      plans: [planOf(2023, 2025)],
      targets: [
        targetOf("12日", { value: 12, unit: "days" }),
        targetOf("100%", { indicator: "partial_leave_rate", value: 1, unit: "ratio" }),
        targetOf("縮減促進", { kind: "direction-only", indicator: "overtime_total_hours" }),
        targetOf("20%（令和7年度まで）", { kind: "final-year", deadline: 2025, indicator: "female_manager_rate", value: 0.2, unit: "ratio" }),
      ],
      tables: [
        years("annual_leave_avg_days unit=days", "R4 R5 R6 R7", "日数 | 9日 | 11日 | 12日 | "),
        years("partial_leave_rate", "R5 R6 R7", "率 | 該当者なし | 100% | 99%"),
        years("overtime_total_hours unit=hours", "R5 R6 R7", "時間 | #100 | #90 | #80"),
        years("female_manager_rate", "R5 R6 R7", "割合 | 10% | 20% | 20%"),
      ],
    });
    const summaries = summariseYears(found);
    for (const s of summaries) expect(s.met + s.missed + s.inProgress + s.notApplicable + s.unknown + s.toConfirm).toBe(s.judged);
    expect(summaries.map((s) => `${s.fiscalYear} ${renderYearSummary(s).ja}`)).toEqual([
      "2022 判定対象0件中 達成0・未達0・途中0・該当なし0・未把握0・要確認0",
      "2023 判定対象3件中 達成0・未達1・途中1・該当なし1・未把握0・要確認0",
      "2024 判定対象3件中 達成2・未達0・途中1・該当なし0・未把握0・要確認0",
      "2025 判定対象3件中 達成1・未達1・途中0・該当なし0・未把握1・要確認0",
    ]);
  });
});
