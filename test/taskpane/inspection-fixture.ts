import type { Inspection } from "../../src/inspection/inspection";
import type { Place } from "../../src/model/cell";
import type { Fill } from "../../src/model/fill";
import type { Finding } from "../../src/model/finding";
import type { Observation } from "../../src/model/observation";
import { fiscalYear, type Period } from "../../src/model/period";
import type { Judgement, JudgementStatus, Plan, Target } from "../../src/model/plan";
import { defaultProfile } from "../../src/model/profile";

export const leaves = "休暇・休業実績";
export const women = "女性登用";

const at = (sheet: string, cell: string): Place => ({ sheet, cell });
const year = (value: number): Period => ({ kind: "fiscal-year", year: value });

function observe(id: number, place: Place, indicator: string, value: number | null, more: Partial<Observation> = {}): Observation {
  const text = value === null ? "" : String(value);
  return {
    id,
    at: place,
    row: id,
    col: 1,
    indicator,
    role: "value",
    measure: "ratio",
    period: year(2021),
    group: {},
    state: value === null ? "blank" : "value",
    value,
    unit: "ratio",
    text,
    figure: { state: value === null ? "blank" : "value", value, unit: "ratio", step: 0.001, isApproximate: false, part: "value", text, words: "" },
    isText: false,
    format: "0.0%",
    confidence: 0.97,
    table: 0,
    line: "0:r7",
    label: "部分休業 取得率",
    isTotal: false,
    isMergedCopy: false,
    reasons: [{ feature: "indicator", said: "部分休業", at: at(leaves, "A3") }],
    ...more,
  };
}

const findings: Finding[] = [
  {
    check: "rate-disagrees-with-counts",
    severity: "error",
    at: at(leaves, "D21"),
    related: [at(leaves, "D19"), at(leaves, "D20")],
    message: { ja: "率が計算と合いません。表示78.5%、計算87.5%（7人/8人）。", en: "The rate does not follow from its counts: 78.5% stated, 87.5% computed (7 of 8)." },
    arithmetic: { ja: "7人 ÷ 8人 = 87.5%、記載 78.5%", en: "7 ÷ 8 = 87.5%, stated 78.5%" },
    fix: { text: "87.5%" },
    indicator: "childcare_leave_rate",
    fiscalYear: 2023,
  },
  {
    check: "rate-without-eligible",
    severity: "error",
    at: at(leaves, "B5"),
    related: [at(leaves, "B4")],
    message: {
      ja: "対象者がいないため率は計算できません。「該当者なし」が適切です。",
      en: "Nobody was eligible, so there is no rate. “該当者なし” (no one eligible) is the right entry.",
    },
    fix: { text: "該当者なし" },
    indicator: "partial_leave_rate",
    fiscalYear: 2021,
  },
  {
    check: "uptake-above-hundred",
    severity: "warning",
    at: at(leaves, "E21"),
    related: [],
    message: {
      ja: "100%を超えています。前年度以前の対象者の取得を含む場合は、このままで問題ありません。",
      en: "Above 100%. If it includes people who became eligible in earlier years, it can stay as it is.",
    },
    fix: null,
    indicator: "childcare_leave_rate",
    fiscalYear: 2024,
  },
  {
    check: "numbers-as-text",
    severity: "info",
    at: at(women, "B4"),
    related: [at(women, "B5"), at(women, "B6"), at(women, "C4"), at(women, "C5"), at(women, "C6")],
    message: { ja: "文字列の数値が6件あります。", en: "6 numbers are typed as text." },
    fix: null,
  },
];

const plan = (id: string, name: string, law: Plan["law"], from: number, to: number, cell: string): Plan => ({
  id,
  name,
  law,
  from: fiscalYear(from),
  to: fiscalYear(to),
  at: at(leaves, cell),
});

