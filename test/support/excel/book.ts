import { writeOwnDataXml } from "../../../src/hosts/own-data-xml";
import type { CellRange } from "../../../src/model/cell";
import type { Workbook } from "../../../src/model/workbook";
import { ExcelFault } from "./excel-fault";
import { Calculator, type Calculate } from "./calculator";
import { cellAt, intersect, writeRect } from "./rect";
import { emptyCell, emptySheet, keyOf, sheetId, sheetsOf, type SimCell, type SimSheet } from "./sheet-state";

/** 部品 — a custom XML part. */
export interface XmlPart {
  readonly id: string;
  xml: string;
}

/** 知らせ — an event that happened, as it goes to everyone who registered for it. */
export interface SimEvent {
  readonly type: number;
  /** Id of the sheet, or "Workbook". */
  readonly target: string;
  readonly payload: { readonly [name: string]: unknown };
  readonly isRemote: boolean;
}

/** 出来事の番号 — Excel's event types that are simulated. */
export const EVENT = { changed: 10, activated: 11, deactivated: 12, added: 13, selection: 14, deleted: 15, nameChanged: 204 } as const;

/** ブック — the state of the simulated workbook, which outlives every request. */
export class Book {
  name: string;
  date1904: boolean;
  readonly sheets: SimSheet[];
  readonly xmlParts: XmlPart[] = [];
  isStructureProtected = false;
  isReadOnly = false;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  active: SimSheet;
  /** Cells chosen on the active sheet. */
  selection: CellRange[] = [cellAt(0, 0)];
  private readonly calculator: Calculator;
  /** Who is told of events. */
  readonly listeners = new Set<(event: SimEvent) => void>();
  /** Event types somebody asked for, by "type:target". */
  readonly registered = new Map<string, number>();
  areEventsOn = true;
  private isUnsettled = false;
  private lastId = 0;
  private lastSheet: number;

  constructor(workbook: Workbook, calculate?: Calculate) {
    this.name = workbook.name;
    this.date1904 = workbook.date1904;
    this.sheets = sheetsOf(workbook);
    if (this.sheets.length === 0) this.sheets.push(emptySheet("Sheet1", sheetId(1)));
    if (workbook.ownData !== null) this.xmlParts.push({ id: this.nextId("{part-") + "}", xml: writeOwnDataXml(workbook.ownData) });
    this.lastSheet = this.sheets.length;
    this.active = this.sheets.find((sheet) => sheet.visibility === "Visible") ?? this.sheets[0]!;
    this.calculator = new Calculator(this, calculate);
  }

  nextId(prefix: string): string {
    return `${prefix}${++this.lastId}`;
  }

  sheetNamed(name: string): SimSheet | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  sheetByKey(key: string): SimSheet | undefined {
    return this.sheets.find((sheet) => sheet.id === key) ?? this.sheetNamed(key);
  }

  /** @throws ExcelFault when the workbook's structure may not be changed or the name cannot be given */
  addSheet(name: string | undefined): SimSheet {
    this.mayChangeStructure();
    const chosen = name ?? this.freeName();
    this.checkName(chosen);
    const sheet = emptySheet(chosen, sheetId(++this.lastSheet));
    this.sheets.push(sheet);
    this.tell(EVENT.added, "Workbook", { worksheetId: sheet.id, source: "Local", type: "WorksheetAdded" });
    return sheet;
  }

  /** @throws ExcelFault for the last visible sheet */
  deleteSheet(sheet: SimSheet): void {
    this.mayChangeStructure();
    if (sheet.visibility === "VeryHidden") throw new ExcelFault("InvalidOperation");
    if (!this.sheets.some((other) => other !== sheet && other.visibility === "Visible")) throw new ExcelFault("InvalidOperation");
    const at = this.sheets.indexOf(sheet);
    this.sheets.splice(at, 1);
    sheet.isDeleted = true;
    this.calculator.forgetSheet(sheet);
    if (this.active === sheet) this.activate(this.sheets.slice(at).find(isVisible) ?? this.sheets.findLast(isVisible)!);
    this.tell(EVENT.deleted, "Workbook", { worksheetId: sheet.id, source: "Local", type: "WorksheetDeleted" });
  }

