import { deriveFills } from "../../src/filling/derive-fills";
import type { Fill } from "../../src/model/fill";
import { defaultProfile, type Profile } from "../../src/model/profile";
import type { Reading } from "../../src/model/reading";
import { readingOf, tableOf, type ReadingWords } from "../support/observations";

type Tables = Parameters<typeof readingOf>[0];

interface Offered {
  readonly because: string;
  readonly tables: Tables;
  readonly words?: ReadingWords;
  readonly profile?: Partial<Profile>;
  readonly distrusted?: readonly string[];
  /** Cell → value or state, and its formula. */
  readonly fills: { readonly [cell: string]: readonly [number | string, string | null] };
}

const partialLeave = (rows: string) =>
  tableOf(
    { captions: ["部分休業の取得状況"], all: "partial_leave_rate" },
    `| 区分 | R3 | R4 | R5 | R6 |
     ${rows}`,
  );

const offered: readonly Offered[] = [
  {
    because: "takers by those who came back; nobody eligible is 該当者なし, never 0%",
    tables: [
      partialLeave(`| 取得人数 :: numerator | #0 | #1 | #2 | #1 |
                    | 育休からの復帰人数 :: denominator | #0 | #2 | #3 | #4 |
                    | 取得率 | | | | |`),
    ],
    fills: {
      B4: ["not-applicable", '=IF(B3=0,"該当者なし",B2/B3)'],
      C4: [0.5, '=IF(C3=0,"該当者なし",C2/C3)'],
      D4: [2 / 3, '=IF(D3=0,"該当者なし",D2/D3)'],
      E4: [0.25, '=IF(E3=0,"該当者なし",E2/E3)'],
    },
  },
  {
    because: "figures typed as text give a value, and no formula could reckon with them",
    tables: [
      partialLeave(`| 取得人数 :: numerator | 該当者なし | 1人 | #2 | － |
                    | 復帰人数 :: denominator | 該当者なし | 2人 | 3人 | 該当者なし |
                    | 取得率 | | | | |`),
    ],
    fills: { B4: ["not-applicable", null], C4: [0.5, null], D4: [2 / 3, null], E4: ["not-applicable", null] },
  },
  {
    because: "a denominator nobody has counted yet gives 未把握",
    tables: [
      partialLeave(`| 取得人数 :: numerator | 7人 | 6人 | | 今後把握していく |
                    | 対象人数 :: denominator | 今後把握していく | < | < | #4 |
                    | 取得率 | | | | |`),
    ],
    fills: { B4: ["unknown", null], C4: ["unknown", null], E4: ["unknown", null] },
  },
  {
    because: "years down and measures across: the sources stand in the same row",
    tables: [
      tableOf(
        { all: "childcare_leave_rate sex=male" },
        `| 年度 | 対象者数 :: denominator | 取得者数 :: numerator | 取得率 :: value |
         | R4 | #12 | #8 | #66.7% |
         | R5 | #18 | #17 | |`,
      ),
    ],
    fills: { D3: [17 / 18, '=IF(B3=0,"該当者なし",C3/B3)'] },
  },
  {
    because: "several leaves in one table, each with its own takers and eligible",
    tables: [
      tableOf(
        { all: "R5" },
        `| 制度 | 対象 :: denominator | 取得 :: numerator | 取得率 :: value |
         | 育児休業 男性 :: childcare_leave_rate sex=male | #10 | #1 | |
         | 育児休業 女性 :: childcare_leave_rate sex=female | #21 | #21 | |
         | 部分休業 男性 :: partial_leave_rate sex=male | #12 | #1 | |`,
      ),
    ],
    fills: {
      D2: [0.1, '=IF(B2=0,"該当者なし",C2/B2)'],
      D3: [1, '=IF(B3=0,"該当者なし",C3/B3)'],
      D4: [1 / 12, '=IF(B4=0,"該当者なし",C4/B4)'],
    },
  },
  {
    because: "the full rate takes the line of all three days, and the eligible of the leave",
    tables: [
      tableOf(
        { all: "spouse_birth_leave_rate" },
        `| 区分 | R4 | R5 |
         | 1日 :: part bucket=1日 | #0 | #1 |
         | 2日 :: part bucket=2日 | #1 | #0 |
         | 3日 :: part bucket=3日 | #1 | #1 |
         | 妻が出産した人数 :: denominator | #2 | #4 |
         | 取得率 | | |
         | 3日間の取得率 :: spouse_birth_leave_full_rate | | |`,
      ),
    ],
    fills: {
      B6: [1, '=IF(B5=0,"該当者なし",SUM(B2:B4)/B5)'],
      C6: [0.5, '=IF(C5=0,"該当者なし",SUM(C2:C4)/C5)'],
      B7: [0.5, '=IF(B5=0,"該当者なし",B4/B5)'],
      C7: [0.25, '=IF(C5=0,"該当者なし",C4/C5)'],
    },
  },
  {
    because: "days by people; the filled year tells which people",
    tables: [
      tableOf(
        { all: "child_nursing_leave_avg_days" },
        `| 区分 | R3 | R4 |
         | 対象人数 :: child_nursing_leave_rate denominator | #11 | #10 |
         | 延べ取得日数 :: numerator unit=days | #5.5 | #21 |
         | 平均取得日数 :: value unit=days | #0.5 | |`,
      ),
    ],
    fills: { C4: [2.1, '=IF(C2=0,"該当者なし",C3/C2)'] },
  },
  {
    because: "overtime by the people the heading counts; months and the year alike",
    tables: [
      tableOf(
        { all: "R5", captions: ["令和5年度　時間外勤務時間数（対象17人）"], headcount: 17 },
        `| | 4月 | 5月 | 合計 :: overtime_total_hours |
         | 時間数 :: overtime_monthly value unit=hours | #150 | #120 | #270 |
         | 一人当たり :: overtime_per_head_month value unit=hours | | | \\ |`,
      ),
      tableOf(
        { all: "R5", at: "A9", headcount: 17 },
        `| | 年間 |
         | 時間数 :: overtime_total_hours unit=hours | #1615 |
         | 一人当たり年 :: overtime_per_head_year unit=hours | |`,
      ),
    ],
    fills: { B3: [150 / 17, "=B2/17"], C3: [120 / 17, "=C2/17"], B11: [95, "=B10/17"] },
  },
  {
    because: "the monthly average is a twelfth of the year",
    tables: [
      tableOf(
        { all: "R5" },
        `| | 年度計 |
         | 一人当たり年 :: overtime_per_head_year unit=hours | #102 |
         | 月平均 :: overtime_per_head_month unit=hours | |`,
      ),
    ],
    fills: { B3: [8.5, "=B2/12"] },
  },
  {
    because: "women among managers from the table of grades on another sheet, 課長 and above",
    tables: [
      tableOf(
        { sheet: "役職別 R5", all: "female_rate_by_grade R4.4.1" },
        `| | 係長級 :: grade=係長級 | 課長補佐級 :: grade=課長補佐級 | 課長級 :: grade=課長級 | 部長・次長級 :: grade=部長・次長級 |
         | 職員数 :: denominator | #9 | #5 | #4 | #2 |
         | 女性 :: numerator | #3 | #2 | #1 | #0 |`,
      ),
      tableOf(
        { sheet: "女性登用", all: "female_manager_rate" },
        `| | R4.4.1 |
         | 女性割合 | |`,
      ),
    ],
    fills: { "女性登用!B2": [1 / 6, "=IF('役職別 R5'!D2+'役職別 R5'!E2=0,\"該当者なし\",('役職別 R5'!D3+'役職別 R5'!E3)/('役職別 R5'!D2+'役職別 R5'!E2))"] },
  },
  {
    because: "the profile names the grades of managers",
    profile: { managerGrades: ["7級", "8級"] },
    tables: [
      tableOf(
        { all: "female_rate_by_grade R4.4.1" },
        `| | 6級 :: grade=6級 | 7級 :: grade=7級 | 8級 :: grade=8級 |
         | 級別人数 :: denominator | 2人 | 4人 | 1人 |
         | 女性人数 :: numerator | 1人 | 1人 | 0人 |`,
      ),
      tableOf(
        { at: "A9", all: "female_manager_rate" },
        `| | R4.4.1 |
         | 女性割合 | |`,
      ),
    ],
    fills: { B10: [0.2, null] },
  },
  {
    because: "pairs in one cell are text: a value, and no formula",
    tables: [
      tableOf(
        { all: "female_staff_rate employment=臨時" },
        `| | R4.4.1 |
         | 人数内訳 | 7人/8人 |
         | 女性割合 | |`,
      ),
    ],
    fills: { B3: [0.875, null] },
  },
  {
    because: "a day count beside the text of days and hours",
    tables: [
      tableOf(
        { all: "annual_leave_avg_days unit=days" },
        `| | R3 | R4 |
         | 平均取得日数 | 9日と3時間 | |
         | 日換算 | | |`,
      ),
    ],
    fills: { B3: [9 + 3 / 7.75, null] },
  },
  {
    because: "women and men make up all where nobody counted all",
    tables: [
      tableOf(
        { all: "female_hire_rate" },
        `| | R4.4.1 |
         | 男性 :: part sex=male | #6 |
         | 女性 :: numerator sex=female | #2 |
         | 女性割合 | |`,
      ),
    ],
    fills: { B4: [0.25, '=IF(B3+B2=0,"該当者なし",B3/(B3+B2))'] },
  },
  {
    because: "years of service: women less men",
    tables: [
      tableOf(
        { all: "tenure_gap R3 unit=years" },
        `| 女性 :: sex=female | 女性 :: sex=female | 男性 :: sex=male | 差 |
         | 年数 | #9.5 | #11.2 | |`,
      ),
    ],
    fills: { D2: [9.5 - 11.2, "=B2-C2"] },
  },
];

