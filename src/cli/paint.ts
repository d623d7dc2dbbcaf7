/** 色 — how the report is painted; plain when it does not go to a terminal. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const same = (text: string): string => text;
const code =
  (open: number, close: number) =>
  (text: string): string =>
    `\u001b[${open}m${text}\u001b[${close}m`;

/** 無色 — every text as it is, for files and pipes. */
export const noPaint: Paint = { error: same, warning: same, info: same, strong: same, faint: same };
/** 端末の色 — the sixteen colours every terminal has. */
export const terminalPaint: Paint = { error: code(31, 39), warning: code(33, 39), info: code(36, 39), strong: code(1, 22), faint: code(2, 22) };
