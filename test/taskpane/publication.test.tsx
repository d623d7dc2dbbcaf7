import "@testing-library/jest-dom";
import { screen } from "@testing-library/react";
import { fakeEngine } from "./fake-host";
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

  it("says so where there is nothing to publish, and is there without any target", async () => {
    const bare = { ...inspection, judgements: [], reading: { ...inspection.reading, targets: [], plans: [] } };
    const { user } = await openTab("判定", { ...fakeEngine(bare), writePublication: async () => null });
    await user.click(screen.getByRole("button", { name: "文字で表示" }));
    expect(await screen.findByText("公表する数値が見つかりませんでした。")).toBeInTheDocument();
    expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
  });
});
