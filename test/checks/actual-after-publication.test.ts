import { actualAfterPublication } from "../../src/checks/actual-after-publication";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (table: string) => tableOf({ all: "annual_leave_avg_days unit=days" }, table);
const published = { texts: [{ at: { sheet: "実績", cell: "A9" }, text: "公表日：平成30年7月" }] };

test.each(
  casesFor(actualAfterPublication, {
    silent: [
      {
        because: "years begun by today",
        reading: readingOf([
          rows(`
      | | R6 | R7 | R8 |
      | 平均 | 11日 | 12日 | 3日 |`),
        ]),
      },
      {
        because: "blanks wait for their year",
        reading: readingOf([
          rows(`
      | | R6 | R9 |
      | 平均 | 11日 | |`),
        ]),
      },
      {
        because: "a forecast says so",
        reading: readingOf([
          rows(`
      | | R6 | R9 見込 :: R9 |
      | 平均 | 11日 | 12日 |`),
        ]),
      },
      {
        because: "targets are for years to come",
        reading: readingOf([
          rows(`
      | | R6 | R9 |
      | 平均 | 11日 | |
      | 目標 :: target | 12日 | 12日 |`),
        ]),
      },
      {
        because: "published after the last year",
        reading: readingOf(
          [
            rows(`
      | | H28 | H29 |
      | 平均 | 11日 | 12日 |`),
          ],
          published,
        ),
      },
      {
        because: "the date of the plan itself is older than all its actuals",
        reading: readingOf(
          [
            rows(`
      | | R3 | R4 |
      | 平均 | 11日 | 12日 |`),
          ],
          published,
        ),
      },
    ],
    speaks: [
      {
        because: "令和10年度 has not begun",
        reading: readingOf([
          rows(`
      | | R6 | R7 | R10 |
      | 平均 | 11日 | 12日 | 13日 |`),
        ]),
        at: ["D2"],
        says: "令和10年度",
      },
      {
        because: "an actual for 2020年度 published in July 2018",
        reading: readingOf(
          [
            rows(`
      | | H28年度 | H29年度 | R2年度 |
      | 平均 | 10.6日 | 11日 | 12日 |`),
          ],
          published,
        ),
        at: ["D2"],
        related: ["A9"],
        says: "公表〔平成30年7月〕",
      },
      {
        because: "a lone figure of the future may be a target",
        reading: readingOf([
          rows(`
      | | R12 |
      | 平均 | 13日 |`),
        ]),
        at: ["B2"],
        severity: "warning",
      },
    ],
  }),
)("%s", (_, verify) => verify());
