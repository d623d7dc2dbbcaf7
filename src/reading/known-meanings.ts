import type { Indicator } from "../indicators/indicator";
import type { ResolvedIndicator } from "../indicators/resolve";
import { remember } from "../model/remember";
import type { LabelFeatures } from "../notation/label-features";
import { mergeFeatures } from "../notation/merge-features";

type Said = LabelFeatures | undefined;

/** 読んだ意味 — what the same words under the same captions were read as; sheets repeat their tables, year by year and section by section. */
export class KnownMeanings {
  private readonly merged = remember((near: LabelFeatures) => remember((far: LabelFeatures) => mergeFeatures(near, far)));
  private readonly resolved = remember((_catalogue: readonly Indicator[]) =>
    remember((_context: Said) => remember((_line: Said) => remember((_column: Said) => new Map<string, readonly ResolvedIndicator[]>()))),
  );

  /** What a heading of a target says without the word 目標 itself. */
  readonly ofTarget = remember(({ role: _role, ...said }: LabelFeatures): LabelFeatures => said);

  /** A sheet's name gives topic and population, never what is counted. */
  readonly ofSheetName = remember(({ measure: _measure, threshold: _threshold, bucket: _bucket, ...said }: LabelFeatures): LabelFeatures => said);

  /** The nearer label over the farther one. */
  merge(near: LabelFeatures, far: LabelFeatures): LabelFeatures {
    return this.merged(near)(far);
  }

  /** Answers by all else that decides, for one catalogue and the features of context, row and column. */
  under(catalogue: readonly Indicator[], context: Said, line?: Said, column?: Said): Map<string, readonly ResolvedIndicator[]> {
    return this.resolved(catalogue)(context)(line)(column);
  }
}
