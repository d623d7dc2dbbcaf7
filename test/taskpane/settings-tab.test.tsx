import "@testing-library/jest-dom";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import type { Inspection } from "../../src/inspection/inspection";
import { writeProfile } from "../../src/inspection/read-profile";
import { fiscalYear } from "../../src/model/period";
import { defaultProfile, type Profile } from "../../src/model/profile";
import { Pane } from "../../src/taskpane/Pane";
import { FakeHost, fakeEngine } from "./fake-host";
import { inspection, leaves } from "./inspection-fixture";
import { openTab } from "./open-pane";

const graded: Inspection = {
  ...inspection,
  reading: { ...inspection.reading, observations: inspection.reading.observations.map((one, i) => (i < 3 ? { ...one, group: { grade: ["6級", "7級", "8級"][i]! } } : one)) },
};
const with_ = (profile: Partial<Profile>): Inspection => ({ ...inspection, profile: { ...defaultProfile, ...profile } });
const selectCell = (host: FakeHost, text: string): void => {
  host.selection = { sheet: leaves, range: { top: 3, left: 0, bottom: 3, right: 0 }, text };
};
const asked = async (engine: ReturnType<typeof fakeEngine>, times: number): Promise<unknown> => {
  await waitFor(() => expect(engine.profiles).toHaveLength(times));
  return engine.profiles[times - 1];
};

