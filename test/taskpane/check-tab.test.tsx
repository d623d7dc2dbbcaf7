import "@testing-library/jest-dom";
import { screen, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import type { Inspection } from "../../src/inspection/inspection";
import { fiscalYearOfDate } from "../../src/notation/period";
import { today } from "../../src/taskpane/use-inspection";
import { openKnownWorkbook } from "../support/known-workbooks";
import { fakeEngine } from "./fake-host";
import { inspection, leaves, women } from "./inspection-fixture";
import { openTab } from "./open-pane";

const card = (place: string): HTMLElement =>
  screen.getAllByRole("listitem").find((item) => within(item).queryByRole("button", { name: new RegExp(`^(要修正|要確認|お知らせ) ${place} `) }) !== null)!;
const cards = (): string[] => screen.queryAllByRole("button", { name: /^(要修正|要確認|お知らせ) [A-Z]+\d+ / }).map((one) => /[A-Z]+\d+/.exec(one.textContent ?? "")![0]);
const count = (word: string): string => screen.getByRole("button", { name: new RegExp(`^${word}`), pressed: true }).textContent!.replace(/[^\d]/g, "");

describe("理由を付ける", () => {
  it("picks a usual reason, the likeliest first; the finding leaves the list and the counts", async () => {
    // jsdom takes a page without a focused element for one that is not in front.
    jest.spyOn(document, "hasFocus").mockReturnValue(true);
    const { user } = await openTab("点検");
    expect(count("要確認")).toBe("1");
    await user.click(screen.getByRole("button", { name: "E21 に理由を付ける" }));
    const reasons = await screen.findAllByRole("radio");
    expect(reasons[0]).toHaveAccessibleName("前年度以前の対象者の取得を含む");
    expect(reasons[0]).toHaveFocus();
    expect(screen.getByRole("button", { name: "この理由を付ける" })).toBeDisabled();
    await user.click(screen.getByRole("radio", { name: "出典の資料の値どおり" }));
    await user.click(screen.getByRole("button", { name: "この理由を付ける" }));
    expect(await screen.findByText("理由のある指摘 1 件")).toBeInTheDocument();
    expect(cards()).not.toContain("E21");
    expect(count("要確認")).toBe("0");
    await waitFor(() => expect(screen.getByRole("button", { name: /^要修正 B5 / })).toHaveFocus());
    jest.restoreAllMocks();
  });

  it("stands folded with its reason, and 取り消す brings the finding back", async () => {
    const { user } = await openTab("点検");
    await user.click(screen.getByRole("button", { name: "E21 に理由を付ける" }));
    await user.click(await screen.findByRole("radio", { name: "翌年度に修正予定" }));
    await user.click(screen.getByRole("button", { name: "この理由を付ける" }));
    await user.click(await screen.findByText("理由のある指摘 1 件"));
    expect(await screen.findByText("翌年度に修正予定")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: /^E21 .*の理由を取り消す$/ }));
    await waitFor(() => expect(cards()).toContain("E21"));
    expect(screen.queryByText(/^理由のある指摘/)).not.toBeInTheDocument();
  });

  it("takes the text of the selected cell, and says so when there is none", async () => {
    const { host, user } = await openTab("点検");
    await user.click(screen.getByRole("button", { name: "D21 に理由を付ける" }));
    await user.click(await screen.findByRole("button", { name: "選択中のセルの文を使う" }));
    expect(await screen.findByText(/選択中のセルに文がありません/)).toBeInTheDocument();
    host.selection = { sheet: leaves, range: { top: 9, left: 0, bottom: 9, right: 0 }, text: " 再任用職員を除いて集計したため " };
    await user.click(screen.getByRole("button", { name: "選択中のセルの文を使う" }));
    expect(await screen.findByRole("radio", { name: "再任用職員を除いて集計したため" })).toBeChecked();
    await user.click(screen.getByRole("button", { name: "この理由を付ける" }));
    await user.click(await screen.findByText("理由のある指摘 1 件"));
    expect(await screen.findByText("再任用職員を除いて集計したため")).toBeInTheDocument();
  });

  it("says which sheets were read without their merged cells, and nothing when all were told", async () => {
    const { host, user } = await openTab("点検");
    expect(screen.queryByText(/結合セルの範囲をExcelから受け取れなかった/)).not.toBeInTheDocument();
    host.sheetsWithoutMerges = [leaves];
    await user.click(screen.getByRole("button", { name: "もう一度点検" }));
    expect(await screen.findByText(new RegExp(`結合セルの範囲をExcelから受け取れなかったシートがあります（${leaves}）`))).toBeInTheDocument();
  });

  it("is left with Escape, and the focus goes back to its button", async () => {
    const { user } = await openTab("点検");
    const opener = screen.getByRole("button", { name: "E21 に理由を付ける" });
    opener.focus();
    await user.keyboard("{Enter}");
    await screen.findByRole("group", { name: "このままでよい理由" });
    expect(opener).toHaveAttribute("aria-expanded", "true");
    await user.keyboard("{ArrowDown}{Escape}");
    expect(screen.queryByRole("group", { name: "このままでよい理由" })).not.toBeInTheDocument();
    expect(opener).toHaveFocus();
  });

  it("writes nothing by itself, says that it is not saved, and saves own data only", async () => {
    const { host, user } = await openTab("点検");
    await user.click(screen.getByRole("button", { name: "E21 に理由を付ける" }));
    await user.click(await screen.findByRole("radio", { name: "出典の資料の値どおり" }));
    await user.click(screen.getByRole("button", { name: "この理由を付ける" }));
    expect(await screen.findByText("設定・理由はまだブックに保存されていません。")).toBeInTheDocument();
    expect(host.applied).toEqual([]);
    await user.click(screen.getByRole("button", { name: "ブックに保存" }));
    expect(await screen.findByText(/ブックに入れました/)).toBeInTheDocument();
    expect(screen.queryByText(/まだブックに保存されていません/)).not.toBeInTheDocument();
    expect(host.applied.map((edits) => edits.map(({ kind }) => kind))).toEqual([["set-own-data"]]);
    const [edit] = host.applied[0]!;
    const kept = JSON.parse(edit!.kind === "set-own-data" ? edit!.text! : "") as { profile: { accepted: readonly object[] } };
    expect(kept.profile.accepted).toEqual([
      { check: "uptake-above-hundred", at: { sheet: leaves, cell: "E21" }, reason: "出典の資料の値どおり", figures: "", year: fiscalYearOfDate(today()) },
    ]);
  });

  it("has no accessibility violation with its panel and its folded list open", async () => {
    const { user } = await openTab("点検");
    await user.click(screen.getByRole("button", { name: "E21 に理由を付ける" }));
    await user.click(await screen.findByRole("radio", { name: "出典の資料の値どおり" }));
    await user.click(screen.getByRole("button", { name: "この理由を付ける" }));
    await user.click(await screen.findByText("理由のある指摘 1 件"));
    await user.click(screen.getByRole("button", { name: "D21 に理由を付ける" }));
    await screen.findByRole("group", { name: "このままでよい理由" });
    const { violations } = await axe(document.body);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe("前の理由", () => {
  const reason = { check: "uptake-above-hundred", at: { sheet: leaves, cell: "E21" }, reason: "出典の値どおり", figures: "", year: 2025 };
  const with_ = (accepted: Inspection["profile"]["accepted"], asOf = "2025-06-01"): Inspection => ({ ...inspection, asOf, profile: { ...inspection.profile, accepted } });

  it.each([
    ["the figures changed", with_([{ ...reason, figures: "120%" }]), /理由を付けた後に数値が変わりました/],
    ["a new fiscal year began", with_([reason], "2026-04-01"), /新しい年度になりました/],
  ])("comes back with its finding when %s, and asks", async (_, given, question) => {
    const { user } = await openTab("点検", fakeEngine(given));
    expect(within(card("E21")).getByText("出典の値どおり")).toBeInTheDocument();
    expect(within(card("E21")).getByText(question)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "E21 にほかの理由を付ける" })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "E21: 外す" }));
    await waitFor(() => expect(screen.queryByText("前に付けた理由")).not.toBeInTheDocument());
    expect(cards()).toContain("E21");
    expect(screen.getByRole("button", { name: "E21 に理由を付ける" })).toBeInTheDocument();
  });

  it("is kept for this year and these figures with one press", async () => {
    const { user } = await openTab("点検", fakeEngine(with_([{ ...reason, figures: "120%" }])));
    await user.click(screen.getByRole("button", { name: "E21: この理由のままでよい" }));
    expect(await screen.findByText("理由のある指摘 1 件")).toBeInTheDocument();
    expect(cards()).not.toContain("E21");
  });

  it("is not asked about while it holds", async () => {
    await openTab("点検", fakeEngine(with_([reason])));
    expect(screen.getByText("理由のある指摘 1 件")).toBeInTheDocument();
    expect(screen.queryByText("前に付けた理由")).not.toBeInTheDocument();
  });
});

