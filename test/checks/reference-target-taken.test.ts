import { referenceTargetTaken } from "../../src/checks/reference-target-taken";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const none = tableOf(
  {},
  `
  | | R3 |
  | 率 | 0% |`,
);
const aside = { at: { sheet: "実績", cell: "A9" }, kind: "reference-target" as const, text: "次世代育成支援対策法の目標85%", table: 0 };
const own = { indicator: "childcare_leave_rate", kind: "direction-only" as const, text: "取得促進", at: { sheet: "実績", cell: "B9" } };

test.each(
  casesFor(referenceTargetTaken, {
    silent: [
      { because: "no reference, no doubt", reading: readingOf([none], { targets: [own] }) },
      {
        because: "the organisation made it its own in its own cell",
        reading: readingOf([none], { asides: [aside], targets: [{ ...own, kind: "every-year", value: 0.85, unit: "ratio", text: "85%以上" }] }),
      },
    ],
    speaks: [
      {
        because: "the label's 85% is not the target beside it",
        reading: readingOf([none], { asides: [aside], targets: [own] }),
        at: ["A9"],
        severity: "info",
        related: ["B9"],
        says: "自組織の目標は『取得促進』",
      },
      {
        because: "it was taken for the target",
        reading: readingOf([none], { asides: [aside], targets: [{ ...own, kind: "every-year", value: 0.85, unit: "ratio", text: "目標85%", at: aside.at }] }),
        at: ["A9"],
        says: "参考の目標",
      },
    ],
  }),
)("%s", (_, verify) => verify());
