import type { Sentence } from "../model/finding";
import { defaultProfile, type Profile } from "../model/profile";

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
const isRecord = (value: unknown): value is { readonly [key: string]: unknown } => typeof value === "object" && value !== null && !Array.isArray(value);
const orNull =
  (rule: Rule): Rule =>
  (value) =>
    value === null || rule(value);
const withTexts =
  (...fields: readonly string[]): Rule =>
  (value) =>
    isRecord(value) && fields.every((field) => isText(value[field]));

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
  checks: (value) => isRecord(value) && Object.values(value).every((on) => typeof on === "boolean"),
  indicators: listOf((value) => withTexts("id", "label", "unit", "direction")(value) && isRecord(value) && listOf(isText)(value["labels"])),
  corrections: listOf(withTexts("heading")),
  accepted: listOf(withTexts("check", "reason", "figures")),
};

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
  if (!isRecord(parsed)) throw new ProfileError({ ja: "設定のファイルは { } で囲んだ1つの組にしてください。", en: "The profile must be one object in { }." });
  const schema = parsed["schema"];
  if (typeof schema === "number" && schema > 1)
    throw new ProfileError({
      ja: `この設定は新しい版（${schema}）で作られています。この道具を新しくしてください。`,
      en: `This profile was made by a newer version (${schema}). Please update this tool.`,
    });
  for (const [field, value] of Object.entries(parsed)) {
    const rule = Object.hasOwn(RULES, field) ? RULES[field as keyof Profile] : undefined;
    if (!rule) throw new ProfileError({ ja: `設定の項目「${field}」はありません。`, en: `There is no setting "${field}".` });
    if (!rule(value)) throw new ProfileError({ ja: `設定「${field}」の値が使えません。`, en: `The value of "${field}" cannot be used.` });
  }
  return { ...defaultProfile, ...parsed };
}
