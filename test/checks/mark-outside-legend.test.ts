import { markOutsideLegend } from "../../src/checks/mark-outside-legend";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (...cells: string[]) =>
  tableOf(
    { all: "partial_leave_rate" },
    `
  | | R1 | R2 | R3 |
  | 取得率 | ${cells.join(" | ")} |`,
  );
const legends = [{ at: { sheet: "実績", cell: "A9" }, mark: "－", state: "not-applicable" as const, text: "該当者がいない項目は「－」" }];

test.each(
  casesFor(markOutsideLegend, {
    silent: [
      { because: "the legend's own mark", reading: readingOf([rows("－", "50%", "－")], { legends }) },
      { because: "no legend", reading: readingOf([rows("—", "50%", "該当者なし")]) },
    ],
    speaks: [
      { because: "another dash and a word", reading: readingOf([rows("－", "—", "該当者なし")], { legends }), at: ["A9"], related: ["C2", "D2"], says: "『－』で表すとしています" },
    ],
  }),
)("%s", (_, verify) => verify());
