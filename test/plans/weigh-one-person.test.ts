import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultProfile } from "../../src/model/profile";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { weighOnePerson } from "../../src/plans/weigh-one-person";
import { readTextWorkbook } from "../support/text-workbook";

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

describe("1人分の変化", () => {
  test("a rate of few people that moved by one of them", () => {
    expect(weighOnePerson(of(7, 8), of(8, 8))).toBeCloseTo(0.125);
    expect(weighOnePerson(of(1, 2), of(0, 2))).toBeCloseTo(-0.5);
    expect(weighOnePerson(of(1, 3), of(1, 2))).toBeCloseTo(1 / 6);
  });

  test("silent where more than one person moved it, or where it hardly moved", () => {
    expect(weighOnePerson(of(6, 8), of(8, 8))).toBeNull();
    expect(weighOnePerson(of(50, 100), of(51, 100))).toBeNull();
    expect(weighOnePerson(of(3, 8), of(3, 8))).toBeNull();
  });

  test("stands in the reason and never in the status", () => {
    const { workbook } = readTextWorkbook(readFileSync(join(__dirname, "../workbooks/judgement-edges.txt"), "utf8"));
    const { judgements } = inspectWorkbook(workbook, { profile: defaultProfile, asOf: "2026-06-01" });
    const of = (year: number) => judgements.find(({ indicator, fiscalYear }) => indicator === "childcare_leave_rate" && fiscalYear === year);
    // 5 of 9 and 5 of 11: one person more, and the rate would be as high as before.
    expect(of(2023)).toMatchObject({ status: "missed" });
    expect(of(2023)?.because.ja).toContain("前年度からの変化（−10.1ポイント）は、対象者1人分以内の変化です。");
    // 3 of 10 and 5 of 9.
    expect(of(2022)?.movedByOne).toBeUndefined();
    expect(of(2022)?.because.ja).not.toContain("1人分");
  });
});
