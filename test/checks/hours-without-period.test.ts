import { hoursWithoutPeriod } from "../../src/checks/hours-without-period";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const list = (label: string, cell: string, captions: readonly string[] = [], indicator = "overtime_per_head_month") =>
  readingOf([
    tableOf(
      { captions, all: `${indicator} unit=hours measure=hours` },
      `
  | | R3 |
  | ${label} | ${cell} |`,
    ),
  ]);

test.each(
  casesFor(hoursWithoutPeriod, {
    silent: [
      { because: "the row says 月平均", reading: list("一人当たり月平均時間外勤務時間", "8.5時間") },
      { because: "the heading says 年間", reading: list("時間数", "181.5時間", ["時間外勤務（一人当たり年間）"], "overtime_per_head_year") },
      { because: "the cell says 月", reading: list("一人当たり超過勤務", "月10時間") },
      { because: "各月 is a month", reading: list("各月の一人あたり超過勤務時間数", "12.9時間") },
      { because: "all staff together are no average", reading: list("時間外勤務 時間数", "1,725時間", [], "overtime_total_hours") },
    ],
    speaks: [
      { because: "平均 of what", reading: list("職員の平均超過勤務時間数", "約8.5時間"), at: ["B2"], says: "月平均か年間か分かりません" },
      { because: "101.5 hours are likely a year", reading: list("一人当たり時間外勤務時間", "101.5時間"), at: ["B2"], says: "年間と思われます" },
    ],
  }),
)("%s", (_, verify) => verify());