const target = (id: string, indicator: string, text: string, more: Partial<Target> = {}): Target => ({
  id,
  plans: ["p1"],
  indicator,
  group: {},
  kind: "every-year",
  comparison: "at-least",
  value: 12,
  unit: "days",
  deadline: null,
  baseYear: null,
  from: null,
  change: null,
  text,
  at: at(leaves, "B33"),
  source: "column",
  confidence: 0.95,
  ...more,
});

const jisedai = "次世代育成支援対策推進法に基づく特定事業主行動計画";
const jokatsu = "女性活躍推進法に基づく特定事業主行動計画";

const annualLeave = target("t1", "annual_leave_avg_days", "12日以上");
const fathers = target("t2", "childcare_leave_rate", "50%以上", { value: 0.5, unit: "ratio", group: { sex: "male" } });
const direction = target("t3", "female_manager_rate", "登用を促進", { kind: "direction-only", value: null, unit: null, comparison: null, plans: ["p2"] });

function judge(
  plan: string | null,
  of: Target,
  fy: number,
  status: JudgementStatus,
  value: number | null,
  cell: string,
  gap: Judgement["gap"],
  because: Judgement["because"],
): Judgement {
  return {
    plan,
    indicator: of.indicator,
    group: of.group,
    fiscalYear: fiscalYear(fy),
    status,
    target: of,
    actual: { state: value === null ? "blank" : "value", value, at: at(leaves, cell), derived: false },
    gap,
    pace: null,
    because,
  };
}

const judgements: Judgement[] = [
  judge(
    jisedai,
    annualLeave,
    2023,
    "missed",
    11.9,
    "E33",
    { value: 0.1, unit: "days", people: null },
    { ja: "実績11.9日は目標12日以上に届いていません。", en: "11.9 days do not reach the target of 12 days." },
  ),
  judge(jisedai, annualLeave, 2024, "met", 12.4, "F33", null, { ja: "実績12.4日は目標12日以上を満たしています。", en: "12.4 days meet the target of 12 days." }),
  judge(
    jisedai,
    fathers,
    2023,
    "missed",
    0.375,
    "E21",
    { value: 0.125, unit: "ratio", people: 1 },
    { ja: "実績37.5%（3人/8人）は目標50%以上に届いていません。", en: "37.5% (3 of 8) do not reach the target of 50%." },
  ),
  judge(jisedai, fathers, 2024, "pending", null, "F21", null, { ja: "この年度の実績がまだ入力されていません。", en: "The figure of this year has not been entered yet." }),
  judge(jokatsu, direction, 2023, "improved", 0.2, "C9", null, {
    ja: "目標が「促進」のため、達成・未達の判定はしません。前年度より増えています。",
    en: "The target names only a direction: it is not met or missed. The share has grown.",
  }),
  judge(jokatsu, direction, 2024, "unchanged", 0.2, "D9", null, { ja: "前年度と同じ値です。", en: "Same as the year before." }),
  judge(jokatsu, direction, 2025, "pending", null, "E9", null, { ja: "この年度の実績がまだ入力されていません。", en: "The figure of this year has not been entered yet." }),
];

const fills: Fill[] = [
  {
    at: at(leaves, "B5"),
    indicator: "partial_leave_rate",
    period: year(2021),
    group: {},
    state: "not-applicable",
    value: null,
    formula: '=IF(B4=0,"該当者なし",B3/B4)',
    format: "0.0%",
    sources: [at(leaves, "B3"), at(leaves, "B4")],
    derivation: { ja: "取得人数 0人 ÷ 育休からの復帰人数 0人", en: "0 takers ÷ 0 people back from leave" },
  },
  {
    at: at(leaves, "C5"),
    indicator: "partial_leave_rate",
    period: year(2022),
    group: {},
    state: "value",
    value: 0.5,
    formula: '=IF(C4=0,"該当者なし",C3/C4)',
    format: "0.0%",
    sources: [at(leaves, "C3"), at(leaves, "C4")],
    derivation: { ja: "取得人数 1人 ÷ 育休からの復帰人数 2人", en: "1 taker ÷ 2 people back from leave" },
  },
  {
    at: at(women, "C9"),
    indicator: "female_manager_rate",
    period: { kind: "as-of", year: 2024, date: "2024-04-01" },
    group: {},
    state: "value",
    value: 0.2,
    formula: null,
    format: null,
    sources: [at(women, "C7")],
    derivation: { ja: "女性 1人 ÷ 管理職 5人", en: "1 woman ÷ 5 managers" },
  },
];

