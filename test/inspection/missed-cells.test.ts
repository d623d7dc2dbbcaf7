import { countMissedCells, markEdits } from "../../src/inspection/edits";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { defaultProfile } from "../../src/model/profile";
import { openKnownWorkbook } from "../support/known-workbooks";

/** The same leave under two plans of one period. */
const drawn = `== sheet 休暇
| 次世代育成支援対策推進法に係る特定事業主行動計画（令和3年度～令和5年度） |
| 女性活躍推進法に係る特定事業主行動計画（令和3年度～令和5年度） |

| ①年次有給休暇【目標：平均取得日数12日以上】※共通目標 |
|  | R3 | R4 | R5 |
| 平均取得日数 | 11日 | 13日 | 10日 |
`;

const inspect = (text: string) => {
  const { workbook } = openKnownWorkbook(text, "drawn");
  return { workbook, inspection: inspectWorkbook(workbook, { profile: defaultProfile, asOf: "2026-06-01" }) };
};

test("as many cells are promised as are marked, also where two plans miss at one cell", () => {
  const { workbook, inspection } = inspect(drawn);
  const marked = markEdits(inspection, workbook).flatMap((edit) => (edit.kind === "mark" ? edit.ranges : []));
  expect(inspection.judgements.filter(({ status }) => status === "missed")).toHaveLength(4);
  expect([countMissedCells(inspection), marked.length]).toEqual([2, 2]);
});

test("nothing is promised where every target is met", () => {
  const { inspection } = inspect(drawn.replace("11日", "12日").replace("10日", "14日"));
  expect(inspection.judgements.map(({ status }) => status)).toContain("met");
  expect(countMissedCells(inspection)).toBe(0);
});
