import { matchReference } from "../sheet-reference";
import { contentTypeOf, scanPart } from "./package";
import type { PackageEditor } from "./package-editor";
import { escapeText } from "./xml-text";

/** Parts with formulas in them: a sheet that goes would leave #REF! there. */
const WITH_FORMULAS = /worksheet\+xml|macrosheet\+xml|chart\+xml|chartex\+xml|sheet\.(?:macroEnabled\.)?main\+xml|template\.(?:macroEnabled\.)?main\+xml/i;
const FORMULAS = new Set(["f", "formula", "formula1", "formula2", "definedName"]);

/**
 * 参照されているか — does a formula, a name or a chart elsewhere refer to this sheet?
 *
 * shape   `place` counts the sheet among the tabs; names that belong to it and `parts` that go with it are not asked
 * @throws HostRefusal when a part is damaged
 */
export function isReferredTo(editor: PackageEditor, name: string, place: number, parts: ReadonlySet<string>): boolean {
  const written = escapeText(name.replace(/'/g, "''"));
  const reference = matchReference(name);
  return editor.opened.zip.entries.some((entry) => {
    if (parts.has(entry.name) || !WITH_FORMULAS.test(contentTypeOf(editor.opened, entry.name) ?? "")) return false;
    const part = editor.part(entry.name);
    if (!part.text.includes(written)) return false;
    return scanPart(part, (scanner) => {
      let isFound = false;
      while (scanner.next()) {
        if (scanner.kind !== "open" || !FORMULAS.has(scanner.local) || scanner.attribute("localSheetId") === String(place)) continue;
        isFound = reference.test(scanner.readText()) || isFound;
      }
      return isFound;
    });
  });
}
