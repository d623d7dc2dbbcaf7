import { unitMissing } from "../../src/checks/unit-missing";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (table: string, all = "female_hire_rate") => readingOf([tableOf({ all }, table)]);

test.each(
  casesFor(unitMissing, {
    silent: [
      {
        because: "percent throughout",
        reading: rows(`
      | | R2 | R3 |
      | 割合 | 23.8% | 7.2% |`),
      },
      {
        because: "no units throughout",
        reading: rows(`
      | | R2 | R3 |
      | 取得者 :: numerator | #12 | #8 |`),
      },
      {
        because: "a count as a number beside counts with 人",
        reading: rows(`
      | | R1 | R2 | R3 |
      | 取得者 :: numerator | 12人 | #8 | 3人 |`),
      },
      {
        because: "zero needs no unit",
        reading: rows(`
      | | R1 | R2 | R3 |
      | 取得者 :: numerator | 12人 | 0 | 3人 |`),
      },
    ],
    speaks: [
      {
        because: "23.8 beside 7.2%",
        reading: rows(`
      | | R1 | R2 | R3 |
      | 割合 | 7.2% | 23.8 | 12.5% |`),
        at: ["C2"],
        says: "〔23.8〕に単位がありません",
      },
    ],
  }),
)("%s", (_, verify) => verify());
