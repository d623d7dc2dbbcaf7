import type { Observation } from "../model/observation";
import { renderQuantity } from "../notation/render-quantity";
import type { Derivation } from "./divide";
import { nameOf } from "./amount";
import { isSamePopulation, type SourceIndex } from "./source-index";
import { isReckonable, writeReference } from "./write-formula";

/**
 * 男女の差を導く — women's figure less men's, for years of service and the like; not for rates, whose difference is in points.
 *
 * none  undefined unless one figure for women and one for men stand in the same table and period
 */
export function deriveDifference(cell: Observation, index: SourceIndex): Derivation | undefined {
  if (index.indicator(cell.indicator)?.shape !== "difference" || cell.group.sex !== undefined || cell.unit === "ratio" || cell.unit === "points") return undefined;
  const figures = index
    .around(cell)
    .filter(
      (o) => o.id !== cell.id && o.indicator === cell.indicator && o.unit === cell.unit && o.state === "value" && o.value !== null && isSamePopulation(o.group, cell.group, true),
    );
  const women = figures.filter((o) => o.group.sex === "female");
  const men = figures.filter((o) => o.group.sex === "male");
  if (women.length !== 1 || men.length !== 1) return undefined;
  const [woman, man] = [women[0]!, men[0]!];
  const value = woman.value! - man.value!;
  const isLive = isReckonable(woman) && isReckonable(man);
  const said = { women: renderQuantity(woman.value!, cell.unit), men: renderQuantity(man.value!, cell.unit), result: renderQuantity(value, cell.unit) };
  return {
    state: "value",
    value,
    formula: isLive ? `=${writeReference(cell.at.sheet, woman)}-${writeReference(cell.at.sheet, man)}` : null,
    sources: [woman, man],
    words: {
      ja: `${nameOf(woman).ja} ${said.women.ja} − ${nameOf(man).ja} ${said.men.ja} ＝ ${said.result.ja}`,
      en: `${nameOf(woman).en} ${said.women.en} − ${nameOf(man).en} ${said.men.en} = ${said.result.en}`,
    },
  };
}
