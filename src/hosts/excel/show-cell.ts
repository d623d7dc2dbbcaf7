import { readAddress, type CellRange, type Place } from "../../model/cell";
import { joinRanges } from "../join-ranges";
import { bundleAddresses, readArea } from "./addresses";
import { selectAreas } from "./newer-members";
import { refuseHiddenSheet, refuseMissingSheet } from "./refusals";
import { ask, type Patience } from "./run-excel";
import { cellRange } from "./targets";

/** 選択 — what is selected, and what its first cell shows. */
export interface ExcelSelection {
  readonly sheet: string;
  readonly range: CellRange;
  readonly text: string;
}

/**
 * セルを見せる — goes to the cell; the related cells on the same sheet are selected with it where this Excel can. Nothing is coloured.
 *
 * errors  HostRefusal when the sheet is hidden or gone
 */
export async function showCell(at: Place, related: readonly Place[], patience: Patience): Promise<void> {
  const found = await ask(({ workbook }) => {
    const sheet = workbook.worksheets.getItemOrNullObject(at.sheet);
    sheet.load("id,visibility");
    return () => (sheet.isNullObject ? null : { id: sheet.id, isVisible: sheet.visibility === "Visible" });
  }, patience);
  if (!found) throw refuseMissingSheet(at.sheet);
  if (!found.isVisible) throw refuseHiddenSheet(at.sheet);
  const others = joinRanges(related.filter(({ sheet, cell }) => sheet === at.sheet && cell !== at.cell).flatMap(({ cell }) => readCell(cell)));
  await ask(({ workbook }) => {
    const sheet = workbook.worksheets.getItem(found.id);
    sheet.activate();
    // The cell itself comes last in the request, so that it is the one in view.
    const [bundle] = others.length > 0 ? bundleAddresses([...readCell(at.cell), ...others], at.sheet) : [];
    if (!bundle || !selectAreas(sheet.getRanges(bundle.address).untrack())) sheet.getRange(at.cell).untrack().select();
    return () => undefined;
  }, patience);
}

/**
 * 選択を読む — the first range that is selected.
 *
 * none  null when no cell is selected, but a chart or a picture
 */
export async function readSelection(patience: Patience): Promise<ExcelSelection | null> {
  return ask(({ workbook }) => {
    const areas = workbook.getSelectedRanges().untrack();
    areas.load("address");
    const sheet = workbook.worksheets.getActiveWorksheet();
    sheet.load("name");
    const cell = workbook.getActiveCell().untrack();
    cell.load("text,address");
    return () => {
      const { name } = sheet;
      const active = readArea(cell.address);
      const ranges = areas.address.split(/,(?=(?:[^']|'[^']*')*$)/).flatMap((address) => readArea(address) ?? []);
      // The range that holds the active cell; a whole row or column is named by the cell alone.
      const range = ranges.find((one) => active && one.top <= active.top && one.bottom >= active.top && one.left <= active.left && one.right >= active.left) ?? active;
      return range ? { sheet: name, range, text: String(cell.text[0]?.[0] ?? "") } : null;
    };
  }, patience);
}

function readCell(cell: string): CellRange[] {
  const place = readAddress(cell);
  return place ? [cellRange(place.row, place.col)] : [];
}
