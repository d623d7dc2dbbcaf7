import { useMemo, useState } from "react";
import type { FindingView } from "../inspection/inspection-view";
import type { Severity } from "../model/finding";

/** 絞り込み — which findings are shown, and what can be picked among those that are there. */
export interface FindingFilter {
  readonly shown: readonly FindingView[];
  /** How many of each class there are under the picked indicator and year. */
  readonly counts: { readonly [severity in Severity]: number };
  readonly off: ReadonlySet<Severity>;
  readonly indicators: readonly string[];
  readonly years: readonly number[];
  /** null: all of them. */
  readonly indicator: string | null;
  readonly year: number | null;
  readonly isOn: boolean;
  readonly toggle: (severity: Severity) => void;
  readonly pickIndicator: (indicator: string | null) => void;
  readonly pickYear: (year: number | null) => void;
  readonly clear: () => void;
}

const none: ReadonlySet<Severity> = new Set();

/** 絞り込みを使う — by class, indicator and year; what is picked and no longer there lets everything through. */
export function useFindingFilter(findings: readonly FindingView[]): FindingFilter {
  const [off, setOff] = useState(none);
  const [pickedIndicator, pickIndicator] = useState<string | null>(null);
  const [pickedYear, pickYear] = useState<number | null>(null);
  const { indicators, years } = useMemo(
    () => ({
      indicators: [...new Set(findings.flatMap(({ indicator }) => (indicator === null ? [] : [indicator])))],
      years: [...new Set(findings.flatMap(({ fiscalYear }) => (fiscalYear === null ? [] : [fiscalYear])))].sort((a, b) => b - a),
    }),
    [findings],
  );
  const indicator = pickedIndicator !== null && indicators.includes(pickedIndicator) ? pickedIndicator : null;
  const year = pickedYear !== null && years.includes(pickedYear) ? pickedYear : null;
  const { shown, counts } = useMemo(() => {
    const counts = { error: 0, warning: 0, info: 0 };
    const shown = findings.filter((finding) => {
      if ((indicator !== null && finding.indicator !== indicator) || (year !== null && finding.fiscalYear !== year)) return false;
      counts[finding.severity]++;
      return !off.has(finding.severity);
    });
    return { shown, counts };
  }, [findings, indicator, year, off]);
  return {
    shown,
    counts,
    off,
    indicators,
    years,
    indicator,
    year,
    isOn: indicator !== null || year !== null || off.size > 0,
    toggle: (severity) => {
      const next = new Set(off);
      if (!next.delete(severity)) next.add(severity);
      setOff(next);
    },
    pickIndicator,
    pickYear,
    clear: () => {
      setOff(none);
      pickIndicator(null);
      pickYear(null);
    },
  };
}
