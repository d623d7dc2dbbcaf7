import type { WorkbookPart } from "../../../src/hosts/excel/assemble-workbook";
import { HostRefusal } from "../../../src/hosts/host";
import { writeOwnDataXml } from "../../../src/hosts/own-data-xml";
import { readRect } from "../../support/excel/rect";
import { keyOf } from "../../support/excel/sheet-state";
import { openText, type OpenedExcel } from "./open-excel";

const TEXT = `
== sheet 1(2)育児休業等
| 区分 | 令和4年度 | 令和5年度 |
| 対象者 | 8 | 10 |
| 取得者 | 7 | 0 |
| 取得率 | =B3/B2 → 0.875<0.0%> | =C3/C2 → 0<0.0%> |
merge A6:C6
hidden row 3
== sheet 空
`;

let opened: OpenedExcel;
afterEach(() => opened.close());

async function refusalOf(work: Promise<unknown>): Promise<HostRefusal> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof HostRefusal)) throw new Error(`no refusal: ${String(error)}`);
  return error;
}

describe("what Excel says beside the cells", () => {
  test("the origin of dates, our own data, the name of the workbook", async () => {
    opened = await openText('== sheet S\n| 45382<ggge"年"m"月"d"日"> |');
    opened.excel.book.date1904 = true;
    opened.excel.book.xmlParts.push({ id: "{other}", xml: '<x xmlns="urn:other">1</x>' }, { id: "{own}", xml: writeOwnDataXml("a < b & 令和") });
    const read = await opened.host.readWorkbook();
    expect(read).toMatchObject({ name: "行動計画.xlsx", date1904: true, ownData: "a < b & 令和" });
    expect(read.sheets[0]!.cells[0]!.text).toBe("令和10年4月1日");
    expect(opened.host.name).toBe("行動計画.xlsx");
  });

  test("errors keep their names, truths their kind, and a text that looks like a formula stays a text", async () => {
    opened = await openText("== sheet S\n| 1 | 2 | 3 | 4 |");
    const { cells } = opened.excel.sheet("S");
    Object.assign(cells.get(keyOf(0, 0))!, { value: null, error: "#DIV/0!", formula: "1/0" });
    Object.assign(cells.get(keyOf(0, 1))!, { value: null, error: "#N/A" });
    Object.assign(cells.get(keyOf(0, 2))!, { value: true });
    Object.assign(cells.get(keyOf(0, 3))!, { value: "=A1" });
    const [sheet] = (await opened.host.readWorkbook()).sheets;
    expect(sheet!.cells).toEqual([
      { row: 0, col: 0, value: null, text: "#DIV/0!", format: "General", formula: "1/0", error: "#DIV/0!" },
      { row: 0, col: 1, value: null, text: "#N/A", format: "General", error: "#N/A" },
      { row: 0, col: 2, value: true, text: "TRUE", format: "General" },
      { row: 0, col: 3, value: "=A1", text: "=A1", format: "General" },
    ]);
  });

  test("of an error that was typed only its type tells it from a text; that takes one request more", async () => {
    opened = await openText("== sheet S\n| #N/A | #N/A | #REF! |");
    const { cells } = opened.excel.sheet("S");
    Object.assign(cells.get(keyOf(0, 1))!, { value: null, error: "#N/A" });
    const [sheet] = (await opened.host.readWorkbook()).sheets;
    expect(sheet!.cells.map(({ value, error }) => error ?? value)).toEqual(["#N/A", "#N/A", "#REF!"]);
    expect(sheet!.cells.map(({ error }) => error)).toEqual([undefined, "#N/A", undefined]);
    expect(opened.excel.log.roundTrips).toBe(4);
  });

  test("what a merge covers is left out", async () => {
    opened = await openText("== sheet S\n| 題 | 残り |\nmerge A1:B1");
    const [sheet] = (await opened.host.readWorkbook()).sheets;
    expect(sheet!.cells.map(({ value }) => value)).toEqual(["題"]);
  });

  test("rows and columns hidden all at once, in part, and before the first cell", async () => {
    opened = await openText("== sheet S\n@ C3\n| 1 | 2 |\n| 3 | 4 |\nhidden row 1 3 4\nhidden col A D\n== sheet T\n| 1 | 2 |\nhidden col A B");
    const [first, second] = (await opened.host.readWorkbook()).sheets;
    expect([[...first!.hiddenRows], [...first!.hiddenCols]]).toEqual([[2, 3, 0].sort(), [0, 3]].map((lines) => expect.arrayContaining(lines)));
    expect([...second!.hiddenCols]).toEqual([0, 1]);
  });
});

