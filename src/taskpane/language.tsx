import { createContext, useContext } from "react";
import type { Language, Sentence } from "../model/finding";

/** 画面の言葉 — the words of one part of the pane, whole in both languages. */
export interface Words<W> {
  readonly ja: W;
  readonly en: W;
}

/** 表示言語 — which of the two languages the pane speaks. */
export const LanguageContext = createContext<Language>("ja");

/** 表示言語を使う — the language of this part of the page. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** 言葉を使う — the words of a part in the language of the pane. */
export function useWords<W>(words: Words<W>): W {
  return words[useContext(LanguageContext)];
}

/** 文を使う — picks the language of sentences that come from the engine. */
export function useSay(): (sentence: Sentence) => string {
  const language = useContext(LanguageContext);
  return (sentence) => sentence[language];
}
