import { Button } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { FindingView } from "../inspection/inspection-view";
import { keyOf } from "./finding-key";
import { useSay, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly title: (count: number) => string;
  readonly reason: string;
  readonly withdraw: string;
  readonly withdrawOf: (place: string, about: string) => string;
  readonly more: (count: number) => string;
}> = {
  ja: {
    title: (n) => `理由のある指摘 ${n.toLocaleString()} 件`,
    reason: "理由",
    withdraw: "取り消す",
    withdrawOf: (place, about) => `${place} ${about} の理由を取り消す`,
    more: (n) => `さらに ${n.toLocaleString()} 件を表示`,
  },
  en: {
    title: (n) => `Findings with a reason: ${n.toLocaleString()}`,
    reason: "Reason",
    withdraw: "Withdraw",
    withdrawOf: (place, about) => `Withdraw the reason for ${place} ${about}`,
    more: (n) => `Show ${n.toLocaleString()} more`,
  },
};

const pageSize = 50;

/** 理由のある指摘 — folded away below the list; quiet until the figures or the year change. */
export function AcceptedFindings({ pane, findings }: { pane: PaneState; findings: readonly FindingView[] }): ReactElement | null {
  const say = useWords(words);
  const sentence = useSay();
  const [isOpen, setOpen] = useState(false);
  const [limit, setLimit] = useState(pageSize);
  if (findings.length === 0) return null;
  const rest = Math.min(findings.length - limit, pageSize * 3);
  return (
    <details className="fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say.title(findings.length)}</summary>
      {isOpen && (
        <ul className="fold-list is-accepted">
          {findings.slice(0, limit).map((finding) => (
            <li key={keyOf(finding)}>
              <p>
                <PlaceLink pane={pane} at={finding.at} related={finding.related} /> {sentence(finding.about)}
              </p>
              <p>{sentence(finding.message)}</p>
              <p className="reason-line">
                <span className="muted">{say.reason}</span> <strong>{finding.accepted?.reason.reason}</strong>
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={say.withdrawOf(finding.at.cell, sentence(finding.about))}
                  onClick={() => finding.accepted && pane.withdraw(finding.accepted.reason)}
                >
                  {say.withdraw}
                </Button>
              </p>
            </li>
          ))}
        </ul>
      )}
      {isOpen && rest > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setLimit(limit + pageSize * 3)}>
          {say.more(rest)}
        </Button>
      )}
    </details>
  );
}
