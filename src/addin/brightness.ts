import type { Brightness } from "../taskpane/pane-theme";

function channel(pair: string): number {
  const share = Number.parseInt(pair, 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/**
 * 地の明暗 — whether white stands out better than black on this ground; light when the colour is not known.
 *
 * shape  `#rrggbb`, as Office gives its themes
 * source  WCAG 2.2, relative luminance and contrast ratio
 */
export function brightnessOf(background: string | undefined): Brightness {
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? "") ?? [];
  if (red === undefined || green === undefined || blue === undefined) return "light";
  const luminance = 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
  const againstWhite = 1.05 / (luminance + 0.05);
  const againstBlack = (luminance + 0.05) / 0.05;
  return againstWhite >= againstBlack ? "dark" : "light";
}