describe("merges", () => {
  const merged = (count: number): string =>
    `== sheet S\n${"| 1 | |\n".repeat(count)}merge ${Array.from({ length: count }, (_, i) => `A${i + 1}:B${i + 1}`).join(" ")}\n== sheet T\n| 1 | |\nmerge A1:B1`;

  test("more than Excel tells at once are asked in bands", async () => {
    opened = await openText(merged(1200));
    const read = await opened.host.readWorkbook();
    expect(read.sheets.map(({ merges }) => merges.length)).toEqual([1200, 1]);
    expect(opened.host.sheetsWithoutMerges).toEqual([]);
    expect(opened.excel.log.roundTrips).toBe(5);
  });

  test("where Excel does not tell them the cells are read all the same, and the sheets are named", async () => {
    opened = await openText(merged(2));
    opened.excel.behaviour.failures.push({ request: 2, code: "ApiNotFound" }, { request: 4, code: "ApiNotFound" });
    const read = await opened.host.readWorkbook();
    expect(read.sheets.map(({ merges, cells }) => [merges.length, cells.length])).toEqual([
      [0, 2],
      [0, 1],
    ]);
    expect(opened.host.sheetsWithoutMerges).toEqual(["S", "T"]);
  });
});

describe("while a cell is being edited", () => {
  test("a reading waits, longer each time, and goes on when the typing ends", async () => {
    opened = await openText(TEXT);
    const { excel, host, waited } = opened;
    excel.behaviour.isEditing = true;
    const whole = host.readWorkbook();
    excel.behaviour.beforeRequest = () => {
      if (waited.length === 2) excel.behaviour.endEdit();
    };
    expect((await whole).sheets).toHaveLength(2);
    expect(waited).toEqual([300, 700]);
  });

  test("one that does not end is refused with what to press", async () => {
    opened = await openText(TEXT);
    opened.excel.behaviour.isEditing = true;
    const { reason, sentence } = await refusalOf(opened.host.readWorkbook());
    expect(reason).toBe("cell-being-edited");
    expect(sentence.ja).toContain("Enter");
    expect(opened.waited).toEqual([300, 700, 1500]);
  });
});

describe("too much", () => {
  test("a sheet beyond five million cells is named with how far it reaches, and no cell is asked for", async () => {
    opened = await openText(`${TEXT}== sheet 名簿\n| 1 |\n@ F1048576\n| 2 |`);
    const { reason, sentence } = await refusalOf(opened.host.readWorkbook());
    expect(reason).toBe("too-large");
    expect(sentence.ja).toMatch(/名簿.*A1:F1048576.*6,291,456/);
    expect(sentence.en).toMatch(/名簿.*A1:F1048576.*6,291,456/);
    expect(opened.excel.log.roundTrips).toBe(2);
  });

  test("a sheet with far apart cells is read while it is within that", async () => {
    opened = await openText("== sheet S\n| 1 |\n@ D1000\n| 2 |");
    expect((await opened.host.readWorkbook()).sheets[0]!.cells.map(({ row, value }) => [row, value])).toEqual([
      [0, 1],
      [999, 2],
    ]);
  });

  test("an answer over the limit is asked for again in halves, and those after it weigh less from the start", async () => {
    const long = "職員の取得状況についての説明".repeat(4);
    opened = await openText(`== sheet S\n${`| ${long} | ${long} | ${long} | ${long} |\n`.repeat(400)}`);
    const { excel, host } = opened;
    excel.behaviour.responseLimit = 300_000;
    const read = await host.readWorkbook();
    expect(read.sheets[0]!.cells).toHaveLength(1600);
    expect(excel.log.counted.filter(({ refusal }) => refusal === "5104").length).toBeGreaterThan(0);
    expect(excel.log.counted.filter(({ refusal }) => refusal === null).every(({ bytesDown }) => bytesDown <= 300_000)).toBe(true);
  });

  test("an answer that stays too large is refused", async () => {
    opened = await openText(TEXT);
    opened.excel.behaviour.beforeRequest = (n) => {
      if (n === 3) opened.excel.behaviour.responseLimit = 100;
    };
    expect((await refusalOf(opened.host.readWorkbook())).reason).toBe("too-large");
    expect(opened.excel.log.roundTrips).toBeLessThan(25);
  });

  test("rows hidden by the ten thousand are asked in steps", async () => {
    opened = await openText("== sheet S\n| 1 |\n@ A90000\n| 2 |");
    const { hiddenRows } = opened.excel.sheet("S");
    for (let row = 10; row < 80_000; row += 2) hiddenRows.add(row);
    const [sheet] = (await opened.host.readWorkbook()).sheets;
    expect(sheet!.hiddenRows.size).toBe(39_995);
    expect(opened.excel.log.largest.down).toBeLessThan(5 * 1024 * 1024);
  });

  test("cells without values are noticed and named", async () => {
    opened = await openText(TEXT);
    const { excel, host } = opened;
    const execute = excel.execute.bind(excel);
    excel.execute = async (text, flags) => {
      const answer = await execute(text, flags);
      return "body" in answer ? { body: answer.body.replace(/"Values":\[\[.*?\]\]/g, '"Values":null') } : answer;
    };
    const { reason, sentence } = await refusalOf(host.readWorkbook());
    expect(reason).toBe("too-large");
    expect(sentence.ja).toMatch(/1\(2\)育児休業等.*A1:C4/);
  });
});

