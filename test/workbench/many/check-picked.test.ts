import { readFileSync } from "node:fs";
import { bundleWorker } from "../../../src/cli/bundle-worker";
import { openWorkbookFile } from "../../../src/hosts/file/open-workbook-file";
import { readWorkbook } from "../../../src/hosts/file/workbook-reader";
import { defaultProfile } from "../../../src/model/profile";
import { checkPicked, makeRollUpFile } from "../../../src/workbench/many/check-picked";
import type { ManySettings } from "../../../src/workbench/many/checked-picked";
import { sortPicked } from "../../../src/workbench/many/collect-files";
import { Folder, run, sample } from "../../cli/run-cli";
import { openKnownWorkbook } from "../../support/known-workbooks";
import { writeWorkbookFile } from "../../support/write-workbook-file";

const folder = new Folder();
afterAll(() => folder.remove());
const settings: ManySettings = { lang: "ja", asOf: "2026-06-01", profile: undefined, version: "test" };
const RATES = `== sheet 休暇
| 部分休業【目標：取得率90%以上】 |
|  | R3 | R4 | R5 |
| 取得率 | 33.3% | 80% | 100% |
| 取得人数 | 1人 | 1人 | 2人 |
| 育休からの復帰人数 | 3人 | 2人 | 2人 |
`;
const files: { readonly [path: string]: Uint8Array<ArrayBuffer> | string } = {
  "県/あ/実績.xlsx": new Uint8Array(readFileSync(sample)),
  "県/い/実績.xlsx": new Uint8Array(writeWorkbookFile(openKnownWorkbook(RATES, "drawn").workbook)),
  "県/う/実績.xlsx": "broken",
  "県/え/空.xlsx": "",
};
const search = sortPicked(Object.entries(files).map(([path, content]) => ({ path, file: new File([content], path.split("/").at(-1)!) })));
const checkAll = () => Promise.all(search.workbooks.map((picked) => checkPicked(picked, settings, () => undefined)));

test("a workbook gives what one line says; a broken or empty file its sentence, and no exception", async () => {
  const [first, second, broken, empty] = await checkAll();
  expect(first!.counts!.errors).toBeGreaterThan(0);
  expect(second).toMatchObject({ refusal: null, failures: [], counts: { errors: 1, missed: 1, tables: 1 } });
  expect(broken).toMatchObject({ counts: null, refusal: { ja: expect.stringMatching(/。$/), en: expect.stringMatching(/\.$/) }, totals: { path: "県/う/実績.xlsx" } });
  expect(empty).toMatchObject({ counts: null, totals: { refusal: { reason: expect.any(String) } } });
});

test("progress ends at the whole", async () => {
  const shares: number[] = [];
  await checkPicked(search.workbooks[1]!, settings, (share) => shares.push(share));
  expect(shares.at(-1)).toBe(1);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
});

test("a file that went away or is too large is one more line", async () => {
  const gone = new File(["x"], "実績.xlsx");
  gone.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotFoundError"));
  expect((await checkPicked({ path: "実績.xlsx", file: gone }, settings, () => undefined)).refusal?.ja).toContain("「実績.xlsx」を読めませんでした");
  const large = Object.defineProperty(new File(["x"], "大.xlsx"), "size", { value: 300 * 1024 * 1024 });
  large.arrayBuffer = () => Promise.reject(new Error("a file of this size is not to be read"));
  expect((await checkPicked({ path: "大.xlsx", file: large }, settings, () => undefined)).refusal?.ja).toContain("200MB");
});

test("settings given for all files hold, as --profile does", async () => {
  const profile = { ...defaultProfile, checks: { "rate-disagrees-with-counts": false } };
  const checked = await checkPicked(search.workbooks[1]!, { ...settings, profile }, () => undefined);
  expect(checked.counts?.errors).toBe(0);
});

test("the roll-up is the one of the command line, cell for cell", async () => {
  for (const [path, content] of Object.entries(files)) folder.put(path, content);
  await run(["roll-up", folder.at("県"), "-o", folder.at("集計.xlsx")], { workerProgram: bundleWorker() });
  // What crosses from the worker to the page and back is cloned.
  const totals = structuredClone((await checkAll()).map((checked) => checked.totals));
  const cellsOf = (bytes: Uint8Array) => readWorkbook(openWorkbookFile(bytes, "集計.xlsx")).sheets.map(({ name, cells }) => ({ name, cells }));
  const ours = cellsOf(await makeRollUpFile(totals));
  expect(ours).toEqual(cellsOf(folder.read("集計.xlsx")));
  expect(ours.map(({ name }) => name)).toContain("未達の目標");
});
