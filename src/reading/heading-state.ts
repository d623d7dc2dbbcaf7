import type { Indicator } from "../indicators/indicator";
import { resolveIndicator } from "../indicators/resolve";
import { writeAddress } from "../model/cell";
import { absentFigure } from "../model/figure";
import type { Observation } from "../model/observation";
import type { PeriodHeading } from "../model/reading";
import type { LabelFeatures } from "../notation/label-features";
import type { TextPiece } from "./find-tables";

/** 見出しの状態 — a heading that says why there are no figures, with what it speaks of and the years of its sheet. */
export interface HeadingState {
  readonly sheet: string;
  readonly piece: TextPiece;
  readonly features: LabelFeatures;
  readonly state: Exclude<Observation["state"], "value">;
  readonly periods: readonly PeriodHeading[];
  readonly firstId: number;
}

/** 見出しの状態を読む — 「①女性職員の育児休業⇒該当者なし」 speaks for every year its sheet shows. */
export function observeHeading({ sheet, piece, features, state, periods, firstId }: HeadingState, catalogue: readonly Indicator[]): readonly Observation[] {
  const meant = resolveIndicator(features, {}, catalogue)[0];
  if (!meant) return [];
  const at = { sheet, cell: writeAddress(piece.row, piece.col) };
  return periods.map((heading, i) => ({
    id: firstId + i,
    at,
    row: piece.row,
    col: piece.col,
    indicator: meant.indicator,
    role: "value",
    measure: meant.measure,
    period: heading.period,
    group: meant.group,
    state,
    value: null,
    unit: catalogue.find(({ id }) => id === meant.indicator)?.unit ?? "ratio",
    text: piece.text,
    figure: absentFigure(state, piece.text),
    isText: true,
    format: "General",
    confidence: Math.min(meant.confidence, 0.8),
    table: -1,
    line: `heading:${at.sheet}!${at.cell}`,
    label: piece.text,
    isTotal: false,
    isMergedCopy: false,
    reasons: [{ feature: "period", said: heading.text, at: heading.at }],
  }));
}
