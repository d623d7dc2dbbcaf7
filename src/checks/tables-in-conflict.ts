import type { Observation } from "../model/observation";
import { remember } from "../model/remember";
import { defineCheck } from "./define-check";
import { compareAtDigits, isSameFigure } from "./relations/compare";
import { groupBy } from "./relations/evidence";
import type { SameFigures, Statement } from "./relations/places";
import { renderComputed, renderFiscalYear, renderStated } from "./relations/render";

/**
 * 表どうしの食い違い — one figure of one year that two tables state differently.
 *
 * looks at  the same indicator, role, fiscal year and population in different tables; counts stand for the rate they give
 * unit      compared at the coarser digits of the two
 * silent    tables over different months; blanks; 該当者なし against 未把握; figures as of a day where the next year's column agrees
 * source    R08 in the catalogue of checks
 */
export const tablesInConflict = defineCheck({
  id: "tables-in-conflict",
  severity: "warning",
  cause: "state",
  needs: ["sameFigures", "reading"],
  *run({ sameFigures, reading }) {
    if (sameFigures.all.length === 0) return;
    const tables = groupBy(reading.observations, (o) => o.table);
    const counts = remember((table: number) => countIndicators(tables.get(table) ?? []));
    const months = remember((table: number) => findMonths(tables.get(table) ?? []));
    const weightOf = ({ table, of }: Statement) => counts(table).get(of.indicator) ?? 0;
    const conflicts: Conflict[] = [];
    const agreements = new Map<string, number>();
    const manyVoices = new Map<string, { readonly statements: readonly Statement[]; readonly kinds: number }>();
    const captions = new Map(reading.tables.map((table) => [table.id, table.captions.map(({ text }) => text).join(" ")]));
    for (const same of sameFigures.all.flatMap((all) => splitByLimit(all, captions))) {
      const kinds = countKinds(same);
      if (kinds >= 3) {
        // Many tables with many answers speak of parts of the staff that their headings do not name.
        const [first] = same;
        if (first && !manyVoices.has(first.of.indicator)) manyVoices.set(first.of.indicator, { statements: same, kinds });
        continue;
      }
      for (const [summary, detail] of pairsOf(same, weightOf)) {
        if (isOfOtherMonths(months(summary.table), months(detail.table))) continue;
        const pair = `${summary.table}|${detail.table}|${summary.of.indicator}`;
        if (!conflict(summary, detail)) agreements.set(pair, (agreements.get(pair) ?? 0) + 1);
        else if (!isSettledByNextYear(summary, detail, sameFigures)) conflicts.push({ summary, detail, pair });
      }
    }
    for (const { statements } of manyVoices.values()) {
      const [first, ...rest] = statements;
      const other = rest.find((s) => first && conflict(first, s));
      if (first && other)
        yield {
          at: first.of,
          related: rest.slice(0, 20).map((s) => s.of),
          facts: { ...factsOf({ summary: first, detail: other, pair: "" }, 1), tables: new Set(statements.map((s) => s.table)).size },
        };
    }
    for (const [pair, group] of groupBy(conflicts, (c) => c.pair)) {
      const [first] = group;
      // Two long tables that never agree count different people; that is one question, not many findings.
      if (first && group.length >= 3 && !agreements.has(pair) && group.every((c) => c.summary.state === "value" && c.detail.state === "value")) {
        yield { at: first.summary.of, related: [first.detail.of], facts: factsOf(first, group.length) };
        continue;
      }
      for (const c of group) yield { at: c.summary.of, related: [c.detail.of], facts: factsOf(c, 1) };
    }
  },
  say: {
    ja: (f) =>
      f.tables > 0
        ? `${f.year.ja}の同じ項目が${f.tables}個の表で違う値です（ここでは〔${f.here}〕、${f.sheet}では〔${f.there}〕）。部局などの区分ごとの表であれば、見出しに区分を書いてください。`
        : f.times > 1
          ? `同じ項目が2つの表で${f.times}年度とも違います（${f.year.ja}は〔${f.here}〕と、${f.sheet}の〔${f.there}〕）。集計の対象が違う場合は、見出しに対象を書いてください。`
          : `${f.year.ja}の同じ項目が、ここでは〔${f.here}〕、${f.sheet}では〔${f.there}〕です。どちらが正しいか確認してください。`,
    en: (f) =>
      f.tables > 0
        ? `${f.tables} tables give different figures for ${f.year.en} (${f.here} here, ${f.there} on ${f.sheet}). If each is for a part of the staff, name the part in the headings.`
        : f.times > 1
          ? `Two tables differ in all ${f.times} years (${f.year.en}: ${f.here} here, ${f.there} on ${f.sheet}). If they count different people, say so in the headings.`
          : `For ${f.year.en} this says ${f.here}, but ${f.sheet} says ${f.there}. Please check which is right.`,
  },
});

const LIMIT = /(\d+)時間を?超/;

