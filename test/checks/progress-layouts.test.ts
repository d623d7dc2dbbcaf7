import { assert, boolean, constantFrom, property, record, shuffledSubarray } from "fast-check";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { writeAddress } from "../../src/model/cell";
import { defaultProfile } from "../../src/model/profile";
import { openKnownWorkbook, USUAL_DAY } from "../support/known-workbooks";

// The same progress sheet, its columns in any order and by other words, its rows as columns: the same cells are asked about.

const FIELDS = ["target", "actual", "evaluation", "cause", "next", "section", "status"] as const;
type Field = (typeof FIELDS)[number];

const WORDS: { readonly [field in Field]: readonly string[] } = {
  target: ["数値目標", "目標値", "目標"],
  actual: ["令和６年度実績", "R6実績", "実績（令和6年度）"],
  evaluation: ["評価", "達成状況", "自己評価", "判定"],
  cause: ["未達成の原因", "原因", "要因", "未達成の理由", "原因・背景"],
  next: ["今後の取組", "今後の対応", "方向性", "改善策", "次年度の取組"],
  section: ["担当課", "所管課", "担当部署", "実施主体", "主管課"],
  status: ["実施状況", "取組状況", "進捗状況", "主な取組実績"],
};

const TARGETS: readonly { readonly label: string; readonly cells: { readonly [field in Field]: string } }[] = [
  {
    label: "男性職員の育児休業取得率",
    cells: { target: "50%以上", actual: "40.0%", evaluation: "未達成", cause: "", next: "面談を行う。", section: "人事課", status: "制度を案内した。" },
  },
  {
    label: "年次有給休暇の平均取得日数",
    cells: { target: "14日以上", actual: "14.5日", evaluation: "未達成", cause: "業務が集中した。", next: "計画表を作る。", section: "各課", status: "夏季に推奨した。" },
  },
  { label: "配偶者出産休暇取得率", cells: { target: "100%", actual: "100%", evaluation: "達成", cause: "", next: "続ける。", section: "人事課", status: "" } },
  {
    label: "管理職に占める女性の割合",
    cells: { target: "20%以上", actual: "15.2%", evaluation: "未達成", cause: "対象となる職員が少ない。", next: "研修に派遣する。", section: "人事課", status: "６人を派遣した。" },
  },
];
const ASKED: readonly (readonly [string, number, Field])[] = [
  ["cause-missing", 0, "cause"],
  ["evaluation-unlike-figures", 1, "evaluation"],
  ["status-blank", 2, "status"],
];

const layout = record({
  order: shuffledSubarray([...FIELDS], { minLength: FIELDS.length }),
  words: record({
    target: constantFrom(...WORDS.target),
    actual: constantFrom(...WORDS.actual),
    evaluation: constantFrom(...WORDS.evaluation),
    cause: constantFrom(...WORDS.cause),
    next: constantFrom(...WORDS.next),
    section: constantFrom(...WORDS.section),
    status: constantFrom(...WORDS.status),
  }),
  isTransposed: boolean(),
  isNumbered: boolean(),
  corner: constantFrom("目標項目", "項目", "指標", "区分"),
  at: constantFrom("A3", "B4", "C6"),
});

test("any order, any words, either way round", () => {
  assert(
    property(layout, ({ order, words, isTransposed, isNumbered, corner, at }) => {
      const plain = [[corner, ...order.map((field) => words[field])], ...TARGETS.map(({ label, cells }) => [label, ...order.map((field) => cells[field])])];
      const hasNumbers = isNumbered && !isTransposed;
      const rows = isTransposed ? plain[0]!.map((_, col) => plain.map((row) => row[col]!)) : plain.map((row, i) => (hasNumbers ? [i === 0 ? "No." : `${i}`, ...row] : row));
      const drawn = `== sheet 進捗\n@ A1\n| 令和６年度　行動計画の進捗管理表 |\n@ ${at}\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}\n== truth\n`;
      const { workbook } = openKnownWorkbook(drawn, "進捗");
      const { findings } = inspectWorkbook(workbook, { profile: defaultProfile, asOf: USUAL_DAY });
      const top = Number(at.slice(1)) - 1;
      const left = at.charCodeAt(0) - 65;
      const placeOf = (target: number, field: Field): string => {
        const [row, col] = [1 + target, 1 + order.indexOf(field) + Number(hasNumbers)];
        return isTransposed ? writeAddress(top + col, left + row) : writeAddress(top + row, left + col);
      };
      const asked = new Set(ASKED.map(([check]) => check));
      expect(
        findings
          .filter(({ check, severity }) => asked.has(check) || severity === "error")
          .map(({ check, at: { cell } }) => `${check} ${cell}`)
          .sort(),
      ).toEqual(ASKED.map(([check, target, field]) => `${check} ${placeOf(target, field)}`).sort());
    }),
    { numRuns: 150 },
  );
});
