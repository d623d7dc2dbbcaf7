import { casesFor } from "../support/progress-sheets";

const heads = "| 目標項目 | 数値目標 | 令和６年度実績 | 評価 | 未達成の原因 | 今後の取組 | 備考 |";
const met = "| 年次有給休暇の平均取得日数 | 14日以上 | 14.5日 | 達成 | | 続ける。 | |";
const missed = (cause: string, rest = "| 面談を行う。 | |"): string => `| 男性職員の育児休業取得率 | 50%以上 | 40.0% | 未達成 | ${cause} ${rest}`;
const sheetOf = (...rows: readonly string[]): string => `@ A1\n| 令和６年度　進捗管理表 |\n@ A3\n${[heads, ...rows].join("\n")}`;

test.each(
  casesFor("cause-missing", [
    { because: "the target is missed and the cause is blank", sheet: sheetOf(missed(""), met), at: ["E4"], says: "〔40.0%〕は目標〔50%以上〕" },
    { because: "the cause is written", sheet: sheetOf(missed("対象者が少なかった。"), met) },
    { because: "the cause is on another sheet", sheet: sheetOf(missed("別紙参照"), met) },
    { because: "a dash is no cause, but perhaps none is needed", sheet: sheetOf(missed("－"), met), at: ["E4"], severity: "info", says: "〔－〕" },
    { because: "特になし is no cause either", sheet: sheetOf(missed("特になし"), met), at: ["E4"], severity: "info" },
    { because: "the cause stands under 備考", sheet: sheetOf(missed("", "| 面談を行う。 | 対象者が２人であった。 |"), met) },
    { because: "the cause is told with what comes next", sheet: sheetOf(missed("", "| 欠員により取得が進まなかったため、面談を行う。 | |"), met) },
    { because: "a note says where the causes are", sheet: `${sheetOf(missed(""), met)}\n@ A7\n| ※未達成の原因は別紙のとおり |` },
    { because: "no column for the cause", sheet: sheetOf(missed(""), met).replace("未達成の原因", "担当課") },
    { because: "the reason for the target is another one", sheet: sheetOf(missed(""), met).replace("未達成の原因", "目標設定の理由") },
    { because: "all targets are met", sheet: sheetOf(met, "| 配偶者出産休暇取得率 | 100% | 100% | 達成 | | 続ける。 | |") },
    { because: "before its deadline nothing is missed", sheet: sheetOf(missed("").replace("50%以上", "50%以上（令和９年度）"), met) },
    { because: "the year is not over", sheet: sheetOf(missed(""), met), asOf: "2025-02-01" },
    { because: "only rounding decides", sheet: sheetOf(missed("").replace("40.0%", "#0.4996 0%"), met).replace("#0.4996 0%", "50%") },
    {
      because: "of the year just ended nothing is written yet",
      sheet: sheetOf(missed("", "| | |").replace("未達成 ", " "), met.replace("達成 | | 続ける。", " | | ")),
      asOf: "2025-05-01",
    },
    {
      because: "a year later it should be written",
      sheet: sheetOf(missed("", "| | |").replace("未達成 ", " "), met.replace("達成 | | 続ける。", " | | ")),
      at: ["E4"],
    },
    {
      because: "years beside each other: each year has its own cause",
      sheet: `@ A1
        | 目標項目 | 目標 | 令和５年度 | | 令和６年度 | |
        | | | 実績 | 要因 | 実績 | 要因 |
        | 男性職員の育児休業取得率 | 50%以上 | 40.0% | | 45.0% | 欠員が続いた。 |
        | 年次有給休暇の平均取得日数 | 14日以上 | 13.0日 | 欠員が続いた。 | 14.0日 | |
        merge A1:A2 B1:B2 C1:D1 E1:F1`,
      at: ["D3"],
      says: "令和5年度",
    },
    {
      because: "the cause of a merged item is that of all its lines",
      sheet: `@ A1
        | 令和６年度　進捗管理表 |
        @ A3
        | 目標項目 | 区分 | 目標 | 実績 | 原因 |
        | 男性職員の育児休業 | 取得率 | 50%以上 | 40.0% | |
        | | 取得者数 | | 4人 | 欠員が続いた。 |
        | | 対象者数 | | 10人 | |
        merge A4:A6`,
    },
    {
      because: "transposed",
      sheet: `@ A1
        | 令和６年度の目標の達成状況 |
        @ A3
        | 区分 | 男性の育児休業取得率 | 年次休暇平均取得日数 |
        | 数値目標 | 50%以上 | 12日以上 |
        | 令和６年度実績 | 40.0% | 11.2日 |
        | 未達成の要因 | | 業務が集中した。 |
        | 今後の取組 | 面談を行う。 | 計画表を作る。 |`,
      at: ["B6"],
    },
    {
      because: "one cause for two targets is asked for once",
      sheet: `@ A1
        | 令和６年度　進捗管理表 |
        @ A3
        | 目標項目 | 目標 | 実績 | 評価 | 原因 |
        | 男性職員の育児休業取得率 | 50%以上 | 40.0% | × | |
        | 配偶者出産休暇取得率 | 100% | 90.0% | × | |
        merge E4:E5`,
      at: ["E4"],
    },
  ]),
)("%s", (_, verify) => verify());
