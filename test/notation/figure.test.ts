import fc from "fast-check";
import type { Figure } from "../../src/model/figure";
import { looksLikeLabelFigure, readFigures } from "../../src/notation/figure";
import type { FigureContext } from "../../src/notation/figure-at";
import { spentOn } from "../support/spent-time";

const text = (value: string, context?: FigureContext) => readFigures({ value, text: value, format: "General" }, context);
const number = (value: number, shown: string, format: string) => readFigures({ value, text: shown, format });

/** One figure in a few letters: "0.875 ratio numerator". */
function brief(figures: readonly Figure[]): string {
  return figures
    .map((f) =>
      [f.state === "value" ? Number(f.value!.toPrecision(6)) : f.state, f.unit, f.part === "value" ? null : f.part, f.per && `per ${f.per}`, f.words && `[${f.words}]`]
        .filter((v) => v !== null && v !== "" && v !== undefined)
        .join(" "),
    )
    .join(" + ");
}

describe("数値のない印", () => {
  test.each([
    ["該当者なし", "not-applicable"],
    ["該当なし", "not-applicable"],
    ["採用なし", "not-applicable"],
    ["採用者なし", "not-applicable"],
    ["対象者なし", "not-applicable"],
    ["対象職員なし", "not-applicable"],
    ["該当者無し", "not-applicable"],
    ["対象者がいない", "not-applicable"],
    ["実績なし", "not-applicable"],
    ["⇒該当者なし", "not-applicable"],
    ["（該当なし）", "not-applicable"],
    ["該当\n者なし", "not-applicable"],
    ["－", "not-applicable"],
    ["—", "not-applicable"],
    ["―", "not-applicable"],
    ["-", "not-applicable"],
    ["–", "not-applicable"],
    ["−", "not-applicable"],
    ["ー", "not-applicable"],
    ["ｰ", "not-applicable"],
    ["--", "not-applicable"],
    ["（－）", "not-applicable"],
    ["-%", "not-applicable ratio"],
    ["－％", "not-applicable ratio"],
    ["－人", "not-applicable people"],
    ["皆増", "not-applicable"],
    ["（皆減）", "not-applicable"],
    ["N/A", "not-applicable"],
    ["対象外", "not-applicable"],
    ["…", "unknown"],
    ["...", "unknown"],
    ["***", "unknown"],
    ["今後把握していく", "unknown"],
    ["今後把握する予定", "unknown"],
    ["未集計", "unknown"],
    ["集計中", "unknown"],
    ["未把握", "unknown"],
    ["調査中", "unknown"],
    ["不明", "unknown"],
    ["把握していない", "unknown"],
    ["非公表", "suppressed"],
    ["X", "suppressed"],
    ["Ｘ", "suppressed"],
    ["x", "suppressed"],
    ["*", "suppressed"],
    ["秘", "suppressed"],
    ["#DIV/0!", "unreadable"],
    ["#N/A", "unreadable"],
    ["取得率 該当者なし", "not-applicable [取得率]"],
    ["男性：該当なし", "not-applicable [男性]"],
    ["少人数のため非公表", "suppressed [少人数]"],
    ["取得率－", "not-applicable [取得率]"],
  ])("%j → %s", (shown, expected) => expect(brief(text(shown))).toBe(expected));

  test("an error value in a cell is unreadable", () => expect(brief(readFigures({ value: null, text: "#DIV/0!", format: "0.0%" }))).toBe("unreadable"));
  test("an empty cell has no figure", () => expect([text(""), text("　"), readFigures({ value: null, text: "", format: "General" })]).toEqual([[], [], []]));
  test("the number of a mark is null, never 0", () =>
    fc.assert(fc.property(fc.constantFrom("該当者なし", "－", "未把握", "X", "…"), (mark) => expect(text(mark)[0]?.value).toBeNull())));
});

