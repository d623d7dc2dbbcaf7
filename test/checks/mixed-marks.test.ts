import { mixedMarks } from "../../src/checks/mixed-marks";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (...cells: string[]) =>
  tableOf(
    { all: "partial_leave_rate" },
    `
  | | R1 | R2 | R3 | R4 |
  | 取得率 | ${cells.join(" | ")} |`,
  );
const legend = { at: { sheet: "実績", cell: "A9" }, mark: "－", state: "not-applicable" as const, text: "該当者がいない項目は「－」" };

test.each(
  casesFor(mixedMarks, {
    silent: [
      { because: "one mark throughout", reading: readingOf([rows("－", "－", "50%", "－")]) },
      { because: "採用なし is a meaning of its own", reading: readingOf([rows("－", "採用なし", "50%", "－")]) },
      { because: "with a legend another check speaks", reading: readingOf([rows("－", "該当者なし", "50%", "—")], { legends: [legend] }) },
    ],
    speaks: [{ because: "a word and two dashes", reading: readingOf([rows("該当者なし", "該当者なし", "－", "—")]), at: ["D2"], related: ["B2", "E2"], says: "3種類" }],
  }),
)("%s", (_, verify) => verify());
