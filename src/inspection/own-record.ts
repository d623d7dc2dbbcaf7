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
    return isRecord(read) ? read : undefined;
  } catch {
    return undefined;
  }
}
