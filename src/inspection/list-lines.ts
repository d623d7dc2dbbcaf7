import { placeKey } from "../model/cell";
import { groupKey, type Observation } from "../model/observation";
import type { Target } from "../model/plan";
import type { ReadingCorrection } from "../model/profile";
import type { Aside, ReadTable } from "../model/reading";
import { renderGoal } from "../plans/render-goal";
import type { CorrectionHeading, LineView, TargetSort } from "./inspection-view";
import type { Inspection } from "./inspection";
import { type NameOf, renderAbout } from "./render-about";
import { renderShortPeriod, renderShortYear, renderValue, sameWord, stateWords } from "./render-words";

/**
 * 訂正の見出し — by which words a correction names the line of an observation: its row heading, what crosses it, the caption.
 *
 * shape  a line without a heading of its own is named by the table's caption, or by its sheet
 */
export function nameHeading(observation: Pick<Observation, "reasons" | "at">, table: Pick<ReadTable, "captions" | "sheet"> | undefined): CorrectionHeading {
  const caption = table?.captions[0]?.text;
  const captions = new Set((table?.captions ?? []).map(({ at }) => at.cell));
  const own = observation.reasons.filter(({ at }) => !captions.has(at.cell));
  const [row, col] = [own.find(({ feature }) => feature === "indicator"), own.find(({ feature }) => feature === "role")];
  const heading = row?.said ?? col?.said;
  const sheet = observation.at.sheet;
  if (heading === undefined) return { sheet, heading: caption ?? sheet, beside: "" };
  return { sheet, heading, beside: row && col ? col.said : "", ...(caption === undefined ? {} : { caption }) };
}

/** 読み取った行を並べる — the lines of one table and what each was read as, then its targets. */
export function listLines(inspection: Inspection, table: number, nameOf: NameOf): LineView[] {
  const { reading } = inspection;
  const held = reading.tables.find(({ id }) => id === table);
  const targets = reading.targets.filter((target) => target.table === table);
  const ofTargets = new Set(targets.map(({ at }) => placeKey(at)));
  const lines = new Map<string, { first: Observation; cells: LineView["cells"][number][]; confidence: number }>();
  for (const one of reading.observations) {
    if (one.table !== table || one.isMergedCopy || (one.role === "target" && ofTargets.has(placeKey(one.at)))) continue;
    const key = `${one.line}|${one.indicator}|${one.role}|${groupKey(one.group)}`;
    const line = lines.get(key) ?? { first: one, cells: [], confidence: 1 };
    lines.set(key, line);
    line.confidence = Math.min(line.confidence, one.confidence);
    line.cells.push({
      at: one.at,
      period: one.period ? renderShortPeriod(one.period) : sameWord(""),
      text: one.text,
      read: one.state === "value" && one.value !== null ? renderValue(one.value, one.unit) : stateWords[one.state],
    });
  }
  return [
    ...[...lines.values()].map(({ first, cells, confidence }): LineView => ({
      label: first.label,
      indicator: renderAbout(nameOf, first.indicator, first.group, undefined),
      indicatorId: first.indicator,
      sex: first.group.sex ?? null,
      role: first.role,
      confidence,
      cells,
      reasons: first.reasons.map(({ feature, said, at }) => ({ feature, said, at })),
      heading: nameHeading(first, held),
      isPartOfCell: first.figure.part !== "value",
      target: null,
      correctedBy: first.correctedBy ?? null,
    })),
    ...targets.map((target) => viewTarget(target, held, nameOf)),
    ...reading.asides.filter((aside) => aside.kind === "reference-target" && aside.table === table).map((aside) => viewReference(aside, held)),
  ];
}

function viewTarget(target: Target, table: ReadTable | undefined, nameOf: NameOf): LineView {
  const label = target.label ?? target.text;
  return {
    label,
    indicator: renderAbout(nameOf, target.indicator, target.group, undefined),
    indicatorId: target.indicator,
    sex: target.group.sex ?? null,
    role: "target",
    confidence: target.confidence,
    cells: [{ at: target.at, period: target.deadline === null ? sameWord("") : renderShortYear(target.deadline), text: target.text, read: renderGoal(target) }],
    reasons: [],
    heading: nameTarget(target.at.sheet, label, table),
    isPartOfCell: false,
    target: sortOf(target, nameOf),
    correctedBy: target.correctedBy ?? null,
  };
}

function viewReference({ at, text, correctedBy }: Aside & { readonly correctedBy?: ReadingCorrection }, table: ReadTable | undefined): LineView {
  return {
    label: text,
    indicator: { ja: "目標として扱いません", en: "not taken for a target" },
    indicatorId: null,
    sex: null,
    role: "target",
    confidence: 1,
    cells: [{ at, period: sameWord(""), text, read: sameWord(text) }],
    reasons: [],
    heading: nameTarget(at.sheet, text, table),
    isPartOfCell: false,
    target: "reference",
    correctedBy: correctedBy ?? null,
  };
}

function nameTarget(sheet: string, heading: string, table: ReadTable | undefined): CorrectionHeading {
  const caption = table?.captions[0]?.text;
  return { sheet, heading, ...(caption === undefined ? {} : { caption }) };
}

/** How a target is held against the actuals: as written, or by the direction of its indicator. */
function sortOf({ kind, comparison, value, indicator }: Target, nameOf: NameOf): TargetSort {
  if (kind === "direction-only" || kind === "initiative" || (value === null && comparison === null)) return "direction-only";
  if (comparison === "at-least" || comparison === "more-than") return "at-least";
  if (comparison === "at-most" || comparison === "less-than") return "at-most";
  return nameOf(indicator)?.direction === "down" ? "at-most" : "at-least";
}