describe("設定", () => {
  it("waits for the first check: what the workbook keeps is not known before", async () => {
    const host = new FakeHost();
    const engine = fakeEngine();
    host.ownData = JSON.stringify({ profile: { ...defaultProfile, hoursPerDay: 8, rounding: "down" } });
    render(<Pane host={host} engine={engine} language="ja" onLanguage={() => undefined} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("tab", { name: "設定" }));
    await user.click(await screen.findByRole("button", { name: "ブックを点検する" }));
    expect(await screen.findByRole("combobox", { name: "1日の勤務時間" })).toHaveValue("8");
    await user.selectOptions(screen.getByRole("combobox", { name: "年次有給休暇の集計期間" }), "暦年（1月〜12月）");
    expect(await asked(engine, 2)).toMatchObject({ hoursPerDay: 8, rounding: "down", leaveYear: "calendar" });
  });

  it("picks the days of spouse-birth leave, or leaves them to the headings", async () => {
    const engine = fakeEngine();
    const { user } = await openTab("設定", engine);
    const days = screen.getByRole("combobox", { name: "配偶者出産休暇の上限日数" });
    expect(days).toHaveDisplayValue("見出しのとおり");
    await user.selectOptions(days, "3日");
    expect(await asked(engine, 2)).toMatchObject({ spouseBirthLeaveDays: 3 });
    await user.selectOptions(days, "見出しのとおり");
    expect(await asked(engine, 3)).toMatchObject({ spouseBirthLeaveDays: null });
  });

  it("picks how few people are withheld in copies for publication, and names a number from elsewhere", async () => {
    const engine = fakeEngine(with_({ smallNumber: 8 }));
    const { user } = await openTab("設定", engine);
    const few = screen.getByRole("combobox", { name: "公表で伏せる人数" });
    expect(few).toHaveDisplayValue("1〜7人");
    await user.selectOptions(few, "1〜4人");
    expect(await asked(engine, 2)).toMatchObject({ smallNumber: 5 });
    await user.selectOptions(few, "伏せない");
    expect(await asked(engine, 3)).toMatchObject({ smallNumber: 1 });
  });

  it("picks the grades that are managers among those that were read; none means inferred", async () => {
    const engine = fakeEngine(graded);
    const { user } = await openTab("設定", engine);
    const grades = screen.getByRole("group", { name: "管理職にあたる級" });
    expect(within(grades).queryByRole("button")).not.toBeInTheDocument();
    await user.click(within(grades).getByRole("checkbox", { name: "8級" }));
    await user.click(within(grades).getByRole("checkbox", { name: "7級" }));
    expect(engine.profiles).toHaveLength(1);
    await user.click(within(grades).getByRole("button", { name: "この範囲で点検し直す" }));
    expect(await asked(engine, 2)).toMatchObject({ managerGrades: ["7級", "8級"] });
    await user.click(within(grades).getByRole("checkbox", { name: "7級" }));
    await user.click(within(grades).getByRole("checkbox", { name: "8級" }));
    await user.click(within(grades).getByRole("button", { name: "この範囲で点検し直す" }));
    expect(await asked(engine, 3)).toMatchObject({ managerGrades: null });
  });

  it("switches checks by their names, and keeps only what differs from the default", async () => {
    const engine = fakeEngine(with_({ checks: { "unit-missing": false } }));
    const { user } = await openTab("設定", engine);
    await user.click(screen.getByText(/^点検の項目（\d+ のうち \d+ が入）$/));
    expect(screen.getByRole("checkbox", { name: "文章と数値の不一致（任意）" })).not.toBeChecked();
    expect(screen.getByRole("checkbox", { name: "単位の抜け" })).not.toBeChecked();
    await user.click(screen.getByRole("checkbox", { name: "文章と数値の不一致（任意）" }));
    await user.click(screen.getByRole("checkbox", { name: "単位の抜け" }));
    await user.click(screen.getByRole("checkbox", { name: "旧条番号" }));
    await user.click(screen.getByRole("button", { name: "この項目で点検し直す" }));
    expect(await asked(engine, 2)).toMatchObject({ checks: { "text-unlike-figures": true, "old-article-number": false } });
    expect((engine.profiles[1] as Profile).checks).not.toHaveProperty("unit-missing");
  });

  it("adds an own indicator from the heading of the selected cell, and removes it", async () => {
    const engine = fakeEngine();
    const { host, user } = await openTab("設定", engine);
    const own = screen.getByRole("group", { name: /^自組織の指標/ });
    await user.click(within(own).getByRole("button", { name: "選択中のセルの見出しから加える" }));
    expect(await within(own).findByText(/選択中のセルに文がありません/)).toBeInTheDocument();
    selectCell(host, " テレワーク\n実施率 ");
    await user.click(within(own).getByRole("button", { name: "選択中のセルの見出しから加える" }));
    expect(await within(own).findByText("テレワーク 実施率")).toBeInTheDocument();
    expect(within(own).getByRole("combobox", { name: "単位" })).toHaveDisplayValue("率（%）");
    await user.selectOptions(within(own).getByRole("combobox", { name: "望ましい向き" }), "どちらでもない");
    await user.click(within(own).getByRole("button", { name: "加える" }));
    expect(await asked(engine, 2)).toMatchObject({ indicators: [{ id: "own_1", label: "テレワーク 実施率", labels: ["テレワーク 実施率"], unit: "ratio", direction: "neutral" }] });
    await user.click(within(own).getByRole("button", { name: "選択中のセルの見出しから加える" }));
    expect(await within(own).findByText("「テレワーク 実施率」はもう加えられています。")).toBeInTheDocument();
    await user.click(within(own).getByRole("button", { name: "指標「テレワーク 実施率」を外す" }));
    expect(await asked(engine, 3)).toMatchObject({ indicators: [] });
  });

  it("lists reasons and corrections, and takes each back", async () => {
    const engine = fakeEngine(
      with_({
        accepted: [
          { check: "uptake-above-hundred", at: { sheet: leaves, cell: "E21" }, reason: "出典の値どおり", figures: "", year: 2025 },
          { check: "unit-missing", at: { sheet: leaves, cell: "Z9" }, reason: "様式のとおり", figures: "5" },
        ],
        corrections: [{ sheet: leaves, heading: "取得者", role: "numerator", sex: "male", year: fiscalYear(2023) }],
      }),
    );
    const { user } = await openTab("設定", engine);
    await user.click(screen.getByText("付けた理由 2 件"));
    expect(screen.getByText("出典の値どおり")).toBeInTheDocument();
    expect(screen.getAllByText("この指摘は今はありません")).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: `${leaves} Z9 様式のとおり を外す` }));
    expect(await screen.findByText("付けた理由 1 件")).toBeInTheDocument();
    expect(engine.profiles).toHaveLength(1);
    await user.click(screen.getByText("訂正した読み方 1 件"));
    expect(screen.getByText(/分子 · 男性 · R5/)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "「取得者」を元の読み方に戻す" }));
    expect(await asked(engine, 2)).toMatchObject({ corrections: [], accepted: [{ reason: "出典の値どおり" }] });
  });

  it("goes back to the defaults, and leaves reasons, corrections and own indicators", async () => {
    const accepted = [{ check: "unit-missing", at: { sheet: leaves, cell: "Z9" }, reason: "様式のとおり", figures: "5" }];
    const engine = fakeEngine(with_({ hoursPerDay: 8, checks: { "unit-missing": false }, managerGrades: ["8級"], accepted }));
    const { user } = await openTab("設定", engine);
    await user.click(screen.getByRole("button", { name: "既定に戻す" }));
    expect(await asked(engine, 2)).toEqual({ ...defaultProfile, accepted });
  });
});

