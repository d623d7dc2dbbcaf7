import fc from "fast-check";
import { defineCheck } from "../../src/checks/define-check";
import { checks } from "../../src/checks/index";
import { runChecks } from "../../src/checks/run-checks";
import { defaultProfile } from "../../src/model/profile";
import type { Reading } from "../../src/model/reading";
import { readingOf, tableOf } from "../support/observations";

const asOf = "2026-06-01";
const run = (reading: Reading, settings: Partial<Parameters<typeof runChecks>[1]> = {}) => runChecks(reading, { profile: defaultProfile, asOf, ...settings });

const wrongRate = readingOf([
  tableOf(
    { all: "female_staff_rate" },
    `
  | | R4 | R5 |
  | 女性 :: numerator | 4人 | 7人 |
  | 全体 :: denominator | 8人 | 8人 |
  | 割合 | 50.0% | 85.0% |`,
  ),
]);

test("a check that breaks is named, and the others go on", () => {
  const broken = defineCheck({
    id: "broken-on-purpose",
    severity: "error",
    cause: "text",
    needs: ["reading"],
    *run(): Generator<never> {
      throw new Error("cannot count");
    },
    say: { ja: () => "。", en: () => "." },
  });
  const { findings, failures } = run(wrongRate, { checks: [broken, ...checks] });
  expect(failures.map((f) => f.check)).toEqual(["broken-on-purpose"]);
  expect(failures[0]?.error).toContain("cannot count");
  expect(findings.some((f) => f.check === "rate-disagrees-with-counts")).toBe(true);
});