/** 月45時間超 and 年360時間超 count different people, whether their line says so or the caption. */
function splitByLimit(same: readonly Statement[], captions: ReadonlyMap<number, string>): readonly (readonly Statement[])[] {
  if (same[0]?.of.indicator !== "overtime_over_limit_count") return [same];
  const limitIn = (words = ""): string | undefined => LIMIT.exec(words.normalize("NFKC").replace(/\s/g, ""))?.[1];
  const limitOf = ({ of, table }: Statement): string => limitIn(of.label) ?? limitIn(captions.get(table)) ?? "";
  return same.every((statement) => limitOf(statement) !== "") ? [...groupBy(same, limitOf).values()] : [same];
}

interface Conflict {
  readonly summary: Statement;
  readonly detail: Statement;
  readonly pair: string;
}

/** How often a table speaks of each indicator: the one that says most of it is the detail that others sum up. */
function countIndicators(observations: readonly Observation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { indicator } of observations) counts.set(indicator, (counts.get(indicator) ?? 0) + 1);
  return counts;
}

function findMonths(observations: readonly Observation[]): ReadonlySet<number> {
  return new Set(observations.flatMap(({ period }) => period?.month ?? []));
}

/** 上期 and 下期 in two tables: the sum of the one says nothing of the sum of the other. */
function isOfOtherMonths(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((month) => b.has(month));
}

function* pairsOf(statements: readonly Statement[], weightOf: (s: Statement) => number): Generator<[Statement, Statement]> {
  // One statement per table: the stated figure before the derived one, the anchor before the copies of a merge.
  const perTable = new Map<number, Statement>();
  for (const s of statements) {
    const kept = perTable.get(s.table);
    if (!kept || (kept.isDerived && !s.isDerived)) perTable.set(s.table, s);
  }
  const ordered = [...perTable.values()].sort((a, b) => weightOf(b) - weightOf(a) || Number(a.isDerived) - Number(b.isDerived) || a.of.id - b.of.id);
  const [detail, ...summaries] = ordered;
  if (!detail) return;
  for (const summary of summaries) {
    if (!summary.isDerived) yield [summary, detail];
    // What a figure is stated as gives way to the counts elsewhere, however little they say of it.
    else if (!detail.isDerived) yield [detail, summary];
  }
}

function countKinds(statements: readonly Statement[]): number {
  const tables = new Set(statements.map((s) => s.table));
  if (tables.size < 4) return 0;
  const values = new Set(statements.filter((s) => s.state === "value" && !s.isDerived).map((s) => Math.round((s.value ?? 0) * 1e4)));
  return values.size;
}

function conflict(a: Statement, b: Statement): boolean {
  if (a.state === "value" && b.state === "value") {
    if (b.isDerived) return compareAtDigits(a.of, b.value ?? 0, "half-up") === "differs" && !isNear(a, b);
    return !isSameFigure(a.of, b.of) && !isTwelfth(a.of, b.of);
  }
  return a.state !== b.state && (a.state === "value" || b.state === "value");
}

// 8.5 beside 101.5 hours a head is a month beside a year; which it is, another check asks.
function isTwelfth(a: Observation, b: Observation): boolean {
  if (!a.indicator.startsWith("overtime_per_head") || a.value === null || b.value === null) return false;
  const [small, large] = a.value < b.value ? [a, b] : [b, a];
  return Math.abs((small.value ?? 0) * 12 - (large.value ?? 0)) <= 12 * Math.max(small.figure.step ?? 0, 0.1);
}

function isNear(a: Statement, b: Statement): boolean {
  return Math.abs((a.value ?? 0) - (b.value ?? 0)) <= (a.of.figure.step ?? 0);
}

// 令和4年4月1日 may stand under R3 or under R4; only what disagrees with both columns is a conflict.
function isSettledByNextYear(a: Statement, b: Statement, figures: SameFigures): boolean {
  if ((a.of.period?.kind === "as-of") === (b.of.period?.kind === "as-of")) return false;
  const [dated, yearly] = a.of.period?.kind === "as-of" ? [a, b] : [b, a];
  return [1, -1].some((shift) => {
    const other = figures.find(yearly, shift, yearly.table);
    return other !== undefined && !conflict(dated, other);
  });
}

function factsOf(c: Conflict, times: number) {
  return {
    times,
    tables: 0,
    here: render(c.summary),
    there: render(c.detail),
    sheet: `「${c.detail.of.at.sheet}」${c.detail.of.at.cell}`,
    year: renderFiscalYear(c.summary.fiscalYear),
  };
}

function render(s: Statement): string {
  const stated = (o: Observation) => renderStated(o);
  if (!s.isDerived) return stated(s.of);
  return s.state === "value" ? renderComputed(s.value ?? 0, { ...s.of, unit: s.of.unit === "hours" ? "hours" : "ratio" }) : "該当者なし";
}
