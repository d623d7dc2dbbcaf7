import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import type { Inspection } from "../../src/inspection/inspection";
import { defaultProfile } from "../../src/model/profile";
import { openKnownWorkbook, USUAL_DAY } from "../support/known-workbooks";

// What a careful reader sees in these workbooks and we do not yet; each test has to fail until it is read.
function inspect(name: string): Inspection {
  const { workbook } = openKnownWorkbook(readFileSync(join(__dirname, `../workbooks/${name}.txt`), "utf8"), name);
  return inspectWorkbook(workbook, { profile: defaultProfile, asOf: USUAL_DAY });
}
const targetAt = ({ reading }: Inspection, cell: string) => reading.observations.find(({ role, at }) => role === "target" && at.cell === cell)?.value;
const isSaidAt = ({ findings }: Inspection, cell: string): boolean =>
  findings.some(({ severity, at, related }) => severity !== "info" && [at, ...related].some((place) => place.cell === cell));

// （知事部局） stands in the caption of the details and beside the period of the summary, so that they count as different people.
test.failing("51.7% in the summary is asked about beside 40 of 70 in the details", () => {
  expect(isSaidAt(inspect("prefecture-two-row-heading"), "H6")).toBe(true);
});

// Columns of changes are set aside; nothing holds them against the years beside them.
test.failing("▲1.7 points is asked about where 62.7% became 64.4%", () => {
  expect(isSaidAt(inspect("ministry-bureau-hours-and-survey"), "H7")).toBe(true);
});

test.failing("目標：全ての校種で14日以上（令和７年） is the target of the table above", () => {
  expect(targetAt(inspect("education-school-kinds-by-month"), "A7")).toBe(14);
});

test.failing("【目標】警察官に占める女性の割合：令和８年４月１日までに12％以上 is a target", () => {
  expect(targetAt(inspect("police-ranks-years-descending"), "A12")).toBe(0.12);
});

test.failing("【目標：2025年５月までに30％】 in a caption is a target", () => {
  expect(targetAt(inspect("university-two-tables-abreast"), "A11")).toBe(0.3);
});

test.failing("two targets in one line under a table each have their own deadline: 140時間以下（令和７年度まで）、年360時間超　０人（毎年度）", () => {
  const { judgements } = inspect("waterworks-months-folded-by-section");
  const statusOf = (indicator: string) => judgements.find((j) => j.indicator === indicator && j.fiscalYear === 2024)?.status;
  expect([statusOf("overtime_per_head_year"), statusOf("overtime_over_limit_count")]).toEqual(["in-progress", "missed"]);
});
