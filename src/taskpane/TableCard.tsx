import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import type { LineView, TableView, YearHeadingView } from "../inspection/inspection-view";
import { writeAddress, writeRange } from "../model/cell";
import { correctionWords } from "./correction-words";
import { TableForm, YearForm } from "./CorrectionForm";
import { addCorrection, removeCorrection } from "./edit-corrections";
import type { Engine } from "./engine";
import { useSay, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import { ReadingLine } from "./ReadingLine";
import { Sureness } from "./Sureness";
import { useDisclosure } from "./use-disclosure";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly untitled: string;
  readonly mixed: string;
  readonly figures: (count: number) => string;
  readonly loading: string;
  readonly correctTable: string;
  readonly correctTableOf: (title: string) => string;
  readonly years: string;
  readonly correctYear: (heading: string) => string;
  readonly more: (count: number) => string;
}> = {
  ja: {
    untitled: "見出しのない表",
    mixed: "複数の指標",
    figures: (n) => `数値 ${n}`,
    loading: "読み込んでいます…",
    correctTable: "表全体の指標を直す",
    correctTableOf: (title) => `${title} 全体の指標を直す`,
    years: "年の見出し",
    correctYear: (heading) => `${heading} の年を直す`,
    more: (n) => `さらに ${n} 行を表示`,
  },
  en: {
    untitled: "Table without a caption",
    mixed: "Several indicators",
    figures: (n) => `${n} figures`,
    loading: "Loading…",
    correctTable: "Correct the indicator of the whole table",
    correctTableOf: (title) => `Correct the indicator of ${title} as a whole`,
    years: "Year headings",
    correctYear: (heading) => `Correct the year of ${heading}`,
    more: (n) => `Show ${n} more lines`,
  },
};

const pageSize = 40;

/** 表の札 — what one table was read as; opened, its years and lines, each of which can be corrected. */
export function TableCard(props: { pane: PaneState; engine: Engine; table: TableView; isAsked: boolean; onShown: () => void }): ReactElement {
  const { pane, engine, table, isAsked, onShown } = props;
  const say = useWords(words);
  const sentence = useSay();
  const [isOpen, setOpen] = useState(false);
  const [lines, setLines] = useState<readonly LineView[]>();
  const [limit, setLimit] = useState(pageSize);
  const card = useRef<HTMLLIElement>(null);
  const isReading = pane.phase.kind === "inspecting";
  useEffect(() => {
    if (!isOpen || isReading) return undefined;
    let isWanted = true;
    void engine.listLines(table.id).then((found) => isWanted && setLines(found));
    return () => {
      isWanted = false;
    };
  }, [engine, table, isOpen, isReading]);
  useEffect(() => {
    if (!isAsked) return;
    setOpen(true);
    card.current?.scrollIntoView?.({ block: "start" });
    card.current?.focus({ preventScroll: true });
    onShown();
  }, [isAsked, onShown]);
  const title = table.title || say.untitled;
  const rest = (lines?.length ?? 0) - limit;
  return (
    <li className="card is-table" ref={card} tabIndex={-1} aria-label={title}>
      <p className="table-title">{title}</p>
      <p className="table-facts">
        <span className="table-indicator">{table.indicator ? sentence(table.indicator) : say.mixed}</span>
        <PlaceLink pane={pane} at={{ sheet: table.sheet, cell: writeAddress(table.range.top, table.range.left) }}>
          {writeRange(table.range)}
        </PlaceLink>
      </p>
      <details className="table-lines" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span>{say.figures(table.figures)}</span>
          {table.periods && <span>{table.periods}</span>}
          <Sureness confidence={table.confidence} />
        </summary>
        <TableCorrection pane={pane} table={table} title={title} />
        {table.years.length > 0 && (
          <details className="table-years">
            <summary>{say.years}</summary>
            <ul>
              {table.years.map((year) => (
                <YearLine key={year.text} pane={pane} year={year} />
              ))}
            </ul>
          </details>
        )}
        {lines ? (
          <ul className="lines">
            {lines.slice(0, limit).map((line, index) => (
              <ReadingLine key={`${index} ${line.label}`} pane={pane} line={line} />
            ))}
          </ul>
        ) : (
          isOpen && <p className="muted">{say.loading}</p>
        )}
        {rest > 0 && (
          <Button size="small" appearance="subtle" onClick={() => setLimit(limit + pageSize * 3)}>
            {say.more(Math.min(rest, pageSize * 3))}
          </Button>
        )}
      </details>
    </li>
  );
}

function TableCorrection({ pane, table, title }: { pane: PaneState; table: TableView; title: string }): ReactElement {
  const say = useWords(words);
  const terms = useWords(correctionWords);
  const { isOpen, close, button } = useDisclosure();
  const { correctedBy } = table;
  return (
    <div className="table-correction">
      <Button size="small" appearance="subtle" {...button} aria-label={say.correctTableOf(title)}>
        {say.correctTable}
      </Button>
      {correctedBy && (
        <>
          <span className="chip is-corrected">{terms.corrected}</span>
          <Button size="small" appearance="subtle" disabled={pane.isWriting} onClick={() => pane.changeProfile(removeCorrection(pane.profile, correctedBy))}>
            {terms.undo}
          </Button>
        </>
      )}
      {isOpen && (
        <TableForm
          label={say.correctTableOf(title)}
          heading={table.heading}
          read={table.indicatorId}
          own={pane.profile.indicators}
          onCancel={close}
          onCorrect={(correction) => {
            close();
            pane.changeProfile(addCorrection(pane.profile, correction));
          }}
        />
      )}
    </div>
  );
}

function YearLine({ pane, year }: { pane: PaneState; year: YearHeadingView }): ReactElement {
  const say = useWords(words);
  const terms = useWords(correctionWords);
  const sentence = useSay();
  const { isOpen, close, button } = useDisclosure();
  const { correctedBy } = year;
  return (
    <li>
      <span className="year-heading">
        <PlaceLink pane={pane} at={year.at} home={year.at.sheet}>
          {year.text} {year.at.cell}
        </PlaceLink>
        <span>→ {sentence(year.period)}</span>
        {correctedBy && <span className="chip is-corrected">{terms.corrected}</span>}
        <Button size="small" appearance="subtle" {...button} aria-label={say.correctYear(year.text)}>
          {terms.year}
        </Button>
        {correctedBy && (
          <Button size="small" appearance="subtle" disabled={pane.isWriting} onClick={() => pane.changeProfile(removeCorrection(pane.profile, correctedBy))}>
            {terms.undo}
          </Button>
        )}
      </span>
      {isOpen && (
        <YearForm
          label={say.correctYear(year.text)}
          heading={year.heading}
          read={year.year}
          onCancel={close}
          onCorrect={(correction) => {
            close();
            pane.changeProfile(addCorrection(pane.profile, correction));
          }}
        />
      )}
    </li>
  );
}
