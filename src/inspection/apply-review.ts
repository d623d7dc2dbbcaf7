import type { FindingView, ReviewView } from "./inspection-view";

/** 理由で分ける — the findings that stand, and those whose reason holds. */
export function sortByReason(all: readonly FindingView[]): { readonly findings: readonly FindingView[]; readonly accepted: readonly FindingView[] } {
  return { findings: all.filter(({ accepted }) => !accepted?.holds), accepted: all.filter(({ accepted }) => accepted?.holds) };
}

/** 見直しを表示に入れる — findings whose reason changed change their place; all others stay the very same, unless other things are said now. */
export function applyReview<View extends { readonly findings: readonly FindingView[]; readonly accepted: readonly FindingView[] }>(view: View, review: ReviewView): View {
  const reasons = new Map(review.reasons.map(({ id, state }) => [id, state]));
  const { findings, accepted: explained } = review.said ?? view;
  const all = [...findings, ...explained]
    .sort((a, b) => a.id - b.id)
    .map((finding) => {
      const accepted = reasons.get(finding.id) ?? null;
      return accepted === finding.accepted ? finding : { ...finding, accepted };
    });
  return { ...view, ...review.rebuilt, ...sortByReason(all) };
}
