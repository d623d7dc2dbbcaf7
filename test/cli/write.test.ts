import { linkSync, readFileSync, symlinkSync } from "node:fs";
import { relative } from "node:path";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readWorkbook } from "../../src/hosts/file/workbook-reader";
import { readAddress } from "../../src/model/cell";
import { differingParts, textOf } from "../support/edit-file";
import { openKnownWorkbook } from "../support/known-workbooks";
import { writeWorkbookFile } from "../support/write-workbook-file";
import { Folder, isOneSentence, run, sample } from "./run-cli";

const folder = new Folder();
afterAll(() => folder.remove());
const original = new Uint8Array(readFileSync(sample));
const file = folder.put("実績.xlsx", original);
const opened = (name: string) => openWorkbookFile(folder.read(name), name);
const MARK = "kpi-mark";

interface PublicFill {
  readonly sheet: string;
  readonly cell: string;
  readonly state: string;
  readonly value: number | null;
  readonly formula: string | null;
}
interface PublicJudgement {
  readonly status: string;
  readonly actual: { readonly sheet: string; readonly cell: string } | null;
}
const check = async (name: string) => JSON.parse((await run(["check", folder.at(name), "--json"])).out) as { readonly fills: PublicFill[]; readonly judgements: PublicJudgement[] };

/** Sheet parts in which this piece of text stands. */
function sheetsWith(name: string, text: string): string[] {
  const from = opened(name);
  return from.zip.entries.map((entry) => entry.name).filter((part) => /worksheets\/sheet\d+\.xml$/.test(part) && textOf(from, part)!.includes(text));
}

describe("fill", () => {
  test("reading the result again shows every fill: its formula and its value", async () => {
    const { fills } = await check("実績.xlsx");
    expect(fills.length).toBeGreaterThan(10);
    const { code, out, err } = await run(["fill", file, "-o", folder.at("filled.xlsx")]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toContain(`${fills.length} セル`);
    const sheets = new Map(readWorkbook(opened("filled.xlsx")).sheets.map((sheet) => [sheet.name, new Map(sheet.cells.map((cell) => [`${cell.row}:${cell.col}`, cell]))]));
    for (const fill of fills) {
      const at = readAddress(fill.cell)!;
      const cell = sheets.get(fill.sheet)!.get(`${at.row}:${at.col}`);
      expect(cell?.formula ?? null).toBe(fill.formula === null ? null : fill.formula.slice(1));
      if (fill.state === "value") expect(cell?.value).toBeCloseTo(fill.value!, 10);
      else expect(cell?.value).toBe(fill.state === "not-applicable" ? "該当者なし" : "未把握");
    }
    expect((await check("filled.xlsx")).fills).toEqual([]);
  });

  test("with --repair texts become numbers that look the same, and what could only be a value is a formula", async () => {
    const { workbook } = openKnownWorkbook(
      `== sheet 実績
| 部分休業の取得状況 |
| 区分 | R3 | R4 |
| 取得人数 | 1人 | 2人 |
| 復帰人数 | 2人 | 8人 |
| 取得率 | 50.0% | |
== truth
`,
      "texts",
    );
    folder.put("texts.xlsx", writeWorkbookFile(workbook));
    const cellsOf = (name: string) => new Map(readWorkbook(opened(name)).sheets[0]!.cells.map((cell) => [`${cell.row}:${cell.col}`, cell]));
    await run(["fill", folder.at("texts.xlsx"), "-o", folder.at("plain.xlsx")]);
    expect(cellsOf("plain.xlsx").get("4:2")).toMatchObject({ value: 0.25, text: "25.0%" });
    expect(cellsOf("plain.xlsx").get("4:2")?.formula).toBeUndefined();
    const { code, err } = await run(["fill", folder.at("texts.xlsx"), "--repair", "-o", folder.at("numbers.xlsx")]);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining("文字列の数値 5 件を数値に直しました") });
    const cells = cellsOf("numbers.xlsx");
    expect(cells.get("3:2")).toMatchObject({ value: 8, format: '0"人"', text: "8人" });
    expect(cells.get("4:2")).toMatchObject({ value: 0.25, formula: 'IF(C4=0,"該当者なし",C3/C4)' });
  });

  test("parts that are not touched are byte-identical, and what is remembered has a part of its own", async () => {
    await run(["fill", file, "-o", folder.at("filled.xlsx")]);
    const allowed =
      /^xl\/(worksheets\/sheet\d+|styles|sharedStrings|workbook)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^\[Content_Types\]\.xml$|^customXml\/(_rels\/)?item(Props)?1\.xml(\.rels)?$/;
    expect(differingParts(opened("実績.xlsx"), opened("filled.xlsx")).filter((part) => !allowed.test(part))).toEqual([]);
    expect(differingParts(opened("実績.xlsx"), opened("filled.xlsx"))).not.toContain("xl/worksheets/sheet1.xml");
  });
});

