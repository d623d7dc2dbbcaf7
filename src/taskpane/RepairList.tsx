import { placeKey } from "../model/cell";
import { Button, Checkbox } from "@fluentui/react-components";
import { useId, useMemo, useState, type ReactElement } from "react";
import type { InspectionView, RepairView } from "../inspection/inspection-view";
import { groupBySheet } from "./group-by-sheet";
import { useSay, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import { SheetTitle } from "./SheetTitle";
import { usePicks } from "./use-picks";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly title: string;
  readonly lead: (count: number) => string;
  readonly needed: (count: number) => string;
  readonly note: string;
  readonly list: (count: number) => string;
  readonly all: string;
  readonly onlyNeeded: string;
  readonly pick: (place: string, text: string) => string;
  readonly before: string;
  readonly after: string;
  readonly asText: string;
  readonly asNumber: (value: string) => string;
  readonly forFill: string;
  readonly apply: (count: number) => string;
  readonly applying: string;
  readonly protectedSheet: string;
  readonly more: (count: number) => string;
}> = {
  ja: {
    title: "文字で入力された数値",
    lead: (n) => `数値に直せる文字が ${n} 件あります。見える文字は変わらず、計算式で使えるようになります。`,
    needed: (n) => `うち ${n} 件は空欄の計算に使います。先に直すと、空欄に計算式が入ります。`,
    note: "配置を決めていないセルでは、左寄せから右寄せに変わります。",
    list: (n) => `内容を見る（${n} 件）`,
    all: "すべて選ぶ",
    onlyNeeded: "空欄の計算に使うものだけ選ぶ",
    pick: (place, text) => `${place} ${text} を選ぶ`,
    before: "前",
    after: "後",
    asText: "（文字）",
    asNumber: (value) => `（数値 ${value}）`,
    forFill: "空欄の計算に使います",
    apply: (n) => `選んだ ${n} 件を数値に直す`,
    applying: "書き込んでいます…",
    protectedSheet: "保護されたシートのため書き込めません",
    more: (n) => `さらに ${n} 件を表示`,
  },
  en: {
    title: "Numbers typed as text",
    lead: (n) => `${n} ${n === 1 ? "text" : "texts"} can become numbers: they go on looking the same, and formulas can use them.`,
    needed: (n) => `${n} of them ${n === 1 ? "is" : "are"} needed for empty cells. Repaired first, those cells get formulas.`,
    note: "Cells without an alignment of their own turn from left to right.",
    list: (n) => `See all ${n}`,
    all: "Select all",
    onlyNeeded: "Select only what empty cells need",
    pick: (place, text) => `Select ${place} ${text}`,
    before: "now",
    after: "afterwards",
    asText: "(text)",
    asNumber: (value) => `(number ${value})`,
    forFill: "Needed for an empty cell",
    apply: (n) => `Make numbers of ${n} selected`,
    applying: "Writing…",
    protectedSheet: "This sheet is protected and cannot be written to",
    more: (n) => `Show ${n} more`,
  },
};

const pageSize = 60;

/** Cells that a fill could only be reckoned from as a value, because they are texts. */
function findNeeded(view: InspectionView): ReadonlySet<string> {
  return new Set(view.fills.filter((fill) => fill.formula === null).flatMap((fill) => fill.sources.map((at) => placeKey(at))));
}

/** Most workbooks need none of the many: then nothing is looked through. */
function putNeededFirst(repairs: readonly RepairView[], needed: ReadonlySet<string>): readonly RepairView[] {
  if (needed.size === 0) return repairs;
  const isNeeded = ({ at }: RepairView): boolean => needed.has(placeKey(at));
  return [...repairs.filter(isNeeded), ...repairs.filter((repair) => !isNeeded(repair))];
}

