import type { WorkbookPart } from "./assemble-workbook";

/** 読み取りの聞き手 — who takes the parts, and how the reading goes on and ends. */
export interface PartsListener {
  readonly onPart: (part: WorkbookPart) => void;
  readonly progress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}
