import type { ApplyReport } from "../../model/edit";
import type { Sentence } from "../../model/finding";
import { HostRefusal, type RefusalReason } from "../host";

/** Excelの断り — what a request needs of an error to say what happened. */
export interface ExcelFault {
  readonly code: string;
  readonly message: string;
}

/**
 * Excelの誤りか — is this an error of Microsoft's client, wherever its library was loaded?
 *
 * none  undefined for anything else: then it is a mistake of ours
 */
export function readFault(error: unknown): ExcelFault | undefined {
  if (!(error instanceof OfficeExtension.Error)) return undefined;
  return { code: error.code, message: error.message };
}

/**
 * 届いていれば — what came with an answer, were it the answer to a request that failed.
 *
 * none  undefined when it did not come
 */
export function ifLoaded<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (readFault(error)) return undefined;
    throw error;
  }
}

/** 編集中か — did the request fail because somebody is typing in a cell? */
export function isCellBeingEdited({ code, message }: ExcelFault): boolean {
  return code === "InvalidOperationInCellEditMode" || (code === "InvalidOperation" && /edit|編集/i.test(message));
}

/** 大きすぎるか — was the answer, or the request, too large for Excel on the web? */
export function isTooLarge({ code }: ExcelFault): boolean {
  return code === "ResponsePayloadSizeLimitExceeded" || code === "RequestPayloadSizeLimitExceeded";
}

const REASONS: { readonly [code: string]: RefusalReason } = {
  InvalidOperationInCellEditMode: "cell-being-edited",
  ResponsePayloadSizeLimitExceeded: "too-large",
  RequestPayloadSizeLimitExceeded: "too-large",
  RangeExceedsLimit: "too-large",
  OperationCellsExceedLimit: "too-large",
  MemoryLimitReached: "too-large",
  AccessDenied: "protected",
  ItemNotFound: "changed-since-read",
  InvalidReference: "changed-since-read",
  Conflict: "changed-since-read",
  ApiNotFound: "old-api",
  ApiNotAvailable: "old-api",
  NotImplemented: "old-api",
  UnsupportedOperation: "old-api",
  UnsupportedFeature: "old-api",
  WriteNotSupportedWhenModalDialogOpen: "request-failed",
};

const SENTENCES: { readonly [reason in RefusalReason]?: Sentence } = {
  "cell-being-edited": {
    ja: "セルが編集中のため、Excelが受け付けませんでした。Enterキーで入力を終えるかEscキーで取り消してから、もう一度お試しください。",
    en: "Excel did not take the request because a cell is being edited; press Enter or Esc in the sheet and try again.",
  },
  "too-large": {
    ja: "一度に扱える量を超えたため、Excelが受け付けませんでした。点検に必要なシートだけを新しいブックに移すか、少しずつ分けてお試しください。",
    en: "Excel did not take the request because it is too large; move the sheets to be checked into a new workbook, or do it in smaller steps.",
  },
  protected: {
    ja: "保護されているため、Excelが変更を許しませんでした。保護した人に確かめ、必要なら「校閲」タブで保護を解除してからお試しください。",
    en: "Excel did not allow this because it is protected; ask whoever protected it, and unprotect it on the Review tab if that is all right.",
  },
  "view-only": {
    ja: "このブックは閲覧表示のため変更できません。「編集」に切り替えるか、写しを保存して開き直してからお試しください。",
    en: "This workbook is open for viewing only; switch to editing, or save a copy and open that.",
  },
  "changed-since-read": {
    ja: "読み取った後に、シートやセルが変わっています（他の人の変更、シートの削除や名前の変更など）。もう一度点検してください。",
    en: "Sheets or cells have changed since they were read (by somebody else, or a sheet was removed or renamed); check the workbook again.",
  },
  "old-api": {
    ja: "このExcelにはこの機能がありません。Office 2021以降、またはMicrosoft 365のExcelに更新してからお試しください。",
    en: "This Excel cannot do that; update to Office 2021 or later, or to Microsoft 365.",
  },
};

/** Excelの誤りを断りにする — the refusal for an error of Microsoft's client; its own words stand behind ours where ours do not tell all. */
export function refuseFault(fault: ExcelFault): HostRefusal {
  const reason = isCellBeingEdited(fault) ? "cell-being-edited" : (REASONS[fault.code] ?? "request-failed");
  return new HostRefusal(reason, SENTENCES[reason] ?? sayFailed(fault));
}

function sayFailed({ code, message }: ExcelFault): Sentence {
  if (code === "WriteNotSupportedWhenModalDialogOpen")
    return {
      ja: "Excelで別の画面（ダイアログ）が開いているため、受け付けられませんでした。閉じてから、もう一度お試しください。",
      en: "Excel did not take the request because a dialog is open; close it and try again.",
    };
  return {
    ja: `Excelとのやり取りに失敗しました（${code}：${message}）。もう一度お試しください。続くときは、ブックを保存して開き直してください。`,
    en: `The exchange with Excel failed (${code}: ${message}); try again, and if it goes on, save the workbook and open it anew.`,
  };
}

/** 閲覧表示 — the workbook cannot be changed by anybody here. */
export function refuseViewOnly(): HostRefusal {
  return new HostRefusal("view-only", SENTENCES["view-only"]!);
}

