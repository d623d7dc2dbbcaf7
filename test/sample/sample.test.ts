import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readWorkbook } from "../../src/hosts/file/workbook-reader";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { defaultProfile } from "../../src/model/profile";
import { textOf } from "../support/edit-file";
import { buildSample } from "./sample-workbook";

const committed = new Uint8Array(readFileSync(join(__dirname, "../../assets/samples/sample.xlsx")));
const opened = openWorkbookFile(committed, "sample.xlsx");
const workbook = readWorkbook(opened);
const inspection = inspectWorkbook(workbook, { profile: defaultProfile, asOf: "2026-06-01" });

test("the script makes the very bytes that are kept: otherwise run `npm run sample`", () => {
  expect(Buffer.from(buildSample()).equals(Buffer.from(committed))).toBe(true);
  expect(Buffer.from(buildSample()).equals(Buffer.from(buildSample()))).toBe(true);
});

test("every sheet says which figures are examples", () => {
  for (const sheet of workbook.sheets) expect(sheet.cells.filter(({ text }) => text.includes("※令和4年度以降") && text.includes("例示の数値")).length).toBeGreaterThan(0);
});

test("it is a whole workbook: merges, formulas, number formats, frozen panes, a rule of its own, a note and a chart", () => {
  const cells = workbook.sheets.flatMap((sheet) => sheet.cells);
  expect(workbook.sheets.some(({ merges }) => merges.length > 1)).toBe(true);
  expect(cells.some(({ formula }) => formula?.startsWith("SUM("))).toBe(true);
  for (const format of ['0"人"', "0.0%", "#,##0"]) expect(cells.some((cell) => cell.format === format)).toBe(true);
  const sheet = textOf(opened, "xl/worksheets/sheet5.xml")!;
  for (const element of ['state="frozen"', "<cfRule", "<drawing", "<legacyDrawing", "<pageSetup"]) expect(sheet).toContain(element);
  for (const part of ["xl/charts/chart1.xml", "xl/comments1.xml"]) expect(textOf(opened, part)).toBeDefined();
});

describe("what the sample shows", () => {
  const said = (severity: string) => inspection.findings.filter((finding) => finding.severity === severity).map(({ check, at }) => `${check} ${at.sheet}!${at.cell}`);

  test("nothing broke", () => expect(inspection.failures).toEqual([]));

  test.each([
    ["0% where nobody was eligible", "rate-without-eligible 1(2)育児休業等!B17"],
    ["a dash where 0% belongs", "zero-written-as-not-applicable 2(1)女性職員の割合!G8"],
    ["a rate that its counts do not give", "rate-disagrees-with-counts 1(1)特別休暇!H11"],
    ["transposed digits beside 7人/8人", "rate-disagrees-with-counts 2(1)女性職員の割合!G14"],
    ["a total that does not add up", "parts-disagree-with-total 1(1)特別休暇!I23"],
    ["a yearly total that its months do not give", "months-disagree-with-total 1(3)時間外勤務!N25"],
    ["a yearly figure in the column of a month", "shifted-column 1(3)時間外勤務!H15"],
  ])("to correct: %s", (_, finding) => expect(said("error")).toContain(finding));

  test.each([
    ["two sheets in conflict", "tables-in-conflict 目標一覧!D6"],
    ["an example year in conflict", "tables-in-conflict 目標一覧!E22"],
    ["hours above a working day", "hours-above-working-day 1(4)年次有給休暇!G6"],
  ])("to check: %s", (_, finding) => expect(said("warning")).toContain(finding));

  test("empty cells that can be filled, with a live formula where the counts are numbers", () => {
    const fills = new Map(inspection.fills.map((fill) => [`${fill.at.sheet}!${fill.at.cell}`, fill]));
    expect(fills.get("1(2)育児休業等!H17")).toMatchObject({ value: 0.5, formula: '=IF(H19=0,"該当者なし",H18/H19)' });
    expect(fills.get("2(1)女性職員の割合!I14")).toMatchObject({ value: 0.75, formula: null });
  });

  test("plan years that are met, missed, in progress, waiting, and directions without a verdict", () => {
    const status = (indicator: string, year: number) =>
      inspection.judgements
        .filter((judgement) => judgement.indicator === indicator && judgement.fiscalYear === year && (judgement.group.sex ?? "male") === "male")
        .map((judgement) => judgement.status);
    expect(status("annual_leave_avg_days", 2022)).toContain("baseline");
    expect(status("annual_leave_avg_days", 2023)).toEqual(["missed", "missed"]);
    expect(status("annual_leave_avg_days", 2024)).toEqual(["met", "met"]);
    expect(status("childcare_leave_rate", 2023)).toContain("in-progress");
    expect(status("childcare_leave_rate", 2024)).toContain("met-early");
    expect(status("childcare_leave_rate", 2025)).toContain("pending");
    expect(status("partial_leave_rate", 2024)).toContain("improved");
  });
});
