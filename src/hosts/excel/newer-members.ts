/** Members newer than ExcelApi 1.14, each behind the requirement set it came with. */

/** 求める版 — the oldest set of members the add-in works with: Office 2021. */
export const NEEDED_SET = "1.14";

/** 版があるか — does this Excel have the members of this set? */
export function hasExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}

/**
 * 一度で元に戻せるように — options that make one undo step of a whole application.
 *
 * none  undefined in an Excel that does not know them (before 1.20): there our journal alone takes back
 */
export function mergedUndo(): Excel.RunOptions | undefined {
  return hasExcelApi("1.20") ? { mergeUndoGroup: true } : undefined;
}

/** 飛び地を選ぶ — selects several ranges at once; false in an Excel that cannot (before 1.18). */
export function selectAreas(areas: Excel.RangeAreas): boolean {
  if (!hasExcelApi("1.18") || typeof areas.select !== "function") return false;
  areas.select();
  return true;
}
