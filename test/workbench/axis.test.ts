import fc from "fast-check";
import { countLines, findEdge, findLine, findNextVisible, makeAxis, measureSpan } from "../../src/workbench/grid/axis";

const sizes = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 });

describe("axis", () => {
  const axis = makeAxis([20, 0, 30, 10]);
  it.each([
    { offset: 0, line: 0 },
    { offset: 19, line: 0 },
    { offset: 20, line: 2, because: "line 1 is hidden" },
    { offset: 49, line: 2 },
    { offset: 50, line: 3 },
    { offset: 500, line: 3, because: "past the end" },
    { offset: -5, line: 0, because: "before the beginning" },
  ])("finds line $line at $offset", ({ offset, line }) => expect(findLine(axis, offset)).toBe(line));

  it("steps over hidden lines and stops at the ends", () => {
    expect(findNextVisible(axis, 0, 1)).toBe(2);
    expect(findNextVisible(axis, 2, -1)).toBe(0);
    expect(findNextVisible(axis, 3, 1)).toBe(3);
    expect(findNextVisible(makeAxis([0, 20]), 1, -1)).toBe(1);
  });

  it("finds the line that covers any offset inside", () =>
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const made = makeAxis(list);
        const end = findEdge(made, countLines(made));
        if (end === 0) return;
        const offset = Math.min(end - 0.001, share * end);
        const line = findLine(made, offset);
        expect(findEdge(made, line)).toBeLessThanOrEqual(offset);
        expect(findEdge(made, line + 1)).toBeGreaterThan(offset);
      }),
    ));

  it("measures a span as the sum of its lines", () =>
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (list, a, b) => {
        const [first, last] = [a % list.length, b % list.length].sort((x, y) => x - y) as [number, number];
        expect(measureSpan(makeAxis(list), first, last)).toBeCloseTo(list.slice(first, last + 1).reduce((sum, size) => sum + size, 0));
      }),
    ));
});
