import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import type { Inspection } from "../../src/inspection/inspection";
import { defaultProfile } from "../../src/model/profile";
import { openKnownWorkbook, USUAL_DAY } from "../support/known-workbooks";

function inspect(name: string): Inspection {
  const { workbook } = openKnownWorkbook(readFileSync(join(__dirname, `../workbooks/${name}.txt`), "utf8"), name);
  return inspectWorkbook(workbook, { profile: defaultProfile, asOf: USUAL_DAY });
}
const statusOf = ({ judgements }: Inspection, indicator: string, fiscalYear: number) =>
  judgements.filter((j) => j.indicator === indicator && j.fiscalYear === fiscalYear).map(({ group, status }) => [group, status]);

it.each([
  ["全ての校種で14日以上（令和７年） under a table of schools", "education-school-kinds-by-month", "A7", { indicator: "annual_leave_avg_days", value: 14, deadline: 2025 }],
  [
    "【目標】with its subject, a day of April",
    "police-ranks-years-descending",
    "A12",
    { indicator: "female_staff_rate", group: { occupation: "警察官" }, value: 0.12, deadline: 2025 },
  ],
  ["【目標：2025年５月までに30％】 in a caption", "university-two-tables-abreast", "A11", { indicator: "female_manager_rate", value: 0.3, deadline: 2025 }],
])("%s", (_, name, cell, said) => {
  expect(inspect(name).reading.targets.find(({ at }) => at.cell === cell)).toMatchObject(said);
});

it("holds each of two targets in one line to its own deadline, and to the line whose limit it names", () => {
  const inspection = inspect("waterworks-months-folded-by-section");
  expect(statusOf(inspection, "overtime_per_head_year", 2024)).toEqual([[{}, "in-progress"]]);
  expect(statusOf(inspection, "overtime_over_limit_count", 2024)).toEqual([[{}, "missed"]]);
  expect(inspection.judgements.find((j) => j.indicator === "overtime_over_limit_count" && j.fiscalYear === 2024)?.actual).toMatchObject({ value: 2, at: { cell: "F5" } });
});

it("keeps うち女性 under 一般職員 apart from うち女性 under 警察官", () => {
  const inspection = inspect("police-ranks-years-descending");
  expect(inspection.reading.observations.filter(({ at }) => at.sheet === "女性の割合" && /^B(7|8|10|11)$/.test(at.cell)).map(({ group }) => group.occupation)).toEqual([
    "警察官",
    "警察官",
    "一般職員",
    "一般職員",
  ]);
  expect(statusOf(inspection, "female_staff_rate", 2023)).toEqual([[{ occupation: "警察官" }, "in-progress"]]);
});
