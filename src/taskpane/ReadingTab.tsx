import { Button } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useState, type ReactElement } from "react";
import type { InspectionView, TableView } from "../inspection/inspection-view";
import { writeAddress, type CellRange } from "../model/cell";
import { CorrectionList } from "./CorrectionList";
import type { Engine } from "./engine";
import { groupBySheet } from "./group-by-sheet";
import { InspectionGate } from "./InspectionGate";
import { useWords, type Words } from "./language";
import type { Selection } from "./pane-host";
import { SheetTitle } from "./SheetTitle";
import { TableCard } from "./TableCard";
import { UnreadBlocks } from "./UnreadBlocks";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly lead: (tables: number, figures: number) => string;
  readonly none: string;
  readonly selected: string;
  readonly again: string;
  readonly nothingSelected: string;
  readonly noTable: (place: string) => string;
  readonly more: (count: number) => string;
}> = {
  ja: {
    lead: (tables, figures) => `${tables} 個の表から ${figures.toLocaleString()} 個の数値を読み取りました。表を開くと、行ごとの読み取り方が分かり、直せます。`,
    none: "行動計画の表は見つかりませんでした。",
    selected: "選択中の表を読み直す",
    again: "読み直しています…",
    nothingSelected: "セルが選ばれていません。表の中のセルを選んでから押してください。",
    noTable: (place) => `${place} には読み取れる表がありません。表の中のセルを選んでから押してください。`,
    more: (n) => `さらに ${n} 件を表示`,
  },
  en: {
    lead: (tables, figures) =>
      `${figures.toLocaleString()} figures were read from ${tables} ${tables === 1 ? "table" : "tables"}. Open a table to see how each line was read, and to correct it.`,
    none: "No action plan table was found.",
    selected: "Read the selected table again",
    again: "Reading again…",
    nothingSelected: "No cell is selected. Select a cell inside a table, then press this again.",
    noTable: (place) => `There is no table at ${place}. Select a cell inside a table, then press this again.`,
    more: (n) => `Show ${n} more`,
  },
};

/** 探している所 — what somebody selected, to be shown here once it is read. */
export interface Asked {
  readonly sheet: string;
  readonly range: CellRange;
}

function meets(one: CellRange, other: CellRange): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

function isAt(one: { readonly sheet: string; readonly range: CellRange }, asked: Asked | undefined): boolean {
  return asked !== undefined && one.sheet === asked.sheet && meets(one.range, asked.range);
}

/** The last result, also while a new one is made: what somebody has opened must not close under them. */
function useHeldView(pane: PaneState): InspectionView | undefined {
  const [last, setLast] = useState(pane.view);
  if (pane.view && pane.view !== last) setLast(pane.view);
  return pane.view ?? (pane.phase.kind === "inspecting" ? last : undefined);
}

/** 読み取り — what each table was read as, the picks that correct it, and what was not understood. */
export function ReadingTab({ pane, engine }: { pane: PaneState; engine: Engine }): ReactElement {
  const view = useHeldView(pane);
  return view ? <Tables pane={pane} engine={engine} view={view} /> : <InspectionGate pane={pane}>{() => null}</InspectionGate>;
}

function Tables({ pane, engine, view }: { pane: PaneState; engine: Engine; view: InspectionView }): ReactElement {
  const say = useWords(words);
  const [asked, setAsked] = useState<Asked>();
  const [message, setMessage] = useState("");
  const isReading = pane.phase.kind === "inspecting";
  const shown = useCallback(() => setAsked(undefined), []);
  useEffect(() => {
    if (!asked || isReading || pane.isStale) return;
    const table = view.tables.find((one) => isAt(one, asked));
    if (table || view.unread.some((block) => isAt(block, asked))) return;
    setMessage(say.noTable(`${asked.sheet} ${writeAddress(asked.range.top, asked.range.left)}`));
    setAsked(undefined);
  }, [asked, isReading, pane.isStale, view, say]);
  const readSelected = (selection: Selection | null): void => {
    setMessage(selection ? "" : say.nothingSelected);
    if (!selection) return;
    setAsked({ sheet: selection.sheet, range: selection.range });
    // What changed since is read first; its table is shown when it is there.
    if (pane.isStale) pane.inspect();
  };
  const found = isReading || pane.isStale ? undefined : view.tables.find((one) => isAt(one, asked));
  const groups = useMemo(() => shareRoom(groupBySheet(view.tables, ({ sheet }) => sheet)), [view.tables]);
  return (
    <>
      <p className="summary">{view.tables.length === 0 ? say.none : say.lead(view.tables.length, view.figures)}</p>
      <div className="reading-actions">
        <Button size="small" disabled={isReading} onClick={() => void pane.readSelection().then(readSelected)}>
          {say.selected}
        </Button>
        <p className="muted" role="status">
          {isReading ? say.again : message}
        </p>
      </div>
      <CorrectionList pane={pane} view={view} />
      {groups.map(({ sheet, tables, first }) => (
        <SheetTables key={sheet} pane={pane} engine={engine} sheet={sheet} tables={tables} first={first} asked={found} onShown={shown} />
      ))}
      <UnreadBlocks pane={pane} blocks={view.unread} asked={found || isReading || pane.isStale ? undefined : view.unread.find((block) => isAt(block, asked))} onShown={shown} />
    </>
  );
}

const pageSize = 40;
/** So many tables at first, however many sheets there are: each is a form of its own. */
const firstPage = 20;

interface SheetGroup {
  readonly sheet: string;
  readonly tables: readonly TableView[];
  /** How many are shown before anybody asks for more. */
  readonly first: number;
}

function shareRoom(sheets: readonly (readonly [sheet: string, tables: readonly TableView[]])[]): readonly SheetGroup[] {
  let room = firstPage;
  return sheets.map(([sheet, tables]) => {
    const first = Math.min(room, tables.length);
    room -= first;
    return { sheet, tables, first };
  });
}

function SheetTables(props: SheetGroup & { pane: PaneState; engine: Engine; asked: TableView | undefined; onShown: () => void }): ReactElement {
  const { pane, engine, sheet, tables, first, asked, onShown } = props;
  const say = useWords(words);
  const [limit, setLimit] = useState(first);
  const needed = asked ? tables.indexOf(asked) + 1 : 0;
  useEffect(() => {
    if (needed > limit) setLimit(needed);
  }, [needed, limit]);
  const rest = Math.min(tables.length - limit, pageSize * 3);
  return (
    <section className="sheet-group">
      <SheetTitle pane={pane} first={{ sheet, cell: writeAddress(tables[0]!.range.top, tables[0]!.range.left) }} count={tables.length} />
      <ul className="cards">
        {tables.slice(0, limit).map((table) => (
          <TableCard key={table.id} pane={pane} engine={engine} table={table} isAsked={asked === table} onShown={onShown} />
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
