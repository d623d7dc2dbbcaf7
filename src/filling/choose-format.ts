import type { Unit } from "../model/figure";
import type { Observation } from "../model/observation";
import type { LineManner, SourceIndex } from "./source-index";

/** 書き方 — the number format of a filled cell, and by what the figure is multiplied to stand in its line. */
export interface Manner {
  /** null: the cell's own format fits. */
  readonly format: string | null;
  /** 100 where the line states percent as plain numbers (66.7), else 1. */
  readonly factor: number;
}

/**
 * 書き方を選ぶ — as its filled neighbours are written; 0.0% for rates and 0.0 for hours and days where there are none.
 */
export function chooseManner(cell: Observation, index: SourceIndex): Manner {
  const key = `${cell.line}|${cell.role}|${cell.unit}`;
  const known = index.manners.get(key) ?? describeLine(cell, index.line(cell.line));
  index.manners.set(key, known);
  return fits(cell.format, cell.unit === "ratio", known.factor) ? { format: null, factor: known.factor } : known;
}

function describeLine(cell: Observation, line: readonly Observation[]): LineManner {
  const filled = line.filter((o) => o.role === cell.role && o.state === "value" && o.value !== null && o.unit === cell.unit && o.figure.part === "value");
  const isRate = cell.unit === "ratio";
  const factor = isRate && filled.length > 0 && filled.every(isPlainPercent) ? 100 : 1;
  const formats = filled.filter((o) => !o.isText && fits(o.format, isRate, factor)).map((o) => o.format);
  return { format: mostFrequent(formats) ?? writeDefault(cell.unit, factor, filled), factor };
}

/** 66.7 for 0.667: the number carries no percent sign, in the cell or in its format. */
function isPlainPercent(o: Observation): boolean {
  if (/[%％]/.test(o.text) || o.format.includes("%")) return false;
  const shown = Number(o.text.normalize("NFKC").replace(/[,\s]/g, ""));
  return Number.isFinite(shown) && o.value !== null && Math.abs(shown - o.value * 100) < 1e-6 && o.value !== 0;
}

function fits(format: string, isRate: boolean, factor: number): boolean {
  if (format === "" || format === "General" || format === "@" || format === "標準") return false;
  if (isRate && factor === 1) return format.includes("%");
  return !format.includes("%") && /[0#]/.test(format);
}

function mostFrequent(formats: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const format of formats) counts.set(format, (counts.get(format) ?? 0) + 1);
  let best: string | undefined;
  for (const [format, count] of counts) if (best === undefined || count > counts.get(best)!) best = format;
  return best;
}

/** As many places as the neighbours typed as text show; one where nothing tells. */
function writeDefault(unit: Unit, factor: number, filled: readonly Observation[]): string {
  const isPercent = unit === "ratio" && factor === 1;
  let finest = Infinity;
  for (const o of filled) if (o.isText && o.figure.step !== null && o.figure.days === undefined) finest = Math.min(finest, o.figure.step * (unit === "ratio" ? 100 : 1));
  const places = Number.isFinite(finest) ? Math.max(0, Math.round(-Math.log10(finest))) : 1;
  const digits = places === 0 ? "0" : `0.${"0".repeat(Math.min(places, 3))}`;
  return isPercent ? `${digits}%` : digits;
}
