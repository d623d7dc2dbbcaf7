import type { Profile } from "../model/profile";

/** 表示の桁に丸める — to the last digit shown, by the organisation's way of rounding; unchanged where nothing is rounded. */
export function roundAsShown(value: number, step: number | null, rounding: Profile["rounding"]): number {
  if (step === null || step <= 0) return value;
  const places = value / step;
  // 29.95 is not quite 29.95 in binary; no sheet means the difference.
  const nudge = 1e-9;
  const rounded = rounding === "down" ? Math.floor(places + nudge) : rounding === "up" ? Math.ceil(places - nudge) : Math.floor(places + 0.5 + nudge);
  return Number((rounded * step).toPrecision(12));
}
