import "@testing-library/jest-dom";
import { FluentProvider } from "@fluentui/react-components";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import type { Language } from "../../../src/model/finding";
import { writeProfile } from "../../../src/inspection/read-profile";
import { defaultProfile } from "../../../src/model/profile";
import { LanguageContext } from "../../../src/taskpane/language";
import { paneThemes } from "../../../src/taskpane/pane-theme";
import { ManyWorkbooks } from "../../../src/workbench/many/ManyWorkbooks";
import type { PickedFile } from "../../../src/workbench/many/collect-files";
import { checked, type Dealing, FakeManyPorts, refused } from "./fake-many-port";

const picks = (...names: string[]): File[] => names.map((name) => new File(["x"], name));

function open(deal: (picked: PickedFile) => Dealing, language: Language = "ja") {
  const ports = new FakeManyPorts(deal);
  const opened: string[] = [];
  const running: boolean[] = [];
  const mistakes: unknown[] = [];
  const view = render(
    <LanguageContext.Provider value={language}>
      <FluentProvider theme={paneThemes.light}>
        <ManyWorkbooks
          makePort={ports.make}
          isShown
          dropped={undefined}
          beside="実績.xlsx"
          onBack={() => opened.push("back")}
          onOpen={(file) => opened.push(file.name)}
          onRunning={(is) => running.push(is)}
          onMistake={(error) => mistakes.push(error)}
        />
      </FluentProvider>
    </LanguageContext.Provider>,
  );
  return { ports, opened, running, mistakes, view, user: userEvent.setup() };
}

const rows = () => within(screen.getByRole("list", { name: "点検したブック" })).getAllByRole("listitem");

