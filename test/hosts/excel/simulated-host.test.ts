import { bootInNode, type BootedClient } from "../../support/excel/boot-in-node";
import type { Surroundings } from "../../support/excel/host-answers";
import { WEB_LIMIT } from "../../support/excel/host-behaviour";
import { SimulatedExcel } from "../../support/excel/simulated-excel";
import { readTextWorkbook } from "../../support/text-workbook";

let client: BootedClient;
let excel: SimulatedExcel;

async function boot(surroundings?: Surroundings, prepare?: (excel: SimulatedExcel) => void): Promise<void> {
  excel = new SimulatedExcel(readTextWorkbook("== sheet 表\n| 1 | 2 |\n| 3 | 4 |\n== sheet 別\n| 5 |\n", "表.xlsx").workbook);
  prepare?.(excel);
  client = await bootInNode(excel, surroundings);
}

afterEach(() => {
  client.close();
  expect(excel.crashes).toEqual([]);
});

function read(options: Excel.RunOptions = {}): Promise<unknown> {
  return client.Excel.run(options, async (context) => {
    const range = context.workbook.worksheets.getItem("表").getRange("A1:B2").load("values");
    await context.sync();
    return range.values;
  });
}

function write(address: string, value: unknown, options: Excel.RunOptions = {}): Promise<void> {
  return client.Excel.run(options, async (context) => {
    context.workbook.worksheets.getItem("表").getRange(address).values = [[value]];
    await context.sync();
  });
}

const VALUES = [
  [1, 2],
  [3, 4],
];

describe("while somebody types into a cell", () => {
  beforeEach(() => boot());

  it("every batch is refused, and nothing is done", async () => {
    excel.behaviour.isEditing = true;
    await expect(read()).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    await expect(write("A1", 9)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    excel.behaviour.endEdit();
    expect(await read()).toEqual(VALUES);
  });

  it("a batch that asked for it waits for the end of the typing, and keeps nobody else waiting", async () => {
    excel.behaviour.isEditing = true;
    const waiting = read({ delayForCellEdit: true });
    await expect(read()).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    expect(excel.behaviour.waitingCount).toBe(1);
    excel.behaviour.endEdit();
    expect(await waiting).toEqual(VALUES);
  });
});

describe("limits of Excel on the web", () => {
  beforeEach(() => boot());

  it("an answer above the limit is refused", async () => {
    excel.behaviour.responseLimit = 200;
    await expect(read()).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
    excel.behaviour.responseLimit = WEB_LIMIT;
    expect(await read()).toEqual(VALUES);
  });

  it("a request above the limit is refused, and nothing of it is done", async () => {
    excel.behaviour.requestLimit = 2000;
    await expect(write("A1", "長".repeat(1000))).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
    expect(excel.cell("表!A1")?.value).toBe(1);
    await write("A1", "短");
    expect(excel.cell("表!A1")?.value).toBe("短");
  });

  it("more cells than Excel reads at once come as null, without an error", async () => {
    const values = await client.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("表").getRange("A:F").load("values,cellCount");
      await context.sync();
      return [range.values as unknown, range.cellCount];
    });
    expect(values).toEqual([null, 6 * 1_048_576]);
  });
});

