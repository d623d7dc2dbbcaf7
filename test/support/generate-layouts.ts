import fc from "fast-check";
import type { Workbook } from "../../src/model/workbook";
import { type Fact, factArbitrary, nameOf } from "./layout-facts";
import { type Dress, dresses, dressWord } from "./layout-dress";
import { countStyles, type CountStyle, type RateStyle, rateStyles, writeCount, writeRate, writeYear, yearStyles, type YearStyle } from "./layout-notation";
import { type LogicalCell, type LogicalTable, type Page, placeTable } from "./layout-page";
import { readTextWorkbook } from "./text-workbook";
import type { Truth, TrueObservation } from "./truth";

/**
 * 並べ方 — one way to lay the same figures out.
 *
 * shape  structure: table-each (a captioned table per indicator), one-table (indicator and measure as two row levels),
 *        flat (whole labels, the figures themselves only), years-over-measures (two column levels),
 *        sex-levels (topic, sex and measure as three row levels), sexes-across (year and sex as two column levels),
 *        sheet-each-year (the year stands in the sheet's name and title)
 */
export interface Layout {
  readonly structure: "table-each" | "one-table" | "flat" | "years-over-measures" | "sex-levels" | "sexes-across" | "sheet-each-year";
  readonly isTransposed: boolean;
  readonly continuation: "merged" | "blank" | "repeated";
  readonly offset: { readonly row: number; readonly col: number };
  readonly gap: number;
  readonly isSideBySide: boolean;
  readonly isDescending: boolean;
  readonly years: YearStyle;
  readonly rates: RateStyle;
  readonly counts: CountStyle;
  readonly targets: "none" | "bracket" | "line" | "below" | "label";
  readonly noise: "none" | "title" | "title-and-notes" | "remarks";
  readonly corner: "" | "区分" | "年度" | "項目";
  readonly measureOrder: "value-first" | "value-last";
  /** What people put around the words of a line: units, formula letters, numbering, line breaks, blanks. */
  readonly dress: Dress;
  /** Said after a year: R3実績. */
  readonly yearSuffix: "" | "実績" | "（実績）";
  /** A column of something else between the headings and the figures, or after them. */
  readonly extra: "none" | "担当課" | "単位" | "増減";
  /** How a caption ends. */
  readonly captionTail: "" | "の状況" | "の取得状況について";
  /** A note of units in the caption's row, over the last column or right of it. */
  readonly unitNote: "none" | "over" | "beyond";
  /** Rates left for the tool to fill, or one rate that its counts do not give. */
  readonly rateCells: "written" | "empty" | "one-wrong";
  /** How the captions of a sheet are numbered: one way on one sheet, or a reader would see sections and subsections. */
  readonly numbering: "①" | "１　" | "(1) " | "";
  /** What stands for a rate of nobody. */
  readonly absence?: string;
  /** A row left empty between the subjects of one table. */
  readonly hasRowGaps?: boolean;
  /** Sentences between the tables. */
  readonly prose?: readonly string[];
}

/** 並べた表 — the workbook and what has to be read from it. */
export interface LaidOut {
  readonly layout: Layout;
  readonly text: string;
  readonly workbook: Workbook;
  readonly truth: Truth;
}

/** 並べ方の一つ — every dimension by itself. */
export const layoutArbitrary: fc.Arbitrary<Layout> = fc.record({
  structure: fc.constantFrom("table-each", "one-table", "flat", "years-over-measures", "sex-levels", "sheet-each-year"),
  isTransposed: fc.boolean(),
  continuation: fc.constantFrom("merged", "blank", "repeated"),
  offset: fc.record({ row: fc.integer({ min: 0, max: 4 }), col: fc.integer({ min: 0, max: 3 }) }),
  gap: fc.integer({ min: 0, max: 2 }),
  isSideBySide: fc.boolean(),
  isDescending: fc.boolean(),
  years: fc.constantFrom(...yearStyles),
  rates: fc.constantFrom(...rateStyles),
  counts: fc.constantFrom(...countStyles),
  targets: fc.constantFrom("none", "bracket", "line", "below", "label"),
  noise: fc.constantFrom("none", "title", "title-and-notes", "remarks"),
  corner: fc.constantFrom("", "区分", "年度", "項目"),
  measureOrder: fc.constantFrom("value-first", "value-last"),
  dress: fc.constantFrom(...dresses),
  yearSuffix: fc.constantFrom("", "", "実績", "（実績）"),
  extra: fc.constantFrom("none", "none", "担当課", "単位", "増減"),
  captionTail: fc.constantFrom("", "", "の状況", "の取得状況について"),
  unitNote: fc.constantFrom("none", "none", "over", "beyond"),
  rateCells: fc.constantFrom("written", "written", "empty", "one-wrong"),
  numbering: fc.constantFrom("①", "１　", "(1) ", ""),
});

