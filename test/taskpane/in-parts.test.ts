import fc from "fast-check";
import { cutIntoParts, joinParts } from "../../src/taskpane/in-parts";

/** As the other side of a port gets it. */
const send = <T>(value: T): T => structuredClone(value);

function count(value: unknown): number {
  return typeof value === "object" && value !== null ? Object.values(value).reduce<number>((sum, one) => sum + count(one), 1) : 1;
}

describe("a value in parts", () => {
  it("is the same when it is put together again, whatever is long in it", () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 4, maxKeys: 12, key: fc.stringMatching(/^[a-z]{1,4}$/) }), fc.integer({ min: 2, max: 20 }), (value, most) => {
        expect(joinParts(send(cutIntoParts(value, most)))).toEqual(value);
      }),
    );
  });

  it("puts lists within items of lists back in their place", () => {
    const value = { plans: [0, 1].map((plan) => ({ plan, rows: Array.from({ length: 50 }, (_, row) => ({ row, years: [1, 2, 3] })) })), name: "表" };
    const cut = cutIntoParts(value, 30);
    expect(cut.parts.length).toBeGreaterThan(10);
    expect(joinParts(send(cut))).toEqual(value);
  });

  it("has no large piece, and leaves a small value whole", () => {
    const findings = Array.from({ length: 10_000 }, (_, id) => ({
      id,
      at: { sheet: "実績", cell: `B${id}` },
      related: [{ sheet: "実績", cell: "A1" }],
      message: { ja: "文", en: "words" },
    }));
    const { outline, parts } = cutIntoParts({ view: { findings } });
    expect(count(outline)).toBeLessThan(10);
    expect(Math.max(...parts.map(count))).toBeLessThan(2_500);
    expect(parts.flatMap(({ items }) => items)).toHaveLength(10_000);
    const small = { view: { findings: findings.slice(0, 10) } };
    expect(cutIntoParts(small)).toEqual({ outline: small, parts: [] });
  });

  it("leaves the value that was cut as it was", () => {
    const value = { list: Array.from({ length: 100 }, (_, i) => i) };
    cutIntoParts(value, 10);
    expect(value.list).toHaveLength(100);
  });

  it("takes bytes for one value", () => {
    const bytes = new Uint8Array(20_000);
    expect(cutIntoParts({ bytes })).toEqual({ outline: { bytes }, parts: [] });
  });
});
