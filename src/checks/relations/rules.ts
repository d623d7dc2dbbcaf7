import type { Observation } from "../../model/observation";

/** 読み方の番号 — one number for figures of a table whose counts lie the same way from them: they were read by one rule. */
export type RuleOf = (from: Observation, a: Observation | undefined, b?: Observation) => number;

const NOWHERE = 0;
// Tables and ways are far fewer; a product of two stays below 2^53.
const MOST = 2 ** 26;

/** 読み方に番号を振る — equal rules have equal numbers. */
export function numberRules(): RuleOf {
  const ways = new Map<number, number>();
  const pairs = new Map<number, number>();
  const wayOf = (from: Observation, to: Observation | undefined): number => (to ? numberOf(ways, (to.row - from.row) * MOST + (to.col - from.col)) + 1 : NOWHERE);
  return (from, a, b) => (from.table + 2) * MOST + (a || b ? numberOf(pairs, wayOf(from, a) * MOST + wayOf(from, b)) + 1 : NOWHERE);
}

function numberOf(known: Map<number, number>, key: number): number {
  let number = known.get(key);
  if (number === undefined) known.set(key, (number = known.size));
  return number;
}
