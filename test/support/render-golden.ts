import type { Inspection } from "../../src/inspection/inspection";
import { groupKey } from "../../src/model/observation";
import type { Place } from "../../src/model/cell";

const where = ({ sheet, cell }: Place) => `${sheet}!${cell}`;

/** 基準の記録 — one line per finding, fill and judgement, and a count of what was read: what a reviewer sees in a diff. */
export function renderGolden({ reading, findings, fills, judgements }: Inspection): string {
  const names = new Map(reading.plans.map((p) => [p.id, p.name]));
  const said = (group: Parameters<typeof groupKey>[0]) => groupKey(group).split("|").filter(Boolean).join(" ");
  const lines = [
    `read  ${reading.tables.length} tables, ${reading.observations.length} figures, ${reading.targets.length} targets, ${reading.plans.length} plans`,
    ...reading.unread.map((u) => `unread  ${u.sheet} row ${u.range.top + 1}: ${u.because.ja}`),
    ...findings.map((f) => `${f.severity}  ${where(f.at)}  ${f.check}  ${f.message.ja}`),
    ...fills.map((f) => `fill  ${where(f.at)}  ${f.indicator} ${said(f.group)}  ${f.state === "value" ? f.value : f.state}  ${f.formula ?? ""}`),
    ...judgements.map(
      (j) =>
        `judge  ${j.plan === null ? "-" : (names.get(j.plan) ?? j.plan)}  ${j.indicator} ${said(j.group)}  ${j.fiscalYear}  ${j.status}  目標 ${j.target.text.replaceAll("\n", "⏎")}`,
    ),
  ];
  return `${lines.map((line) => line.trimEnd().replaceAll("\n", "⏎")).join("\n")}\n`;
}