test("ids are unique, name their file and hold no verdict", () => {
  const ids = checks.map((c) => c.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
});

test("any check can be switched off, and an optional one on", () => {
  const off = { ...defaultProfile, checks: { "rate-disagrees-with-counts": false } };
  expect(run(wrongRate, { profile: off }).findings.map((f) => f.check)).not.toContain("rate-disagrees-with-counts");
  expect(checks.filter((c) => c.isOptional).map((c) => c.id)).toEqual(["text-unlike-figures"]);
});

test("one cell hears one finding of a cause", () => {
  // 0 % where nobody was eligible, and 該当者なし in the table: the same cause twice.
  const reading = readingOf([
    tableOf(
      { sheet: "一覧", all: "partial_leave_rate" },
      `
      | | R3 |
      | 取得率 | 0% |
      | 取得人数 :: numerator | 0人 |
      | 復帰人数 :: denominator | 該当者なし |`,
    ),
    tableOf(
      { sheet: "詳細", all: "partial_leave_rate" },
      `
      | | R2 | R3 |
      | 取得率 | 50% | 該当者なし |`,
    ),
  ]);
  const at = run(reading).findings.filter((f) => f.at.sheet === "一覧" && f.at.cell === "B2" && f.severity !== "info");
  expect(at.map((f) => f.check)).toEqual(["rate-without-eligible"]);
});

test("findings come in sheet order and carry indicator and fiscal year", () => {
  const { findings } = run(wrongRate);
  const finding = findings.find((f) => f.check === "rate-disagrees-with-counts");
  expect(finding).toMatchObject({ severity: "error", at: { sheet: "実績", cell: "C4" }, indicator: "female_staff_rate", fiscalYear: 2023, fix: null });
  expect(finding?.related.map((p) => p.cell)).toEqual(["C2", "C3"]);
  expect(finding?.arithmetic?.ja).toBe("7 ÷ 8 = 87.5%、記載 85.0%");
});

test("what cannot be looked at is said once per table", () => {
  const { notChecked } = run(
    readingOf([
      tableOf(
        { all: "annual_leave_rate" },
        `
    | | R3 | R4 |
    | 取得率 | 50% | 60% |
    | 正規 :: employment=正規 | 50% | 60% |`,
      ),
    ]),
  );
  expect(notChecked.filter((n) => n.check === "rate-disagrees-with-counts")).toEqual([
    { check: "rate-disagrees-with-counts", at: { sheet: "実績", cell: "B2" }, missing: { ja: "分子と分母の欄が同じ表にありません", en: "no counts in the same table" } },
  ]);
});

test("an empty reading is silent", () => {
  expect(run(readingOf([]))).toEqual({ findings: [], notChecked: [], failures: [] });
});

const counts = fc
  .array(fc.record({ eligible: fc.integer({ min: 1, max: 60 }), percent: fc.integer({ min: 0, max: 100 }) }), { minLength: 3, maxLength: 8 })
  .map((years) => years.map(({ eligible, percent }) => ({ eligible, takers: Math.round((eligible * percent) / 100) })));
const percentOf = (takers: number, eligible: number) => `${(Math.floor((1000 * takers) / eligible + 0.5) / 10).toFixed(1)}%`;
const tableOfCounts = (years: readonly { eligible: number; takers: number; rate: string }[], indicator = "spouse_birth_leave_rate") =>
  readingOf([
    tableOf(
      { all: indicator },
      [
        `| | ${years.map((_, i) => `R${i + 1}`).join(" | ")} |`,
        `| 対象者 :: denominator | ${years.map((y) => `${y.eligible}人`).join(" | ")} |`,
        `| 取得者 :: numerator | ${years.map((y) => `${y.takers}人`).join(" | ")} |`,
        `| 取得率 | ${years.map((y) => y.rate).join(" | ")} |`,
      ].join("\n"),
    ),
  ]);
const errorsOf = (reading: Reading) =>
  run(reading)
    .findings.filter((f) => f.severity === "error")
    .map((f) => f.at.cell);

test("rates rounded from their counts are never an error", () => {
  fc.assert(
    fc.property(counts, (years) => {
      expect(errorsOf(tableOfCounts(years.map((y) => ({ ...y, rate: percentOf(y.takers, y.eligible) }))))).toEqual([]);
    }),
  );
});

test("whatever a count is, truncating or rounding up is no error either", () => {
  fc.assert(
    fc.property(counts, fc.boolean(), (years, up) => {
      const cut = (y: { takers: number; eligible: number }) => `${(up ? Math.ceil : Math.floor)(((100 * y.takers) / y.eligible) * (1 + (up ? -1e-12 : 1e-12))).toFixed(0)}%`;
      expect(errorsOf(tableOfCounts(years.map((y) => ({ ...y, rate: cut(y) }))))).toEqual([]);
    }),
  );
});

test("one slip among rates that hold is an error at that cell", () => {
  const telling = counts.filter((years) => years.filter((y) => y.takers > 0 && y.takers < y.eligible).length >= 3);
  fc.assert(
    fc.property(telling, fc.nat(), fc.integer({ min: 3, max: 25 }), (years, pick, off) => {
      const at = pick % years.length;
      const rates = years.map((y) => percentOf(y.takers, y.eligible));
      const wrong = Number.parseFloat(rates[at] ?? "0") + (Number.parseFloat(rates[at] ?? "0") > 50 ? -off : off);
      rates[at] = `${wrong.toFixed(1)}%`;
      expect(errorsOf(tableOfCounts(years.map((y, i) => ({ ...y, rate: rates[i] ?? "" }))))).toEqual([`${String.fromCharCode(66 + at)}4`]);
    }),
  );
});

test("a reading that took the wrong row for the eligible yields no error", () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 9 }), (years, more) => {
      const misread = years.map((y) => ({ takers: y.takers, eligible: y.eligible + more, rate: percentOf(y.takers, y.eligible) }));
      // Where takers are none or few, many denominators give the same percentage.
      if (misread.every((y) => Math.abs(Number.parseFloat(y.rate) - Number.parseFloat(percentOf(y.takers, y.eligible))) > 0.11))
        expect(errorsOf(tableOfCounts(misread))).toEqual([]);
    }),
  );
});

test("months that make their total are never an error, whatever the numbers", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 12, maxLength: 12 }), (months) => {
      const head = `| | ${[4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((m) => `${m}月`).join(" | ")} | 合計 |`;
      const row = `| 時間数 | ${months.map((m) => `#${m}`).join(" | ")} | #${months.reduce((a, b) => a + b, 0)} |`;
      expect(errorsOf(readingOf([tableOf({ all: "R5 overtime_monthly unit=hours measure=hours" }, `${head}\n${row}`)]))).toEqual([]);
    }),
  );
});
