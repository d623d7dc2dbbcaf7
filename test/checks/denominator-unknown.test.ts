import { denominatorUnknown } from "../../src/checks/denominator-unknown";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (table: string) => readingOf([tableOf({ all: "child_nursing_leave_rate" }, table)]);

test.each(
  casesFor(denominatorUnknown, {
    silent: [
      {
        because: "rate and average are unknown too",
        reading: rows(`
      | | R2 | R3 |
      | 取得率 | 今後把握していく | < |
      | 対象人数 :: denominator | 今後把握していく | < |`),
      },
      {
        because: "the unknown year states nothing",
        reading: rows(`
      | | R2 | R3 |
      | 取得率 | 未集計 | 50% |
      | 対象人数 :: denominator | 未集計 | 8人 |`),
      },
    ],
    speaks: [
      {
        because: "an average of unknown eligible",
        reading: rows(`
      | | R2 | R3 |
      | 対象人数 :: denominator | 今後把握していく | < |
      | 平均取得日数 :: child_nursing_leave_avg_days unit=days | | 0.5日 |`),
        at: ["B2"],
        related: ["C3"],
        says: "『今後把握していく』のまま",
      },
    ],
  }),
)("%s", (_, verify) => verify());
