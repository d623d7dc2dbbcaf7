import type { Unit } from "../model/figure";
import type { Observation } from "../model/observation";
import { remember } from "../model/remember";
import { defineCheck } from "./define-check";
import { groupBy } from "./relations/evidence";
import { renderStated } from "./relations/render";

const MEASURES: readonly (readonly [words: RegExp, unit: Unit, name: string])[] = [
  [/率|割合|比率/g, "ratio", "率"],
  [/日数/g, "days", "日数"],
  [/人数|者数|職員数/g, "people", "人数"],
  [/時間数/g, "hours", "時間数"],
];
const UNIT_NAME: { readonly [unit in Unit]: { readonly ja: string; readonly en: string } } = {
  ratio: { ja: "率", en: "a rate" },
  people: { ja: "人数", en: "a number of people" },
  days: { ja: "日数", en: "a number of days" },
  hours: { ja: "時間数", en: "a number of hours" },
  years: { ja: "年数", en: "a number of years" },
  cases: { ja: "件数", en: "a number of cases" },
  points: { ja: "ポイント差", en: "points" },
};
const THRESHOLD = /\d\s*(日|時間|週|月|年)間?\s*(以上|未満|以下|以内|超)/;

/**
 * 見出しと単位の不一致 — days in a row called 率, percent in a row called 日数.
 *
 * looks at  figures with a unit of their own against the last measure word of their row, or the other years of a row without one; a difference of rates written in %
 * silent    cells that also state what the row asks for, classes by days (取得日数 5日未満: 3人), people beside 件数
 * source    R13 in the catalogue of checks
 */
export const unitUnlikeLabel = defineCheck({
  id: "unit-unlike-label",
  severity: "warning",
  cause: "unit",
  needs: ["lines"],
  *run({ lines }) {
    const expectedOf = expectByWords();
    for (const line of lines.having((kind) => kind.figure.unit !== null && kind.state === "value")) {
      const odd = findOdd(line.observations, expectedOf);
      const lone = odd.length === 0 ? findLone(line.observations, expectedOf) : undefined;
      const [first, ...rest] = lone ? [lone.odd] : odd;
      if (!first) continue;
      const expected = first.indicator === "turnover_gap" ? "ポイント差" : lone ? UNIT_NAME[lone.unit].ja : (expectedOf(first)?.name ?? "");
      const unit = first.figure.unit ?? first.unit;
      yield {
        at: first,
        related: rest,
        facts: {
          label: first.label.replace(/\s+/g, " "),
          expected,
          stated: renderStated(first),
          unit: UNIT_NAME[unit],
          isLone: lone !== undefined,
          isPoints: first.indicator === "turnover_gap",
          count: odd.length,
        },
      };
    }
  },
  say: {
    ja: (f) =>
      f.isPoints
        ? `「${f.label}」は率どうしの差なので、単位は『%』ではなく『ポイント』です〔${f.stated}〕。`
        : f.isLone
          ? `「${f.label}」のほかの年は${f.expected}ですが、ここには${f.unit.ja}〔${f.stated}〕が入っています。単位を確認してください。`
          : `「${f.label}」の欄に${f.unit.ja}〔${f.stated}〕が入っています${f.count > 1 ? `（${f.count}か所）` : ""}。見出しか単位を確認してください。`,
    en: (f) =>
      f.isPoints
        ? `"${f.label}" is a difference of two rates: its unit is points, not % (${f.stated}).`
        : f.isLone
          ? `The other years of "${f.label}" are in another unit than ${f.unit.en} (${f.stated}). Please check the unit.`
          : `The row "${f.label}" holds ${f.unit.en} (${f.stated})${f.count > 1 ? ` in ${f.count} cells` : ""}. Please check the heading or the unit.`,
  },
});

/** The first figure of every cell that states another measure than its words ask for. */
function findOdd(observations: readonly Observation[], expectedOf: Expect): readonly Observation[] {
  if (!observations.some((o) => expectedOf(o) !== undefined || o.indicator === "turnover_gap")) return [];
  return [...groupBy(observations, (o) => o.at.cell).values()].filter((cell) => isOdd(cell, expectedOf)).map(([first]) => first!);
}

/** 9.2日, 43.5%, 9.1日: where no word says what is counted, the other years of the line do. */
function findLone(observations: readonly Observation[], expectedOf: Expect): { readonly odd: Observation; readonly unit: Unit } | undefined {
  const stated = observations.filter((o) => o.role === "value" && o.state === "value" && o.figure.part === "value" && o.figure.unit !== null && o.measure !== "growth");
  if (stated.length < 3 || stated.every((o) => o.figure.unit === stated[0]!.figure.unit)) return undefined;
  if (observations.some((o) => o.figure.part !== "value" || expectedOf(o) !== undefined)) return undefined;
  const years = new Set(stated.map((o) => `${o.period?.year}|${o.period?.month}|${o.label}`));
  if (years.size !== stated.length || new Set(stated.map((o) => o.label)).size > 1) return undefined;
  const units = [...groupBy(stated, (o) => o.figure.unit ?? o.unit)];
  const [few, many] = units.sort((a, b) => a[1].length - b[1].length);
  const [odd] = few?.[1] ?? [];
  const unit = many?.[0];
  // 人 beside 件, % beside ポイント are ways of writing; a rate among days is not.
  if (units.length !== 2 || !odd || !unit || few![1].length !== 1 || many[1].length < 2) return undefined;
  return (few![0] === "ratio") !== (unit === "ratio") && few![0] !== "points" && unit !== "points" ? { odd, unit } : undefined;
}

type Expect = (o: Observation) => Expected | undefined;

interface Expected {
  readonly index: number;
  readonly unit: Unit;
  readonly name: string;
}

/** What the words in a cell ask for, else those of its line; the figures of a line share their words. */
function expectByWords(): Expect {
  const measureOf = remember((words: string) => ({ last: lastMeasure(words) }));
  return (o) => (o.figure.words === "" ? undefined : measureOf(o.figure.words).last) ?? measureOf(o.label).last;
}

function lastMeasure(label: string): Expected | undefined {
  let last: Expected | undefined;
  for (const [words, unit, name] of MEASURES) for (const found of label.matchAll(words)) if (!last || found.index > last.index) last = { index: found.index, unit, name };
  return last;
}

function isOdd(cell: readonly Observation[], expectedOf: Expect): boolean {
  const [first] = cell;
  if (!first || first.state !== "value" || first.figure.unit === null || first.figure.part !== "value" || first.measure === "growth") return false;
  if (first.indicator === "turnover_gap" && first.role === "value" && first.group.sex === undefined) return first.figure.unit === "ratio" && /差/.test(first.label);
  const expected = expectedOf(first);
  if (!expected || cell.some((o) => o.figure.unit === expected.unit)) return false;
  // Counts of a rate stand under its name (…の割合 うち女性: 7人), and people in a row of days are a class of takers.
  if (first.role !== "value" && (first.figure.unit === "people" || first.figure.unit === "cases")) return false;
  if (expected.unit === "days" && first.figure.unit === "people" && !/平均/.test(first.label)) return false;
  if (first.figure.unit === "points" || (expected.unit === "people" && first.figure.unit === "cases")) return false;
  // 取得日数 5日未満 names a class; its people and their share are at home there, an average is not.
  const isClass = first.group.bucket !== undefined || first.role === "part" || THRESHOLD.test(first.label);
  return !isClass || (/平均/.test(first.label) && first.group.bucket === undefined && first.role !== "part");
}
