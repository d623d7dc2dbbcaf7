import type { Observation } from "../../model/observation";
import { groupKey } from "../../model/observation";
import { groupBy } from "./evidence";
import type { Figures } from "./figures";

/** 伸び率と人数 — a growth figure with the counts of its own and of the previous year. */
export interface GrowthCase {
  readonly growth: Observation;
  readonly current: Observation | undefined;
  readonly previous: Observation | undefined;
  /** Some count stands in the growth figure's own table and year, so that one may look for the year before. */
  readonly hasCounts: boolean;
}

/** 伸び率をさがす — growth of the number of women by grade (or of whatever counts stand in the same column), year on year. */
export function findGrowth(figures: Figures): GrowthCase[] {
  const growths = figures.pick((kind) => kind.measure === "growth" && kind.role !== "target" && !kind.isMergedCopy);
  if (growths.length === 0) return [];
  const counts = figures.pick((kind) => kind.role === "numerator" && kind.unit === "people");
  const byCoordinates = groupBy(counts, (o) => `${o.period?.kind}|${o.period?.year}|${groupKey(o.group)}`);
  const byTable = groupBy(counts, (o) => `${o.table}|${o.period?.year}`);
  const find = (growth: Observation, year: number): Observation | undefined => {
    const found = byCoordinates.get(`${growth.period?.kind}|${year}|${groupKey(growth.group)}`) ?? [];
    const same = found.filter((o) => o.table === growth.table);
    const indicators = new Set(found.map((o) => o.indicator));
    return same[0] ?? (indicators.size === 1 ? found[0] : found.find((o) => o.indicator === "female_rate_by_grade"));
  };
  return growths
    .filter((growth) => growth.period !== undefined)
    .map((growth) => {
      const year = growth.period?.year ?? 0;
      return { growth, current: find(growth, year), previous: find(growth, year - 1), hasCounts: byTable.has(`${growth.table}|${year}`) };
    });
}
