import { defineCheck } from "./define-check";
import { familyOf } from "./relations/family";

/**
 * 実績のない目標 — a target for which no figures were found, and figures for which there is no target.
 *
 * looks at  targets and observations of the whole workbook
 * silent    initiatives without figures; workbooks without targets
 * source    R43 in the catalogue of checks
 */
export const targetWithoutActual = defineCheck({
  id: "target-without-actual",
  severity: "info",
  cause: "target",
  needs: ["reading", "figures"],
  *run({ reading, figures }) {
    const actual = new Set<string>();
    for (const kind of figures.kinds) if (kind.role !== "target" && kind.indicator !== "") actual.add(familyOf(kind.indicator));
    const told = new Set<string>();
    for (const t of reading.targets) {
      if (t.kind === "initiative" || actual.has(familyOf(t.indicator)) || told.has(t.indicator) || t.confidence < 0.5) continue;
      told.add(t.indicator);
      yield { at: t.at, facts: { kind: "actual" as Kind, target: t.text, labels: [] as string[] } };
    }
    if (reading.targets.length === 0) return;
    const aimed = new Set(reading.targets.map((t) => familyOf(t.indicator)));
    const free = figures
      .pick((kind) => kind.role === "value" && kind.measure !== "growth" && !aimed.has(familyOf(kind.indicator)))
      .filter((o) => o.table >= 0 && o.period?.month === undefined);
    const first = free[0];
    const seen = new Map<string, (typeof free)[number]>();
    for (const o of free) if (!seen.has(o.indicator)) seen.set(o.indicator, o);
    if (first)
      yield {
        at: first,
        related: [...seen.values()].slice(1),
        facts: { kind: "target" as Kind, target: "", labels: [...seen.values()].map((o) => o.label.replace(/\s+/g, " ").slice(0, 24)) },
      };
  },
  say: {
    ja: (f) =>
      f.kind === "actual"
        ? `目標〔${f.target}〕はありますが、実績の表が見つかりません。`
        : `目標の無い実績があります（${f.labels.slice(0, 5).join("、")}${f.labels.length > 5 ? ` ほか${f.labels.length - 5}件` : ""}）。`,
    en: (f) =>
      f.kind === "actual"
        ? `There is a target (${f.target}), but no table of actual figures was found for it.`
        : `Some figures have no target (${f.labels.slice(0, 5).join(", ")}${f.labels.length > 5 ? ` and ${f.labels.length - 5} more` : ""}).`,
  },
});

type Kind = "actual" | "target";
