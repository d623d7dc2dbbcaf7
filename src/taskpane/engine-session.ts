import { fillEdits, markEdits, repairEdits, unmarkEdits } from "../inspection/edits";
import { followUpEdits } from "../inspection/follow-up/make-follow-up";
import { tellSheets } from "../inspection/own-sheets/tell-sheets";
import { inspectWorkbook, reviewInspection } from "../inspection/inspect-workbook";
import type { Inspection } from "../inspection/inspection";
import { readOwnProfile } from "../inspection/read-profile";
import type { LineView, ReviewView } from "../inspection/inspection-view";
import { listLines } from "../inspection/list-lines";
import { makeInspectionView, makeReviewView } from "../inspection/make-view";
import { rememberFigures } from "../inspection/past-figures/remember-figures";
import { proposePublicSheet } from "../inspection/publication/propose-public-sheet";
import { publicationText } from "../inspection/publication/propose-publication";
import type { IndicatorName } from "../inspection/render-about";
import type { Edit } from "../model/edit";
import type { Fill } from "../model/fill";
import { type AcceptedReason, defaultProfile, type Profile } from "../model/profile";
import type { Repair } from "../model/repair";
import type { Workbook } from "../model/workbook";
import type { InspectionAnswer, InspectionRequest, Proposal, PublicSheet } from "./engine";

/** 点検の席 — keeps one inspection with its workbook, and answers what the pane asks about it. */
export class EngineSession {
  private held: { readonly workbook: Workbook; readonly inspection: Inspection } | undefined;

  constructor(private readonly catalogue: (indicator: string) => IndicatorName | undefined) {}

  inspect(workbook: Workbook, request: InspectionRequest, onProgress: (share: number) => void): InspectionAnswer {
    const profile = request.profile ?? readOwnProfile(workbook.ownData) ?? defaultProfile;
    const inspection = inspectWorkbook(workbook, { profile, asOf: request.asOf, onProgress });
    this.held = { workbook, inspection };
    return { view: makeInspectionView(inspection, this.namesFor(profile)), ownData: workbook.ownData, remembered: rememberFigures(inspection, workbook.ownData) };
  }

  listLines(table: number): readonly LineView[] {
    return listLines(this.holding().inspection, table, this.namesFor(this.holding().inspection.profile));
  }

  /** What other accepted reasons change in the inspection it holds. */
  review(accepted: readonly AcceptedReason[]): ReviewView {
    const { workbook, inspection } = this.holding();
    const reviewed = reviewInspection(inspection, accepted);
    this.held = { workbook, inspection: reviewed };
    return makeReviewView(inspection, reviewed, this.namesFor(reviewed.profile));
  }

  proposeRepairs(picked: readonly number[]): readonly Edit[] {
    const { repairs } = this.holding().inspection;
    return repairEdits(picked.map((id) => repairs[id]).filter((repair): repair is Repair => repair !== undefined));
  }

  proposeFills(picked: readonly number[]): readonly Edit[] {
    const { fills } = this.holding().inspection;
    return fillEdits(picked.map((id) => fills[id]).filter((fill): fill is Fill => fill !== undefined));
  }

  proposeMarks(): readonly Edit[] {
    const { inspection, workbook } = this.holding();
    return markEdits(inspection, workbook);
  }

  proposeUnmark(): readonly Edit[] {
    return unmarkEdits(this.holding().workbook);
  }

  proposeFollowUp(year: number): Proposal | null {
    const { inspection, workbook } = this.holding();
    const proposal = followUpEdits(inspection, workbook, this.namesFor(inspection.profile), { year });
    return proposal ? { edits: proposal.edits, told: tellSheets(proposal) } : null;
  }

  proposeSheet(kind: PublicSheet): Proposal {
    const { inspection, workbook } = this.holding();
    return proposePublicSheet(kind, inspection, workbook, this.namesFor(inspection.profile));
  }

  writePublication(suppresses: boolean): string | null {
    const { inspection, workbook } = this.holding();
    return publicationText(inspection, workbook, this.namesFor(inspection.profile), { suppresses }) ?? null;
  }

  private namesFor({ indicators }: Profile): (indicator: string) => IndicatorName | undefined {
    const own = new Map(indicators.map(({ id, label, direction }) => [id, { label: { ja: label, en: label }, direction }]));
    return (indicator) => own.get(indicator) ?? this.catalogue(indicator);
  }

  private holding(): { readonly workbook: Workbook; readonly inspection: Inspection } {
    if (!this.held) throw new Error("nothing has been inspected yet");
    return this.held;
  }
}
