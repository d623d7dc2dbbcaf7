import type { Sentence } from "../model/finding";
import type { Unit } from "../model/figure";
import { writeFiscalYear } from "./period";

const UNIT_WORDS: { readonly [unit in Unit]: Sentence } = {
  ratio: { ja: "%", en: "%" },
  people: { ja: "人", en: " people" },
  days: { ja: "日", en: " days" },
  hours: { ja: "時間", en: " hours" },
  years: { ja: "年", en: " years" },
  cases: { ja: "件", en: " cases" },
  points: { ja: "ポイント", en: " points" },
};

const ONE_WORDS: { readonly [unit in Unit]?: string } = { people: " person", days: " day", hours: " hour", years: " year", cases: " case", points: " point" };

/** 量を言葉にする — 0.5 as a ratio → 50.0%, 8.8235 hours → 8.8時間, 12 people → 12人. */
export function renderQuantity(value: number, unit: Unit): Sentence {
  // 4 − 3.8 is not quite 0.2 in binary; nobody wants to read the difference.
  const scaled = Number((unit === "ratio" ? value * 100 : value).toPrecision(12));
  const isCount = unit === "people" || unit === "cases";
  const isShort = isCount || (unit !== "ratio" && Number.isInteger(scaled));
  const digits = isShort
    ? groupThousands(String(Math.round(scaled * 1000) / 1000))
    : groupThousands(scaled.toFixed(unit === "days" && !Number.isInteger(Number((scaled * 10).toPrecision(12))) ? 2 : 1));
  const words = digits === "1" ? (ONE_WORDS[unit] ?? UNIT_WORDS[unit].en) : UNIT_WORDS[unit].en;
  return { ja: `${digits}${UNIT_WORDS[unit].ja}`, en: `${digits}${words}` };
}

function groupThousands(digits: string): string {
  const [whole = "", rest] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** 年度を言葉にする — 令和5年度, FY2023. */
export function renderYear(year: number): Sentence {
  return { ja: writeFiscalYear(year, "era-long"), en: `FY${year}` };
}
