import { findTexts, joinFindings, splitAccepted, weighReasons, writeFigures } from "../../src/inspection/accepted";
import { applyReview } from "../../src/inspection/apply-review";
import { inspectWorkbook, reviewInspection } from "../../src/inspection/inspect-workbook";
import { makeInspectionView, makeReviewView } from "../../src/inspection/make-view";
import type { Finding } from "../../src/model/finding";
import { type AcceptedReason, defaultProfile, type Profile } from "../../src/model/profile";
import type { Workbook } from "../../src/model/workbook";
import { openKnownWorkbook } from "../support/known-workbooks";

const asOf = "2026-06-01";
const drawn = `== sheet 休暇
| 女性活躍推進法に係る特定事業主行動計画（令和3年度～令和7年度） |

| ①部分休業【目標：取得率60%以上】 |
|  | R3 | R4 | R5 |
| 取得率 | 33.3% | 80% |  |
| 取得人数 | 1人 | 1人 | 5人 |
| 育休からの復帰人数 | 3人 | 2人 | 4人 |
`;

const open = (text: string): Workbook => openKnownWorkbook(text, "drawn").workbook;
const inspect = (text: string, profile: Partial<Profile> = {}) => inspectWorkbook(open(text), { profile: { ...defaultProfile, ...profile }, asOf });
const nameless = (): undefined => undefined;
const wrongRate = "rate-disagrees-with-counts";

/** The reason as the pane gives it, for the finding of a check. */
function reasonFor(text: string, check: string): AcceptedReason {
  const { findings } = makeInspectionView(inspect(text), nameless);
  const { at, figures } = findings.find((finding) => finding.check === check)!;
  return { check, at, figures, reason: "出典の値どおり", year: 2026 };
}

describe("the figures a reason was given for", () => {
  const figuresOf = (text: string): string => reasonFor(text, wrongRate).figures;

  it("are those of the finding's cell and of all it rests on", () => expect(figuresOf(drawn)).toBe("80%|1人|2人"));

  it("are the same in another width and with other spaces", () => expect(figuresOf(drawn.replace("80%", "８０ ％").replace("| 2人", "|  ２人 "))).toBe("80%|1人|2人"));

  it("hold targets, headings and notes too, not only figures", () => {
    const inspection = inspect(drawn);
    const target = inspection.reading.targets[0]!;
    const heading = inspection.reading.tables[0]!.periods[0]!;
    const textAt = findTexts(inspection.reading, [{ at: target.at, related: [heading.at, { sheet: "休暇", cell: "Z99" }] }]);
    expect([target.at, heading.at].map(textAt)).toEqual([expect.stringContaining("60%以上"), "R3"]);
    expect(textAt({ sheet: "休暇", cell: "Z99" })).toBeUndefined();
  });

  it("stay short for a finding over many cells, and still tell one change", () => {
    const related = Array.from({ length: 400 }, (_, i) => ({ sheet: "休暇", cell: `B${i + 2}` }));
    const finding = { at: { sheet: "休暇", cell: "B1" }, related };
    const before = writeFigures(finding, ({ cell }) => `${cell}人`);
    const after = writeFigures(finding, ({ cell }) => (cell === "B300" ? "7人" : `${cell}人`));
    expect(before.length).toBeLessThan(90);
    expect(after).not.toBe(before);
  });
});

