import { pastFigureRestated } from "../../src/checks/past-figure-restated";
import { runChecks } from "../../src/checks/run-checks";
import { rememberFigures } from "../../src/inspection/past-figures/remember-figures";
import { putRemembered, readRemembered } from "../../src/inspection/past-figures/remembered-record";
import { defaultProfile, type Profile } from "../../src/model/profile";
import type { Reading } from "../../src/model/reading";
import type { Remembered } from "../../src/model/remembered";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

/** What a workbook that read so carried away from a writing on this day. */
function rememberedOf(reading: Reading, { asOf = "2025-11-01", ...more }: Partial<Profile> & { readonly asOf?: string } = {}): Remembered | null {
  return readRemembered(putRemembered(null, rememberFigures({ reading, profile: { ...defaultProfile, ...more }, asOf }, null)));
}

const rates = (cells: string, { label = "取得率", meaning = "partial_leave_rate", years = "R3 | R4 | R5" } = {}): Reading =>
  readingOf([
    tableOf(
      {},
      `
  | | ${years} |
  | ${label} :: ${meaning} | ${cells} |`,
    ),
  ]);
const before = rememberedOf(rates("87.5% | 50.0% | 該当者なし"));
const leaves = (meaning: string, cells: string): Reading => rates(cells, { label: "平均取得日数", meaning: `annual_leave_avg_days unit=days ${meaning}` });

