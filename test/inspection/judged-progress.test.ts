import { checks } from "../../src/checks/index";
import { needsJudgements } from "../../src/checks/run-checks";
import { applyReview } from "../../src/inspection/apply-review";
import { inspectWorkbook, reviewInspection } from "../../src/inspection/inspect-workbook";
import { makeInspectionView, makeReviewView } from "../../src/inspection/make-view";
import type { AcceptedReason } from "../../src/model/profile";
import { defaultProfile } from "../../src/model/profile";
import { openKnownWorkbook } from "../support/known-workbooks";

const asOf = "2026-06-01";
const { workbook } = openKnownWorkbook(
  `== sheet 点検
@ A1
| 令和６年度　進捗管理表 |
@ A3
| 目標項目 | 数値目標 | 対象者数 | 取得者数 | 取得率 | 評価 | 未達成の原因 |
| 男性職員の育児休業 | 50%以上 | 10人 | 4人 | 41.0% | 達成 | |
| 女性職員の育児休業 | 100% | 5人 | 5人 | 100% | 達成 | |
== truth
`,
  "点検",
);
const nameless = (): undefined => undefined;
const inspect = (accepted: readonly AcceptedReason[] = []) => inspectWorkbook(workbook, { profile: { ...defaultProfile, accepted }, asOf });
const heard = ({ findings }: { readonly findings: readonly { readonly check: string; readonly at: { readonly cell: string } }[] }): readonly string[] =>
  findings.filter(({ check }) => checks.some((one) => one.id === check && needsJudgements(one))).map(({ check, at }) => `${check} ${at.cell}`);

function acceptWrongRate(): AcceptedReason {
  const { check, at, figures } = makeInspectionView(inspect(), nameless).findings.find((finding) => finding.check === "rate-disagrees-with-counts")!;
  return { check, at, figures, reason: "出典の値どおり" };
}

test("what is written is held against no figure that an error spoils", () => {
  const { findings, judgements } = inspect();
  expect(findings.find(({ severity }) => severity === "error")?.at.cell).toBe("E4");
  expect(judgements.find(({ group }) => group.sex === "male")?.status).toBe("conflict");
  expect(heard(inspect())).toEqual([]);
});

test("once the error is explained, it is, and the pane hears it without a new look", () => {
  const before = inspect();
  const reasons = [acceptWrongRate()];
  const after = reviewInspection(before, reasons);
  const fresh = inspect(reasons);
  expect(heard(fresh)).toEqual(["evaluation-unlike-figures F4", "cause-missing G4"]);
  expect({ ...after, reading: undefined }).toEqual({ ...fresh, reading: undefined });
  const shown = applyReview(makeInspectionView(before, nameless), makeReviewView(before, after, nameless));
  expect({ ...shown, profile: undefined, names: undefined }).toEqual({ ...makeInspectionView(fresh, nameless), profile: undefined, names: undefined });
  const back = applyReview(shown, makeReviewView(after, reviewInspection(after, []), nameless));
  expect(heard(back)).toEqual([]);
});

test("a finding on what is written names the indicator and the year of its figure", () => {
  const { findings } = inspect([acceptWrongRate()]);
  expect(findings.find(({ check }) => check === "cause-missing")).toMatchObject({ indicator: "childcare_leave_rate", fiscalYear: 2024, related: [{ cell: "E4" }, { cell: "B4" }] });
});

test("nothing is built on what is heard after the judgements, so none of it is an error", () => {
  const late = checks.filter(needsJudgements);
  expect(late.length).toBeGreaterThan(0);
  expect(late.map(({ severity }) => severity)).not.toContain("error");
});
