import { placeKey } from "../../src/model/cell";
import type { Finding } from "../../src/model/finding";
import { defaultProfile } from "../../src/model/profile";
import type { Workbook } from "../../src/model/workbook";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { USUAL_DAY } from "../support/known-workbooks";
import type { CleanWorkbook } from "./clean-workbooks";
import { gatherFacts } from "./facts-of-sheet";
import type { Kind, Plant } from "./kinds";
import { forms } from "./plant-forms";
import { formulas } from "./plant-formulas";
import { sumsAndRates } from "./plant-sums-and-rates";
import { years } from "./plant-years";
import { makeRandom, pickSome } from "./random";

/** 誤りの種類の一覧. */
export const kinds: readonly Kind[] = [...sumsAndRates, ...years, ...forms, ...formulas];

/** 植えた一例の結果 — what the inspection said of one planted error. */
export interface Tried {
  readonly kind: Kind;
  readonly clean: CleanWorkbook;
  readonly plant: Plant;
  /** New findings of an acceptable check at the place. */
  readonly found: readonly Finding[];
  /** New errors that rest on nothing planted. */
  readonly falseErrors: readonly Finding[];
  /** All new errors. */
  readonly errors: number;
}

/** 正しいブックの結果 — the errors said of it that its truth does not know. */
export interface CleanTried {
  readonly clean: CleanWorkbook;
  readonly falseErrors: readonly Finding[];
  readonly errors: number;
}

/** 植えて点検する — so many plants of every kind in one workbook, each alone. */
export function plantErrors(clean: CleanWorkbook, each: number, seed: number, only?: string): { readonly tried: readonly Tried[]; readonly clean: CleanTried } {
  const facts = gatherFacts(clean);
  const day = clean.truth.asOf ?? USUAL_DAY;
  const before = new Map<string, readonly Finding[]>();
  const said = (asOf: string): readonly Finding[] => {
    if (!before.has(asOf)) before.set(asOf, inspect(clean.workbook, asOf));
    return before.get(asOf)!;
  };
  const tried = kinds
    .filter(({ name }) => only === undefined || name === only)
    .flatMap((kind) => {
      const random = makeRandom(seed, `${clean.name} ${kind.name}`);
      const made: Plant[] = [];
      for (const make of pickSome(kind.list(facts, random), 8 * each, random)) {
        const plant = make();
        if (plant) made.push(plant);
        if (made.length === each) break;
      }
      return made.map((plant) => judge(kind, clean, plant, said(plant.asOf ?? day), day));
    });
  return { tried, clean: judgeClean(clean, said(day)) };
}

function inspect(workbook: Workbook, asOf: string): readonly Finding[] {
  return inspectWorkbook(workbook, { profile: defaultProfile, asOf }).findings;
}

const nameOf = (f: Finding) => `${f.check} ${f.severity} ${placeKey(f.at)} ${f.message.ja}`;
const placesOf = (f: Finding) => [f.at, ...f.related].map(placeKey);

function judge(kind: Kind, clean: CleanWorkbook, plant: Plant, before: readonly Finding[], day: string): Tried {
  const known = new Set(before.map(nameOf));
  const fresh = inspect(plant.workbook, plant.asOf ?? day).filter((f) => !known.has(nameOf(f)));
  const places = new Set([...plant.at, ...plant.related]);
  const due = new Set(clean.truth.findings.map(placeKey));
  const errors = fresh.filter((f) => f.severity === "error");
  return {
    kind,
    clean,
    plant,
    found: fresh.filter((f) => kind.checks.has(f.check) && placesOf(f).some((at) => places.has(at))),
    // The words may name another year now; what was wrong with this cell before is not the plant's.
    falseErrors: errors.filter((f) => !placesOf(f).some((at) => places.has(at) || due.has(at)) && !before.some((b) => b.check === f.check && placeKey(b.at) === placeKey(f.at))),
    errors: errors.length,
  };
}

function judgeClean(clean: CleanWorkbook, findings: readonly Finding[]): CleanTried {
  const due = new Set(clean.truth.findings.map(placeKey));
  const errors = findings.filter((f) => f.severity === "error");
  return { clean, errors: errors.length, falseErrors: errors.filter((f) => !placesOf(f).some((at) => due.has(at))) };
}
