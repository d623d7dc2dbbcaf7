import { defineCheck } from "./define-check";
import { renderNumber, renderStated } from "./relations/render";

/**
 * 1日を超える時間 — 9日と8時間, where a working day has 7:45.
 *
 * looks at  days with hours
 * silent    hours below the working day of the profile
 * source    R18 in the catalogue of checks
 */
export const hoursAboveWorkingDay = defineCheck({
  id: "hours-above-working-day",
  severity: "warning",
  cause: "unit",
  needs: ["figures", "profile"],
  *run({ figures, profile }) {
    for (const o of figures.annotated) {
      const { days } = o.figure;
      if (!days || o.isMergedCopy || days.hours + days.minutes / 60 < profile.hoursPerDay) continue;
      const minutes = Math.round((profile.hoursPerDay % 1) * 60);
      const day = { ja: `${Math.floor(profile.hoursPerDay)}時間${minutes > 0 ? `${minutes}分` : ""}`, en: `${renderNumber(profile.hoursPerDay)} hours` };
      yield { at: o, facts: { stated: renderStated(o), hours: `${days.hours}時間${days.minutes > 0 ? `${days.minutes}分` : ""}`, day } };
    }
  },
  say: {
    ja: (f) => `〔${f.stated}〕の時間の部分〔${f.hours}〕が1日の勤務時間（${f.day.ja}）以上です。1日に繰り上げるか、設定の勤務時間を確認してください。`,
    en: (f) => `The hours of ${f.stated} are at least a working day (${f.day.en}). Carry them over, or check the hours per day in the settings.`,
  },
});
