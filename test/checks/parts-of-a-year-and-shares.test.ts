import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { defaultProfile } from "../../src/model/profile";
import { openKnownWorkbook, USUAL_DAY } from "../support/known-workbooks";

/** What is said above information, as "cell check". */
function hear(...lines: string[]): readonly string[] {
  const { workbook } = openKnownWorkbook(["== sheet 表", "@ A1", ...lines].join("\n"), "表");
  return inspectWorkbook(workbook, { profile: defaultProfile, asOf: USUAL_DAY })
    .findings.filter(({ severity }) => severity !== "info")
    .map(({ at, check }) => `${at.cell} ${check}`);
}

describe("上期計 and 下期計", () => {
  const HALVES = (first: string, second: string) => [
    "| 令和６年度　課別超過勤務時間数（単位：時間） |",
    "| 課名 | 4月 | 5月 | 6月 | 7月 | 8月 | 9月 | 上期計 |",
    "| 総務課 | 186 | 152 | 140 | 121 | 98 | 133 | 830 |",
    `| 給水課 | 244 | 221 | 236 | 258 | 231 | 240 | ${first} |`,
    "@ A6",
    "| 課名 | 10月 | 11月 | 12月 | 1月 | 2月 | 3月 | 下期計 | 年間計 |",
    "| 総務課 | 144 | 138 | 129 | 160 | 178 | 241 | 990 | 1,820 |",
    `| 給水課 | 252 | 247 | 239 | 288 | 301 | 277 | 1,604 | ${second} |`,
  ];
  test("are the sums of their months, and the year is that of both tables", () => expect(hear(...HALVES("1,430", "3,034"))).toEqual([]));
  test("are said where they are not", () => expect(hear(...HALVES("1,340", "3,034"))).toEqual(["H4 months-disagree-with-total"]));
  test("the year is said where it is not", () => expect(hear(...HALVES("1,430", "3,304"))).toEqual(["I8 months-disagree-with-total"]));
});

describe("shares of a distribution", () => {
  const SHARES = (long: string) => [
    "| 育児休業の取得期間の分布（令和６年度） |",
    "| 性別 | ２週間未満 | ２週間以上１月以下 | １月超６月以下 | ６月超 | 合計 |",
    `| 男性 | 6.5% | 45.7% | 41.3% | ${long} | 100% |`,
    "| 女性 | 0.0% | 5.6% | 44.4% | 50.0% | 100% |",
  ];
  test("make 100 % but for their rounding", () => {
    expect(hear(...SHARES("6.5%"))).toEqual([]);
    expect(hear(...SHARES("6.6%"))).toEqual([]);
  });
  test("are said where they do not", () => expect(hear(...SHARES("8.5%"))).toEqual(["F3 parts-disagree-with-total"]));
});

describe("people above a limit, month by month", () => {
  const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];
  const limits = (totals: readonly string[]) => [
    "| 令和６年度　時間外勤務45時間超の職員数 |",
    "| 月 | 小学校 | 中学校 | 高等学校 |",
    ...MONTHS.map((month, i) => `| ${month}月 | ${10 + i} | ${20 + 2 * i} | ${3 + i} |`),
    `| 計 | ${totals.join(" | ")} |`,
  ];
  test("are asked about where the other totals are their sums", () => expect(hear(...limits(["186", "372", "120"]))).toEqual(["D15 months-disagree-with-total"]));
  test("are left alone where a person counts once a year", () => expect(hear(...limits(["35", "61", "20"]))).toEqual([]));
});

test("月平均 beside the months is a mean, and called so", () => {
  const months = (heading: string) => [
    "| 職員一人当たりの各月の時間外勤務時間（令和６年度、単位：時間） |",
    `| 4月 | 5月 | 6月 | 7月 | 8月 | 9月 | 10月 | 11月 | 12月 | 1月 | 2月 | 3月 | ${heading} |`,
    "| 14.2 | 12.8 | 11.9 | 11.0 | 10.1 | 12.4 | 13.3 | 12.6 | 11.5 | 11.2 | 12.9 | 16.8 | 12.6 |",
  ];
  expect(hear(...months("月平均"))).toEqual([]);
  expect(hear(...months("合計"))).toEqual(["M3 months-disagree-with-total"]);
});

test("those above 360 hours are among those above 45, and no parts of them", () => {
  expect(
    hear(
      "| 上限を超えた職員数 |",
      "| 区分 | 令和５年度 | 令和６年度 |",
      "| 月45時間超の職員数 | 212 | 187 |",
      "| 年360時間超の職員数 | 96 | 81 |",
      "| 月100時間以上の職員数 | 3 | 1 |",
    ),
  ).toEqual([]);
});

test("計 of 離職率 and of the staff are no differences of men and women", () => {
  expect(hear("| 離職の状況（令和６年度） |", "| 項目 | 男 | 女 | 計 |", "| 職員数 | 96 | 31 | 127 |", "| 離職者数 | 7 | 3 | 10 |", "| 離職率（％） | 7.3 | 9.7 | 7.9 |")).toEqual(
    [],
  );
});

describe("a summary beside the counts of fathers", () => {
  const books = (stated: string) => [
    "| 項目 | R5 | R6 |",
    `| 男性職員の配偶者出産休暇・育児参加休暇（計５日以上）取得率 | ${stated} | 50％ |`,
    "== sheet 内訳",
    "@ A1",
    "| １．出産・育児関係 |",
    "| | R5 | R6 |",
    "| 配偶者が出産した男性職員 | 1名 | 2名 |",
    "| うち育児休業取得者 | 1名 | 0名 |",
    "| うち休暇５日以上取得者 | 1名 | 1名 |",
  ];
  test("is asked about where it says otherwise", () => expect(hear(...books("0％"))).toEqual(["B2 tables-in-conflict"]));
  test("is left alone where it says the same", () => expect(hear(...books("100％"))).toEqual([]));
});