describe("failures", () => {
  beforeEach(() => boot());

  it("the request that was named fails, the others do not", async () => {
    excel.behaviour.failures.push({ request: 2, code: "GeneralException" });
    expect(await read()).toEqual(VALUES);
    await expect(read()).rejects.toMatchObject({ code: "GeneralException" });
    expect(await read()).toEqual(VALUES);
  });

  it("in the middle of a request what came before stays", async () => {
    const body = client.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("表");
      for (const address of ["A1", "B1"]) sheet.getRange(address).untrack().values = [["新"]];
      await context.sync();
    });
    await body;
    const second = excel.log.counted[0]!.body.Actions.findLastIndex(({ Name }) => Name === "Values");
    excel.type("表!A1", 1);
    excel.type("表!B1", 2);
    excel.behaviour.failures.push({ request: 2, action: second, code: "AccessDenied" });
    const again = client.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("表");
      for (const address of ["A1", "B1"]) sheet.getRange(address).untrack().values = [["新"]];
      await context.sync();
    });
    await expect(again).rejects.toMatchObject({ code: "AccessDenied" });
    expect([excel.cell("表!A1")?.value, excel.cell("表!B1")?.value]).toEqual(["新", 2]);
  });

  it("a co-author may change a cell between reading and writing", async () => {
    excel.behaviour.beforeRequest = (n) => (n === 2 ? excel.type("表!A1", 7, { isRemote: true }) : undefined);
    expect(await read()).toEqual(VALUES);
    expect(await read()).toEqual([[7, 2], VALUES[1]]);
  });

  it("a slow Excel answers when the test lets it, and in order", async () => {
    let go = (): void => undefined;
    excel.behaviour.pause = new Promise((resolve) => (go = resolve));
    const order: string[] = [];
    const both = [write("A1", "一").then(() => order.push("一")), read().then((values) => order.push(JSON.stringify(values)))];
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(order).toEqual([]);
    go();
    await Promise.all(both);
    expect(order).toEqual(["一", '[["一",2],[3,4]]']);
  });

  it("an Excel that never answers leaves a batch waiting", async () => {
    excel.behaviour.isSilent = true;
    const outcome = await Promise.race([read(), new Promise((resolve) => setTimeout(() => resolve("still waiting"), 50))]);
    expect(outcome).toBe("still waiting");
  });
});

describe("versions and surroundings", () => {
  it.each<[string, (context: Excel.RequestContext) => unknown, string]>([
    ["1.15", (context) => context.workbook.worksheets.getItem("表").getRange("A1").getDependents(), "done"],
    ["1.14", (context) => context.workbook.worksheets.getItem("表").getRange("A1").getDependents(), "ApiNotFound"],
    ["1.14", (context) => context.workbook.worksheets.getItem("表").getRange("A1").getMergedAreasOrNullObject(), "done"],
    ["1.8", (context) => context.workbook.worksheets.getItem("表").getRanges("A1,B2"), "ApiNotFound"],
  ])("an Excel of ExcelApi %s has what it has", async (excelApi, member, outcome) => {
    await boot({ excelApi });
    const attempt = (): string => {
      try {
        member(new client.Excel.RequestContext());
        return "done";
      } catch (error) {
        if (!(error instanceof client.OfficeExtension.Error)) throw error;
        return error.code;
      }
    };
    expect(attempt()).toBe(outcome);
    expect(client.Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(excelApi === "1.15");
  });

  it("says its languages, its theme and its platform", async () => {
    await boot({ displayLanguage: "en-US", contentLanguage: "ja-JP", theme: "dark" });
    const { context } = client.Office;
    expect([context.displayLanguage, context.contentLanguage, context.diagnostics.host, context.diagnostics.platform]).toEqual(["en-US", "ja-JP", "Excel", "PC"]);
    expect(context.officeTheme.bodyBackgroundColor).toBe("#262626");
    expect(context.document.mode).toBe("readWrite");
  });

  it("a workbook opened for reading says so and takes no change", async () => {
    await boot({}, ({ book }) => (book.isReadOnly = true));
    expect(client.Office.context.document.mode).toBe("readOnly");
    expect(await read()).toEqual(VALUES);
    await expect(write("A1", 9)).rejects.toMatchObject({ code: "AccessDenied" });
  });

  it("a newer Excel selects several ranges at once", async () => {
    await boot({ excelApi: "1.18" });
    await client.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("別").activate();
      context.workbook.worksheets.getItem("表").getRanges("A1,B2").select();
      await context.sync();
    });
    expect([excel.book.active.name, excel.book.selection.length]).toEqual(["表", 2]);
  });

  it("the globals are there while they are installed, and as before afterwards", async () => {
    await boot();
    expect(typeof Excel).toBe("undefined");
    client.install();
    expect(typeof Excel.run).toBe("function");
    expect(Office.context.document.url).toContain("表.xlsx");
    client.close();
    expect(typeof Office).toBe("undefined");
  });
});

