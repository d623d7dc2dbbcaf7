import { defaultProfile } from "../../src/model/profile";
import type { Reading } from "../../src/model/reading";
import { readWorkbook } from "../../src/reading/read-workbook";
import { readTextWorkbook } from "../support/text-workbook";

function read(text: string): Reading {
  return readWorkbook(readTextWorkbook(text).workbook, { profile: defaultProfile, asOf: "2026-06-01" });
}

const plansOf = (text: string): readonly string[] => read(text).plans.map(({ from, to, law }) => `${from}-${to}${law ? ` ${law}` : ""}`);

const table = (above: string): string => `
== sheet 目標
@ A1
${above}
@ A6
| 指標 | 目標 | R3 | R4 |
| 男性職員の育児休業取得率 | 30% | 20.0% | 40.0% |
`;

describe("a plan", () => {
  it.each([
    ["a pair of its first and last year", "| 千鳥浜村職員いきいき計画 |\n| 計画初年度 | 令和3年度 |\n| 計画最終年度 | 令和7年度 |", ["2021-2025"]],
    ["one line with both", "| 行動計画 |\n| 始期 | 令和3年4月1日 | 終期 | 令和8年3月31日 |", ["2021-2025"]],
    ["years alone under its title", "| 白樺台病院　特定事業主行動計画 |\n| （令和３年４月～令和８年３月） |", ["2021-2025"]],
    ["期間 under a programme", "| 第２期　職員子育て応援プログラム |\n| 期間：令和2年4月1日～令和7年3月31日 |", ["2020-2024"]],
    ["計画年度", "| 計画年度：令和3年度から令和7年度まで（令和5年4月一部改定） |", ["2021-2025"]],
  ])("%s", (_, above, expected) => expect(plansOf(table(above))).toEqual(expected));

  it.each([
    ["the years of the figures", "| 育児休業等の取得状況 |\n| （令和3年度～令和4年度） |"],
    ["the period of a survey", "| 職員アンケート |\n| 期間：令和4年4月1日～令和4年9月30日 |"],
    ["a first year without a last", "| 行動計画 |\n| 計画初年度 | 令和3年度 |"],
  ])("silent: %s", (_, above) => expect(plansOf(table(above))).toEqual([]));

  it("stands over several lines of a table, one for each of its targets", () => {
    const text = `
== sheet 評価
@ A1
| 計画名 | 計画期間 | 目標項目 | 目標 | R3 | R4 |
| 次世代計画 | R2～R6 | 男性職員の育児休業取得率 | 30% | 20.0% | 40.0% |
|  |  | 年次休暇の平均取得日数 | 12日 | 11日 | 13日 |
| 女性活躍計画 | R4～R8 | 女性管理職割合 | 15% | 10.0% | 14.3% |
merge A2:A3 B2:B3
`;
    expect(plansOf(text)).toEqual(["2020-2024 jisedai", "2022-2026 jokatsu"]);
    expect(read(text).targets.map(({ plans }) => plans.join())).toEqual(["plan-1", "plan-1", "plan-2"]);
  });
});

describe("the plan of a target", () => {
  const two = (rows: string): string => `
== sheet 概要
@ A1
| 計画 | 根拠法 | 始期 | 終期 |
| 子育て支援プラン | 次世代法 | 令和2年度 | 令和4年度 |
| 女性活躍プラン | 女性活躍推進法 | 令和5年度 | 令和7年度 |
@ A6
${rows}
`;
  const targetsOf = (rows: string) => read(two(rows)).targets.map(({ text, plans }) => `${text} ${plans.join("+")}`);

  it("is what a word beside it says, or both", () => {
    expect(
      targetsOf(
        "| 数値目標 | 根拠法 | 目標値 |\n| 男性職員の育児休業取得率 | 両法 | 30% |\n| 年次休暇の平均取得日数 | 次世代法・女活法 | 12日 |\n| 女性管理職割合 | 女活法 | 15% |",
      ),
    ).toEqual(["30% plan-1+plan-2", "12日 plan-1+plan-2", "15% plan-2"]);
  });

  it("is what its heading says by the turn or the years", () => {
    expect(targetsOf("| 数値目標 | 前計画目標 | 現計画目標 |\n| 男性職員の育児休業取得率 | 13% | 50% |")).toEqual(["13% plan-1", "50% plan-2"]);
    expect(targetsOf("| 数値目標 | 目標（R2～R4） | 目標（R5～R7） |\n| 男性職員の育児休業取得率 | 13% | 50% |")).toEqual(["13% plan-1", "50% plan-2"]);
  });

  it("silent: a remark that speaks of a law at length names no plan", () => {
    expect(targetsOf("| 数値目標 | 目標値 | 備考 |\n| 男性職員の育児休業取得率 | 30% | 次世代法に基づく国の指針を参考とした |")).toEqual(["30% "]);
  });
});

