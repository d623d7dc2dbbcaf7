import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FirstPaintFile, LIMITS, measureFirstPaint, reportFirstPaint } from "./first-paint";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "first-paint-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (files: { readonly [name: string]: string }): void => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
};
const file = (packed: number): readonly FirstPaintFile[] => [{ name: "pane.js", size: packed * 3, packed }];

test("scripts and style sheets of ours count, with or without quotes; Microsoft's library and icons do not", () => {
  write({
    "taskpane.html": `<link rel=icon href=data:,><link rel=stylesheet href=pane.css><script defer src=pane.1.js></script><script src="pane.2.js"></script>
      <script id=office src=office/office.js></script><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>`,
    "pane.css": "p{}",
    "pane.1.js": "a".repeat(10_000),
    "pane.2.js": "1",
  });
  const files = measureFirstPaint(folder, "taskpane.html");
  expect(files.map(({ name, size }) => [name, size])).toEqual([
    ["pane.css", 3],
    ["pane.1.js", 10_000],
    ["pane.2.js", 1],
  ]);
  expect(files[1]!.packed).toBeLessThan(100);
});

test("a page without a script of ours, or with one that is not there, is no page that was measured", () => {
  write({ "taskpane.html": "<script src=office/office.js></script><link rel=stylesheet href=pane.css>", "pane.css": "" });
  expect(() => measureFirstPaint(folder, "taskpane.html")).toThrow("taskpane.html names no script of ours.");
  write({ "taskpane.html": "<script src=pane.js></script>" });
  expect(() => measureFirstPaint(folder, "taskpane.html")).toThrow("taskpane.html names pane.js, which is not there.");
});

test("the limit of the pane is 120 kB", () => expect(LIMITS["taskpane.html"]).toBe(120_000));

test("a page at its limit is in order, one byte more is not", () => {
  expect(reportFirstPaint(new Map([["taskpane.html", file(120_000)]])).faults).toEqual([]);
  expect(reportFirstPaint(new Map([["taskpane.html", [...file(120_000), ...file(1)]]])).faults).toEqual([
    "taskpane.html needs 120001 bytes of scripts and style sheets before it shows itself; the limit is 120000.",
  ]);
});

test("a page without a limit is only listed", () => {
  const { table, faults } = reportFirstPaint(new Map([["index.html", file(500_000)]]));
  expect(faults).toEqual([]);
  expect(table).toBe(["first paint    bytes    gzip", "  pane.js    1500000  500000", "index.html   1500000  500000"].join("\n"));
});