const silent: readonly { readonly because: string; readonly tables: Tables; readonly distrusted?: readonly string[] }[] = [
  {
    because: "a typed rate stays, right or wrong",
    tables: [
      partialLeave(`| 取得人数 :: numerator | #1 | #1 | #1 | #1 |
                    | 復帰人数 :: denominator | #2 | #2 | #2 | #2 |
                    | 取得率 | 5% | 0% | － | 未集計 |`),
    ],
  },
  {
    because: "years whose sources are blank are still to come",
    tables: [
      partialLeave(`| 取得人数 :: numerator | | #1 | | 非公表 |
                    | 復帰人数 :: denominator | | | #2 | #3 |
                    | 取得率 | | | | |`),
    ],
  },
  {
    because: "takers where nobody was eligible contradict each other; so does 該当者なし beside people who were",
    tables: [
      partialLeave(`| 取得人数 :: numerator | #1 | 該当者なし | #1 | #1 |
                    | 復帰人数 :: denominator | #0 | #2 | 該当者なし | #0 |
                    | 取得率 | | | | |`),
    ],
  },
  {
    because: "a source with an error finding is not trusted",
    distrusted: ["実績!B2", "実績!C3", "実績!D2", "実績!E2"],
    tables: [
      partialLeave(`| 取得人数 :: numerator | #1 | #1 | #1 | #1 |
                    | 復帰人数 :: denominator | #2 | #2 | #2 | #2 |
                    | 取得率 | | | | |`),
    ],
  },
  {
    because: "covered cells of a merge take nothing",
    tables: [
      partialLeave(`| 取得人数 :: numerator | #1 | #1 | #1 | #1 |
                    | 復帰人数 :: denominator | #2 | #2 | #2 | #2 |
                    | 取得率 | 50% | < | < | < |`),
    ],
  },
  {
    because: "grades whose managers nobody names give no share",
    tables: [
      tableOf(
        { all: "female_rate_by_grade R4.4.1" },
        `| | 7級 :: grade=7級 | 8級 :: grade=8級 |
         | 級別人数 :: denominator | #4 | #1 |
         | 女性人数 :: numerator | #1 | #0 |`,
      ),
      tableOf(
        { at: "A9", all: "female_manager_rate" },
        `| | R4.4.1 |
         | 女性割合 | |`,
      ),
    ],
  },
  {
    because: "filled years that no such division gives say that the reading is wrong",
    tables: [
      partialLeave(`| 取得人数 :: numerator | #1 | #2 | #3 | #4 |
                    | 復帰人数 :: denominator | #2 | #3 | #4 | #5 |
                    | 取得率 | 12% | 91% | | |`),
    ],
  },
];

