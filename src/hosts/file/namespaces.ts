import type { PackageEditor } from "./package-editor";
import { relationshipType } from "./package-editor";
import { scanPart } from "./package";

/** 名前空間 — the addresses new parts are written with: Strict files have their own. */
export interface Namespaces {
  readonly main: string;
  readonly relations: string;
  readonly drawing: string;
  readonly sheetDrawing: string;
  readonly chart: string;
}

/**
 * 名前空間を調べる — the addresses this workbook is written with.
 *
 * @throws HostRefusal when the workbook part is damaged
 */
export function findNamespaces(editor: PackageEditor): Namespaces {
  const { opened } = editor;
  const main = scanPart(editor.part(opened.workbookPart), (scanner) => {
    scanner.next();
    const prefix = scanner.rootPrefix.slice(0, -1);
    return scanner.attribute(prefix === "" ? "xmlns" : `xmlns:${prefix}`) ?? "";
  });
  const relations = relationshipType(opened, "").replace(/\/$/, "");
  const drawings = relations.startsWith("http://purl.oclc.org/") ? "http://purl.oclc.org/ooxml/drawingml" : "http://schemas.openxmlformats.org/drawingml/2006";
  return { main, relations, drawing: `${drawings}/main`, sheetDrawing: `${drawings}/spreadsheetDrawing`, chart: `${drawings}/chart` };
}
