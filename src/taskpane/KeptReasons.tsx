import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { InspectionView } from "../inspection/inspection-view";
import { placeKey } from "../model/cell";
import type { AcceptedReason } from "../model/profile";
import { useLanguage, useSay, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import type { PaneState } from "./use-pane";
import { writeYear } from "./year";

const words: Words<{
  readonly reasons: (count: number) => string;
  readonly none: string;
  readonly given: (year: string) => string;
  readonly gone: string;
  readonly remove: string;
  readonly removeOf: (what: string) => string;
}> = {
  ja: {
    reasons: (n) => `付けた理由 ${n} 件`,
    none: "まだありません。",
    given: (year) => `${year}年度に付けた理由`,
    gone: "この指摘は今はありません",
    remove: "外す",
    removeOf: (what) => `${what} を外す`,
  },
  en: {
    reasons: (n) => `Reasons given: ${n}`,
    none: "None yet.",
    given: (year) => `given in ${year}`,
    gone: "this finding is not there now",
    remove: "Remove",
    removeOf: (what) => `Remove ${what}`,
  },
};

function keyOf({ check, at }: AcceptedReason): string {
  return `${check}|${placeKey(at)}`;
}

/** 残した理由 — every reason somebody gave, also where its finding is gone, and the way to take it back. */
export function KeptReasons({ pane, view }: { pane: PaneState; view: InspectionView }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const language = useLanguage();
  const { accepted } = pane.profile;
  const spoken = new Set([...view.findings, ...view.accepted].flatMap(({ accepted: kept }) => (kept ? [keyOf(kept.reason)] : [])));
  const nameOf = (id: string): string => {
    const check = view.checks.find((one) => one.id === id);
    return check ? sentence(check.name) : id;
  };
  return (
    <details className="fold setting-fold">
      <summary>{say.reasons(accepted.length)}</summary>
      {accepted.length === 0 && <p className="muted">{say.none}</p>}
      <ul className="setting-list">
        {accepted.map((one) => (
          <li key={keyOf(one)}>
            <span>
              <PlaceLink pane={pane} at={one.at} /> {nameOf(one.check)}
              <br />
              <strong>{one.reason}</strong> {one.year !== undefined && <span className="muted">{say.given(writeYear(one.year, language))}</span>}{" "}
              {!spoken.has(keyOf(one)) && <span className="muted">{say.gone}</span>}
            </span>
            <Button size="small" appearance="subtle" aria-label={say.removeOf(`${one.at.sheet} ${one.at.cell} ${one.reason}`)} onClick={() => pane.withdraw(one)}>
              {say.remove}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
