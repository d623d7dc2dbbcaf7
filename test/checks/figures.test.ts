import { resolve } from "node:path";
import { indexFigures, type Kind } from "../../src/checks/relations/figures";
import { findLines } from "../../src/checks/relations/lines";
import { placeKey } from "../../src/model/cell";
import { listByCell, type Observation } from "../../src/model/observation";
import { defaultProfile } from "../../src/model/profile";
import { readWorkbook } from "../../src/reading/read-workbook";
import { openKnownWorkbooks, USUAL_DAY } from "../support/known-workbooks";

const readings = openKnownWorkbooks(resolve(__dirname, "../workbooks")).map(({ workbook }) => readWorkbook(workbook, { profile: defaultProfile, asOf: USUAL_DAY }));

const questions: readonly ((kind: Kind) => boolean)[] = [
  (kind) => kind.role === "value" && kind.unit === "ratio",
  (kind) => kind.state === "not-applicable" && !kind.isMergedCopy,
  (kind) => kind.isText && kind.figure.part === "value",
  (kind) => kind.figure.unit === null && kind.measure !== "growth",
  (kind) => kind.group.sex === "female" || kind.isTotal,
  (kind) => kind.indicator.startsWith("overtime"),
  () => true,
  () => false,
];

describe("figures by their kind", () => {
  it("are those that each figure asked by itself gives, in the order of the reading", () => {
    const counts = questions.map(() => 0);
    for (const reading of readings) {
      const figures = indexFigures(reading);
      questions.forEach((question, i) => {
        const expected = reading.observations.filter((o) => question(o));
        counts[i]! += expected.length;
        expect(figures.pick(question)).toEqual(expected);
        expect(figures.has(question)).toBe(expected.length > 0);
        expect(reading.observations.filter(figures.mark(question))).toEqual(expected);
      });
    }
    // Every question but the last is about something that occurs.
    expect(counts.slice(0, -1).every((count) => count > 20)).toBe(true);
  });

  it("are of no kind twice", () => {
    const nameOf = ({ indicator, role, measure, unit, state, isTotal, isMergedCopy, isText, figure, group }: Kind): string =>
      JSON.stringify([indicator, role, measure, unit, state, isTotal, isMergedCopy, isText, figure.part, figure.unit, group.sex]);
    for (const reading of readings) {
      const { kinds } = indexFigures(reading);
      expect(new Set(kinds.map(nameOf)).size).toBe(kinds.length);
      expect(new Set(reading.observations.map(nameOf)).size).toBe(kinds.length);
    }
  });

  it("name what is written beside a number", () => {
    const isNoted = ({ figure }: Observation): boolean => figure.days !== undefined || figure.targetWords !== undefined || figure.periodText !== undefined;
    for (const reading of readings) expect(indexFigures(reading).annotated).toEqual(expect.arrayContaining(reading.observations.filter(isNoted)));
  });

  it("make the lines that hold one of them", () => {
    for (const reading of readings) {
      const lines = findLines(indexFigures(reading));
      for (const question of questions) expect(lines.having(question)).toEqual(lines.all.filter(({ observations }) => observations.some((o) => question(o))));
    }
  });
});

test("the figures of one cell follow each other in a reading", () => {
  for (const { observations } of readings) {
    const cells = listByCell(observations);
    expect(cells.flat()).toEqual(observations);
    expect(new Set(cells.map(([first]) => placeKey(first!.at))).size).toBe(cells.length);
  }
});
