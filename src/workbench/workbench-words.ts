import type { Words } from "../taskpane/language";

/** 画面の言葉 — the words of the page around the pane. */
export const workbenchWords: Words<{
  readonly product: string;
  readonly openSample: string;
  readonly openFile: string;
  readonly save: string;
  readonly saved: (name: string) => string;
  readonly opening: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly kept: (charts: number, images: number) => string;
  readonly keptHint: string;
  readonly sheets: string;
  readonly hidden: string;
  readonly locked: string;
  readonly grid: (sheet: string) => string;
  readonly ghost: string;
  readonly marked: string;
  readonly resize: string;
  readonly pane: string;
  readonly workbook: string;
  readonly close: string;
  readonly nameSuffix: string;
  readonly unsaved: string;
  readonly noSample: string;
  readonly unsavedQuestion: string;
  readonly stay: string;
  readonly many: string;
  readonly manyRunning: string;
  readonly manyIsRunning: string;
  readonly openAnyway: string;
}> = {
  ja: {
    product: "行動計画チェック",
    openSample: "サンプルを開く",
    openFile: "ファイルを開く",
    save: "名前を付けて保存",
    saved: (name) => `「${name}」として保存しました。計算式の結果は Excel で開いたときに計算し直されます。`,
    opening: "ファイルを開いています…",
    empty: "点検するブックを開いてください",
    emptyHint: "Excel ファイル（.xlsx・.xlsm）をここに置くこともできます。ファイルはこのパソコンの中だけで扱い、どこにも送りません。",
    kept: (charts, images) => [charts > 0 ? `グラフ ${charts}` : "", images > 0 ? `画像 ${images}` : ""].filter(Boolean).join("・"),
    keptHint: "この画面には表示しませんが、保存するとそのまま残ります。",
    sheets: "シート",
    hidden: "非表示",
    locked: "保護",
    grid: (sheet) => `シート ${sheet}`,
    ghost: "下書き",
    marked: "未達の印",
    resize: "作業窓の幅",
    pane: "作業窓",
    workbook: "ブック",
    close: "閉じる",
    nameSuffix: "_点検済み",
    unsaved: "未保存の変更",
    noSample: "サンプルが見つかりません。",
    unsavedQuestion: "まだ保存していない変更があります。別のファイルを開くと失われます。",
    stay: "やめる",
    many: "まとめて点検",
    manyRunning: "まとめて点検中…",
    manyIsRunning: "まとめて点検の途中です。終わってから、または中止してから、もう一度置いてください。",
    openAnyway: "保存せずに開く",
  },
  en: {
    product: "Action plan check",
    openSample: "Open sample",
    openFile: "Open file",
    save: "Save as",
    saved: (name) => `Saved as “${name}”. Formulas are recalculated when Excel opens the file.`,
    opening: "Opening the file…",
    empty: "Open a workbook to check",
    emptyHint: "You can also drop an Excel file (.xlsx, .xlsm) here. It stays on this computer and is sent nowhere.",
    kept: (charts, images) =>
      [charts > 0 ? `${charts} ${charts === 1 ? "chart" : "charts"}` : "", images > 0 ? `${images} ${images === 1 ? "image" : "images"}` : ""].filter(Boolean).join(", "),
    keptHint: "Not drawn here, but kept as they are when saving.",
    sheets: "Sheets",
    hidden: "hidden",
    locked: "protected",
    grid: (sheet) => `Sheet ${sheet}`,
    ghost: "draft",
    marked: "marked as missed",
    resize: "Width of the task pane",
    pane: "Task pane",
    workbook: "Workbook",
    close: "Close",
    nameSuffix: "_checked",
    unsaved: "Unsaved changes",
    noSample: "The sample was not found.",
    unsavedQuestion: "There are changes you have not saved. Opening another file loses them.",
    stay: "Stay here",
    many: "Many workbooks",
    manyRunning: "Checking many…",
    manyIsRunning: "Many workbooks are being checked. Wait for the end, or stop it, and drop again.",
    openAnyway: "Open without saving",
  },
};
