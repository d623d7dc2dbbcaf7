import { runChecks } from "../../src/checks/run-checks";
import { defaultProfile } from "../../src/model/profile";
import type { Reading } from "../../src/model/reading";
import { readingOf, tableOf } from "../support/observations";

const serious = (reading: Reading) => {
  const run = runChecks(reading, { profile: defaultProfile, asOf: "2026-06-01" });
  expect(run.failures).toEqual([]);
  return run.findings.filter((f) => f.severity !== "info").map((f) => `${f.check} ${f.at.cell} ${f.message.ja}`);
};

test.each([
  ["81.9%", "74.9%", "56.4%"],
  ["92.9%", "93.7%", "76.7%"],
])("all staff may earn less of men's pay than both of their parts (%s, %s, %s)", (permanent, other, all) => {
  const pay = tableOf(
    { all: "R5 pay_gap" },
    `
    | 職員区分 | 男女の給与の差異 |
    | 任期の定めのない常勤職員 :: employment=常勤 | ${permanent} |
    | 任期の定めのない常勤職員以外の職員 :: employment=常勤以外 | ${other} |
    | 全職員 :: total | ${all} |`,
  );
  expect(serious(readingOf([pay]))).toEqual([]);
});

test("rounded months per head need not make the year", () => {
  const head = "| R2 | 4月 | 5月 | 6月 | 7月 | 8月 | 9月 | 10月 | 11月 | 12月 | 1月 | 2月 | 3月 | 合計 |";
  const hours = tableOf(
    { all: "R2 overtime_monthly unit=hours measure=hours", headcount: 17 },
    [
      head,
      "| 時間数 | #268 | #189 | #115 | #112 | #69 | #90 | #236 | #201 | #234 | #123 | #152 | #210 | #1,999 |",
      "| 1人あたり時間数 | #15.8 | #11.1 | #6.8 | #6.6 | #4.1 | #5.3 | #13.9 | #11.8 | #13.8 | #7.2 | #8.9 | #12.4 | #117.6 |",
    ].join("\n"),
  );
  expect(serious(readingOf([hours]))).toEqual([]);
});

test("every rate of a public table that adds up stays uncommented", () => {
  const stages = tableOf(
    { all: "H27.4.1 female_rate_by_grade" },
    `
    | 役職 | 職員数 :: denominator | うち女性 :: numerator | 女性の割合 |
    | 部長 :: grade=部長 | 12人 | 0人 | 0.0% |
    | 課長 :: grade=課長 | 35人 | 2人 | 5.7% |
    | 課長補佐 :: grade=課長補佐 | 70人 | 12人 | 17.1% |
    | 係長 :: grade=係長 | 60人 | 15人 | 25.0% |
    | 合計 :: total | 177人 | 29人 | 16.4% |`,
  );
  expect(serious(readingOf([stages]))).toEqual([]);
});

test("takers, unions and long leaves that include one another", () => {
  const fathers = tableOf(
    { all: "R5 sex=male" },
    `
    | | 対象 :: denominator | 取得 :: numerator | 率 |
    | 配偶者出産休暇 :: spouse_birth_leave_rate | 360人 | 267人 | 74.2% |
    | 育児参加休暇 :: childcare_participation_leave_rate | 360人 | 190人 | 52.8% |
    | いずれか :: paternity_either_leave_rate | 360人 | 282人 | 78.3% |
    | 5日以上 :: paternity_5days_rate | 360人 | 136人 | 37.8% |`,
  );
  expect(serious(readingOf([fathers]))).toEqual([]);
});
