import { type Place, placeKey } from "../../model/cell";
import type { Inspection } from "../inspection";

/** 公表しない数値の語 — what stands in place of a figure that an error speaks of. */
export const TO_CONFIRM = "要確認";
/** 伏せた数値の印 — what stands in place of a figure from which a person may be known. */
export const WITHHELD = "＊";

/** 代わりの語を探す — what stands instead of the figure of a cell: an error stands there, or few people do; undefined where the figure may be shown. */
export function findInstead({ findings }: Pick<Inspection, "findings">, withheld: ReadonlySet<string>): (at: Place) => string | undefined {
  const doubted = new Set(findings.filter(({ severity }) => severity === "error").map(({ at }) => placeKey(at)));
  return (at) => (withheld.has(placeKey(at)) ? WITHHELD : doubted.has(placeKey(at)) ? TO_CONFIRM : undefined);
}
