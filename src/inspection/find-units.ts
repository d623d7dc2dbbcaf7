import { type Place, placeKey } from "../model/cell";
import type { Unit } from "../model/figure";
import type { Observation } from "../model/observation";

/** セルの単位を引く — the unit a cell's figure is shown in; of 100%（1人/1人）, that of the rate. */
export type UnitAt = (at: Place) => Unit | undefined;

/** セルの単位を調べる — one look-up for all cells that state a figure. */
export function findUnits(observations: readonly Observation[]): UnitAt {
  const units = new Map<string, Unit>();
  for (const { role, at, unit } of observations) {
    const key = placeKey(at);
    if (role === "value" || !units.has(key)) units.set(key, unit);
  }
  return (at) => units.get(placeKey(at));
}
