import { cellKey } from "../cell-key";
import { readAddress } from "../../model/cell";
import { cutFormula, shiftFormula, type FormulaPattern } from "./formula-shift";
import { scanPart, type PartText } from "./package";
import { decodeEscapes } from "./shared-strings";
import type { Span, Splice } from "./splice";
import { keepBlanks, writeEscapes } from "./sheet-writer";
import { escapeText } from "./xml-text";

/** A formula element whose cell takes part in a shared formula. */
interface Member extends Span {
  readonly row: number;
  readonly col: number;
  readonly group: string;
  readonly text: string;
  readonly kept: string;
}

/**
 * 共有数式をほどく — every other cell of these shared formulas gets its own text, so that the one that gave it may change.
 *
 * shape  cells in `written` are left out: they are overwritten anyway
 * @throws HostRefusal when the part is damaged
 */
export function unshareFormulas(part: PartText, groups: ReadonlySet<string>, written: ReadonlySet<number>): Splice[] {
  if (groups.size === 0) return [];
  const members = findMembers(part, groups);
  const patterns = new Map<string, { readonly row: number; readonly col: number; readonly pattern: FormulaPattern }>();
  for (const { group, text, row, col } of members) if (text !== "" && !patterns.has(group)) patterns.set(group, { row, col, pattern: cutFormula(text) });
  const splices: Splice[] = [];
  for (const { group, text, row, col, start, end, kept } of members) {
    if (written.has(cellKey(row, col))) continue;
    const master = patterns.get(group)!;
    const own = text === "" ? shiftFormula(master.pattern, row - master.row, col - master.col) : text;
    const name = /^<([^\s/>]+)/.exec(part.text.slice(start, end))![1]!;
    splices.push({ start, end, text: `<${name}${kept}${keepBlanks(own)}>${escapeText(writeEscapes(own))}</${name}>` });
  }
  return splices;
}

function findMembers(part: PartText, groups: ReadonlySet<string>): Member[] {
  return scanPart(part, (scanner) => {
    const members: Member[] = [];
    let row = -1;
    let col = -1;
    while (scanner.next()) {
      if (scanner.kind !== "open") continue;
      if (scanner.is("row")) {
        const r = scanner.attribute("r");
        row = r === undefined ? row + 1 : Number(r) - 1;
        col = -1;
      } else if (scanner.is("c")) {
        const address = readAddress(scanner.attribute("r") ?? "");
        col = address ? address.col : col + 1;
      } else if (scanner.is("f") && scanner.attribute("t") === "shared") {
        const group = scanner.attribute("si") ?? "";
        if (!groups.has(group)) continue;
        const start = scanner.start;
        const kept = scanner
          .attributes()
          .filter(({ name }) => !["t", "ref", "si", "xml:space"].includes(name))
          .map((attribute) => ` ${scanner.text.slice(attribute.start, attribute.end)}`)
          .join("");
        const text = decodeEscapes(scanner.readText());
        members.push({ row, col, group, start, end: scanner.end, text, kept });
      }
    }
    return members;
  });
}
