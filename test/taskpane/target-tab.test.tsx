import "@testing-library/jest-dom";
import { screen, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { Inspection } from "../../src/inspection/inspection";
import { fiscalYear } from "../../src/model/period";
import { fakeEngine } from "./fake-host";
import { inspection } from "./inspection-fixture";
import { openTab } from "./open-pane";

const ruler = () => within(screen.getByRole("figure", { name: "計画期間のものさし" }));
const saidOf = (items: readonly HTMLElement[]) => items.map((item) => item.textContent?.replace(/\s+/g, " "));

describe("the periods of the plans", () => {
  it("stand in words beside the ruler: from, to, and where today is", async () => {
    await openTab("判定");
    expect(saidOf(ruler().getAllByRole("listitem"))).toEqual(["次世代法 R5.4.1〜R7.3.31 終わりました", "女性活躍推進法 R5.4.1〜R8.3.31 期間中", "┃ 今日 R7.6.1"]);
  });

  it("say of a plan to come that it has not begun", async () => {
    await openTab("判定", fakeEngine({ ...inspection, asOf: "2022-12-01" }));
    expect(saidOf(ruler().getAllByRole("listitem"))[0]).toMatch(/始まる前$/);
  });

  it("leave today out where the plans are long past", async () => {
    await openTab("判定", fakeEngine({ ...inspection, asOf: "2040-06-01" }));
    expect(saidOf(ruler().getAllByRole("listitem"))).toHaveLength(2);
  });

  it("are no ruler where no plan states its period", async () => {
    const plans = inspection.reading.plans.map((plan) => ({ ...plan, from: null, to: null }));
    await openTab("判定", fakeEngine({ ...inspection, reading: { ...inspection.reading, plans } }));
    expect(screen.queryByRole("figure")).not.toBeInTheDocument();
    expect(screen.getAllByText("計画期間の記載なし")).toHaveLength(2);
  });
});

describe("the trend of a target", () => {
  it("is told in words: every figure, then the target", async () => {
    await openTab("判定");
    expect(screen.getByRole("img", { name: "推移 R5 11.9日、R6 12.4日。目標 12日以上" })).toBeInTheDocument();
  });

  it("is not drawn for a single figure, nor for a direction", async () => {
    await openTab("判定");
    expect(screen.getAllByRole("img")).toHaveLength(1);
  });

  it("leaves out what is measured differently", async () => {
    const judgements = inspection.judgements.map((one, i) => (i === 1 ? { ...one, status: "not-comparable" as const } : one));
    await openTab("判定", fakeEngine({ ...inspection, judgements }));
    expect(screen.queryByRole("img")).not.toBeInTheDocument();
  });
});

/** A plan of ten years with so many targets. */
function makeLong(count: number): Inspection {
  const years = Array.from({ length: 10 }, (_, i) => 2021 + i);
  const [plan] = inspection.reading.plans;
  const model = inspection.judgements[0]!;
  const targets = Array.from({ length: count }, (_, i) => ({ ...model.target, id: `long${i}`, text: `${10 + i}日以上`, value: 10 + i }));
  const judgements = targets.flatMap((target) =>
    years.map((year) => ({ ...model, target, fiscalYear: fiscalYear(year), actual: { ...model.actual!, value: 9 + (year - 2021) * 0.4 } })),
  );
  return { ...inspection, judgements, reading: { ...inspection.reading, targets, plans: [{ ...plan!, from: fiscalYear(2021), to: fiscalYear(2030) }] } };
}

describe("a plan of ten years with twenty targets", () => {
  it("shows as many years as fit, the latest first, with a way to the others", async () => {
    const { user } = await openTab("判定", fakeEngine(makeLong(20)));
    expect(screen.getAllByRole("columnheader").map((cell) => cell.textContent)).toEqual(["R9", "R10", "R11", "R12"]);
    await user.click(screen.getByRole("button", { name: "前の年度" }));
    expect(screen.getAllByRole("columnheader").map((cell) => cell.textContent)).toEqual(["R8", "R9", "R10", "R11"]);
    expect(screen.getAllByRole("img")).toHaveLength(20);
    expect(screen.getAllByRole("button", { name: "R8 未達" })).toHaveLength(20);
    expect(screen.queryByRole("button", { name: /さらに/ })).not.toBeInTheDocument();
  });

  it("shows forty targets at first where there are more, and the others when asked", async () => {
    const { user } = await openTab("判定", fakeEngine(makeLong(45)));
    expect(screen.getAllByRole("rowheader")).toHaveLength(40);
    await user.click(screen.getByRole("button", { name: "さらに目標 5 件を表示" }));
    expect(screen.getAllByRole("rowheader")).toHaveLength(45);
    expect(screen.queryByRole("button", { name: /さらに/ })).not.toBeInTheDocument();
  });
});

it.each([
  ["ja", "判定"],
  ["en", "Targets"],
] as const)("has no accessibility violation (%s)", async (language, tab) => {
  await openTab(tab, fakeEngine(), language);
  const { violations } = await axe(document.body);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

describe("a target that is written twice", () => {
  const [first] = inspection.reading.targets;
  const again = { ...first!, id: "again", at: { ...first!.at, cell: "Z99" } };
  const twice = { ...inspection, reading: { ...inspection.reading, targets: [...inspection.reading.targets, again] } };

  it("stands once where only one of them was judged", async () => {
    await openTab("判定", fakeEngine(twice));
    expect(screen.queryByText(/Z99/)).not.toBeInTheDocument();
  });

  it("is shown where nothing could be said about it", async () => {
    await openTab("判定", fakeEngine({ ...twice, judgements: [] }));
    expect(screen.getAllByText(/Z99/).length).toBeGreaterThan(0);
  });
});
