import fc from "fast-check";
import { type LaidOut, type Layout, layOut, layoutArbitrary, spoilFirst } from "./generate-layouts";
import { factArbitrary } from "./layout-facts";
import { absenceMarks, countStyles, rareCountStyles, rareRateStyles, rareYearStyles, rateStyles, yearStyles } from "./layout-notation";

const PROSE = [
  "制度の周知を図るため、所属長を対象とした研修を実施した。",
  "今後も、職員が休暇を取得しやすい職場の雰囲気づくりに努めます。",
  "出典：人事課調べ",
  "※ 数値は、各年度の３月31日までに報告のあったものを集計している。",
];

/** 見たことのない並べ方の生成 — also rare notations, other marks for nobody, sexes across, rows left empty and sentences between the tables. */
export const unseenLayoutArbitrary: fc.Arbitrary<LaidOut> = fc
  .tuple(
    fc.integer({ min: 2016, max: 2021 }),
    fc.integer({ min: 3, max: 6 }),
    layoutArbitrary,
    fc.record({
      years: fc.constantFrom(...yearStyles, ...rareYearStyles, ...rareYearStyles),
      rates: fc.constantFrom(...rateStyles, ...rareRateStyles),
      counts: fc.constantFrom(...countStyles, ...rareCountStyles),
      absence: fc.constantFrom(...absenceMarks),
      hasRowGaps: fc.boolean(),
      prose: fc.subarray(PROSE),
      areSexesAcross: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    }),
  )
  .chain(([first, count, base, { areSexesAcross, ...more }]) => {
    const layout: Layout = { ...base, ...more, ...(areSexesAcross ? { structure: "sexes-across" } : {}) };
    const years = Array.from({ length: count }, (_, i) => first + i);
    return factArbitrary(count, 4).map((facts) => layOut(layout.rateCells === "one-wrong" ? spoilFirst(facts) : facts, years, layout));
  });
