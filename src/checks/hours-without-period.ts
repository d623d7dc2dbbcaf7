import { defineCheck } from "./define-check";
import { isPerHead } from "./relations/per-head";
import { renderStated } from "./relations/render";

const SAYS_PERIOD = /月(平均|間|当|あ|別|の|例)|(各|毎|ひと|[一1１][かカヵケヶ箇]?)月|年(間|平均|計|当|あ|の)|[一1１]年|[/／](年|月)|(月|年)[）)]|^月|^年/;

/**
 * 期間の分からない時間 — hours per head that may be for a month or for a year.
 *
 * looks at  hours per head whose row, heading and cell say neither 月 nor 年
 * silent    tables by month, totals of all staff
 * source    R14 in the catalogue of checks
 */
export const hoursWithoutPeriod = defineCheck({
  id: "hours-without-period",
  severity: "warning",
  cause: "unit",
  needs: ["lines", "tables"],
  *run({ lines, tables }) {
    for (const { observations, table } of lines.having((kind) => kind.unit === "hours" && kind.indicator.startsWith("overtime") && kind.state === "value")) {
      const first = observations.find(
        (o) => (isPerHead(o) || (o.indicator.startsWith("overtime_per_head") && o.unit === "hours")) && o.state === "value" && o.figure.per !== "month" && o.figure.per !== "year",
      );
      if (!first || observations.some((o) => o.period?.month !== undefined)) continue;
      const captions = (tables.get(table)?.captions ?? []).map((c) => c.text).filter((text) => /時間外|超過勤務|残業/.test(text));
      const headings = first.reasons.filter(({ feature }) => feature === "role" || feature === "indicator").map(({ said }) => said);
      if ([first.label, first.figure.words, first.text, ...headings, ...captions].some((text) => SAYS_PERIOD.test(text.normalize("NFKC")))) continue;
      const guess = (first.value ?? 0) >= 45 ? { ja: "年間", en: "a year" } : { ja: "月平均", en: "a month" };
      yield { at: first, facts: { stated: renderStated(first), guess } };
    }
  },
  say: {
    ja: (f) => `〔${f.stated}〕が月平均か年間か分かりません（大きさからは${f.guess.ja}と思われます）。見出しに書き添えてください。`,
    en: (f) => `It is not said whether ${f.stated} is for a month or a year (by its size, ${f.guess.en}). Please add it to the heading.`,
  },
});