describe("絞り込み", () => {
  it("offers the indicators and years that are there; counts follow, and 解除 brings all back", async () => {
    const { user } = await openTab("点検");
    const indicator = screen.getByRole("combobox", { name: "指標" });
    expect(
      within(indicator)
        .getAllByRole("option")
        .map((one) => one.textContent),
    ).toEqual(["すべて", "育児休業取得率", "部分休業取得率"]);
    expect(
      within(screen.getByRole("combobox", { name: "年度" }))
        .getAllByRole("option")
        .map((one) => one.textContent),
    ).toEqual(["すべて", "R6", "R5", "R3"]);
    await user.selectOptions(indicator, "育児休業取得率");
    expect(cards()).toEqual(["D21", "E21"]);
    expect([count("要修正"), count("要確認"), count("お知らせ")]).toEqual(["1", "1", "0"]);
    await user.selectOptions(screen.getByRole("combobox", { name: "年度" }), "R5");
    expect(cards()).toEqual(["D21"]);
    await user.click(screen.getByRole("button", { name: "要修正 1" }));
    expect(screen.getByText("選んだ条件の指摘はありません。")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "絞り込みを解除" }));
    expect(cards()).toHaveLength(4);
    expect(screen.queryByRole("button", { name: "絞り込みを解除" })).not.toBeInTheDocument();
  });

  it("offers nothing to pick where there is nothing to choose between", async () => {
    await openTab("点検", fakeEngine({ ...inspection, findings: inspection.findings.slice(0, 1) }));
    expect(screen.queryByRole("combobox")).not.toBeInTheDocument();
  });
});

