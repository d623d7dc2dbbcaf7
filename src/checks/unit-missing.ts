import { defineCheck } from "./define-check";
import { renderStated } from "./relations/render";

/**
 * 単位の抜け — one figure of a row has no unit where its neighbours have one.
 *
 * looks at  text figures of one line
 * silent    rows wholly without units; 136 (37.8%), where the bracket says what the number is; another measure than its neighbours; counts as numbers beside counts with 人; zeros
 * source    R34 in the catalogue of checks
 */
export const unitMissing = defineCheck({
  id: "unit-missing",
  severity: "warning",
  cause: "notation",
  needs: ["lines"],
  *run({ lines }) {
    for (const { observations } of lines.having((kind) => kind.state === "value" && kind.figure.part === "value" && kind.figure.unit === null)) {
      if (!observations.some((o) => o.figure.unit !== null)) continue;
      const perCell = new Map<string, number>();
      for (const o of observations) perCell.set(o.at.cell, (perCell.get(o.at.cell) ?? 0) + 1);
      const stated = observations.filter((o) => o.state === "value" && o.figure.part === "value" && o.figure.words === "" && perCell.get(o.at.cell) === 1);
      const withUnit = stated.filter((o) => o.figure.unit !== null);
      const without = stated.filter((o) => o.figure.unit === null && o.value !== 0 && (o.isText || o.unit === "ratio" || withUnit.every((w) => !w.isText)));
      const [first, ...rest] = without;
      // 差（ポイント） beside rates is measured in its own unit.
      const example = withUnit.find((o) => o.measure === first?.measure);
      if (first && example && without.length < withUnit.length) yield { at: first, related: rest, facts: { stated: renderStated(first), example: renderStated(example) } };
    }
  },
  say: {
    ja: (f) => `〔${f.stated}〕に単位がありません（同じ行の他の欄は〔${f.example}〕の形です）。`,
    en: (f) => `${f.stated} has no unit, while other figures of the row are written like ${f.example}.`,
  },
});
