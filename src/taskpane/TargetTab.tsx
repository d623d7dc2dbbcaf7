import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { InspectionView, PlanView, YearBandView } from "../inspection/inspection-view";
import { withoutRepeats } from "../inspection/target-rows";
import { FollowUpMaker } from "./FollowUpMaker";
import { InspectionGate } from "./InspectionGate";
import { useLanguage, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import { PlanRuler } from "./PlanRuler";
import { TargetMatrix } from "./TargetMatrix";
import { writeYear } from "./year";
import { PublicationMaker } from "./PublicationMaker";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly none: string;
  readonly noPlan: string;
  readonly noPeriod: string;
  readonly period: (from: string, to: string) => string;
  readonly laws: { readonly jisedai: string; readonly jokatsu: string };
  readonly band: string;
  readonly judged: (count: number, parts: readonly string[]) => string;
  readonly classes: { readonly [of in YearBandView["counts"][number]["of"]]: (count: number) => string };
  readonly direction: (count: number) => string;
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
    judged: (n, parts) => `判定対象 ${n} 件中 ${parts.join("・")}`,
    classes: {
      met: (n) => `達成${n}`,
      missed: (n) => `未達${n}`,
      inProgress: (n) => `途中${n}`,
      notApplicable: (n) => `該当なし${n}`,
      unknown: (n) => `未把握${n}`,
      toConfirm: (n) => `要確認${n}`,
    },
    direction: (n) => `（ほかに方向だけの目標 ${n}）`,
    nothingJudged: "判定対象なし",
    mark: "未達に印を付ける",
    unmark: "印を消す",
    markNote: (n) => `未達の ${n} 個のセルに × の印を付けます。入力済みの値や書式は変わりません。`,
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
    judged: (n, parts) => `${n} judged: ${parts.join(", ")}`,
    classes: {
      met: (n) => `${n} met`,
      missed: (n) => `${n} missed`,
      inProgress: (n) => `${n} under way`,
      notApplicable: (n) => `${n} with no one eligible`,
      unknown: (n) => `${n} not known`,
      toConfirm: (n) => `${n} to review`,
    },
    direction: (n) => `(and ${n} naming only a direction)`,
    nothingJudged: "nothing to judge",
    mark: "Mark what is missed",
    unmark: "Remove marks",
    markNote: (n) => `Puts an × on ${n} missed ${n === 1 ? "cell" : "cells"}. Your values and formats stay as they are.`,
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
  if (shown.length === 0)
    return (
      <>
        <p className="empty">{say.none}</p>
        <PublicationMaker pane={pane} view={view} />
      </>
    );
  return (
    <>
      <PlanRuler plans={shown} asOf={view.asOf} />
      {shown.map((plan) => (
        <PlanSection key={plan.id} pane={pane} plan={plan} />
      ))}
      <FollowUpMaker pane={pane} view={view} />
      <PublicationMaker pane={pane} view={view} />
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
          <TargetMatrix pane={pane} plan={{ ...plan, rows: withoutRepeats(plan.rows, ({ label }) => label.ja) }} />
        </>
      )}
    </section>
  );
}

function YearBand({ plan }: { plan: PlanView }): ReactElement | null {
  const say = useWords(words);
  const language = useLanguage();
  if (plan.band.length === 0) return null;
  return (
    <ul className="band" aria-label={say.band}>
      {plan.band.map((one) => (
        <li key={one.year}>
          <strong>{writeYear(one.year, language)}</strong>
          <span>
            {one.judged === 0
              ? say.nothingJudged
              : say.judged(
                  one.judged,
                  one.counts.map(({ of, count }) => say.classes[of](count)),
                )}
            {one.direction > 0 && <span className="muted"> {say.direction(one.direction)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