/** 直しの一覧 — numbers typed as text, each as it stands and as it would: those that an empty cell needs are ticked. */
export function RepairList({ pane, view }: { pane: PaneState; view: InspectionView }): ReactElement | null {
  const say = useWords(words);
  const heading = useId();
  const locked = useMemo(() => new Set(view.sheets.filter((sheet) => sheet.isProtected).map((sheet) => sheet.name)), [view]);
  const needed = useMemo(() => findNeeded(view), [view]);
  const open = useMemo(() => (locked.size === 0 ? view.repairs : view.repairs.filter((repair) => !locked.has(repair.at.sheet))), [view, locked]);
  const ordered = useMemo(() => putNeededFirst(view.repairs, needed), [view, needed]);
  const wanted = useMemo(() => (needed.size === 0 ? [] : open.filter((repair) => needed.has(placeKey(repair.at)))), [open, needed]);
  const { picked, toggle, pick } = usePicks(wanted);
  const [limit, setLimit] = useState(pageSize);

  if (view.repairs.length === 0) return null;
  const allState = picked.size === 0 ? false : picked.size === open.length ? true : "mixed";
  const sheets = groupBySheet(ordered.slice(0, limit), ({ at }) => at.sheet);
  return (
    <section className="repairs" aria-labelledby={heading}>
      <h2 className="part-title" id={heading}>
        {say.title}
      </h2>
      <p className="summary">
        {say.lead(view.repairs.length)}
        {wanted.length > 0 && ` ${say.needed(wanted.length)}`}
      </p>
      <div className="choices">
        <Checkbox label={say.all} checked={allState} disabled={open.length === 0} onChange={() => pick(allState === true ? [] : open)} />
        {wanted.length > 0 && wanted.length < open.length && (
          <Button size="small" appearance="subtle" onClick={() => pick(wanted)}>
            {say.onlyNeeded}
          </Button>
        )}
      </div>
      <details className="table-lines">
        <summary>{say.list(view.repairs.length)}</summary>
        {sheets.map(([sheet, repairs]) => (
          <section key={sheet} className="sheet-group">
            <SheetTitle pane={pane} first={repairs[0]!.at} count={repairs.length} />
            {locked.has(sheet) && <p className="muted">{say.protectedSheet}</p>}
            <ul className="repair-lines">
              {repairs.map((repair) => (
                <RepairLine
                  key={repair.id}
                  pane={pane}
                  repair={repair}
                  isPicked={picked.has(repair.id)}
                  isLocked={locked.has(sheet)}
                  isNeeded={needed.has(placeKey(repair.at))}
                  onToggle={() => toggle(repair.id)}
                />
              ))}
            </ul>
          </section>
        ))}
        {view.repairs.length > limit && (
          <Button size="small" appearance="subtle" onClick={() => setLimit(limit + pageSize * 3)}>
            {say.more(Math.min(view.repairs.length - limit, pageSize * 3))}
          </Button>
        )}
      </details>
      <Button className="wide" disabled={pane.isStale || pane.isWriting || picked.size === 0} onClick={() => pane.repair([...picked].sort((a, b) => a - b))}>
        {pane.isWriting ? say.applying : say.apply(picked.size)}
      </Button>
      <p className="muted">{say.note}</p>
    </section>
  );
}

function RepairLine(props: { pane: PaneState; repair: RepairView; isPicked: boolean; isLocked: boolean; isNeeded: boolean; onToggle: () => void }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const { pane, repair } = props;
  return (
    <li className="repair-line">
      <Checkbox
        checked={props.isPicked}
        disabled={props.isLocked}
        onChange={props.onToggle}
        input={{ "aria-label": say.pick(repair.at.cell, repair.text.trim()) }}
        indicator={{ className: "fill-tick" }}
      />
      <div className="repair-what">
        <p>
          <PlaceLink pane={pane} at={repair.at} home={repair.at.sheet} /> <span className="muted">{sentence(repair.about)}</span>
        </p>
        <dl className="before-after">
          <div>
            <dt>{say.before}</dt>
            <dd>
              {repair.text} <span className="muted">{say.asText}</span>
            </dd>
          </div>
          <div>
            <dt>{say.after}</dt>
            <dd>
              {repair.text} <span className="muted">{say.asNumber(String(repair.value))}</span>
            </dd>
          </div>
        </dl>
        {props.isNeeded && <p className="muted">{say.forFill}</p>}
      </div>
    </li>
  );
}
