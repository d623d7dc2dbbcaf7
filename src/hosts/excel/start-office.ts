import type { Language } from "../../model/finding";
import { hasExcelApi, NEEDED_SET } from "./newer-members";

/** 始まりの答え — in which application the page stands, and whether it can do what we need. */
export type StartAnswer =
  | { readonly kind: "excel" }
  /** The page is open in a browser, beside no workbook. */
  | { readonly kind: "no-host" }
  | { readonly kind: "other-application"; readonly application: string }
  | { readonly kind: "too-old"; readonly version: string };

/** 周りの様子 — what the application tells of itself. */
export interface Surroundings {
  /** undefined when the application does not tell. */
  readonly language: Language | undefined;
  /** Colour of the pane's ground in the Office theme, as `#rrggbb`; older versions do not tell. */
  readonly background: string | undefined;
}

/**
 * Officeを始める — waits for Excel to answer; calls back once when that takes long, and goes on waiting.
 *
 * none    never settles while the application does not answer: the library itself has no limit
 * errors  an Error when the library is not there at all: it has to be loaded before
 */
export function startOffice({ patience, onLate }: { readonly patience: number; readonly onLate: () => void }): Promise<StartAnswer> {
  if (typeof Office === "undefined") return Promise.reject(new Error("office.js was not loaded"));
  return new Promise((resolve, reject) => {
    const waiting = setTimeout(onLate, patience);
    Office.onReady()
      .then(({ host }) => resolve(readAnswer(host)), reject)
      .finally(() => clearTimeout(waiting));
  });
}

/** 周りの様子を読む — after Excel has answered. */
export function readSurroundings(): Surroundings {
  const { displayLanguage } = Office.context;
  const theme: Partial<Office.OfficeTheme> | undefined = Office.context.officeTheme;
  return {
    language: displayLanguage ? (/^ja\b/i.test(displayLanguage) ? "ja" : "en") : undefined,
    background: theme?.bodyBackgroundColor,
  };
}

function readAnswer(host: Office.HostType | null | undefined): StartAnswer {
  if (!host) return { kind: "no-host" };
  if (host !== Office.HostType.Excel) return { kind: "other-application", application: String(host) };
  return hasExcelApi(NEEDED_SET) ? { kind: "excel" } : { kind: "too-old", version: Office.context.diagnostics.version };
}
