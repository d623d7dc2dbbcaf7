import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { InspectionView, PlanView } from "../inspection/inspection-view";
import { InspectionGate } from "./InspectionGate";
import { judgementWords, notCounted, statusOrder } from "./judgement-words";
import { useLanguage, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import { TargetMatrix } from "./TargetMatrix";
import { writeYear } from "./year";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly none: string;
  readonly noPlan: string;
  readonly noPeriod: string;
  readonly period: (from: string, to: string) => string;
  readonly laws: { readonly jisedai: string; readonly jokatsu: string };
  readonly band: string;
  readonly judged: (count: number) => string;
  readonly nothingJudged: string;
  readonly mark: string;
  readonly unmark: string;
  readonly markNote: (count: number) => string;
  readonly writing: string;
  readonly noTargets: string;
}> = {
  ja: {
    none: "目標が見つかりませんでした。目標の列や行がある表を読み取ると、ここに判定が並びます。",
    noPlan: "計画の記載なし",
    noPeriod: "計画期間の記載なし",
    period: (from, to) => (from === to ? `${from}年度` : `${from}〜${to}年度`),
    laws: { jisedai: "次世代法", jokatsu: "女性活躍推進法" },
    band: "年度ごとのまとめ",
    judged: (n) => `判定対象 ${n} 件`,
    nothingJudged: "判定対象なし",
    mark: "未達に印を付ける",
    unmark: "印を消す",
    markNote: (n) => `未達 ${n} 件のセルに × の印を付けます。入力済みの値や書式は変わりません。`,
    writing: "書き込んでいます…",
    noTargets: "この計画の目標は見つかりませんでした。",
  },
  en: {
    none: "No target was found. Once a table with a target column or row is read, its judgements are listed here.",
    noPlan: "No plan stated",
    noPeriod: "No plan period stated",
    period: (from, to) => (from === to ? from : `${from} to ${to}`),
    laws: { jisedai: "Child-rearing support act", jokatsu: "Women's advancement act" },
    band: "Summary per year",
    judged: (n) => `${n} judged`,
    nothingJudged: "nothing to judge",
    mark: "Mark what is missed",
    unmark: "Remove marks",
    markNote: (n) => `Puts an × on the cells of ${n} missed ${n === 1 ? "target" : "targets"}. Your values and formats stay as they are.`,
    writing: "Writing…",
    noTargets: "No target of this plan was found.",
  },
};

/** 判定 — plans, their years, and where each target stands. */
export function TargetTab({ pane }: { pane: PaneState }): ReactElement {
  return <InspectionGate pane={pane}>{(view) => <Plans pane={pane} view={view} />}</InspectionGate>;
}

function Plans({ pane, view }: { pane: PaneState; view: InspectionView }): ReactElement {
  const say = useWords(words);
  const shown = view.plans.filter((plan) => plan.rows.length > 0 || plan.name !== "");
  if (shown.length === 0) return <p className="empty">{say.none}</p>;
  return (
    <>
      {shown.map((plan) => (
        <PlanSection key={plan.id} pane={pane} plan={plan} />
      ))}
      <div className="action-bar">
        <p className="muted">{say.markNote(view.missed)}</p>
        <div className="action-row">
          <Button appearance="primary" disabled={pane.isWriting || pane.isStale || view.missed === 0} onClick={pane.mark}>
            {pane.isWriting ? say.writing : say.mark}
          </Button>
          <Button disabled={pane.isWriting} onClick={pane.unmark}>
            {say.unmark}
          </Button>
        </div>
      </div>
    </>
  );
}

function PlanSection({ pane, plan }: { pane: PaneState; plan: PlanView }): ReactElement {
  const say = useWords(words);
  const language = useLanguage();
  const period = plan.from !== null && plan.to !== null ? say.period(writeYear(plan.from, language), writeYear(plan.to, language)) : say.noPeriod;
  return (
    <section className="plan">
      <h2 className="plan-name">{plan.name || say.noPlan}</h2>
      <p className="plan-facts">
        {plan.law && <span className="chip">{say.laws[plan.law]}</span>}
        <span>{period}</span>
        {plan.at && <PlaceLink pane={pane} at={plan.at} />}
      </p>
      {plan.rows.length === 0 ? (
        <p className="muted">{say.noTargets}</p>
      ) : (
        <>
          <YearBand plan={plan} />
          <TargetMatrix pane={pane} plan={plan} />
        </>
      )}
    </section>
  );
}

function YearBand({ plan }: { plan: PlanView }): ReactElement | null {
  const say = useWords(words);
  const status = useWords(judgementWords);
  const language = useLanguage();
  const years = plan.years.filter((year) => plan.rows.some((row) => row.judgements.some((one) => one.fiscalYear === year)));
  if (years.length === 0) return null;
  return (
    <ul className="band" aria-label={say.band}>
      {years.map((year) => {
        const here = plan.rows.flatMap((row) => row.judgements.filter((one) => one.fiscalYear === year && !notCounted.has(one.status)));
        const counts = statusOrder.map((one) => [status[one].word, here.filter((judgement) => judgement.status === one).length] as const).filter(([, count]) => count > 0);
        return (
          <li key={year}>
            <strong>{writeYear(year, language)}</strong>
            <span>
              {here.length === 0 ? say.nothingJudged : `${say.judged(here.length)}${language === "ja" ? "中 " : ": "}${counts.map(([word, count]) => (language === "ja" ? `${word}${count}` : `${count} ${word.toLowerCase()}`)).join(language === "ja" ? "・" : ", ")}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