function fill(reading: Reading, options: { profile?: Partial<Profile> | undefined; distrusted?: readonly string[] | undefined }): Fill[] {
  return deriveFills(reading, { ...defaultProfile, ...options.profile }, { distrusted: new Set(options.distrusted ?? []), asOf: "2026-06-01" });
}

describe("補完", () => {
  test.each(offered.map((c) => [c.because, c] as const))("%s", (_, c) => {
    const fills = fill(readingOf(c.tables, c.words), c);
    const said = Object.fromEntries(fills.map((f) => [f.at.sheet === "実績" ? f.at.cell : `${f.at.sheet}!${f.at.cell}`, [f.state === "value" ? f.value : f.state, f.formula]]));
    expect(Object.keys(said).sort()).toEqual(Object.keys(c.fills).sort());
    for (const [cell, [value, formula]] of Object.entries(c.fills)) {
      expect([cell, said[cell]![1]]).toEqual([cell, formula]);
      if (typeof value === "number") expect(said[cell]![0]).toBeCloseTo(value, 10);
      else expect(said[cell]![0]).toBe(value);
    }
  });

  test.each(silent.map((c) => [c.because, c] as const))("silent: %s", (_, c) => {
    expect(fill(readingOf(c.tables), c)).toEqual([]);
  });

  test("a year that has not begun has no figures", () => {
    const reading = readingOf([
      partialLeave(`| 取得人数 :: numerator | #1 | #1 | #1 | #1 |
                    | 復帰人数 :: denominator | #2 | #2 | #2 | #2 |
                    | 取得率 | | | | |`),
    ]);
    const fills = deriveFills(reading, defaultProfile, { distrusted: new Set(), asOf: "2024-03-31" });
    expect(fills.map((f) => f.period?.year)).toEqual([2021, 2022, 2023]);
  });

  test("the derivation says the arithmetic with the words of the sheet", () => {
    const reading = readingOf([
      partialLeave(`| 取得人数 :: numerator | #0 | #1 | 今後把握していく | #1 |
                    | 育休からの復帰人数 :: denominator | #0 | #2 | #3 | 4人 |
                    | 取得率 | | | | |`),
    ]);
    expect(fill(reading, {}).map((f) => f.derivation.ja)).toEqual([
      "育休からの復帰人数 0人のため該当者なし",
      "取得人数 1人 ÷ 育休からの復帰人数 2人 ＝ 50.0%",
      "取得人数 未把握 ÷ 育休からの復帰人数 3人：分母か分子が未把握のため計算できません",
      "取得人数 1人 ÷ 育休からの復帰人数 4人 ＝ 25.0%（文字で入力された数値から計算）",
    ]);
  });
});

describe("補完の書式", () => {
  const rate = (typed: string) =>
    tableOf(
      { all: "partial_leave_rate" },
      `| 区分 | R3 | R4 |
       | 取得人数 :: numerator | #1 | #2 |
       | 復帰人数 :: denominator | #2 | #3 |
       | 取得率 | ${typed} | |`,
    );
  test.each([
    ["no filled neighbour: one place of percent", "", "0.0%", undefined],
    ["a neighbour typed without places", "50%", "0%", undefined],
    ["a neighbour in plain percent: the figure is multiplied", "#50.0 ", "0.0", 66.666],
  ])("%s", (_, typed, format, entered) => {
    const table = rate(typed);
    const observations = table.observations.map((o) => (o.text.startsWith("50.0") && o.role === "value" ? { ...o, value: 0.5, text: "50.0", format: "0.0" } : o));
    const fills = fill(readingOf([{ ...table, observations }]), {});
    const last = fills[fills.length - 1]!;
    expect(last.format).toBe(format);
    if (entered === undefined) expect(last.entered).toBeUndefined();
    else expect(last.entered).toBeCloseTo(entered, 2);
    expect(last.value).toBeCloseTo(2 / 3, 10);
  });
});
