import "@testing-library/jest-dom";
import { screen, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { Inspection } from "../../src/inspection/inspection";
import { fakeEngine } from "./fake-host";
import { inspection, leaves, women } from "./inspection-fixture";
import { openTab } from "./open-pane";

/** The third fill of the fixture can only be a value: its source is a text. */
const withTexts: Inspection = {
  ...inspection,
  repairs: [
    { at: { sheet: leaves, cell: "D19" }, indicator: "childcare_leave_rate", text: "7人", value: 7, format: '0"人"' },
    { at: { sheet: women, cell: "C7" }, indicator: "female_manager_rate", text: "1人", value: 1, format: '0"人"' },
    { at: { sheet: women, cell: "C8" }, indicator: "female_manager_rate", text: "12.5日", value: 12.5, format: '0.0"日"' },
  ],
};

const repairs = () => within(screen.getByRole("region", { name: "文字で入力された数値" }));

describe("numbers typed as text", () => {
  it("says nothing of them where there are none", async () => {
    await openTab("補完");
    expect(screen.queryByRole("region", { name: "文字で入力された数値" })).not.toBeInTheDocument();
    expect(screen.getByText(/ほかの数値から計算できるものが 3 件/)).toBeInTheDocument();
  });

  it("ticks only what an empty cell needs, and shows each before and after", async () => {
    await openTab("補完", fakeEngine(withTexts));
    expect(repairs().getByText(/数値に直せる文字が 3 件あります/)).toHaveTextContent("うち 1 件は空欄の計算に使います。");
    expect(repairs().getByRole("checkbox", { name: "C7 1人 を選ぶ" })).toBeChecked();
    expect(repairs().getByRole("checkbox", { name: "D19 7人 を選ぶ" })).not.toBeChecked();
    const spoken = repairs()
      .getAllByRole("definition")
      .map((one) => one.textContent);
    expect(spoken).toEqual(expect.arrayContaining(["12.5日 （文字）", "12.5日 （数値 12.5）"]));
  });

  it("writes what is ticked, only where the cell still holds its text, and says how many", async () => {
    const { host, user } = await openTab("補完", fakeEngine(withTexts));
    await user.click(repairs().getByRole("checkbox", { name: "すべて選ぶ" }));
    await user.click(repairs().getByRole("checkbox", { name: "C8 12.5日 を選ぶ" }));
    await user.click(repairs().getByRole("button", { name: "選んだ 2 件を数値に直す" }));
    expect(await screen.findByText("2件を数値に直しました。")).toBeInTheDocument();
    expect(host.applied[0]).toEqual([
      { kind: "set-cell", sheet: leaves, row: 18, col: 3, was: { value: "7人", formula: null }, formula: null, value: 7, format: '0"人"' },
      { kind: "set-cell", sheet: women, row: 6, col: 2, was: { value: "1人", formula: null }, formula: null, value: 1, format: '0"人"' },
    ]);
    expect(screen.getByText("結果は変更前のものです。")).toBeInTheDocument();
  });

  it("goes back to what empty cells need with one pick", async () => {
    const { user } = await openTab("補完", fakeEngine(withTexts));
    await user.click(repairs().getByRole("checkbox", { name: "すべて選ぶ" }));
    await user.click(repairs().getByRole("button", { name: "空欄の計算に使うものだけ選ぶ" }));
    expect(repairs().getByRole("button", { name: "選んだ 1 件を数値に直す" })).toBeEnabled();
  });

  it("is offered where nothing can be filled, and never on a protected sheet", async () => {
    const sheets = inspection.sheets.map((sheet) => ({ ...sheet, isProtected: sheet.name === women }));
    await openTab("補完", fakeEngine({ ...withTexts, fills: [], sheets }));
    expect(screen.getByText("計算して補える空欄はありません。")).toBeInTheDocument();
    expect(repairs().getByRole("checkbox", { name: "C7 1人 を選ぶ" })).toBeDisabled();
    expect(repairs().getByRole("button", { name: "選んだ 0 件を数値に直す" })).toBeDisabled();
  });

  it.each([
    ["ja", "補完"],
    ["en", "Fill"],
  ] as const)("has no accessibility violation (%s)", async (language, tab) => {
    const { user } = await openTab(tab, fakeEngine(withTexts), language);
    await user.click(screen.getByText(language === "ja" ? "内容を見る（3 件）" : "See all 3"));
    const { violations } = await axe(document.body);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
