import { buildParts, type BuiltSheet } from "../support/xlsx-builder";

/** 攻撃 — a file, or settings beside it, that means harm or was made by a mistake. */
export interface Attack {
  readonly name: string;
  /** The file; made only when its turn comes, since some are large. */
  readonly make: () => Uint8Array;
  /** Settings given with it. */
  readonly profile?: string;
  /** What has to come of it; "either" where both are right. */
  readonly expected: "read" | "refused" | "either";
}

/** 普通の表 — a small table of leave, in which something is found, filled and missed. */
export const PLAIN_ROWS = [
  ["特定事業主行動計画　計画期間：令和3年度～令和7年度"],
  ["男性の育児休業取得率（目標：令和7年度までに50%以上）"],
  ["区分", "令和4年度", "令和5年度", "令和6年度"],
  ["対象者数（人）", 10, 20, 20],
  ["取得者数（人）", 4, 6, 12],
  ["取得率", 0.4, 0.3],
] as const;

/** 行の書き方 — cells as the inner XML of <sheetData>. */
export function writeRows(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => writeCell(value, `${String.fromCharCode(65 + c)}${r + 1}`)).join("")}</row>`).join("");
}

function writeCell(value: string | number, at: string): string {
  if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${value.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</t></is></c>`;
}

/** 普通の部品 — the parts of a workbook with the plain table, changed in one place. */
export function plainParts(sheet: Partial<BuiltSheet> = {}, more: Omit<Parameters<typeof buildParts>[0], "sheets"> = {}): { [name: string]: string | Uint8Array } {
  return buildParts({ sheets: [{ name: "実績", rows: writeRows(PLAIN_ROWS), ...sheet }], ...more });
}

export const SHEET = "xl/worksheets/sheet1.xml";
