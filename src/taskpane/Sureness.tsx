import type { ReactElement } from "react";
import { useWords, type Words } from "./language";

const words: Words<{ readonly name: string; readonly sure: string; readonly fairlySure: string; readonly unsure: string }> = {
  ja: { name: "確かさ", sure: "確か", fairlySure: "おおむね確か", unsure: "要確認" },
  en: { name: "Certainty", sure: "sure", fairlySure: "fairly sure", unsure: "to review" },
};

/** 確かさ — how sure a reading is, in a word. */
export function Sureness({ confidence }: { confidence: number }): ReactElement {
  const say = useWords(words);
  const word = confidence >= 0.9 ? say.sure : confidence >= 0.6 ? say.fairlySure : say.unsure;
  return (
    <span className={confidence >= 0.6 ? "sureness" : "sureness is-unsure"} title={`${say.name} ${Math.round(confidence * 100)}%`}>
      {word}
    </span>
  );
}
