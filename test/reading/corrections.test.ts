import fc from "fast-check";
import { join } from "node:path";
import { nameHeading } from "../../src/inspection/list-lines";
import type { Observation } from "../../src/model/observation";
import { fiscalYear } from "../../src/model/period";
import { defaultProfile, type OwnIndicator, type ReadingCorrection } from "../../src/model/profile";
import type { Reading } from "../../src/model/reading";
import type { Workbook } from "../../src/model/workbook";
import { readWorkbook } from "../../src/reading/read-workbook";
import { laidOutArbitrary } from "../support/generate-layouts";
import { openKnownWorkbooks, USUAL_DAY } from "../support/known-workbooks";
import { moveWorkbook } from "../support/move-workbook";
import { readTextWorkbook } from "../support/text-workbook";

const RUNS = Number(process.env["LAYOUT_RUNS"] ?? 100);

function read(workbook: Workbook, corrections: readonly ReadingCorrection[] = [], indicators: readonly OwnIndicator[] = []): Reading {
  return readWorkbook(workbook, { profile: { ...defaultProfile, corrections, indicators }, asOf: USUAL_DAY });
}

const meaningOf = (o: Observation) =>
  `${o.indicator} ${o.role} ${o.period?.date ?? o.period?.year}${o.period?.month ? `-${o.period.month}` : ""} ${o.group.sex ?? "-"} ${o.value ?? o.state} ${o.unit}`;
const meaningsOf = ({ observations }: Reading) =>
  new Map(observations.map((o) => [`${o.at.sheet}!${o.at.cell} ${o.figure.part} ${o.figure.words} ${o.text.length}`, meaningOf(o)]));

/** The cells whose meaning another reading changes: cell → before → after. */
function changed(workbook: Workbook, corrections: readonly ReadingCorrection[], indicators: readonly OwnIndicator[] = []): { readonly [cell: string]: string } {
  const before = new Map(read(workbook, [], indicators).observations.map((o) => [o.at.cell, meaningOf(o)]));
  const after = new Map(read(workbook, corrections, indicators).observations.map((o) => [o.at.cell, meaningOf(o)]));
  const cells = [...new Set([...before.keys(), ...after.keys()])].filter((cell) => before.get(cell) !== after.get(cell));
  return Object.fromEntries(cells.map((cell) => [cell, after.get(cell) ?? "not read"]));
}

const SHEET = `
== sheet R5休暇
| 令和5年度 休暇・休業の取得状況 |
| ①部分休業【目標：取得率 50%以上】 |
| 区分 | R3 | R4 |
| 取得人数 | 1人 | 2人 |
| 復帰人数 | 2人 | 8人 |
| 取得率 | 50.0% | 25.0% |
| ②育児休業 |
| 区分 | 男性 R4 | 女性 R4 |
| 取得人数 | 3人 | 1人 |
| 対象人数 | 4人 | 1人 |
| 取得率 | 75.0% | 100.0% |
`;
const { workbook } = readTextWorkbook(SHEET);
const sheet = "R5休暇";
const partial = "①部分休業【目標：取得率 50%以上】";