test("a protected sheet is never unprotected: it is left alone and reported, in either language", async () => {
  const { workbook } = openKnownWorkbook("== sheet 休暇\n| 部分休業 |\n|  | R3 | R4 |\n| 取得率 | 50% |  |\n| 取得人数 | 1 | 2 |\n| 育休からの復帰人数 | 2 | 4 |\n", "drawn");
  const locked = folder.put("locked.xlsx", writeWorkbookFile({ ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, isProtected: true })) }));
  for (const [lang, words] of [
    ["ja", /休暇!C3 .*保護/],
    ["en", /休暇!C3 .*protected/],
  ] as const) {
    const { code, err } = await run(["fill", locked, "-o", folder.at("locked-out.xlsx"), "--lang", lang]);
    expect(code).toBe(0);
    expect(err).toMatch(words);
  }
  expect(readWorkbook(opened("locked-out.xlsx")).sheets).toEqual(readWorkbook(opened("locked.xlsx")).sheets);
});

describe("mark and unmark", () => {
  test("our rule stands over exactly the missed cells, and only there", async () => {
    const { judgements } = await check("実績.xlsx");
    const missed = judgements.filter(({ status, actual }) => status.startsWith("missed") && actual);
    expect(missed.length).toBeGreaterThan(0);
    const { code, err } = await run(["mark", file, "-o", folder.at("marked.xlsx")]);
    expect(code).toBe(0);
    expect(err).toContain(`${new Set(missed.map(({ actual }) => `${actual!.sheet}!${actual!.cell}`)).size} セル`);
    const names = readWorkbook(opened("marked.xlsx")).sheets.map(({ name }) => name);
    const marked = sheetsWith("marked.xlsx", MARK).map((part) => names[Number(/sheet(\d+)/.exec(part)![1]) - 1]);
    expect(marked.sort()).toEqual([...new Set(missed.map(({ actual }) => actual!.sheet))].sort());
    for (const part of sheetsWith("marked.xlsx", MARK)) {
      const text = textOf(opened("marked.xlsx"), part)!;
      const ours = [...text.matchAll(/<conditionalFormatting[^>]*sqref="([^"]*)"[^>]*>(.*?)<\/conditionalFormatting>/gs)]
        .filter(([, , inner]) => inner!.includes(MARK))
        .flatMap(([, sqref]) => sqref!.split(" "));
      const due = missed.filter(({ actual }) => names[Number(/sheet(\d+)/.exec(part)![1]) - 1] === actual!.sheet).map(({ actual }) => actual!.cell);
      expect([...new Set(ours.flatMap(cellsOf))].sort()).toEqual([...new Set(due)].sort());
    }
  });

  test("marking leaves values, formulas and the user's own rules as they are", async () => {
    await run(["mark", file, "-o", folder.at("marked.xlsx")]);
    expect(readWorkbook(opened("marked.xlsx")).sheets).toEqual(readWorkbook(opened("実績.xlsx")).sheets);
    expect(sheetsWith("marked.xlsx", '<cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>200</formula></cfRule>')).toEqual(
      sheetsWith("実績.xlsx", '<cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>200</formula></cfRule>'),
    );
  });

  test("unmark gives every sheet back byte for byte", async () => {
    await run(["mark", file, "-o", folder.at("marked.xlsx")]);
    expect((await run(["unmark", folder.at("marked.xlsx"), "-o", folder.at("unmarked.xlsx")])).code).toBe(0);
    expect(differingParts(opened("実績.xlsx"), opened("unmarked.xlsx")).filter((part) => part.includes("worksheets/"))).toEqual([]);
  });

  test("marking twice leaves one mark", async () => {
    await run(["mark", file, "-o", folder.at("marked.xlsx")]);
    await run(["mark", folder.at("marked.xlsx"), "-o", folder.at("again.xlsx")]);
    expect(differingParts(opened("marked.xlsx"), opened("again.xlsx")).filter((part) => part.includes("worksheets/"))).toEqual([]);
  });

  test("a workbook without marks comes through unmark as it is", async () => {
    expect((await run(["unmark", file, "-o", folder.at("same.xlsx")])).code).toBe(0);
    expect(differingParts(opened("実績.xlsx"), opened("same.xlsx"))).toEqual([]);
  });
});

describe("the original is never changed", () => {
  afterEach(() => expect(Buffer.from(folder.read("実績.xlsx")).equals(Buffer.from(original))).toBe(true));

  test.each<[string, () => string]>([
    ["its own name", () => file],
    ["its own name from here", () => relative(process.cwd(), file)],
    ["a way round", () => folder.at("./x/../実績.xlsx")],
    ["a symbolic link to it", () => (symlinkSync(file, folder.at("link.xlsx")), folder.at("link.xlsx"))],
    ["another name of the same file", () => (linkSync(file, folder.at("hard.xlsx")), folder.at("hard.xlsx"))],
  ])("OUT = FILE is refused: %s", async (_, out) => {
    const { code, err } = await run(["unmark", file, "-o", out()]);
    expect(code).toBe(2);
    expect(err).toMatch(/元のファイル/);
    expect(isOneSentence(err)).toBe(true);
  });

  test.each(["fill", "mark"])("%s refuses it as well", async (verb) => expect((await run([verb, file, "-o", file])).code).toBe(2));

  test("nor is it when read through a link and written to its own name", async () => {
    symlinkSync(file, folder.at("other.xlsx"));
    expect((await run(["fill", folder.at("other.xlsx"), "-o", file])).code).toBe(2);
  });
});

