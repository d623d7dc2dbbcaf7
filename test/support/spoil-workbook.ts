import { readAddress } from "../../src/model/cell";
import type { Workbook } from "../../src/model/workbook";
import type { Truth, TrueObservation } from "./truth";

/** 率と人数 — a rate of the truth with the counts it comes from, each alone in its cell. */
export interface RateOfTruth {
  readonly rate: TrueObservation;
  readonly counts: readonly [numerator: TrueObservation, denominator: TrueObservation];
  readonly numerator: number;
  readonly denominator: number;
}

/** 率と人数を探す — every rate whose two counts stand once on its sheet for its year and population. */
export function findRates(truth: Truth): RateOfTruth[] {
  const lines = new Map<string, TrueObservation[]>();
  const cells = new Map<string, number>();
  for (const o of truth.observations) {
    const key = [o.sheet, o.indicator, o.fiscalYear, o.group.sex].join("|");
    lines.set(key, [...(lines.get(key) ?? []), o]);
    cells.set(`${o.sheet}!${o.cell}`, (cells.get(`${o.sheet}!${o.cell}`) ?? 0) + 1);
  }
  const due = new Set(truth.findings.map((f) => `${f.sheet}!${f.cell}`));
  return [...lines.values()].flatMap((line) => {
    const [rates, numerators, denominators] = ["value", "numerator", "denominator"].map((role) => line.filter((o) => o.role === role));
    const all = [...rates!, ...numerators!, ...denominators!];
    if (rates!.length !== 1 || numerators!.length !== 1 || denominators!.length !== 1) return [];
    if (all.some((o) => typeof o.value !== "number" || cells.get(`${o.sheet}!${o.cell}`) !== 1 || due.has(`${o.sheet}!${o.cell}`))) return [];
    const [numerator, denominator] = [numerators![0]!.value as number, denominators![0]!.value as number];
    return denominator > 0 && numerator <= denominator ? [{ rate: rates![0]!, counts: [numerators![0]!, denominators![0]!] as const, numerator, denominator }] : [];
  });
}

/** 人数を書き換える — another count in the cell, with the unit the cell wrote. */
export function writeCountCell(workbook: Workbook, at: { readonly sheet: string; readonly cell: string }, count: number): Workbook {
  const { row, col } = readAddress(at.cell)!;
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((c) => {
        if (sheet.name !== at.sheet || c.row !== row || c.col !== col) return c;
        const text = c.text.replace(/[\d０-９,.，．]+/, String(count));
        return { ...c, value: typeof c.value === "number" ? count : text, text };
      }),
    })),
  };
}

/** 率を書き換える — another percent in the cell, written the way the cell wrote it; null empties the cell. */
export function writeRateCell(workbook: Workbook, at: { readonly sheet: string; readonly cell: string }, ratio: number | null): Workbook {
  const { row, col } = readAddress(at.cell)!;
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheet.name !== at.sheet
        ? sheet
        : {
            ...sheet,
            cells: sheet.cells.flatMap((c) => {
              if (c.row !== row || c.col !== col) return [c];
              if (ratio === null) return [];
              const percent = (ratio * 100).toFixed(1);
              if (typeof c.value === "string") return [{ ...c, value: `${percent}%`, text: `${percent}%` }];
              const isRatio = c.format.includes("%");
              const { formula: _formula, ...typed } = c;
              return [{ ...typed, value: isRatio ? Number(ratio.toFixed(4)) : Number(percent), text: isRatio ? `${percent}%` : percent }];
            }),
          },
    ),
  };
}
