import type { Unit } from "../model/figure";
import type { Sentence } from "../model/finding";
import type { Group } from "../model/observation";
import type { Period } from "../model/period";

/** 二か国語の語 — the same word in both languages. */
export function sameWord(text: string): Sentence {
  return { ja: text, en: text };
}

/** 年度の短い書き方 — 2021 → R3 / FY2021. */
export function renderShortYear(year: number): Sentence {
  const ja = year >= 2019 ? `R${year - 2018}` : year >= 1989 ? `H${year - 1988}` : year >= 1926 ? `S${year - 1925}` : String(year);
  return { ja, en: `FY${year}` };
}

function renderEraYear(year: number): string {
  const [era, count] = year >= 2019 ? ["令和", year - 2018] : year >= 1989 ? ["平成", year - 1988] : ["昭和", year - 1925];
  return `${era}${count === 1 ? "元" : count}年`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 期間の書き方 — 令和3年度, 令和4年4月1日現在, 2021年; with its month where it has one. */
export function renderPeriod(period: Period): Sentence {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(period.date ?? "");
  if (period.kind === "as-of" && found) {
    const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
    const isReiwa = year > 2019 || (year === 2019 && month >= 5);
    const era = isReiwa ? renderEraYear(year) : year === 2019 ? "平成31年" : renderEraYear(year);
    return { ja: `${era}${month}月${day}日現在`, en: `as of ${day} ${months[month - 1] ?? ""} ${year}` };
  }
  const month = period.month === undefined ? { ja: "", en: "" } : { ja: `${period.month}月`, en: ` ${months[period.month - 1] ?? ""}` };
  if (period.kind === "calendar-year") return { ja: `${period.year}年${month.ja}`, en: `${period.year}${month.en}` };
  return { ja: `${renderEraYear(period.year)}度${month.ja}`, en: `FY${period.year}${month.en}` };
}

/** 期間の短い書き方 — R3, R4.4.1, 2021年; for lists, beside what they speak of. */
export function renderShortPeriod(period: Period): Sentence {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(period.date ?? "");
  if (period.kind === "as-of" && found) {
    const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
    const era = year > 2019 || (year === 2019 && month >= 5) ? `R${year - 2018}` : year >= 1989 ? `H${year - 1988}` : `S${year - 1925}`;
    return { ja: `${era}.${month}.${day}`, en: `${day} ${months[month - 1] ?? ""} ${year}` };
  }
  if (period.kind !== "fiscal-year") return renderPeriod(period);
  const year = renderShortYear(period.year);
  return period.month === undefined ? year : { ja: `${year.ja} ${period.month}月`, en: `${year.en} ${months[period.month - 1] ?? ""}` };
}

const sexes = { male: { ja: "男性", en: "men" }, female: { ja: "女性", en: "women" } } as const;

/** 対象群の書き方 — 女性・4級; empty for everybody. */
export function renderGroup(group: Group): Sentence {
  const rest = [group.grade, group.department, group.employment, group.occupation, group.bucket].filter((word) => word !== undefined);
  const sex = group.sex === undefined ? undefined : sexes[group.sex];
  return { ja: [sex?.ja, ...rest].filter(Boolean).join("・"), en: [sex?.en, ...rest].filter(Boolean).join(", ") };
}

const units: { readonly [unit in Exclude<Unit, "ratio">]: Sentence } = {
  people: { ja: "人", en: "people" },
  days: { ja: "日", en: "days" },
  hours: { ja: "時間", en: "hours" },
  years: { ja: "年", en: "years" },
  cases: { ja: "件", en: "cases" },
  points: { ja: "ポイント", en: "points" },
};

function writeNumber(value: number, digits: number): string {
  return Number(value.toFixed(digits)).toLocaleString("en-US", { maximumFractionDigits: digits });
}

function isWholeOf(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}

/**
 * 値の書き方 — 0.875 ratio → 87.5%, 11.9 days → 11.9日.
 *
 * unit   a ratio is shown in percent
 */
export function renderValue(value: number, unit: Unit): Sentence {
  // 29.96% as typed must not read as 30%; a division that never ends may.
  if (unit === "ratio") return sameWord(`${writeNumber(value * 100, isWholeOf(value * 10_000) ? 2 : 1)}%`);
  const number = writeNumber(value, 2);
  const singular = unit === "people" ? "person" : units[unit].en.slice(0, -1);
  return { ja: `${number}${units[unit].ja}`, en: `${number} ${value === 1 ? singular : units[unit].en}` };
}

/** 差の書き方 — as a value, but a difference of percentages is in points. */
export function renderDifference(value: number, unit: Unit): Sentence {
  return unit === "ratio" ? renderValue(value * 100, "points") : renderValue(value, unit);
}

/** 値の状態の語 — what stands in place of a number. */
export const stateWords = {
  value: { ja: "値", en: "value" },
  "not-applicable": { ja: "該当者なし", en: "no one eligible" },
  unknown: { ja: "未把握", en: "not known yet" },
  suppressed: { ja: "秘匿", en: "withheld" },
  blank: { ja: "空白", en: "blank" },
  unreadable: { ja: "読めない", en: "unreadable" },
} as const satisfies { readonly [state: string]: Sentence };
