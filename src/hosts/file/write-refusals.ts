import { HostRefusal } from "../host";

/** 電子署名付き — an edit would break the signature of the file. */
export function refuseSigned(): HostRefusal {
  return new HostRefusal("signed", {
    ja: "このファイルには電子署名があり、書き込むと署名が無効になるため書き込みませんでした。署名のない写しに書き込むか、署名が無効になってよいことを確かめてからやり直してください。",
    en: "This file carries a digital signature that any change would break, so nothing was written; use a copy without the signature, or confirm that the signature may be broken.",
  });
}

/** 書き込めない — the result could not be made, or did not hold what it should when it was opened again. */
export function refuseUnwritable(): HostRefusal {
  return new HostRefusal("cannot-write", {
    ja: "書き込んだ結果を開き直して確かめたところ、書き込む前と合わないところがあったため、変更を取りやめました。元のファイルはそのままです。ファイルをExcelで開いて保存し直してから、もう一度お試しください。",
    en: "The result did not agree with what was to be written when it was opened again, so the change was given up and the original is as it was; open the file in Excel, save it again and try once more.",
  });
}
