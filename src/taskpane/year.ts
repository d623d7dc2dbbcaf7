import { renderShortYear } from "../inspection/render-words";
import type { Language } from "../model/finding";

/** 年度の見出し — R5 or FY2023. */
export function writeYear(year: number, language: Language): string {
  return renderShortYear(year)[language];
}
