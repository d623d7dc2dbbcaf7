import { join } from "node:path";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import type { Finding } from "../../src/model/finding";
import { defaultProfile } from "../../src/model/profile";
import type { Workbook } from "../../src/model/workbook";
import { openKnownWorkbooks, USUAL_DAY, type KnownWorkbook } from "../support/known-workbooks";
import { findRates, type RateOfTruth, writeCountCell, writeRateCell } from "../support/spoil-workbook";

// One figure of a workbook is changed, in every layout there is; what is said must be about that figure and nothing else.
const cases = openKnownWorkbooks(join(__dirname, "../workbooks")).flatMap((known) => {
  const rates = findRates(known.truth);
  return [...new Set([0, Math.floor(rates.length / 2), rates.length - 1])].flatMap((i) => (rates[i] ? [[known.name, rates[i].rate.cell, known, rates[i]] as const] : []));
});

const nameOf = (at: { readonly sheet: string; readonly cell: string }) => `${at.sheet}!${at.cell}`;
const placesOf = (f: Finding) => [f.at, ...f.related].map(nameOf);

function inspect(workbook: Workbook, { truth }: KnownWorkbook) {
  return inspectWorkbook(workbook, { profile: defaultProfile, asOf: truth.asOf ?? USUAL_DAY });
}

function expectOnly(findings: readonly Finding[], known: KnownWorkbook, cells: readonly string[]): void {
  const due = new Set(known.truth.findings.map(nameOf));
  const serious = findings.filter((f) => f.severity !== "info");
  expect(serious.filter((f) => placesOf(f).some((at) => cells.includes(at))).map((f) => f.check)).not.toEqual([]);
  expect(serious.filter((f) => f.severity === "error" && !placesOf(f).some((at) => cells.includes(at) || due.has(at))).map((f) => `${nameOf(f.at)} ${f.check}`)).toEqual([]);
}

describe.each(cases)("%s %s", (_name, _cell, known, rate: RateOfTruth) => {
  const at = nameOf(rate.rate);

  test("a rate that its counts do not give is found", () => {
    const wrong = (rate.numerator / rate.denominator + 0.37) % 1;
    expectOnly(inspect(writeRateCell(known.workbook, rate.rate, wrong), known).findings, known, [at]);
  });

  test("a rate left empty is offered", () => {
    const fill = inspect(writeRateCell(known.workbook, rate.rate, null), known).fills.find((f) => nameOf(f.at) === at);
    expect(fill?.value).toBeCloseTo(rate.numerator / rate.denominator, 6);
  });

  test("0 % of nobody is found", () => {
    const nobody = rate.counts.reduce((workbook, count) => writeCountCell(workbook, count, 0), writeRateCell(known.workbook, rate.rate, 0));
    const { findings } = inspect(nobody, known);
    expect(findings.filter((f) => f.severity === "error" && placesOf(f).includes(at)).map((f) => f.check)).toContain("rate-without-eligible");
  });
});
