import { readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020";
import { bundleWorker } from "../../src/cli/bundle-worker";
import { openKnownWorkbook } from "../support/known-workbooks";
import { writeWorkbookFile } from "../support/write-workbook-file";
import { Folder, isOneSentence, run, sample } from "./run-cli";

const CLEAN = `== sheet 休暇
| ①部分休業 |
|  | R1 | R2 | R3 | R4 | R5 |
| 取得率 | 0% | 33.3% | 50% | 100% | 0% |
| 取得人数 | 0人 | 1人 | 1人 | 2人 | 0人 |
| 育休からの復帰人数 | 1人 | 3人 | 2人 | 2人 | 1人 |
`;
const draw = (text: string): Uint8Array => writeWorkbookFile(openKnownWorkbook(text, "drawn").workbook);
const clean = draw(CLEAN);
const wrong = draw(CLEAN.replace("50%", "80%"));
const worker = bundleWorker();
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(join(__dirname, "../../docs/check.schema.json"), "utf8")) as object);

interface Line {
  readonly file: string;
  readonly refusal?: { readonly reason: string; readonly message: string };
  readonly source: { readonly path: string; readonly asOf: string };
}
const linesOf = (text: string): Line[] => text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Line]));
const check = (args: readonly string[], options: Parameters<typeof run>[1] = {}) => run(["check", ...args], { workerProgram: worker, ...options });
const sorted = (lines: readonly Line[]) => lines.map(({ file }) => file).sort();

let folder: Folder;
beforeEach(() => (folder = new Folder()));
afterEach(() => folder.remove());

describe("a folder", () => {
  test("is searched to the bottom; what is left out is counted", async () => {
    folder.put("a/福井市.xlsx", clean);
    folder.put("a/深い/所/勝山市.XLSX", clean);
    folder.put("坂井市.xlsm", clean);
    folder.put("a/~$福井市.xlsx", "lock");
    folder.put(".隠し.xlsx", clean);
    folder.put(".git/版.xlsx", clean);
    folder.put("旧.xls", "old");
    folder.put("説明.txt", "no workbook");
    const { code, out, err } = await check([folder.path]);
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => line.split("  ")[0])
        .sort(),
    ).toEqual([folder.at("a/深い/所/勝山市.XLSX"), folder.at("a/福井市.xlsx"), folder.at("坂井市.xlsm")].sort());
    expect(err).toContain("3 件");
    expect(err).toMatch(/~\$） 1.*隠し.* 2.*読めない形式.* 1/);
  });

  test("with links in a circle, and a file linked twice, is checked once", async () => {
    folder.put("a/福井市.xlsx", clean);
    symlinkSync(folder.path, folder.at("a/上へ"));
    symlinkSync(folder.at("a"), folder.at("b"));
    symlinkSync(folder.at("a/福井市.xlsx"), folder.at("福井市の写し.xlsx"));
    expect(linesOf((await check([folder.path, "--json"])).out)).toHaveLength(1);
  });

  test("without a workbook is said in one sentence, with what is there instead", async () => {
    folder.put("旧.xls", "old");
    const { code, out, err } = await check([folder.path]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/ブックがありません.*読めない形式/);
    expect(isOneSentence(err)).toBe(true);
  });

  test("a link to nowhere is a file that could not be read", async () => {
    folder.put("福井市.xlsx", clean);
    symlinkSync(folder.at("どこにもない.xlsx"), folder.at("坂井市.xlsx"));
    const { code, out } = await check([folder.path, "--json"]);
    expect(code).toBe(2);
    expect(linesOf(out).find(({ file }) => file === "坂井市.xlsx")?.refusal?.reason).toBe("not-found");
  });
});

