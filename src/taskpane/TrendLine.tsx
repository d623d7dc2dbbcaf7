import type { ReactElement } from "react";
import type { TargetRowView } from "../inspection/inspection-view";
import { useLanguage, useSay, useWords, type Words } from "./language";
import { writeYear } from "./year";

const words: Words<{ readonly trend: (figures: string, target: string) => string; readonly figure: (year: string, figure: string) => string; readonly and: string }> = {
  ja: { trend: (figures, target) => `推移 ${figures}。目標 ${target}`, figure: (year, figure) => `${year} ${figure}`, and: "、" },
  en: { trend: (figures, target) => `Trend: ${figures}. Target ${target}`, figure: (year, figure) => `${year} ${figure}`, and: ", " },
};

const [width, height, edge] = [104, 32, 4];

/** 推移の線 — the actuals of a numeric target by year, with the target as a dashed line; nothing for fewer than two figures. */
export function TrendLine({ row }: { row: TargetRowView }): ReactElement | null {
  const say = useWords(words);
  const sentence = useSay();
  const language = useLanguage();
  const { goal } = row;
  const points = row.judgements.flatMap(({ fiscalYear, value, actual, status }) =>
    value === null || actual === null || status === "not-comparable" ? [] : [{ year: fiscalYear, value, shown: sentence(actual) }],
  );
  const [first, last] = [points[0], points.at(-1)];
  if (goal === null || points.length < 2 || !first || !last) return null;
  const values = [goal, ...points.map(({ value }) => value)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const x = (year: number): number => edge + ((year - first.year) / (last.year - first.year)) * (width - edge * 2);
  const y = (value: number): number => (most === least ? height / 2 : height - edge - ((value - least) / (most - least)) * (height - edge * 2));
  const name = say.trend(points.map(({ year, shown }) => say.figure(writeYear(year, language), shown)).join(say.and), sentence(row.text).trim());
  return (
    <svg className="trend" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={name}>
      <title>{name}</title>
      <line className="trend-target" x1={0} x2={width} y1={y(goal)} y2={y(goal)} />
      <polyline className="trend-line" points={points.map(({ year, value }) => `${x(year).toFixed(1)},${y(value).toFixed(1)}`).join(" ")} />
      {points.map(({ year, value }) => (
        <circle key={year} className={year === last.year ? "trend-last" : "trend-point"} cx={x(year)} cy={y(value)} r={year === last.year ? 3 : 1.8} />
      ))}
    </svg>
  );
}
