import { type Theme, webDarkTheme, webLightTheme } from "@fluentui/react-components";

/** 画面の明暗 — whether the pane stands on a light or on a dark ground. */
export type Brightness = "light" | "dark";

const fontFamilyBase = '"Yu Gothic UI", Meiryo, "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", sans-serif';

/** 作業窓の配色 — Fluent's themes in a Japanese face; the accent is the same in both. */
export const paneThemes: { readonly [brightness in Brightness]: Theme } = {
  light: { ...webLightTheme, fontFamilyBase },
  dark: { ...webDarkTheme, fontFamilyBase },
};
