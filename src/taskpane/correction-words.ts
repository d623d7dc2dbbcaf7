import type { LineView, TargetSort } from "../inspection/inspection-view";
import type { Words } from "./language";

/** 訂正の言葉 — the words that the forms and the list of corrections share. */
export const correctionWords: Words<{
  readonly indicator: string;
  readonly role: string;
  readonly sex: string;
  readonly year: string;
  readonly target: string;
  readonly ignore: string;
  readonly roles: { readonly [role in LineView["role"]]: string };
  readonly sexes: { readonly all: string; readonly male: string; readonly female: string };
  readonly targets: { readonly [sort in TargetSort]: string };
  readonly corrected: string;
  readonly undo: string;
  readonly undoOf: (heading: string) => string;
  readonly apply: string;
  readonly cancel: string;
}> = {
  ja: {
    indicator: "指標",
    role: "役割",
    sex: "対象",
    year: "年",
    target: "目標の種類",
    ignore: "読まない",
    roles: { value: "値", numerator: "分子", denominator: "分母", part: "内訳", target: "目標" },
    sexes: { all: "男女の別なし", male: "男性", female: "女性" },
    targets: { "at-least": "以上（多いほど良い）", "at-most": "以下（少ないほど良い）", "direction-only": "方向だけ（判定しない）", reference: "参考値（目標にしない）" },
    corrected: "訂正済み",
    undo: "元の読み方に戻す",
    undoOf: (heading) => `「${heading}」を元の読み方に戻す`,
    apply: "この読み方にする",
    cancel: "やめる",
  },
  en: {
    indicator: "Indicator",
    role: "Role",
    sex: "People",
    year: "Year",
    target: "Kind of target",
    ignore: "Do not read",
    roles: { value: "value", numerator: "numerator", denominator: "denominator", part: "part", target: "target" },
    sexes: { all: "men and women alike", male: "men", female: "women" },
    targets: {
      "at-least": "at least (more is better)",
      "at-most": "at most (less is better)",
      "direction-only": "a direction only (not judged)",
      reference: "a reference (no target)",
    },
    corrected: "corrected",
    undo: "Read it as before",
    undoOf: (heading) => `Read “${heading}” as before`,
    apply: "Read it so",
    cancel: "Cancel",
  },
};