describe("lines of JSON", () => {
  test("are what the schema says, those of broken files too, and say what one file alone says", async () => {
    folder.put("a.xlsx", wrong);
    folder.put("b.xlsx", wrong.subarray(0, wrong.length / 2));
    folder.put("c.xlsx", readFileSync(sample));
    const { code, out } = await check([folder.path, "--json"]);
    expect(code).toBe(2);
    const lines = linesOf(out);
    for (const line of lines) expect([validate(line), validate.errors]).toEqual([true, null]);
    expect(sorted(lines)).toEqual(["a.xlsx", "b.xlsx", "c.xlsx"]);
    const alone = JSON.parse((await run(["check", folder.at("c.xlsx"), "--json"])).out) as object;
    const { source, ...rest } = lines.find(({ file }) => file === "c.xlsx")!;
    expect(rest).toEqual(alone);
    expect(source).toMatchObject({ path: folder.at("c.xlsx"), asOf: "2026-06-01", lang: "ja", profile: null, size: readFileSync(sample).length });
  });

  test("--ndjson gives them for files named one by one, and for one alone", async () => {
    const files = [folder.put("a.xlsx", clean), folder.put("b.xlsx", wrong)];
    expect(sorted(linesOf((await check([...files, "--ndjson"])).out))).toEqual(["a.xlsx", "b.xlsx"]);
    expect(sorted(linesOf((await check([files[0]!, "--ndjson"])).out))).toEqual(["a.xlsx"]);
  });

  test("the settings of --profile reach the workers", async () => {
    folder.put("a.xlsx", wrong);
    const profile = folder.put("off.json", '{ "schema": 1, "checks": { "rate-disagrees-with-counts": false } }');
    expect((await check([folder.path])).code).toBe(1);
    expect((await check([folder.path, "--profile", profile])).code).toBe(0);
  });
});

describe("a broken file in the middle", () => {
  test("is one line with its sentence; the others are checked, and the exit code says it", async () => {
    for (const name of ["1", "2", "4", "5"]) folder.put(`${name}.xlsx`, clean);
    folder.put("3.xlsx", "this is no workbook");
    const { code, out } = await check([folder.path, "--jobs", "1"]);
    expect(code).toBe(2);
    const lines = out.trimEnd().split("\n");
    expect(lines).toHaveLength(5);
    expect(lines[2]).toMatch(/3\.xlsx {2}読めませんでした {2}このファイルはExcelブック/);
    expect(lines.filter((line) => line.includes("要修正 0"))).toHaveLength(4);
  });

  test("a worker that goes down over one file is one line, too, and names no stack", async () => {
    const faults = `const files = require("node:fs/promises"); const { readFile } = files;
files.readFile = (file, ...more) => { if (/crash/.test(file)) setImmediate(() => { throw new Error("injected"); }); if (/leave/.test(file)) process.exit(9); return readFile(file, ...more); };`;
    for (const name of ["1", "2-crash", "3", "4-leave", "5"]) folder.put(`${name}.xlsx`, clean);
    const { code, out } = await check([folder.path, "--json", "--jobs", "1"], { workerProgram: `${faults}\n${worker}` });
    expect(code).toBe(2);
    const lines = linesOf(out);
    expect(sorted(lines)).toEqual(["1.xlsx", "2-crash.xlsx", "3.xlsx", "4-leave.xlsx", "5.xlsx"]);
    expect(lines.filter(({ refusal }) => refusal).map(({ file, refusal }) => [file, refusal!.reason])).toEqual([
      ["2-crash.xlsx", "crashed"],
      ["4-leave.xlsx", "crashed"],
    ]);
    for (const line of lines) expect(validate(line)).toBe(true);
    expect(lines[1]!.refusal!.message).toMatch(/不具合.*injected/);
  });
});

