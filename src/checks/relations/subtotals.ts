import type { Observation } from "../../model/observation";

interface Sum {
  readonly total: Observation;
  readonly parts: readonly Observation[];
  readonly rule: string;
}

/**
 * 小計を分ける — sections with their own sums in one line (課, 課, 小計, 課, 課, 小計, 合計): each 小計 adds up its section, the total the sections.
 *
 * shape  the case itself where no part is a sum; a wrong 小計 leaves the total to the lines it should have added up
 * none   empty where sums and lines follow each other in no order
 */
export function nestSubtotals<Case extends Sum>(c: Case, along: "row" | "col"): readonly Case[] {
  const isSum = (o: Observation): boolean => saysSum(o, along);
  const sums = c.parts.filter(isSum).length;
  if (sums === 0 || sums === c.parts.length) return [c];
  // 教員計, 事務職員, 合計: the lines of the 計 are of another kind, and it stands beside the others.
  if (isSumOf(c.parts, c.total)) return [c];
  const place = (o: Observation): number => (along === "row" ? o.col : o.row);
  const parts = [...c.parts].sort((a, b) => place(a) - place(b));
  const [first, last] = [parts[0]!, parts.at(-1)!];
  if (isSum(first) === isSum(last)) return [];
  const ordered = isSum(last) ? parts : [...parts].reverse();
  const sections: { total: Observation; lines: Observation[] }[] = [];
  let lines: Observation[] = [];
  for (const part of ordered) {
    if (!isSum(part)) lines.push(part);
    else {
      sections.push({ total: part, lines });
      lines = [];
    }
  }
  if (sections.some((section) => section.lines.length === 0)) return [];
  const totals = sections.map(({ total }) => total);
  const leaves = parts.filter((o) => !isSum(o));
  // One rule for all sections of the line: the others are evidence for each.
  const rule = `${c.rule}|sections`;
  const whole = isSumOf(totals, c.total) ? totals : leaves;
  return [...sections.map((section): Case => ({ ...c, total: section.total, parts: section.lines, rule })), { ...c, parts: whole }];
}

/** Its own heading across the line says 小計, 総務部計; 年計 over the column says nothing of it. */
function saysSum({ isTotal, reasons }: Observation, along: "row" | "col"): boolean {
  const own = reasons.find(({ feature }) => feature === (along === "col" ? "indicator" : "role"));
  return own === undefined ? isTotal : /計(?:[（(][^（）()]*[)）])?$/.test(own.said.trim());
}

function isSumOf(parts: readonly Observation[], total: Observation): boolean {
  return Math.abs(parts.reduce((sum, { value }) => sum + (value ?? 0), 0) - (total.value ?? 0)) < 1e-6;
}
