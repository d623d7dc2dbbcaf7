import type { Book } from "./book";
import { CustomXmlPartCollection } from "./custom-xml-objects";
import { ExcelFault, notSimulated } from "./excel-fault";
import { FunctionsObject } from "./functions-object";
import { RangeAreasObject } from "./areas-object";
import { RangeObject } from "./range-object";
import { anyText, oneOf, SimObject, yesOrNo } from "./sim-object";
import { WorksheetCollection } from "./worksheet-objects";

/** ブック — the root of every request. */
export class WorkbookObject extends SimObject {
  readonly className = "Workbook";

  get Name(): string {
    return this.book.name;
  }
  get ReadOnly(): boolean {
    return this.book.isReadOnly;
  }
  get Worksheets(): SimObject {
    return new WorksheetCollection(this.book);
  }
  get Application(): SimObject {
    return new ApplicationObject(this.book);
  }
  get Protection(): SimObject {
    return new WorkbookProtection(this.book);
  }
  get Functions(): SimObject {
    return new FunctionsObject(this.book);
  }
  get CustomXmlParts(): SimObject {
    return new CustomXmlPartCollection(this.book);
  }
  get _Runtime(): SimObject {
    return new RuntimeObject(this.book);
  }
  GetSelectedRange(): SimObject {
    const [range, ...more] = this.book.selection;
    if (!range || more.length > 0) throw new ExcelFault("InvalidSelection");
    return new RangeObject(this.book, this.book.active, range);
  }
  GetSelectedRanges(): SimObject {
    return new RangeAreasObject(this.book, this.book.active, this.book.selection);
  }
  GetActiveCell(): SimObject {
    const first = this.book.selection[0];
    if (!first) throw new ExcelFault("InvalidSelection");
    return new RangeObject(this.book, this.book.active, { ...first, bottom: first.top, right: first.left });
  }
}

class ApplicationObject extends SimObject {
  readonly className = "Application";

  get CalculationMode(): string {
    return this.book.calculationMode;
  }
  set CalculationMode(mode: unknown) {
    this.book.calculationMode = oneOf(["Automatic", "AutomaticExceptTables", "Manual"], mode);
  }
  get CalculationState(): string {
    return "Done";
  }
  Calculate(type: unknown): void {
    oneOf(["Recalculate", "Full", "FullRebuild"], type);
    this.book.noteChange();
    this.book.settle();
  }
  SuspendScreenUpdatingUntilNextSync(): void {}
  SuspendApiCalculationUntilNextSync(): void {}
}

class WorkbookProtection extends SimObject {
  readonly className = "WorkbookProtection";

  get Protected(): boolean {
    return this.book.isStructureProtected;
  }
}

class RuntimeObject extends SimObject {
  readonly className = "Runtime";

  get EnableEvents(): boolean {
    return this.book.areEventsOn;
  }
  set EnableEvents(on: unknown) {
    this.book.areEventsOn = yesOrNo(on);
  }
}

/** 内部の務め — what the library itself asks of the host after start; no work of an add-in goes through it. */
class InternalService extends SimObject {
  readonly className = "AddinInternalService";

  NotifyActionHandlerReady(): void {}
}

/** 型から — objects the client makes by the name of a type. */
export function newObject(book: Book, type: string): SimObject {
  if (anyText(type) === "Microsoft.InternalService.AddinInternalService") return new InternalService(book);
  throw notSimulated(type);
}
