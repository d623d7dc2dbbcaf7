import type { ProgressField } from "../../src/model/progress";
import { readProgressHead } from "../../src/notation/progress-head";

const HEADS: { readonly [field in ProgressField]: readonly string[] } = {
  section: ["担当課", "所管", "主管課", "担当部署", "実施主体", "所属"],
  measure: ["取組内容", "具体的な取組", "取り組み", "施策", "目標達成に向けた取組", "実施項目"],
  status: ["実施状況", "令和６年度の取組状況", "進捗状況", "R6実施状況", "主な取組実績", "取組結果", "実施内容", "進捗"],
  evaluation: ["評価", "自己評価", "達成状況", "判定", "達否", "R6評価", "評　価", "評価（○△×）"],
  cause: ["原因", "未達成の原因", "未達成の理由", "原因・課題", "達成・未達成の要因", "目標に届かなかった理由", "令和6年度　要因分析"],
  next: ["今後の取組", "今後の方向性", "課題・今後の取組", "令和７年度の取組予定", "改善策", "次年度の対応", "対応方針"],
  comment: ["備考", "課題", "評価の理由", "外部評価", "計画期間の総合評価", "前年度評価", "増減の理由", "目標設定の理由", "委員会の意見", "人事評価"],
};

test.each(Object.entries(HEADS).flatMap(([field, heads]) => heads.map((head) => [head, field])))("%s is for %s", (head, field) => {
  expect(readProgressHead(head)).toBe(field);
});

test.each(["令和６年度", "実績", "目標値", "数値目標", "目標項目", "達成率", "進捗率", "実施時期", "達成年度", "男性職員の育児休業取得率", "対象者数", ""])(
  "%s is none of them",
  (head) => {
    expect(readProgressHead(head)).toBeUndefined();
  },
);

test("a sentence heads no column", () => {
  expect(readProgressHead("数値目標の達成に向けて、各課において次のとおり取組を行い、その実施状況を評価する。")).toBeUndefined();
});