/** 並べ方の生成 — facts over three to five years and a layout for them. */
export const laidOutArbitrary: fc.Arbitrary<LaidOut> = fc
  .tuple(fc.integer({ min: 2016, max: 2021 }), fc.integer({ min: 3, max: 5 }), layoutArbitrary)
  .chain(([first, count, layout]) =>
    factArbitrary(count, 3).map((facts) =>
      layOut(
        layout.rateCells === "one-wrong" ? spoilFirst(facts) : facts,
        Array.from({ length: count }, (_, i) => first + i),
        layout,
      ),
    ),
  );

/** A rate alone can neither be wrong nor be derived. */
const hasCounts = (layout: Layout) => layout.structure !== "flat";

/** 一つを誤らせる — one rate of the whole sheet: where none keeps to its counts, the reading is at fault and not the figures. */
export function spoilFirst(facts: readonly Fact[]): Fact[] {
  const first = facts.findIndex((f) => f.kind.shape === "uptake");
  return facts.map((f, i) => (i === first ? { ...f, figures: f.figures.map((figure, k) => (k === 0 ? { ...figure, isWrong: true } : figure)) } : f));
}

type Measure = "denominator" | "numerator" | "value";

/** 並べる — the figures in this layout, as a workbook with its truth. */
export function layOut(facts: readonly Fact[], years: readonly number[], layout: Layout): LaidOut {
  const order = years.map((_, i) => (layout.isDescending ? years.length - 1 - i : i));
  const pages: Page[] =
    layout.structure === "sheet-each-year"
      ? order.map((i) => layPage(writeYear(years[i]!, "令和3年度"), [yearTable(facts, years, i, layout)], layout, writeYear(years[i]!, "令和3年度")))
      : [layPage("実施状況", tablesOf(facts, years, order, layout), layout, undefined)];
  const text = pages.map((page) => page.text).join("\n");
  const truth: Truth = { observations: pages.flatMap((p) => p.observations), findings: pages.flatMap((p) => p.findings), fills: pages.flatMap((p) => p.fills), judgements: [] };
  const laid = { layout, text, workbook: readTextWorkbook(text, "generated").workbook, truth };
  // A counterexample is read by people: as the sheet, not as its objects.
  return Object.defineProperty(laid, fc.toStringMethod, { value: () => `${JSON.stringify(layout)}\n${text}` });
}

function measuresOf(fact: Fact, layout: Layout): Measure[] {
  if (fact.kind.denominators.length === 0) return ["value"];
  return layout.measureOrder === "value-first" ? ["value", "denominator", "numerator"] : ["denominator", "numerator", "value"];
}