describe("文字の数値", () => {
  test.each([
    ["0%", "0 ratio"],
    ["0.0%", "0 ratio"],
    ["60.90%", "0.609 ratio"],
    ["８７．５％", "0.875 ratio"],
    ["214.3%", "2.143 ratio"],
    ["0人", "0 people"],
    ["0名", "0 people"],
    ["0件", "0 cases"],
    ["2 人", "2 people"],
    ["1,999", "1999"],
    ["１，９９９", "1999"],
    ["1,725 時間", "1725 hours"],
    ["8,622日", "8622 days"],
    ["7人/8人", "7 people numerator + 8 people denominator"],
    ["０人／２２人", "0 people numerator + 22 people denominator"],
    ["5/8", "5 numerator + 8 denominator"],
    ["100% (1人/1人)", "1 ratio + 1 people numerator + 1 people denominator"],
    ["50%（1 人/2 人）", "0.5 ratio + 1 people numerator + 2 people denominator"],
    ["0%（0 人/2 人）", "0 ratio + 0 people numerator + 2 people denominator"],
    ["0%（0 人/0 人）", "0 ratio + 0 people numerator + 0 people denominator"],
    ["該当者なし(0人/0人)", "not-applicable + 0 people numerator + 0 people denominator"],
    ["267 (74.2%)", "267 numerator + 0.742 ratio"],
    ["267人（74.2％）", "267 people numerator + 0.742 ratio"],
    ["100% (2人)", "1 ratio + 2 people numerator"],
    ["13.3(11.9)", "13.3 + 11.9"],
    ["90.0%（前年度 80%）", "0.9 ratio + 0.8 ratio previous [前年度]"],
    ["新規採用10人のうち5人が女性 50.0%", "10 people denominator [新規採用] + 5 people numerator + 0.5 ratio [が女性]"],
    ["8人中7人", "8 people denominator + 7 people numerator"],
    ["全員女性", "1 ratio [全員女性]"],
    ["9日と3時間", "9.3871 days"],
    ["9日と 3時間", "9.3871 days"],
    ["8日7時間", "8.90323 days"],
    ["9日と1時間30分", "9.19355 days"],
    ["16 年 2 ヵ月", "16.1667 years"],
    ["16年2か月", "16.1667 years"],
    ["17年3月", "17.25 years"],
    ["11.2年", "11.2 years"],
    ["45歳", "45 years"],
    ["0人(月) 0人(年)", "0 people per month + 0 people per year"],
    ["0人(月)\n0人(年)", "0 people per month + 0 people per year"],
    ["126時間/人", "126 hours per person"],
    ["月10h", "10 hours per month"],
    ["13.8h", "13.8 hours"],
    ["3時間15分", "3.25 hours"],
    ["約8.5時間", "8.5 hours"],
    ["約1.6時間減", "-1.6 hours"],
    ["▲27.3%", "-0.273 ratio"],
    ["▲0.2日", "-0.2 days"],
    ["△8.9年", "-8.9 years"],
    ["14.5日△10%", "14.5 days + -0.1 ratio"],
    ["12.9日▲1.5%", "12.9 days + -0.015 ratio"],
    ["1.0ポイント", "1 points"],
    ["3割", "0.3 ratio"],
    ["取得率 0%", "0 ratio [取得率]"],
    ["取得率　100%", "1 ratio [取得率]"],
    ["平均取得日数　0.5日", "0.5 days [平均取得日数]"],
    ["全体　1,725 時間", "1725 hours [全体]"],
    ["申請者 0人", "0 people [申請者]"],
    ["計 5", "5 [計]"],
    ["取得人数:5", "5 [取得人数]"],
    ["事務 46.5% 技術 52.5% 現業 9.8%", "0.465 ratio [事務] + 0.525 ratio [技術] + 0.098 ratio [現業]"],
    ["男性10%以上 女性100%", "0.1 ratio [男性] + 1 ratio [女性]"],
    ["学校職員 10% 教育庁等職員 10%", "0.1 ratio [学校職員] + 0.1 ratio [教育庁等職員]"],
    ["5人（男性3人、女性2人）", "5 people + 3 people [男性] + 2 people [女性]"],
    ["5人(男)", "5 people [男]"],
    ["1人当たり 5.3時間", "5.3 hours [1人当たり]"],
    ["360時間超 2人", "2 people [360時間超]"],
    ["3か月", "0.25 years"],
    ["2週間", "14 days"],
    ["(11.9)", "11.9"],
    ["5人/－", "5 people numerator + not-applicable people denominator"],
    ["①12人", "12 people"],
    ["対象者なしのため0%", "0 ratio [対象者なしのため]"],
    ["37.5%（対象8人）", "0.375 ratio + 8 people denominator [対象]"],
    ["37.5%(対象者8人、取得者3人)", "0.375 ratio + 8 people denominator [対象者] + 3 people numerator [取得者]"],
    ["75.0%（うち1か月以上 25.0%）", "0.75 ratio + 0.25 ratio [うち1か月以上]"],
    ["5人（育休中を除く）", "5 people [育休中を除く]"],
    ["15日以上/年", "15 days per year"],
    ["採用者10人中女性4人（40.0％）", "10 people denominator [採用者] + 4 people numerator [女性] + 0.4 ratio"],
    ["12人（うち女性3人）", "12 people + 3 people [うち女性]"],
    ["25.0％（2／8人）", "0.25 ratio + 2 people numerator + 8 people denominator"],
    ["25.0%（取得者2人／対象者8人）", "0.25 ratio + 2 people numerator [取得者] + 8 people denominator [対象者]"],
    ["2／8（25.0%）", "2 numerator + 8 denominator + 0.25 ratio"],
    ["8/12=66.7%", "8 numerator + 12 denominator + 0.667 ratio"],
    ["8÷12＝66.7％", "8 numerator + 12 denominator + 0.667 ratio"],
    ["66.7% 8/12", "0.667 ratio + 8 numerator + 12 denominator"],
    ["26.3%(2,268日/8,622日)", "0.263 ratio + 2268 days numerator + 8622 days denominator"],
    ["11.5日（57.5%）", "11.5 days + 0.575 ratio"],
    ["8.5時間/月", "8.5 hours per month"],
    ["年間117.6時間", "117.6 hours per year"],
    ["月平均8.5時間", "8.5 hours per month [月平均]"],
    ["1年6か月", "1.5 years"],
    ["5人減", "-5 people"],
    ["3.5ポイント増", "3.5 points"],
    ["＋2.1", "2.1"],
    ["延べ12人", "12 people [延べ]"],
    ["男 5 女 3", "5 [男] + 3 [女]"],
    ["男12.5%女100%", "0.125 ratio [男] + 1 ratio [女]"],
    ["45時間超：3人", "3 people [45時間超]"],
    ["0人（対象者なし）", "0 people [対象者なし]"],
    ["－（対象者なし）", "not-applicable"],
    ["－(0人)", "not-applicable + 0 people"],
    ["該当者なし※1", "not-applicable"],
    ["12.5%→15.0%", "0.125 ratio + 0.15 ratio"],
    ["100 パーセント", "1 ratio"],
    ["10 人/20 人", "10 people numerator + 20 people denominator"],
  ])("%j → %s", (shown, expected) => expect(brief(text(shown))).toBe(expected));

  test("the step is the last digit shown, in the unit of the value", () => {
    expect(text("87.5%")[0]!.step).toBeCloseTo(0.001, 12);
    expect(text("12日")[0]!.step).toBe(1);
    expect(text("117.6")[0]!.step).toBeCloseTo(0.1, 12);
    expect(text("9日と3時間")[0]!.step).toBeCloseTo(1 / 7.75, 12);
    expect(text("16年2ヵ月")[0]!.step).toBeCloseTo(1 / 12, 12);
  });

  test("days keep their hours, also when they are a day or more", () => {
    expect(text("9日と3時間")[0]!.days).toEqual({ days: 9, hours: 3, minutes: 0 });
    expect(text("9日と8時間")[0]).toMatchObject({ value: expect.closeTo(9 + 8 / 7.75, 9) as number, days: { days: 9, hours: 8, minutes: 0 } });
    expect(text("9日と3時間", { hoursPerDay: 8 })[0]!.value).toBe(9.375);
  });

  test("signs, approximations and footnotes are kept beside the figure", () => {
    expect(text("△8.9年")[0]!.sign).toBe("△");
    expect(text("14.5日△10%", { triangle: "increase" })[1]).toMatchObject({ value: 0.1, sign: "△" });
    expect(text("約8.5時間")[0]!.isApproximate).toBe(true);
    expect(text("436※")[0]).toMatchObject({ value: 436, marks: "※" });
    expect(text("12*1")[0]).toMatchObject({ value: 12, marks: "*1" });
    expect(text("12 *1)")[0]).toMatchObject({ value: 12, marks: "*1)" });
    expect(text("17.3 1)")[0]).toMatchObject({ value: 17.3, marks: "1)" });
    expect(text("2人（注）")[0]).toMatchObject({ value: 2, marks: "(注)" });
    expect(text("0%  (R4. 4. 1現在)")[0]).toMatchObject({ value: 0, periodText: "R4. 4. 1現在" });
    expect(text("5人※育休中を除く")[0]).toMatchObject({ value: 5, marks: "※育休中を除く" });
    expect(text("H30：25.0%\nR1：30.0%").map((f) => [f.value, f.periodText])).toEqual([
      [0.25, "H30"],
      [0.3, "R1"],
    ]);
    expect(text("令和3年度 7人")[0]).toMatchObject({ value: 7, periodText: "令和3年度" });
    expect(text("男性7.7%以上")[0]).toMatchObject({ value: 0.077, targetWords: "以上", words: "男性" });
    expect(text("10時間以内")[0]).toMatchObject({ targetWords: "以内" });
  });

  test("the headings say what a bracket holds", () => {
    expect(brief(text("13.3(11.9)", { bracket: "previous" }))).toBe("13.3 + 11.9 previous");
    expect(brief(text("80%(75)", { bracket: "previous" }))).toBe("0.8 ratio + 0.75 ratio previous");
    expect(brief(text("267(74.2)", { bracket: "rate" }))).toBe("267 numerator + 0.742 ratio");
    expect(brief(text("50.0%(3)", { bracket: "counts" }))).toBe("0.5 ratio + 3 people numerator");
  });

  test.each([
    "取得率",
    "部分休業",
    "配偶者",
    "ノー残業デー",
    "コース",
    "8級",
    "4月",
    "平成29年度",
    "H29",
    "H31/R1",
    "R4.4.1",
    "令和3年4月1日時点",
    "2020年度",
    "2019年",
    "28年度",
    "2020/3/31",
    "12:30",
    "03-1234-5678",
    "1年～2年",
    "2週間以上1月以下",
    "12月超24月以下",
    "25～29歳",
    "30歳代",
    "第5次",
    "第1子",
    "表1",
    "様式第2号",
    "No.3",
    "A1",
    "(1)",
    "①",
    "1.",
    "※1",
    "7・8級",
    "1,2級",
    "1-2",
    "2級以上",
    "月45時間\n年360時間\n超人数",
    "1人あたり\n時間数",
    "3日間の取得率",
    "年5日未満の職員の割合",
    "2週間以上の育児休業取得率",
    "妻の出産の特別休暇（3日）の完全取得率",
    "年次有給休暇(20日)取得率(※)",
    "時間外勤務が年360時間を超えない職員の割合",
    "R2 合計17人(管理職・短時間再任用を除く)",
    "5日以上10日未満",
    "1か月超3か月以下",
    "20歳以上30歳未満",
    "4/1現在",
    "8:30～17:15",
    "○",
    "×",
    "△",
    "A",
    "3級・4級",
    "1 課長職以上の職員に占める女性の割合：10%以上",
    "（次世代育成支援対策法の目標85%）",
    "【目標：3日間の取得率100%】※共通目標",
    "目標：男性の育児休業取得率　目標値60%",
    "①部分休業 5",
    "取得人数／ 母親学級参加 人数",
    "－：対象者なし",
    "※「X」は非公表",
    "「－」は該当なし",
    "なお、該当者や取得対象者がいない項目は「－」で表しています。",
    "令和3年度は5人が取得した。",
    "計画期間：令和5年度～令和6年度",
    "なしくずし",
    "取得促進",
  ])("no figure, but a label, a date or a sentence: %j", (shown) => expect(text(shown)).toEqual([]));
});