describe("a reason", () => {
  const reason = reasonFor(drawn, wrongRate);
  const statesOf = (text: string, accepted: readonly AcceptedReason[], day = asOf) => {
    const inspection = inspect(text);
    return [...weighReasons(joinFindings(inspection), inspection.reading, accepted, day).values()];
  };

  it("holds while nothing changes", () => expect(statesOf(drawn, [reason])).toEqual([{ reason, holds: true, because: null }]));

  it.each([
    ["its own figure changes", drawn.replace("80%", "81%"), asOf, "figures-changed"],
    ["a figure it rests on changes", drawn.replace("| 3人 | 2人 |", "| 3人 | 4人 |"), asOf, "figures-changed"],
    ["a new fiscal year begins", drawn, "2027-04-01", "new-year"],
  ] as const)("asks again when %s", (_, text, day, because) => expect(statesOf(text, [reason], day)).toEqual([{ reason, holds: false, because }]));

  it("still holds on the last day of its fiscal year", () => expect(statesOf(drawn, [reason], "2027-03-31")).toMatchObject([{ holds: true }]));

  it("says nothing about another check at the same cell, or about a finding that is gone", () => {
    expect(statesOf(drawn, [{ ...reason, check: "unit-missing" }])).toEqual([]);
    expect(statesOf(drawn.replace("80%", "50%"), [reason])).toEqual([]);
  });

  it("follows its figures when rows or columns are put before them", () => {
    const moved = drawn
      .replace("|  | R3 | R4 | R5 |", "|  | R2 | R3 | R4 | R5 |")
      .replace("| 取得率 |", "| 取得率 | 0% |")
      .replace("| 取得人数 |", "| 取得人数 | 0人 |")
      .replace("| 育休からの復帰人数 |", "| 育休からの復帰人数 | 1人 |");
    expect(statesOf(moved, [reason])).toEqual([{ reason, holds: true, because: null }]);
  });

  it("follows nobody when two findings look alike", () => {
    const finding = (cell: string): Finding => ({ check: wrongRate, severity: "error", at: { sheet: "休暇", cell }, related: [], message: { ja: "", en: "" }, fix: null });
    const alike = [finding("C5"), finding("D5")];
    const reading = { ...inspect(drawn).reading, observations: [], texts: alike.map(({ at }) => ({ at, text: "80%" })) };
    const given = { check: wrongRate, at: { sheet: "休暇", cell: "Z9" }, figures: "80%", reason: "出典の値どおり" };
    expect(weighReasons(alike, reading, [given], asOf).size).toBe(0);
    expect([...weighReasons(alike.slice(1), reading, [given], asOf).keys()]).toEqual([0]);
  });
});

describe("findings with a reason that holds", () => {
  it("are split off and joined again in the same order", () => {
    const { findings, reading } = inspect(drawn.replace("33.3%", "40%"));
    expect(findings.filter(({ check }) => check === wrongRate).length).toBeGreaterThan(1);
    const split = splitAccepted(findings, reading, [reasonFor(drawn.replace("33.3%", "40%"), wrongRate)], asOf);
    expect(split.accepted).toHaveLength(1);
    expect(split.findings).toHaveLength(findings.length - 1);
    expect(joinFindings(split)).toEqual(findings);
  });

  it("no longer spoil the judgement of their figure", () => {
    const status = (profile: Partial<Profile>) => inspect(drawn, profile).judgements.find(({ fiscalYear }) => fiscalYear === 2022)?.status;
    expect(status({})).toBe("conflict");
    expect(status({ accepted: [reasonFor(drawn, wrongRate)] })).toBe("met");
  });

  it("let a rate be filled in from counts that were called wrong", () => {
    const text = `== sheet 休暇
| ①母親学級の特別休暇 |
|  | R3 | R4 |
| 取得率 | 50% |  |
| 取得人数 | 1人 | 3人 |
| 母親学級参加人数 | 2人 | 2人 |
`;
    const above = "numerator-above-denominator";
    const filled = (profile: Partial<Profile>) => inspect(text, profile).fills.map(({ at }) => at.cell);
    expect(filled({})).toEqual([]);
    expect(filled({ accepted: [reasonFor(text, above)] })).toEqual(["C3"]);
  });

  it("are seen the same after a review as after a new check", () => {
    const reason = reasonFor(drawn, wrongRate);
    const before = inspect(drawn);
    const after = reviewInspection(before, [reason]);
    const fresh = inspect(drawn, { accepted: [reason] });
    expect({ ...after, reading: undefined }).toEqual({ ...fresh, reading: undefined });
    const shown = applyReview(makeInspectionView(before, nameless), makeReviewView(before, after, nameless));
    expect({ ...shown, profile: undefined }).toEqual({ ...makeInspectionView(fresh, nameless), profile: undefined });
    const back = applyReview(shown, makeReviewView(after, reviewInspection(after, []), nameless));
    expect({ ...back, profile: undefined }).toEqual({ ...makeInspectionView(before, nameless), profile: undefined });
  });

  it("rebuild nothing when no error is concerned", () => {
    const text = drawn.replace("80%", "50%").replace("| 5人 |", "| 2人 |").replace("| 33.3% |", "| 33.33% |");
    const before = inspect(text);
    const quiet = before.findings.find(({ severity }) => severity !== "error")!;
    const after = reviewInspection(before, [{ ...reasonFor(text, quiet.check), at: quiet.at }]);
    expect(after.accepted).toHaveLength(1);
    expect(makeReviewView(before, after, nameless).rebuilt).toBeNull();
  });
});