describe("まとめて点検", () => {
  it("gives a line for each workbook; a broken one says why and is not opened, another opens", async () => {
    const { user, opened, running, mistakes, view } = open((picked) => (picked.path === "2.xlsx" ? refused(picked) : checked(picked, { errors: 3, missed: 12 })));
    await user.upload(screen.getByLabelText("ファイルを選ぶ（複数可）"), picks("10.xlsx", "2.xlsx", "1.xlsx"));
    await screen.findByText("終わりました。");
    expect(rows().map((row) => row.textContent)).toEqual([
      "1.xlsx● 要修正 3▲ 要確認 0ⓘ お知らせ 0× 未達 12",
      "2.xlsx読めませんでした。 このファイルは壊れています。",
      "10.xlsx● 要修正 3▲ 要確認 0ⓘ お知らせ 0× 未達 12",
    ]);
    expect(screen.getByText("3 件：要修正のあるファイル 2、読めなかったファイル 1、未達 24")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "2.xlsx を開く" })).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "10.xlsx を開く" }));
    await user.click(screen.getByRole("button", { name: "開いているブック（実績.xlsx）に戻る" }));
    expect(opened).toEqual(["10.xlsx", "back"]);
    expect(running).toEqual([false, true, false]);
    expect(mistakes).toEqual([]);
    expect((await axe(view.container)).violations).toEqual([]);
  });

  it("stops, keeps what is done, and goes on with the rest", async () => {
    let isHeld = true;
    const { user, ports } = open((picked) => (picked.path === "2.xlsx" && isHeld ? "silent" : checked(picked)));
    await user.upload(screen.getByLabelText("ファイルを選ぶ（複数可）"), picks("1.xlsx", "2.xlsx", "3.xlsx"));
    await screen.findByText("点検中…");
    await screen.findByText("1 / 3 件");
    expect(screen.getByRole("button", { name: "フォルダーを選ぶ" })).toBeDisabled();
    await user.click(screen.getByRole("button", { name: "中止" }));
    expect(screen.getByText("中止しました。")).toBeInTheDocument();
    expect(rows().map((row) => /まだ$/.test(row.textContent ?? ""))).toEqual([false, true, true]);
    isHeld = false;
    await user.click(screen.getByRole("button", { name: "続きから点検" }));
    await screen.findByText("終わりました。");
    expect(ports.asked.map(({ path }) => path)).toEqual(["1.xlsx", "2.xlsx", "2.xlsx", "3.xlsx"]);
  });

  it("shows only what is asked for", async () => {
    const { user } = open((picked) => checked(picked, picked.path === "2.xlsx" ? { missed: 1 } : picked.path === "3.xlsx" ? { tables: 0 } : {}));
    await user.upload(screen.getByLabelText("ファイルを選ぶ（複数可）"), picks("1.xlsx", "2.xlsx", "3.xlsx"));
    await screen.findByText("終わりました。");
    expect(screen.getByText("行動計画の実績の表は見つかりませんでした")).toBeInTheDocument();
    await user.selectOptions(screen.getByRole("combobox", { name: "表示" }), "未達のあるブック");
    expect(rows()).toHaveLength(1);
    await user.selectOptions(screen.getByRole("combobox", { name: "表示" }), "読めなかったファイル");
    expect(screen.getByText("当てはまるブックはありません。")).toBeInTheDocument();
  });

  it("uses a settings file for all, and says in one sentence when it cannot", async () => {
    const { user, ports } = open((picked) => checked(picked));
    await user.click(screen.getByText("設定ファイルを使う"));
    const settings = screen.getByLabelText("設定ファイルを選ぶ", { selector: "input" });
    const json = (text: string): File => Object.assign(new File([text], "県の設定.json"), { text: async () => text });
    await user.upload(settings, json("{"));
    expect(await screen.findByRole("alert")).toHaveTextContent(/JSON として読めませんでした。/);
    await user.upload(settings, json(writeProfile({ ...defaultProfile, smallNumber: 5 })));
    await screen.findByText("「県の設定.json」の設定で、次の点検から行います。");
    await user.upload(screen.getByLabelText("ファイルを選ぶ（複数可）"), picks("1.xlsx"));
    await waitFor(() => expect(ports.asked[0]?.settings.profile).toMatchObject({ smallNumber: 5 }));
    await screen.findByText("終わりました。");
    await user.click(screen.getByRole("button", { name: "使わない" }));
    await user.upload(screen.getByLabelText("ファイルを選ぶ（複数可）"), picks("1.xlsx"));
    await waitFor(() => expect(ports.asked[1]?.settings.profile).toBeUndefined());
  });

  it("saves the roll-up of what is done", async () => {
    const { user, ports } = open((picked) => checked(picked), "en");
    const saved: unknown[] = [];
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => ({
        name: suggestedName,
        createWritable: async () => ({ write: async (data: unknown) => void saved.push(data), close: async () => undefined }),
      }),
    });
    await user.upload(screen.getByLabelText("Pick files"), picks("1.xlsx", "2.xlsx"));
    await screen.findByText("Done.");
    await user.click(screen.getByRole("button", { name: "Save the roll-up" }));
    expect(await screen.findByText("The roll-up of 2 files is saved as “roll-up.xlsx”. It is in Japanese.")).toBeInTheDocument();
    expect(saved).toHaveLength(1);
    expect(ports.rolledUp).toEqual([["1.xlsx", "2.xlsx"]]);
    Reflect.deleteProperty(window, "showSaveFilePicker");
  });

  it("says when a folder holds no workbook", async () => {
    const { user } = open((picked) => checked(picked));
    const inFolder = Object.defineProperty(new File(["x"], "旧.xls"), "webkitRelativePath", { value: "県/旧.xls" });
    await user.upload(screen.getByLabelText("フォルダーを選ぶ", { selector: "input" }), inFolder);
    expect(await screen.findByText(/ブックがありません。/)).toBeInTheDocument();
    expect(screen.getByText("除いたもの：読めない形式（.xls、.xlsb、.ods など） 1")).toBeInTheDocument();
  });
});
