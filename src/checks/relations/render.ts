import type { Sentence } from "../../model/finding";
import type { Unit } from "../../model/figure";
import type { Group, Observation } from "../../model/observation";
import type { Period } from "../../model/period";

const UNIT_JA: { readonly [unit in Unit]: string } = { ratio: "%", people: "人", days: "日", hours: "時間", years: "年", cases: "件", points: "ポイント" };
const UNIT_EN: { readonly [unit in Unit]: string } = { ratio: "%", people: "", days: " days", hours: " hours", years: " years", cases: " cases", points: " points" };

/** 書かれたとおりの数値 — the figure as the sheet shows it, on one line. */
export function renderStated(o: Observation): string {
  const text = (o.figure.text || o.text).replace(/\s+/g, " ").trim();
  // A heading may say it for a whole table: 男性職員の育児休業⇒該当者なし.
  if (text.length > 12 && o.state === "not-applicable") return "該当者なし";
  if (text !== "" && text.length <= 24) return text;
  return o.value === null ? text.slice(0, 24) : renderValue(o.value, o.unit).ja;
}

/** 計算した数値 — a computed number with its unit, at most `digits` decimals. */
export function renderValue(value: number, unit: Unit, digits = 2): Sentence {
  if (unit === "ratio") {
    const percent = trimZeros((value * 100).toFixed(Math.max(1, digits - 1)), 1);
    return { ja: `${percent}%`, en: `${percent}%` };
  }
  const number = renderNumber(value, digits);
  return { ja: `${number}${UNIT_JA[unit]}`, en: `${number}${UNIT_EN[unit]}` };
}

/** 数 — with thousands separators and no needless zeros. */
export function renderNumber(value: number, digits = 2): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}

/** 計算した数値 — at the digits the sheet shows; one more where it would look the same there. */
export function renderComputed(value: number, stated: Observation): string {
  const scale = stated.unit === "ratio" ? 100 : 1;
  const step = (stated.figure.step ?? (stated.unit === "ratio" ? 0.001 : 0.1)) * scale;
  const digits = Math.min(4, Math.max(stated.unit === "ratio" ? 1 : 0, Math.round(-Math.log10(step))));
  const write = (n: number, d: number) => n.toLocaleString("en-US", { minimumFractionDigits: d, maximumFractionDigits: d });
  const looksSame = stated.value !== null && write(value * scale, digits) === write(stated.value * scale, digits);
  return `${write(value * scale, looksSame ? digits + 1 : digits)}${stated.unit === "ratio" ? "%" : ""}`;
}

/** 期間 — 令和3年度, 令和4年4月1日; FY2021, 2022-04-01. */
export function renderPeriod(period: Period | undefined): Sentence {
  if (!period) return { ja: "", en: "" };
  const month = period.month === undefined ? "" : `${period.month}月`;
  if (period.kind === "as-of") {
    const [year = period.year, m = 4, d = 1] = (period.date ?? `${period.year}-04-01`).split("-").map(Number);
    return { ja: `${renderEraYear(year, m)}年${m}月${d}日`, en: period.date ?? `${period.year}` };
  }
  if (period.kind === "calendar-year")
    return { ja: `${renderEraYear(period.year, 12)}年${month}`, en: `${period.year}${period.month ? `-${String(period.month).padStart(2, "0")}` : ""}` };
  return { ja: `${renderEraYear(period.year, 12)}年度${month}`, en: `FY${period.year}${period.month ? ` (month ${period.month})` : ""}` };
}

/** 年度 — 2021 → 令和3年度, FY2021. */
export function renderFiscalYear(year: number): Sentence {
  return { ja: `${renderEraYear(year, 12)}年度`, en: `FY${year}` };
}

/** 対象群 — 男性・4級; empty for everybody. */
export function renderGroup(group: Group): Sentence {
  const rest = [group.grade, group.department, group.employment, group.occupation, group.bucket].filter((v) => v !== undefined);
  const sex = group.sex === "male" ? { ja: "男性", en: "men" } : group.sex === "female" ? { ja: "女性", en: "women" } : undefined;
  return { ja: [...(sex ? [sex.ja] : []), ...rest].join("・"), en: [...(sex ? [sex.en] : []), ...rest].join(", ") };
}

/** どの欄か — the label of the line with its population and period, for the beginning of a sentence. */
export function renderWhere(o: Observation): Sentence {
  const label = o.label.replace(/\s+/g, " ").trim();
  const plain = label.replace(/\s/g, "");
  const isNew = (words: string, inLabel: string) => words !== "" && !plain.includes(inLabel.replace(/\s/g, ""));
  const { sex, ...others } = o.group;
  const named = Object.values(others).filter((name) => isNew(name, name));
  const isSexNew = sex !== undefined && isNew(sex, sex === "male" ? "男" : "女");
  const period = renderPeriod(o.period);
  return {
    ja: [label, isSexNew ? renderGroup({ sex }).ja : "", ...named, period.ja].filter((part) => part !== "").join("・"),
    en: [label, isSexNew ? renderGroup({ sex }).en : "", ...named, period.en].filter((part) => part !== "").join(", "),
  };
}

function renderEraYear(year: number, month: number): string {
  const inEra = (name: string, first: number) => `${name}${year === first ? "元" : year - first + 1}`;
  if (year > 2019 || (year === 2019 && month >= 5)) return inEra("令和", 2019);
  return year >= 1989 ? inEra("平成", 1989) : inEra("昭和", 1926);
}

function trimZeros(text: string, keep: number): string {
  const [whole = "", decimals = ""] = text.split(".");
  const trimmed = decimals.slice(0, keep) + decimals.slice(keep).replace(/0+$/, "");
  return trimmed ? `${whole}.${trimmed}` : whole;
}
