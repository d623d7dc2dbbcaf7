import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { LineView } from "../inspection/inspection-view";
import { correctionWords } from "./correction-words";
import { LineForm, TargetForm } from "./CorrectionForm";
import { addCorrection, removeCorrection } from "./edit-corrections";
import { useSay, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import { Sureness } from "./Sureness";
import { useDisclosure } from "./use-disclosure";
import type { PaneState } from "./use-pane";

const words: Words<{ readonly correct: string; readonly correctOf: (label: string) => string; readonly because: string; readonly unnamed: string }> = {
  ja: { correct: "直す", correctOf: (label) => `${label} の読み方を直す`, because: "根拠", unnamed: "見出しのない行" },
  en: { correct: "Correct", correctOf: (label) => `Correct how ${label} is read`, because: "Because of", unnamed: "line without a heading" },
};

/** 50.0% read as 50% needs no second mention. */
function isSameReading(written: string, read: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/[\s,]/g, "")
      .replace(/(\.\d*?)0+(?!\d)/, "$1")
      .replace(/\.(?!\d)/, "");
  return plain(written) === plain(read);
}

/** 読み取った行 — what a line was read as, how surely and why, its cells, and the way to correct it. */
export function ReadingLine({ pane, line }: { pane: PaneState; line: LineView }): ReactElement {
  const say = useWords(words);
  const terms = useWords(correctionWords);
  const sentence = useSay();
  const { isOpen, close, button } = useDisclosure();
  const first = line.cells[0];
  const name = line.label || say.unnamed;
  const { correctedBy } = line;
  return (
    <li className="line">
      <div className="line-head">
        <p className="line-label">
          {line.label || "—"} {first && <PlaceLink pane={pane} at={first.at} home={first.at.sheet} related={line.cells.map((cell) => cell.at)} />}
        </p>
        <Button size="small" appearance="subtle" {...button} aria-label={say.correctOf(name)}>
          {say.correct}
        </Button>
      </div>
      <p className="line-read">
        <span className="chip">{terms.roles[line.role]}</span> {sentence(line.indicator)}
        {line.target && <span> · {terms.targets[line.target]}</span>}
        {correctedBy ? <span className="chip is-corrected">{terms.corrected}</span> : <Sureness confidence={line.confidence} />}
      </p>
      {correctedBy && (
        <Button size="small" appearance="subtle" disabled={pane.isWriting} onClick={() => pane.changeProfile(removeCorrection(pane.profile, correctedBy))}>
          {terms.undo}
        </Button>
      )}
      {isOpen &&
        (line.target ? (
          <TargetForm
            label={say.correctOf(name)}
            heading={line.heading}
            read={line.target}
            onCancel={close}
            onCorrect={(correction) => {
              close();
              pane.changeProfile(addCorrection(pane.profile, correction));
            }}
          />
        ) : (
          <LineForm
            label={say.correctOf(name)}
            line={line}
            own={pane.profile.indicators}
            onCancel={close}
            onCorrect={(correction) => {
              close();
              pane.changeProfile(addCorrection(pane.profile, correction));
            }}
          />
        ))}
      {line.reasons.length > 0 && (
        <p className="line-reasons">
          <span className="muted">{say.because}</span>
          {line.reasons
            .filter(({ at }, index) => line.reasons.findIndex((other) => other.at.cell === at.cell) === index)
            .map(({ said, at }) => (
              <PlaceLink key={at.cell} pane={pane} at={at} home={at.sheet}>
                <span className="reason" title={said}>
                  {said}
                </span>{" "}
                {at.cell}
              </PlaceLink>
            ))}
        </p>
      )}
      <ul className="line-cells">
        {line.cells.slice(0, 40).map((cell, index) => (
          <li key={index}>
            <span className="muted">{sentence(cell.period)}</span>
            <span>{cell.text.trim() || "—"}</span>
            {!isSameReading(cell.text, sentence(cell.read)) && <span className="muted">→ {sentence(cell.read)}</span>}
          </li>
        ))}
      </ul>
    </li>
  );
}
