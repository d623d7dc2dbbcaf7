import type { Severity } from "../model/finding";
import type { Words } from "./language";

/** 重さの順 — worst first. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/** 重さの語と記号 — a word and a symbol each, so that nothing hangs on colour. */
export const severityWords: Words<{ readonly [severity in Severity]: { readonly symbol: string; readonly word: string } }> = {
  ja: {
    error: { symbol: "●", word: "要修正" },
    warning: { symbol: "▲", word: "要確認" },
    info: { symbol: "ⓘ", word: "お知らせ" },
  },
  en: {
    error: { symbol: "●", word: "To fix" },
    warning: { symbol: "▲", word: "To review" },
    info: { symbol: "ⓘ", word: "Notes" },
  },
};
