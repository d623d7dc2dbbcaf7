/** 年の書き方 — how a layout writes its fiscal years. */
export type YearStyle = "R3" | "R3年度" | "令和3年度" | "2021年度" | "令和3年度（2021年度）" | "H31/R1" | "serial" | "令和３年度" | RareYearStyle;

/** まれな年の書き方 — seen less often, and left out of the usual layouts. */
export type RareYearStyle = "令和3（2021）年度" | "令和3年度⏎(2021年度)" | "２０２１年度" | "平成31(令和1)年度" | "令和 3 年度";

export const yearStyles: readonly YearStyle[] = ["R3", "R3年度", "令和3年度", "2021年度", "令和3年度（2021年度）", "H31/R1", "serial", "令和３年度"];

export const rareYearStyles: readonly YearStyle[] = ["令和3（2021）年度", "令和3年度⏎(2021年度)", "２０２１年度", "平成31(令和1)年度", "令和 3 年度"];

/** 率の書き方 — a percent as text, as a number format, with full-width digits, or a plain number under a heading that says ％. */
export type RateStyle = "87.5%" | "<0.0%>" | "８７．５％" | "87.5" | "87.5％" | "87.5 %";

export const rateStyles: readonly RateStyle[] = ["87.5%", "<0.0%>", "８７．５％", "87.5"];

export const rareRateStyles: readonly RateStyle[] = ["87.5％", "87.5 %"];

/** 人数の書き方. */
export type CountStyle = "3" | "3人" | '<0"人">' | "3名" | "３人" | "3 人";

export const countStyles: readonly CountStyle[] = ["3", "3人", '<0"人">', "3名"];

export const rareCountStyles: readonly CountStyle[] = ["３人", "3 人"];

/** 該当者なしの書き方 — words and marks for a rate of nobody. */
export const absenceMarks: readonly string[] = ["該当者なし", "該当なし", "－", "—", "―", "-", "対象者なし"];

const widen = (text: string) => text.replace(/[0-9.%]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

const short = (year: number) => (year >= 2019 ? `R${year - 2018}` : `H${year - 1988}`);
const long = (year: number) => (year >= 2019 ? `令和${year === 2019 ? "元" : year - 2018}年度` : `平成${year - 1988}年度`);

/** 年度を書く — as a piece of a text workbook. */
export function writeYear(year: number, style: YearStyle): string {
  if (style === "R3") return short(year);
  if (style === "R3年度") return `${short(year)}年度`;
  if (style === "2021年度") return `${year}年度`;
  if (style === "令和3年度（2021年度）") return `${long(year)}（${year}年度）`;
  if (style === "H31/R1") return year === 2019 ? "H31/R1" : short(year);
  if (style === "serial") return `${aprilFirst(year)}<ggge"年度">`;
  if (style === "令和３年度") return widen(long(year));
  if (style === "２０２１年度") return widen(`${year}年度`);
  if (style === "令和3（2021）年度") return `${long(year).replace("年度", "")}（${year}）年度`;
  if (style === "令和3年度⏎(2021年度)") return `${long(year)}⏎(${year}年度)`;
  if (style === "平成31(令和1)年度") return year === 2019 ? "平成31(令和1)年度" : long(year);
  if (style === "令和 3 年度") return long(year).replace(/(元|\d+)/, " $1 ");
  return long(year);
}

function aprilFirst(year: number): number {
  return Math.round((Date.UTC(year, 3, 1) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** 率を書く — from counts, rounded to one decimal, with the ratio that then stands in the cell; nobody eligible is 該当者なし. */
export function writeRate(numerator: number, denominator: number, style: RateStyle, absence = "該当者なし"): { piece: string; value: number | string } {
  if (denominator === 0) return { piece: absence, value: "not-applicable" };
  const tenths = Math.round((1000 * numerator) / denominator);
  const digits = (tenths / 10).toFixed(1);
  const value = tenths / 1000;
  if (style === "<0.0%>") return { piece: `${value}<0.0%>`, value };
  if (style === "８７．５％") return { piece: widen(`${digits}%`), value };
  if (style === "87.5") return { piece: `${Number(digits)}<0.0>`, value };
  if (style === "87.5％") return { piece: `${digits}％`, value };
  if (style === "87.5 %") return { piece: `${digits} %`, value };
  return { piece: `${digits}%`, value };
}

/** 人数を書く. */
export function writeCount(count: number, style: CountStyle): string {
  if (style === "3人") return `${count}人`;
  if (style === "3名") return `${count}名`;
  if (style === "3") return String(count);
  if (style === "３人") return widen(`${count}人`);
  if (style === "3 人") return `${count} 人`;
  return `${count}<0"人">`;
}
