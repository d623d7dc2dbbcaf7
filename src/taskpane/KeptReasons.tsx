import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { InspectionView } from "../inspection/inspection-view";
import type { ReadingCorrection } from "../model/profile";
import { useLanguage, useSay, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import type { PaneState } from "./use-pane";
import { writeYear } from "./year";

const words: Words<{
  readonly reasons: (count: number) => string;
  readonly corrections: (count: number) => string;
  readonly none: string;
  readonly given: (year: string) => string;
  readonly gone: string;
  readonly everySheet: string;
  readonly crossing: (beside: string) => string;
  readonly roles: { readonly [role in NonNullable<ReadingCorrection["role"]>]: string };
  readonly sexes: { readonly [sex in NonNullable<ReadingCorrection["sex"]>]: string };
  readonly targets: { readonly [target in NonNullable<ReadingCorrection["target"]>]: string };
  readonly notHere: string;
  readonly remove: string;
  readonly removeOf: (what: string) => string;
}> = {
  ja: {
    reasons: (n) => `付けた理由 ${n} 件`,
    corrections: (n) => `読み取りの訂正 ${n} 件`,
    none: "まだありません。",
    given: (year) => `${year}年度に付けた理由`,
    gone: "この指摘は今はありません",
    everySheet: "すべてのシート",
    crossing: (beside) => `「${beside}」と交わる所`,
    roles: { value: "値", numerator: "分子", denominator: "分母", part: "内訳", target: "目標", ignore: "読まない" },
    sexes: { male: "男性", female: "女性", all: "男女計" },
    targets: { "at-least": "以上の目標", "at-most": "以下の目標", "direction-only": "方向だけの目標", reference: "参考値（自組織の目標でない）" },
    notHere: "このブックには見出しがありません",
    remove: "外す",
    removeOf: (what) => `${what} を外す`,
  },
  en: {
    reasons: (n) => `Reasons given: ${n}`,
    corrections: (n) => `Corrections of the reading: ${n}`,
    none: "None yet.",
    given: (year) => `given in ${year}`,
    gone: "this finding is not there now",
    everySheet: "every sheet",
    crossing: (beside) => `where it meets “${beside}”`,
    roles: { value: "value", numerator: "numerator", denominator: "denominator", part: "part", target: "target", ignore: "not read" },
    sexes: { male: "men", female: "women", all: "men and women" },
    targets: { "at-least": "target of at least", "at-most": "target of at most", "direction-only": "target of a direction", reference: "for reference, not one's own target" },
    notHere: "no such heading in this workbook",
    remove: "Remove",
    removeOf: (what) => `Remove ${what}`,
  },
};

/** 残した理由と訂正 — everything somebody decided about single findings and headings, and the way to take it back. */
export function KeptReasons({ pane, view }: { pane: PaneState; view: InspectionView }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const language = useLanguage();
  const { accepted, corrections } = pane.profile;
  const spoken = new Set(
    [...view.findings, ...view.accepted].flatMap((finding) =>
      finding.accepted ? [`${finding.accepted.reason.check}|${finding.accepted.reason.at.sheet}!${finding.accepted.reason.at.cell}`] : [],
    ),
  );
  const nameOf = (id: string): string => {
    const check = view.checks.find((one) => one.id === id);
    return check ? sentence(check.name) : id;
  };
  const describe = (one: ReadingCorrection): string =>
    [
      one.indicator === undefined ? undefined : sentence(view.names[one.indicator] ?? { ja: one.indicator, en: one.indicator }),
      one.role && say.roles[one.role],
      one.sex && say.sexes[one.sex],
      one.year === undefined ? undefined : writeYear(one.year, language),
      one.target && say.targets[one.target],
    ]
      .filter((part) => part !== undefined)
      .join(" · ");
  return (
    <>
      <details className="fold setting-fold">
        <summary>{say.reasons(accepted.length)}</summary>
        {accepted.length === 0 && <p className="muted">{say.none}</p>}
        <ul className="setting-list">
          {accepted.map((one) => (
            <li key={`${one.check}|${one.at.sheet}!${one.at.cell}`}>
              <span>
                <PlaceLink pane={pane} at={one.at} /> {nameOf(one.check)}
                <br />
                <strong>{one.reason}</strong> {one.year !== undefined && <span className="muted">{say.given(writeYear(one.year, language))}</span>}{" "}
                {!spoken.has(`${one.check}|${one.at.sheet}!${one.at.cell}`) && <span className="muted">{say.gone}</span>}
              </span>
              <Button size="small" appearance="subtle" aria-label={say.removeOf(`${one.at.sheet} ${one.at.cell} ${one.reason}`)} onClick={() => pane.withdraw(one)}>
                {say.remove}
              </Button>
            </li>
          ))}
        </ul>
      </details>
      <details className="fold setting-fold">
        <summary>{say.corrections(corrections.length)}</summary>
        {corrections.length === 0 && <p className="muted">{say.none}</p>}
        <ul className="setting-list">
          {corrections.map((one, index) => (
            <li key={index}>
              <span>
                <strong>{one.heading}</strong> {one.beside !== undefined && say.crossing(one.beside)} → {describe(one)}
                <br />
                <span className="muted">
                  {one.sheet ?? say.everySheet}
                  {one.caption !== undefined && ` · ${one.caption}`}
                  {view.profile.corrections[index] === one && view.metCorrections[index] === false && ` · ${say.notHere}`}
                </span>
              </span>
              <Button
                size="small"
                appearance="subtle"
                aria-label={say.removeOf(one.heading)}
                onClick={() => pane.changeProfile({ ...pane.profile, corrections: corrections.filter((other) => other !== one) })}
              >
                {say.remove}
              </Button>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
