import { defineCheck } from "./define-check";
import { speakOfSums } from "./relations/say-sums";

const AXIS = {
  bucket: { ja: "区分", en: "classes" },
  sex: { ja: "男女", en: "sexes" },
  department: { ja: "部局", en: "departments" },
  employment: { ja: "任用区分", en: "kinds of employment" },
  occupation: { ja: "職種", en: "occupations" },
  year: { ja: "年度", en: "years" },
  grade: { ja: "級", en: "grades" },
  month: { ja: "月", en: "months" },
};

/**
 * 内訳と合計の不一致 — days, sexes, new and continuing, departments that do not make their total.
 *
 * looks at  counts, cases and hours along one axis of a table; grades and months have checks of their own
 * silent    averages, overlapping classes (3日以上 and 5日以上), sums with a blank or unknown part
 * source    R04 in the catalogue of checks
 */
export const partsDisagreeWithTotal = defineCheck({
  id: "parts-disagree-with-total",
  severity: "error",
  cause: "sum",
  needs: ["sums"],
  *run({ sums }) {
    yield* speakOfSums(sums.filter((c) => c.axis !== "month" && c.axis !== "grade"));
  },
  say: {
    ja: (f) =>
      f.isMean
        ? `「合計」の欄の〔${f.total}〕は${AXIS[f.axis].ja}別の平均です（和は〔${f.sum}〕）。見出しを確認してください。`
        : `${AXIS[f.axis].ja}の内訳の合計〔${f.sum}〕と〔${f.total}〕が一致しません（${f.where.ja}）。`,
    en: (f) =>
      f.isMean
        ? `The total ${f.total} is the mean over the ${AXIS[f.axis].en} (their sum is ${f.sum}). Please check the heading.`
        : `The ${AXIS[f.axis].en} add up to ${f.sum}, not to ${f.total} (${f.where.en}).`,
  },
});