describe("the place of the result", () => {
  test("a folder that is not there: one sentence, nothing written", async () => {
    const before = folder.list();
    const { code, err } = await run(["fill", file, "-o", folder.at("ない/out.xlsx")]);
    expect(code).toBe(2);
    expect(isOneSentence(err)).toBe(true);
    expect(folder.list()).toEqual(before);
  });

  test("a folder of that name is not replaced", async () => {
    const { code, err } = await run(["fill", file, "-o", folder.path]);
    expect(code).toBe(2);
    expect(isOneSentence(err)).toBe(true);
  });

  test("an older result is replaced as a whole, and nothing is left beside it", async () => {
    folder.put("older.xlsx", "x");
    const before = folder.list();
    expect((await run(["fill", file, "-o", folder.at("older.xlsx")])).code).toBe(0);
    expect(readWorkbook(opened("older.xlsx")).sheets.length).toBe(8);
    expect(folder.list()).toEqual(before);
  });

  test("an older result stays when the file cannot be read", async () => {
    folder.put("kept.xlsx", "x");
    expect((await run(["fill", folder.put("broken.xlsx", original.slice(0, 500)), "-o", folder.at("kept.xlsx")])).code).toBe(2);
    expect(Buffer.from(folder.read("kept.xlsx")).toString()).toBe("x");
  });
});

function cellsOf(range: string): string[] {
  const [first, last = first] = range.split(":");
  const from = readAddress(first!)!;
  const to = readAddress(last!)!;
  const cells: string[] = [];
  for (let row = from.row; row <= to.row; row++) for (let col = from.col; col <= to.col; col++) cells.push(`${String.fromCharCode(65 + col)}${row + 1}`);
  return cells;
}

describe("follow-up", () => {
  const sheetNames = (name: string): string[] => readWorkbook(opened(name)).sheets.map((sheet) => sheet.name);
  const before = readWorkbook(openWorkbookFile(original, "実績.xlsx")).sheets.map((sheet) => sheet.name);

  test("adds the sheet of the year and the course of the plan behind the others, with native charts", async () => {
    const { code, out, err } = await run(["follow-up", file, "-o", folder.at("follow-up.xlsx")]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toContain("シート「フォローアップ R6」を作りました");
    expect(sheetNames("follow-up.xlsx")).toEqual([...before, "フォローアップ R6", "計画期間の推移"]);
    expect(opened("follow-up.xlsx").zip.entries.filter(({ name }) => /charts\/chart\d+\.xml$/.test(name)).length).toBeGreaterThanOrEqual(8);
  });

  test("is checked like the workbook it was made of: its own sheets are no data", async () => {
    const strip = (text: string): unknown => ({ ...JSON.parse(text), file: "" });
    const made = await run(["check", folder.at("follow-up.xlsx"), "--json"]);
    expect(strip(made.out)).toEqual(strip((await run(["check", file, "--json"])).out));
  });

  test("made again it changes no byte, and says so", async () => {
    const { err } = await run(["follow-up", folder.at("follow-up.xlsx"), "-o", folder.at("again.xlsx")]);
    expect(err).toContain("シート「フォローアップ R6」は変わりません");
    expect(folder.read("again.xlsx")).toEqual(folder.read("follow-up.xlsx"));
  });

  test("speaks of the year that is asked for, and refuses one that no plan covers", async () => {
    expect((await run(["follow-up", file, "-o", folder.at("r5.xlsx"), "--year", "令和5年度"])).code).toBe(0);
    expect(sheetNames("r5.xlsx")).toContain("フォローアップ R5");
    const refused = await run(["follow-up", file, "-o", folder.at("r20.xlsx"), "--year", "R20"]);
    expect(refused.code).toBe(2);
    expect(isOneSentence(refused.err)).toBe(true);
    expect(refused.err).toContain("令和20年度");
    expect(folder.list()).not.toContain("r20.xlsx");
  });

  test("all fills, marks and adds the sheets in one file", async () => {
    const { code, err } = await run(["all", file, "-o", folder.at("all.xlsx")]);
    expect(code).toBe(0);
    expect(err).toMatch(/セルを補いました[^]*印を付けました[^]*シート「フォローアップ R6」を作りました/);
    expect((await check("all.xlsx")).fills).toEqual([]);
    expect(sheetsWith("all.xlsx", MARK).length).toBeGreaterThan(0);
  });
});
