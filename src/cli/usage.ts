import type { Sentence } from "../model/finding";

/** 使い方 — what `kpi help` prints. */
export const usage: Sentence = {
  ja: `使い方
  kpi check  ファイル…          点検・補完の候補・判定を表示します（書き込みません）
  kpi check  フォルダー…        中のブックをまとめて点検し、1件ずつ1行で表示します
  kpi fill   ファイル -o 結果    空いている率などを補い、別のファイルに書きます
  kpi mark   ファイル -o 結果    未達の年度に印を付け、別のファイルに書きます
  kpi unmark ファイル -o 結果    付けた印だけを消し、別のファイルに書きます
  kpi follow-up ファイル -o 結果 年度のフォローアップ表と計画期間の推移のシートを加えます
  kpi publish ファイル -o 結果   公表用の表（数値目標の一覧と情報公表の項目）のシートを加えます
  kpi publish ファイル -o 結果.txt   同じ内容を、貼り付けられる文字（タブ区切り）で書きます
  kpi table  ファイル -o 結果    読み取った数値を1行に1件で並べます（結果は .xlsx か .csv）
  kpi all    ファイル -o 結果    補完、印、フォローアップ表を続けて行います
  kpi accept ファイル --cell シート名!B7 --reason 理由 -o 結果   そのセルの指摘に理由を付けます
  kpi settings ファイル -o 設定.json   ブックが持つ設定を取り出します
  kpi settings ファイル --profile 設定.json -o 結果   設定をブックに入れます
  kpi roll-up 結果.ndjson -o 集計.xlsx   まとめて点検した結果を1つのブックに集計します（フォルダーも指定できます）

指定
  --json               check の結果を JSON で出力します（形は docs/check.schema.json）。
                       ファイルを並べたときは配列、フォルダーのときは --ndjson と同じです
  --ndjson             1件ごとに1行の JSON を、点検が終わった順に出力します
  --resume 結果.ndjson  check の結果をこのファイルに書き足し、済んでいて変わっていないブックは飛ばします
  --jobs 数             同時に点検する数（既定は、このコンピューターで同時に動かせる数）
  --timeout 秒          1件にかける時間の上限（既定は 600 秒）
  --lang ja|en         表示の言語
  --as-of 年-月-日      この日の時点で判定します（既定は今日）
  --year R6            フォローアップ表の年度（既定は、実績のある最も新しい年度）
  --repair             fill と all の前に、文字列の数値（3人 など）を見た目を変えずに数値に直します
  --suppress           publish で、少ない人数の欄を＊にした写しと、その一覧も加えます
  --check 点検の記号    accept で、同じセルに指摘がいくつもあるときに使います
  --profile 設定.json   団体の設定（1日の勤務時間、管理職の範囲など）

終了コード  0 要修正なし ／ 1 要修正あり ／ 2 できなかった（理由を表示します）`,
  en: `Usage
  kpi check  FILE…         shows findings, fills on offer and judgements (writes nothing)
  kpi check  FOLDER…       checks all workbooks in it and shows a line for each
  kpi fill   FILE -o OUT   fills in derived rates, into another file
  kpi mark   FILE -o OUT   marks the plan years that were missed, into another file
  kpi unmark FILE -o OUT   takes off exactly those marks, into another file
  kpi follow-up FILE -o OUT   adds the follow-up sheet of a plan year and the course of the plan
  kpi publish FILE -o OUT  adds the sheet for publication: numeric targets and disclosure items
  kpi publish FILE -o OUT.txt   the same as tab-separated text to paste elsewhere
  kpi table  FILE -o OUT   lists every figure that was read, one in a row (OUT is .xlsx or .csv)
  kpi all    FILE -o OUT   fills, marks and adds the follow-up sheets
  kpi accept FILE --cell SHEET!B7 --reason TEXT -o OUT   gives the finding at this cell a reason
  kpi settings FILE -o SETTINGS.json   takes out the settings the workbook keeps
  kpi settings FILE --profile SETTINGS.json -o OUT   puts settings into the workbook
  kpi roll-up RESULTS.ndjson -o OUT.xlsx   sums up many results in one workbook (a FOLDER will do, too)

Options
  --json                 the result of check as JSON (shape: docs/check.schema.json):
                         an array for several files, and like --ndjson for folders
  --ndjson               one line of JSON for each file, in the order in which they end
  --resume RESULTS.ndjson   appends what check finds to this file, and skips what is in it and has not changed
  --jobs N               how many files are checked at a time (default: as many as this computer runs at once)
  --timeout SECONDS      the longest time for one file (default: 600)
  --lang ja|en           language of what is shown
  --as-of YYYY-MM-DD     judge as of this day (default: today)
  --year R6              year of the follow-up sheet (default: the latest with a figure)
  --repair               with fill and all: first makes numbers of figures typed as text, which look the same
  --suppress             with publish: also adds copies without the cells of few people, and a list of those
  --check ID             with accept: which finding, where several are at the cell
  --profile FILE.json    settings of the organisation (hours in a day, manager grades …)

Exit codes  0 no errors found / 1 some found / 2 could not do it (and says why)`,
};
