import fc from "fast-check";
import { readTargets, type TargetPhrase } from "../../src/notation/target";

/** One target in a few letters, the fields that say nothing left out. */
function brief(phrases: readonly TargetPhrase[]): string {
  return phrases
    .map((p) =>
      [
        p.isNone && "none",
        p.isReference && "reference",
        p.kind,
        p.comparison,
        p.value !== null && Number(p.value.toPrecision(6)),
        p.unit,
        p.deadline && `until ${p.deadline}`,
        p.from && `from ${p.from}`,
        p.baseYear && `base ${p.baseYear}`,
        p.change !== null && `change ${p.change}`,
        p.group.sex,
        p.per && `per ${p.per}`,
        p.words && `[${p.words}]`,
      ]
        .filter((v) => v !== false && v !== null && v !== undefined && v !== "")
        .join(" "),
    )
    .join(" + ");
}

describe("目標を読む", () => {
  test.each([
    // figures alone: when they count is for the plan's settings
    ["30%以上", "at-least 0.3 ratio"],
    ["5％以上", "at-least 0.05 ratio"],
    ["100％", "1 ratio"],
    ["12日", "12 days"],
    ["12日以上", "at-least 12 days"],
    ["9日と3時間以上", "at-least 9.3871 days"],
    ["10時間以内", "at-most 10 hours"],
    ["128時間以下", "at-most 128 hours"],
    ["平均9時間以下", "at-most 9 hours [平均]"],
    ["67時間にする", "67 hours"],
    ["8.5時間まで縮減", "at-most 8.5 hours"],
    ["360時間を超えない", "at-most 360 hours"],
    ["15%を超える", "more-than 0.15 ratio"],
    ["10%未満", "less-than 0.1 ratio"],
    ["0人", "0 people"],
    ["1か月以上", "at-least 0.0833333 years"],
    ["全員取得", "1 ratio"],
    ["126時間/人", "126 hours per person"],
    ["月10h", "10 hours per month"],
    ["目標：年間150時間", "150 hours per year"],
    ["月に24時間以内、かつ年150時間以内", "at-most 24 hours per month + at-most 150 hours per year"],
    ["一人当たり年12日以上", "at-least 12 days per person [一人当たり]"],
    ["月45時間、年360時間以内", "at-most 45 hours per month + at-most 360 hours per year"],
    ["90％→95％", "0.95 ratio"],
    ["15日（75%）", "15 days"],
    ["概ね50%", "0.5 ratio [概ね]"],
    ["男女とも100%", "1 ratio [男女とも]"],
    // words beside the figure
    ["取得率　100%", "1 ratio [取得率]"],
    ["取得日数　12日", "12 days [取得日数]"],
    ["【目標：3日間の取得率100%】", "1 ratio [3日間の取得率]"],
    ["完全取得率100%", "1 ratio [完全取得率]"],
    ["平均取得日数4日", "4 days [平均取得日数]"],
    ["2週間以上の育児休業取得率 85%以上", "at-least 0.85 ratio [2週間以上の育児休業取得率]"],
    ["5日以上の取得率100%", "1 ratio [5日以上の取得率]"],
    ["課長職以上の職員に占める女性の割合：10%以上", "at-least 0.1 ratio [課長職以上の職員に占める女性の割合]"],
    ["目標：男性の育児休業取得率　目標値60%", "0.6 ratio male [男性の育児休業取得率]"],
    ["男性10%以上 女性100%", "at-least 0.1 ratio male [男性] + 1 ratio female [女性]"],
    ["学校職員 10% 教育庁等職員 10%", "0.1 ratio [学校職員] + 0.1 ratio [教育庁等職員]"],
    ["20%以上 30%以上", "at-least 0.2 ratio + at-least 0.3 ratio"],
    // T1 by a deadline
    ["85%（令和6年度まで）", "final-year 0.85 ratio until 2024"],
    ["13%以上(2020年度)", "final-year at-least 0.13 ratio until 2020"],
    ["80%以上（R11まで）", "final-year at-least 0.8 ratio until 2029"],
    ["令和6年度までに20%", "final-year 0.2 ratio until 2024"],
    ["2020年度末までに13%以上", "final-year at-least 0.13 ratio until 2020"],
    ["平成33年3月31日までに10%", "final-year 0.1 ratio until 2020"],
    ["令和7年4月1日までに20%以上", "final-year at-least 0.2 ratio until 2024"],
    ["(1)128時間以下 (1)31年度", "final-year at-most 128 hours until 2019"],
    ["令和6年度までに20%、令和11年度までに30%", "final-year 0.2 ratio until 2024 + final-year 0.3 ratio until 2029"],
    ["計画の最終年度に30%", "final-year 0.3 ratio"],
    ["令和5年度～令和9年度 30%", "final-year 0.3 ratio until 2027 from 2023"],
    ["R7：30%", "final-year 0.3 ratio until 2025"],
    ["30％（R7年度末）", "final-year 0.3 ratio until 2025"],
    ["令和7年度：15%以上", "final-year at-least 0.15 ratio until 2025"],
    ["令和9年度末までに男性職員の育児休業取得率を50％以上とする。", "final-year at-least 0.5 ratio until 2027 male [男性職員の育児休業取得率]"],
    ["(課長級)20%以上", "at-least 0.2 ratio [課長級]"],
    ["時間外勤務を月45時間以内", "at-most 45 hours per month [時間外勤務]"],
    ["360時間超えの職員をゼロにする", "0 [360時間超えの職員]"],
    ["45%～50%", "at-least 0.45 ratio"],
    // T2 every year
    ["100%（継続）", "every-year 1 ratio"],
    ["30%以上（毎年度）", "every-year at-least 0.3 ratio"],
    ["毎年度18人以上", "every-year at-least 18 people"],
    ["1名以上／毎年度", "every-year at-least 1 people"],
    ["100% 遵守します", "every-year 1 ratio"],
    ["100%を維持", "every-year 1 ratio"],
    ["100%である現状を維持", "every-year 1 ratio"],
    ["令和11年度まで引き続き50%以上", "every-year at-least 0.5 ratio until 2029"],
    // T3 and T4 over the period
    ["5年間の累計で50%以上", "cumulative at-least 0.5 ratio"],
    ["10件以上(5年間)", "cumulative at-least 10 cases"],
    ["計画期間全体 30%", "cumulative 0.3 ratio"],
    ["5年間の累計で50%以上、毎年度公表", "cumulative at-least 0.5 ratio"],
    ["計画期間中、毎年1人平均10日以上", "every-year at-least 10 days [1人平均]"],
    ["計画期間(2016~2020年度)全体 30%", "cumulative 0.3 ratio until 2020 from 2016"],
    ["2016年度から2020年度までの5年間で10件以上", "cumulative at-least 10 cases until 2020 from 2016"],
    ["5年間平均で12日", "period-average 12 days"],
    // T5 against a baseline
    ["25年度対比で10%縮減", "against-baseline at-most base 2013 change 0.1"],
    ["2013年度実績(123所属)から3割削減", "against-baseline at-most base 2013 change 0.3"],
    ["3割削減", "against-baseline at-most change 0.3"],
    ["削減率10%(11.9時間)", "against-baseline at-most 11.9 hours change 0.1"],
    ["縮減率(2015年度比)20%以上", "against-baseline at-most base 2015 change 0.2"],
    ["2011年度~2015年度平均から10%削減", "against-baseline at-most base 2015 change 0.1"],
    ["現状値以上", "against-baseline at-least"],
    ["現状維持", "against-baseline"],
    ["令和3年度実績（20%）より増加", "against-baseline at-least base 2021 [増加]"],
    ["現状（20%）以上", "against-baseline at-least"],
    ["平成26年度比▲20%", "against-baseline at-most base 2014 change 0.2"],
    ["令和2年度の水準を維持", "against-baseline base 2020"],
    ["維持", "against-baseline"],
    // T6 against the year before
    ["前年度より削減", "against-previous-year at-most [削減]"],
    ["前年度より削減（毎年度）", "against-previous-year at-most [削減]"],
    ["前年度より増加", "against-previous-year at-least [増加]"],
    ["前年度実績を上回る", "against-previous-year more-than"],
    ["対前年度5%減", "against-previous-year at-most change 0.05"],
    ["前年度比5%減", "against-previous-year at-most change 0.05"],
    ["前年度以上", "against-previous-year at-least"],
    ["対前年度比5%削減", "against-previous-year at-most change 0.05"],
    ["年平均15日以上（対前年度比増）", "at-least 15 days per year [年平均]"],
    ["2日以上（対前年度比増）", "against-previous-year at-least 2 days"],
    // T7 a direction
    ["取得促進", "direction-only [取得促進]"],
    ["取得推進", "direction-only [取得推進]"],
    ["促進", "direction-only [促進]"],
    ["申請促進", "direction-only [申請促進]"],
    ["縮減促進", "direction-only at-most [縮減促進]"],
    ["割合増加", "direction-only at-least [割合増加]"],
    ["完全取得率を促進", "direction-only [完全取得率を促進]"],
    ["女性職員の割合の増加", "direction-only at-least [女性職員の割合の増加]"],
    ["時間外勤務の縮減", "direction-only at-most [時間外勤務の縮減]"],
    // T8 something to do
    ["周知徹底", "initiative [周知徹底]"],
    ["調査・研究", "initiative [調査・研究]"],
    ["制度内容の周知", "initiative [制度内容の周知]"],
    ["性別による差別のない採用", "initiative [性別による差別のない採用]"],
    ["希望する期間の取得を促進", "initiative [希望する期間の取得を促進]"],
    // somebody else's, or none
    ["次世代育成支援対策法の目標85%", "reference 0.85 ratio [次世代育成支援対策法の]"],
    ["（次世代育成支援対策法の目標85%）", "reference 0.85 ratio"],
    ["取得促進（国の目標85%）", "direction-only [取得促進] + reference 0.85 ratio"],
    ["年次休暇の平均取得\n（次世代育成支援対策法の目標14日）", "reference 14 days"],
    ["30％以上（国：35％）", "at-least 0.3 ratio + reference 0.35 ratio"],
    ["―", "none"],
    ["-", "none"],
    ["目標なし", "none"],
    ["設定なし", "none"],
    ["令和7年度以降 14日以上", "at-least 14 days from 2025"],
  ])("%j → %s", (text, expected) => expect(brief(readTargets(text))).toBe(expected));

  test.each([
    "",
    "目標",
    "取得率",
    "R3年度",
    "令和11年度までに",
    "男性職員",
    "取得率（％）",
    "3日間の取得率",
    "妻の出産休暇（3日）の完全取得率",
    "妻の出産に係る特別休暇（2日の範囲内）の取得率",
    "時間外勤務が年360時間を超えない職員の割合",
    "年間の年次有給休暇取得日数5日以上の職員の割合",
    "月45時間\n年360時間\n超人数",
    "1年～2年",
    "7人/8人",
    "計画期間：令和5年4月1日から令和7年3月31日まで（後期行動計画：2年間）",
    "2 女性活躍推進法に係る特定事業主行動計画の目標達成状況",
    "管理的地位にある職員に占める女性の割合（各年4月1日現在）",
    "取得人数／満1歳までの子のあった人数",
    "増減",
    "4月",
    "2級",
  ])("a heading is no target: %j", (text) => expect(readTargets(text)).toEqual([]));

  test("the step of a target is its last digit", () => {
    expect(readTargets("8.5時間まで縮減")[0]!.step).toBeCloseTo(0.1, 12);
    expect(readTargets("30%以上")[0]!.step).toBeCloseTo(0.01, 12);
  });

  test("a percentage reads back as it was written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.constantFrom("以上", "以下", ""), fc.integer({ min: 1, max: 20 }), (percent, comparison, era) => {
        const [phrase] = readTargets(`${percent}%${comparison}（令和${era}年度まで）`);
        expect([phrase?.value, phrase?.unit, phrase?.deadline, phrase?.kind]).toEqual([percent / 100, "ratio", 2018 + era, "final-year"]);
      }),
    );
  });

  test("never throws on any text", () => {
    const letters = fc.constantFrom(..."0123456789%％日時間人年月度以上下内までから毎前計画期間累計促進削減率割目標国の（）()【】：:・、～平令和HR元-― ");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: letters, maxLength: 40 }), fc.string({ unit: "binary" })), (text) => expect(Array.isArray(readTargets(text))).toBe(true)),
      { numRuns: 800 },
    );
  });
});
