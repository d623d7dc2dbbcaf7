/** シートへの参照の形 — matches formulas that refer to cells of this sheet, quoted or not, alone or in a row of sheets. */
export function matchReference(sheet: string): RegExp {
  const inner = sheet.replace(/'/g, "''").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?:^|[^\\p{L}\\p{N}_.])${inner}(?:'?!|:[^!,()]*!)`, "iu");
}
