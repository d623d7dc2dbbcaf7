import { type Place, placeKey } from "../model/cell";
import type { Finding } from "../model/finding";
import type { AcceptedReason, Profile } from "../model/profile";
import { fiscalYearOfDate } from "../notation/period";
import { findTexts, joinFindings, writeFigures } from "./accepted";
import type { Inspection } from "./inspection";

/**
 * 場所の指摘 — the findings that speak of a cell, those with a reason included.
 *
 * none  an empty list when there is none, or none of this check
 */
export function findingsAt(inspection: Inspection, at: Place, check?: string): readonly Finding[] {
  return joinFindings(inspection).filter((finding) => placeKey(finding.at) === placeKey(at) && (check === undefined || finding.check === check));
}

/** 理由を付ける — settings in which this finding is right as it stands, for as long as its figures and the fiscal year stand. */
export function acceptFinding(kept: Profile, inspection: Inspection, finding: Finding, reason: string): Profile {
  const { check, at } = finding;
  const accepted: AcceptedReason = {
    check,
    at,
    reason,
    figures: writeFigures(finding, findTexts(inspection.reading, [finding])),
    year: fiscalYearOfDate(inspection.asOf),
  };
  const others = kept.accepted.filter((one) => !(one.check === check && placeKey(one.at) === placeKey(at)));
  return { ...kept, accepted: [...others, accepted] };
}
