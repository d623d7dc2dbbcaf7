import type { ApplyReport, Edit } from "../../src/model/edit";
import type { NewSheet } from "../../src/model/new-sheet";
import { defaultProfile } from "../../src/model/profile";
import { findUndoObstacle, type JournalEntry, makeEntry, markUndone, reverseEdits } from "../../src/taskpane/journal";
import { readOwnData, shortenJournal, writeOwnData } from "../../src/taskpane/own-data";

const fill: Edit = { kind: "set-cell", sheet: "表", row: 4, col: 1, was: { value: null, formula: null }, formula: "B3/B4", value: 0.5, format: "0.0%" };
const text: Edit = { kind: "set-cell", sheet: "表", row: 5, col: 1, was: { value: "3人", formula: null }, formula: null, value: 3, format: null };
const cell = { top: 4, left: 1, bottom: 4, right: 1 };
const mark: Edit = { kind: "mark", sheet: "表", ranges: [cell], numeric: [] };
const unmark: Edit = { kind: "unmark", sheet: "表" };
const sheet: NewSheet = {
  name: "フォローアップ R6",
  columns: [],
  heights: [],
  cells: [{ row: 0, col: 0, value: "題" }],
  merges: [],
  charts: [],
  page: { orientation: "landscape", titleRows: null, breaks: [] },
  freeze: null,
};
const done: ApplyReport = { applied: 2, refused: [] };
const day = new Date("2025-06-01T00:00:00Z");
const entryOf = (id: number, kind: JournalEntry["kind"], edits: readonly Edit[], report: ApplyReport = done): JournalEntry => makeEntry(id, day, kind, edits, report);

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
    expect(reverseEdits([mark, { kind: "unmark", sheet: "他" }], { applied: 1, refused: [] })).toEqual([{ kind: "unmark", sheet: "表" }]);
  });

  it("gives marks back that were taken off or replaced", () => {
    const before = { ranges: [{ top: 9, left: 2, bottom: 9, right: 2 }], numeric: [] };
    expect(reverseEdits([unmark], { applied: 1, refused: [], marks: { 表: before } })).toEqual([{ kind: "mark", sheet: "表", ...before }]);
    expect(reverseEdits([mark], { applied: 1, refused: [], marks: { 表: before } })).toEqual([{ kind: "mark", sheet: "表", ...before }]);
  });

  it("takes a sheet out that was made, not one whose name was taken", () => {
    expect(reverseEdits([{ kind: "add-sheet", sheet }], done)).toMatchObject([{ kind: "remove-sheet", sheet: sheet.name }]);
    expect(reverseEdits([{ kind: "add-sheet", sheet }], { applied: 0, refused: [{ sheet: sheet.name, cell: "", reason: "name-taken" }] })).toEqual([]);
  });
});

describe("an entry", () => {
  it("tells each written cell before and after", () => {
    expect(entryOf(1, "fill", [fill, text])).toMatchObject({
      count: 2,
      cells: [
        { at: { sheet: "表", cell: "B5" }, before: "", after: "=B3/B4" },
        { at: { sheet: "表", cell: "B6" }, before: "3人", after: "3" },
      ],
    });
  });

  it("tells which cells lost their mark, and which sheets were made", () => {
    expect(entryOf(1, "unmark", [unmark], { ...done, marks: { 表: { ranges: [cell], numeric: [] } } })).toMatchObject({ count: 1, cells: [{ before: "×", after: "" }] });
    expect(entryOf(1, "sheet", [{ kind: "add-sheet", sheet }])).toMatchObject({ count: 0, sheets: ["フォローアップ R6"] });
  });
});

describe("an undo", () => {
  const entry = entryOf(1, "fill", [fill, text]);

  it("is through when nothing was refused", () => expect(markUndone(entry, done)).toMatchObject({ undone: true }));

  it("keeps the way back of cells that have changed since", () => {
    const left = markUndone(entry, { applied: 1, refused: [{ sheet: "表", cell: "B6", reason: "changed" }] });
    expect(left).toMatchObject({ undone: false, isPartlyUndone: true, undo: [{ row: 5 }] });
    expect(markUndone(left, done)).toMatchObject({ undone: true });
  });

  it("stays open as it was when everything was refused", () => {
    const refused = ["B5", "B6"].map((one) => ({ sheet: "表", cell: one, reason: "changed" as const }));
    expect(markUndone(entry, { applied: 0, refused })).toEqual(entry);
  });

  it.each<[string, JournalEntry, JournalEntry[], string | null]>([
    ["a fill", entry, [entryOf(2, "mark", [mark])], null],
    ["what is undone", { ...entry, undone: true }, [], "undone"],
    ["an entry that was shortened", { ...entry, undo: [], isShortened: true }, [], "shortened"],
    ["an entry without a way back", entryOf(1, "unmark", [unmark]), [], "nothing"],
    ["marks under later ones", entryOf(1, "mark", [mark]), [entryOf(2, "mark", [mark])], "later-marks"],
    ["marks of another sheet", entryOf(1, "mark", [mark]), [entryOf(2, "mark", [{ ...mark, sheet: "他" }])], null],
    ["marks under later ones that are undone", entryOf(1, "mark", [mark]), [{ ...entryOf(2, "mark", [mark]), undone: true }], null],
  ])("of %s", (_, one, later, obstacle) => expect(findUndoObstacle(one, [one, ...later])).toBe(obstacle));
});

