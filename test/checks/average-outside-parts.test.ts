import { averageOutsideParts } from "../../src/checks/average-outside-parts";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { defaultProfile } from "../../src/model/profile";
import type { Reading } from "../../src/model/reading";
import { casesFor } from "../support/checks";
import { readTextWorkbook } from "../support/text-workbook";

function sheet(rows: string): Reading {
  const { workbook } = readTextWorkbook(`== sheet 実績\n@ A1\n${rows.trim().replaceAll(/^\s+/gm, "")}\n== truth\n`, "means");
  return inspectWorkbook(workbook, { profile: defaultProfile, asOf: "2026-06-01" }).reading;
}
const leave = (rows: string): Reading => sheet(`| 年次有給休暇の平均取得日数（日） |\n| 区分 | 令和4年 | 令和5年 | 令和6年 |\n${rows}`);

test.each(
  casesFor(averageOutsideParts, {
    silent: [
      {
        because: "everybody lies between women and men, or is just at the rim as shown",
        reading: leave(`| 男性 | 10.4 | 10.9 | 11.3 |
          | 女性 | 12.2 | 12.6 | 13.0 |
          | 全体 | 11.2 | 12.6 | 11.3 |`),
      },
      {
        because: "the departments listed are not all: every year lies outside",
        reading: leave(`| 総務課 | 10.4 | 10.9 | 11.3 |
          | 税務課 | 11.2 | 11.6 | 11.0 |
          | 福祉課 | 10.8 | 11.6 | 12.0 |
          | 全体 | 13.2 | 13.6 | 14.3 |`),
      },
      {
        because: "one year alone cannot tell whether the departments are all",
        reading: sheet(`| 年次有給休暇の平均取得日数（日） |
          | 区分 | 令和6年 |
          | 総務課 | 10.4 |
          | 税務課 | 11.2 |
          | 福祉課 | 10.8 |
          | 全体 | 13.2 |`),
      },
      {
        because: "pay of everybody may lie below both kinds of staff",
        reading: sheet(`| 職員の給与の男女の差異 |
          | 区分 | 令和4年度 | 令和5年度 |
          | 全職員 | 56.4% | 57.0% |
          | 任期の定めのない常勤職員 | 81.9% | 82.0% |
          | 任期の定めのない常勤職員以外の職員 | 74.9% | 75.0% |`),
      },
    ],
    speaks: [
      {
        because: "13.2 days of everybody, 11.3 of the men and 13.0 of the women",
        reading: leave(`| 男性 | 10.4 | 10.9 | 11.3 |
          | 女性 | 12.2 | 12.6 | 13.0 |
          | 全体 | 11.2 | 11.7 | 13.2 |`),
        at: ["D5"],
        says: "全体の平均〔13.2〕が、内訳の範囲（〔11.3〕から〔13〕まで）の外です",
      },
      {
        because: "one year of three lies above all departments",
        reading: leave(`| 総務課 | 10.4 | 10.9 | 11.3 |
          | 税務課 | 11.2 | 11.6 | 11.0 |
          | 福祉課 | 10.8 | 11.6 | 12.0 |
          | 全体 | 10.9 | 14.3 | 11.5 |`),
        at: ["C6"],
      },
    ],
  }),
)("%s", (_, verify) => verify());
