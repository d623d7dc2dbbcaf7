import { differenceDisagreesWithSexes } from "../../src/checks/difference-disagrees-with-sexes";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (table: string, all = "R3 tenure_gap unit=years") => readingOf([tableOf({ all }, table)]);
const HEAD = "| | 女性 :: part sex=female | 男性 :: part sex=male | 差 :: measure=difference |";

test.each(
  casesFor(differenceDisagreesWithSexes, {
    silent: [
      {
        because: "6.0 − 14.9 = △8.9",
        reading: rows(`
      ${HEAD}
      | 平均 | 6.0年 | 14.9年 | △8.9年 |`),
      },
      {
        because: "rounded once more",
        reading: rows(
          `
      ${HEAD}
      | 離職率 | 1.35% | 0.34% | 1.0% |`,
          "R3 turnover_gap",
        ),
      },
      {
        because: "the sign is the sheet's",
        reading: rows(`
      ${HEAD}
      | 平均 | 11.0年 | 12.5年 | 1.5年 |`),
      },
      {
        because: "a missing sex",
        reading: rows(`
      ${HEAD}
      | 平均 | — | 11.2年 | — |`),
      },
    ],
    speaks: [
      {
        because: "11.8 − 15.2 is not 4.3",
        reading: rows(`
      ${HEAD}
      | 平均 | 11.8年 | 15.2年 | △4.3年 |`),
        at: ["D2"],
        related: ["B2", "C2"],
        says: "-3.4",
      },
    ],
  }),
)("%s", (_, verify) => verify());
