import { defineCheck } from "./define-check";
import { renderStated } from "./relations/render";

/**
 * 小数桁の混在 — 60.90% beside 41% in one row.
 *
 * looks at  rates of one line
 * silent    0% and 100%, which need no decimals; computed cells
 * source    R35 in the catalogue of checks
 */
export const mixedDecimals = defineCheck({
  id: "mixed-decimals",
  severity: "info",
  cause: "notation",
  needs: ["lines"],
  *run({ lines }) {
    for (const { observations } of lines.having((kind) => kind.state === "value" && kind.unit === "ratio" && kind.measure === "ratio")) {
      const rates = observations.filter(
        (o) => o.state === "value" && o.unit === "ratio" && o.measure === "ratio" && o.figure.step !== null && o.value !== 0 && o.value !== 1 && !o.figure.isApproximate,
      );
      const finest = Math.min(...rates.map((o) => o.figure.step ?? 1));
      const coarse = rates.filter((o) => (o.figure.step ?? 0) > finest * 1.5);
      const fine = rates.find((o) => (o.figure.step ?? 0) <= finest * 1.5);
      const [first, ...rest] = coarse;
      if (first && fine && rates.length >= 2) yield { at: first, related: [fine, ...rest], facts: { a: renderStated(fine), b: renderStated(first) } };
    }
  },
  say: {
    ja: (f) => `同じ行で小数の桁がそろっていません〔${f.a}〕〔${f.b}〕。`,
    en: (f) => `The decimals of this row differ: ${f.a} and ${f.b}.`,
  },
});
