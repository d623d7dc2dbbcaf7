import type { Place } from "./cell";

/** 重大度 — 要修正, 要確認, お知らせ in the pane. */
export type Severity = "error" | "warning" | "info";
/** 言語 — the languages every message is written in. */
export type Language = "ja" | "en";
/** 文 — one message in every language. */
export type Sentence = { readonly [language in Language]: string };

/** 指摘 — something a check says about this workbook, with the cells it rests on. */
export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  readonly at: Place;
  readonly related: readonly Place[];
  readonly message: Sentence;
  /** The arithmetic, when there is one: 7 ÷ 8 = 87.5%、記載 78.5%. */
  readonly arithmetic?: Sentence;
  /** Where exactly one answer exists: what the cell should say. */
  readonly fix: { readonly text: string } | null;
  readonly indicator?: string;
  readonly fiscalYear?: number;
}

/** 点検できなかったもの — a check's need is absent here. */
export interface NotChecked {
  readonly check: string;
  readonly at: Place;
  readonly missing: Sentence;
}
