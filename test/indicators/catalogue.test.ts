import { findIndicator, indicators } from "../../src/indicators/index";
import { withOwnIndicators } from "../../src/indicators/own";
import { resolveIndicator } from "../../src/indicators/resolve";
import { readLabel } from "../../src/notation/label";
import type { LabelFeatures } from "../../src/notation/label-features";
import { asContext, mergeFeatures } from "../../src/notation/merge-features";

const merged = (...texts: readonly string[]): LabelFeatures => texts.map(readLabel).reduceRight((far, near) => mergeFeatures(near, far));

describe("the catalogue", () => {
  test("has every id once", () => {
    expect(indicators).toHaveLength(51);
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(51);
    for (const { id } of indicators) expect(findIndicator(id)?.id).toBe(id);
    expect(findIndicator("headcount")).toBeUndefined();
  });

  test("names each in both languages, with a source", () => {
    for (const { label, source, topics } of indicators) {
      expect(label.ja).not.toBe("");
      expect(label.en).toMatch(/^[A-Z]/);
      expect(source).not.toBe("");
      expect(topics.length).toBeGreaterThan(0);
    }
  });

  test("lends denominators only to those of the same topics", () => {
    for (const { sharesDenominatorWith, topics } of indicators) if (sharesDenominatorWith !== undefined) expect(findIndicator(sharesDenominatorWith)?.topics).toEqual(topics);
  });

  // A distribution is known by its sections, not by a label of its own.
  test.each(indicators.filter(({ shape }) => shape !== "distribution").map(({ id, label }) => ({ id, ja: label.ja })))("its own label $ja means $id", ({ id, ja }) => {
    expect(resolveIndicator(readLabel(ja)).map(({ indicator }) => indicator)).toContain(id);
  });
});

describe("an organisation's own indicators", () => {
  const catalogue = withOwnIndicators(indicators, [
    {
      id: "telework_rate",
      label: "テレワーク実施率",
      labels: ["テレワーク実施率", "テレワークの実施"],
      unit: "ratio",
      direction: "up",
      numerator: ["実施者数"],
      denominator: ["対象職員数"],
    },
    { id: "volunteer_days", label: "ボランティア休暇の日数", labels: ["ボランティア休暇"], unit: "days", direction: "up" },
  ]);

  test.each([
    [["テレワーク実施率"], "telework_rate value"],
    [["実施者数", "テレワークの実施状況"], "telework_rate numerator"],
    [["対象職員数", "テレワークの実施状況"], "telework_rate denominator"],
    [["ボランティア休暇 平均取得日数"], "volunteer_days value"],
    [["部分休業取得率"], "partial_leave_rate value"],
  ])("%j is %s", (texts, is) => {
    const found = resolveIndicator(merged(...texts), {}, catalogue)[0];
    expect(`${found?.indicator} ${found?.role}`).toBe(is);
  });

  test("say nothing in the catalogue without them", () => {
    expect(resolveIndicator(readLabel("テレワーク実施率"))).toEqual([]);
  });

  test("a nearer subject of the catalogue comes before a farther label of their own", () => {
    const found = resolveIndicator(mergeFeatures(readLabel("部分休業取得率"), asContext(readLabel("テレワークの実施"))), {}, catalogue)[0];
    expect(found?.indicator).toBe("partial_leave_rate");
  });

  test("take the place of a catalogue's indicator with the same id", () => {
    const own = withOwnIndicators(indicators, [{ id: "partial_leave_rate", label: "部分休業", labels: ["時短休業"], unit: "ratio", direction: "up" }]);
    expect(own.filter(({ id }) => id === "partial_leave_rate")).toHaveLength(1);
    expect(own).toHaveLength(indicators.length);
  });
});