describe("each kind of correction changes exactly what it says", () => {
  it.each<[string, ReadingCorrection, { readonly [cell: string]: string }]>([
    ["the role of a line", { sheet, heading: "復帰人数", role: "part" }, { B5: "partial_leave_rate part 2021 - 2 people", C5: "partial_leave_rate part 2022 - 8 people" }],
    [
      "the indicator of a line in one table",
      { sheet, caption: partial, heading: "取得率", indicator: "childcare_leave_rate" },
      { B6: "childcare_leave_rate value 2021 - 0.5 ratio", C6: "childcare_leave_rate value 2022 - 0.25 ratio" },
    ],
    [
      "the sex of a line",
      { sheet, caption: partial, heading: "取得率", sex: "female" },
      { B6: "partial_leave_rate value 2021 female 0.5 ratio", C6: "partial_leave_rate value 2022 female 0.25 ratio" },
    ],
    [
      "men and women together",
      { sheet, heading: "男性 R4", sex: "all" },
      { B9: "childcare_leave_rate numerator 2022 - 3 people", B10: "childcare_leave_rate denominator 2022 - 4 people", B11: "childcare_leave_rate value 2022 - 0.75 ratio" },
    ],
    ["where two headings cross", { sheet, heading: "取得率", beside: "女性 R4", sex: "male" }, { C11: "childcare_leave_rate value 2022 male 1 ratio" }],
    ["a line that is not to be read", { sheet, caption: partial, heading: "復帰人数", role: "ignore" }, { B5: "not read", C5: "not read" }],
    [
      "the year of a heading",
      { sheet, caption: partial, heading: "R4", year: fiscalYear(2023) },
      { C4: "partial_leave_rate numerator 2023 - 2 people", C5: "partial_leave_rate denominator 2023 - 8 people", C6: "partial_leave_rate value 2023 - 0.25 ratio" },
    ],
    [
      "the indicator of a whole table: its lines stay what they count",
      { sheet, heading: partial, indicator: "nursing_time_leave_rate" },
      {
        B4: "nursing_time_leave_rate numerator 2021 - 1 people",
        C4: "nursing_time_leave_rate numerator 2022 - 2 people",
        B5: "nursing_time_leave_rate denominator 2021 - 2 people",
        C5: "nursing_time_leave_rate denominator 2022 - 8 people",
        B6: "nursing_time_leave_rate value 2021 - 0.5 ratio",
        C6: "nursing_time_leave_rate value 2022 - 0.25 ratio",
      },
    ],
  ])("%s", (_what, correction, expected) => {
    expect(changed(workbook, [correction])).toEqual(expected);
    expect(read(workbook, [correction]).corrections).toEqual([correction]);
  });

  it("says so on the lines it changes, and is sure of them", () => {
    const correction: ReadingCorrection = { sheet, heading: "復帰人数", role: "part" };
    const { observations } = read(workbook, [correction]);
    expect(observations.filter((o) => o.correctedBy === correction).map((o) => [o.at.cell, o.confidence])).toEqual([
      ["B5", 1],
      ["C5", 1],
    ]);
  });

  it("a nearer heading overrides a farther one feature by feature", () => {
    const table: ReadingCorrection = { sheet, heading: partial, indicator: "nursing_time_leave_rate" };
    const line: ReadingCorrection = { sheet, caption: partial, heading: "取得人数", role: "denominator" };
    expect(changed(workbook, [table, line])["B4"]).toBe("nursing_time_leave_rate denominator 2021 - 1 people");
  });

  it("one that meets no heading changes nothing and is not met", () => {
    const strangers: readonly ReadingCorrection[] = [
      { sheet, heading: "介護休暇", role: "denominator" },
      { sheet: "別の表", heading: "取得率", role: "ignore" },
      { sheet, heading: "取得率", caption: "③介護休暇", role: "ignore" },
      { sheet, heading: "取得率", beside: "全体", role: "ignore" },
      { sheet, heading: "R9", year: fiscalYear(2020) },
      { sheet, heading: "取得率", target: "at-most", caption: "③介護休暇" },
    ];
    expect(changed(workbook, strangers)).toEqual({});
    expect(read(workbook, strangers).corrections).toEqual([]);
    expect(read(workbook, strangers).targets).toEqual(read(workbook).targets);
  });

  it("an indicator that does not exist changes nothing", () => {
    expect(changed(workbook, [{ sheet, heading: "取得率", indicator: "no_such_rate" }])).toEqual({});
  });
});

