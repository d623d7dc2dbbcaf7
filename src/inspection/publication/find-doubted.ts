import type { Place } from "../../model/cell";
import type { Inspection } from "../inspection";

/** 公表しない数値の語 — what stands in place of a figure that an error speaks of. */
export const TO_CONFIRM = "要確認";

/** 疑わしいセルを探す — whether an error stands at a cell, so that its figure is not for the public before people settled it. */
export function findDoubted({ findings }: Pick<Inspection, "findings">): (at: Place) => boolean {
  const doubted = new Set(findings.filter(({ severity }) => severity === "error").map(({ at }) => `${at.sheet}!${at.cell}`));
  return ({ sheet, cell }) => doubted.has(`${sheet}!${cell}`);
}