  activate(sheet: SimSheet): void {
    if (sheet.visibility !== "Visible") throw new ExcelFault("InvalidOperation");
    if (this.active === sheet) return;
    this.active = sheet;
    this.selection = [cellAt(0, 0)];
    this.tell(EVENT.activated, "Workbook", { worksheetId: sheet.id, type: "WorksheetActivated" });
  }

  select(sheet: SimSheet, ranges: readonly CellRange[]): void {
    this.activate(sheet);
    this.selection = ranges.map((range) => ({ ...range }));
    const details = { type: "WorksheetSelectionChanged", address: ranges.map(writeRect).join(","), isInsideTable: false, worksheetId: sheet.id };
    this.tell(EVENT.selection, "Workbook", details);
    this.tell(EVENT.selection, sheet.id, details);
  }

  /** @throws ExcelFault for a name Excel does not take or that another sheet has */
  checkName(name: string, but?: SimSheet): void {
    if (name === "" || name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name)) throw new ExcelFault("InvalidArgument", `SIM: no name for a sheet: ${name}`);
    const taken = this.sheetNamed(name);
    if (taken && taken !== but) throw new ExcelFault("ItemAlreadyExists");
  }

  /** @throws ExcelFault AccessDenied */
  mayChangeStructure(): void {
    if (this.isReadOnly || this.isStructureProtected) throw new ExcelFault("AccessDenied");
  }

  /** @throws ExcelFault AccessDenied on a protected sheet or a workbook opened for reading */
  mayWrite(sheet: SimSheet): void {
    if (sheet.isDeleted) throw new ExcelFault("ItemNotFound");
    if (this.isReadOnly || sheet.isProtected) throw new ExcelFault("AccessDenied");
  }

  /** The cell, made where there is none yet. */
  touch(sheet: SimSheet, row: number, col: number): SimCell {
    const key = keyOf(row, col);
    let cell = sheet.cells.get(key);
    if (!cell) sheet.cells.set(key, (cell = emptyCell()));
    return cell;
  }

  mergeAt(sheet: SimSheet, row: number, col: number): CellRange | undefined {
    return sheet.merges.find((merge) => intersect(merge, cellAt(row, col)));
  }

  tell(type: number, target: string, payload: SimEvent["payload"], isRemote = false): void {
    if (!this.areEventsOn || !this.registered.get(`${type}:${target}`)) return;
    for (const listener of this.listeners) listener({ type, target, payload, isRemote });
  }

  register(type: number, target: string, by: 1 | -1): null {
    const key = `${type}:${target}`;
    this.registered.set(key, (this.registered.get(key) ?? 0) + by);
    return null;
  }

  enterFormula(sheet: SimSheet, cell: SimCell, formula: string, row: number, col: number): void {
    this.calculator.enter(sheet, cell, formula, row, col);
  }

  forgetFormula(sheet: SimSheet, row: number, col: number): void {
    this.calculator.forget(sheet, row, col);
  }

  /** Formulas have to be calculated again before anybody looks. */
  noteChange(): void {
    this.isUnsettled = true;
  }

  /** Calculates what changes have left open: once for all writes of a request. */
  settle(): void {
    if (!this.isUnsettled) return;
    this.isUnsettled = false;
    this.calculator.recalculate();
  }

  private freeName(): string {
    let n = this.lastSheet + 1;
    while (this.sheetNamed(`Sheet${n}`)) n++;
    return `Sheet${n}`;
  }
}

function isVisible(sheet: SimSheet): boolean {
  return sheet.visibility === "Visible";
}
