import { Button } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type ReactElement, type RefObject } from "react";
import type { JudgementView, PlanView, TargetRowView } from "../inspection/inspection-view";
import { judgementWords, toneOf } from "../inspection/judgement-words";
import { useLanguage, useSay, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import { TrendLine } from "./TrendLine";
import { writeYear } from "./year";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly table: string;
  readonly target: string;
  readonly actual: string;
  readonly derived: string;
  readonly earlier: string;
  readonly later: string;
  readonly years: string;
  readonly empty: string;
  readonly indicator: string;
  readonly more: (count: number) => string;
}> = {
  ja: {
    table: "指標と年度ごとの判定",
    target: "目標",
    actual: "実績",
    derived: "計算値",
    earlier: "前の年度",
    later: "後の年度",
    years: "表示する年度",
    empty: "判定なし",
    indicator: "指標",
    more: (n) => `さらに目標 ${n} 件を表示`,
  },
  en: {
    table: "Judgement per indicator and year",
    target: "Target",
    actual: "Actual",
    derived: "derived",
    earlier: "Earlier years",
    later: "Later years",
    years: "Years shown",
    empty: "not judged",
    indicator: "Indicator",
    more: (n) => `Show ${n} more ${n === 1 ? "target" : "targets"}`,
  },
};

const columnWidth = 66;
/** Targets at first; a plan of an organisation has some ten to thirty. */
const firstPage = 40;

function useColumns(box: RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(4);
  useEffect(() => {
    const found = box.current;
    if (!found || typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(() => setColumns(Math.max(2, Math.floor(found.clientWidth / columnWidth))));
    observer.observe(found);
    return () => observer.disconnect();
  }, [box]);
  return columns;
}

/** 判定の表 — targets by plan years; as many years as fit, with a way to the others. */
export function TargetMatrix({ pane, plan }: { pane: PaneState; plan: PlanView }): ReactElement {
  const say = useWords(words);
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const columns = useColumns(box);
  const last = Math.max(0, plan.years.length - columns);
  const [start, setStart] = useState<number>();
  // The years being looked at now are the latest ones.
  const first = Math.min(start ?? last, last);
  const years = plan.years.slice(first, first + columns);
  const [open, setOpen] = useState<string>();
  const [limit, setLimit] = useState(firstPage);
  const rest = Math.min(plan.rows.length - limit, firstPage * 3);
  return (
    <div className="matrix" ref={box}>
      {plan.years.length > columns && (
        <div className="matrix-years" role="group" aria-label={say.years}>
          <Button size="small" appearance="subtle" disabled={first === 0} onClick={() => setStart(first - 1)} aria-label={say.earlier}>
            ‹
          </Button>
          <span>
            {writeYear(years[0]!, language)}〜{writeYear(years.at(-1)!, language)}
          </span>
          <Button size="small" appearance="subtle" disabled={first === last} onClick={() => setStart(first + 1)} aria-label={say.later}>
            ›
          </Button>
        </div>
      )}
      <table aria-label={say.table}>
        <thead>
          <tr>
            {years.map((year) => (
              <th key={year} scope="col">
                {writeYear(year, language)}
              </th>
            ))}
          </tr>
        </thead>
        {plan.rows.slice(0, limit).map((row) => (
          <TargetRow key={row.id} pane={pane} row={row} years={years} open={open} onOpen={setOpen} />
        ))}
      </table>
      {rest > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setLimit(limit + rest)}>
          {say.more(rest)}
        </Button>
      )}
    </div>
  );
}

function TargetRow(props: { pane: PaneState; row: TargetRowView; years: readonly number[]; open: string | undefined; onOpen: (open: string | undefined) => void }): ReactElement {
  const say = useWords(words);
  const status = useWords(judgementWords);
  const language = useLanguage();
  const sentence = useSay();
  const { pane, row, years, open, onOpen } = props;
  const panel = useId();
  const chosen = row.judgements.find((one) => open === `${row.id}:${one.fiscalYear}`);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={Math.max(1, years.length)} className="matrix-label">
          <span className="matrix-indicator">{sentence(row.label)}</span>
          <span className="matrix-target">
            {say.target} <span className="matrix-target-text">{sentence(row.text).trim() || "—"}</span>
            <PlaceLink pane={pane} at={row.at} />
          </span>
          <TrendLine row={row} />
        </th>
      </tr>
      <tr>
        {years.map((year) => {
          const found = row.judgements.find((one) => one.fiscalYear === year);
          if (!found)
            return (
              <td key={year} className="matrix-empty">
                <span aria-label={say.empty}>·</span>
              </td>
            );
          const id = `${row.id}:${year}`;
          const { word, symbol } = status[found.status];
          return (
            <td key={year}>
              <button
                type="button"
                className={`verdict tone-${toneOf[found.status]}`}
                aria-expanded={open === id}
                aria-controls={open === id ? panel : undefined}
                aria-label={`${writeYear(year, language)} ${word}`}
                onClick={() => {
                  onOpen(open === id ? undefined : id);
                  if (found.at && open !== id) pane.show(id, found.at, [row.at]);
                }}
              >
                <span aria-hidden="true" className="verdict-symbol">
                  {symbol}
                </span>
                <span className="verdict-word">{word}</span>
              </button>
            </td>
          );
        })}
      </tr>
      {chosen && (
        <tr>
          <td colSpan={years.length} id={panel}>
            <VerdictDetail pane={pane} row={row} judgement={chosen} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function VerdictDetail({ pane, row, judgement }: { pane: PaneState; row: TargetRowView; judgement: JudgementView }): ReactElement {
  const say = useWords(words);
  const language = useLanguage();
  const sentence = useSay();
  return (
    <div className={`verdict-detail tone-${toneOf[judgement.status]}`}>
      <p className="verdict-fact">
        <strong>{writeYear(judgement.fiscalYear, language)}</strong>
        {judgement.actual && (
          <span>
            {say.actual} {sentence(judgement.actual)}
            {judgement.isDerived && <span className="muted">（{say.derived}）</span>}
          </span>
        )}
        {judgement.at && <PlaceLink pane={pane} at={judgement.at} related={[row.at]} />}
      </p>
      {judgement.gap && <p className="verdict-gap">{sentence(judgement.gap)}</p>}
      <p>{sentence(judgement.because)}</p>
    </div>
  );
}
