import type { CellRange } from "../../../src/model/cell";
import type { Host } from "../../../src/hosts/host";
import type { Workbook } from "../../../src/model/workbook";
import { readTextRange, readTextWorkbook } from "../../support/text-workbook";

/** 契約のブック — a workbook of the suite, with what a text workbook cannot say. */
export interface ContractBook {
  readonly workbook: Workbook;
  /** Conditional formats of the user's: always over a whole range, by a formula. */
  readonly usersRules: readonly { readonly sheet: string; readonly range: CellRange; readonly formula: string }[];
  /** Array formulas over more than one cell. */
  readonly arrays: readonly { readonly sheet: string; readonly range: CellRange }[];
  readonly isStructureLocked: boolean;
}

/** 規則 — a conditional format as the suite compares it, whoever wrote it. */
export interface RuleSeen {
  /** Without "=". */
  readonly formula: string;
  /** As written: "A1:B2 C3". */
  readonly ranges: string;
  readonly format: string | null;
}

/** 試されるホスト — a host on its own workbook, and what the suite may see of that workbook from outside. */
export interface HostUnderTest {
  readonly host: Host;
  /** Everything in the workbook; equal exactly while nothing in it has changed. */
  picture(): unknown;
  /** What the workbook comes to for people; equal too where only the numbers differ by which a file refers to its own tables. */
  meaning(): unknown;
  /** Conditional formats of a sheet, first in precedence first. */
  rules(sheet: string): readonly RuleSeen[];
  close(): void;
}

/** ホストの開き方 — makes a host on a workbook of its own. */
export type OpenHost = (book: ContractBook) => Promise<HostUnderTest>;

/** 見本のブック — two tables, a note over merged cells, something hidden, a protected and a hidden sheet. */
export const TEXT = `
== sheet 実績
| 区分 | R4 | R5 | R6 |
| 取得者数 | 3<0"人"> | 5<0"人"> | 4人 |
| 対象者数 | 8<0"人"> | 9<0"人"> | |
| 取得率 | =B2/B3 → 0.375<0.0%> | 0.556<0.0%> | |
| 備考 | 該当者なし | 12.5 | "10" |
@ A7
| 注　結合したセルです。 |
merge A7:C8
hidden row 5
hidden col D
== sheet It's 別表
@ C4
| 日数 | 9.5<0.0"日"> |
== sheet 保護 ; protected
| 計 | 1 |
== sheet 控え ; hidden
| 控え | 2 |
`;

/** 見本を読む — the book of the suite, with more to it where a case needs that. */
export function contractBook(more: Partial<ContractBook> & { readonly text?: string } = {}): ContractBook {
  const { text = TEXT, ...rest } = more;
  return { workbook: readTextWorkbook(text, "行動計画.xlsx").workbook, usersRules: [], arrays: [], isStructureLocked: false, ...rest };
}

/** 範囲 — ranges by their addresses. */
export function ranges(...addresses: readonly string[]): CellRange[] {
  return addresses.map(readTextRange);
}