function cellOf(fact: Fact, measure: Measure, years: readonly number[], i: number, layout: Layout): LogicalCell {
  const { denominator, numerator, quantity } = fact.figures[i]!;
  const truth = (value: number | string): Omit<TrueObservation, "sheet" | "cell"> => ({
    indicator: fact.kind.indicator,
    role: measure,
    fiscalYear: years[i]!,
    value,
    group: fact.sex ? { sex: fact.sex } : {},
  });
  if (fact.kind.shape === "days") return { piece: `${quantity}日`, truth: truth(quantity) };
  if (fact.kind.shape === "hours") return { piece: `${quantity}時間`, truth: truth(quantity) };
  if (measure === "value") {
    if (hasCounts(layout) && layout.rateCells === "empty") return { piece: "", truth: truth("blank"), fill: denominator ? numerator / denominator : "not-applicable" };
    const isWrong = hasCounts(layout) && fact.figures[i]!.isWrong === true && layout.rateCells === "one-wrong";
    const { piece, value } = isWrong
      ? writeRate(denominator ? (numerator * 10 + denominator * 4) % (denominator * 10) : 1, denominator * 10 || 7, layout.rates)
      : writeRate(numerator, denominator, layout.rates, layout.absence);
    return { piece, truth: truth(value), ...(isWrong ? { check: "rate-disagrees-with-counts" } : {}) };
  }
  const count = measure === "denominator" ? denominator : numerator;
  return { piece: writeCount(count, layout.counts), truth: truth(count) };
}

function targetOf(fact: Fact): { piece: string; value: number } {
  if (fact.kind.shape === "days") return { piece: `${fact.target}日以上`, value: fact.target };
  if (fact.kind.shape === "hours") return { piece: `${fact.target * 10}時間以下`, value: fact.target * 10 };
  return { piece: `${fact.target * 5}%以上`, value: fact.target / 20 };
}

const percentMark = (fact: Fact, measure: Measure, layout: Layout) =>
  measure === "value" && layout.rates === "87.5" && (fact.kind.shape === "uptake" || fact.kind.shape === "share") ? "（％）" : "";

const wordOf = (fact: Fact, measure: Measure, layout: Layout) => dressWord(fact.words[measure] + percentMark(fact, measure, layout), measure, fact.kind.shape, layout.dress);

/** The figure's own line also carries the target, when the layout gives targets a line of their own. */
function lineOf(fact: Fact, measure: Measure, years: readonly number[], order: readonly number[], layout: Layout): LogicalCell[] {
  const cells = order.map((i) => cellOf(fact, measure, years, i, layout));
  if (layout.targets !== "line") return cells;
  const { piece, value } = targetOf(fact);
  const truth = { indicator: fact.kind.indicator, role: "target", fiscalYear: null, value, group: fact.sex ? { sex: fact.sex } : {} };
  return [...cells, measure === "value" ? { piece, truth } : { piece: "" }];
}

/** A number cell cannot carry a word. */
const yearOf = (year: number, layout: Layout) => writeYear(year, layout.years) + (layout.years === "serial" ? "" : layout.yearSuffix);

const yearHeads = (years: readonly number[], order: readonly number[], layout: Layout): string[][] => [
  ...order.map((i) => [yearOf(years[i]!, layout)]),
  ...(layout.targets === "line" ? [["目標"]] : []),
];

function wholeOf(fact: Fact, layout: Layout): string {
  const wholes = fact.kind.whole(fact.topic, fact.sex);
  const label = wholes[fact.target % wholes.length]! + percentMark(fact, "value", layout);
  return layout.targets === "label" ? `${label}：${targetOf(fact).piece}` : label;
}

const captionOf = (fact: Fact, { numbering, targets, captionTail }: Layout, i: number) =>
  `${numbering
    .replace("①", "①②③④"[i]!)
    .replace("１", "１２３４"[i]!)
    .replace(
      "1",
      String(i + 1),
    )}${nameOf(fact)}${fact.kind.shape === "uptake" ? captionTail : captionTail.replace("取得", "")}${targets === "bracket" ? `【目標：${targetOf(fact).piece}】` : ""}`;

