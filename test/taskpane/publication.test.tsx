import "@testing-library/jest-dom";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Pane } from "../../src/taskpane/Pane";
import { FakeHost, fakeEngine } from "./fake-host";
import { inspection } from "./inspection-fixture";
import { openTab } from "./open-pane";

describe("publication", () => {
  it.each([
    ["公表用の表を作る", "publication"],
    ["人数を伏せた写しを作る", "withheld"],
    ["読み取り一覧を作る", "table"],
  ])("%s asks for that sheet and says what became of it", async (button, kind) => {
    const { user } = await openTab("判定");
    await user.click(screen.getByRole("button", { name: button }));
    expect(await screen.findByText(`表（${kind}）は変わりません`)).toBeInTheDocument();
  });

  it("gives the text selected, to be copied without leave to write the clipboard", async () => {
    const { user } = await openTab("判定");
    await user.click(screen.getByRole("button", { name: "文字で表示" }));
    const box = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: /公表用の文字/ });
    expect(box).toHaveFocus();
    expect(box.value.slice(box.selectionStart, box.selectionEnd)).toBe("目標項目\t数値目標");
    expect(box.readOnly).toBe(true);
  });

  it("gives the text without few people when that is asked for", async () => {
    const { user } = await openTab("判定", { ...fakeEngine(), writePublication: async (suppresses) => (suppresses ? "実績\t＊" : "実績\t1人") });
    await user.click(screen.getByRole("button", { name: "伏せて文字で表示" }));
    expect(await screen.findByRole("textbox", { name: /公表用の文字/ })).toHaveValue("実績\t＊");
  });

  it("says so where there is nothing to publish, and is there without any target", async () => {
    const bare = { ...inspection, judgements: [], reading: { ...inspection.reading, targets: [], plans: [] } };
    const { user } = await openTab("判定", { ...fakeEngine(bare), writePublication: async () => null });
    await user.click(screen.getByRole("button", { name: "文字で表示" }));
    expect(await screen.findByText("公表する数値が見つかりませんでした。")).toBeInTheDocument();
    expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
  });

  it("leads nowhere else where the pane stands on the page for many workbooks", async () => {
    const { host } = await openTab("判定");
    expect(host.manyPage).toBeUndefined();
    expect(screen.queryByRole("link", { name: "まとめて点検の画面を開く" })).not.toBeInTheDocument();
  });

  it("leads out of Excel to the page for many workbooks", async () => {
    const inExcel = Object.assign(new FakeHost(), { manyPage: "index.html?many" });
    render(<Pane host={inExcel} engine={fakeEngine()} language="ja" onLanguage={() => undefined} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "ブックを点検する" }));
    await user.click(await screen.findByRole("tab", { name: "判定" }));
    expect(await screen.findByRole("link", { name: "まとめて点検の画面を開く" })).toHaveAttribute("href", "index.html?many");
  });
});
