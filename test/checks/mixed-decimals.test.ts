import { mixedDecimals } from "../../src/checks/mixed-decimals";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (...cells: string[]) =>
  readingOf([
    tableOf(
      { all: "annual_leave_rate" },
      `
  | | R1 | R2 | R3 |
  | 取得率 | ${cells.join(" | ")} |`,
    ),
  ]);

test.each(
  casesFor(mixedDecimals, {
    silent: [
      { because: "one decimal throughout", reading: rows("60.9%", "41.0%", "8.0%") },
      { because: "0% and 100% need none", reading: rows("60.9%", "0%", "100%") },
    ],
    speaks: [{ because: "60.90% and 41%", reading: rows("60.90%", "41%", "8%"), at: ["C2"], related: ["B2", "D2"] }],
  }),
)("%s", (_, verify) => verify());
