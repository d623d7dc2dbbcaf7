import type { Observation } from "../model/observation";

/** 主な指標 — what a table is about. */
export interface MainSubject {
  readonly indicator: string;
  readonly group: Observation["group"];
}

/** 主な指標を見つける — what most of a table's values speak of, and of which sex. */
export function findMainSubject(observations: readonly Pick<Observation, "indicator" | "role" | "group">[]): MainSubject | undefined {
  const count = new Map<string, MainSubject & { times: number }>();
  for (const { role, indicator, group } of observations) {
    if (role !== "value") continue;
    const key = group.sex ? `${indicator}|${group.sex}` : indicator;
    const known = count.get(key);
    if (known) known.times++;
    else count.set(key, { times: 1, indicator, group: group.sex ? { sex: group.sex } : {} });
  }
  return [...count.values()].sort((a, b) => b.times - a.times)[0];
}
