import { readEvaluationScale, readEvaluationSign, readEvaluationWords } from "../../src/notation/evaluation";

test.each([
  ["達成", "met"],
  ["目標を達成した。", "met"],
  ["目標どおり", "met"],
  ["100%以上", "met"],
  ["未達成", "missed"],
  ["未達（あと1人）", "missed"],
  ["達成できなかった", "missed"],
  ["目標に届かなかった", "missed"],
  ["目標の80%未満", "missed"],
  ["概ね達成", "near"],
  ["おおむね達成できた", "near"],
  ["一部達成", "near"],
  ["80%以上100%未満", "near"],
  ["８割以上達成", "near"],
  ["順調", undefined],
  ["計画どおり", undefined],
  ["遅れ", undefined],
  ["達成見込み", undefined],
  ["達成に向けて取組中", undefined],
  ["達成困難", undefined],
  ["基準値を超える", undefined],
  ["", undefined],
])("%s says %s", (words, meaning) => {
  expect(readEvaluationWords(words)).toBe(meaning);
});

test.each([
  ["※評価　A：達成　B：概ね達成　C：未達成　－：評価の対象外", { A: "met", B: "near", C: "missed" }],
  ["評価（◎…目標達成、○…概ね達成、△…一部達成、×…未達成）", { "◎": "met", "○": "near", "△": "near", "×": "missed" }],
  ["自己評価：A＝計画どおり　B＝おおむね計画どおり　C＝遅れている", { A: undefined, B: "near", C: undefined }],
  ["凡例　達成（○）　未達成（✕）", { "○": "met", "×": "missed" }],
  ["評価　Ａ 目標を達成した　Ｂ 目標を概ね達成した　Ｃ 達成できなかった", { A: "met", B: "near", C: "missed" }],
  ["評価：A 100%以上 B 80%以上100%未満 C 80%未満", { A: "met", B: "near", C: "missed" }],
  ["A：達成率100％以上　B：達成率80％以上　C：達成率80％未満", { A: "met", B: "near", C: "missed" }],
  ["B：担当者　A 人事課", { B: undefined }],
  ["令和６年度　進捗管理表", {}],
])("the legend %s", (text, scale) => {
  expect(Object.fromEntries(readEvaluationScale([text]))).toEqual(scale);
});

test("a sign that two texts explain differently has no meaning", () => {
  expect(Object.fromEntries(readEvaluationScale(["A：達成　B：未達成", "A：未達成　C：未達成"]))).toEqual({ A: undefined, B: "missed", C: "missed" });
});

test("signs stand alone", () => {
  expect(["Ａ", "○", "〇", "✕", "B評価", "Ｓ"].map(readEvaluationSign)).toEqual(["A", "○", "○", "×", "B", "S"]);
  expect(["達成", "AB", "－", "5", "A社"].map(readEvaluationSign)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
