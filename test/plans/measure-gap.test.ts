import { assert, constantFrom, integer, property } from "fast-check";
import { measureGap } from "../../src/plans/measure-gap";

const people = integer({ min: 1, max: 3000 });

/** Whole numbers only: k of n against p thousandths, compared by multiplying out. */
function reaches(k: number, n: number, comparison: "at-least" | "more-than" | "at-most" | "less-than", p: number): boolean {
  const [left, right] = [k * 1000, p * n];
  if (comparison === "at-least") return left >= right;
  if (comparison === "more-than") return left > right;
  return comparison === "at-most" ? left <= right : left < right;
}

describe("あと何人", () => {
  it("is the smallest whole number of people that reaches the target, and one fewer does not", () => {
    assert(
      property(people, integer({ min: 0, max: 3000 }), integer({ min: 0, max: 1000 }), constantFrom("at-least", "more-than", "at-most", "less-than"), (n, part, p, comparison) => {
        const k = part % (n + 1);
        const gap = measureGap({ counts: { numerator: k, denominator: n } }, k / n, comparison, p / 1000, "ratio");
        if (reaches(k, n, comparison, p)) return gap === null;
        const step = comparison === "at-most" || comparison === "less-than" ? -1 : 1;
        const count = gap?.people ?? NaN;
        return reaches(k + step * count, n, comparison, p) && !reaches(k + step * (count - 1), n, comparison, p);
      }),
      { numRuns: 2000 },
    );
  });

  it("knows no people where no counts are known", () => {
    expect(measureGap({ counts: null }, 0.2, "at-least", 0.5, "ratio")).toEqual({ value: 0.3, unit: "ratio", people: null });
  });

  it("counts people that are the target themselves", () => {
    expect(measureGap({ counts: null }, 3, "at-least", 8, "people")).toMatchObject({ people: 5 });
    expect(measureGap({ counts: null }, 2, "at-most", 0, "people")).toMatchObject({ people: 2 });
  });
});
