import { listLines } from "../../src/inspection/list-lines";
import { makeInspectionView, makeReviewView } from "../../src/inspection/make-view";
import { reviewInspection } from "../../src/inspection/inspect-workbook";
import { readOwnProfile } from "../../src/inspection/read-profile";
import type { Inspection } from "../../src/inspection/inspection";
import { fillEdits, repairEdits } from "../../src/inspection/edits";
import type { Place } from "../../src/model/cell";
import type { ApplyReport, Edit } from "../../src/model/edit";
import type { Workbook } from "../../src/model/workbook";
import type { Engine } from "../../src/taskpane/engine";
import type { Draft, PaneHost, Selection } from "../../src/taskpane/pane-host";
import { inspection as fixture, leaves, nameOf } from "./inspection-fixture";

const workbook: Workbook = { name: "フォローアップ.xlsx", sheets: [], date1904: false, ownData: null };

/** A host that remembers what it was asked, and answers what a test wants. */
export class FakeHost implements PaneHost {
  readonly workbookName = workbook.name;
  readonly canPreview = true;
  sheetsWithoutMerges: readonly string[] = [];
  declare readonly manyPage?: string;
  readonly shown: { readonly at: Place; readonly related: readonly Place[] }[] = [];
  readonly applied: (readonly Edit[])[] = [];
  drafts: readonly Draft[] = [];
  answer: (edits: readonly Edit[]) => ApplyReport = (edits) => ({ applied: edits.length, refused: [] });
  refuseToRead: Error | undefined;
  /** What the workbook keeps of us. */
  ownData: string | null = null;
  private readonly listeners = new Set<() => void>();

  async read(): Promise<{ workbook: Workbook }> {
    if (this.refuseToRead) throw this.refuseToRead;
    return { workbook: { ...workbook, ownData: this.ownData } };
  }

  async apply(edits: readonly Edit[]): Promise<ApplyReport> {
    this.applied.push(edits);
    const report = this.answer(edits);
    for (const edit of edits) if (edit.kind === "set-own-data" && report.refused.length === 0) this.ownData = edit.text;
    return report;
  }

  async show(at: Place, related: readonly Place[]): Promise<void> {
    this.shown.push({ at, related });
  }

  preview(drafts: readonly Draft[]): void {
    this.drafts = drafts;
  }

  selection: Selection | null = null;
  async readSelection(): Promise<Selection | null> {
    return this.selection;
  }

  onChanged(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  change(): void {
    for (const listener of this.listeners) listener();
  }
}

/** An engine that gives a prepared inspection. */
export function fakeEngine(given: Inspection = fixture, more: Partial<Engine> = {}): Engine & { readonly profiles: unknown[] } {
  const profiles: unknown[] = [];
  let held = given;
  return {
    profiles,
    inspect: async (delivery, request) => {
      profiles.push(request.profile);
      const ownData = "workbook" in delivery ? delivery.workbook.ownData : null;
      const profile = request.profile ?? readOwnProfile(ownData) ?? given.profile;
      held = { ...reviewInspection(given, profile.accepted), profile };
      return { view: makeInspectionView(held, nameOf), ownData, remembered: null };
    },
    listLines: async (table) => listLines(given, table, nameOf),
    proposeFills: async (picked) => fillEdits(picked.map((id) => given.fills[id]!)),
    review: async (accepted) => {
      const before = held;
      held = reviewInspection(before, accepted);
      return makeReviewView(before, held, nameOf);
    },
    proposeRepairs: async (picked) => repairEdits(picked.map((id) => given.repairs[id]!)),
    proposeMarks: async () => [{ kind: "mark", sheet: leaves, ranges: [{ top: 32, left: 4, bottom: 32, right: 4 }], numeric: [] }],
    proposeFollowUp: async (year) => ({ edits: [], told: [{ ja: `シート「フォローアップ ${year}」は変わりません`, en: `The sheet of ${year} stays as it is` }] }),
    proposeSheet: async (kind) => ({ edits: [], told: [{ ja: `表（${kind}）は変わりません`, en: `The sheet of ${kind} stays as it is` }] }),
    writePublication: async () => "目標項目\t数値目標",
    proposeUnmark: async () => [{ kind: "unmark", sheet: leaves }],
    ...more,
  };
}
