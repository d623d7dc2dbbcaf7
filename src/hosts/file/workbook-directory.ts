import { readPart, relationshipsOf, scanPart, type OpenedFile } from "./package";
import { refuseDamaged } from "./refusals";

/**
 * シートの所在 — one worksheet as the workbook part lists it.
 *
 * shape  `part` is the part name; `start`–`end` the <sheet> element in the text of the workbook part
 */
export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  readonly relationId: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  readonly part: string;
  readonly start: number;
  readonly end: number;
}

/** タブ — any sheet as the workbook part lists it, those without cells too. */
export interface SheetTab {
  readonly name: string;
  readonly sheetId: number;
  readonly isVisible: boolean;
}

/** ブックの目次 — what the workbook part says before any sheet is opened. */
export interface WorkbookDirectory {
  /** Every sheet in the order of the tabs: names are taken, and places counted, among all of them. */
  readonly tabs: readonly SheetTab[];
  /** Worksheets in the order of their tabs; chart sheets, dialogs and macro sheets hold no cells and are left out. */
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  /** Sheets may not be added, renamed or moved. */
  readonly isStructureLocked: boolean;
}

/**
 * ブックの目次を読む — the sheets in tab order, by their relationships.
 *
 * @throws HostRefusal when the workbook part is damaged or names a sheet that is not there
 */
export function readWorkbookDirectory(opened: OpenedFile): WorkbookDirectory {
  const part = readPart(opened, opened.workbookPart);
  const relations = new Map(relationshipsOf(opened, opened.workbookPart).map((relation) => [relation.id, relation]));
  return scanPart(part, (scanner) => {
    const sheets: SheetEntry[] = [];
    const tabs: SheetTab[] = [];
    let date1904 = false;
    let isStructureLocked = false;
    scanner.next();
    // A Word or text part under this name would otherwise read as a workbook without sheets.
    if (!scanner.is("workbook")) throw refuseDamaged(part.name);
    while (scanner.next()) {
      if (scanner.kind !== "open") continue;
      if (scanner.is("workbookPr")) date1904 = scanner.flag("date1904");
      else if (scanner.is("workbookProtection")) isStructureLocked = scanner.flag("lockStructure");
      else if (scanner.is("sheet")) {
        const start = scanner.start;
        const name = scanner.attribute("name") ?? "";
        const sheetId = Number(scanner.attribute("sheetId"));
        const relationId = scanner.prefixedAttribute("id") ?? "";
        const state = scanner.attribute("state");
        scanner.skip();
        const relation = relations.get(relationId);
        if (!relation || relation.isExternal) throw refuseDamaged(part.name);
        const visibility = state === "hidden" ? "hidden" : state === "veryHidden" ? "very-hidden" : "visible";
        tabs.push({ name, sheetId, isVisible: visibility === "visible" });
        if (relation.type !== "worksheet") continue;
        sheets.push({ name, sheetId, relationId, visibility, part: relation.target, start, end: scanner.end });
      }
    }
    return { tabs, sheets, date1904, isStructureLocked };
  });
}
