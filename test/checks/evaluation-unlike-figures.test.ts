import { casesFor } from "../support/progress-sheets";

const heads = "| 目標項目 | 数値目標 | 令和６年度実績 | 評価 |";
/** 40% against 50%, 14.5 days against 14, 90% against 100%: missed, met, missed. */
const sheetOf = (first: string, second: string, third: string, legend = ""): string =>
  `@ A1
  | 令和６年度　進捗管理表 |
  | 評価の一覧${legend} |
  @ A4
  ${heads}
  | 男性職員の育児休業取得率 | 50%以上 | 40.0% | ${first} |
  | 年次有給休暇の平均取得日数 | 14日以上 | 14.5日 | ${second} |
  | 配偶者出産休暇取得率 | 100% | 90.0% | ${third} |`;

test.each(
  casesFor("evaluation-unlike-figures", [
    { because: "words that agree", sheet: sheetOf("未達成", "達成", "未達成") },
    { because: "達成 where the figure misses", sheet: sheetOf("達成", "達成", "未達成"), at: ["D5"], says: "〔40.0%〕は目標〔50%以上〕に届いていません" },
    { because: "未達成 where the figure meets", sheet: sheetOf("未達成", "未達成", "未達成"), at: ["D6"], says: "目標〔14日以上〕を満たしています" },
    { because: "達成 under 進捗状況", sheet: sheetOf("達成", "達成", "未達成").replace("| 評価 |", "| 進捗状況 |"), at: ["D5"] },
    { because: "a sentence under 進捗状況", sheet: sheetOf("達成に向けて面談を行った。", "達成", "未達成").replace("| 評価 |", "| 進捗状況 |") },
    { because: "概ね達成 is no contradiction", sheet: sheetOf("概ね達成", "ほぼ達成", "一部達成") },
    { because: "words on how the work goes", sheet: sheetOf("順調", "やや遅れ", "計画どおり") },
    { because: "what is hoped for", sheet: sheetOf("達成見込み", "達成に向けて取組中", "達成困難") },
    { because: "letters as the legend explains them", sheet: sheetOf("A", "A", "C", "　A：達成　B：概ね達成　C：未達成"), at: ["D5"], says: "〔A〕（達成）" },
    { because: "a legend in which A is not the best", sheet: sheetOf("A", "C", "A", "　A：未達成　B：概ね達成　C：達成") },
    { because: "letters without a legend", sheet: sheetOf("A", "A", "C") },
    { because: "a legend on how the work goes", sheet: sheetOf("A", "C", "A", "　A＝計画どおり　B＝やや遅れ　C＝遅れている") },
    { because: "shares of the target", sheet: sheetOf("A", "A", "C", "　A 100%以上 B 80%以上100%未満 C 80%未満"), at: ["D5"] },
    { because: "the third of four signs", sheet: sheetOf("○", "◎", "△", "　◎…達成、○…概ね達成、△…一部達成、×…未達成") },
    { because: "a sign the legend does not have", sheet: sheetOf("○", "A", "C", "　A：達成　B：概ね達成　C：未達成") },
    { because: "the heading explains its signs", sheet: sheetOf("○", "○", "×").replace("| 評価 |", "| 評価（○：達成、×：未達成） |"), at: ["D5"] },
    {
      because: "○ and × without a legend, where the other lines agree",
      sheet: sheetOf("○", "○", "×").replace("| 90.0% | × |", "| 90.0% | × |\n| 管理職に占める女性の割合 | 20%以上 | 25.0% | ○ |"),
      at: ["D5"],
    },
    { because: "○ and × without a legend, where the other lines do not agree", sheet: sheetOf("○", "○", "○") },
    { because: "○ under 達成状況", sheet: sheetOf("○", "○", "×").replace("| 評価 |", "| 達成状況 |"), at: ["D5"] },
    {
      because: "the evaluation of a measure",
      sheet: sheetOf("○", "○", "×")
        .replace(/\| (\S+) \|$/gm, "| 制度の周知 | $1 |")
        .replace("| 制度の周知 | 評価 |", "| 取組内容 | 評価 |"),
    },
    { because: "an evaluation of two targets at once", sheet: `${sheetOf("達成", "", "未達成")}\nmerge D5:D6` },
    { because: "an evaluation of the whole plan", sheet: sheetOf("達成", "達成", "達成").replace("| 評価 |", "| 計画期間の総合評価 |") },
    { because: "before the deadline nothing is missed", sheet: sheetOf("達成", "達成", "未達成").replace("50%以上", "50%以上（令和９年度）") },
    { because: "nobody was eligible", sheet: sheetOf("達成", "達成", "未達成").replace("40.0%", "該当者なし") },
    { because: "measured otherwise than the target", sheet: sheetOf("達成", "達成", "未達成").replace("40.0%", "4人") },
    { because: "evaluated by somebody else", sheet: sheetOf("達成", "達成", "達成").replace("| 評価 |", "| 外部委員の評価 |") },
    {
      because: "years beside the evaluation: it is of the last one with a figure",
      sheet: `@ A1
        | 目標項目 | 目標 | R4 | R5 | R6 | 評価 |
        | 男性職員の育児休業取得率 | 50%以上 | 40.0% | 45.0% | 55.0% | 達成 |
        | 年次有給休暇の平均取得日数 | 14日以上 | 14.5日 | 14.2日 | 13.0日 | 達成 |`,
      at: ["F3"],
      says: "令和6年度",
    },
    {
      because: "a legend in a table of its own",
      sheet: `${sheetOf("A", "A", "C")}
        @ A10
        | 評価の基準 |
        | A | 目標を達成した |
        | B | 概ね達成した |
        | C | 達成できなかった |`,
      at: ["D5"],
    },
    {
      because: "the figures stand in another table",
      sheet: `@ A1
        | 育児休業の取得状況 |
        @ A2
        | 区分 | R5 | R6 |
        | 男性職員の育児休業取得率 | 45.0% | 40.0% |
        @ A6
        | 令和６年度　目標の達成状況 |
        @ A7
        | 目標項目 | 数値目標 | 評価 | 担当課 |
        | 男性職員の育児休業取得率 | 50%以上 | 達成 | 人事課 |`,
      at: ["C8"],
    },
  ]),
)("%s", (_, verify) => verify());
