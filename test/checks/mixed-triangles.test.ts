import { mixedTriangles } from "../../src/checks/mixed-triangles";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const table = (a: string, b: string) =>
  tableOf(
    { all: "annual_leave_avg_days unit=days measure=difference" },
    `
  | | R3 | R4 |
  | 増減 | ${a} | ${b} |`,
  );
const change = (text: string, cell: string) => ({ at: { sheet: "実績", cell }, kind: "change" as const, text, table: 0 });

test.each(
  casesFor(mixedTriangles, {
    silent: [
      { because: "▲ throughout", reading: readingOf([table("▲0.2日", "▲1.5日")]) },
      { because: "△ throughout", reading: readingOf([table("△0.2日", "△1.5日")]) },
      { because: "a bullet is no sign", reading: readingOf([table("▲0.2日", "0日")], { asides: [change("△ 制度の周知", "D2")] }) },
    ],
    speaks: [
      { because: "△ and ▲ in one row", reading: readingOf([table("△0.2日", "▲1.5日")]), at: ["B2"], related: ["C2"], says: "△と▲が混在" },
      {
        because: "in the changes beside the figures",
        reading: readingOf([table("0.2日", "1.5日")], { asides: [change("14.5日△10%", "D2"), change("12.9日▲1.5%", "E2")] }),
        at: ["D2"],
      },
      {
        because: "a reduction from no base year",
        reading: readingOf([table("1日", "2日")], {
          targets: [{ kind: "against-baseline", change: 0.1, text: "10%縮減", indicator: "overtime_reduction_rate", at: { sheet: "実績", cell: "B9" } }],
        }),
        at: ["B9"],
        says: "基準年度",
      },
    ],
  }),
)("%s", (_, verify) => verify());