describe("--resume", () => {
  const results = () => folder.at("results.ndjson");
  const resume = (...more: string[]) => check([folder.path, "--resume", results(), ...more]);
  const checkedAgain = async (...more: string[]) => (await resume(...more)).out.split("\n").flatMap((line) => /([^/]+\.xlsx) {2}/.exec(line)?.[1] ?? []);

  beforeEach(() => {
    folder.put("a.xlsx", clean);
    folder.put("b.xlsx", wrong);
    folder.put("c.xlsx", "broken");
  });

  test("keeps what has not changed, and its exit code; checks again what has", async () => {
    expect((await resume()).code).toBe(2);
    const before = folder.read("results.ndjson");
    const { code, out, err } = await resume();
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("うち 3 件は前の結果");
    expect(folder.read("results.ndjson")).toEqual(before);
    folder.put("b.xlsx", clean);
    utimesSync(folder.at("a.xlsx"), 1, 1);
    folder.put("d.xlsx", clean);
    expect((await checkedAgain()).sort()).toEqual(["a.xlsx", "b.xlsx", "d.xlsx"]);
    expect(sorted(linesOf(Buffer.from(folder.read("results.ndjson")).toString()))).toEqual(["a.xlsx", "a.xlsx", "b.xlsx", "b.xlsx", "c.xlsx", "d.xlsx"]);
    expect(await checkedAgain()).toEqual([]);
  });

  test("goes on behind half a line that a stopped run has left", async () => {
    await resume();
    const whole = Buffer.from(folder.read("results.ndjson")).toString();
    writeFileSync(results(), whole.slice(0, -200));
    expect(await checkedAgain()).toHaveLength(1);
    expect(sorted(linesOf(readFileSync(results(), "utf8")))).toEqual(["a.xlsx", "b.xlsx", "c.xlsx"]);
    // A line whose break an editor took away is whole all the same.
    writeFileSync(results(), readFileSync(results(), "utf8").trimEnd());
    folder.put("d.xlsx", clean);
    expect(await checkedAgain()).toEqual(["d.xlsx"]);
    expect(sorted(linesOf(readFileSync(results(), "utf8")))).toEqual(["a.xlsx", "b.xlsx", "c.xlsx", "d.xlsx"]);
  });

  test("goes on as of the day of the earlier run, unless another day or other settings are given", async () => {
    await resume();
    expect((await check([folder.path, "--resume", results()], { today: "2026-12-24" })).out).toBe("");
    expect(await checkedAgain("--as-of", "2026-12-24")).toHaveLength(3);
    expect(await checkedAgain("--as-of", "2026-12-24", "--profile", folder.put("eight.json", '{ "schema": 1, "hoursPerDay": 8 }'))).toHaveLength(3);
  });

  test("tries again what a worker went down over", async () => {
    await check([folder.path, "--resume", results()], { workerProgram: "process.exit(1);" });
    expect(linesOf(readFileSync(results(), "utf8")).map(({ refusal }) => refusal?.reason)).toEqual(["crashed", "crashed", "crashed"]);
    expect(await checkedAgain()).toHaveLength(3);
    expect(await checkedAgain()).toEqual([]);
  });

  test.each([
    ["another file", "表,の,CSV\n1,2,3\n"],
    ["one that was cut off in its first line", '{"schema":1,"file":'],
    ["a result of one file alone", '{"schema":1,"file":"a.xlsx","observations":[],"findings":[],"notChecked":[],"fills":[],"plans":[],"judgements":[]}\n'],
  ])("never touches %s", async (_, text) => {
    writeFileSync(results(), text);
    const { code, out, err } = await resume();
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/1 行目は kpi check --ndjson の結果ではありません/);
    expect(isOneSentence(err)).toBe(true);
    expect(readFileSync(results(), "utf8")).toBe(text);
  });
});

test("on a terminal it says how far it is, and leaves nothing of it in the lines", async () => {
  for (const name of ["1", "2", "3"]) folder.put(`${name}.xlsx`, clean);
  const { out, err } = await check([folder.path], { isTTY: true });
  expect(err).toMatch(/\r\u001b\[K\d\/3 {2}あと約 \d+ 秒/);
  expect(out).not.toContain("\r");
});
