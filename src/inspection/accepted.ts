import type { Finding } from "../model/finding";
import type { Place } from "../model/cell";
import type { AcceptedReason } from "../model/profile";
import type { FindingView } from "./inspection-view";

/** 指摘の数値 — the figures a finding rests on, as one text: its cell and the related ones as they stand. */
export function writeFigures(finding: Pick<Finding, "at" | "related">, textAt: (at: Place) => string | undefined): string {
  return [finding.at, ...finding.related].map((at) => textAt(at) ?? "").join("|");
}

/**
 * 確認済みの理由を探す — what somebody said about this finding.
 *
 * shape  the reason holds while the figures and the fiscal year are those it was given for
 * none   null when nobody gave a reason
 */
export function findAccepted(finding: Pick<Finding, "check" | "at">, figures: string, accepted: readonly AcceptedReason[], year: number): FindingView["accepted"] {
  const reason = accepted.find(({ check, at }) => check === finding.check && at.sheet === finding.at.sheet && at.cell === finding.at.cell);
  if (!reason) return null;
  const because = reason.figures !== figures ? "figures-changed" : reason.year !== undefined && reason.year < year ? "new-year" : null;
  return { reason, holds: because === null, because };
}
