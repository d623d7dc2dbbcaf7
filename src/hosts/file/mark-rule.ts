import type { CellRange } from "../../model/cell";
import { readRange } from "./merges";
import type { XmlScanner } from "./xml-scanner";

/** 目印 — how the formula of a conditional format of ours begins its tag; N() of a text is 0, so it changes nothing. */
export const MARK_TAG = 'N("kpi-mark';

/** 目印の範囲を探す — from the open tag of <conditionalFormatting> to its close tag: its ranges when a rule in it is ours. */
export function findMarkRule(scanner: XmlScanner): CellRange[] {
  const ranges = scanner.attribute("sqref") ?? "";
  const depth = scanner.depth;
  let isOurs = false;
  while (scanner.next()) {
    if (scanner.kind === "close") {
      if (scanner.depth === depth) break;
    } else if (scanner.is("formula")) isOurs = scanner.readText().includes(MARK_TAG) || isOurs;
  }
  return isOurs ? ranges.split(/\s+/).flatMap((text) => readRange(text) ?? []) : [];
}
