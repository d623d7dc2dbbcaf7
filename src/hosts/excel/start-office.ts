import type { Language } from "../../model/finding";

/** 開いた先 — which application opened the page, and whether it can do what is needed. */
export type OfficeStart =
  | { readonly kind: "excel" }
  | { readonly kind: "too-old"; readonly version: string }
  | { readonly kind: "other-application"; readonly application: string }
  | { readonly kind: "no-host" };

/** 周りの様子 — how the application around the page speaks and looks. */
export interface OfficeSurroundings {
  readonly language: Language;
  /** Background of its panes; undefined where the application does not tell. shape `#rrggbb` */
  readonly background: string | undefined;
}

/** 要る機能の版 — what Excel of Office 2021 has, and what everything here may use without asking. */
export const requiredApi = "1.14";

/**
 * Officeを始める — waits until the application answers, and says which one it is.
 *
 * none  never settles when the application never answers; `onLate` is called then
 */
export async function startOffice(options: { patience: number; onLate: () => void }): Promise<OfficeStart> {
  const waiting = setTimeout(options.onLate, options.patience);
  const answer = await Office.onReady();
  clearTimeout(waiting);
  // Whatever the library's types say, it answers names, and null for a page outside Office.
  const host: unknown = answer.host;
  if (typeof host !== "string") return { kind: "no-host" };
  if (host !== "Excel") return { kind: "other-application", application: host };
  if (!Office.context.requirements.isSetSupported("ExcelApi", requiredApi)) return { kind: "too-old", version: Office.context.diagnostics?.version ?? "" };
  return { kind: "excel" };
}

/** 周りを見る — language and background of the application; to be asked once it has answered. */
export function readSurroundings(): OfficeSurroundings {
  const { displayLanguage, officeTheme } = Office.context;
  // Outside Office there is no language, and old builds tell of no theme.
  const language = (displayLanguage as string | undefined) ?? "ja";
  return { language: /^ja\b/i.test(language) ? "ja" : "en", background: (officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor };
}