describe("events", () => {
  beforeEach(() => boot());

  /** Waits until what was sent has arrived. */
  const arrive = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

  it("tell of changes by others and by ourselves, on any sheet, until they are taken off", async () => {
    const told: unknown[] = [];
    const registered = await client.Excel.run(async (context) => {
      const result = context.workbook.worksheets.onChanged.add(({ address, source, triggerSource, worksheetId }) => {
        told.push([address, source, triggerSource, worksheetId === excel.sheet("別").id]);
        return Promise.resolve();
      });
      await context.sync();
      return result;
    });
    excel.type("別!A1", 6, { isRemote: true });
    await write("A1", 9);
    await arrive();
    expect(told).toEqual([
      ["A1", "Remote", "Unknown", true],
      ["A1", "Local", "ThisLocalAddin", false],
    ]);
    await client.Excel.run(registered.context as Excel.RequestContext, async (context) => {
      registered.remove();
      await context.sync();
    });
    excel.type("別!A1", 7);
    await arrive();
    expect(told.length).toBe(2);
  });

  it("tell of selections", async () => {
    const told: string[] = [];
    await client.Excel.run(async (context) => {
      context.workbook.worksheets.onSelectionChanged.add(({ address }) => {
        told.push(address);
        return Promise.resolve();
      });
      await context.sync();
    });
    excel.select("別!A1:B2");
    await arrive();
    const selected = await client.Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("address");
      await context.sync();
      return range.address;
    });
    expect([told, selected]).toEqual([["A1:B2"], "別!A1:B2"]);
  });

  it("of the document are not simulated, and say so", async () => {
    const registering = client.Excel.run(async (context) => {
      context.workbook.onSelectionChanged.add(() => Promise.resolve());
      await context.sync();
    });
    await expect(registering).rejects.toThrow();
  });

  it("nobody is told who did not ask", async () => {
    const events: unknown[] = [];
    excel.listen((event) => events.push(event));
    excel.type("別!A1", 6);
    expect(events).toEqual([]);
  });
});

describe("the log", () => {
  beforeEach(() => boot());

  it("counts round trips without clean-up, with their bytes and deeds", async () => {
    await read();
    await write("B2", 8);
    expect(excel.log.roundTrips).toBe(2);
    expect(excel.log.all.length).toBe(4);
    expect(excel.log.deeds).toEqual(["Values"]);
    expect(excel.log.counted.map(({ number, refusal }) => [number, refusal])).toEqual([
      [1, null],
      [2, null],
    ]);
    const [first] = excel.log.counted;
    expect([first!.bytesUp, first!.bytesDown]).toEqual([Buffer.byteLength(JSON.stringify(first!.body)), Buffer.byteLength(JSON.stringify(first!.response))]);
    expect(excel.log.largest.up).toBe(Math.max(...excel.log.counted.map(({ bytesUp }) => bytesUp)));
  });

  it("knows the options of each run, and refuses what cannot be undone together", async () => {
    await write("B2", 8, { mergeUndoGroup: true });
    expect(excel.runs).toEqual([{ options: { mergeUndoGroup: true }, requests: [1] }]);
    excel.behaviour.notUndoable.add("Values");
    await expect(write("B2", 9, { mergeUndoGroup: true })).rejects.toMatchObject({ code: "UndoNotSupported" });
    expect(excel.cell("表!B2")?.value).toBe(8);
    await write("B2", 9);
    expect(excel.cell("表!B2")?.value).toBe(9);
  });
});