/** 広すぎるシート — names the sheet and how far it reaches. */
export function refuseLargeSheet(sheet: string, address: string, cells: number): HostRefusal {
  const count = cells.toLocaleString("en-US");
  return new HostRefusal("too-large", {
    ja: `シート「${sheet}」は使われている範囲が${address}（${count}セル）と広すぎるため読めません（上限は合わせて5,000,000セル）。Ctrl+Endで最後のセルを確かめ、不要な行や列を削除して保存してから、もう一度お試しください。`,
    en: `The sheet “${sheet}” is used over ${address} (${count} cells), too much to be read (limit 5,000,000 in all); go to its last cell with Ctrl+End, delete the rows or columns nobody needs, save and try again.`,
  });
}

/** 値のない答え — Excel gave no values for a range, as it does beyond its limits. */
export function refuseNoValues(sheet: string, address: string): HostRefusal {
  return new HostRefusal("too-large", {
    ja: `シート「${sheet}」の${address}の値をExcelが返しませんでした。不要な行や列を削除して保存してから、もう一度お試しください。`,
    en: `Excel gave no values for ${address} of the sheet “${sheet}”; delete the rows or columns nobody needs, save and try again.`,
  });
}

/** 隠れたシート — what is hidden stays hidden. */
export function refuseHiddenSheet(sheet: string): HostRefusal {
  return new HostRefusal("not-found", {
    ja: `シート「${sheet}」は非表示のため、セルへ移れません。シート見出しを右クリックして「再表示」してから、もう一度お試しください。`,
    en: `The sheet “${sheet}” is hidden, so its cell cannot be shown; right-click a sheet tab, choose Unhide and try again.`,
  });
}

/** シートがない — it was removed or renamed since it was read. */
export function refuseMissingSheet(sheet: string): HostRefusal {
  return new HostRefusal("not-found", {
    ja: `シート「${sheet}」が見つかりません。名前が変わったか削除されたようです。もう一度点検してください。`,
    en: `There is no sheet “${sheet}” any more; it seems to have been renamed or removed. Check the workbook again.`,
  });
}

/** 途中で止まった書き込みの様子 — what a batch that broke off left in the workbook, as it was found when it was read again. */
export interface HalfDone {
  /** Places for people: cells, and sheets by their names. */
  readonly written: readonly string[];
  readonly unwritten: readonly string[];
  /** Sheets that were left half made or with half-made marks, and could not be tidied. */
  readonly halfMade: readonly string[];
  /** undefined when nothing is in the workbook of it. */
  readonly report: ApplyReport | undefined;
}

/** 途中で止まった書き込み — says what is in the workbook now; undefined when that could not be found out. */
export function refuseHalfDone(fault: ExcelFault | undefined, state: HalfDone | undefined): HostRefusal {
  const reason = fault ? refuseFault(fault).reason : "request-failed";
  const why = { ja: fault ? `（${fault.code}）` : "", en: fault ? ` (${fault.code})` : "" };
  if (!state)
    return new HostRefusal(reason, {
      ja: `書き込みが途中で止まり${why.ja}、どこまで書き込まれたかを確かめられませんでした。もう一度点検して、ブックの内容を確かめてください。`,
      en: `Writing stopped halfway${why.en}, and what was written could not be found out; check the workbook again to see what it holds.`,
    });
  const { written, unwritten, halfMade, report } = state;
  const left = {
    ja: halfMade.length === 0 ? "" : `作りかけのシートや印（${listFew(halfMade)}）が残っています。確かめて削除してください。`,
    en: halfMade.length === 0 ? "" : ` Left half made: sheets or marks (${listFew(halfMade)}); look at them and delete them.`,
  };
  if (written.length === 0)
    return new HostRefusal(
      reason,
      halfMade.length === 0
        ? {
            ja: `書き込めませんでした${why.ja}。ブックには何も書き込まれていません。${nextStep(fault).ja}`,
            en: `Nothing was written${why.en}; the workbook is as it was. ${nextStep(fault).en}`,
          }
        : { ja: `書き込みが途中で止まりました${why.ja}。${left.ja}`, en: `Writing stopped halfway${why.en}.${left.en}` },
      report,
    );
  return new HostRefusal(
    reason,
    {
      ja: `書き込みが途中で止まりました${why.ja}。書き込まれたのは${written.length}件（${listFew(written)}）、書き込まれていないのは${unwritten.length}件（${listFew(unwritten)}）です。${left.ja}もう一度点検してから、残りをやり直してください。`,
      en: `Writing stopped halfway${why.en}: ${written.length} written (${listFew(written)}), ${unwritten.length} not written (${listFew(unwritten)}).${left.en} Check the workbook again and do the rest then.`,
    },
    report,
  );
}

function nextStep(fault: ExcelFault | undefined): Sentence {
  const sentence = fault && SENTENCES[refuseFault(fault).reason];
  return sentence ?? { ja: "もう一度お試しください。", en: "Try again." };
}

const FEW = 3;

function listFew(places: readonly string[]): string {
  if (places.length === 0) return "0";
  return places.slice(0, FEW).join(", ") + (places.length > FEW ? " …" : "");
}
