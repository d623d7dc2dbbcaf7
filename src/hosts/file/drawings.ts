import { findPart, readPart, relationshipsOf, scanPart, type OpenedFile } from "./package";

/**
 * 図形を数える — charts and pictures on a sheet; they are kept when saving and not drawn.
 *
 * @throws HostRefusal when the drawing part is damaged
 */
export function countDrawings(opened: OpenedFile, sheetPart: string): { readonly charts: number; readonly images: number } {
  let charts = 0;
  let images = 0;
  for (const relation of relationshipsOf(opened, sheetPart)) {
    if (relation.type !== "drawing" || relation.isExternal || findPart(opened, relation.target) === undefined) continue;
    scanPart(readPart(opened, relation.target), (scanner) => {
      while (scanner.next()) {
        if (scanner.kind !== "open") continue;
        const name = scanner.local;
        // What stands in for a drawing in older programs would be counted twice.
        if (name === "Fallback") scanner.skip();
        else if (name === "chart") charts++;
        else if (name === "pic") images++;
      }
    });
  }
  return { charts, images };
}
