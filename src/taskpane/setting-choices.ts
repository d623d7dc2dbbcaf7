import type { Profile } from "../model/profile";
import type { Words } from "./language";

/** 設定の選択 — one setting: what it is called, and the answers to pick from. */
export interface Choice<K extends keyof Profile> {
  readonly label: string;
  readonly hint: string;
  readonly options: readonly { readonly value: Profile[K] & (string | number | null); readonly text: string }[];
  /** What a number is called that is none of the options: it came with settings from elsewhere. */
  readonly write?: (value: number) => string;
}

/** 選択の一覧 — the settings that are one answer out of a few. */
export interface Choices {
  readonly hoursPerDay: Choice<"hoursPerDay">;
  readonly leaveYear: Choice<"leaveYear">;
  readonly asOfSpeaksFor: Choice<"asOfSpeaksFor">;
  readonly undatedTarget: Choice<"undatedTarget">;
  readonly triangle: Choice<"triangle">;
  readonly rounding: Choice<"rounding">;
  readonly spouseBirthLeaveDays: Choice<"spouseBirthLeaveDays">;
  readonly smallNumber: Choice<"smallNumber">;
}

const days = [1, 2, 3, 4, 5] as const;
const hours = [7, 7.25, 7.5, 7.75, 8] as const;
/** The first number that is not withheld. */
const fewest = [2, 3, 4, 5, 6, 10] as const;

function writeHours(value: number, hour: string, minute: string): string {
  const minutes = Math.round((value % 1) * 60);
  return `${Math.floor(value)}${hour}${minutes > 0 ? `${minutes}${minute}` : ""}`;
}

const hoursInJa = (value: number): string => writeHours(value, "時間", "分");
const hoursInEn = (value: number): string => writeHours(value, " h ", " min");
const fewInJa = (value: number): string => (value === 2 ? "1人" : `1〜${value - 1}人`);
const fewInEn = (value: number): string => (value === 2 ? "1 person" : `1 to ${value - 1} people`);

/** 選択の言葉 — what each setting asks, and its answers. */
export const choiceWords: Words<Choices> = {
  ja: {
    hoursPerDay: {
      label: "1日の勤務時間",
      hint: "「9日と3時間」を日数に直すときに使います。",
      options: hours.map((value) => ({ value, text: hoursInJa(value) })),
      write: hoursInJa,
    },
    leaveYear: {
      label: "年次有給休暇の集計期間",
      hint: "暦年で集計している場合に選びます。",
      options: [
        { value: "fiscal", text: "年度（4月〜3月）" },
        { value: "calendar", text: "暦年（1月〜12月）" },
      ],
    },
    asOfSpeaksFor: {
      label: "4月1日現在の値の扱い",
      hint: "管理職割合など、時点で表す指標の年度を決めます。",
      options: [
        { value: "previous-year", text: "前年度の実績とする" },
        { value: "same-year", text: "その年度の値とする" },
      ],
    },
    undatedTarget: {
      label: "期限のない目標の判定時期",
      hint: "期限の書かれていない数値目標に使います。",
      options: [
        { value: "every-year", text: "計画期間の各年度" },
        { value: "final-year", text: "計画の最終年度" },
      ],
    },
    triangle: {
      label: "△の意味",
      hint: "増減の欄の △ の読み方です。",
      options: [
        { value: "decrease", text: "減少（マイナス）" },
        { value: "increase", text: "増加（プラス）" },
      ],
    },
    rounding: {
      label: "端数処理",
      hint: "率を計算して比べるときに使います。",
      options: [
        { value: "half-up", text: "四捨五入" },
        { value: "down", text: "切捨て" },
        { value: "up", text: "切上げ" },
      ],
    },
    spouseBirthLeaveDays: {
      label: "配偶者出産休暇の上限日数",
      hint: "完全取得率の分子に使います。",
      options: [{ value: null, text: "見出しのとおり" }, ...days.map((value) => ({ value, text: `${value}日` }))],
    },
    smallNumber: {
      label: "公表で伏せる人数",
      hint: "「人数を伏せた写しを作る」で、だれのことか分かるおそれがあるとみて＊にする人数です。0人は伏せません。もとのシートは変わりません。",
      options: [{ value: 1, text: "伏せない" }, ...fewest.map((value) => ({ value, text: fewInJa(value) }))],
      write: fewInJa,
    },
  },
  en: {
    hoursPerDay: {
      label: "Hours in a working day",
      hint: "Turns “9 days and 3 hours” into days.",
      options: hours.map((value) => ({ value, text: hoursInEn(value) })),
      write: hoursInEn,
    },
    leaveYear: {
      label: "Year of annual leave",
      hint: "Choose calendar year if leave is counted from January.",
      options: [
        { value: "fiscal", text: "Fiscal year (April–March)" },
        { value: "calendar", text: "Calendar year (January–December)" },
      ],
    },
    asOfSpeaksFor: {
      label: "Figures as of April 1",
      hint: "Decides the fiscal year of figures taken on a day.",
      options: [
        { value: "previous-year", text: "Speak for the year that ended" },
        { value: "same-year", text: "Speak for the year that begins" },
      ],
    },
    undatedTarget: {
      label: "Targets without a deadline",
      hint: "Decides in which years they are judged.",
      options: [
        { value: "every-year", text: "Every year of the plan" },
        { value: "final-year", text: "The plan's final year" },
      ],
    },
    triangle: {
      label: "Meaning of △",
      hint: "How △ in columns of change is read.",
      options: [
        { value: "decrease", text: "Decrease (minus)" },
        { value: "increase", text: "Increase (plus)" },
      ],
    },
    rounding: {
      label: "Rounding",
      hint: "Used when rates are computed and compared.",
      options: [
        { value: "half-up", text: "Half up" },
        { value: "down", text: "Down" },
        { value: "up", text: "Up" },
      ],
    },
    spouseBirthLeaveDays: {
      label: "Days of spouse-birth leave",
      hint: "The numerator of the share who took it in full.",
      options: [{ value: null, text: "As the headings say" }, ...days.map((value) => ({ value, text: value === 1 ? "1 day" : `${value} days` }))],
    },
    smallNumber: {
      label: "People withheld when publishing",
      hint: "So few people may be known one by one: “Make copies without few people” puts ＊ in their place. Nobody (0) is not withheld. The sheets themselves stay as they are.",
      options: [{ value: 1, text: "Withhold nothing" }, ...fewest.map((value) => ({ value, text: fewInEn(value) }))],
      write: fewInEn,
    },
  },
};
