import { growthWithoutBase } from "../../src/checks/growth-without-base";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const grades = (day: string, rows: string) =>
  tableOf(
    { sheet: day, all: `${day} female_rate_by_grade` },
    `
  | | 4級 :: grade=4級 | 5級 :: grade=5級 |
  ${rows}`,
  );
const GROWTH = "| 伸び率 :: female_grade_growth measure=growth";

test.each(
  casesFor(growthWithoutBase, {
    silent: [
      {
        because: "two women after one are +100%",
        reading: readingOf([
          grades("R3.4.1", "| 女性人数 :: numerator | 1人 | 4人 |"),
          grades(
            "R4.4.1",
            `| 女性人数 :: numerator | 2人 | 3人 |
      ${GROWTH} | 100% | -25% |`,
          ),
        ]),
      },
      {
        because: "皆増 and dashes are no figures",
        reading: readingOf([
          grades("R3.4.1", "| 女性人数 :: numerator | 0人 | 0人 |"),
          grades(
            "R4.4.1",
            `| 女性人数 :: numerator | 2人 | 0人 |
      ${GROWTH} | （皆増） | — |`,
          ),
        ]),
      },
      { because: "without counts it cannot be looked at", reading: readingOf([grades("R4.4.1", `${GROWTH} | 10% | 0% |`)]) },
    ],
    speaks: [
      {
        because: "0% on nobody a year ago",
        reading: readingOf([
          grades("R3.4.1", "| 女性人数 :: numerator | 0人 | 1人 |"),
          grades(
            "R4.4.1",
            `| 女性人数 :: numerator | 0人 | 1人 |
      ${GROWTH} | 0% | 0% |`,
          ),
        ]),
        at: ["R4.4.1!B3"],
        related: ["R3.4.1!B2"],
        says: "0人のため伸び率は計算できません",
      },
      {
        because: "0% of nobody in the first year",
        reading: readingOf([
          grades(
            "R3.4.1",
            `| 女性人数 :: numerator | 0人 | 0人 |
      ${GROWTH} | 0% | 0% |`,
          ),
        ]),
        at: ["B3", "C3"],
        says: "このブックに無い",
      },
      {
        because: "some women in the first year may have grown from a year elsewhere",
        reading: readingOf([
          grades(
            "R3.4.1",
            `| 女性人数 :: numerator | 2人 | 3人 |
      ${GROWTH} | 100% | — |`,
          ),
        ]),
        at: ["B3"],
        severity: "warning",
      },
      {
        because: "one woman more than four is not 50%",
        reading: readingOf([
          grades("R3.4.1", "| 女性人数 :: numerator | 4人 | 4人 |"),
          grades(
            "R4.4.1",
            `| 女性人数 :: numerator | 5人 | 5人 |
      ${GROWTH} | 25% | 50% |`,
          ),
        ]),
        at: ["R4.4.1!C3"],
        severity: "warning",
        says: "計算〔25.0%〕",
      },
    ],
  }),
)("%s", (_, verify) => verify());
