import type { Severity } from "../../model/finding";
import { summaryClassOf, type SummaryClass } from "../../plans/summarise-years";
import type { CheckRecord, RecordedJudgement } from "./read-record";

/** ファイルの集計 — what one file comes to. */
export interface FileTotals {
  readonly path: string;
  readonly asOf: string;
  readonly refusal: CheckRecord["refusal"];
  readonly plans: number;
  readonly accepted: number;
  /** Judged plan years by class, over all plans; directions and years outside are no part of `judged`. */
  readonly classes: { readonly [name in SummaryClass]: number };
  readonly judged: number;
  readonly severities: { readonly [severity in Severity]: number };
  /** Findings by check, of every severity. */
  readonly checks: ReadonlyMap<string, number>;
  readonly missed: readonly RecordedJudgement[];
}

/** 点検ごとの集計 — how many files hear of one check, and how often. */
export interface CheckTotals {
  readonly check: string;
  readonly files: number;
  readonly findings: number;
}

/** 集計 — many results, one after the other; of several for one file the last counts. */
export class RollUp {
  private readonly totals = new Map<string, FileTotals>();

  add(record: CheckRecord): void {
    this.totals.set(record.source.path, countFile(record));
  }

  /** In the order of their names. */
  files(): FileTotals[] {
    const order = new Intl.Collator("ja", { numeric: true });
    return [...this.totals.values()].sort((a, b) => order.compare(a.path, b.path));
  }

  /** The checks that most files hear of first. */
  checks(): CheckTotals[] {
    const found = new Map<string, { check: string; files: number; findings: number }>();
    for (const { checks } of this.totals.values())
      for (const [check, count] of checks) {
        const known = found.get(check) ?? { check, files: 0, findings: 0 };
        found.set(check, known);
        known.files++;
        known.findings += count;
      }
    return [...found.values()].sort((a, b) => b.files - a.files || b.findings - a.findings || (a.check < b.check ? -1 : 1));
  }
}

function countFile({ source, refusal, plans, accepted, findings, judgements }: CheckRecord): FileTotals {
  const classes: { [name in SummaryClass]: number } = { met: 0, missed: 0, inProgress: 0, notApplicable: 0, unknown: 0, toConfirm: 0, direction: 0, outside: 0 };
  // A target without a figure names only a direction.
  for (const { status, target } of judgements) classes[status === "not-comparable" && target.value === null ? "direction" : summaryClassOf[status]]++;
  const severities: { [severity in Severity]: number } = { error: 0, warning: 0, info: 0 };
  const checks = new Map<string, number>();
  for (const { check, severity } of findings) {
    severities[severity]++;
    checks.set(check, (checks.get(check) ?? 0) + 1);
  }
  const missed = judgements.filter(({ status }) => summaryClassOf[status] === "missed");
  const judged = judgements.length - classes.direction - classes.outside;
  return { path: source.path, asOf: source.asOf, refusal, plans, accepted, classes, judged, severities, checks, missed };
}
