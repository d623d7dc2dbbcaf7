import type { Severity } from "../model/finding";
import { defineCheck } from "./define-check";

/**
 * 取り違えた参考値 — a national target in a label that may be taken for the organisation's own.
 *
 * looks at  reference targets in labels, with the organisation's own target of the same row
 * silent    labels without one; own targets that only repeat it in their own cell
 * source    R42 in the catalogue of checks
 */
export const referenceTargetTaken = defineCheck({
  id: "reference-target-taken",
  severity: "warning",
  cause: "target",
  needs: ["reading"],
  *run({ reading }) {
    for (const aside of reading.asides) {
      if (aside.kind !== "reference-target") continue;
      const row = /\d+$/.exec(aside.at.cell)?.[0];
      const beside = reading.targets.filter((t) => t.at.sheet === aside.at.sheet && /\d+$/.exec(t.at.cell)?.[0] === row);
      const taken = beside.find((t) => t.at.cell === aside.at.cell && t.value !== null && aside.text.includes(t.text));
      const own = beside.find((t) => t.at.cell !== aside.at.cell);
      if (!taken && own && own.value !== null && aside.text.includes(own.text.normalize("NFKC").replace(/以上|以下|以内/g, ""))) continue;
      const severity: Severity = taken ? "warning" : "info";
      yield { at: aside.at, related: own ? [own.at] : [], severity, facts: { reference: aside.text.replace(/\s+/g, " ").slice(0, 40), own: own?.text ?? "" } };
    }
  },
  say: {
    ja: (f) => `〔${f.reference}〕は参考の目標です。${f.own === "" ? "自組織の目標はこの行に見つかりません。" : `自組織の目標は『${f.own}』として扱います。`}`,
    en: (f) => `"${f.reference}" is a reference target. ${f.own === "" ? "No target of your own was found in this row." : `Your own target is taken to be "${f.own}".`}`,
  },
});
