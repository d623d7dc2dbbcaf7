import "../house/property-seed";
import { join } from "node:path";
import fc from "fast-check";
import { listPastFigures } from "../../src/checks/relations/past-figures";
import { findRestated } from "../../src/checks/relations/restated";
import { findIndicator } from "../../src/indicators";
import { followUpEdits } from "../../src/inspection/follow-up/make-follow-up";
import { inspectWorkbook, reviewInspection } from "../../src/inspection/inspect-workbook";
import { makeInspectionView } from "../../src/inspection/make-view";
import { rememberFigures } from "../../src/inspection/past-figures/remember-figures";
import { putRemembered, readRemembered } from "../../src/inspection/past-figures/remembered-record";
import { defaultProfile, type Profile } from "../../src/model/profile";
import type { Observation } from "../../src/model/observation";
import type { Reading } from "../../src/model/reading";
import type { Workbook } from "../../src/model/workbook";
import { readWorkbook } from "../../src/reading/read-workbook";
import { openKnownWorkbook, openKnownWorkbooks } from "../support/known-workbooks";

const CHECK = "past-figure-restated";
const drawn = (r3: string, r4 = "40.0%", more = ""): string => `== sheet 休暇
| 女性活躍推進法に係る特定事業主行動計画（令和3年度～令和7年度） |

| ①部分休業【目標：取得率60%以上】 |
|  | R3 | R4 |
| 取得率 | ${r3} | ${r4} |
${more}`;
const open = (text: string, ownData: string | null = null): Workbook => ({ ...openKnownWorkbook(text, "drawn").workbook, ownData });
const inspect = (workbook: Workbook, asOf: string, profile: Partial<Profile> = {}) => inspectWorkbook(workbook, { profile: { ...defaultProfile, ...profile }, asOf });

/** What the workbook carries after somebody wrote into it on this day. */
function write(text: string, asOf: string, ownData: string | null = null): string {
  return putRemembered(ownData, rememberFigures(inspect(open(text, ownData), asOf), ownData))!;
}

function restated(text: string, ownData: string | null, asOf: string): string[] {
  return inspect(open(text, ownData), asOf)
    .findings.filter(({ check }) => check === CHECK)
    .map(({ at, message }) => `${at.cell} ${message.ja}`);
}

