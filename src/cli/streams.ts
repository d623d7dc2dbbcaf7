/** 出力先 — where the command line writes; the tests put their own here. */
export interface Streams {
  readonly out: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly err: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly today: string;
  /** Text of the program that workers run; undefined: made of the sources. */
  readonly workerProgram?: string;
}

/** 終了コード — 0 nothing of severity error, 1 some, 2 could not do it. */
export type ExitCode = 0 | 1 | 2;
