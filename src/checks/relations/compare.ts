import type { Observation } from "../../model/observation";
import type { Profile } from "../../model/profile";

/** 照合 — how a stated figure stands to a computed one at the digits shown. */
export type Agreement = "agrees" | "truncated" | "rounded-up" | "rounded" | "differs";

// Sums of decimals miss by a few units of the last binary place; no sheet shows that many digits.
const FUZZ = 1e-6;

/**
 * 表示桁での照合 — compares a stated figure with the computed one at the last digit shown.
 *
 * shape  agreement by another way of rounding than the profile's is named, so that it can be information only
 */
export function compareAtDigits(stated: Pick<Observation, "value" | "figure">, computed: number, rounding: Profile["rounding"]): Agreement {
  const value = stated.value;
  if (value === null || !Number.isFinite(computed)) return "differs";
  if (Math.abs(value - computed) <= 1e-9 * Math.max(1, Math.abs(computed))) return "agrees";
  const step = stated.figure.step ?? 1e-9;
  if (stated.figure.isApproximate && Math.abs(value - computed) <= step) return "agrees";
  const sign = computed < 0 ? -1 : 1;
  const shown = Math.round((sign * value) / step);
  const exact = (sign * computed) / step;
  const ways = { "half-up": Math.floor(exact + 0.5 + FUZZ), down: Math.floor(exact + FUZZ), up: Math.ceil(exact - FUZZ) };
  if (shown === ways[rounding]) return "agrees";
  if (shown === ways["half-up"]) return "rounded";
  if (shown === ways.down) return "truncated";
  if (shown === ways.up) return "rounded-up";
  return "differs";
}

/** 同じ数か — two stated figures that are the same at the coarser of their digits. */
export function isSameFigure(a: Pick<Observation, "value" | "figure">, b: Pick<Observation, "value" | "figure">): boolean {
  if (a.value === null || b.value === null) return false;
  const coarse = Math.max(stepOf(a), stepOf(b));
  const slack = a.figure.isApproximate || b.figure.isApproximate ? 1.5 : 1;
  return Math.abs(a.value - b.value) < coarse * slack + FUZZ * coarse || Math.abs(a.value - b.value) < 1e-9;
}

/** 最後の桁 — the size of the last digit shown; 0 when it is not known. */
export function stepOf(o: Pick<Observation, "figure">): number {
  return o.figure.step ?? 0;
}

/** 値のある観測か — state is a value, and the number is there. */
export function hasValue(o: Observation | undefined): o is Observation & { readonly value: number } {
  return o !== undefined && o.state === "value" && o.value !== null;
}