describe("the kind of a target", () => {
  const kinds = (correction: ReadingCorrection) => read(workbook, [correction]).targets.map(({ kind, comparison, value }) => `${kind} ${comparison} ${value}`);
  const heading = "部分休業";

  it.each<[NonNullable<ReadingCorrection["target"]>, readonly string[]]>([
    ["at-least", ["every-year at-least 0.5"]],
    ["at-most", ["every-year at-most 0.5"]],
    ["direction-only", ["direction-only null null"]],
    ["reference", []],
  ])("%s", (target, expected) => {
    const correction: ReadingCorrection = { sheet, heading, target };
    expect(kinds(correction)).toEqual(expected);
    const { observations, asides } = read(workbook, [correction]);
    expect(asides.filter(({ kind }) => kind === "reference-target")).toHaveLength(target === "reference" ? 1 : 0);
    expect(meaningsOf({ ...read(workbook), observations: observations.filter(({ role }) => role !== "target") })).toEqual(
      meaningsOf({ ...read(workbook), observations: read(workbook).observations.filter(({ role }) => role !== "target") }),
    );
  });

  it("a reference that is the organisation's own after all is a target", () => {
    const { workbook: listed } = readTextWorkbook(`
== sheet 目標
| 項目 | 目標 | R3実績 |
| 男性の育児休業取得率 | 国の目標 85%以上 | 40.0% |
`);
    const [aside] = read(listed).asides.filter(({ kind }) => kind === "reference-target");
    expect(read(listed).targets).toEqual([]);
    const corrected = read(listed, [{ sheet: "目標", heading: aside!.text, target: "at-least" }]);
    expect(corrected.targets).toMatchObject([{ indicator: "childcare_leave_rate", group: { sex: "male" }, value: 0.85, comparison: "at-least" }]);
  });
});

describe("a block that no heading explains", () => {
  const { workbook: strange } = readTextWorkbook(`
== sheet その他
| 職場の雰囲気 |
| 区分 | R3 | R4 | R5 |
| 全体 | 61.0% | 64.0% | 70.0% |
| 男性 | 60.0% | 63.0% | 69.0% |
| 女性 | 62.0% | 65.0% | 71.0% |
`);

  it("says by which words its indicator can be named, and is read once it is", () => {
    expect(read(strange).observations).toEqual([]);
    const [unread] = read(strange).unread;
    expect(unread?.heading).toBe("職場の雰囲気");
    const own: OwnIndicator = { id: "own_mood", label: "職場満足度", labels: ["職場満足度"], unit: "ratio", direction: "up" };
    const named = read(strange, [{ sheet: "その他", heading: unread!.heading!, indicator: "own_mood" }], [own]);
    expect(named.unread).toEqual([]);
    expect(named.observations.map((o) => [o.at.cell, meaningOf(o)])).toContainEqual(["C4", "own_mood value 2022 male 0.63 ratio"]);
    expect(named.observations).toHaveLength(9);
  });
});

describe("what a correction survives", () => {
  const corrections: readonly ReadingCorrection[] = [
    { sheet, caption: partial, heading: "復帰人数", role: "part" },
    { sheet, heading: partial, indicator: "nursing_time_leave_rate" },
  ];

  it("rows that move, and another file name", () => {
    const moved = read({ ...moveWorkbook(workbook, 11, 2), name: "another.xlsx" }, corrections);
    expect(moved.observations.map(meaningOf)).toEqual(read(workbook, corrections).observations.map(meaningOf));
    expect(moved.corrections).toEqual(corrections);
  });

  it("next year's sheet: another year in its name, its title and its captions, other numbers before them, another target", () => {
    const next = SHEET.replaceAll("R5休暇", "R6休暇").replace("令和5年度", "令和6年度").replace(partial, "③部分休業【目標：取得率 60%以上】");
    const { observations, corrections: met } = read(readTextWorkbook(next).workbook, corrections);
    expect(met).toEqual(corrections);
    expect(observations.filter(({ at }) => at.cell === "B5").map(meaningOf)).toEqual(["nursing_time_leave_rate part 2021 - 2 people"]);
  });

  it("but the year of a heading is only this sheet's", () => {
    const next = SHEET.replaceAll("R5休暇", "R6休暇");
    expect(read(readTextWorkbook(next).workbook, [{ sheet, heading: "R4", year: fiscalYear(2023) }]).corrections).toEqual([]);
  });
});

