import type { Observation } from "../../model/observation";
import { groupBy } from "./evidence";
import type { Keys } from "./keys";

/** The months of 上期, 下期 and the quarters, as the fiscal year runs. */
const SPANS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^上半?期/, [4, 5, 6, 7, 8, 9]],
  [/^下半?期/, [10, 11, 12, 1, 2, 3]],
  [/^第[1一]四半期/, [4, 5, 6]],
  [/^第[2二]四半期/, [7, 8, 9]],
  [/^第[3三]四半期/, [10, 11, 12]],
  [/^第[4四]四半期/, [1, 2, 3]],
];

/** 半期と月 — a total of a part of the year with its months. */
interface HalfSum {
  readonly axis: "month";
  readonly total: Observation;
  readonly parts: readonly Observation[];
  readonly rule: string;
}

/** 半期の合計をさがす — 上期計, 下期計 and quarters with the months they add up, where every one of those months stands beside them. */
export function sumsByHalf(observations: readonly Observation[], along: "row" | "col", keys: Keys): HalfSum[] {
  const totals = observations.filter((o) => o.period !== undefined && o.period.month === undefined && monthsOf(o) !== undefined);
  if (totals.length === 0) return [];
  const keyOf = (o: Observation): string => `${o[along]}|${keys.familyOf(o)}|${o.period?.year}|${keys.without(keys.groupOf(o), "bucket")}|${o.unit}`;
  const months = groupBy(
    observations.filter((o) => o.period?.month !== undefined),
    keyOf,
  );
  return totals.flatMap((total): HalfSum[] => {
    const span = monthsOf(total) ?? [];
    const parts = (months.get(keyOf(total)) ?? []).filter((o) => span.includes(o.period?.month ?? 0));
    if (parts.length !== span.length || new Set(parts.map((o) => o.period?.month)).size !== span.length) return [];
    return [{ axis: "month", total, parts, rule: `${total.table}|month|${along}|${along === "row" ? total.col : total.row}` }];
  });
}

function monthsOf({ group: { bucket } }: Observation): readonly number[] | undefined {
  return bucket === undefined ? undefined : SPANS.find(([named]) => named.test(bucket))?.[1];
}
