import type { Sentence } from "../model/finding";
import { defaultProfile, type Profile } from "../model/profile";
import { isRecord, isTooDeep, readOwnRecord } from "./own-record";

/** 設定の誤り — what in the profile cannot be used, in one sentence. */
export class ProfileError extends Error {
  constructor(readonly sentence: Sentence) {
    super(sentence.en);
    this.name = "ProfileError";
  }
}

type Rule = (value: unknown) => boolean;

const oneOf =
  (...choices: readonly unknown[]): Rule =>
  (value) =>
    choices.includes(value);
const isText: Rule = (value) => typeof value === "string";
const listOf =
  (rule: Rule): Rule =>
  (value) =>
    Array.isArray(value) && value.every(rule);
const orNull =
  (rule: Rule): Rule =>
  (value) =>
    value === null || rule(value);
const UNITS = ["ratio", "people", "days", "hours", "years", "cases", "points"] as const;
const maybe =
  (rule: Rule): Rule =>
  (value) =>
    value === undefined || rule(value);
const fieldsOf =
  (fields: { readonly [field: string]: Rule }): Rule =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([field, rule]) => rule(value[field]));
const isYear: Rule = (value) => typeof value === "number" && Number.isInteger(value) && value > 1900 && value < 2200;

/** One member of each list. */
const ITEMS = {
  indicators: fieldsOf({
    id: isText,
    label: isText,
    labels: listOf(isText),
    unit: oneOf(...UNITS),
    direction: oneOf("up", "down", "neutral"),
    numerator: maybe(listOf(isText)),
    denominator: maybe(listOf(isText)),
  }),
  corrections: fieldsOf({
    sheet: orNull(isText),
    heading: isText,
    indicator: maybe(isText),
    role: maybe(oneOf("value", "numerator", "denominator", "part", "target", "ignore")),
    beside: maybe(isText),
    caption: maybe(isText),
    sex: maybe(oneOf("male", "female", "all")),
    year: maybe(isYear),
    target: maybe(oneOf("at-least", "at-most", "direction-only", "reference")),
  }),
  accepted: fieldsOf({ check: isText, at: fieldsOf({ sheet: isText, cell: isText }), reason: isText, figures: isText, year: maybe(isYear) }),
} as const satisfies { readonly [field in keyof Profile]?: Rule };

const RULES: { readonly [field in keyof Profile]: Rule } = {
  schema: oneOf(1),
  hoursPerDay: (value) => typeof value === "number" && value > 0 && value <= 24,
  leaveYear: oneOf("fiscal", "calendar"),
  asOfSpeaksFor: oneOf("previous-year", "same-year"),
  managerGrades: orNull(listOf(isText)),
  undatedTarget: oneOf("every-year", "final-year"),
  triangle: oneOf("decrease", "increase"),
  rounding: oneOf("half-up", "down", "up"),
  spouseBirthLeaveDays: orNull((value) => typeof value === "number" && value > 0),
  smallNumber: (value) => typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 100,
  checks: (value) => isRecord(value) && Object.values(value).every((on) => typeof on === "boolean"),
  indicators: listOf(ITEMS.indicators),
  corrections: listOf(ITEMS.corrections),
  accepted: listOf(ITEMS.accepted),
};

function isField(field: string): field is keyof Profile {
  return Object.hasOwn(RULES, field);
}

/**
 * ブックの設定を読む — the profile that the workbook's own data keep; a part of it that cannot be used has the default.
 *
 * none  null when the workbook keeps none of ours, or one of a newer version
 */
export function readOwnProfile(ownData: string | null): Profile | null {
  const stated = readOwnRecord(ownData)?.["profile"];
  if (!isRecord(stated) || stated["schema"] !== 1) return null;
  const usable = Object.entries(stated).flatMap(([field, value]): [string, unknown][] => {
    if (!isField(field)) return [];
    if (Array.isArray(value) && field in ITEMS) return [[field, value.filter(ITEMS[field as keyof typeof ITEMS])]];
    return RULES[field](value) ? [[field, value]] : [];
  });
  return { ...defaultProfile, ...Object.fromEntries(usable) };
}

/** 使う設定 — those that are given, with the reasons the workbook keeps beside them; when none are given what the workbook keeps, or the defaults. */
export function chooseProfile(ownData: string | null, given: Profile | undefined): Profile {
  const kept = readOwnProfile(ownData) ?? defaultProfile;
  // Reasons belong to the workbook's figures: settings of the organisation come beside them, not in their place.
  return given ? { ...given, accepted: [...kept.accepted, ...given.accepted] } : kept;
}

/** 設定を残す — the workbook's own data with these settings; all else that stands in them stays. */
export function putProfile(ownData: string | null, profile: Profile): string {
  return JSON.stringify({ ...readOwnRecord(ownData), schema: 1, profile });
}

/** 設定の文 — what `readProfile` reads back. */
export function writeProfile(profile: Profile): string {
  return JSON.stringify(profile, null, 2);
}

/**
 * 設定を読む — a profile from its text; what it leaves out has the default.
 *
 * @throws ProfileError for text that is no JSON, a newer schema, an unknown field or a value that cannot be
 */
export function readProfile(text: string): Profile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new ProfileError({
      ja: "設定のファイルを JSON として読めませんでした。かっこや引用符の閉じ忘れがないか確かめてください。",
      en: "The profile is not valid JSON. Look for a missing bracket or quotation mark.",
    });
  }
  if (isTooDeep(text))
    throw new ProfileError({
      ja: "設定のファイルの { } や [ ] が深すぎます。余分なかっこがないか確かめてください。",
      en: "The brackets of the profile are nested too deep. Look for some that are too many.",
    });
  if (!isRecord(parsed)) throw new ProfileError({ ja: "設定のファイルは { } で囲んだ1つの組にしてください。", en: "The profile must be one object in { }." });
  const schema = parsed["schema"];
  if (typeof schema === "number" && schema > 1)
    throw new ProfileError({
      ja: `この設定は新しい版（${schema}）で作られています。この道具を新しくしてください。`,
      en: `This profile was made by a newer version (${schema}). Please update this tool.`,
    });
  for (const [field, value] of Object.entries(parsed)) {
    if (!isField(field)) throw new ProfileError({ ja: `設定の項目「${field}」はありません。`, en: `There is no setting "${field}".` });
    if (!RULES[field](value)) throw new ProfileError({ ja: `設定「${field}」の値が使えません。`, en: `The value of "${field}" cannot be used.` });
  }
  return { ...defaultProfile, ...parsed };
}