describe("数の書式", () => {
  test.each([
    [0.5, "50.0%", "0.0%", "0.5 ratio", 0.001],
    [0.5, "50%", "0%", "0.5 ratio", 0.01],
    [87.5, "87.5%", '0.0"%"', "0.875 ratio", 0.001],
    [3, "3人", '0"人"', "3 people", 1],
    [1999, "1,999", "#,##0", "1999", 1],
    [0.875, "0.875", "General", "0.875", 0.001],
    [101.470588235, "101.5", "0.0", "101.471", 0.1],
    [101.470588235, "101.4706", "General", "101.471", 0.0001],
    [12, "12", "General", "12", 1],
    [-0.273, "▲27.3%", '0.0%;"▲"0.0%', "-0.273 ratio", 0.001],
    [1.5, "36:00", "[h]:mm", "36 hours", 1 / 60],
    [8.46, "約8.5時間", '"約"0.0"時間"', "8.46 hours", 0.1],
    [1999000, "1,999", "#,##0,", "1.999e+06", 1000],
    [0, "-", '#,##0;-#,##0;"-"', "0", 1],
  ])("%d shown %j", (value, shown, format, expected, step) => {
    const figures = number(value, shown, format);
    expect(brief(figures)).toBe(expected.replace("1.999e+06", "1999000"));
    expect(figures[0]!.step).toBeCloseTo(step, 9);
  });

  test.each([
    [44287, "2021/4/1", "yyyy/m/d"],
    [3, "令和3年度", '"令和"0"年度"'],
    [3, "R3", '"R"0'],
    [4, "4月", '0"月"'],
    [5, "5級", '0"級"'],
    [NaN, "", "General"],
  ])("no figure: %d shown %j", (value, shown, format) => expect(number(value, shown, format)).toEqual([]));

  test("a column too narrow to show its number still has it", () => expect(number(0.875, "####", "0.0%")[0]).toMatchObject({ value: 0.875, unit: "ratio" }));
});

