import { tablesInConflict } from "../../src/checks/tables-in-conflict";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const list = (cell: string, meaning: string) =>
  tableOf(
    { sheet: "一覧" },
    `
  | | R3実績 :: R3 |
  | 項目 :: ${meaning} | ${cell} |`,
  );
const detail = (rows: string, all: string) => tableOf({ sheet: "詳細", all }, rows);

test.each(
  casesFor(tablesInConflict, {
    silent: [
      {
        because: "both tables say 9 days",
        reading: readingOf([
          list("9日", "annual_leave_avg_days unit=days"),
          detail(
            `
      | | R2 | R3 |
      | 平均 | 9日と1時間 | 9日 |`,
            "annual_leave_avg_days unit=days",
          ),
        ]),
      },
      {
        because: "約8.5時間 a month is 101.5 a year",
        reading: readingOf([
          list("約8.5時間", "overtime_per_head_month unit=hours"),
          detail(
            `
      | | 合計 :: R3 |
      | 時間数 :: overtime_total_hours | #1,725 |
      | 1人あたり :: overtime_per_head_year | #101.5 |`,
            "unit=hours measure=hours",
          ),
        ]),
      },
      {
        because: "該当者なし in both, by word and by dash",
        reading: readingOf([
          list("—", "nursing_time_leave_rate"),
          detail(
            `
      | | R3 |
      | 取得率 | 該当者なし |`,
            "nursing_time_leave_rate",
          ),
        ]),
      },
      {
        because: "a rounded figure is the same figure",
        reading: readingOf([
          list("29%", "female_staff_rate"),
          detail(
            `
      | | R3 | R4 |
      | 割合 | 29.0% | 32.3% |`,
            "female_staff_rate",
          ),
        ]),
      },
      {
        because: "令和4年4月1日 may stand under R4 in the other table",
        reading: readingOf([
          tableOf(
            { sheet: "一覧" },
            `
      | | 実績 :: R4.4.1 |
      | 項目 :: female_staff_rate | 10% |`,
          ),
          detail(
            `
      | | R3 | R4 |
      | 割合 | 20% | 10% |`,
            "female_staff_rate",
          ),
        ]),
      },
      {
        because: "targets are not actuals",
        reading: readingOf([
          list("100%", "health_checkup_leave_rate target"),
          detail(
            `
      | | R3 |
      | 取得率 | 50% |`,
            "health_checkup_leave_rate",
          ),
        ]),
      },
    ],
    speaks: [
      {
        because: "100% in the list, 該当者なし in the table",
        reading: readingOf([
          list("取得率　100%", "health_checkup_leave_rate"),
          detail(
            `
      | | R2 | R3 |
      | 取得率 | 該当者なし | 該当者なし |
      | 取得人数 :: numerator | － | － |`,
            "health_checkup_leave_rate",
          ),
        ]),
        at: ["一覧!B2"],
        related: ["詳細!C2"],
        says: "該当者なし",
      },
      {
        because: "0人 in the list, a dash in the table",
        reading: readingOf([
          list("取得人数　0人", "commute_relief_leave numerator"),
          detail(
            `
      | | R2 | R3 |
      | 取得人数 :: numerator | － | － |`,
            "commute_relief_leave",
          ),
        ]),
        at: ["一覧!B2"],
        related: ["詳細!C2"],
      },
      {
        because: "0.5日 in the list, unknown in the table, whose merge covers the year",
        reading: readingOf([
          list("平均取得日数　0.5日", "child_nursing_leave_avg_days unit=days"),
          detail(
            `
      | | R2 | R3 |
      | 平均取得日数 | 今後把握していく | < |`,
            "child_nursing_leave_avg_days unit=days",
          ),
        ]),
        at: ["一覧!B2"],
      },
      {
        because: "the counts of the table give another rate",
        reading: readingOf([
          list("40.0%", "childcare_leave_rate sex=male"),
          detail(
            `
      | | R2 | R3 |
      | 対象者 :: denominator | 4人 | 2人 |
      | 取得者 :: numerator | 1人 | 1人 |`,
            "childcare_leave_rate sex=male",
          ),
        ]),
        at: ["一覧!B2"],
        says: "50.0%",
      },
      {
        because: "as of April 1 speaks for the year before, unless the profile says otherwise",
        reading: readingOf([
          tableOf(
            { sheet: "一覧" },
            `
      | | 実績 :: R4.4.1 |
      | 項目 :: female_hire_rate | 0%　(R4.4.1現在) |`,
          ),
          detail(
            `
      | | R3.4.1 | R4.4.1 |
      | 割合 | 採用なし | 採用なし |`,
            "female_hire_rate",
          ),
        ]),
        at: ["一覧!B2"],
        related: ["詳細!C2"],
      },
      {
        because: "two long tables that never agree are one question",
        reading: readingOf([
          tableOf(
            { sheet: "市長部局", all: "annual_leave_avg_days unit=days" },
            `
      | | R2 | R3 | R4 |
      | 平均 | 10.1日 | 10.4日 | 10.9日 |`,
          ),
          detail(
            `
      | | R2 | R3 | R4 |
      | 平均 | 12.1日 | 12.4日 | 12.9日 |`,
            "annual_leave_avg_days unit=days",
          ),
        ]),
        at: ["詳細!B2"],
        says: "3年度とも",
      },
    ],
  }),
)("%s", (_, verify) => verify());
