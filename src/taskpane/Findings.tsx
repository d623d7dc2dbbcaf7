import { Button } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement } from "react";
import type { FindingView, InspectionView } from "../inspection/inspection-view";
import { placeKey } from "../model/cell";
import { AcceptedFindings } from "./AcceptedFindings";
import { FindingCard } from "./FindingCard";
import { keyOf } from "./finding-key";
import { FindingFilters } from "./FindingFilters";
import { groupBySheet } from "./group-by-sheet";
import { useSay, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import { severities } from "./severity";
import { SheetTitle } from "./SheetTitle";
import { useFindingFilter } from "./use-finding-filter";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly read: (tables: number, figures: number) => string;
  readonly withoutMerges: (sheets: string) => string;
  readonly broken: (names: string) => string;
  readonly none: string;
  readonly noneLeft: string;
  readonly noneRead: string;
  readonly hidden: string;
  readonly more: (count: number) => string;
  readonly notChecked: (count: number) => string;
  readonly places: (count: number) => string;
  readonly again: string;
}> = {
  ja: {
    read: (tables, figures) => `表 ${tables.toLocaleString()} · 数値 ${figures.toLocaleString()} を読み取りました`,
    withoutMerges: (sheets) =>
      `結合セルの範囲をExcelから受け取れなかったシートがあります（${sheets}）。結合した見出しは、先頭のセルだけを読んでいます。「読み取り」で確かめてください。`,
    broken: (names) => `不具合のため実行できなかった点検があります（${names}）。ほかの点検は終わっています。`,
    none: "指摘はありません。読み取った数値は互いに合っています。",
    noneLeft: "残っている指摘はありません。",
    noneRead: "行動計画の表が見つかりませんでした。「読み取り」で、読めなかった区画を確かめられます。",
    hidden: "選んだ条件の指摘はありません。",
    more: (n) => `さらに ${n.toLocaleString()} 件を表示`,
    notChecked: (n) => `点検できなかったもの ${n} 件`,
    places: (n) => `ほか ${n} か所`,
    again: "もう一度点検",
  },
  en: {
    read: (tables, figures) => `${tables.toLocaleString()} tables · ${figures.toLocaleString()} figures read`,
    withoutMerges: (sheets) => `Excel did not tell the merged cells of these sheets: ${sheets}. Of merged headings only the first cell is read; see Reading whether all is right.`,
    broken: (names) => `A mistake of ours kept these checks from running: ${names}. All others are done.`,
    none: "Nothing to report. The figures agree with each other.",
    noneLeft: "No finding is left.",
    noneRead: "No action plan table was found. See Reading for blocks that could not be read.",
    hidden: "Nothing fits the chosen filters.",
    more: (n) => `Show ${n.toLocaleString()} more`,
    notChecked: (n) => `Could not be checked: ${n}`,
    places: (n) => `and ${n} more`,
    again: "Check again",
  },
};

/** 指摘の一覧 — what stands, what has a reason, and what could not be checked. */
export function Findings({ pane, view }: { pane: PaneState; view: InspectionView }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const filter = useFindingFilter(view.findings);
  const groups = useMemo(() => listGroups(view, filter.shown), [view, filter.shown]);
  const nameOf = (id: string): string => {
    const check = view.checks.find((one) => one.id === id);
    return check ? `${sentence(check.name)} ${id}` : id;
  };
  return (
    <>
      <p className="summary">{say.read(view.tables.length, view.figures)}</p>
      {pane.sheetsWithoutMerges.length > 0 && <p className="note">{say.withoutMerges(pane.sheetsWithoutMerges.join(", "))}</p>}
      {view.failures.length > 0 && <p className="note">{say.broken(view.failures.map(({ check }) => nameOf(check)).join(", "))}</p>}
      <FindingFilters filter={filter} names={view.names} />
      {view.findings.length === 0 ? (
        <p className="empty">{view.tables.length === 0 ? say.noneRead : view.accepted.length > 0 ? say.noneLeft : say.none}</p>
      ) : groups.length === 0 ? (
        <p className="empty">{say.hidden}</p>
      ) : (
        groups.map(({ sheet, findings, first }) => <SheetFindings key={sheet} pane={pane} findings={findings} first={first} />)
      )}
      <AcceptedFindings pane={pane} findings={view.accepted} />
      <NotChecked pane={pane} view={view} />
      {!pane.isStale && (
        <div className="tab-end">
          <Button size="small" onClick={pane.inspect}>
            {say.again}
          </Button>
        </div>
      )}
    </>
  );
}

interface SheetGroup {
  readonly sheet: string;
  readonly findings: readonly FindingView[];
  /** How many are shown before anybody asks for more. */
  readonly first: number;
}

const pageSize = 30;
/** So many cards at first, however many sheets there are. */
const firstPage = 120;

function listGroups(view: InspectionView, shown: readonly FindingView[]): readonly SheetGroup[] {
  const gravest = severities.flatMap((kind) => shown.filter(({ severity }) => severity === kind));
  let room = firstPage;
  return groupBySheet(
    gravest,
    ({ at }) => at.sheet,
    view.sheets.map(({ name }) => name),
  ).map(([sheet, findings]) => {
    const first = Math.min(pageSize, room, findings.length);
    room -= first;
    return { sheet, findings, first };
  });
}

function SheetFindings({ pane, findings, first }: { pane: PaneState; findings: readonly FindingView[]; first: number }): ReactElement {
  const say = useWords(words);
  const [more, setMore] = useState(0);
  const limit = first + more;
  const rest = Math.min(findings.length - limit, pageSize * 3);
  return (
    <section className="sheet-group">
      <SheetTitle pane={pane} first={findings[0]!.at} count={findings.length} />
      <ul className="cards">
        {findings.slice(0, limit).map((finding) => (
          <FindingCard key={keyOf(finding)} pane={pane} finding={finding} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setMore(more + pageSize * 3)}>
          {say.more(rest)}
        </Button>
      )}
    </section>
  );
}

function NotChecked({ pane, view }: { pane: PaneState; view: InspectionView }): ReactElement | null {
  const say = useWords(words);
  const sentence = useSay();
  if (view.notChecked.length === 0) return null;
  return (
    <details className="fold">
      <summary>{say.notChecked(view.notChecked.length)}</summary>
      <ul className="fold-list">
        {view.notChecked.slice(0, 200).map((one) => (
          <li key={`${one.check}|${one.missing.ja}`}>
            {sentence(one.missing)}{" "}
            <span className="places">
              {one.places.slice(0, 3).map((at) => (
                <PlaceLink key={placeKey(at)} pane={pane} at={at} />
              ))}
              {one.places.length > 3 && <span className="muted">{say.places(one.places.length - 3)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
