import { groupKey, type Observation } from "../model/observation";
import { renderQuantity } from "../notation/render-quantity";
import type { Derivation } from "./divide";
import type { SourceIndex } from "./source-index";

/**
 * 日と時間を日にする — 9日と3時間 stands as text in its own cell; an empty cell of the same figure beside it takes the days as a number.
 *
 * none  undefined unless exactly one such text states this very figure
 */
export function deriveFromWords(cell: Observation, index: SourceIndex): Derivation | undefined {
  if (cell.unit !== "days") return undefined;
  const texts = index
    .around(cell)
    .filter((o) => o.indicator === cell.indicator && o.role === "value" && o.state === "value" && o.figure.days !== undefined && groupKey(o.group) === groupKey(cell.group));
  const [text] = texts;
  if (!text || texts.length > 1 || text.value === null) return undefined;
  const days = renderQuantity(text.value, "days");
  return { state: "value", value: text.value, formula: null, sources: [text], words: { ja: `${text.text.trim()} ＝ ${days.ja}`, en: `${text.text.trim()} = ${days.en}` } };
}
