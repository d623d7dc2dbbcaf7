import { relationshipsOf, scanPart } from "./package";
import type { PackageEditor } from "./package-editor";
import { findInsertion, WORKBOOK_ORDER } from "./schema-order";
import type { Splice } from "./splice";

/**
 * 計算し直しを頼む — Excel is to calculate everything when it opens the file, in an order it finds itself.
 *
 * shape  the kept order of calculation goes: a stale entry in it makes Excel repair the file
 * @throws HostRefusal when the workbook part is damaged
 */
export function askForCalculation(editor: PackageEditor): void {
  const { opened } = editor;
  const { workbookPart } = opened;
  for (const relation of relationshipsOf(opened, workbookPart)) {
    if (relation.type !== "calcChain" || relation.isExternal) continue;
    editor.remove(relation.target);
    editor.removeRelationship(workbookPart, relation);
  }
  const splices = scanPart(editor.part(workbookPart), (scanner) => {
    scanner.next();
    const { rootPrefix, end: openEnd } = scanner;
    const children: { local: string; end: number }[] = [];
    let found: Splice[] | undefined;
    while (scanner.nextChild(1)) {
      const { local } = scanner;
      if (scanner.is("calcPr")) {
        const stated = scanner.attributes().find(({ name }) => name === "fullCalcOnLoad");
        if (scanner.flag("fullCalcOnLoad")) found = [];
        else if (stated) found = [{ start: stated.valueStart, end: stated.valueEnd, text: "1" }];
        else found = [{ start: scanner.nameEnd, end: scanner.nameEnd, text: ' fullCalcOnLoad="1"' }];
      }
      scanner.skip();
      children.push({ local, end: scanner.end });
    }
    while (scanner.next());
    const at = findInsertion(WORKBOOK_ORDER, "calcPr", children, openEnd);
    return found ?? [{ start: at, end: at, text: `<${rootPrefix}calcPr fullCalcOnLoad="1"/>` }];
  });
  editor.splice(workbookPart, splices);
}
