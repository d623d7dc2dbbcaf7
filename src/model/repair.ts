import type { Place } from "./cell";

/**
 * 直し — a number typed as text (3人) that can become a number and go on looking the same (3 under 0"人").
 *
 * shape  `format` is the number format code that shows `value` exactly as `text`
 */
export interface Repair {
  readonly at: Place;
  readonly indicator: string;
  /** As typed; the cell is left alone when it holds anything else. */
  readonly text: string;
  readonly value: number;
  readonly format: string;
}
