import { BUILTIN_FORMATS } from "./builtin-formats";
import { readPart, relationshipsOf, scanPart, type OpenedFile } from "./package";

/**
 * 表示形式の表 — the number format code of every cell format (the `s` of a cell is its index).
 *
 * none  an empty table when the workbook has no styles part; everything is General then
 * @throws HostRefusal when the part is damaged
 */
export function readCellFormats(opened: OpenedFile): readonly string[] {
  const part = stylesPart(opened);
  if (part === undefined) return [];
  return scanPart(readPart(opened, part), (scanner) => {
    const codes = new Map<number, string>();
    const formats: string[] = [];
    let isInCellFormats = false;
    while (scanner.next()) {
      if (scanner.is("cellXfs")) isInCellFormats = scanner.kind === "open";
      if (scanner.kind !== "open") continue;
      if (scanner.is("numFmt")) codes.set(Number(scanner.attribute("numFmtId")), scanner.attribute("formatCode") ?? "General");
      else if (isInCellFormats && scanner.is("xf")) {
        const id = Number(scanner.attribute("numFmtId") ?? 0);
        formats.push(codes.get(id) ?? BUILTIN_FORMATS[id] ?? "General");
      }
      // A dxf has number formats of its own under ids that may repeat those of the cells.
      else if (scanner.is("dxfs")) scanner.skip();
    }
    return formats;
  });
}

/** 書式の部品 — part name of the styles; undefined when the workbook has none. */
export function stylesPart(opened: OpenedFile): string | undefined {
  return relationshipsOf(opened, opened.workbookPart).find((found) => found.type === "styles" && !found.isExternal)?.target;
}
