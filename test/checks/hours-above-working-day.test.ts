import { hoursAboveWorkingDay } from "../../src/checks/hours-above-working-day";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const days = (cell: string) =>
  readingOf([
    tableOf(
      { all: "annual_leave_avg_days unit=days" },
      `
  | | R3 |
  | 平均取得日数 | ${cell} |`,
    ),
  ]);

test.each(
  casesFor(hoursAboveWorkingDay, {
    silent: [
      { because: "seven hours are less than a day", reading: days("8日と7時間") },
      { because: "days alone", reading: days("9.5日") },
      { because: "eight hours are a day of eight and a half", reading: days("9日と8時間"), profile: { hoursPerDay: 8.5 } },
    ],
    speaks: [
      { because: "eight hours are more than 7:45", reading: days("9日と8時間"), at: ["B2"], says: "〔8時間〕が1日の勤務時間（7時間45分）以上" },
      { because: "seven and a half are more than a day of seven", reading: days("9日と7時間30分"), profile: { hoursPerDay: 7 }, at: ["B2"], says: "7時間30分" },
    ],
  }),
)("%s", (_, verify) => verify());