describe("over every workbook that is known", () => {
  const asOf = "2027-11-01";
  const known = openKnownWorkbooks(join(__dirname, "../workbooks")).map(({ name, workbook }) => ({ name, reading: readWorkbook(workbook, { profile: defaultProfile, asOf }) }));
  const carry = (reading: Reading) => readRemembered(putRemembered(null, rememberFigures({ reading, profile: defaultProfile, asOf }, null)));
  const compare = (reading: Reading, before: Reading) => findRestated(reading, carry(before), defaultProfile, asOf).map(({ now }) => now.cells[0].at);

  test.each(known.map(({ name, reading }) => [name, reading] as const))("%s: what did not change is not spoken of", (_, reading) => {
    expect(compare(reading, reading)).toEqual([]);
  });

  const alone = known.flatMap(({ name, reading }) =>
    [...listPastFigures(reading, asOf).values()]
      .filter(({ cells, value }) => cells.length === 1 && value !== null)
      .map(({ cells, step }) => ({ name, reading, cell: cells[0], step: step || 1 })),
  );

  test("one figure changed by a digit or more is named, and no other", () => {
    expect(alone.length).toBeGreaterThan(2000);
    fc.assert(
      fc.property(fc.constantFrom(...alone), fc.integer({ min: 1, max: 40 }), fc.boolean(), ({ reading, cell, step }, digits, isUp) => {
        const value = cell.value! + (isUp ? digits : -digits) * step;
        expect(compare({ ...reading, observations: reading.observations.map((o): Observation => (o === cell ? { ...o, value } : o)) }, reading)).toEqual([cell.at]);
      }),
      { numRuns: 300 },
    );
  });

  test("less than a digit is the way of writing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...alone), fc.double({ min: -0.99, max: 0.99, noNaN: true }), ({ reading, cell, step }, share) => {
        const value = cell.value! + share * step;
        expect(compare({ ...reading, observations: reading.observations.map((o): Observation => (o === cell ? { ...o, value } : o)) }, reading)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a restated figure", () => {
  const first = write(drawn("50.0%"), "2025-11-01");

  it("is said with both figures and the day, at its cell", () => {
    expect(restated(drawn("87.5%"), first, "2026-06-01")).toEqual([expect.stringMatching(/^B4 .*令和3年度.*令和7年11月1日に記録した 50\.0% から 87\.5%/)]);
  });

  it("stays listed when somebody writes before having read the list, for a year", () => {
    const written = write(drawn("87.5%"), "2026-06-01", first);
    expect(restated(drawn("87.5%"), written, "2026-06-02")).toHaveLength(1);
    const again = write(drawn("87.5%"), "2027-05-31", written);
    expect(restated(drawn("87.5%"), again, "2027-05-31")).toEqual([expect.stringContaining("令和7年11月1日に記録した 50.0%")]);
    const later = write(drawn("87.5%"), "2027-06-01", again);
    expect(restated(drawn("87.5%"), later, "2027-06-01")).toEqual([]);
    expect(restated(drawn("90.0%"), later, "2027-06-02")).toEqual([expect.stringContaining("令和9年6月1日に記録した 87.5% から 90.0%")]);
  });

  it("is no longer one when the former figure is back, and its year begins anew with the next change", () => {
    const changed = write(drawn("87.5%"), "2026-06-01", first);
    const back = write(drawn("50.0%"), "2026-07-01", changed);
    expect(back).toBe(first);
    const again = write(drawn("87.5%"), "2027-06-15", back);
    expect(restated(drawn("87.5%"), again, "2027-06-16")).toHaveLength(1);
  });

  it("is quiet with a reason while the figure stands, and asks again when it changes once more", () => {
    const workbook = open(drawn("87.5%"), first);
    const { at, figures } = makeInspectionView(inspect(workbook, "2026-06-01"), () => undefined).findings.find(({ check }) => check === CHECK)!;
    const accepted = [{ check: CHECK, at, figures, reason: "集計誤りを訂正", year: 2026 }];
    const said = (r3: string) => inspect(open(drawn(r3), first), "2026-06-01", { accepted }).findings.map(({ check }) => check);
    expect(said("87.5%")).not.toContain(CHECK);
    expect(said("62.5%")).toContain(CHECK);
  });

  it("is told with the follow-up sheet, with its reason where there is one", () => {
    const workbook = open(drawn("87.5%"), first);
    const inspection = inspect(workbook, "2026-06-01");
    const { changes, edits } = followUpEdits(inspection, workbook, findIndicator, { year: null })!;
    expect(changes.map(({ ja }) => ja)).toEqual([expect.stringContaining("50.0% から 87.5%")]);
    expect(edits.flatMap((edit) => (edit.kind === "add-sheet" ? edit.sheet.cells.map(({ value }) => value) : [])).join("\n")).toContain(
      "前に記録したときから変わった過去の数値が 1 件",
    );
    const { at, figures } = makeInspectionView(inspection, () => undefined).findings.find(({ check }) => check === CHECK)!;
    const explained = reviewInspection(inspection, [{ check: CHECK, at, figures, reason: "集計誤りを訂正", year: 2026 }]);
    expect(followUpEdits(explained, workbook, findIndicator, { year: null })!.changes.map(({ ja }) => ja)).toEqual([
      expect.stringMatching(/50\.0% から 87\.5%.*（理由：集計誤りを訂正）$/),
    ]);
  });
});

describe("what is remembered", () => {
  it("of a year that is still being collected is what stands there at the last writing", () => {
    const april = write(drawn("50.0%", "40.0%").replace("R4", "R7"), "2026-04-10");
    const july = write(drawn("50.0%", "45.0%").replace("R4", "R7"), "2026-07-10", april);
    expect(restated(drawn("50.0%", "45.0%").replace("R4", "R7"), july, "2027-06-01")).toEqual([]);
    expect(restated(drawn("50.0%", "48.0%").replace("R4", "R7"), july, "2027-06-01")).toEqual([expect.stringContaining("45.0% から 48.0%")]);
  });

  it("stays while the figure is blank or stated twice, so that what comes after is held against it", () => {
    const first = write(drawn("50.0%"), "2025-11-01");
    const blank = write(drawn(""), "2026-06-01", first);
    expect(restated(drawn("87.5%"), blank, "2026-07-01")).toHaveLength(1);
    const twice = write(drawn("87.5%", "40.0%", "\n| 部分休業 |\n| | R3 |\n| 取得率 | 50.0% |\n"), "2026-06-01", first);
    expect(restated(drawn("87.5%"), twice, "2026-07-01")).toHaveLength(1);
  });

  it("is put beside whatever else our own data hold", () => {
    const kept = JSON.stringify({ schema: 1, profile: { schema: 1, hoursPerDay: 7.5 }, journal: [{ id: 1 }], later: "x" });
    const record = JSON.parse(write(drawn("50.0%"), "2025-11-01", kept)) as { readonly [field: string]: unknown };
    expect(record).toMatchObject({ schema: 1, profile: { schema: 1, hoursPerDay: 7.5 }, journal: [{ id: 1 }], later: "x" });
    expect(Object.keys(record)).toContain("past");
  });

  it.each([
    ["of a newer version", '{"schema":1,"past":{"schema":2,"figures":"?"}}'],
    ["that is no object", '{"schema":1,"past":[1,2]}'],
    ["in own data of a newer version", '{"schema":9}'],
    ["in somebody else's data", "<x/>"],
  ])("%s is left as it is, and nothing is said", (_, ownData) => {
    const inspection = inspect(open(drawn("50.0%"), ownData), "2026-06-01");
    expect(inspection.failures).toEqual([]);
    expect(inspection.findings.filter(({ check }) => check === CHECK)).toEqual([]);
    expect(putRemembered(ownData, rememberFigures(inspection, ownData))).toBeNull();
  });

  it("is used as far as it can be read: a damaged line is left out", () => {
    const whole = JSON.parse(write(drawn("50.0%"), "2025-11-01")) as { past: { lines: unknown[]; days: unknown } };
    const spoil = (change: (past: { lines: unknown[]; days: unknown }) => void): string => {
      const copy = structuredClone(whole);
      change(copy.past);
      return JSON.stringify(copy);
    };
    expect(
      restated(
        drawn("87.5%"),
        spoil(({ lines }) => lines.unshift(null, [0], [0, 0, "x", "y", 0], [9, 9, "x", 1, 9, 0, 1], [0, 0, "x", 1, 0, 0, {}])),
        "2026-06-01",
      ),
    ).toHaveLength(1);
    expect(
      restated(
        drawn("87.5%"),
        spoil((past) => (past.days = 7)),
        "2026-06-01",
      ),
    ).toEqual([]);
    expect(
      restated(
        drawn("87.5%"),
        spoil((past) => (past.lines = [{}])),
        "2026-06-01",
      ),
    ).toEqual([]);
  });

  it("is nothing where no ended year is stated", () => {
    const inspection = inspect(open(drawn("50.0%").replace("R3", "R8").replace("R4", "R9")), "2026-06-01");
    expect(rememberFigures(inspection, null)).toBeNull();
    expect(putRemembered(null, null)).toBeNull();
  });

  it("stays small in a workbook of very many figures: the newest years are kept, and what is not is said", () => {
    const years = Array.from({ length: 20 }, (_, i) => `H${i + 11}`);
    const rows = Array.from({ length: 900 }, (_, i) => `| 第${i + 1}課 | ${years.map((_, year) => `${((i * 7 + year * 13) % 1000) / 10}%`).join(" | ")} |`);
    const text = `== sheet 休暇\n| 部分休業の取得率 |\n| 所属 | ${years.join(" | ")} |\n${rows.join("\n")}\n`;
    const own = write(text, "2026-06-01");
    expect(Buffer.byteLength(own)).toBeLessThan(100_100);
    expect(Buffer.byteLength(own)).toBeGreaterThan(80_000);
    const { lines, cut } = readRemembered(own)!;
    const kept = lines.flatMap(({ figures }) => figures.map(({ period }) => Number(period.split(":")[1])));
    expect(cut).toEqual({ kept: kept.length });
    expect(Math.max(...kept)).toBe(2018);
    const oldest = Math.min(...kept);
    for (let year = oldest + 1; year <= 2018; year++) expect(kept.filter((one) => one === year)).toHaveLength(900);
    const again = inspect(open(text, own), "2026-06-02");
    expect(again.notChecked.filter(({ check }) => check === CHECK)).toEqual([
      expect.objectContaining({ missing: expect.objectContaining({ ja: expect.stringContaining("新しい年度から") }) }),
    ]);
    expect(putRemembered(own, rememberFigures(again, own)) === own).toBe(true);
  });
});
