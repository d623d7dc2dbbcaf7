/** 足し算の関係 — cells whose values, each times its factor, add up to 0: total − part − part = 0. */
export type SumRelation = ReadonlyMap<string, number>;

/** 引き算で分かる値 — a withheld cell that follows from cells that are shown. */
export interface Derivable {
  readonly cell: string;
  readonly from: readonly string[];
}

interface Row {
  readonly withheld: Map<string, number>;
  readonly shown: Map<string, number>;
}

const ZERO = 1e-9;

/** 引き算で分かるものを探す — solves the sums for the withheld cells; those with exactly one answer can be found out by anybody. */
export function findDerivable(relations: readonly SumRelation[], withheld: ReadonlySet<string>): Derivable[] {
  const pivots = new Map<string, Row>();
  for (const relation of relations) {
    const row: Row = { withheld: new Map(), shown: new Map() };
    for (const [cell, factor] of relation) (withheld.has(cell) ? row.withheld : row.shown).set(cell, factor);
    for (const cell of [...row.withheld.keys()]) {
      const pivot = pivots.get(cell);
      if (pivot) subtract(row, pivot, row.withheld.get(cell) ?? 0);
    }
    const found = row.withheld.entries().next().value;
    if (found === undefined) continue;
    const [lead, factor] = found;
    for (const part of [row.withheld, row.shown]) for (const [cell, value] of part) part.set(cell, value / factor);
    for (const other of pivots.values()) subtract(other, row, other.withheld.get(lead) ?? 0);
    pivots.set(lead, row);
  }
  return [...pivots].filter(([, row]) => row.withheld.size === 1).map(([cell, { shown }]) => ({ cell, from: [...shown.keys()] }));
}

function subtract(row: Row, pivot: Row, times: number): void {
  if (times === 0) return;
  for (const part of ["withheld", "shown"] as const)
    for (const [cell, factor] of pivot[part]) {
      const rest = (row[part].get(cell) ?? 0) - times * factor;
      if (Math.abs(rest) < ZERO) row[part].delete(cell);
      else row[part].set(cell, rest);
    }
}

/** 数だけで分かるものを探す — where as many people are left for the withheld cells as there are such cells, each holds one: nobody stands for 0. */
export function findCounted(relations: readonly SumRelation[], values: ReadonlyMap<string, number>, withheld: ReadonlySet<string>): Derivable[] {
  return relations.flatMap((relation) => {
    const hidden = [...relation].filter(([cell]) => withheld.has(cell));
    const [first] = hidden;
    if (!first || hidden.some(([, factor]) => factor !== first[1])) return [];
    const people = hidden.reduce((sum, [cell]) => sum + (values.get(cell) ?? 0), 0);
    return people === hidden.length ? [{ cell: first[0], from: [...relation.keys()].filter((cell) => !withheld.has(cell)) }] : [];
  });
}

/**
 * ほかにも伏せる — withholds further cells until none of those withheld can be found out by subtraction.
 *
 * shape  a small cell before a large one, and a part before a total; a cell that turns out to be needless is shown again
 */
export function withholdMore(relations: readonly SumRelation[], values: ReadonlyMap<string, number>, first: ReadonlySet<string>): ReadonlySet<string> {
  const withheld = new Set(first);
  for (const connected of connectRelations(relations))
    if (connected.some((relation) => [...relation.keys()].some((cell) => first.has(cell)))) for (const cell of withholdConnected(connected, values, first)) withheld.add(cell);
  return withheld;
}

function withholdConnected(relations: readonly SumRelation[], values: ReadonlyMap<string, number>, first: ReadonlySet<string>): ReadonlySet<string> {
  const cells = new Set(relations.flatMap((relation) => [...relation.keys()]));
  const withheld = new Set([...first].filter((cell) => cells.has(cell)));
  const totals = new Set(relations.flatMap((relation) => [...relation].filter(([, factor]) => factor > 0).map(([cell]) => cell)));
  const cost = (cell: string): number => {
    const value = values.get(cell) ?? 0;
    // A cell that is 0 hides nothing: somebody must stand in the cells that are withheld beside the first one.
    return (value > 0 ? value : 1e12) + (totals.has(cell) ? 1e6 : 0);
  };
  const findGiven = (): Derivable[] => [
    ...findDerivable(relations, withheld),
    ...findCounted(relations, values, withheld).filter(({ from }) => from.some((cell) => (values.get(cell) ?? 0) > 0)),
  ];
  const added: string[] = [];
  for (;;) {
    // What one sum alone gives away is stopped in that sum.
    const [given] = findGiven().sort((a, b) => a.from.length - b.from.length);
    const next = given && [...given.from].sort((a, b) => cost(a) - cost(b))[0];
    if (next === undefined) break;
    withheld.add(next);
    added.push(next);
  }
  for (const cell of added.reverse()) {
    withheld.delete(cell);
    if (findGiven().length > 0) withheld.add(cell);
  }
  return withheld;
}

/** Sums that share a cell, and those that share one with them: only these can be reckoned with together. */
function connectRelations(relations: readonly SumRelation[]): SumRelation[][] {
  const leader = new Map<string, string>();
  const lead = (cell: string): string => {
    let top = cell;
    for (let next = leader.get(top); next !== undefined && next !== top; next = leader.get(top)) top = next;
    leader.set(cell, top);
    return top;
  };
  for (const relation of relations) {
    const [head, ...others] = relation.keys();
    for (const cell of others) leader.set(lead(cell), lead(head!));
  }
  const groups = new Map<string, SumRelation[]>();
  for (const relation of relations) {
    const top = lead(relation.keys().next().value!);
    const group = groups.get(top);
    if (group) group.push(relation);
    else groups.set(top, [relation]);
  }
  return [...groups.values()];
}
