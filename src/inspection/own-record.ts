/** 組か — a plain object of JSON. */
export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * ブックに残したものの組 — the workbook's own data as one object.
 *
 * none  undefined for what is no object of JSON: somebody else's data, or a damaged part; the workbook works the same without it
 */
export function readOwnRecord(ownData: string | null): { readonly [key: string]: unknown } | undefined {
  if (ownData === null) return undefined;
  try {
    const read: unknown = JSON.parse(ownData);
    return isRecord(read) && !isTooDeep(ownData) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing of ours is nested nearly as deep. */
const DEEPEST = 64;

/** 深すぎるか — lists within lists that can be read as JSON and not be written again: the stack ends before they do. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const letter = json[at]!;
    if (letter === "\\") at++;
    else if (letter === '"') isText = !isText;
    else if (isText) continue;
    else if (letter === "[" || letter === "{") depth++;
    else if (letter === "]" || letter === "}") depth--;
    if (depth > DEEPEST) return true;
  }
  return false;
}
