/** 要素の順 — children of a worksheet in the order its schema wants them. source  ECMA-376 Part 1, CT_Worksheet */
export const WORKSHEET_ORDER = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
] as const;

/** ブックの要素の順 — children of the workbook up to its calculation. source  ECMA-376 Part 1, CT_Workbook */
export const WORKBOOK_ORDER = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "AlternateContent",
  "revisionPtr",
  "absPath",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
  "calcPr",
] as const;

/** 書式の要素の順 — children of the style sheet. source  ECMA-376 Part 1, CT_Stylesheet */
export const STYLES_ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors"] as const;

/**
 * 入れる場所 — where a new child goes: behind the last one that is to stand before it or beside it.
 *
 * shape  `children` in the order of the source; `openEnd` is the place right behind the open tag of the parent
 */
export function findInsertion(order: readonly string[], local: string, children: readonly { readonly local: string; readonly end: number }[], openEnd: number): number {
  const before = new Set(order.slice(0, order.indexOf(local) + 1));
  return children.findLast((child) => before.has(child.local))?.end ?? openEnd;
}
