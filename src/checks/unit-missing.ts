import { defineCheck } from "./define-check";
import { renderStated } from "./relations/render";

/**
 * 単位の抜け — one figure of a row has no unit where its neighbours have one.
 *
 * looks at  text figures of one line
 * silent    rows wholly without units; counts as numbers beside counts with 人; zeros
 * source    R34 in the catalogue of checks
 */
export const unitMissing = defineCheck({
  id: "unit-missing",
  severity: "warning",
  cause: "notation",
  needs: ["lines"],
  *run({ lines }) {
    for (const { observations } of lines) {
      const stated = observations.filter((o) => o.state === "value" && o.figure.part === "value" && o.figure.words === "");
      const withUnit = stated.filter((o) => o.figure.unit !== null);
      const without = stated.filter((o) => o.figure.unit === null && o.value !== 0 && (o.isText || o.unit === "ratio" || withUnit.every((w) => !w.isText)));
      const [first, ...rest] = without;
      const [example] = withUnit;
      if (first && example && without.length < withUnit.length) yield { at: first, related: rest, facts: { stated: renderStated(first), example: renderStated(example) } };
    }
  },
  say: {
    ja: (f) => `〔${f.stated}〕に単位がありません（同じ行の他の欄は〔${f.example}〕の形です）。`,
    en: (f) => `${f.stated} has no unit, while other figures of the row are written like ${f.example}.`,
  },
});
