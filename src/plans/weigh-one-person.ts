import type { Actual } from "./actual";

/** Changes that nobody would take for more than chance need no word. unit  ratio */
const WORTH_A_WORD = 0.05;

/**
 * 1人分の変化 — how far a rate moved, where it moved far and yet no further than one person moves it.
 *
 * unit  ratio, of either sign
 * none  null where it hardly moved, or by more than one person
 */
export function weighOnePerson(before: NonNullable<Actual["counts"]>, now: NonNullable<Actual["counts"]>): number | null {
  const moved = now.numerator / now.denominator - before.numerator / before.denominator;
  const fewest = Math.min(before.denominator, now.denominator);
  return Math.abs(moved) >= WORTH_A_WORD - 1e-9 && Math.abs(moved) <= 1 / fewest + 1e-9 ? moved : null;
}
