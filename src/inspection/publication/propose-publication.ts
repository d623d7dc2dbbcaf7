import type { Edit } from "../../model/edit";
import type { Sentence } from "../../model/finding";
import type { Workbook } from "../../model/workbook";
import { proposeSheet } from "../own-sheets/propose-sheet";
import { tellSheets } from "../own-sheets/tell-sheets";
import type { Inspection } from "../inspection";
import type { NameOf } from "../render-about";
import { findSmallNumbers, listWithheld } from "./find-small-numbers";
import { isPublishable, listPublication, type Publication } from "./publication-rows";
import { makePublicationSheet, MEASURES_HEAD } from "./publication-sheet";
import { writePublicationText } from "./publication-text";
import { makeTidySheet } from "./tidy-table";

/** シートと知らせ — edits, and what is to be told once they are applied. */
export interface ToldEdits {
  readonly edits: readonly Edit[];
  readonly told: readonly Sentence[];
}

/** More rows than this are for statistics tools: they get the file of the command line. */
const MOST_ROWS = 20_000;

/**
 * 公表用の表の変更 — the sheet of the public list as edits; what people wrote into 取組内容 stays.
 *
 * shape  `suppresses` leaves out the figures of cells from which a person may be known
 * none   undefined when there is neither a target nor a figure to publish
 */
export function publicationEdits(
  inspection: Inspection,
  workbook: Pick<Workbook, "name" | "sheets">,
  nameOf: NameOf,
  { suppresses = false }: { readonly suppresses?: boolean } = {},
): ToldEdits | undefined {
  const publication = listFor(inspection, workbook, nameOf, suppresses);
  if (!publication) return undefined;
  const order = { publication, workbook: workbook.name, asOf: inspection.asOf };
  const { edits, sheet, changes } = proposeSheet(workbook, "公表用", "publication", [MEASURES_HEAD], (making) => makePublicationSheet({ ...order, ...making }), {
    isLinkKept: false,
  });
  return { edits, told: tellSheets({ sheets: [sheet], changes }) };
}

/**
 * 公表用の文字 — the same list as text to copy.
 *
 * none  undefined when there is neither a target nor a figure to publish
 */
export function publicationText(
  inspection: Inspection,
  workbook: Pick<Workbook, "sheets">,
  nameOf: NameOf,
  { suppresses = false }: { readonly suppresses?: boolean } = {},
): string | undefined {
  const publication = listFor(inspection, workbook, nameOf, suppresses);
  return publication && writePublicationText(publication);
}

function listFor(inspection: Inspection, workbook: Pick<Workbook, "sheets">, nameOf: NameOf, suppresses: boolean): Publication | undefined {
  const withheld = suppresses ? listWithheld(findSmallNumbers(inspection, workbook), inspection.fills) : undefined;
  const publication = listPublication(inspection, nameOf, withheld);
  return isPublishable(publication) ? publication : undefined;
}

/**
 * 読み取り一覧の変更 — the tidy long table as a sheet.
 *
 * none  "too-long" for more rows than anybody looks at in a workbook; undefined when nothing was read
 */
export function tidyEdits(inspection: Inspection, workbook: Pick<Workbook, "sheets">, nameOf: NameOf): ToldEdits | "too-long" | undefined {
  const rows = inspection.reading.observations.length;
  if (rows === 0) return undefined;
  if (rows > MOST_ROWS) return "too-long";
  const { edits, sheet } = proposeSheet(workbook, "読み取り一覧", "tidy", [], (making) => makeTidySheet({ ...making, inspection, nameOf }), { isLinkKept: false, firstRow: 1 });
  return { edits, told: tellSheets({ sheets: [sheet], changes: [] }) };
}