describe("いつでも", () => {
  const letters = fc.constantFrom(
    ..."0123456789０１.,，．%％人名件日時間年月度分歳割と約以上未満超（）()[]/／-－—ー▲△※*注～〜　 \n取得率男女性平令昭和HRS元該当者なし全員うち中…①",
  );
  test("never throws, and a figure is whole: a value has a number, a mark has none", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: letters, maxLength: 40 }), fc.string({ unit: "binary" })), (shown) => {
        for (const figure of text(shown)) {
          expect(figure.value === null).toBe(figure.state !== "value");
          expect(figure.step === null).toBe(figure.state !== "value");
          if (figure.value !== null) expect(Number.isFinite(figure.value)).toBe(true);
        }
      }),
      { numRuns: 800 },
    );
  });

  test("never throws on any number and format", () => {
    fc.assert(
      fc.property(fc.double(), fc.string(), fc.string({ unit: fc.constantFrom(...'0#.,%;"hmyd人日') }), (value, shown, format) =>
        expect(Array.isArray(number(value, shown, format))).toBe(true),
      ),
    );
  });

  test("width never matters", () => {
    const wide = (s: string) => s.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(99), fc.constantFrom("人", "%", "日", "時間", "件", ""), (whole, rest, unit) => {
        const written = `${whole}.${String(rest).padStart(2, "0")}${unit}`;
        expect(brief(text(wide(written)))).toBe(brief(text(written)));
      }),
    );
  });

  test("a pair reads back as it was written", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
        expect(text(`${a.toLocaleString("en")}人/${b.toLocaleString("en")}人`).map((f) => [f.value, f.part])).toEqual([
          [a, "numerator"],
          [b, "denominator"],
        ]);
      }),
    );
  });

  test("long runs of the same letters take no longer than reading them", () => {
    const spent = spentOn(() => {
      for (const letter of ["1", "(", "-", "日", "年1", "H", "元", " ", "※", "1,", "該当", "以上"]) for (let i = 0; i < 50; i++) text(letter.repeat(120));
    });
    // A reader that tries every way through a text would take minutes.
    expect(spent).toBeLessThan(10_000);
  });
});

describe("見出しの数", () => {
  test.each([
    "5日以上",
    "1年未満",
    "3日",
    "3日間",
    "1日",
    "1年～2年",
    "2年以上",
    "2週間以上1月以下",
    "12月超24月以下",
    "8級",
    "取得日数(男) 5日未満",
    "平均日数\n5日未満",
    "10日未満",
  ])("could name a row: %j", (label) => expect(looksLikeLabelFigure(label)).toBe(true));
  test.each(["月45時間を超えた職員数（人）", "令和６年度　月45時間を超えた職員数（人）", "年360時間を超える職員の数"])("says who is counted, and is no figure: %j", (said) =>
    expect(text(said)).toEqual([]),
  );
  test("beside people, the hours above which they are counted are none of the figures", () =>
    expect(text("年360時間を超えた職員　5人").map(({ value, unit }) => [value, unit])).toEqual([[5, "people"]]));
  test.each(["87.5%", "50%以上", "7人", "0人", "1,999", "9日と3時間", "9.5日", "取得率", "該当者なし", "7人/8人", "令和3年度"])("is a figure or a word: %j", (shown) =>
    expect(looksLikeLabelFigure(shown)).toBe(false),
  );
});
