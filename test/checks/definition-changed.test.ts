import { definitionChanged } from "../../src/checks/definition-changed";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (table: string, all = "child_nursing_leave_rate") => readingOf([tableOf({ all }, table)]);

test.each(
  casesFor(definitionChanged, {
    silent: [
      {
        because: "all years before the change",
        reading: rows(`
      | | R4 | R5 | R6 |
      | 取得率 | 50% | 60% | 70% |`),
      },
      {
        because: "all years after it",
        reading: rows(`
      | | R7 | R8 |
      | 取得率 | 50% | 60% |`),
      },
      {
        because: "another leave did not change",
        reading: rows(
          `
      | | R6 | R7 |
      | 取得率 | 50% | 60% |`,
          "spouse_birth_leave_rate",
        ),
      },
    ],
    speaks: [
      {
        because: "from 令和7年度 the leave is wider",
        reading: rows(`
      | | R5 | R6 | R7 |
      | 取得率 | 50% | 60% | 90% |`),
        at: ["D2"],
        related: ["C2"],
        says: "単純に比較できません",
      },
    ],
  }),
)("%s", (_, verify) => verify());
