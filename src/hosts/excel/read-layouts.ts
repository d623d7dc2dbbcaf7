import type { CellRange } from "../../model/cell";
import type { Sheet } from "../../model/workbook";
import { HostRefusal } from "../host";
import { OWN_DATA_NAMESPACE } from "../own-data-xml";
import { readAreas } from "./addresses";
import { readMergesInBands } from "./read-merges";
import { ask, type Patience } from "./run-excel";

/** シートの事実 — what the workbook says of a sheet before anything is asked of the sheet itself. */
export interface SheetFacts {
  readonly id: string;
  readonly name: string;
  readonly visibility: Sheet["visibility"];
  readonly isProtected: boolean;
}

/** 使われている範囲 — how far the cells of a sheet reach that hold something. */
export interface Extent {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly cols: number;
  /** null where some are hidden and some are not. */
  readonly rowHidden: boolean | null;
  readonly columnHidden: boolean | null;
}

/** ブックの骨組み — how far the sheets reach, their merges, and our own data. */
export interface Layouts {
  /** undefined where a sheet is empty. */
  readonly extents: readonly (Extent | undefined)[];
  /** XML of the custom parts that carry our namespace. */
  readonly ownData: readonly string[];
  /** null where Excel did not tell. */
  readonly merges: readonly (readonly CellRange[] | null)[];
}

/** 事実を尋ねる — the sheets and what concerns the whole workbook, as one question. */
export function askFacts(context: Excel.RequestContext): () => { sheets: SheetFacts[]; name: string; date1904: boolean; ownData: string[] } {
  const { workbook } = context;
  const { worksheets } = workbook;
  workbook.load("name");
  worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  // No member tells which origin dates count from; the second day of 1904 has the number 1 with the later one.
  const day = workbook.functions.date(1904, 1, 2);
  day.load("value");
  const parts = workbook.customXmlParts.getByNamespace(OWN_DATA_NAMESPACE);
  parts.load("items/id");
  return () => ({
    name: workbook.name,
    date1904: day.value === 1,
    ownData: parts.items.map(({ id }) => id),
    sheets: worksheets.items.map(({ id, name, visibility, protection }) => ({
      id,
      name,
      visibility: visibility === "Visible" ? "visible" : visibility === "Hidden" ? "hidden" : "very-hidden",
      isProtected: protection.protected,
    })),
  });
}

/**
 * 骨組みを尋ねる — in one round trip; in three where a sheet has more merges than Excel tells at once.
 *
 * errors  HostRefusal; the reason of the signal when it ends the reading
 */
export async function askLayouts(sheets: readonly SheetFacts[], parts: readonly string[], patience: Patience, signal?: AbortSignal): Promise<Layouts> {
  try {
    return await ask((context) => askExtents(context, sheets, parts, true), patience, signal);
  } catch (error) {
    // More than 512 merges on one sheet, or an Excel without this member, fail the whole batch.
    if (!(error instanceof HostRefusal) || error.reason === "cell-being-edited") throw error;
  }
  const layouts = await ask((context) => askExtents(context, sheets, parts, false), patience, signal);
  const reach = layouts.extents.map((extent) => extent && { top: 0, left: 0, bottom: extent.top + extent.rows - 1, right: extent.left + extent.cols - 1 });
  return { ...layouts, merges: await readMergesInBands(sheets, reach, patience, signal) };
}

function askExtents(context: Excel.RequestContext, sheets: readonly SheetFacts[], parts: readonly string[], hasMerges: boolean): () => Layouts {
  const { workbook } = context;
  const xml = parts.map((id) => workbook.customXmlParts.getItem(id).getXml());
  const asked = sheets.map(({ id }) => {
    const sheet = workbook.worksheets.getItem(id);
    const used = sheet.getUsedRangeOrNullObject(true).untrack();
    used.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden");
    const merged = hasMerges ? sheet.getRange().untrack().getMergedAreasOrNullObject().untrack() : undefined;
    merged?.load("address");
    return { used, merged };
  });
  return () => ({
    ownData: xml.map(({ value }) => value),
    extents: asked.map(({ used }) => (used.isNullObject ? undefined : toExtent(used))),
    merges: asked.map(({ merged }, index) => (merged ? (merged.isNullObject ? [] : readAreas(merged.address, sheets[index]!.name)) : null)),
  });
}

function toExtent({ rowIndex, columnIndex, rowCount, columnCount, rowHidden, columnHidden }: Excel.Range): Extent {
  return { top: rowIndex, left: columnIndex, rows: rowCount, cols: columnCount, rowHidden, columnHidden };
}
