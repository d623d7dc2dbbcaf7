import type { Words } from "../taskpane/language";

/** 始まりの言葉 — one sentence for each way the add-in can start, and the next step. */
export const startWords: Words<{
  readonly title: string;
  readonly starting: string;
  readonly libraryMissing: string;
  readonly libraryLate: string;
  readonly address: string;
  readonly askNetwork: string;
  readonly noAnswer: string;
  readonly noAnswerNext: string;
  readonly noHost: string;
  readonly noHostNext: string;
  readonly toWorkbench: string;
  readonly otherApplication: (application: string) => string;
  readonly otherNext: string;
  readonly tooOld: (version: string) => string;
  readonly tooOldNext: string;
  readonly again: string;
  readonly version: (version: string) => string;
}> = {
  ja: {
    title: "行動計画チェック",
    starting: "Excel の準備を待っています…",
    libraryMissing: "Excel とやり取りするための部品（office.js）を読み込めませんでした。",
    libraryLate: "Excel とやり取りするための部品（office.js）がまだ届きません。",
    address: "届かなかったアドレス",
    askNetwork: "情報システムの担当者に、このアドレスへの接続を許可できるか、お尋ねください。許可できないときは、庁内に置く形の導入方法（bundled）があります。",
    noAnswer: "Excel からの応答がありません。",
    noAnswerNext: "「もう一度試す」を押してください。続くときは、ブックを閉じて Excel を起動し直してください。",
    noHost: "ここは Excel アドインの作業窓です。Excel の「ホーム」タブから開いてください。",
    noHostNext: "Excel を使わずにファイルを点検することもできます。",
    toWorkbench: "ファイルを開いて点検する",
    otherApplication: (application) => `このアドインは Excel で使うものです。いまは ${application} で開いています。`,
    otherNext: "Excel で点検したいブックを開き、「ホーム」タブから始めてください。",
    tooOld: (version) => `この Excel${version ? `（${version}）` : ""}では、必要な機能（ExcelApi 1.14）が足りません。`,
    tooOldNext: "Office 2021 以降の Excel で開いてください。Excel を使わずにファイルを点検することもできます。",
    again: "もう一度試す",
    version: (version) => `版 ${version}`,
  },
  en: {
    title: "Action plan check",
    starting: "Waiting for Excel…",
    libraryMissing: "The part that talks to Excel (office.js) could not be loaded.",
    libraryLate: "The part that talks to Excel (office.js) has not arrived yet.",
    address: "Address that did not answer",
    askNetwork: "Please ask your IT department whether this address can be allowed. Where it cannot, the add-in can be installed with its own copy (channel “bundled”).",
    noAnswer: "Excel does not answer.",
    noAnswerNext: "Press “Try again”. If it stays like this, close the workbook and restart Excel.",
    noHost: "This page is the add-in’s pane. Open it from the Home tab in Excel.",
    noHostNext: "Workbook files can be checked without Excel, too.",
    toWorkbench: "Open a file and check it",
    otherApplication: (application) => `This add-in is for Excel; it is open in ${application} now.`,
    otherNext: "Open the workbook in Excel and start from the Home tab.",
    tooOld: (version) => `This Excel${version ? ` (${version})` : ""} lacks what the add-in needs (ExcelApi 1.14).`,
    tooOldNext: "Please use Excel of Office 2021 or later. Workbook files can be checked without Excel, too.",
    again: "Try again",
    version: (version) => `Version ${version}`,
  },
};