test.each(
  casesFor(pastFigureRestated, {
    silent: [
      { because: "the workbook remembers nothing", reading: rates("85.0% | 50.0% | 該当者なし") },
      { because: "nothing changed", reading: rates("87.5% | 50.0% | 該当者なし"), remembered: before },
      { because: "only the way of writing changed", reading: rates("#0.875 | ５０％ | 該当なし"), remembered: before },
      { because: "the figure is shown with fewer digits", reading: rates("88% | 50% | 該当者なし"), remembered: before },
      { because: "a year was added, another dropped", reading: rates("50.0% | 該当者なし | 20.0%", { years: "R4 | R5 | R6" }), remembered: before },
      { because: "what was blank or not known is filled now", reading: rates("10.0% | 20.0% | 30.0%"), remembered: rememberedOf(rates(" | 未把握 | ")) },
      { because: "what was stated is blank or withheld now", reading: rates(" | ＊ | "), remembered: before },
      {
        because: "a count of none and 該当者なし are one",
        reading: rates("該当者なし", { meaning: "partial_leave_rate numerator unit=people", years: "R3" }),
        remembered: rememberedOf(rates("0人", { meaning: "partial_leave_rate numerator unit=people", years: "R3" })),
      },
      {
        because: "two cells state it differently",
        reading: readingOf([tableOf({}, `\n| | R3 |\n| 取得率 :: partial_leave_rate | 85.0% |`), tableOf({ at: "A9" }, `\n| | R3 |\n| 取得率 :: partial_leave_rate | 87.5% |`)]),
        remembered: before,
      },
      {
        because: "the year is still being collected",
        reading: rates("85.0%", { years: "R7" }),
        remembered: rememberedOf(rates("87.5%", { years: "R7" }), { asOf: "2026-05-01" }),
        asOf: "2026-06-20",
      },
      {
        because: "the working day has another length now",
        reading: leaves("", "9日と4時間 | 10日 | 11日"),
        profile: { hoursPerDay: 8 },
        remembered: rememberedOf(leaves("", "9日と3時間 | 10日 | 11日")),
      },
      {
        because: "△ means something else now",
        reading: rates("#-0.1 | #-0.2", { meaning: "pay_gap measure=difference", years: "R3 | R4" }),
        profile: { triangle: "increase" },
        remembered: rememberedOf(rates("#0.1 | #0.2", { meaning: "pay_gap measure=difference", years: "R3 | R4" })),
      },
      {
        because: "a correction gave two lines each other's meaning, and no cell changed",
        reading: readingOf([tableOf({}, `\n| | R3 | R4 |\n| 甲 :: childcare_leave_rate | 87.5% | 50.0% |\n| 乙 :: partial_leave_rate | 20.0% | 30.0% |`)]),
        remembered: rememberedOf(readingOf([tableOf({}, `\n| | R3 | R4 |\n| 甲 :: partial_leave_rate | 87.5% | 50.0% |\n| 乙 :: childcare_leave_rate | 20.0% | 30.0% |`)])),
      },
      {
        because: "a correction moved the years of the headings, and no cell changed",
        reading: rates("87.5% | 50.0% | 20.0%", { years: "R2 | R3 | R4" }),
        remembered: rememberedOf(rates("87.5% | 50.0% | 20.0%")),
      },
      {
        because: "targets are no figures of the past",
        reading: rates("60%", { meaning: "partial_leave_rate target", years: "R3" }),
        remembered: rememberedOf(rates("50%", { meaning: "partial_leave_rate target", years: "R3" })),
      },
    ],
    speaks: [
      { because: "87.5% became 85.0%", reading: rates("85.0% | 50.0% | 該当者なし"), remembered: before, at: ["B2"], says: "令和7年11月1日に記録した 87.5% から 85.0%" },
      {
        because: "one more person",
        reading: rates("8人", { meaning: "partial_leave_rate numerator unit=people", years: "R3" }),
        remembered: rememberedOf(rates("7人", { meaning: "partial_leave_rate numerator unit=people", years: "R3" })),
        at: ["B2"],
        says: "7人 から 8人",
      },
      {
        because: "該当者なし became a rate, and a rate 該当者なし",
        reading: rates("該当者なし | 50.0% | 0.0%"),
        remembered: before,
        at: ["B2", "D2"],
        says: "該当者なし から 0.0%",
      },
      {
        because: "the row moved, its label too, and a year was added",
        reading: readingOf([tableOf({ at: "C20" }, `\n| | R6 | R5 | R4 | R3 |\n| 部分休業取得率 :: partial_leave_rate | 70.0% | 該当者なし | 40.0% | 87.5% |`)]),
        remembered: before,
        at: ["F21"],
      },
      { because: "two years changed places", reading: rates("50.0% | 87.5% | 該当者なし"), remembered: before, at: ["B2", "C2"] },
      {
        because: "both cells that state it say the new figure",
        reading: readingOf([tableOf({}, `\n| | R3 |\n| 取得率 :: partial_leave_rate | 85.0% |`), tableOf({ at: "A9" }, `\n| | R3 |\n| 取得率 :: partial_leave_rate | 85% |`)]),
        remembered: before,
        at: ["B2"],
        related: ["B10"],
      },
      {
        because: "the year that was being collected is settled now",
        reading: rates("85.0%", { years: "R7" }),
        remembered: rememberedOf(rates("87.5%", { years: "R7" }), { asOf: "2026-07-01" }),
        asOf: "2026-11-01",
        at: ["B2"],
      },
      {
        because: "a day is past half a year later",
        reading: rates("30.0%", { meaning: "female_staff_rate", years: "R7.4.1" }),
        remembered: rememberedOf(rates("20.0%", { meaning: "female_staff_rate", years: "R7.4.1" }), { asOf: "2025-06-01" }),
        asOf: "2025-10-01",
        at: ["B2"],
      },
    ],
  }),
)("%s", (_, verify) => verify());

test("more figures than are remembered: it says what was not looked at", () => {
  const reading = rates("87.5% | 50.0% | 該当者なし");
  const look = (remembered: Remembered) => runChecks(reading, { profile: defaultProfile, asOf: "2026-06-01", remembered, checks: [pastFigureRestated] }).notChecked;
  expect(look(before!)).toEqual([]);
  expect(look({ ...before!, cut: { kept: 1200 } })).toEqual([
    {
      check: "past-figure-restated",
      at: { sheet: "実績", cell: "B2" },
      missing: { ja: expect.stringContaining("新しい年度からの 1,200 件"), en: expect.stringContaining("holds 1,200,") },
    },
  ]);
});
