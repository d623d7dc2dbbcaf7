import type { Unit } from "../model/figure";
import { unifyWidth } from "./normalize";

/**
 * 表示形式 — what a number format code says of the numbers it shows.
 *
 * shape  `decimals` null when the code does not fix them (General); `scale` is 1000 for each trailing comma
 */
export interface NumberFormat {
  readonly isGeneral: boolean;
  readonly isText: boolean;
  /** A real percent sign: the stored number is the ratio. */
  readonly isPercent: boolean;
  /** A percent sign that is only a letter beside the number: the stored number is the ratio × 100. */
  readonly isLiteralPercent: boolean;
  readonly decimals: number | null;
  readonly scale: number;
  readonly hasThousands: boolean;
  readonly unit: Unit | null;
  readonly per: "month" | "year" | "person" | null;
  readonly isDate: boolean;
  /** [h]:mm — the stored number is days, the figure hours. */
  readonly isElapsed: boolean;
  readonly hasYear: boolean;
  readonly hasMonth: boolean;
  readonly hasDay: boolean;
  /** Letters the code adds before and after the number, for the positive section. */
  readonly before: string;
  readonly after: string;
  /** Letters of the negative section before the number: ▲. */
  readonly negativeBefore: string;
}

const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:%|パーセント)/, "ratio"],
  [/^(?:ポイント|pt)/i, "points"],
  [/^(?:人|名)/, "people"],
  [/^(?:件|回)/, "cases"],
  [/^(?:時間|h)/i, "hours"],
  [/^(?:日間|日)/, "days"],
  [/^(?:年間|年(?!度)|歳|才)/, "years"],
];

const cache = new Map<string, NumberFormat>();

/**
 * 表示形式を読む — cached; never throws on any code.
 *
 * unit  from the letters after the number: 0"人" → people, 0.0% → ratio
 */
export function readNumberFormat(code: string): NumberFormat {
  const known = cache.get(code);
  if (known) return known;
  const read = parseFormat(code);
  // A workbook may carry thousands of generated codes; the cache must not grow for ever.
  if (cache.size > 5000) cache.clear();
  cache.set(code, read);
  return read;
}

function parseFormat(code: string): NumberFormat {
  const sections = splitSections(code);
  const positive = scanSection(sections[0] ?? "");
  const negative = sections.length > 1 ? scanSection(sections[1]!) : positive;
  const isGeneral = code === "" || /^(?:general|g\/標準|標準)$/i.test(code.trim());
  const after = unifyWidth(positive.after).trim();
  const unit = positive.isPercent ? "ratio" : (UNITS.find(([pattern]) => pattern.test(after))?.[1] ?? null);
  const per = /(?:\/|当たり|あたり)人$|^.*\/人/.test(after) ? "person" : /\/月|\(月\)/.test(after) ? "month" : /\/年|\(年\)/.test(after) ? "year" : null;
  return {
    isGeneral,
    isText: code.trim() === "@",
    isPercent: positive.isPercent,
    isLiteralPercent: !positive.isPercent && after.startsWith("%"),
    decimals: isGeneral || positive.isGeneral || !positive.hasDigits ? null : positive.decimals,
    scale: 1000 ** positive.trailingCommas,
    hasThousands: positive.hasThousands,
    unit,
    per,
    isDate: positive.isDate && !positive.hasDigits,
    isElapsed: positive.isElapsed,
    hasYear: positive.hasYear,
    hasMonth: positive.hasMonth,
    hasDay: positive.hasDay,
    before: unifyWidth(positive.before).trim(),
    after,
    negativeBefore: negative === positive ? "" : unifyWidth(negative.before).trim(),
  };
}

function splitSections(code: string): string[] {
  const sections: string[] = [];
  let start = 0;
  for (let i = 0; i < code.length; i++) {
    const c = code[i];
    if (c === "\\") i++;
    else if (c === '"') {
      const end = code.indexOf('"', i + 1);
      i = end < 0 ? code.length : end;
    } else if (c === ";") {
      sections.push(code.slice(start, i));
      start = i + 1;
    }
  }
  sections.push(code.slice(start));
  return sections;
}

interface Section {
  isPercent: boolean;
  isGeneral: boolean;
  isDate: boolean;
  isElapsed: boolean;
  hasDigits: boolean;
  hasThousands: boolean;
  hasYear: boolean;
  hasMonth: boolean;
  hasDay: boolean;
  decimals: number;
  trailingCommas: number;
  before: string;
  after: string;
}

function scanSection(section: string): Section {
  const s: Section = {
    isPercent: false,
    isGeneral: false,
    isDate: false,
    isElapsed: false,
    hasDigits: false,
    hasThousands: false,
    hasYear: false,
    hasMonth: false,
    hasDay: false,
    decimals: 0,
    trailingCommas: 0,
    before: "",
    after: "",
  };
  let inDecimals = false;
  let commas = 0;
  let hasTime = false;
  const literal = (letters: string) => {
    if (s.hasDigits || s.isGeneral) s.after += letters;
    else s.before += letters;
  };
  for (let i = 0; i < section.length; i++) {
    const c = section[i]!;
    if (c === '"') {
      const end = section.indexOf('"', i + 1);
      literal(section.slice(i + 1, end < 0 ? section.length : end));
      i = end < 0 ? section.length : end;
    } else if (c === "\\" || c === "!") literal(section[++i] ?? "");
    else if (c === "_" || c === "*") i++;
    else if (c === "[") {
      const end = section.indexOf("]", i);
      const inside = section.slice(i + 1, end < 0 ? section.length : end);
      if (/^(?:h+|m+|s+)$/i.test(inside)) s.isElapsed = true;
      else if (inside.startsWith("$")) literal(inside.slice(1).split("-")[0] ?? "");
      i = end < 0 ? section.length : end;
    } else if (c === "0" || c === "#" || c === "?") {
      if (commas > 0 && !inDecimals) s.hasThousands = true;
      commas = 0;
      s.hasDigits = true;
      if (inDecimals) s.decimals++;
    } else if (c === ".") {
      if (s.hasDigits || /[0#?]/.test(section[i + 1] ?? "")) {
        inDecimals = true;
        s.trailingCommas += commas;
        commas = 0;
      }
    } else if (c === ",") commas++;
    else if (c === "%" || c === "％") {
      if (c === "%") s.isPercent = true;
      literal("%");
    } else if (/^general/i.test(section.slice(i, i + 7))) {
      s.isGeneral = true;
      i += 6;
    } else if (/^g\/標準/i.test(section.slice(i, i + 4))) {
      s.isGeneral = true;
      i += 3;
    } else if (/^(?:am\/pm|a\/p)/i.test(section.slice(i, i + 5))) {
      s.isDate = hasTime = true;
      i += section[i + 1] === "/" ? 2 : 4;
    } else if (/[yYeEgGrRbB]/.test(c) && !(/[eE]/.test(c) && /[+-]/.test(section[i + 1] ?? ""))) {
      s.isDate = s.hasYear = true;
    } else if (/[dDaA]/.test(c)) s.isDate = s.hasDay = true;
    else if (/[hHsS]/.test(c)) s.isDate = hasTime = true;
    else if (c === "m" || c === "M") {
      s.isDate = true;
      // "m" beside hours or seconds is minutes.
      if (!hasTime && !/^m+:?s/i.test(section.slice(i))) s.hasMonth = true;
    } else if (c !== "@") literal(c);
  }
  s.trailingCommas += commas;
  if (s.hasDigits && !s.hasYear && !s.hasMonth && !s.hasDay) s.isDate = false;
  return s;
}
