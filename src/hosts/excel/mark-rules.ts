import { cellKey } from "../cell-key";
import type { CellRange } from "../../model/cell";
import type { MarkedCells } from "../../model/edit";
import { groupMarks } from "../group-marks";
import { MARK_FILL, MARK_FORMULA, MARKED_TEXT } from "../mark";
import { bundleAddresses, readAreas } from "./addresses";
import { ifLoaded } from "./refusals";
import type { SheetNow } from "./sheet-now";
import { type MarkEdit } from "./targets";
import type { WriteStep } from "./write-cells";

/** 印の書き込み — the steps, and what was there before, known once they were run. */
export interface MarkWrites {
  readonly steps: readonly WriteStep[];
  readonly applied: number;
  readonly before: () => MarkedCells | null;
  /** The same where the steps were run only in part; `standing` are the ranges of rules that stand yet. none: undefined when Excel did not tell them */
  readonly beforeInPart: (standing: ReadonlyMap<string, readonly CellRange[]>) => MarkedCells | null | undefined;
}

const BYTES_TO_REMOVE = 1500;
const BYTES_TO_ADD = 2500;

/**
 * 印を付ける・消す — our rules on one sheet go, and those of the last edit come; nobody else's rule is touched.
 *
 * shape  one rule for each number format, since the symbol stands in front of the cell's own; last in priority, so that the user's rules keep theirs
 */
export function writeMarks(name: string, now: SheetNow, edits: readonly MarkEdit[]): MarkWrites {
  const last = edits.at(-1);
  const groups = last?.kind === "mark" ? groupMarks(last, (row, col) => now.cells.get(cellKey(row, col))?.format ?? "General") : [];
  const removed = now.ownRules.map(({ id, numberFormat }) => ({ id, numberFormat, areas: undefined as Excel.RangeAreas | undefined }));
  const removal = removed.map((rule): WriteStep => ({
    bytes: BYTES_TO_REMOVE,
    run: ({ workbook }) => {
      const found = workbook.worksheets.getItem(now.id).getRange().untrack().conditionalFormats.getItem(rule.id);
      rule.areas = found.getRanges().untrack();
      rule.areas.load("address");
      found.delete();
    },
  }));
  const others = now.rules - now.ownRules.length;
  const bundles = groups.flatMap(({ code, ranges }) => bundleAddresses(ranges, name).map(({ address }) => ({ code, address })));
  const addition = bundles.map(({ code, address }, index): WriteStep => ({
    bytes: BYTES_TO_ADD + address.length,
    run: (context) => addRule(context, now.id, address, code, others + index),
  }));
  return {
    steps: [...removal, ...addition],
    applied: edits.filter((edit) => (edit.kind === "mark" && edit.ranges.length > 0) || now.ownRules.length > 0).length,
    before: () => joinRules(removed.map(({ areas, numberFormat }) => ({ ranges: areas ? readAreas(areas.address, name) : [], numberFormat }))),
    beforeInPart: (standing) => {
      const rules = removed.flatMap(({ id, areas, numberFormat }) => {
        const ranges = standing.get(id) ?? ifLoaded(() => areas && readAreas(areas.address, name));
        return ranges ? [{ ranges, numberFormat }] : [];
      });
      return rules.length === removed.length ? joinRules(rules) : undefined;
    },
  };
}

/** In the order of the rules, so that marking these ranges again makes the same rules in the same order. */
function joinRules(rules: readonly { readonly ranges: readonly CellRange[]; readonly numberFormat: string }[]): MarkedCells | null {
  if (rules.length === 0) return null;
  return { ranges: rules.flatMap(({ ranges }) => ranges), numeric: rules.flatMap(({ ranges, numberFormat }) => (numberFormat === MARKED_TEXT ? [] : ranges)) };
}

function addRule({ workbook }: Excel.RequestContext, sheetId: string, address: string, code: string, priority: number): void {
  const sheet = workbook.worksheets.getItem(sheetId);
  const cells = address.includes(",") ? sheet.getRanges(address).untrack() : sheet.getRange(address).untrack();
  const rule = cells.conditionalFormats.add("Custom");
  rule.custom.rule.formula = `=${MARK_FORMULA}`;
  rule.custom.format.fill.color = `#${MARK_FILL}`;
  rule.custom.format.font.bold = true;
  rule.custom.format.numberFormat = code;
  // A new rule comes first; with this it moves behind all others. After it the object may not be used any more.
  rule.priority = priority;
}
