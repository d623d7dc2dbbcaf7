import type { Words } from "../../taskpane/language";

/** まとめて点検の言葉 — the words of the page for many workbooks. */
export const manyWords: Words<{
  readonly title: string;
  readonly back: (name: string) => string;
  readonly lead: string;
  readonly dropHint: string;
  readonly pickFiles: string;
  readonly pickFolder: string;
  readonly stop: string;
  readonly goOn: string;
  readonly save: string;
  readonly saveName: string;
  readonly saved: (name: string, files: number) => string;
  readonly progress: string;
  readonly of: (done: number, all: number) => string;
  readonly collecting: string;
  readonly none: string;
  readonly stopped: string;
  readonly finished: string;
  readonly list: string;
  readonly open: (name: string) => string;
  readonly missed: string;
  readonly refused: string;
  readonly noTable: string;
  readonly waiting: string;
  readonly checking: string;
  readonly failures: (checks: readonly string[]) => string;
  readonly show: string;
  readonly filters: { readonly all: string; readonly errors: string; readonly missed: string; readonly refused: string };
  readonly nothingShown: string;
  readonly settings: string;
  readonly settingsHint: string;
  readonly pickSettings: string;
  readonly settingsNow: (name: string) => string;
  readonly dropSettings: string;
}> = {
  ja: {
    title: "まとめて点検",
    back: (name) => `開いているブック（${name}）に戻る`,
    lead: "選んだブックを1つずつ点検し、結果を1行ずつ並べます。ファイルは変わりません。どこにも送りません。",
    dropHint: "フォルダーやファイルを、この画面に置くこともできます。フォルダーを選ぶと、ブラウザーが「アップロード」と表示することがありますが、このパソコンの外には出ません。",
    pickFiles: "ファイルを選ぶ（複数可）",
    pickFolder: "フォルダーを選ぶ",
    stop: "中止",
    goOn: "続きから点検",
    save: "まとめのブックを保存",
    saveName: "点検結果の集計.xlsx",
    saved: (name, files) => `${files.toLocaleString("en-US")} 件のまとめを「${name}」として保存しました。`,
    progress: "まとめて点検の進み具合",
    of: (done, all) => `${done.toLocaleString("en-US")} / ${all.toLocaleString("en-US")} 件`,
    collecting: "ファイルを探しています…",
    none: "選んだ中に .xlsx や .xlsm のブックがありません。フォルダーを確かめてください。",
    stopped: "中止しました。",
    finished: "終わりました。",
    list: "点検したブック",
    open: (name) => `${name} を開く`,
    missed: "未達",
    refused: "読めませんでした。",
    noTable: "行動計画の実績の表は見つかりませんでした",
    waiting: "まだ",
    checking: "点検中…",
    failures: (checks) => `不具合のため、点検できなかった項目があります（${checks.join("、")}）`,
    show: "表示",
    filters: { all: "すべて", errors: "要修正のあるブック", missed: "未達のあるブック", refused: "読めなかったファイル" },
    nothingShown: "当てはまるブックはありません。",
    settings: "設定ファイルを使う",
    settingsHint:
      "設定のないブックも、同じ設定で点検できます。作業窓の「設定を文字で渡す・受け取る」の文字を、.json のファイルに保存して選びます。選ばなければ、それぞれのブックの設定を使います。",
    pickSettings: "設定ファイルを選ぶ",
    settingsNow: (name) => `「${name}」の設定で、次の点検から行います。`,
    dropSettings: "使わない",
  },
  en: {
    title: "Many workbooks",
    back: (name) => `Back to the open workbook (${name})`,
    lead: "Checks the workbooks you pick one after the other, with a line for each. The files stay as they are and are sent nowhere.",
    dropHint: "You can also drop a folder or files on this page. For a folder the browser may speak of an upload; nothing leaves this computer.",
    pickFiles: "Pick files",
    pickFolder: "Pick a folder",
    stop: "Stop",
    goOn: "Go on",
    save: "Save the roll-up",
    saveName: "roll-up.xlsx",
    saved: (name, files) => `The roll-up of ${files.toLocaleString("en-US")} ${files === 1 ? "file" : "files"} is saved as “${name}”. It is in Japanese.`,
    progress: "Progress over all files",
    of: (done, all) => `${done.toLocaleString("en-US")} of ${all.toLocaleString("en-US")}`,
    collecting: "Looking for files…",
    none: "There is no .xlsx or .xlsm workbook among what you picked; check the folder.",
    stopped: "Stopped.",
    finished: "Done.",
    list: "Workbooks checked",
    open: (name) => `Open ${name}`,
    missed: "Missed",
    refused: "Not read.",
    noTable: "No table of an action plan's results was found",
    waiting: "waiting",
    checking: "checking…",
    failures: (checks) => `Our mistake: some checks could not run (${checks.join(", ")})`,
    show: "Show",
    filters: { all: "All", errors: "Workbooks with something to fix", missed: "Workbooks with missed targets", refused: "Files that were not read" },
    nothingShown: "No workbook is like that.",
    settings: "Use a settings file",
    settingsHint:
      "Checks workbooks without settings of their own alike. Save the text of “Settings as text” in the pane as a .json file and pick it. With none, each workbook's own settings hold.",
    pickSettings: "Pick a settings file",
    settingsNow: (name) => `The next check uses the settings of “${name}”.`,
    dropSettings: "Do not use",
  },
};
