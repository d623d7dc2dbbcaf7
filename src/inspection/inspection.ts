import type { Fill } from "../model/fill";
import type { Finding, NotChecked } from "../model/finding";
import type { Judgement } from "../model/plan";
import type { Profile } from "../model/profile";
import type { Repair } from "../model/repair";
import type { Reading } from "../model/reading";
import type { AcceptedFinding } from "./accepted";

/** 点検の結果 — everything one look at a workbook gives; plain data, survives structured cloning. */
export interface Inspection {
  readonly name: string;
  readonly sheets: readonly { readonly name: string; readonly cells: number; readonly isProtected: boolean; readonly visibility: "visible" | "hidden" | "very-hidden" }[];
  /** ISO date of the look: years that have not ended yet are not due. */
  readonly asOf: string;
  readonly profile: Profile;
  readonly reading: Reading;
  /** Those that stand: nobody gave a reason, or the reason no longer holds. */
  readonly findings: readonly Finding[];
  /** Those whose reason holds: nothing else takes them into account. */
  readonly accepted: readonly AcceptedFinding[];
  readonly notChecked: readonly NotChecked[];
  /** Checks that broke on this workbook: our mistake, said with the check's id. */
  readonly failures: readonly { readonly check: string; readonly error: string }[];
  readonly fills: readonly Fill[];
  readonly repairs: readonly Repair[];
  readonly judgements: readonly Judgement[];
}
