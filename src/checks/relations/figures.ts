import type { Figure } from "../../model/figure";
import type { Group, Observation } from "../../model/observation";
import type { Reading } from "../../model/reading";

/** 数値の種類 — what many figures of a workbook have in common: some hundred kinds at most, whatever the number of figures. */
export type Kind = Pick<Observation, "indicator" | "role" | "measure" | "unit" | "state" | "isTotal" | "isMergedCopy" | "isText"> & {
  readonly figure: Pick<Figure, "part" | "unit">;
  readonly group: Pick<Group, "sex">;
};

/**
 * 数値の索引 — the figures of a reading by their kind, so that a rule asks each kind once and walks only the figures it concerns.
 *
 * shape  lists are in the order of the reading
 */
export interface Figures {
  /** The figures whose kind passes. */
  pick(test: (kind: Kind) => boolean): readonly Observation[];
  /** Some figure is of a kind that passes. */
  has(test: (kind: Kind) => boolean): boolean;
  /** The same as a question to a single figure. */
  mark(test: (kind: Kind) => boolean): (o: Observation) => boolean;
  /** Every kind there is, by one figure of it. */
  readonly kinds: readonly Kind[];
  /** Figures beside which something is written: a date, words of a target, hours beside days, a triangle. */
  readonly annotated: readonly Observation[];
}

/** 数値を種類で並べる — one walk over the reading. */
export function indexFigures({ observations }: Pick<Reading, "observations">): Figures {
  const kinds: Observation[] = [];
  const kindOf = new Int32Array(observations.length);
  const annotated: Observation[] = [];
  const ofIndicator = new Map<string, number[]>();
  let last = -1;
  for (let i = 0; i < observations.length; i++) {
    const o = observations[i]!;
    if (last < 0 || !isSameKind(o, kinds[last]!)) last = findKind(o, kinds, ofIndicator);
    kindOf[i] = last;
    if (isAnnotated(o)) annotated.push(o);
  }
  const passing = (test: (kind: Kind) => boolean): Uint8Array | undefined => {
    const passes = Uint8Array.from(kinds, (kind) => Number(test(kind)));
    return passes.includes(1) ? passes : undefined;
  };
  return {
    pick(test) {
      const passes = passing(test);
      return passes ? gather(observations, kindOf, passes) : [];
    },
    has: (test) => kinds.some(test),
    mark(test) {
      const passes = passing(test);
      return passes ? (o) => passes[kindOf[o.id]!] === 1 : () => false;
    },
    kinds,
    annotated,
  };
}

function findKind(o: Observation, kinds: Observation[], ofIndicator: Map<string, number[]>): number {
  let known = ofIndicator.get(o.indicator);
  if (!known) ofIndicator.set(o.indicator, (known = []));
  for (const kind of known) if (isSameKind(o, kinds[kind]!)) return kind;
  known.push(kinds.length);
  return kinds.push(o) - 1;
}

function isSameKind(a: Observation, b: Observation): boolean {
  return (
    a.indicator === b.indicator &&
    a.role === b.role &&
    a.state === b.state &&
    a.unit === b.unit &&
    a.measure === b.measure &&
    a.isTotal === b.isTotal &&
    a.isMergedCopy === b.isMergedCopy &&
    a.isText === b.isText &&
    a.figure.part === b.figure.part &&
    a.figure.unit === b.figure.unit &&
    a.group.sex === b.group.sex
  );
}

function isAnnotated({ figure, text }: Observation): boolean {
  return figure.days !== undefined || figure.targetWords !== undefined || figure.periodText !== undefined || figure.sign !== undefined || text.includes("▲") || text.includes("△");
}

function gather(observations: readonly Observation[], kindOf: Int32Array, passes: Uint8Array): Observation[] {
  const found: Observation[] = [];
  for (let i = 0; i < kindOf.length; i++) if (passes[kindOf[i]!] === 1) found.push(observations[i]!);
  return found;
}
