import type { Language } from "../model/finding";

const key = "language";

/** 覚えている表示言語 — what somebody chose here before; undefined when nobody has. */
export function readRememberedLanguage(): Language | undefined {
  try {
    const kept = localStorage.getItem(key);
    return kept === "ja" || kept === "en" ? kept : undefined;
  } catch {
    // Storage may be forbidden; then nothing is remembered.
    return undefined;
  }
}

/** 表示言語を覚える — keeps the choice for the next time. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Not remembering is no harm.
  }
}
