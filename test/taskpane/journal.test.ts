import type { Edit } from "../../src/model/edit";
import { defaultProfile } from "../../src/model/profile";
import { makeEntry, readOwnData, reverseEdits, writeOwnData } from "../../src/taskpane/journal";

const fill: Edit = { kind: "set-cell", sheet: "表", row: 4, col: 1, was: { value: null, formula: null }, formula: "B3/B4", value: 0.5, format: "0.0%" };
const text: Edit = { kind: "set-cell", sheet: "表", row: 5, col: 1, was: { value: "3人", formula: null }, formula: null, value: 3, format: null };

describe("the way back", () => {
  it("swaps before and after, and gives a cell its number format back", () => {
    expect(reverseEdits([fill, text], { applied: 2, refused: [], formats: { "表!B5": "General" } })).toEqual([
      { kind: "set-cell", sheet: "表", row: 4, col: 1, was: { value: 0.5, formula: "B3/B4" }, formula: null, value: null, format: "General" },
      { kind: "set-cell", sheet: "表", row: 5, col: 1, was: { value: 3, formula: null }, formula: null, value: "3人", format: null },
    ]);
  });

  it("leaves out what was not written", () => {
    expect(reverseEdits([fill, text], { applied: 1, refused: [{ sheet: "表", cell: "B5", reason: "changed" }] })).toHaveLength(1);
  });

  it("takes marks off the sheets that got them", () => {
    const mark: Edit = { kind: "mark", sheet: "表", ranges: [{ top: 4, left: 1, bottom: 4, right: 1 }], numeric: [] };
    expect(reverseEdits([mark, { kind: "unmark", sheet: "他" }], { applied: 1, refused: [] })).toEqual([{ kind: "unmark", sheet: "表" }]);
  });
});

describe("an entry", () => {
  it("tells each written cell before and after", () => {
    const entry = makeEntry(1, new Date("2025-06-01T00:00:00Z"), "fill", [fill, text], { applied: 2, refused: [] });
    expect(entry.cells).toEqual([
      { at: { sheet: "表", cell: "B5" }, before: "", after: "=B3/B4" },
      { at: { sheet: "表", cell: "B6" }, before: "3人", after: "3" },
    ]);
  });
});

describe("what stays in the workbook", () => {
  const entry = makeEntry(1, new Date("2025-06-01T00:00:00Z"), "fill", [fill], { applied: 1, refused: [] });

  it("reads back what it wrote, and keeps what stood beside it", () => {
    const written = writeOwnData('{"other":[1]}', { profile: { ...defaultProfile, hoursPerDay: 8 }, journal: [entry] });
    expect(readOwnData(written)).toEqual({ profile: { ...defaultProfile, hoursPerDay: 8 }, journal: [entry] });
    expect(JSON.parse(written)).toMatchObject({ schema: 1, other: [1] });
  });

  it.each([
    { because: "nothing is there", given: null },
    { because: "it is no JSON", given: "<x/>" },
    { because: "it is a list", given: "[]" },
    { because: "it is somebody else's", given: '{"profile":{"schema":9},"journal":[{"id":"x"},{"id":1,"when":"yesterday"}]}' },
  ])("is empty when $because", ({ given }) => expect(readOwnData(given)).toEqual({ profile: null, journal: [] }));
});