describe("whom a row speaks of", () => {
  const judged = (head: string, rows: string) => read(`\n== sheet 目標\n@ A1\n| 行動計画の目標 |\n@ A3\n${head}\n${rows}`);

  it("is said by a column of populations right of the target", () => {
    const { targets } = judged("| 項目 | 目標値 | 対象 |", "| 育児休業取得率 | 50% | 男性職員 |\n| 育児休業取得率 | 100% | 女性職員 |");
    expect(targets.map(({ group }) => group)).toEqual([{ sex: "male" }, { sex: "female" }]);
  });

  it("is each of a list of occupations, and one where the list is one grade", () => {
    const list = judged("| 項目 | 対象 | 目標値 |", "| 年次休暇の平均取得日数 | 医師 | 8日 |\n| 年次休暇の平均取得日数 | 看護師・事務職 | 12日 |").targets;
    expect(list.map(({ group }) => group.occupation)).toEqual(["医師", "看護師", "事務職"]);
    const grades = judged("| 項目 | 目標値 |", "| 本庁部局長・次長相当職に占める女性の割合 | 10% |\n| 本庁課長相当職に占める女性の割合 | 16% |").targets;
    expect(grades).toHaveLength(2);
  });

  it("silent: a column of remarks says nothing of it", () => {
    const { targets } = judged("| 項目 | 目標値 | 備考 |", "| 育児休業取得率 | 50% | 男性職員 |\n| 年次休暇の平均取得日数 | 12日 | 女性職員 |");
    expect(targets.map(({ group }) => group)).toEqual([{}, {}]);
  });
});

describe("the corner of a table", () => {
  const of = (corner: string, rows: string) =>
    read(`\n== sheet 実績\n@ A1\n| 実績の推移 |\n@ A3\n| ${corner} | R3 | R4 |\n${rows}`).observations.map(({ indicator, group }) => `${indicator} ${group.occupation ?? ""}`);

  it("is the subject of lines that are populations", () => {
    expect(of("年次有給休暇の平均取得日数", "| 医師 | 6.1日 | 7.2日 |\n| 看護師 | 9.8日 | 10.4日 |")).toEqual([
      "annual_leave_avg_days 医師",
      "annual_leave_avg_days 医師",
      "annual_leave_avg_days 看護師",
      "annual_leave_avg_days 看護師",
    ]);
  });

  it("silent: it is a question, or the lines have subjects of their own", () => {
    expect(of("育児休業を取得したいと思うか", "| 取得したい | 45.1% | 50.2% |\n| 取得したくない | 54.9% | 49.8% |")).toEqual([]);
    expect(
      of("年次有給休暇の平均取得日数", "| 男性職員の育児休業取得率 | 10.0% | 20.0% |\n| 配偶者出産休暇取得率 | 50.0% | 60.0% |").some((one) => one.startsWith("annual_leave")),
    ).toBe(false);
  });
});

describe("targets listed under their heading", () => {
  const of = (heading: string, lines: string) =>
    read(
      `\n== sheet 報告\n@ A1\n| 特定事業主行動計画（令和5年度～令和9年度） |\n| ${heading} |\n${lines}\n| ３　実績 |\n@ A9\n| 項目 | R5 | R6 |\n| 男性職員の育児休業取得率 | 62.5% | 87.5% |`,
    ).targets.map(({ indicator, value, deadline }) => `${indicator} ${value} ${deadline}`);

  it("are read, line by line", () => {
    expect(of("２　数値目標", "| ・男性職員の育児休業取得率　85％（令和９年度） |\n| ・年次有給休暇の平均取得日数　15日（毎年度） |")).toEqual([
      "childcare_leave_rate 0.85 2027",
      "annual_leave_avg_days 15 null",
    ]);
  });

  it("silent: the heading is of results, or a line is", () => {
    expect(of("２　取組の状況", "| ・男性職員の育児休業取得率　85％（令和６年度） |")).toEqual([]);
    expect(of("２　数値目標", "| ・男性職員の育児休業取得率は85％に達した。 |")).toEqual([]);
  });
});
