import type { Workbook } from "../../../src/model/workbook";
import { readAddress } from "../../../src/model/cell";
import { Book, type SimEvent } from "./book";
import type { Calculate } from "./calculator";
import { typeInto } from "./cell-entry";
import { ExcelFault } from "./excel-fault";
import { HostBehaviour } from "./host-behaviour";
import type { RequestBody, ResponseBody } from "./request-body";
import { isHousekeeping, RequestLog } from "./request-log";
import { readRect, splitSheet } from "./rect";
import { References, runRequest } from "./request-run";
import { keyOf, shownIn, type SimCell, type SimSheet } from "./sheet-state";
import { takeSnapshot } from "./snapshot";
import { newObject, WorkbookObject } from "./workbook-object";

/** 答え — a response body, or the number of a host error in its place. */
export type HostAnswer = { readonly hostError: number } | { readonly body: string };

/** 実行の記録 — one `Excel.run` of the add-in: its options, and the requests it made, numbered. */
export interface LoggedRun {
  readonly options: { readonly [name: string]: unknown };
  readonly requests: number[];
}

/** ホストのエラー番号 — what Excel answers instead of a response. */
export const HOST_ERROR = { general: 5001, editing: 5004, requestTooLarge: 5103, responseTooLarge: 5104 } as const;

const DELAY_FOR_CELL_EDIT = 64;

/**
 * 模擬のExcel — a workbook that executes the requests of Microsoft's own client library, in place of Excel.
 *
 * Use:
 *   const excel = new SimulatedExcel(readTextWorkbook(text).workbook);
 *   const client = await bootInNode(excel);       // boot-in-node.ts: the unmodified library, no browser
 *   client.install();                             // globals Excel, Office, OfficeExtension, for src/hosts/excel
 *   … await new ExcelHost().readWorkbook() …
 *   expect(excel.log.roundTrips).toBe(3);         // clean-up requests are not counted
 *   expect(excel.snapshot()).toEqual(before);     // everything: cells, looks, rules, charts, page layout, parts
 *   client.close();                               // globals as before, timers ended
 * In Chromium: `await installInPage(page, excel)` before `page.goto` (install-in-page.ts).
 *
 * How Excel behaves is set on `behaviour`; the state is open to tests in `book` and by `sheet(name)` and `cell(at)`.
 * What somebody else, or the user, types: `type("Sheet1!B4", 12)`; what the user selects: `select("Sheet1!B4:C5")`.
 * Number formats and shown texts come from src/hosts/shown. Formulas are calculated by `calculate`, else by `evaluate`
 * (see there for the functions it knows); a formula neither knows is refused loudly. What is not simulated says
 * `ApiNotFound: SIM: not simulated: Range.X`.
 */
export class SimulatedExcel {
  readonly book: Book;
  readonly behaviour = new HostBehaviour();
  readonly log = new RequestLog();
  readonly runs: LoggedRun[] = [];
  /** Mistakes of the simulation itself; a test may assert that there are none. */
  readonly crashes: unknown[] = [];
  private readonly references = new References();
  private counted = 0;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(workbook: Workbook, options: { readonly calculate?: Calculate } = {}) {
    this.book = new Book(workbook, options.calculate);
  }

