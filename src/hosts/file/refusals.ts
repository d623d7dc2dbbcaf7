import { HostRefusal } from "../host";

/** パスワード付き — the file is encrypted as a whole. */
export function refuseEncrypted(): HostRefusal {
  return new HostRefusal("encrypted", {
    ja: "このファイルはパスワードで暗号化されているため読めません。Excelで開き、「ファイル」→「情報」→「ブックの保護」でパスワードを外して保存し直してください。",
    en: "This file is encrypted with a password; open it in Excel, remove the password under File > Info > Protect Workbook, save it and choose it again.",
  });
}

/** 旧形式 — an .xls file from before Excel 2007. */
export function refuseOldFormat(): HostRefusal {
  return new HostRefusal("old-format", {
    ja: "このファイルは古い形式（.xls）のため読めません。Excelで開き、「名前を付けて保存」で「Excelブック（.xlsx）」を選んで保存し直してください。",
    en: "This file is in the old .xls format; open it in Excel and save it as an Excel workbook (.xlsx).",
  });
}

/** バイナリ形式 — an .xlsb workbook. */
export function refuseBinaryWorkbook(): HostRefusal {
  return new HostRefusal("old-format", {
    ja: "このファイルはバイナリ形式（.xlsb）のため読めません。Excelで開き、「名前を付けて保存」で「Excelブック（.xlsx）」を選んで保存し直してください。",
    en: "This file is a binary workbook (.xlsb); open it in Excel and save it as an Excel workbook (.xlsx).",
  });
}

/** ブックではない — a text file, picture or archive under the name of a workbook. */
export function refuseNotAWorkbook(): HostRefusal {
  return new HostRefusal("not-a-workbook", {
    ja: "このファイルはExcelブック（.xlsx）ではありません。Excelで開けるか確かめ、「Excelブック（.xlsx）」として保存し直してから選んでください。",
    en: "This file is not an Excel workbook (.xlsx); check that Excel opens it, save it as an Excel workbook and choose that file.",
  });
}

/** 空のファイル — no byte in it. */
export function refuseEmptyFile(): HostRefusal {
  return new HostRefusal("truncated", {
    ja: "このファイルは中身が空（0バイト）です。コピーやダウンロードをやり直してから選んでください。",
    en: "This file is empty (0 bytes); copy or download it again and choose it then.",
  });
}

/** ほかのOffice文書 — a document or a presentation under the name of a workbook. */
export function refuseOtherOfficeFile(what: { readonly ja: string; readonly en: string }): HostRefusal {
  return new HostRefusal("other-office-file", {
    ja: `このファイルは${what.ja}です。点検するExcelブック（.xlsx）を選び直してください。`,
    en: `This file is ${what.en}; choose the Excel workbook (.xlsx) to be checked.`,
  });
}

/** 途中で切れたファイル — its end is missing. */
export function refuseTruncated(): HostRefusal {
  return new HostRefusal("truncated", {
    ja: "このファイルは途中で切れています。元の場所からコピーまたはダウンロードをやり直してください。",
    en: "This file ends too early; copy or download it again from where it came.",
  });
}

/** 壊れたファイル — `part` is the part of the package that cannot be trusted, null when it is the package itself. */
export function refuseDamaged(part: string | null): HostRefusal {
  return new HostRefusal("damaged", {
    ja: `このファイルは壊れています${part ? `（${part}）` : ""}。Excelで開いて修復し、保存し直すか、元のファイルを入手し直してください。`,
    en: `This file is damaged${part ? ` (${part})` : ""}; open it in Excel to have it repaired and save it, or get the original again.`,
  });
}

/** 文書型宣言 — a part carries a DTD, which no workbook needs and attackers like. */
export function refuseDtd(part: string): HostRefusal {
  return new HostRefusal("damaged", {
    ja: `このファイルにはブックでは使われない宣言（DTD）が含まれているため読めません（${part}）。Excelで開き、保存し直してください。`,
    en: `This file holds a document type declaration, which workbooks never use (${part}); open it in Excel and save it again.`,
  });
}

/** 大きすぎるファイル — beyond what is read, in the file or in one part once inflated. */
export function refuseTooLarge(limitMegabytes: number, part: string | null): HostRefusal {
  return new HostRefusal("too-large", {
    ja: part
      ? `このファイルは展開すると大きすぎる部分（${part}）があるため読めません（上限${limitMegabytes}MB）。点検に必要なシートだけを新しいブックに移して保存してください。`
      : `このファイルは大きすぎるため読めません（上限${limitMegabytes}MB）。点検に必要なシートだけを新しいブックに移して保存してください。`,
    en: part
      ? `A part of this file (${part}) is too large once unpacked (limit ${limitMegabytes} MB); move the sheets to be checked into a new workbook and save that.`
      : `This file is too large (limit ${limitMegabytes} MB); move the sheets to be checked into a new workbook and save that.`,
  });
}
