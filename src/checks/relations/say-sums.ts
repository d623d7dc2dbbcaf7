import type { Sentence, Severity } from "../../model/finding";
import type { Speech } from "../define-check";
import { askAboutReading } from "./evidence";
import { renderComputed, renderNumber, renderStated, renderWhere } from "./render";
import type { SumTrial } from "./sum-trials";
import { weighSums } from "./sum-trials";
import type { SumAxis, SumCase } from "./sums";

/** 合計の指摘の内容 — what the sentences about a broken sum are made of. */
export interface SumFacts {
  readonly axis: SumAxis;
  readonly sum: string;
  readonly total: string;
  readonly where: Sentence;
  readonly isMean: boolean;
}

/** 合計の不一致を言う — the speeches about sums along some axes; each check adds its own words. */
export function* speakOfSums(cases: readonly SumCase[]): Generator<Speech<SumFacts>> {
  const { weighed, means, incomplete } = weighSums(cases);
  for (const trial of means) yield { at: trial.of.total, related: trial.parts, severity: "warning", facts: factsOf(trial, true) };
  for (const c of incomplete)
    yield { at: c.total, missing: { ja: "内訳に空欄や未把握の欄があり、合計を確かめられません", en: "some parts are blank or unknown, so the total cannot be compared" } };
  for (const w of weighed) {
    if (w.kind === "reading") {
      yield { at: w.first.of.total, related: w.first.parts, question: askAboutReading(w.first.of.total, w.broken.length, { ja: "内訳の合計", en: "the sum of the parts" }) };
      continue;
    }
    const severity: Severity = w.kind === "sheet" ? "error" : "warning";
    for (const trial of w.broken) {
      const render = (value: number): string => renderSum(value, trial);
      const difference = render(Math.abs(trial.sum - (trial.of.total.value ?? 0)));
      const sum = trial.parts.length <= 6 ? `${trial.parts.map((p) => render(p.value ?? 0)).join(" + ")} = ${render(trial.sum)}` : `Σ = ${render(trial.sum)}`;
      yield {
        at: trial.of.total,
        related: trial.parts,
        severity,
        facts: factsOf(trial, false),
        arithmetic: { ja: `${sum}、記載 ${renderStated(trial.of.total)}（差 ${difference}）`, en: `${sum}, stated ${renderStated(trial.of.total)} (difference ${difference})` },
      };
    }
  }
}

function factsOf(trial: SumTrial, isMean: boolean): SumFacts {
  return { axis: trial.of.axis, sum: renderSum(trial.sum, trial), total: renderStated(trial.of.total), where: renderWhere(trial.of.total), isMean };
}

function renderSum(value: number, { of, parts }: SumTrial): string {
  return of.total.unit === "ratio" ? renderComputed(value, parts[0] ?? of.total) : renderNumber(value);
}
