import { placeKey } from "../model/cell";
import type { Observation } from "../model/observation";
import { findTexts, joinFindings, weighReasons, writeFigures } from "./accepted";
import { sortByReason } from "./apply-review";
import type { Inspection } from "./inspection";
import type { FindingView } from "./inspection-view";
import { type NameOf, renderAbout } from "./render-about";
import { renderShortPeriod, renderShortYear } from "./render-words";

/** 指摘の表示を作る — those that stand and those with a reason that holds; the ids stay whatever is accepted. */
export function viewFindings(inspection: Inspection, nameOf: NameOf): { readonly findings: readonly FindingView[]; readonly accepted: readonly FindingView[] } {
  const all = joinFindings(inspection);
  const said = new Map<string, Observation | undefined>(all.map(({ at }) => [placeKey(at), undefined]));
  if (said.size > 0)
    for (const one of inspection.reading.observations) {
      const key = placeKey(one.at);
      if (said.has(key)) said.set(key, one);
    }
  const textAt = findTexts(inspection.reading, all);
  const reasons = weighReasons(all, inspection.reading, inspection.profile.accepted, inspection.asOf);
  const views = all.map((finding, id): FindingView => {
    const here = said.get(placeKey(finding.at));
    // A figure of a day is named by its day; which year it is judged under is the profile's business.
    const isOfDay = here?.period?.kind === "as-of";
    const period = finding.fiscalYear !== undefined && !isOfDay ? renderShortYear(finding.fiscalYear) : here?.period && renderShortPeriod(here.period);
    const indicator = finding.indicator ?? here?.indicator;
    return {
      id,
      check: finding.check,
      severity: finding.severity,
      at: finding.at,
      related: finding.related.filter((place) => placeKey(place) !== placeKey(finding.at)),
      about: renderAbout(nameOf, indicator, here?.group, period),
      message: finding.message,
      ...(finding.arithmetic ? { arithmetic: finding.arithmetic } : {}),
      fix: finding.fix?.text ?? null,
      figures: writeFigures(finding, textAt),
      accepted: reasons.get(id) ?? null,
      indicator: indicator ?? null,
      fiscalYear: finding.fiscalYear ?? null,
    };
  });
  return sortByReason(views);
}
