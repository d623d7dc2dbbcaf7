import { Button } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { InspectionView, LineView, TableView } from "../inspection/inspection-view";
import { writeAddress, writeRange } from "../model/cell";
import type { Engine } from "./engine";
import { InspectionGate } from "./InspectionGate";
import { useSay, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import { SheetTitle } from "./SheetTitle";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly lead: (tables: number, figures: number) => string;
  readonly none: string;
  readonly untitled: string;
  readonly mixed: string;
  readonly figures: (count: number) => string;
  readonly sureness: string;
  readonly sure: string;
  readonly fairlySure: string;
  readonly unsure: string;
  readonly unread: (count: number) => string;
  readonly loading: string;
  readonly roles: { readonly [role in LineView["role"]]: string };
  readonly more: (count: number) => string;
}> = {
  ja: {
    lead: (tables, figures) => `${tables} 個の表から ${figures.toLocaleString()} 個の数値を読み取りました。表を開くと、行ごとの読み取り方が分かります。`,
    none: "行動計画の表は見つかりませんでした。",
    untitled: "見出しのない表",
    mixed: "複数の指標",
    figures: (n) => `数値 ${n}`,
    sureness: "確かさ",
    sure: "確か",
    fairlySure: "おおむね確か",
    unsure: "要確認",
    unread: (n) => `読めなかった区画 ${n} 件`,
    loading: "読み込んでいます…",
    roles: { value: "値", numerator: "分子", denominator: "分母", part: "内訳", target: "目標" },
    more: (n) => `さらに ${n} 件を表示`,
  },
  en: {
    lead: (tables, figures) => `${figures.toLocaleString()} figures were read from ${tables} ${tables === 1 ? "table" : "tables"}. Open a table to see how each line was read.`,
    none: "No action plan table was found.",
    untitled: "Table without a caption",
    mixed: "Several indicators",
    figures: (n) => `${n} figures`,
    sureness: "Certainty",
    sure: "sure",
    fairlySure: "fairly sure",
    unsure: "to review",
    unread: (n) => `Blocks that could not be read: ${n}`,
    loading: "Loading…",
    roles: { value: "value", numerator: "numerator", denominator: "denominator", part: "part", target: "target" },
    more: (n) => `Show ${n} more`,
  },
};

/** 読み取り — what each table was read as, and what was not understood. */
export function ReadingTab({ pane, engine }: { pane: PaneState; engine: Engine }): ReactElement {
  return <InspectionGate pane={pane}>{(view) => <Tables pane={pane} engine={engine} view={view} />}</InspectionGate>;
}

function Tables({ pane, engine, view }: { pane: PaneState; engine: Engine; view: InspectionView }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const sheets = new Map<string, TableView[]>();
  for (const table of view.tables) {
    const group = sheets.get(table.sheet);
    if (group) group.push(table);
    else sheets.set(table.sheet, [table]);
  }
  return (
    <>
      <p className="summary">{view.tables.length === 0 ? say.none : say.lead(view.tables.length, view.figures)}</p>
      {[...sheets].map(([sheet, tables]) => (
        <SheetTables key={sheet} pane={pane} engine={engine} sheet={sheet} tables={tables} />
      ))}
      {view.unread.length > 0 && (
        <details className="fold">
          <summary>{say.unread(view.unread.length)}</summary>
          <ul className="fold-list">
            {view.unread.slice(0, 200).map((block) => (
              <li key={`${block.sheet}!${writeRange(block.range)}`}>
                <PlaceLink pane={pane} at={{ sheet: block.sheet, cell: writeAddress(block.range.top, block.range.left) }}>
                  {block.sheet} {writeRange(block.range)}
                </PlaceLink>{" "}
                {sentence(block.because)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const pageSize = 40;

function SheetTables({ pane, engine, sheet, tables }: { pane: PaneState; engine: Engine; sheet: string; tables: readonly TableView[] }): ReactElement {
  const say = useWords(words);
  const [limit, setLimit] = useState(pageSize);
  const rest = Math.min(tables.length - limit, pageSize * 3);
  return (
    <section className="sheet-group">
      <SheetTitle pane={pane} first={{ sheet, cell: writeAddress(tables[0]!.range.top, tables[0]!.range.left) }} count={tables.length} />
      <ul className="cards">
        {tables.slice(0, limit).map((table) => (
          <TableCard key={table.id} pane={pane} engine={engine} table={table} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setLimit(limit + pageSize * 3)}>
          {say.more(rest)}
        </Button>
      )}
    </section>
  );
}

function TableCard({ pane, engine, table }: { pane: PaneState; engine: Engine; table: TableView }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const [lines, setLines] = useState<readonly LineView[]>();
  const sureness = table.confidence >= 0.9 ? say.sure : table.confidence >= 0.6 ? say.fairlySure : say.unsure;
  const [isWaiting, setWaiting] = useState(false);
  const load = (isOpen: boolean): void => {
    if (isOpen && !lines && !isWaiting) {
      setWaiting(true);
      void engine.listLines(table.id).then(setLines);
    }
  };
  return (
    <li className="card is-table">
      <p className="table-title">{table.title || say.untitled}</p>
      <p className="table-facts">
        <span className="table-indicator">{table.indicator ? sentence(table.indicator) : say.mixed}</span>
        <PlaceLink pane={pane} at={{ sheet: table.sheet, cell: writeAddress(table.range.top, table.range.left) }}>
          {writeRange(table.range)}
        </PlaceLink>
      </p>
      <details className="table-lines" onToggle={(event) => load(event.currentTarget.open)}>
        <summary>
          <span>{say.figures(table.figures)}</span>
          {table.periods && <span>{table.periods}</span>}
          <span className={table.confidence >= 0.6 ? "sureness" : "sureness is-unsure"} title={`${say.sureness} ${Math.round(table.confidence * 100)}%`}>
            {sureness}
          </span>
        </summary>
        {lines ? (
          <ul className="lines">
            {lines.slice(0, 100).map((line, index) => (
              <Line key={index} pane={pane} line={line} />
            ))}
          </ul>
        ) : (
          isWaiting && <p className="muted">{say.loading}</p>
        )}
      </details>
    </li>
  );
}

/** 50.0% read as 50% needs no second mention. */
function isSameReading(written: string, read: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/[\s,]/g, "")
      .replace(/(\.\d*?)0+(?!\d)/, "$1")
      .replace(/\.(?!\d)/, "");
  return plain(written) === plain(read);
}

function Line({ pane, line }: { pane: PaneState; line: LineView }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const first = line.cells[0];
  return (
    <li className="line">
      <p className="line-label">
        {line.label || "—"} {first && <PlaceLink pane={pane} at={first.at} home={first.at.sheet} related={line.cells.map((cell) => cell.at)} />}
      </p>
      <p className="line-read">
        <span className="chip">{say.roles[line.role]}</span> {sentence(line.indicator)}
      </p>
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
