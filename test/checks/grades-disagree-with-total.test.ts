import { gradesDisagreeWithTotal } from "../../src/checks/grades-disagree-with-total";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const grades = (rows: string) => readingOf([tableOf({ all: "R3.4.1 female_rate_by_grade" }, rows)]);

test.each(
  casesFor(gradesDisagreeWithTotal, {
    silent: [
      {
        because: "grades make their total",
        reading: grades(`
      | | 1級 :: grade=1級 | 2級 :: grade=2級 | 3級 :: grade=3級 | 合計 :: grade=合計 |
      | 級別人数 :: denominator | 0人 | 3人 | 19人 | 22人 |
      | 女性人数 :: numerator | — | 1人 | 4人 | 5人 |`),
      },
      {
        because: "an unknown grade leaves the sum open",
        reading: grades(`
      | | 1級 :: grade=1級 | 2級 :: grade=2級 | 3級 :: grade=3級 | 合計 :: grade=合計 |
      | 級別人数 :: denominator | 未集計 | 3人 | 18人 | 22人 |`),
      },
    ],
    speaks: [
      {
        because: "a grade too few, where the women add up",
        reading: grades(`
      | | 1級 :: grade=1級 | 2級 :: grade=2級 | 3級 :: grade=3級 | 合計 :: grade=合計 |
      | 級別人数 :: denominator | 1人 | 3人 | 17人 | 22人 |
      | 女性人数 :: numerator | 0人 | 1人 | 4人 | 5人 |`),
        at: ["E2"],
        says: "〔21〕と合計欄〔22人〕",
      },
      {
        because: "more women than people in a grade",
        reading: grades(`
      | | 1級 :: grade=1級 | 2級 :: grade=2級 | 3級 :: grade=3級 |
      | 級別人数 :: denominator | 1人 | 3人 | 17人 |
      | 女性人数 :: numerator | 0人 | 4人 | 4人 |`),
        at: ["C3"],
        related: ["C2"],
      },
    ],
  }),
)("%s", (_, verify) => verify());