describe("長い一覧", () => {
  it("shows so many cards at first, however many findings and sheets there are", async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({ ...inspection.findings[0]!, at: { sheet: `表${i % 50}`, cell: `D${Math.floor(i / 50) + 1}` } }));
    const sheets = Array.from({ length: 50 }, (_, i) => ({ name: `表${i}`, cells: 200, isProtected: false, visibility: "visible" as const }));
    const { user } = await openTab("点検", fakeEngine({ ...inspection, sheets, findings: many }));
    expect(count("要修正")).toBe("10000");
    expect(screen.getAllByText("理由を付ける")).toHaveLength(120);
    await user.click(screen.getAllByText("さらに 90 件を表示").at(-1)!);
    expect(screen.getAllByText("理由を付ける")).toHaveLength(210);
  });
});

describe("点検できなかったこと", () => {
  it("names a check that broke, and says that the others ran", async () => {
    await openTab("点検", fakeEngine({ ...inspection, failures: [{ check: "year-axis-broken", error: "TypeError: broken\n    at x.ts:1:1" }] }));
    expect(screen.getByText("不具合のため実行できなかった点検があります（年度の並びの乱れ year-axis-broken）。ほかの点検は終わっています。")).toBeInTheDocument();
    expect(screen.queryByText(/TypeError/)).not.toBeInTheDocument();
  });
});

describe("ほんとうの点検で", () => {
  it("an explained error lets the year be judged again", async () => {
    const { workbook } = openKnownWorkbook(
      `== sheet 休暇
| 女性活躍推進法に係る特定事業主行動計画（令和3年度～令和7年度） |

| ①部分休業【目標：取得率60%以上】 |
|  | R3 | R4 |
| 取得率 | 33.3% | 80% |
| 取得人数 | 1人 | 1人 |
| 育休からの復帰人数 | 3人 | 2人 |
`,
      "drawn",
    );
    const real = inspectWorkbook(workbook, { profile: inspection.profile, asOf: today() });
    const { user } = await openTab("判定", fakeEngine(real));
    expect(screen.queryByRole("button", { name: "R4 達成" })).not.toBeInTheDocument();
    await user.click(screen.getByRole("tab", { name: "点検" }));
    await user.click((await screen.findAllByRole("button", { name: "C4 に理由を付ける" }))[0]!);
    await user.click(await screen.findByRole("radio", { name: "出典の資料の値どおり" }));
    await user.click(screen.getByRole("button", { name: "この理由を付ける" }));
    await user.click(screen.getByRole("tab", { name: "判定" }));
    expect(await screen.findByRole("button", { name: "R4 達成" })).toBeInTheDocument();
  });
});

test("the list names the other sheet's findings too", async () => {
  await openTab("点検");
  expect(screen.getByRole("heading", { name: new RegExp(women) })).toBeInTheDocument();
});
