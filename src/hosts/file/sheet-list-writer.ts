import type { PackageEditor } from "./package-editor";
import { scanPart } from "./package";
import { findInsertion, WORKBOOK_ORDER } from "./schema-order";
import type { Span, Splice } from "./splice";
import type { SheetTab } from "./workbook-directory";
import { appendToList, readList, type XmlList } from "./xml-list";
import type { AttributeSpan, XmlScanner } from "./xml-scanner";
import { escapeAttribute, escapeText } from "./xml-text";

/** シートの増減 — which tabs go, and what comes behind the last one. */
export interface SheetListChange {
  /** Places among the tabs as they were. */
  readonly removed: ReadonlySet<number>;
  readonly added: readonly { readonly name: string; readonly relationId: string; readonly printTitles: string | undefined }[];
}

/** An attribute that counts sheets. */
interface Counted extends AttributeSpan {
  readonly value: number;
}

interface SheetList {
  readonly prefix: string;
  readonly openEnd: number;
  readonly children: readonly { readonly local: string; readonly end: number }[];
  /** Prefix bound to the relationships at the root; undefined when a sheet has to bind one itself. */
  readonly relationPrefix: string | undefined;
  readonly sheets: XmlList;
  readonly names: XmlList | undefined;
  /** Per defined name: the sheet it belongs to; undefined for those of the whole workbook. */
  readonly owners: readonly (Counted | undefined)[];
  readonly activeTabs: readonly Counted[];
  readonly firstTabs: readonly Counted[];
}

/**
 * シートの一覧を書く — takes sheets off the list and puts new ones behind the last; what counts sheets goes on meaning the same ones.
 *
 * @throws HostRefusal when the workbook part is damaged
 */
export function writeSheetList(editor: PackageEditor, tabs: readonly SheetTab[], change: SheetListChange, relations: string): void {
  const { removed, added } = change;
  const part = editor.part(editor.opened.workbookPart);
  const list = scanPart(part, (scanner) => readSheetList(scanner, relations));
  const place = (old: number): number => old - [...removed].filter((gone) => gone < old).length;
  const kept = tabs.length - removed.size;
  let sheetId = Math.max(0, ...tabs.map((tab) => tab.sheetId));
  const p = list.prefix;
  const id = list.relationPrefix === undefined ? `xmlns:r="${escapeAttribute(relations)}" r:id` : `${list.relationPrefix}:id`;
  const sheets = added.map(({ name, relationId }) => `<${p}sheet name="${escapeAttribute(name)}" sheetId="${++sheetId}" ${id}="${relationId}"/>`);
  const names = added.flatMap(({ printTitles }, i) =>
    printTitles === undefined ? [] : [`<${p}definedName name="_xlnm.Print_Titles" localSheetId="${kept + i}">${escapeText(printTitles)}</${p}definedName>`],
  );
  editor.splice(part.name, [
    ...[...removed].map((gone) => cut(list.sheets.items[gone]!)),
    ...appendToList(part.text, list.sheets, sheets),
    ...moveNames(part.text, list, { removed, place, names }),
    ...list.activeTabs.flatMap((tab) => rewrite(tab, removed.has(tab.value) ? place(nearestVisible(tabs, removed, tab.value)) : place(tab.value))),
    ...list.firstTabs.flatMap((tab) => rewrite(tab, Math.min(place(tab.value), Math.max(kept + added.length - 1, 0)))),
  ]);
}

function moveNames(source: string, list: SheetList, to: { removed: ReadonlySet<number>; place: (old: number) => number; names: readonly string[] }): Splice[] {
  const { names: held, owners } = list;
  if (!held) {
    if (to.names.length === 0) return [];
    const at = findInsertion(WORKBOOK_ORDER, "definedNames", list.children, list.openEnd);
    return [{ start: at, end: at, text: `<${list.prefix}definedNames>${to.names.join("")}</${list.prefix}definedNames>` }];
  }
  const gone = held.items.filter((_, i) => to.removed.has(owners[i]?.value ?? -1));
  if (gone.length === held.items.length && to.names.length === 0 && gone.length > 0) return [cut(held)];
  const moved = owners.flatMap((owner) => (owner && !to.removed.has(owner.value) ? rewrite(owner, to.place(owner.value)) : []));
  return [...gone.map(cut), ...moved, ...appendToList(source, held, to.names)];
}

function readSheetList(scanner: XmlScanner, relations: string): SheetList {
  scanner.next();
  const { rootPrefix: prefix, end: openEnd } = scanner;
  const bound = scanner.attributes().find(({ name }) => name.startsWith("xmlns:") && scanner.attribute(name) === relations);
  const children: { local: string; end: number }[] = [];
  const owners: (Counted | undefined)[] = [];
  const activeTabs: Counted[] = [];
  const firstTabs: Counted[] = [];
  let sheets: XmlList | undefined;
  let names: XmlList | undefined;
  const count = (attribute: string): Counted | undefined => {
    const found = scanner.attributes().find(({ name }) => name === attribute);
    return found && { ...found, value: Number(scanner.attribute(attribute)) };
  };
  while (scanner.nextChild(1)) {
    const { local } = scanner;
    if (scanner.is("sheets")) sheets = readList(scanner);
    else if (scanner.is("definedNames"))
      names = readList(scanner, () => {
        owners.push(count("localSheetId"));
        scanner.skip();
      });
    else if (scanner.is("bookViews"))
      readList(scanner, () => {
        const [active, first] = [count("activeTab"), count("firstSheet")];
        if (active) activeTabs.push(active);
        if (first) firstTabs.push(first);
        scanner.skip();
      });
    else scanner.skip();
    children.push({ local, end: scanner.end });
  }
  while (scanner.next());
  if (!sheets) throw new Error("a workbook without sheets was taken for one");
  return { prefix, openEnd, children, relationPrefix: bound?.name.slice("xmlns:".length), sheets, names, owners, activeTabs, firstTabs };
}

/** The sheet people see instead of one that goes: the one before it, or the first behind it. */
function nearestVisible(tabs: readonly SheetTab[], removed: ReadonlySet<number>, gone: number): number {
  const left = tabs.flatMap((tab, i) => (tab.isVisible && !removed.has(i) ? [i] : []));
  return left.findLast((i) => i < gone) ?? left[0] ?? 0;
}

function rewrite({ valueStart, valueEnd, value }: Counted, now: number): Splice[] {
  return value === now ? [] : [{ start: valueStart, end: valueEnd, text: String(now) }];
}

function cut({ start, end }: Span): Splice {
  return { start, end, text: "" };
}
