import type { Cell } from "../../src/model/cell";
import { defaultProfile, type Profile } from "../../src/model/profile";
import type { Reading } from "../../src/model/reading";
import type { Sheet, Workbook } from "../../src/model/workbook";
import { readWorkbook } from "../../src/reading/read-workbook";
import { readTextWorkbook } from "../support/text-workbook";

function read(text: string, profile: Partial<Profile> = {}): Reading {
  return readWorkbook(readTextWorkbook(text).workbook, { profile: { ...defaultProfile, ...profile }, asOf: "2026-06-01" });
}

function said(reading: Reading, cell: string): readonly string[] {
  return reading.observations.filter(({ at }) => at.cell === cell).map(({ indicator, role, period, state, value }) => `${indicator} ${role} ${period?.year} ${value ?? state}`);
}

function sheetOf(cells: readonly Cell[]): Workbook {
  const sheet: Sheet = { name: "Sheet1", visibility: "visible", isProtected: false, cells, merges: [], hiddenRows: new Set(), hiddenCols: new Set() };
  return { name: "x.xlsx", sheets: [sheet], date1904: false, ownData: null };
}

const cell = (row: number, col: number, value: string | number): Cell => ({ row, col, value, text: String(value), format: "General" });

const TABLE = `
== sheet 実績
@ A1
| 部分休業の取得状況 |
| 区分 | R3 | R4 |
| 取得人数 | 1 | 2 |
| 育休からの復帰人数 | 2 | 4 |
| 取得率 | 50.0% | 50.0% |
`;

describe("a sheet of ours", () => {
  const FOLLOW_UP = `
== sheet 達成状況
| =IF(N("kpi-sheet follow-up")=0,"達成状況") → 達成状況 |
@ A3
| 計画期間：令和3年度～令和7年度 |
| 項目 | 目標 | R3 | R4 |
| 部分休業取得率 | 60% | 50.0% | 50.0% |
`;

  it("is not read again as figures, targets or plans", () => {
    const reading = read(`${TABLE}${FOLLOW_UP}`);
    expect(new Set(reading.observations.map(({ at }) => at.sheet))).toEqual(new Set(["実績"]));
    expect([reading.targets, reading.plans, reading.unread]).toEqual([[], [], []]);
    expect(reading.tables.map(({ sheet }) => sheet)).toEqual(["実績"]);
  });

  it("is read when it is the user's own", () => {
    const own = FOLLOW_UP.replace(/=IF.*→ /, "");
    expect(read(`${TABLE}${own}`).plans).toHaveLength(1);
    expect(said(read(own), "C5")).toEqual(["partial_leave_rate value 2021 0.5"]);
  });
});

describe("what a figure is", () => {
  it("follows from caption, row and column", () => {
    const reading = read(TABLE);
    expect(said(reading, "B3")).toEqual(["partial_leave_rate numerator 2021 1"]);
    expect(said(reading, "C4")).toEqual(["partial_leave_rate denominator 2022 4"]);
    expect(said(reading, "C5")).toEqual(["partial_leave_rate value 2022 0.5"]);
  });

  it("rests on named headings", () => {
    const [observation] = read(TABLE).observations.filter(({ at }) => at.cell === "C5");
    expect(observation!.reasons.map(({ said: words, at }) => `${words} ${at.cell}`)).toEqual(expect.arrayContaining(["取得率 A5", "R4 C2"]));
  });

  it("is given to each cell that a merge covers", () => {
    const reading = read(`
== sheet 実績
@ A1
| 子の看護休暇 |
| 区分 | R3 | R4 | R5 |
| 取得率 | 今後把握していく |  |  |
| 取得人数 | 3人 | 4人 | 2人 |
merge B3:D3
`);
    expect(["B3", "C3", "D3"].map((at) => said(reading, at))).toEqual([
      ["child_nursing_leave_rate value 2021 unknown"],
      ["child_nursing_leave_rate value 2022 unknown"],
      ["child_nursing_leave_rate value 2023 unknown"],
    ]);
  });

  it("is blank where a read row meets a year, and nothing beyond the years", () => {
    const reading = read(`
== sheet 実績
@ A1
| 部分休業の取得状況 |
| 区分 | R3 | R4 |
| 取得人数 | 1 | |
| 取得率 |  |  |
`);
    expect(said(reading, "C3")).toEqual(["partial_leave_rate numerator 2022 blank"]);
    expect(said(reading, "B4")).toEqual(["partial_leave_rate value 2021 blank"]);
    expect(said(reading, "D3")).toEqual([]);
  });

  it("changes with a correction for its heading, wherever that heading moves", () => {
    const corrections = [{ sheet: null, heading: "取得人数", role: "denominator" as const }];
    expect(said(read(TABLE, { corrections }), "B3")).toEqual(["partial_leave_rate denominator 2021 1"]);
    const ignored = [{ sheet: "実績", heading: "取得率", role: "ignore" as const }];
    expect(said(read(TABLE, { corrections: ignored }), "B5")).toEqual([]);
    const other = [{ sheet: "別のシート", heading: "取得率", role: "ignore" as const }];
    expect(said(read(TABLE, { corrections: other }), "B5")).toEqual(["partial_leave_rate value 2021 0.5"]);
  });

  it("is an organisation's own indicator where its label says so", () => {
    const indicators = [{ id: "telework_rate", label: "テレワーク実施率", labels: ["テレワーク実施率"], unit: "ratio" as const, direction: "up" as const }];
    const reading = read(
      `
== sheet 実績
@ A1
| 区分 | R3 | R4 |
| テレワーク実施率 | 12.5% | 25.0% |
`,
      { indicators },
    );
    expect(said(reading, "C2")).toEqual(["telework_rate value 2022 0.25"]);
  });
});

describe("what is not understood", () => {
  it("is listed with its place and size", () => {
    const reading = read(`
== sheet 財政
@ A1
| 歳入の状況（単位：千円） |
| 区分 | R3 | R4 |
| 地方税 | 1200 | 1300 |
| 地方交付税 | 800 | 900 |
`);
    expect(reading.observations).toEqual([]);
    expect(reading.unread).toEqual([expect.objectContaining({ sheet: "財政", figures: 4 })]);
  });

  it("is nothing in an empty workbook", () => {
    const reading = readWorkbook(sheetOf([]), { profile: defaultProfile, asOf: "2026-06-01" });
    expect([reading.observations, reading.tables, reading.unread, reading.plans]).toEqual([[], [], [], []]);
  });
});

describe("a sheet of odd shape", () => {
  it("costs what its cells cost, not what its rectangle would", () => {
    const far = [cell(0, 0, "部分休業の取得状況"), cell(1_048_575, 16_383, "※以上")];
    expect(readWorkbook(sheetOf(far), { profile: defaultProfile, asOf: "2026-06-01" }).observations).toEqual([]);
    const down = Array.from({ length: 20_000 }, (_, row) => cell(row + 1, 0, "取得人数"));
    const across = Array.from({ length: 5_000 }, (_, col) => cell(0, col + 1, `R${(col % 6) + 1}`));
    const reading = readWorkbook(sheetOf([...across, ...down]), { profile: defaultProfile, asOf: "2026-06-01" });
    expect(reading.observations.length).toBeLessThan(100_000);
  });
});
