import type { Inspection } from "../../src/inspection/inspection";
import type { Finding } from "../../src/model/finding";
import type { Reading } from "../../src/model/reading";
import type { Truth } from "./truth";

/** 一致の数 — how many of the truths of one kind were met, and in words which were not. */
export interface Share {
  readonly met: number;
  readonly need: number;
  readonly missed: readonly string[];
}

/** 真との比較 — the four recalls, and the errors said where nothing is wrong. */
export interface Comparison {
  readonly read: Share;
  readonly found: Share;
  readonly fills: Share;
  readonly judged: Share;
  /** Cells without an actual figure that were left alone. */
  readonly quiet: Share;
  readonly falseErrors: readonly string[];
  /** Judged as missed where the truth says something else of this indicator, group and year. */
  readonly falseMissed: readonly string[];
  readonly errorsSaid: number;
}

/**
 * 真と比べる — what an inspection says against what is true of the workbook.
 *
 * unit  figures agree within half a unit of the second decimal (below 2: half a percent of the figure)
 * shape  role "part" of the truth agrees with every role; a missing year, sex or plan of the truth with every one;
 *        a finding is met by one of severity error or warning at its cell or resting on it
 */
export function compareTruth(inspection: Inspection, truth: Truth): Comparison {
  const serious = inspection.findings.filter((f) => f.severity !== "info");
  const errors = serious.filter((f) => f.severity === "error");
  const due = new Set(truth.findings.map((f) => key(f.sheet, f.cell)));
  return {
    read: compareObservations(inspection, truth),
    found: compareFindings(serious, truth),
    fills: compareFills(inspection, truth),
    judged: compareJudgements(inspection, truth),
    quiet: compareQuiet(inspection, truth),
    falseErrors: errors.filter((f) => !placesOf(f).some((at) => due.has(at))).map((f) => `${f.at.sheet}!${f.at.cell} ${f.check}: ${f.message.ja}`),
    falseMissed: findFalseMissed(inspection, truth),
    errorsSaid: errors.length,
  };
}

const key = (sheet: string, cell: string) => `${sheet}!${cell}`;

const placesOf = (f: Finding) => [f.at, ...f.related].map((at) => key(at.sheet, at.cell));

function agrees(said: number | string | null, due: number | string): boolean {
  if (typeof said !== "number" || typeof due !== "number") return said !== null && String(due).split("|").includes(String(said));
  const size = Math.abs(due);
  return Math.abs(said - due) <= Math.max(1e-6, size < 2 ? 0.0051 * size : 0.0051);
}

