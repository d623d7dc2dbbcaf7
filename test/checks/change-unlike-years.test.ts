import { changeUnlikeYears } from "../../src/checks/change-unlike-years";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { defaultProfile } from "../../src/model/profile";
import type { Reading } from "../../src/model/reading";
import { casesFor } from "../support/checks";
import { readTextWorkbook } from "../support/text-workbook";

function sheet(rows: string): Reading {
  const { workbook } = readTextWorkbook(`== sheet 実績\n@ A1\n${rows.trim().replaceAll(/^\s+/gm, "")}\n== truth\n`, "changes");
  return inspectWorkbook(workbook, { profile: defaultProfile, asOf: "2026-06-01" }).reading;
}
const HEAD = "| 項目 | 令和5年度 | 令和6年度 | 増減 |";

test.each(
  casesFor(changeUnlikeYears, {
    silent: [
      {
        because: "points, people, hours and days that the years give, a change of nothing, a dash",
        reading: sheet(`${HEAD}
          | 男性職員の育児休業取得率 | 30.0% | 42.5% | 12.5 |
          | 年360時間超の職員数 | 96人 | 81人 | ▲15人 |
          | 職員一人当たりの年間時間外勤務時間 | 150.3 | 141.6 | ▲8.7 |
          | 年次有給休暇の平均取得日数 | 12.1日 | 12.1日 | 0日 |
          | 採用者に占める女性の割合 | 40.0% | 43.0% | － |`),
      },
      {
        because: "the last digit comes from the figures before they were rounded",
        reading: sheet(`${HEAD}
          | 男性職員の育児休業取得率 | 30.0% | 42.5% | 12.6 |
          | 管理職に占める女性の割合 | 11.1% | 12.3% | 1.1 |
          | 採用者に占める女性の割合 | 40.0% | 43.0% | 3.0 |`),
      },
      {
        because: "growth and the ratio to the year before",
        reading: sheet(`| 区分 | 令和4年度 | 令和5年度 | 令和6年度 |
          | 一人当たり年間時間外勤務時間 | 169.8 | 158.0 | 150.3 |
          | 前年度比 | － | ▲6.9％ | ▲4.9％ |
          | 対前年度比 | － | 93.1% | 95.1% |`),
      },
      {
        because: "△ is an increase on this sheet",
        reading: sheet(`${HEAD}
          | 男性職員の育児休業取得率 | 30.0% | 42.5% | △12.5 |
          | 管理職に占める女性の割合 | 11.1% | 12.3% | △1.2 |
          | 採用者に占める女性の割合 | 40.0% | 43.0% | △3.0 |`),
      },
      {
        because: "a change from the base of the plan or from a named year",
        reading: sheet(`| 項目 | 令和元年度 | 令和5年度 | 令和6年度 | 令和元年度比増減 | 基準値からの増減 |
          | 男性職員の育児休業取得率 | 10.0% | 30.0% | 42.5% | 32.5 | 30.5 |`),
      },
      {
        because: "a line whose changes are all of another pair of years",
        reading: sheet(`| 項目 | 令和4年度 | 令和5年度 | 令和6年度 | 増減 |
          | 男性職員の育児休業取得率 | 10.0% | 30.0% | 42.5% | 32.5 |
          | 管理職に占める女性の割合 | 10.1% | 11.1% | 12.3% | 2.2 |
          | 採用者に占める女性の割合 | 30.5% | 40.0% | 43.0% | 12.5 |`),
      },
      {
        because: "the same number in every line is nobody's change, though it is near the ratio of two counts",
        reading: sheet(`| 項目 | 令和4年度 | 令和5年度 | 令和6年度 | 増減 |
          | 配偶者出産休暇取得率 | 該当者なし | 82.4% | 0.0% | △0.5 |
          | 配偶者が出産した職員数 | 0 | 34 | 15 | △0.5 |
          | 配偶者出産休暇取得者数 | 0 | 28 | 0 | △0.5 |`),
      },
      {
        because: "one year only",
        reading: sheet(`| 項目 | 令和6年度 | 増減 |
          | 男性職員の育児休業取得率 | 42.5% | 10.0 |`),
      },
      {
        because: "the year before is missing",
        reading: sheet(`| 項目 | 令和4年度 | 令和6年度 | 前年度比 |
          | 男性職員の育児休業取得率 | 30.0% | 42.5% | 10.0 |`),
      },
      {
        because: "none of the changes fits: the line speaks of something else",
        reading: sheet(`${HEAD}
          | 男性職員の育児休業取得率 | 30.0% | 42.5% | 1 |
          | 管理職に占める女性の割合 | 11.1% | 12.3% | 7 |
          | 採用者に占める女性の割合 | 40.0% | 43.0% | 9 |`),
      },
    ],
    speaks: [
      {
        because: "▲ before an increase, where the rest of the column keeps its signs",
        reading: sheet(`${HEAD}
          | 男性職員の育児休業取得率 | 30.0% | 42.5% | 12.5 |
          | 管理職に占める女性の割合 | 11.1% | 12.3% | ▲1.2 |
          | 採用者に占める女性の割合 | 43.0% | 40.0% | ▲3.0 |`),
        at: ["D3"],
        says: "増減〔▲1.2〕が、令和5年度〔11.1%〕から令和6年度〔12.3%〕への変化（1.2ポイント）と合いません",
      },
      {
        because: "a change that was not updated",
        reading: sheet(`${HEAD}
          | 年360時間超の職員数 | 96 | 81 | ▲15 |
          | 月45時間超の職員数 | 212 | 187 | ▲35 |
          | 月100時間以上の職員数 | 3 | 1 | ▲2 |`),
        at: ["D3"],
      },
      {
        because: "growth with its digits swapped, in a row under its years",
        reading: sheet(`| 区分 | 令和3年度 | 令和4年度 | 令和5年度 | 令和6年度 |
          | 一人当たり年間時間外勤務時間 | 172.4 | 169.8 | 158.0 | 150.3 |
          | 前年度比 | － | ▲1.5％ | ▲9.6％ | ▲4.9％ |`),
        at: ["D3"],
      },
      {
        because: "alone, it is a question",
        reading: sheet(`${HEAD}
          | 男性職員の育児休業取得率 | 30.0% | 42.5% | 15.2 |`),
        at: ["D2"],
        severity: "warning",
      },
      {
        because: "of three series the one the column keeps",
        reading: sheet(`| 設問 | 令和4年度 | | | 令和6年度 | | | 計の増減 |
          | | 男 | 女 | 計 | 男 | 女 | 計 | （ポイント） |
          | 仕事と家庭を両立しやすい職場であると思う職員の割合 | 61.2% | 58.4% | 60.6% | 68.8% | 66.1% | 68.2% | 7.6 |
          | 休暇を取得しやすい職場であると思う職員の割合 | 72.5% | 70.3% | 72.0% | 77.9% | 78.6% | 78.1% | 6.1 |
          | 能力を発揮できる機会があると思う職員の割合 | 64.0% | 57.7% | 62.7% | 65.3% | 61.4% | 64.4% | ▲1.7 |
          merge A1:A2 B1:D1 E1:G1`),
        at: ["H5"],
      },
    ],
  }),
)("%s", (_, verify) => verify());