describe("an end by the user", () => {
  test("before the first request nothing is asked", async () => {
    opened = await openText(TEXT);
    await expect(opened.host.readWorkbook(undefined, AbortSignal.abort(new Error("stopped")))).rejects.toThrow("stopped");
    expect(opened.excel.log.roundTrips).toBe(0);
  });

  test("a slow Excel need not be waited for", async () => {
    opened = await openText(TEXT);
    opened.excel.behaviour.isSilent = true;
    const end = new AbortController();
    const whole = opened.host.readWorkbook(undefined, end.signal);
    end.abort(new Error("stopped"));
    await expect(whole).rejects.toThrow("stopped");
  });

  test("between two requests: no further one is sent", async () => {
    opened = await openText(TEXT);
    const end = new AbortController();
    const parts: WorkbookPart[] = [];
    const shares: number[] = [];
    const whole = opened.host.readParts(
      (part) => parts.push(part),
      (share) => {
        shares.push(share);
        if (shares.length === 1) end.abort(new Error("stopped"));
      },
      end.signal,
    );
    await expect(whole).rejects.toThrow("stopped");
    expect([opened.excel.log.roundTrips, parts.length]).toEqual([1, 0]);
  });
});

test("progress grows to the whole", async () => {
  opened = await openText(TEXT);
  const shares: number[] = [];
  await opened.host.readWorkbook((share) => shares.push(share));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test("parts survive the way to a worker", async () => {
  opened = await openText(TEXT);
  const parts: WorkbookPart[] = [];
  await opened.host.readParts((part) => parts.push(part));
  expect(parts.map(({ kind }) => kind)).toEqual(["workbook", "block", "layout", "layout"]);
  expect(structuredClone(parts)).toEqual(parts);
});

test("a sheet that goes while it is read makes a refusal that says so", async () => {
  opened = await openText(TEXT);
  opened.excel.behaviour.beforeRequest = (n) => {
    if (n === 2) opened.excel.book.deleteSheet(opened.excel.sheet("1(2)育児休業等"));
  };
  expect((await refusalOf(opened.host.readWorkbook())).reason).toBe("changed-since-read");
});

test("an error nobody foresaw is told in its own words, with what to do", async () => {
  opened = await openText(TEXT);
  opened.excel.behaviour.failures.push({ request: 1, code: "GeneralException" });
  const { reason, sentence, cause } = await refusalOf(opened.host.readWorkbook());
  expect(reason).toBe("request-failed");
  expect(sentence.ja).toContain("GeneralException");
  expect(cause).toBeDefined();
});

test("spilled cells are cells like others", async () => {
  opened = await openText("== sheet S\n| =SEQUENCE(2) → 1 |\n| 2 |");
  opened.excel.sheet("S").arrays.push({ range: readRect("A1:A2"), isSpill: true });
  expect((await opened.host.readWorkbook()).sheets[0]!.cells.map(({ value }) => value)).toEqual([1, 2]);
});