function share<T>(truths: readonly T[], isMet: (truth: T) => boolean, say: (truth: T) => string): Share {
  const missed = truths.filter((t) => !isMet(t));
  return { met: truths.length - missed.length, need: truths.length, missed: missed.map(say) };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** 観測値を比べる — every true observation against what was read at its cell. */
export function compareObservations({ reading }: { readonly reading: Reading }, truth: Truth): Share {
  const said = groupBy(reading.observations, (o) => key(o.at.sheet, o.at.cell));
  const at = (t: Truth["observations"][number]) => said.get(key(t.sheet, t.cell)) ?? [];
  return share(
    truth.observations,
    (t) =>
      at(t).some(
        (o) =>
          t.indicator.split("|").includes(o.indicator) &&
          agrees(o.state === "value" ? o.value : o.state, t.value) &&
          (t.fiscalYear === null || o.period?.year === t.fiscalYear) &&
          (t.group.sex === undefined || o.group.sex === t.group.sex) &&
          (t.role === "part" || t.role.split("|").includes(o.role)),
      ),
    (t) =>
      `${t.sheet}!${t.cell} ${t.indicator} ${t.role} ${t.group.sex ?? ""} ${t.fiscalYear ?? "-"} = ${t.value}; said: ${
        at(t)
          .map((o) => `${o.indicator} ${o.role} ${o.group.sex ?? ""} ${o.period?.year ?? "-"} = ${o.state === "value" ? o.value : o.state}`)
          .join(" / ") || "nothing"
      }`,
  );
}

function compareQuiet({ reading }: Inspection, truth: Truth): Share {
  const claimed = groupBy(
    reading.observations.filter((o) => o.role !== "target"),
    (o) => key(o.at.sheet, o.at.cell),
  );
  const at = (t: { sheet: string; cell: string }) => claimed.get(key(t.sheet, t.cell)) ?? [];
  return share(
    truth.quiet ?? [],
    (t) => at(t).length === 0,
    (t) =>
      `${t.sheet}!${t.cell} said: ${at(t)
        .map((o) => `${o.indicator} ${o.role} ${o.period?.year ?? "-"}`)
        .join(" / ")}`,
  );
}

function compareFindings(serious: readonly Finding[], truth: Truth): Share {
  const said = new Set(serious.flatMap(placesOf));
  return share(
    truth.findings,
    (t) => said.has(key(t.sheet, t.cell)),
    (t) => `${t.sheet}!${t.cell} ${t.check}`,
  );
}

function compareFills({ fills }: Inspection, truth: Truth): Share {
  const said = new Map(fills.map((f) => [key(f.at.sheet, f.at.cell), f]));
  const valueAt = (t: Truth["fills"][number]) => {
    const fill = said.get(key(t.sheet, t.cell));
    return fill ? (fill.state === "value" ? fill.value : fill.state) : null;
  };
  return share(
    truth.fills,
    (t) => agrees(valueAt(t), t.value),
    (t) => `${t.sheet}!${t.cell} = ${t.value}; said: ${valueAt(t) ?? "nothing"}`,
  );
}

type Judged = Inspection["judgements"][number];
type TrueJudgement = Truth["judgements"][number];

const isCalledMissed = (j: Judged) => j.status === "missed" || j.status === "missed-by-rounding";

/** Whether a judgement is one of those that a true one speaks of. */
function judgedAs({ reading }: Inspection): (t: TrueJudgement, j: Judged) => boolean {
  const names = new Map(reading.plans.map((p) => [p.id, p.name]));
  return (t, j) =>
    t.indicator.split("|").includes(j.indicator) &&
    j.fiscalYear === t.fiscalYear &&
    (t.plan === null || (j.plan !== null && (names.get(j.plan) ?? j.plan).includes(t.plan))) &&
    (t.group.sex === undefined || j.group.sex === t.group.sex) &&
    (t.named === undefined || Object.values(j.group).includes(t.named));
}

function compareJudgements(inspection: Inspection, truth: Truth): Share {
  const isOf = judgedAs(inspection);
  const names = new Map(inspection.reading.plans.map((p) => [p.id, p.name]));
  const candidates = (t: TrueJudgement) => inspection.judgements.filter((j) => isOf(t, j));
  const isSilent = (found: readonly Judged[]) => !found.some((j) => isCalledMissed(j) || j.status === "met");
  return share(
    truth.judgements,
    (t) => (t.status === "silent" ? isSilent(candidates(t)) : candidates(t).some((j) => t.status.split("|").includes(j.status))),
    (t) =>
      `${t.indicator} ${t.group.sex ?? ""} ${t.named ?? ""} ${t.plan ?? ""} ${t.fiscalYear} ${t.status}; said: ${
        candidates(t)
          .map((j) => `${j.plan === null ? "" : (names.get(j.plan) ?? j.plan)} ${j.status} (${j.target.text} at ${j.target.at.cell}; ${j.because.en})`)
          .join(" / ") || "nothing"
      }`,
  );
}

/** Missed, where every true judgement of this indicator, group and year says something else. */
function findFalseMissed(inspection: Inspection, truth: Truth): string[] {
  const isOf = judgedAs(inspection);
  return inspection.judgements.flatMap((j) => {
    if (!isCalledMissed(j)) return [];
    const said = truth.judgements.filter((t) => isOf(t, j));
    if (said.length === 0 || said.some((t) => t.status.includes("missed"))) return [];
    return [`${j.indicator} ${Object.values(j.group).join(" ")} ${j.plan ?? ""} ${j.fiscalYear} (${j.target.text} at ${j.target.at.cell}; ${j.because.en})`];
  });
}