describe("what stays in the workbook", () => {
  const journal = [
    entryOf(1, "fill", [fill, text, { ...fill, sheet: "他" }], { applied: 3, refused: [], formats: { "表!B5": "General" } }),
    entryOf(2, "mark", [mark]),
    entryOf(3, "unmark", [unmark], { ...done, marks: { 表: { ranges: [cell], numeric: [cell] } } }),
    entryOf(4, "sheet", [{ kind: "add-sheet", sheet }]),
    { ...entryOf(5, "repair", [text]), isPartlyUndone: true as const },
  ];

  it("reads back what it wrote, and keeps what stood beside it", () => {
    const written = writeOwnData('{"other":[1]}', { profile: { ...defaultProfile, hoursPerDay: 8 }, journal });
    expect(readOwnData(written)).toEqual({ profile: { ...defaultProfile, hoursPerDay: 8 }, journal });
    expect(JSON.parse(written)).toMatchObject({ schema: 1, other: [1] });
  });

  it("leaves a profile alone that nobody here decided, as one of a newer version", () => {
    const newer = { schema: 2, hoursPerDay: "7:45" };
    expect(JSON.parse(writeOwnData(JSON.stringify({ profile: newer }), { profile: null, journal: [] }))).toMatchObject({ profile: newer });
  });

  it.each([
    { because: "nothing is there", given: null },
    { because: "it is no JSON", given: "<x/>" },
    { because: "it is a list", given: "[]" },
    { because: "it is somebody else's", given: '{"profile":{"schema":9},"journal":[{"id":"x"},{"id":1,"when":"yesterday"}]}' },
  ])("is empty when $because", ({ given }) => expect(readOwnData(given)).toEqual({ profile: null, journal: [] }));

  it.each([
    ["an edit of another kind", [{ kind: "set-own-data", text: null }]],
    ["cells that are none", [{ kind: "set-cells", sheet: "表", cells: [[0, "B", null, null, 1, null, null]] }]],
    ["a mark without ranges", [{ kind: "mark", sheet: "表" }]],
  ])("gives up a way back that holds %s", (_, undo) => {
    const [entry] = readOwnData(JSON.stringify({ journal: [{ ...journal[1], undo }] })).journal;
    expect(entry).toMatchObject({ undo: [], isShortened: true });
  });

  it("uses of a damaged profile what can be used", () => {
    const reason = { check: "unit-missing", at: { sheet: "表", cell: "B5" }, reason: "様式", figures: "5" };
    const profile = { schema: 1, hoursPerDay: "x", rounding: "down", accepted: [reason, { check: 1 }], strange: true };
    expect(readOwnData(JSON.stringify({ profile })).profile).toEqual({ ...defaultProfile, rounding: "down", accepted: [reason] });
  });
});

describe("a long journal", () => {
  const bigFill = (id: number, cells: number): JournalEntry =>
    entryOf(
      id,
      "fill",
      Array.from({ length: cells }, (_, row): Edit => ({ ...fill, row })),
    );
  const sizeOf = (journal: readonly JournalEntry[]): number => writeOwnData(null, { profile: null, journal }).length;

  it("keeps the whole way back of the latest batch, however large", () => {
    const [kept] = shortenJournal([bigFill(1, 20_000)]);
    expect(kept).toMatchObject({ count: 20_000 });
    expect(kept!.undo).toHaveLength(20_000);
    expect(kept!.cells).toHaveLength(100);
  });

  it("gives up the oldest ways back first, and stays small", () => {
    let journal: readonly JournalEntry[] = [];
    for (let id = 1; id <= 30; id++) journal = shortenJournal([...journal, bigFill(id, 1_000)]);
    expect(journal).toHaveLength(30);
    expect(journal[0]).toMatchObject({ undo: [], isShortened: true, count: 1_000 });
    expect(journal.at(-1)!.undo).toHaveLength(1_000);
    const whole = journal.filter(({ undo }) => undo.length > 0).map(({ id }) => id);
    expect(whole).toEqual(Array.from({ length: whole.length }, (_, i) => 30 - whole.length + 1 + i));
    expect(sizeOf(journal)).toBeLessThan(500_000);
  });

  it("forgets what lies a hundred batches back, and nothing of a short one", () => {
    const many = Array.from({ length: 130 }, (_, i) => entryOf(i + 1, "fill", [fill]));
    expect(shortenJournal(many).map(({ id }) => id)).toEqual(many.slice(30).map(({ id }) => id));
    expect(shortenJournal(many.slice(0, 5))).toEqual(many.slice(0, 5));
  });
});
