import { writeTabbed } from "./plain-text";
import type { Publication, PublishedFigure } from "./publication-rows";
import { DISCLOSURE_HEADS, NOT_FOUND, PUBLICATION_HEADS } from "./publication-sheet";

/** 公表用の文字 — the public list and the disclosure items as tab-separated text, to be pasted into a form or a page. */
export function writePublicationText({ plans, disclosures }: Publication): string {
  const figure = (one: PublishedFigure | null): readonly string[] => (one ? [one.words, one.time] : ["", ""]);
  return writeTabbed([
    ...plans.flatMap(({ heading, rows }) => [
      [heading],
      PUBLICATION_HEADS,
      ...rows.map(({ label, goal, due, latest, baseline }) => [label, goal, due, ...figure(latest), ...figure(baseline), ""]),
      [""],
    ]),
    DISCLOSURE_HEADS,
    ...disclosures.map(({ label, section, found }) => [label, section, found?.words ?? NOT_FOUND, found?.time ?? ""]),
  ]);
}
