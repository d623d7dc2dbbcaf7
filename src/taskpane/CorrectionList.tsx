import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { InspectionView } from "../inspection/inspection-view";
import { findIndicator } from "../indicators/index";
import type { Profile, ReadingCorrection } from "../model/profile";
import { correctionWords } from "./correction-words";
import { removeCorrection } from "./edit-corrections";
import { useLanguage, useSay, useWords, type Words } from "./language";
import type { PaneState } from "./use-pane";
import { writeYear } from "./year";

const words: Words<{ readonly title: (count: number) => string; readonly absent: string; readonly whole: string; readonly at: (heading: string) => string }> = {
  ja: { title: (n) => `訂正した読み方 ${n} 件`, absent: "この見出しは、いまのブックにありません。", whole: "すべてのシート", at: (heading) => `「${heading}」` },
  en: { title: (n) => `Corrections: ${n}`, absent: "This heading is not in this workbook now.", whole: "every sheet", at: (heading) => `“${heading}”` },
};

/** 訂正の一覧 — everything that is read as somebody said, and the way back. */
export function CorrectionList({ pane, view }: { pane: PaneState; view: InspectionView }): ReactElement | null {
  const say = useWords(words);
  const terms = useWords(correctionWords);
  const tell = useTell(pane.profile);
  const { corrections } = view.profile;
  if (corrections.length === 0) return null;
  return (
    <details className="fold corrections">
      <summary>{say.title(corrections.length)}</summary>
      <ul className="fold-list">
        {corrections.map((one, index) => (
          <li key={index}>
            <p>
              <span className="muted">{one.sheet ?? say.whole}</span> {[one.caption, one.heading, one.beside].filter(Boolean).map((text) => say.at(text!))}
            </p>
            <p>→ {tell(one)}</p>
            {view.metCorrections[index] === false && <p className="muted">{say.absent}</p>}
            <Button
              size="small"
              disabled={pane.isWriting}
              aria-label={terms.undoOf([one.heading, one.beside].filter(Boolean).join(" "))}
              onClick={() => pane.changeProfile(removeCorrection(pane.profile, one))}
            >
              {terms.undo}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function useTell(profile: Profile): (correction: ReadingCorrection) => string {
  const terms = useWords(correctionWords);
  const language = useLanguage();
  const sentence = useSay();
  const nameOf = (id: string): string => {
    const own = profile.indicators.find((one) => one.id === id);
    const known = findIndicator(id);
    return own?.label ?? (known ? sentence(known.label) : id);
  };
  return ({ indicator, role, sex, year, target }) =>
    [
      indicator === undefined ? undefined : nameOf(indicator),
      role === undefined ? undefined : role === "ignore" ? terms.ignore : terms.roles[role],
      sex === undefined ? undefined : terms.sexes[sex],
      year === undefined ? undefined : writeYear(year, language),
      target === undefined ? undefined : terms.targets[target],
    ]
      .filter((part) => part !== undefined)
      .join(" · ");
}
