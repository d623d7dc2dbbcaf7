import type { Unit } from "../../src/model/figure";
import { renderQuantity, renderYear } from "../../src/notation/render-quantity";

describe("量を言葉にする", () => {
  test.each<[number, Unit, string, string]>([
    [0.5, "ratio", "50.0%", "50.0%"],
    [1.004, "ratio", "100.4%", "100.4%"],
    [12, "people", "12人", "12 people"],
    [1, "people", "1人", "1 person"],
    [1725, "hours", "1,725時間", "1,725 hours"],
    [101.47, "hours", "101.5時間", "101.5 hours"],
    [4 - 3.8, "days", "0.2日", "0.2 days"],
    [11.903225806, "days", "11.90日", "11.90 days"],
    [-8.9, "years", "-8.9年", "-8.9 years"],
    [0, "cases", "0件", "0 cases"],
  ])("%d %s", (value, unit, ja, en) => {
    expect(renderQuantity(value, unit)).toEqual({ ja, en });
  });

  test("years by their era", () => {
    expect(renderYear(2019)).toEqual({ ja: "令和元年度", en: "FY2019" });
  });
});
