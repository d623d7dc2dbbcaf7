import type { Place } from "./cell";
import type { Group } from "./observation";
import type { Period } from "./period";

/**
 * 補完 — a derived figure offered for an empty cell.
 *
 * shape  `formula` starts with "="; null when the sources are texts, then only the value can be written
 */
export interface Fill {
  readonly at: Place;
  readonly indicator: string;
  readonly period: Period | undefined;
  readonly group: Group;
  readonly state: "value" | "not-applicable" | "unknown";
  readonly value: number | null;
  /** What the cell itself takes where that is not `value`: 66.7 for 0.667 in a line kept in percent without the sign. */
  readonly entered?: number;
  readonly formula: string | null;
  /** Number format code for the cell, null to leave its own. */
  readonly format: string | null;
  readonly sources: readonly Place[];
  /** The arithmetic in words: 取得人数 1人 ÷ 育休からの復帰人数 2人. */
  readonly derivation: { readonly ja: string; readonly en: string };
}
