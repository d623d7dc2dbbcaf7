import { rateWithoutEligible } from "../../src/checks/rate-without-eligible";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const table = (rows: string, all = "partial_leave_rate") => tableOf({ sheet: "実績", all }, rows);

test.each(
  casesFor(rateWithoutEligible, {
    silent: [
      {
        because: "0% of people who were eligible is 0%",
        reading: readingOf([
          table(`
      | | R3 | R4 |
      | 取得率 | 0% | 50% |
      | 取得人数 :: numerator | 0人 | 1人 |
      | 復帰人数 :: denominator | 4人 | 2人 |`),
        ]),
      },
      {
        because: "該当者なし is right where nobody was eligible",
        reading: readingOf([
          table(`
      | | R3 | R4 |
      | 取得率 | 該当者なし | － |
      | 取得人数 :: numerator | 0人 | － |
      | 復帰人数 :: denominator | 0人 | 該当者なし |`),
        ]),
      },
      {
        because: "an unknown or blank denominator may be anything",
        reading: readingOf([
          table(`
      | | R3 | R4 |
      | 取得率 | 0% | 0% |
      | 取得人数 :: numerator | 0人 | 0人 |
      | 復帰人数 :: denominator | 今後把握していく | |`),
        ]),
      },
      {
        because: "a table that itself says 該当者なし is in conflict with the list, which another check says",
        reading: readingOf([
          tableOf(
            { sheet: "一覧", all: "partial_leave_rate" },
            `
        | | R3実績 :: R3 |
        | 部分休業 | 取得率　0% |`,
          ),
          table(`
        | | R3 |
        | 取得率 | 該当者なし |
        | 取得人数 :: numerator | 0人 |
        | 復帰人数 :: denominator | 該当者なし |`),
        ]),
      },
    ],
    speaks: [
      {
        because: "0% in every year without anyone back from leave",
        reading: readingOf([
          table(`
        | | H29 | H30 | H31 | R2 | R3 |
        | 取得率 | 0% | 0% | 0% | 0% | 0% |
        | 取得人数 :: numerator | 0人 | 0人 | 0人 | 0人 | 0人 |
        | 育休からの復帰人数 :: denominator | 該当者なし | 該当者なし | 該当者なし | 該当者なし | 該当者なし |`),
        ]),
        at: ["B2", "C2", "D2", "E2", "F2"],
        fix: "該当者なし",
        related: ["B3", "B4", "F4"],
        says: "対象者がいないため率は計算できません。",
      },
      {
        because: "0%（0 人/0 人） in one cell",
        reading: readingOf([
          table(
            `
        | | H27 | H28 |
        | 正規技術職 | 0%（0 人/0 人） | 0%（0 人/2 人） |`,
            "female_hire_rate",
          ),
        ]),
        at: ["B2"],
      },
      {
        because: "a share of women among nobody hired",
        reading: readingOf([
          table(
            `
        | | R4.4.1 |
        | 採用者 :: denominator | 0名 |
        | 女性 :: numerator | 0名 |
        | 割合 | 0% |`,
            "female_hire_rate",
          ),
        ]),
        at: ["B4"],
      },
      {
        because: "a dash beside a rate above 0 may hide a small number, so it is a question",
        reading: readingOf([
          table(`
        | | R3 |
        | 取得率 | 50% |
        | 取得人数 :: numerator | － |
        | 復帰人数 :: denominator | － |`),
        ]),
        at: ["B2"],
        severity: "warning",
      },
      {
        because: "a list repeats the 0% of a table without eligible people",
        reading: readingOf([
          tableOf(
            { sheet: "一覧", all: "partial_leave_rate" },
            `
          | | R3実績 :: R3 |
          | 部分休業 | 取得率　0% |`,
          ),
          table(`
          | | R2 | R3 |
          | 取得率 | 該当者なし | |
          | 取得人数 :: numerator | 0人 | 0人 |
          | 復帰人数 :: denominator | 該当者なし | 該当者なし |`),
        ]),
        at: ["一覧!B2"],
        severity: "warning",
        related: ["実績!C4"],
      },
    ],
  }),
)("%s", (_, verify) => verify());
