import type { Sentence } from "../../model/finding";
import type { Observation } from "../../model/observation";

/** 表ごとに一度 — what could not be looked at need be said once a table, however many figures it has. */
export function oncePerTable(): (of: Observation, missing: Sentence) => boolean {
  const said = new Map<Sentence, Set<number>>();
  return ({ table }, missing) => {
    const tables = said.get(missing) ?? new Set<number>();
    if (tables.has(table)) return false;
    said.set(missing, tables.add(table));
    return true;
  };
}
