import { subsetAboveWhole } from "../../src/checks/subset-above-whole";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (table: string, all = "R5 sex=male") => readingOf([tableOf({ all }, table)]);

test.each(
  casesFor(subsetAboveWhole, {
    silent: [
      {
        because: "267, 190, 136 and 282 of 360 fit into one another",
        reading: rows(`
      | | 人数 |
      | 配偶者出産休暇 :: spouse_birth_leave_rate numerator | 267人 |
      | 育児参加休暇 :: childcare_participation_leave_rate numerator | 190人 |
      | いずれか :: paternity_either_leave_rate numerator | 282人 |
      | 5日以上 :: paternity_5days_rate numerator | 136人 |`),
      },
      {
        because: "shown digits may differ by one",
        reading: rows(`
      | | 率 |
      | 2週間以上 :: childcare_leave_2w_rate | 50.0% |
      | 取得率 :: childcare_leave_rate | 50% |`),
      },
      {
        because: "rates on different eligible do not compare",
        reading: rows(`
      | | 率 | 対象 :: denominator |
      | 2週間以上 :: childcare_leave_2w_rate | 60% | 5人 |
      | 取得率 :: childcare_leave_rate | 50% | 18人 |`),
      },
    ],
    speaks: [
      {
        because: "5日以上 above いずれか取得",
        reading: rows(`
      | | 人数 |
      | いずれか :: paternity_either_leave_rate numerator | 82人 |
      | 5日以上 :: paternity_5days_rate numerator | 136人 |`),
        at: ["B3"],
        related: ["B2"],
      },
      {
        because: "two weeks above all leave, by rates",
        reading: rows(`
      | | 率 |
      | 2週間以上 :: childcare_leave_2w_rate | 60.0% |
      | 取得率 :: childcare_leave_rate | 50.0% |`),
        at: ["B2"],
      },
      {
        because: "either above both together",
        reading: rows(`
      | | 人数 |
      | 配偶者出産休暇 :: spouse_birth_leave_rate numerator | 26人 |
      | 育児参加休暇 :: childcare_participation_leave_rate numerator | 19人 |
      | いずれか :: paternity_either_leave_rate numerator | 48人 |`),
        at: ["B4"],
        says: "26人 + 19人",
      },
    ],
  }),
)("%s", (_, verify) => verify());
