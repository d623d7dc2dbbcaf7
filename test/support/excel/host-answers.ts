import type { SimulatedExcel } from "./simulated-excel";

/** 周囲 — what Excel tells an add-in of itself and of its user. */
export interface Surroundings {
  /** Language of the ribbon and the menus. */
  readonly displayLanguage?: string;
  /** Language of figures and dates. */
  readonly contentLanguage?: string;
  readonly theme?: "light" | "dark";
  /** The requirement set Excel has; the tested library knows ExcelApi up to 1.15, and `RangeAreas.select` of 1.18 by us. */
  readonly excelApi?: string;
  /** False for an Excel that cannot wait for the end of typing. */
  readonly hasDelayForCellEdit?: boolean;
}

/** Black text on white, or white text on black; colours as numbers, as Excel hands them over. */
const THEMES = {
  light: { bodyForegroundColor: 0x262626, bodyBackgroundColor: 0xe6e6e6, controlForegroundColor: 0x262626, controlBackgroundColor: 0xffffff },
  dark: { bodyForegroundColor: 0xffffff, bodyBackgroundColor: 0x262626, controlForegroundColor: 0xffffff, controlBackgroundColor: 0x0a0a0a },
};

/** 起動の答え — everything the library asks before it works, as plain data: it goes into a page as well. */
export interface StartAnswers {
  readonly hostInfo: string;
  /** By the name of the method of `GetContext()`. */
  readonly context: { readonly [method: string]: string | number | boolean };
}

/** 起動に答える — as Excel for Windows would, for these surroundings. */
export function answerStart(excel: SimulatedExcel, surroundings: Surroundings): StartAnswers {
  const display = surroundings.displayLanguage ?? "ja-JP";
  const sets = {
    ExcelApi: surroundings.excelApi ?? "1.15",
    SharedRuntime: "1.1",
    RichApiRuntime: "1.2",
    RichApiRuntimeFlag: "1.2",
    ...(surroundings.hasDelayForCellEdit === false ? {} : { DelayForCellEdit: "1.1" }),
  };
  return {
    hostInfo: `Excel$Win32$16.01$${display}$00000000-0000-0000-0000-000000000001$$$0`,
    context: {
      GetAppType: 1,
      GetSolutionRef: "{00000000-0000-0000-0000-00000000000a}",
      GetAppVersionMajor: 16,
      GetAppVersionMinor: 1,
      GetAppUILocale: display,
      GetAppDataLocale: surroundings.contentLanguage ?? "ja-JP",
      GetDocUrl: `C:\\Users\\Public\\Documents\\${excel.book.name}`,
      GetAppCapabilities: excel.book.isReadOnly ? 1 : 0,
      GetActivationMode: 1,
      GetControlIntegrationLevel: 1,
      GetSolutionToken: "",
      GetCorrelationId: "00000000-0000-0000-0000-000000000001",
      GetInstanceId: "simulated",
      GetTouchEnabled: false,
      GetCommerceAllowed: false,
      GetHostFullVersion: "16.0.17928.20000",
      GetSupportedMatrix: JSON.stringify(sets),
      GetOfficeThemeInfo: JSON.stringify(THEMES[surroundings.theme ?? "light"]),
    },
  };
}

/** 飛び地を選べるか — does this Excel have `RangeAreas.select` (ExcelApi 1.18)? */
export function hasAreasSelect({ excelApi = "1.15" }: Surroundings): boolean {
  return Number(excelApi.split(".")[1]) >= 18;
}

/** 電文から — body and flags of a request, out of the arguments of `Execute`. */
export function readExecute(args: readonly unknown[]): { readonly body: string; readonly flags: number } {
  const message: unknown = args[0];
  if (!Array.isArray(message)) throw new Error(`not understood: ${JSON.stringify(args)}`);
  const [, , , , body, , flags]: unknown[] = message;
  return { body: Array.isArray(body) ? body.join("") : String(body), flags: typeof flags === "number" ? flags : 0 };
}

/** 答えの電文 — the array a callback gets. */
export function writeAnswer(answer: { readonly hostError: number } | { readonly body: string }): unknown[] {
  return "hostError" in answer ? [answer.hostError] : [0, [200, [], answer.body]];
}

/** 実行の番号 — `Execute` with this number is a request of the object model. */
export const EXECUTE_REQUEST = 93;
/** 知らせの番号 — `RegisterEvent` with this number brings events of the object model. */
export const MODEL_EVENTS = 33;
/** The library registers it at its start; the commands of a ribbon come by it, and none ever does here. */
const COMMAND_EVENTS = 39;
/** 登録できる知らせ — every other registration is refused aloud, since nothing would ever come of it. */
export const KNOWN_EVENTS: readonly number[] = [MODEL_EVENTS, COMMAND_EVENTS];
