import type { Severity } from "../../model/finding";
import { summaryClassOf, type SummaryClass } from "../../plans/summarise-years";
import type { CheckRecord, RecordedJudgement } from "./read-record";
import { nameOrder } from "./sort-files";

/** ファイルの集計 — what one file comes to; plain data, survives structured cloning. */
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
  /** Indicators of which a year was judged. */
  readonly indicators: ReadonlySet<string>;
}

/** 指標ごとの集計 — how many files have a judged target of an indicator, and how many of them missed it. */
export interface IndicatorTotals {
  readonly indicator: string;
  readonly judgedFiles: number;
  readonly missedFiles: number;
  readonly missed: number;
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
    this.addTotals(countFile(record));
  }

  addTotals(totals: FileTotals): void {
    this.totals.set(totals.path, totals);
  }

  /** In the order of their names; the folders that all of them lie in are left out of the names. */
  files(): FileTotals[] {
    const common = findCommonFolder([...this.totals.keys()]);
    return [...this.totals.values()].map((file) => ({ ...file, path: file.path.slice(common) })).sort((a, b) => nameOrder.compare(a.path, b.path));
  }

  /** The indicators that most files miss first. */
  indicators(): IndicatorTotals[] {
    const found = new Map<string, { indicator: string; judgedFiles: number; missedFiles: number; missed: number }>();
    for (const { indicators, missed } of this.totals.values())
      for (const indicator of indicators) {
        const known = found.get(indicator) ?? { indicator, judgedFiles: 0, missedFiles: 0, missed: 0 };
        found.set(indicator, known);
        const count = missed.filter((one) => one.indicator === indicator).length;
        known.judgedFiles++;
        known.missedFiles += count > 0 ? 1 : 0;
        known.missed += count;
      }
    return [...found.values()].sort((a, b) => b.missedFiles - a.missedFiles || b.missed - a.missed || (a.indicator < b.indicator ? -1 : 1));
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

/** ファイルを集計する — what one line of results comes to. */
export function countFile({ source, refusal, plans, accepted, findings, judgements }: CheckRecord): FileTotals {
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
  const counted = judgements.filter(({ status }) => summaryClassOf[status] !== "direction" && summaryClassOf[status] !== "outside");
  const indicators = new Set(counted.map(({ indicator }) => indicator));
  return { path: source.path, indicators, asOf: source.asOf, refusal, plans, accepted, classes, judged, severities, checks, missed };
}

/** 共通のフォルダー — letters of the folders in front of every name. */
export function findCommonFolder(paths: readonly string[]): number {
  const first = paths[0] ?? "";
  let length = Math.max(first.lastIndexOf("/"), first.lastIndexOf("\\")) + 1;
  for (const path of paths)
    while (length > 0 && !path.startsWith(first.slice(0, length))) length = Math.max(first.lastIndexOf("/", length - 2), first.lastIndexOf("\\", length - 2)) + 1;
  return length;
}
