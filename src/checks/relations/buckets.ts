/**
 * 区分の範囲 — the days a bucket covers: 5日未満 is 0 up to 5, 1日 is exactly 1, 2週間以上1月以下 is 14 to 30.
 *
 * unit  days
 * none  undefined when the words state no range
 */
export interface BucketRange {
  readonly from: number;
  /** Included; Infinity when open. */
  readonly to: number;
}

const DAYS_IN: { readonly [unit: string]: number } = { 日: 1, 週: 7, 月: 30, 年: 365 };
const LENGTH = /(\d+(?:\.\d+)?)\s*(日|週|[かヶカケヵ箇]?月|年)(?:間)?\s*(未満|以下|以内|以上|超|を?超え)?/g;

/** 区分を読む — the words of a bucket as a range of days. */
export function readBucket(words: string): BucketRange | undefined {
  const found = [...words.normalize("NFKC").matchAll(LENGTH)].map((m) => ({
    days: Number(m[1]) * (DAYS_IN[(m[2] ?? "").replace(/^.*(?=月)/, "")] ?? 1),
    side: m[3] ?? "",
  }));
  const [first, second] = found;
  if (!first) return undefined;
  if (second) return { from: first.days, to: /未満/.test(second.side) ? second.days - 1 : second.days };
  if (/未満/.test(first.side)) return { from: 0, to: first.days - 1 };
  if (/以下|以内/.test(first.side)) return { from: 0, to: first.days };
  if (/以上/.test(first.side)) return { from: first.days, to: Infinity };
  if (/超/.test(first.side)) return { from: first.days + 1, to: Infinity };
  return { from: first.days, to: first.days };
}

/** 重なる区分か — two buckets that count some people twice; words without a range (新規・継続) do not overlap. */
export function overlaps(a: BucketRange | undefined, b: BucketRange | undefined): boolean {
  return a !== undefined && b !== undefined && a.from < b.to && b.from < a.to;
}