/** A correction that says of a line what it is read as already. */
function confirm(o: Observation, reading: Reading): ReadingCorrection {
  const table = reading.tables.find(({ id }) => id === o.table);
  return { ...nameHeading(o, table), indicator: o.indicator, ...(o.role === "target" ? {} : { role: o.role }) };
}

function isSameHeading(one: ReadingCorrection, other: ReadingCorrection): boolean {
  return one.sheet === other.sheet && one.heading === other.heading && one.beside === other.beside && one.caption === other.caption;
}

function expectUnchanged(workbook: Workbook, pick: number, what: string): void {
  const before = read(workbook);
  const times = new Map<string, number>();
  const placeOf = ({ at }: Observation) => `${at.sheet}!${at.cell}`;
  for (const o of before.observations) times.set(placeOf(o), (times.get(placeOf(o)) ?? 0) + 1);
  // Of several figures in one cell, each is what its place there says.
  const candidates = before.observations.filter((o) => o.table >= 0 && o.role !== "target" && o.state === "value" && times.get(placeOf(o)) === 1);
  const chosen = candidates[pick % Math.max(1, candidates.length)];
  if (!chosen) return;
  const correction = confirm(chosen, before);
  // 43.5% astray among days: what is said of the line is said of it too.
  const isMixed = candidates.some((o) => o.indicator !== chosen.indicator && o.line === chosen.line && isSameHeading(confirm(o, before), correction));
  if (isMixed) return;
  const after = read(workbook, [correction]);
  expect({ what, met: after.corrections?.length }).toEqual({ what, met: 1 });
  const same = after.observations.find((o) => placeOf(o) === placeOf(chosen));
  expect(same && meaningOf(same)).toBe(meaningOf(chosen));
  expect(same?.correctedBy).toEqual(correction);
  const others = meaningsOf(after);
  for (const [cell, meaning] of meaningsOf(before)) expect({ what, cell, meaning: others.get(cell) }).toEqual({ what, cell, meaning });
}

describe("saying of a line what it is read as already", () => {
  test("meets the line, and leaves it and all others as they were, in whatever layout", () => {
    fc.assert(
      fc.property(laidOutArbitrary, fc.nat(), ({ workbook: laidOut, text }, pick) => expectUnchanged(laidOut, pick, text)),
      { numRuns: RUNS },
    );
  }, 60_000);

  test.each(openKnownWorkbooks(join(__dirname, "../workbooks")).map((k) => [k.name, k] as const))("%s: figure by figure", (name, { workbook: known }) => {
    for (let pick = 0; pick < 56; pick += 7) expectUnchanged(known, pick, name);
  });
});

test("whatever is said, no figure is bent: cells, values and texts stay", () => {
  const correction = fc.record(
    {
      sheet: fc.constantFrom(null, sheet),
      heading: fc.constantFrom("取得率", "取得人数", "復帰人数", "R3", "R4", partial, "②育児休業", sheet, "男性 R4"),
      beside: fc.constantFrom("女性 R4", "R4"),
      caption: fc.constantFrom(partial, "②育児休業"),
      indicator: fc.constantFrom("childcare_leave_rate", "annual_leave_avg_days", "pay_gap", "no_such"),
      role: fc.constantFrom("value", "numerator", "denominator", "part", "ignore"),
      sex: fc.constantFrom("male", "female", "all"),
      year: fc.integer({ min: 2010, max: 2030 }).map(fiscalYear),
      target: fc.constantFrom("at-least", "at-most", "direction-only", "reference"),
    },
    { requiredKeys: ["sheet", "heading"] },
  ) as fc.Arbitrary<ReadingCorrection>;
  const texts = new Map(read(workbook).observations.map((o) => [o.at.cell, o.text]));
  fc.assert(
    fc.property(fc.array(correction, { maxLength: 4 }), (corrections) => {
      for (const o of read(workbook, corrections).observations) {
        expect(o.text).toBe(texts.get(o.at.cell));
        expect(Number(o.figure.text.replace(/[^\d.]/g, "")) / (o.unit === "ratio" ? 100 : 1)).toBeCloseTo(o.value!, 9);
      }
    }),
    { numRuns: 300 },
  );
});
