import { casesFor } from "../support/progress-sheets";

const title = "@ A1\n| 行動計画の取組状況（令和６年度） |\n@ A3\n";
const heads = "| 基本方針 | 取組内容 | 担当課 | 実施状況 | 評価 |";
const written = [
  "| 両立支援 | 制度の周知 | 人事課 | 庁内報に載せた。 | ○ |",
  "| 働き方 | ノー残業デー | 総務課 | 毎週実施した。 | ○ |",
  "| 登用 | 研修への派遣 | 人事課 | ６人を派遣した。 | △ |",
];
const sheetOf = (...rows: readonly string[]): string => `${title}${[heads, ...written, ...rows].join("\n")}`;

test.each(
  casesFor("status-blank", [
    {
      because: "one status and its evaluation are blank",
      sheet: sheetOf("| 採用 | 説明会の開催 | 人事課 | | |"),
      at: ["D7"],
      says: "『実施状況』『評価』が空欄です〔採用 説明会の開催〕",
    },
    { because: "only the evaluation is blank", sheet: sheetOf("| 採用 | 説明会の開催 | 人事課 | ２回開いた。 | |"), at: ["E7"], says: "『評価』が空欄" },
    { because: "everything is written", sheet: sheetOf() },
    { because: "nothing was done, so there is nothing to evaluate", sheet: sheetOf("| 採用 | 説明会の開催 | 人事課 | 未実施 | |") },
    { because: "a dash is an answer", sheet: sheetOf("| 採用 | 説明会の開催 | 人事課 | － | － |") },
    { because: "a line that heads others", sheet: sheetOf("| 採用に関する取組 | | | | |", "| | 説明会の開催 | 人事課 | ２回開いた。 | ○ |") },
    { because: "the measure has ended", sheet: sheetOf("| 採用 | 説明会の開催（令和５年度で終了） | 人事課 | | |") },
    { because: "the measure begins later", sheet: sheetOf("| 採用 | 説明会の開催（令和７年度から） | 人事課 | | |") },
    {
      because: "the measure is new next year",
      sheet: `${title}
        | 取組内容 | 担当課 | 実施状況 | 令和７年度の取組予定 |
        | 制度の周知 | 人事課 | 庁内報に載せた。 | 継続 |
        | ノー残業デー | 総務課 | 毎週実施した。 | 継続 |
        | 説明会の開催 | 人事課 | | 新規 |`,
    },
    {
      because: "a merged status speaks for both lines",
      sheet: `${sheetOf("| 採用 | 説明会の開催 | 人事課 | ２回開いた。 | ○ |", "| | 職場見学 | 人事課 | | |")}\nmerge A7:A8 D7:D8 E7:E8`,
    },
    {
      because: "written once for the lines under one heading",
      sheet: sheetOf("| 採用 | 説明会の開催 | 人事課 | ２回開いた。 | ○ |", "| | 職場見学 | 人事課 | | |", "| | 動画の作成 | 人事課 | | |"),
    },
    { because: "a column nobody has begun", sheet: sheetOf().replace(/\| [○△] \|/g, "| |") },
    {
      because: "a sheet of which most is still to be written",
      sheet: `${title}${[heads, written[0], written[1], ...["a", "b", "c"].map((n) => `| 採用${n} | 説明会 | 人事課 | | |`)].join("\n")}`,
    },
    { because: "the year is not over", sheet: sheetOf("| 採用 | 説明会の開催 | 人事課 | | |"), asOf: "2025-02-01" },
    { because: "no year is told", sheet: sheetOf("| 採用 | 説明会の開催 | 人事課 | | |").replace("（令和６年度）", "") },
    {
      because: "years beside each other: begun in the second year",
      sheet: `${title}
        | 取組内容 | 担当課 | R5実施状況 | R6実施状況 |
        | 制度の周知 | 人事課 | 庁内報に載せた。 | 説明会を開いた。 |
        | ノー残業デー | 総務課 | 毎週実施した。 | 毎週実施した。 |
        | 在宅勤務 | 情報課 | | 試行した。 |`,
    },
    {
      because: "years beside each other: forgotten in the second year",
      sheet: `${title}
        | 取組内容 | 担当課 | R5実施状況 | R6実施状況 |
        | 制度の周知 | 人事課 | 庁内報に載せた。 | 説明会を開いた。 |
        | ノー残業デー | 総務課 | 毎週実施した。 | 毎週実施した。 |
        | 在宅勤務 | 情報課 | 試行した。 | |`,
      at: ["D6"],
      says: "『R6実施状況』",
    },
    {
      because: "a target without a number cannot be achieved or missed",
      sheet: `${title}
        | 目標項目 | 目標 | 令和６年度実績 | 達成状況 |
        | 男性職員の育児休業取得率 | 50%以上 | 55.0% | 達成 |
        | 年次有給休暇の平均取得日数 | 14日以上 | 13.0日 | 未達成 |
        | 一人当たり年間時間外勤務時間 | 縮減 | 120.5時間 | |`,
    },
    {
      because: "a target that is due is evaluated like the others",
      sheet: `${title}
        | 目標項目 | 目標 | 令和６年度実績 | 達成状況 |
        | 男性職員の育児休業取得率 | 50%以上 | 55.0% | 達成 |
        | 年次有給休暇の平均取得日数 | 14日以上 | 13.0日 | 未達成 |
        | 一人当たり年間時間外勤務時間 | 130時間以下 | 120.5時間 | |`,
      at: ["D6"],
    },
    {
      because: "an evaluation that only the lines with figures have",
      sheet: `${title}
        | 項目 | 目標 | 令和６年度実績 | 達成状況 | 実施状況 |
        | 男性職員の育児休業取得率 | 50%以上 | 55.0% | 達成 | 面談を行った。 |
        | 年次有給休暇の平均取得日数 | 14日以上 | 13.0日 | 未達成 | 計画表を作った。 |
        | 相談窓口の設置 | | | | 窓口を置いた。 |`,
    },
    {
      because: "a year without anybody eligible is not evaluated",
      sheet: `${title}
        | 目標項目 | 目標 | 令和６年度実績 | 達成状況 |
        | 配偶者出産休暇取得率 | 100% | 100% | 達成 |
        | 年次有給休暇の平均取得日数 | 14日以上 | 13.0日 | 未達成 |
        | 男性職員の育児休業取得率 | 50%以上 | 該当者なし | |`,
    },
  ]),
)("%s", (_, verify) => verify());
