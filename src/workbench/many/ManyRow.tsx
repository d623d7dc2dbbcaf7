import { memo, type ReactElement } from "react";
import { useSay, useWords } from "../../taskpane/language";
import { severityWords } from "../../taskpane/severity";
import type { CheckedPicked } from "./checked-picked";
import { manyWords } from "./many-words";

/** 一冊の行 — what became of one workbook; its name opens it. */
export const ManyRow = memo(function ManyRow(props: {
  name: string;
  place: number;
  checked: CheckedPicked | undefined;
  isUnderWay: boolean;
  onOpen: (place: number) => void;
}): ReactElement {
  const { name, place, checked, onOpen } = props;
  const say = useWords(manyWords);
  const canOpen = checked !== undefined && checked.refusal === null;
  return (
    <li className="many-row" aria-current={props.isUnderWay ? "step" : undefined}>
      {canOpen ? (
        <button type="button" className="many-name link-button" aria-label={say.open(name)} onClick={() => onOpen(place)}>
          {name}
        </button>
      ) : (
        <span className="many-name">{name}</span>
      )}
      {checked ? <Result checked={checked} /> : <span className="many-aside muted">{props.isUnderWay ? say.checking : say.waiting}</span>}
    </li>
  );
});

function Result({ checked: { counts, refusal, failures } }: { checked: CheckedPicked }): ReactElement {
  const say = useWords(manyWords);
  const severity = useWords(severityWords);
  const sentence = useSay();
  if (!counts)
    return (
      <span className="many-told">
        <span className="many-count is-error">{say.refused}</span> {refusal && sentence(refusal)}
      </span>
    );
  return (
    <>
      {counts.tables === 0 ? (
        <span className="many-aside muted">{say.noTable}</span>
      ) : (
        <span className="many-counts">
          <Count kind="error" symbol={severity.error.symbol} word={severity.error.word} count={counts.errors} />
          <Count kind="warning" symbol={severity.warning.symbol} word={severity.warning.word} count={counts.warnings} />
          <Count kind="info" symbol={severity.info.symbol} word={severity.info.word} count={counts.infos} />
          <Count kind="error" symbol="×" word={say.missed} count={counts.missed} />
        </span>
      )}
      {failures.length > 0 && <span className="many-told is-error">{say.failures(failures)}</span>}
    </>
  );
}

function Count({ kind, symbol, word, count }: { kind: string; symbol: string; word: string; count: number }): ReactElement {
  return (
    <span className={count > 0 ? `many-count is-${kind}` : "many-count is-none"}>
      <span aria-hidden="true">{symbol}</span> {word} <strong>{count.toLocaleString("en-US")}</strong>
    </span>
  );
}
