import { fiscalYearOfPeriod } from "../notation/period";
import type { ReadTable } from "../model/reading";
import type { Inspection } from "./inspection";
import type { TableView, UnreadView, YearHeadingView } from "./inspection-view";
import type { NameOf } from "./render-about";
import { renderPeriod } from "./render-words";

/** Nobody picks the year of a heading among more than these. */
const MOST_HEADINGS = 40;

/** 表の表示を作る — what each table was read as; a block in which no figure was understood is no table to people. */
export function viewTables(inspection: Inspection, nameOf: NameOf): TableView[] {
  const counts = new Map<number, number>();
  const sureness = new Map<number, number>();
  for (const one of inspection.reading.observations) {
    counts.set(one.table, (counts.get(one.table) ?? 0) + 1);
    sureness.set(one.table, (sureness.get(one.table) ?? 0) + one.confidence);
  }
  const understood = inspection.reading.tables.filter((table) => counts.has(table.id));
  return understood.map((table) => ({
    id: table.id,
    sheet: table.sheet,
    range: table.range,
    title: table.captions[0]?.text ?? "",
    indicator: table.indicator === undefined ? null : (nameOf(table.indicator)?.label ?? { ja: table.indicator, en: table.indicator }),
    indicatorId: table.indicator ?? null,
    // Figures of several indicators can each be read surely although the table has no single one.
    confidence: Math.max(table.confidence, (sureness.get(table.id) ?? 0) / Math.max(1, counts.get(table.id) ?? 0)),
    figures: counts.get(table.id) ?? 0,
    periods: joinEnds(table.periods.map((heading) => heading.text.trim())),
    heading: { sheet: table.sheet, heading: table.captions[0]?.text ?? table.sheet },
    years: viewYears(table),
    correctedBy: table.correctedBy ?? null,
  }));
}

/** 読めなかった区画の表示を作る — where it is, why, and by which words its indicator can be named. */
export function viewUnread(inspection: Inspection): UnreadView[] {
  return inspection.reading.unread.map(({ sheet, range, figures, because, heading }) => ({ sheet, range, figures, because, heading: { sheet, heading: heading ?? sheet } }));
}

/** A heading that says the same year again is asked about once; months are no years. */
function viewYears(table: ReadTable): YearHeadingView[] {
  const years = new Map<string, YearHeadingView>();
  const caption = table.captions[0]?.text;
  for (const { at, text, period, correctedBy } of table.periods) {
    if (period.month !== undefined || years.has(text) || years.size >= MOST_HEADINGS) continue;
    years.set(text, {
      at,
      text: text.trim(),
      period: renderPeriod(period),
      year: period.kind === "as-of" ? period.year : fiscalYearOfPeriod(period),
      heading: { sheet: table.sheet, heading: text, ...(caption === undefined ? {} : { caption }) },
      correctedBy: correctedBy ?? null,
    });
  }
  return [...years.values()];
}

function joinEnds(texts: readonly string[]): string {
  const first = texts[0] ?? "";
  const last = texts.at(-1) ?? "";
  return texts.length < 2 || first === last ? first : `${first}〜${last}`;
}
