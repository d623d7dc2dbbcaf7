import { Button, Checkbox } from "@fluentui/react-components";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import type { FillView, InspectionView } from "../inspection/inspection-view";
import { placeKey } from "../model/cell";
import { groupBySheet } from "./group-by-sheet";
import { InspectionGate } from "./InspectionGate";
import { useSay, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import { SheetTitle } from "./SheetTitle";
import { RepairList } from "./RepairList";
import { usePicks } from "./use-picks";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly lead: (count: number) => string;
  readonly title: string;
  readonly none: string;
  readonly all: string;
  readonly preview: string;
  readonly apply: (count: number) => string;
  readonly applying: string;
  readonly asValue: string;
  readonly stale: string;
  readonly pick: (place: string, about: string) => string;
  readonly protectedSheet: string;
  readonly more: (count: number) => string;
}> = {
  ja: {
    lead: (n) => `空いている欄のうち、ほかの数値から計算できるものが ${n} 件あります。`,
    title: "計算できる空欄",
    none: "計算して補える空欄はありません。",
    all: "すべて選ぶ",
    preview: "シートに下書きを表示",
    apply: (n) => `選んだ ${n} 件を書き込む`,
    applying: "書き込んでいます…",
    asValue: "値として書き込みます（もとの数値が文字列のため）",
    stale: "ブックが変わりました。もう一度点検すると書き込めます。",
    pick: (place, about) => `${place} ${about} を選ぶ`,
    protectedSheet: "保護されたシートのため書き込めません",
    more: (n) => `さらに ${n} 件を表示`,
  },
  en: {
    lead: (n) => `${n} empty ${n === 1 ? "cell" : "cells"} can be derived from other figures.`,
    title: "Empty cells that can be derived",
    none: "There is no empty cell that can be derived.",
    all: "Select all",
    preview: "Show drafts in the sheet",
    apply: (n) => `Write ${n} selected`,
    applying: "Writing…",
    asValue: "Written as a value, because its sources are texts",
    stale: "The workbook has changed. Check again before writing.",
    pick: (place, about) => `Select ${place} ${about}`,
    protectedSheet: "This sheet is protected and cannot be written to",
    more: (n) => `Show ${n} more`,
  },
};

/** 補完 — the empty cells that can be derived, each with its formula, value and sources. */
export function FillTab({ pane, canPreview }: { pane: PaneState; canPreview: boolean }): ReactElement {
  return (
    <InspectionGate pane={pane}>
      {(view) => (
        <>
          <RepairList pane={pane} view={view} />
          <Fills pane={pane} view={view} canPreview={canPreview} />
        </>
      )}
    </InspectionGate>
  );
}

const pageSize = 60;

function Fills({ pane, view, canPreview }: { pane: PaneState; view: InspectionView; canPreview: boolean }): ReactElement {
  const say = useWords(words);
  const locked = useMemo(() => new Set(view.sheets.filter((sheet) => sheet.isProtected).map((sheet) => sheet.name)), [view]);
  const open = useMemo(() => view.fills.filter((fill) => !locked.has(fill.at.sheet)), [view, locked]);
  const { picked, toggle, pick } = usePicks(open);
  const [isPreviewed, setPreviewed] = useState(canPreview);
  const [limit, setLimit] = useState(pageSize);
  const canWrite = !pane.isStale && !pane.isWriting;
  const { preview } = pane;
  useEffect(() => {
    const drafts = isPreviewed && !pane.isStale ? open.filter((fill) => picked.has(fill.id)).map((fill) => ({ at: fill.at, text: fill.written })) : [];
    preview(drafts);
    return () => preview([]);
  }, [preview, open, picked, isPreviewed, pane.isStale]);

  if (view.fills.length === 0) return <p className="empty">{say.none}</p>;
  const hasRepairs = view.repairs.length > 0;
  const allState = picked.size === open.length ? true : picked.size === 0 ? false : "mixed";
  const sheets = groupBySheet(view.fills.slice(0, limit), ({ at }) => at.sheet);
  return (
    <>
      {hasRepairs && <h2 className="part-title">{say.title}</h2>}
      <p className="summary">{say.lead(view.fills.length)}</p>
      <div className="choices">
        <Checkbox size="medium" label={say.all} checked={allState} onChange={() => pick(allState === true ? [] : open)} />
        {canPreview && <Checkbox size="medium" label={say.preview} checked={isPreviewed} onChange={(_, data) => setPreviewed(data.checked === true)} />}
      </div>
      {sheets.map(([sheet, fills]) => (
        <section key={sheet} className="sheet-group">
          <SheetTitle pane={pane} first={fills[0]!.at} count={fills.length} />
          {locked.has(sheet) && <p className="muted">{say.protectedSheet}</p>}
          <ul className="cards">
            {fills.map((fill) => (
              <FillCard key={fill.id} pane={pane} fill={fill} isPicked={picked.has(fill.id)} isLocked={locked.has(sheet)} onToggle={() => toggle(fill.id)} />
            ))}
          </ul>
        </section>
      ))}
      {view.fills.length > limit && (
        <Button size="small" appearance="subtle" onClick={() => setLimit(limit + pageSize * 3)}>
          {say.more(Math.min(view.fills.length - limit, pageSize * 3))}
        </Button>
      )}
      <div className="action-bar">
        {pane.isStale && <p className="muted">{say.stale}</p>}
        <Button appearance="primary" className="wide" disabled={!canWrite || picked.size === 0} onClick={() => pane.applyFills([...picked].sort((a, b) => a - b))}>
          {pane.isWriting ? say.applying : say.apply(picked.size)}
        </Button>
      </div>
    </>
  );
}

function FillCard(props: { pane: PaneState; fill: FillView; isPicked: boolean; isLocked: boolean; onToggle: () => void }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const { pane, fill } = props;
  const isShown = pane.shown === placeKey(fill.at);
  return (
    <li className={`card is-fill${isShown ? " is-shown" : ""}`}>
      <div className="fill-head">
        <Checkbox
          checked={props.isPicked}
          disabled={props.isLocked}
          onChange={props.onToggle}
          input={{ "aria-label": say.pick(fill.at.cell, sentence(fill.about)) }}
          indicator={{ className: "fill-tick" }}
        />
        <div className="fill-what">
          <PlaceLink pane={pane} at={fill.at} home={fill.at.sheet} related={fill.sources} /> <span className="fill-about">{sentence(fill.about)}</span>
        </div>
        <strong className="fill-value">{sentence(fill.shown)}</strong>
      </div>
      <p className="fill-why">{sentence(fill.derivation)}</p>
      {fill.formula === null ? <p className="muted fill-note">{say.asValue}</p> : <code className="fill-formula">{fill.formula}</code>}
    </li>
  );
}
