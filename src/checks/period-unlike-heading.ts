import type { Observation } from "../model/observation";
import { defineCheck } from "./define-check";
import { groupBy } from "./relations/evidence";
import { renderPeriod } from "./relations/render";

const CALENDAR_YEAR = /1月(1日)?\s*(から|～|~|-|－|ー|—)\s*(同年)?12月(31日)?|前年度?の?1\s*(月)?\s*(～|~|-|から)\s*3月|4\s*(月)?(～|~|-|から)12月及び|暦年/;

/**
 * 見出しと期間の食い違い — a heading that says 年度 over figures counted from January, or dates under a fiscal year.
 *
 * looks at  year headings against the notes and captions of their table; figures as of a day in a column of another year
 * silent    fiscal years without such a note; dates that the profile's April 1 rule puts into their column
 * source    R19 in the catalogue of checks
 */
export const periodUnlikeHeading = defineCheck({
  id: "period-unlike-heading",
  severity: "warning",
  cause: "period",
  needs: ["reading", "figures", "profile"],
  *run({ reading, figures, profile }) {
    for (const table of reading.tables) {
      const [heading] = table.periods;
      if (heading?.period.kind !== "fiscal-year") continue;
      const note = [...table.notes, ...table.captions].find(({ text }) => CALENDAR_YEAR.test(text.normalize("NFKC")));
      if (note) yield { at: note.at, related: [heading.at], facts: { kind: "calendar" as Kind, a: heading.text, b: note.text.slice(0, 60), count: 1 } };
    }
    const dated = figures.annotated.filter((o) => o.role !== "target" && !o.isMergedCopy && o.period?.kind === "as-of" && o.figure.periodText !== undefined);
    for (const group of groupBy(dated, (o) => `${o.table}`).values()) {
      const odd = group.filter(
        (o) =>
          columnYearOf(
            o,
            reading.tables[o.table]?.periods.map((p) => [p.at.cell, p.period.kind === "fiscal-year" ? p.period.year : undefined] as const),
          ) !== undefined,
      );
      const [first, ...rest] = odd;
      if (first)
        yield {
          at: first,
          related: rest,
          severity: "info",
          facts: {
            kind: profile.asOfSpeaksFor === "previous-year" ? ("previous" as Kind) : ("same" as Kind),
            a: renderPeriod(first.period).ja,
            b: first.figure.periodText ?? "",
            count: odd.length,
          },
        };
    }
  },
  say: {
    ja: (f) =>
      f.kind === "calendar"
        ? `見出しは〔${f.a}〕ですが、注記では1月〜12月で算出しています（${f.b}）。年次有給休暇の集計期間を設定で確かめてください。`
        : `年度の欄に〔${f.a}〕時点の値が${f.count}か所あります。設定に従い、${f.kind === "previous" ? "前年度の実績" : "その日の年度の値"}として扱います。`,
    en: (f) =>
      f.kind === "calendar"
        ? `The heading says ${f.a}, but the note counts from January to December (${f.b}). Please check the leave year in the settings.`
        : `${f.count} cells of a fiscal-year column hold figures as of a day (${f.a}). As the settings say, they are taken for ${f.kind === "previous" ? "the fiscal year before" : "the fiscal year of that day"}.`,
  },
});

type Kind = "calendar" | "previous" | "same";

function columnYearOf(o: Observation, headings: readonly (readonly [string, number | undefined])[] | undefined): number | undefined {
  const column = o.at.cell.replace(/\d+$/, "");
  return headings?.find(([cell, year]) => year !== undefined && cell.replace(/\d+$/, "") === column)?.[1];
}