describe("設定の文字", () => {
  it("gives the whole profile, and copies it", async () => {
    const { user } = await openTab("設定", fakeEngine(with_({ hoursPerDay: 8 })));
    await user.click(screen.getByText("設定を文字で渡す・受け取る"));
    expect(screen.getByRole("textbox", { name: "今の設定" })).toHaveValue(writeProfile({ ...defaultProfile, hoursPerDay: 8 }));
    await user.click(screen.getByRole("button", { name: "コピー" }));
    expect(await screen.findByText("コピーしました。")).toBeInTheDocument();
    await expect(navigator.clipboard.readText()).resolves.toContain('"hoursPerDay": 8');
  });

  it("says how to copy where the pane may not", async () => {
    const { user } = await openTab("設定");
    jest.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("denied", "NotAllowedError"));
    await user.click(screen.getByText("設定を文字で渡す・受け取る"));
    await user.click(screen.getByRole("button", { name: "コピー" }));
    expect(await screen.findByText("選択しました。Ctrl+C でコピーしてください。")).toBeInTheDocument();
    jest.restoreAllMocks();
  });

  it("takes a pasted profile over and checks with it", async () => {
    const engine = fakeEngine();
    const { user } = await openTab("設定", engine);
    await user.click(screen.getByText("設定を文字で渡す・受け取る"));
    expect(screen.getByRole("button", { name: "取り込む" })).toBeDisabled();
    await user.click(screen.getByRole("textbox", { name: "受け取った設定を貼り付ける" }));
    await user.paste('{ "schema": 1, "rounding": "down" }');
    await user.click(screen.getByRole("button", { name: "取り込む" }));
    expect(await asked(engine, 2)).toEqual({ ...defaultProfile, rounding: "down" });
    expect(screen.getByText("設定を取り込みました。")).toBeInTheDocument();
    expect(screen.getByText("設定・理由はまだブックに保存されていません。")).toBeInTheDocument();
  });

  it.each([
    ["no profile", "こんにちは", /JSON として読めませんでした/],
    ["one of a newer version", '{ "schema": 2 }', /新しい版（2）/],
    ["a value that cannot be", '{ "schema": 1, "accepted": [{ "check": 1 }] }', /「accepted」の値が使えません/],
  ])("refuses %s in one sentence, and changes nothing", async (_, pasted, sentence) => {
    const engine = fakeEngine();
    const { user } = await openTab("設定", engine);
    await user.click(screen.getByText("設定を文字で渡す・受け取る"));
    await user.click(screen.getByRole("textbox", { name: "受け取った設定を貼り付ける" }));
    await user.paste(pasted);
    await user.click(screen.getByRole("button", { name: "取り込む" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(sentence);
    expect(engine.profiles).toHaveLength(1);
  });
});

it("has no accessibility violation with every part open", async () => {
  const { host, user } = await openTab(
    "設定",
    fakeEngine({ ...graded, profile: { ...defaultProfile, accepted: [{ check: "unit-missing", at: { sheet: leaves, cell: "Z9" }, reason: "様式のとおり", figures: "5" }] } }),
  );
  selectCell(host, "テレワーク実施率");
  for (const part of [/^点検の項目/, "付けた理由 1 件", "設定を文字で渡す・受け取る"]) await user.click(screen.getByText(part));
  await user.click(screen.getByRole("button", { name: "選択中のセルの見出しから加える" }));
  await screen.findByText("テレワーク実施率");
  const { violations } = await axe(document.body);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

it("is whole in English", async () => {
  const { user } = await openTab("Settings", fakeEngine(), "en");
  for (const part of [/^Checks \(/, "Reasons given: 0", "Settings as text"]) await user.click(screen.getByText(part));
  // 「△」 and the example of days and hours are signs of the sheets, not Japanese words.
  expect(screen.getByRole("tabpanel")).not.toHaveTextContent(/[\u3040-\u30ff\u4e00-\u9fff]/);
});
