import { Button } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement } from "react";
import type { FindingView, InspectionView } from "../inspection/inspection-view";
import type { Severity } from "../model/finding";
import { FindingCard } from "./FindingCard";
import { InspectionGate } from "./InspectionGate";
import { useSay, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import { SheetTitle } from "./SheetTitle";
import { severities, severityWords } from "./severity";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly read: (tables: number, figures: number) => string;
  readonly filter: string;
  readonly none: string;
  readonly noneRead: string;
  readonly hidden: string;
  readonly more: (count: number) => string;
  readonly notChecked: (count: number) => string;
  readonly places: (count: number) => string;
  readonly again: string;
}> = {
  ja: {
    read: (tables, figures) => `表 ${tables.toLocaleString()} · 数値 ${figures.toLocaleString()} を読み取りました`,
    filter: "重さで絞り込む",
    none: "指摘はありません。読み取った数値は互いに合っています。",
    noneRead: "行動計画の表が見つかりませんでした。「読み取り」で、読めなかった区画を確かめられます。",
    hidden: "選んだ種類の指摘はありません。",
    more: (n) => `さらに ${n} 件を表示`,
    notChecked: (n) => `点検できなかったもの ${n} 件`,
    places: (n) => `ほか ${n} か所`,
    again: "もう一度点検",
  },
  en: {
    read: (tables, figures) => `${tables.toLocaleString()} tables · ${figures.toLocaleString()} figures read`,
    filter: "Filter by severity",
    none: "Nothing to report. The figures agree with each other.",
    noneRead: "No action plan table was found. See Reading for blocks that could not be read.",
    hidden: "Nothing of the chosen kind.",
    more: (n) => `Show ${n} more`,
    notChecked: (n) => `Could not be checked: ${n}`,
    places: (n) => `and ${n} more`,
    again: "Check again",
  },
};

/** 点検 — the findings, worst first within their sheets. */
export function CheckTab({ pane }: { pane: PaneState }): ReactElement {
  return <InspectionGate pane={pane}>{(view) => <Findings pane={pane} view={view} />}</InspectionGate>;
}

function Findings({ pane, view }: { pane: PaneState; view: InspectionView }): ReactElement {
  const say = useWords(words);
  const severity = useWords(severityWords);
  const [off, setOff] = useState<ReadonlySet<Severity>>(new Set());
  const groups = useMemo(() => groupBySheet(view, off), [view, off]);
  const count = (kind: Severity): number => view.findings.filter((finding) => finding.severity === kind).length;
  const toggle = (kind: Severity): void => {
    const next = new Set(off);
    if (!next.delete(kind)) next.add(kind);
    setOff(next);
  };
  return (
    <>
      <p className="summary">{say.read(view.tables.length, view.figures)}</p>
      <div className="filters" role="group" aria-label={say.filter}>
        {severities.map((kind) => (
          <button key={kind} type="button" className={`filter is-${kind}`} aria-pressed={!off.has(kind)} onClick={() => toggle(kind)}>
            <span className="filter-head">
              <span aria-hidden="true" className="symbol">
                {severity[kind].symbol}
              </span>
              {severity[kind].word}
            </span>
            <span className="filter-count">{count(kind).toLocaleString()}</span>
          </button>
        ))}
      </div>
      {view.findings.length === 0 ? (
        <p className="empty">{view.tables.length === 0 ? say.noneRead : say.none}</p>
      ) : groups.length === 0 ? (
        <p className="empty">{say.hidden}</p>
      ) : (
        groups.map(([sheet, findings]) => <SheetFindings key={sheet} pane={pane} findings={findings} />)
      )}
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

function groupBySheet(view: InspectionView, off: ReadonlySet<Severity>): [string, FindingView[]][] {
  const groups = new Map<string, FindingView[]>(view.sheets.map(({ name }) => [name, []]));
  for (const kind of severities)
    if (!off.has(kind))
      for (const finding of view.findings)
        if (finding.severity === kind) {
          const group = groups.get(finding.at.sheet);
          if (group) group.push(finding);
          else groups.set(finding.at.sheet, [finding]);
        }
  return [...groups].filter(([, findings]) => findings.length > 0);
}

const pageSize = 30;

function SheetFindings({ pane, findings }: { pane: PaneState; findings: readonly FindingView[] }): ReactElement {
  const say = useWords(words);
  const [limit, setLimit] = useState(pageSize);
  const rest = findings.length - limit;
  return (
    <section className="sheet-group">
      <SheetTitle pane={pane} first={findings[0]!.at} count={findings.length} />
      <ul className="cards">
        {findings.slice(0, limit).map((finding) => (
          <FindingCard key={finding.id} pane={pane} finding={finding} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setLimit(limit + pageSize * 3)}>
          {say.more(Math.min(rest, pageSize * 3))}
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
                <PlaceLink key={`${at.sheet}!${at.cell}`} pane={pane} at={at} />
              ))}
              {one.places.length > 3 && <span className="muted">{say.places(one.places.length - 3)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
