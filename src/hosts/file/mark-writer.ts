import { writeRange, type CellRange } from "../../model/cell";
import { joinRanges } from "../join-ranges";
import { isMarkFormula, MARK_FORMULA } from "../mark";
import { readRange } from "./merges";
import { scanPart, type PartText } from "./package";
import { findInsertion, WORKSHEET_ORDER } from "./schema-order";
import type { SheetLayout } from "./sheet-layout";
import type { Span, Splice } from "./splice";
import type { XmlScanner } from "./xml-scanner";
import { escapeText } from "./xml-text";

/** 印の規則 — cells that share one differential format. */
export interface MarkRule {
  readonly ranges: readonly CellRange[];
  readonly differential: number;
}

/** 条件付き書式の所在 — what of a sheet's conditional formats is ours, and what the user's rules leave free. */
export interface ConditionalFormats {
  /** Whole elements where every rule in them is ours, single rules elsewhere. */
  readonly own: readonly Span[];
  /** Our rules as they stand, in their order. */
  readonly rules: readonly MarkRule[];
  /** Highest priority among the user's rules, those in the extension list included. */
  readonly lastPriority: number;
  /** Behind the last element that holds a rule of the user's; undefined when there is none. */
  readonly usersEnd: number | undefined;
}

/**
 * 条件付き書式を調べる — finds our rules by their tag.
 *
 * shape   `children` are the elements under the root of the worksheet, in order
 * @throws HostRefusal when the part is damaged
 */
export function findConditionalFormats(part: PartText, children: SheetLayout["children"]): ConditionalFormats {
  const own: Span[] = [];
  const rules: MarkRule[] = [];
  let lastPriority = 0;
  let usersEnd: number | undefined;
  for (const { local, start, end } of children) {
    const isElement = local === "conditionalFormatting";
    if (!isElement && local !== "extLst" && local !== "AlternateContent") continue;
    // Each element by itself, so that the cells before it are not gone over once more.
    scanPart({ ...part, text: part.text.slice(start, end) }, (scanner) => {
      if (isElement) {
        scanner.next();
        const found = readElement(scanner);
        own.push(...found.own.map((span) => ({ start: span.start + start, end: span.end + start })));
        rules.push(...found.marks);
        lastPriority = Math.max(lastPriority, found.lastPriority);
        if (found.isUsers) usersEnd = end;
      } else while (scanner.next()) if (scanner.kind === "open" && scanner.local === "cfRule") lastPriority = Math.max(lastPriority, Number(scanner.attribute("priority") ?? 0));
    });
  }
  return { own, rules, lastPriority, usersEnd };
}

/**
 * 印を付ける — the splices that take out our rules and put these in; without rules they only take out.
 *
 * shape  ours come last in priority and stand behind the user's, so that theirs keep their bytes and their precedence
 */
export function writeMarks(layout: SheetLayout, formats: ConditionalFormats, rules: readonly MarkRule[]): Splice[] {
  const splices: Splice[] = formats.own.map(({ start, end }) => ({ start, end, text: "" }));
  if (rules.length === 0) return splices;
  const p = layout.prefix;
  // Elements with nothing but our rules go, so the place must not be reckoned from them.
  const others = layout.children.filter(({ start }) => !formats.own.some((span) => span.start === start));
  const at = formats.usersEnd ?? findInsertion(WORKSHEET_ORDER, "conditionalFormatting", others, layout.data.end);
  const text = rules
    .map(({ ranges, differential }, index) => {
      const sqref = joinRanges(ranges).map(writeRange).join(" ");
      const rule = `<${p}cfRule type="expression" dxfId="${differential}" priority="${formats.lastPriority + 1 + index}"><${p}formula>${escapeText(MARK_FORMULA)}</${p}formula></${p}cfRule>`;
      return `<${p}conditionalFormatting sqref="${sqref}">${rule}</${p}conditionalFormatting>`;
    })
    .join("");
  splices.push({ start: at, end: at, text });
  return splices;
}

function readElement(scanner: XmlScanner): { own: Span[]; marks: MarkRule[]; lastPriority: number; isUsers: boolean } {
  const { start, depth } = scanner;
  const ranges = (scanner.attribute("sqref") ?? "").split(/\s+/).flatMap((text) => readRange(text) ?? []);
  const rules: Span[] = [];
  const marks: MarkRule[] = [];
  let lastPriority = 0;
  let isUsers = false;
  while (scanner.nextChild(depth)) {
    if (!scanner.is("cfRule")) {
      isUsers = true;
      continue;
    }
    const ruleStart = scanner.start;
    const priority = Number(scanner.attribute("priority") ?? 0);
    const isExpression = scanner.attribute("type") === "expression";
    const differential = Number(scanner.attribute("dxfId") ?? -1);
    const ruleDepth = scanner.depth;
    let isOwn = false;
    while (scanner.nextChild(ruleDepth)) if (scanner.is("formula")) isOwn ||= isExpression && isMarkFormula(scanner.readText());
    if (isOwn) {
      rules.push({ start: ruleStart, end: scanner.end });
      marks.push({ ranges, differential });
    } else {
      isUsers = true;
      lastPriority = Math.max(lastPriority, priority);
    }
  }
  // An element that is empty to begin with was not ours.
  if (rules.length === 0) return { own: [], marks: [], lastPriority, isUsers: true };
  return { own: isUsers ? rules : [{ start, end: scanner.end }], marks, lastPriority, isUsers };
}