  /** @throws Error when there is no such sheet */
  sheet(name: string): SimSheet {
    const sheet = this.book.sheetNamed(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  /** The cell at "Sheet!B4"; undefined when nothing was ever put there. */
  cell(at: string): SimCell | undefined {
    const { sheet, row, col } = this.find(at);
    return sheet.cells.get(keyOf(row, col));
  }

  /** What the sheet shows at "Sheet!B4". */
  shown(at: string): string {
    const cell = this.cell(at);
    return cell ? shownIn(cell, this.book.date1904) : "";
  }

  /** Somebody types into "Sheet!B4", past all protection: the user, or with `isRemote` a co-author. */
  type(at: string, entry: string | number | boolean, by: { readonly isRemote?: boolean } = {}): void {
    const { sheet, row, col } = this.find(at);
    typeInto(this.book, sheet, row, col, entry, by.isRemote === true);
  }

  /** The user selects "Sheet!B4:C5", or several ranges of one sheet. */
  select(...at: readonly string[]): void {
    const places = at.map(splitSheet);
    this.book.select(
      this.sheet(places[0]?.sheet ?? ""),
      places.map(({ rest }) => readRect(rest)),
    );
  }

  snapshot(): unknown {
    return takeSnapshot(this.book);
  }

  /** Objects the clients still hold on to. */
  get keptCount(): number {
    return this.references.size;
  }

  listen(listener: (event: SimEvent) => void): () => void {
    this.book.listeners.add(listener);
    return () => this.book.listeners.delete(listener);
  }

  /** Answers a request of a client; never resolves where the behaviour says so. */
  async execute(text: string, flags: number): Promise<HostAnswer> {
    const { behaviour } = this;
    if (behaviour.isSilent) return new Promise(() => undefined);
    // Who waits for the end of typing keeps nobody else waiting.
    while (behaviour.isEditing && (flags & DELAY_FOR_CELL_EDIT) !== 0) await behaviour.untilEdited();
    const done = this.executeNext(text, flags, this.queue).catch((error: unknown) => {
      this.crashes.push(error);
      return { hostError: HOST_ERROR.general };
    });
    this.queue = done;
    return done;
  }

  private async executeNext(text: string, flags: number, before: Promise<unknown>): Promise<HostAnswer> {
    const body = JSON.parse(text) as RequestBody;
    const isCounted = !isHousekeeping(body);
    const { behaviour } = this;
    await before;
    await behaviour.pause;
    const number = isCounted ? ++this.counted : 0;
    if (isCounted) {
      this.runs.at(-1)?.requests.push(number);
      await behaviour.beforeRequest?.(number);
    }
    const bytesUp = Buffer.byteLength(text);
    const logged = { number, bytesUp, actions: body.Actions.length, flags, body };
    const refuse = (hostError: number, bytesDown = 0): HostAnswer => {
      this.log.add({ ...logged, bytesDown, refusal: String(hostError), response: null });
      return { hostError };
    };
    if (behaviour.isEditing) return refuse(HOST_ERROR.editing);
    if (behaviour.requestLimit !== null && bytesUp > behaviour.requestLimit) return refuse(HOST_ERROR.requestTooLarge);
    const response = this.run(body, number);
    const answer = JSON.stringify(response);
    const bytesDown = Buffer.byteLength(answer);
    if (behaviour.responseLimit !== null && bytesDown > behaviour.responseLimit) return refuse(HOST_ERROR.responseTooLarge, bytesDown);
    this.log.add({ ...logged, bytesDown, refusal: response.Error?.Code ?? null, response });
    return { body: answer };
  }

  private run(body: RequestBody, number: number): ResponseBody {
    const failure = number > 0 ? this.behaviour.failureOf(number) : undefined;
    const undoBar = number > 0 && this.runs.at(-1)?.options["mergeUndoGroup"] === true ? firstOf(body, this.behaviour.notUndoable) : undefined;
    const roots = { workbook: new WorkbookObject(this.book), references: this.references, newObject: (type: string) => newObject(this.book, type) };
    try {
      const response = runRequest(body, roots, (index) => {
        if (undoBar !== undefined) throw new ExcelFault("UndoNotSupported", `SIM: cannot be undone: ${undoBar}`);
        if (failure && index === (failure.action ?? 0)) throw new ExcelFault(failure.code);
      });
      this.book.settle();
      return response;
    } catch (error) {
      this.crashes.push(error);
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { Error: { Code: "GeneralException", Message: `SIM: crashed: ${message}`, Location: "", ActionIndex: 0, HttpStatusCode: 500 }, Results: [], TraceIds: [] };
    }
  }

  private find(at: string): { readonly sheet: SimSheet; readonly row: number; readonly col: number } {
    const bang = at.lastIndexOf("!");
    const place = readAddress(at.slice(bang + 1));
    if (bang < 1 || !place) throw new Error(`not "Sheet!B4": ${at}`);
    return { sheet: this.sheet(at.slice(0, bang)), ...place };
  }
}

/** The first of these members that a request uses, by its own actions or on the way to their objects. */
function firstOf(body: RequestBody, members: ReadonlySet<string>): string | undefined {
  return [...body.Actions, ...Object.values(body.ObjectPaths)].find(({ Name }) => members.has(Name))?.Name;
}