function tablesOf(facts: readonly Fact[], years: readonly number[], order: readonly number[], layout: Layout): LogicalTable[] {
  const below = (fact: Fact) => (layout.targets === "below" ? [`目標：${targetOf(fact).piece}`] : []);
  if (layout.structure === "table-each")
    return facts.map((fact, i) => ({
      caption: captionOf(fact, layout, i),
      below: below(fact),
      rows: measuresOf(fact, layout).map((m) => [wordOf(fact, m, layout)]),
      cols: yearHeads(years, order, layout),
      body: measuresOf(fact, layout).map((m) => lineOf(fact, m, years, order, layout)),
    }));
  if (layout.structure === "flat")
    return [{ below: [], rows: facts.map((f) => [wholeOf(f, layout)]), cols: yearHeads(years, order, layout), body: facts.map((f) => lineOf(f, "value", years, order, layout)) }];
  if (layout.structure === "one-table")
    return [
      {
        below: [],
        rows: facts.flatMap((f) => measuresOf(f, layout).map((m) => [nameOf(f), wordOf(f, m, layout)])),
        cols: yearHeads(years, order, layout),
        body: facts.flatMap((f) => measuresOf(f, layout).map((m) => lineOf(f, m, years, order, layout))),
      },
    ];
  if (layout.structure === "sex-levels" || layout.structure === "sexes-across") {
    const pairs = facts
      .filter((f) => f.sex && f.kind.sexes.includes("male") && f.kind.sexes.includes("female"))
      .filter((f, i, all) => all.findIndex((g) => g.kind === f.kind) === i);
    const both = pairs.flatMap((f) => [
      { ...f, sex: "male" as const },
      { ...f, sex: "female" as const, figures: [...f.figures].reverse() },
    ]);
    if (both.length && layout.structure === "sexes-across")
      return both
        .filter((f) => f.sex === "male")
        .map((man, i) => {
          const pair = [man, both.find((f) => f.kind === man.kind && f.sex === "female")!];
          const heads = order.flatMap((y) => pair.map((f) => [yearOf(years[y]!, layout), f.sex === "male" ? "男性" : "女性"]));
          return {
            caption: captionOf({ ...man, sex: undefined }, layout, i),
            below: below(man),
            rows: measuresOf(man, layout).map((m) => [wordOf(man, m, layout)]),
            cols: heads,
            body: measuresOf(man, layout).map((m) => order.flatMap((y) => pair.map((f) => cellOf(f, m, years, y, layout)))),
          };
        });
    if (both.length)
      return [
        {
          below: [],
          rows: both.flatMap((f) => measuresOf(f, layout).map((m) => [f.topic, f.sex === "male" ? "男性" : "女性", wordOf(f, m, layout)])),
          cols: yearHeads(years, order, layout),
          body: both.flatMap((f) => measuresOf(f, layout).map((m) => lineOf(f, m, years, order, layout))),
        },
      ];
  }
  return facts.map((fact, i) => ({
    caption: captionOf(fact, layout, i),
    below: below(fact),
    rows: [[fact.sex === "male" ? "男性" : fact.sex === "female" ? "女性" : "実績"]],
    cols: order.flatMap((y) => measuresOf(fact, layout).map((m) => [yearOf(years[y]!, layout), wordOf(fact, m, layout)])),
    body: [order.flatMap((y) => measuresOf(fact, layout).map((m) => cellOf(fact, m, years, y, layout)))],
  }));
}

/** Uptakes share their columns; what has no counts stands on the sheet as a line of its own words. */
function yearTable(facts: readonly Fact[], years: readonly number[], i: number, layout: Layout): LogicalTable {
  const order: Measure[] = layout.measureOrder === "value-first" ? ["value", "denominator", "numerator"] : ["denominator", "numerator", "value"];
  const counted = facts.filter((f) => f.kind.shape === "uptake");
  if (counted.length === 0)
    return {
      below: [],
      rows: facts.map((f) => [wholeOf(f, layout)]),
      cols: [["実績"]],
      body: facts.map((f) => [cellOf(f, "value", years, i, { ...layout, rateCells: "written" })]),
    };
  const words = counted[0]!.words;
  return {
    below: [],
    rows: counted.map((f) => [nameOf(f)]),
    cols: order.map((m) => [(m === "denominator" ? "対象者数" : words[m]) + percentMark(counted[0]!, m, layout)]),
    body: counted.map((f) => order.map((m) => cellOf(f, m, years, i, layout))),
  };
}

function layPage(sheet: string, tables: readonly LogicalTable[], layout: Layout, year: string | undefined): Page {
  const title = year ? `特定事業主行動計画　実施状況（${year}）` : layout.noise === "none" ? undefined : "特定事業主行動計画　実施状況";
  return placeTable(sheet, title, tables, layout);
}
