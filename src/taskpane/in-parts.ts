/** 分けた値の一片 — items that belong behind those already in the list at this path. */
export interface Part {
  readonly path: readonly (string | number)[];
  readonly items: readonly unknown[];
}

/** 分けた値 — what is left of a value without its long lists, and these in pieces, in the order in which they are put back. */
export interface InParts {
  readonly outline: unknown;
  readonly parts: readonly Part[];
}

/** So many values are unpacked well within a frame, on a slow machine too. */
const MOST = 2_000;

/**
 * 値を分ける — plain data in pieces of which none takes long to unpack, so that the page that receives them goes on answering.
 *
 * shape  a value that is small enough stays whole; texts and single numbers count as one each
 */
export function cutIntoParts(value: unknown, most: number = MOST): InParts {
  const parts: Part[] = [];
  return { outline: cut(value, [], parts, most), parts };
}

/** 値を組み立てる — the value that was cut, in the outline itself. */
export function joinParts({ outline, parts }: InParts): unknown {
  for (const { path, items } of parts) {
    const list = path.reduce<unknown>((at, step) => (at as { readonly [name: string | number]: unknown })[step], outline) as unknown[];
    for (const item of items) list.push(item);
  }
  return outline;
}

function cut(value: unknown, path: readonly (string | number)[], parts: Part[], most: number): unknown {
  if (!isTree(value) || countValues(value, most) <= most) return value;
  if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cut(one, [...path, name], parts, most)]));
  // A list comes before what was cut out of its items.
  const inside: Part[] = [];
  let items: unknown[] = [];
  let room = most;
  for (const [index, one] of (value as readonly unknown[]).entries()) {
    const item = cut(one, [...path, index], inside, most);
    const weight = countValues(item, most);
    if (weight > room && items.length > 0) {
      parts.push({ path, items });
      items = [];
      room = most;
    }
    items.push(item);
    room -= weight;
  }
  parts.push({ path, items }, ...inside);
  return [];
}

/** Counts no further than it must. */
function countValues(value: unknown, most: number): number {
  if (!isTree(value)) return 1;
  let count = 1;
  for (const one of Array.isArray(value) ? (value as readonly unknown[]) : Object.values(value)) {
    count += countValues(one, most - count);
    if (count > most) break;
  }
  return count;
}

/** Lists and plain objects; whatever else a message can carry (bytes, maps) is one value. */
function isTree(value: unknown): value is object {
  return Array.isArray(value) || (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype);
}