/** A hand-made inspection: every part of the pane has something to show. */
export const inspection: Inspection = {
  name: "フォローアップ.xlsx",
  sheets: [
    { name: leaves, cells: 210, isProtected: false, visibility: "visible" },
    { name: women, cells: 60, isProtected: false, visibility: "visible" },
  ],
  asOf: "2025-06-01",
  profile: defaultProfile,
  repairs: [],
  reading: {
    tables: [
      {
        id: 0,
        sheet: leaves,
        range: { top: 1, left: 0, bottom: 6, right: 4 },
        captions: [{ at: at(leaves, "A1"), text: "⑬部分休業（第１号部分休業）" }],
        notes: [],
        periods: [],
        headcount: undefined,
        indicator: "partial_leave_rate",
        confidence: 0.96,
      },
      { id: 1, sheet: women, range: { top: 3, left: 0, bottom: 9, right: 5 }, captions: [], notes: [], periods: [], headcount: undefined, indicator: undefined, confidence: 0.55 },
    ],
    observations: [
      observe(0, at(leaves, "B5"), "partial_leave_rate", null),
      observe(1, at(leaves, "C5"), "partial_leave_rate", null, { period: year(2022) }),
      observe(2, at(leaves, "D21"), "childcare_leave_rate", 0.785, { period: year(2023), group: { sex: "male" } }),
      observe(3, at(women, "C9"), "female_manager_rate", null, { table: 1, period: { kind: "as-of", year: 2024, date: "2024-04-01" } }),
    ],
    targets: [annualLeave, fathers, direction],
    plans: [plan("p1", jisedai, "jisedai", 2023, 2024, "A30"), plan("p2", jokatsu, "jokatsu", 2023, 2025, "A40")],
    legends: [],
    headcounts: [],
    asides: [],
    progress: [],
    texts: [],
    unread: [
      {
        sheet: women,
        range: { top: 20, left: 0, bottom: 24, right: 3 },
        figures: 8,
        because: { ja: "見出しの語から指標を決められませんでした。", en: "No heading tells which indicator this is." },
      },
    ],
  },
  findings,
  accepted: [],
  notChecked: [
    {
      check: "managers-disagree-with-grades",
      at: at(women, "A12"),
      missing: { ja: "管理職にあたる級が分からないため、級別表との照合はできません。", en: "Which grades are managers is not known, so the table by grade cannot be compared." },
    },
  ],
  failures: [],
  fills,
  judgements,
};

/** The names of the fixture's indicators. */
export function nameOf(id: string): { label: { ja: string; en: string }; direction: "up" } | undefined {
  const ja = (
    {
      partial_leave_rate: "部分休業取得率",
      childcare_leave_rate: "育児休業取得率",
      annual_leave_avg_days: "年次有給休暇 平均取得日数",
      female_manager_rate: "管理的地位にある職員に占める女性職員の割合",
    } as { readonly [id: string]: string }
  )[id];
  const en = (
    {
      partial_leave_rate: "Partial leave uptake",
      childcare_leave_rate: "Childcare leave uptake",
      annual_leave_avg_days: "Annual leave, average days",
      female_manager_rate: "Share of women among managers",
    } as { readonly [id: string]: string }
  )[id];
  return ja && en ? { label: { ja, en }, direction: "up" } : undefined;
}
