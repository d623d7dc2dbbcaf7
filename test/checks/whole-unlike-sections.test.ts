import { wholeUnlikeSections } from "../../src/checks/whole-unlike-sections";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const list = (cell: string) =>
  tableOf(
    { sheet: "一覧" },
    `
  | | 実績 :: R4.4.1 |
  | 職員に占める女性（全職種） :: female_staff_rate | ${cell} |`,
  );
const sections = tableOf(
  { sheet: "詳細", all: "female_staff_rate" },
  `
  | | R3.4.1 | R4.4.1 |
  | 正規職員 :: employment=正規職員 | 0人/22人 | 0人/22人 |
  | 臨時職員等 :: employment=臨時職員等 | 7人/8人 | 7人/8人 |`,
);

test.each(
  casesFor(wholeUnlikeSections, {
    silent: [
      { because: "7 of 30 are 23.3%", reading: readingOf([list("23.3%"), sections]) },
      { because: "a rate with counts of its own is another check's", reading: readingOf([list("0%（0人/22人）"), sections]) },
      {
        because: "one section is not the whole",
        reading: readingOf([
          list("0%"),
          tableOf(
            { sheet: "詳細", all: "female_staff_rate" },
            `
      | | R4.4.1 |
      | 正規職員 :: employment=正規職員 | 0人/22人 |`,
          ),
        ]),
      },
    ],
    speaks: [
      {
        because: "0% for all, 23.3% by the sections",
        reading: readingOf([list("0%　(R4.4.1現在)"), sections]),
        at: ["一覧!B2"],
        related: ["詳細!C2", "詳細!C3"],
        says: "〔23.3%〕",
      },
    ],
  }),
)("%s", (_, verify) => verify());
