import { targetWordsInActual } from "../../src/checks/target-words-in-actual";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (cell: string, role = "value") =>
  readingOf([
    tableOf(
      { all: `childcare_leave_rate sex=male ${role}` },
      `
  | | R3 |
  | 取得率 | ${cell} |`,
    ),
  ]);

test.each(
  casesFor(targetWordsInActual, {
    silent: [
      { because: "a plain figure", reading: rows("7.7%") },
      { because: "targets may say 以上", reading: rows("10%以上", "target") },
    ],
    speaks: [{ because: "男性7.7%以上 is no actual", reading: rows("7.7%以上"), at: ["B2"], says: "『以上』" }],
  }),
)("%s", (_, verify) => verify());
