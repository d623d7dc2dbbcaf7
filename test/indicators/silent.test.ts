import { resolveIndicator } from "../../src/indicators/resolve";
import { readLabel } from "../../src/notation/label";
import { asContext, mergeFeatures } from "../../src/notation/merge-features";

function best(levels: readonly string[]): { indicator: string; confidence: number } | undefined {
  const [caption, ...path] = levels;
  const features = path.map(readLabel).reduce((far, near) => mergeFeatures(near, far), asContext(readLabel(caption!)));
  return resolveIndicator(features)[0];
}

const SILENT: readonly (readonly [readonly string[], string])[] = [
  [["一般職員等", "一般職員", "職員数（人）"], "a settlement card counts staff without a word of women"],
  [["一般職員等", "一般職員", "給料月額（百円）"], "pay of the month is no difference of pay"],
  [["一般職員等", "うち消防職員", "職員数"], "a subset of staff, not of women"],
  [["特別職等", "市区町村長", "定数"], "posts of elected officials"],
  [["歳入の状況", "地方税", "決算額"], "revenue"],
  [["歳入の状況", "構成比"], "shares of revenue"],
  [["性質別歳出の状況", "人件費", "充当一般財源等"], "staff costs"],
  [["性質別歳出の状況", "うち職員給"], "salaries"],
  [["市町村税の状況", "収入済額", "超過課税分"], "超過 is not overtime"],
  [["国民健康保険", "被保険者数"], "the insured"],
  [["人口", "増減率"], "population"],
  [["産業構造", "第1次", "就業人口割合"], "people at work by industry"],
  [["定員管理の状況", "部門", "職員数", "増減"], "posts by department"],
  [["職員の平均年齢", "平均給料月額"], "average pay"],
  [["夏季休暇", "取得率"], "a leave the catalogue does not have"],
  [["病気休暇", "取得者数"], "a leave the catalogue does not have"],
  [["特別休暇", "産前産後休暇", "取得者数"], "maternity leave itself"],
  [["育児休業", "夏季休暇", "取得率"], "a nearer subject that the catalogue does not have"],
  [["育児休業取得者向け研修", "受講者数"], "training, though for people on leave"],
  [["障害者雇用率", "実雇用率"], "employment of the disabled"],
  [["健康診断", "受診率"], "check-ups of all staff"],
  [["時間外勤務手当", "支給総額"], "money, not hours"],
  [["時間外勤務手当", "職員1人当たり平均支給年額"], "money per head"],
  [["", "取得率"], "a rate of nothing"],
  [["", "男性", "女性"], "sexes of nothing"],
  [["", "合計"], "a total of nothing"],
  [["", "1級"], "a grade without a word of women"],
  [["ラスパイレス指数", "本年度"], "an index"],
  [["職員の任免及び職員数に関する状況", "採用試験の実施状況", "倍率"], "competition ratio"],
  [["研修の状況", "参加者数"], "training"],
  [["年次有給休暇", "残日数"], "days left over"],
  [["年次有給休暇", "翌年への繰越日数"], "days carried over"],
  [["妻の出産休暇", "最大取得日数"], "one person's figure"],
  [["職員採用試験", "合格者数"], "those who passed"],
  [["年次有給休暇", "5日以上10日未満", "人数"], "a section that no indicator has"],
  [["休業の状況", "修学部分休業", "取得者数"], "another kind of partial leave"],
  [["分限処分", "件数"], "discipline"],
];

describe("words of other subjects", () => {
  test.each(SILENT)("%j says nothing: %s", (levels) => {
    const found = best(levels);
    expect(found === undefined || found.confidence < 0.4 ? "" : found.indicator).toBe("");
  });
});
