import type { Evidence } from "./define-check";
import { defineCheck } from "./define-check";

const MARKS = [
  { name: "▲", beforeNumber: /▲\s*[\d０-９]/ },
  { name: "△", beforeNumber: /△\s*[\d０-９]/ },
];

/**
 * △と▲の混在 — two triangles in one table, or a reduction from no base year.
 *
 * looks at  signs of the figures and of the changes beside them; targets against a baseline
 * silent    one kind of triangle throughout
 * source    R17 in the catalogue of checks
 */
export const mixedTriangles = defineCheck({
  id: "mixed-triangles",
  severity: "warning",
  cause: "notation",
  needs: ["reading", "figures"],
  *run({ reading, figures }) {
    const seen = new Map<number, { [mark: string]: Evidence }>();
    const note = (table: number, mark: string, at: Evidence) => {
      const marks = seen.get(table) ?? {};
      marks[mark] ??= at;
      seen.set(table, marks);
    };
    for (const o of figures.annotated) {
      if (o.table >= 0 && (o.figure.sign === "▲" || o.figure.sign === "△")) note(o.table, o.figure.sign, o);
      for (const mark of MARKS) if (o.table >= 0 && o.text.includes(mark.name) && mark.beforeNumber.test(o.text)) note(o.table, mark.name, o);
    }
    for (const aside of reading.asides) for (const mark of MARKS) if (mark.beforeNumber.test(aside.text)) note(aside.table, mark.name, aside.at);
    for (const marks of seen.values()) {
      const white = marks["△"];
      const black = marks["▲"];
      if (white && black) yield { at: white, related: [black], facts: { kind: "mixed" as "mixed" | "base", text: "" } };
    }
    for (const target of reading.targets)
      if (target.kind === "against-baseline" && target.baseYear === null && target.plans.length === 0)
        yield { at: target.at, facts: { kind: "base" as "mixed" | "base", text: target.text } };
  },
  say: {
    ja: (f) =>
      f.kind === "mixed"
        ? "△と▲が混在しています。△は増加ですか、減少ですか。設定で意味を選べます。"
        : `目標〔${f.text}〕の基準年度が書かれていません。どの年度と比べる目標かを書き添えてください。`,
    en: (f) =>
      f.kind === "mixed"
        ? "Both △ and ▲ are used. Does △ mean more or less? The meaning can be chosen in the settings."
        : `The target "${f.text}" names no base year. Please add the year it is compared with.`,
  },
});
