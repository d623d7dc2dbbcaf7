import "@testing-library/jest-dom";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { useState, type ReactElement } from "react";
import { HostRefusal } from "../../src/hosts/host";
import type { Language } from "../../src/model/finding";
import type { Engine } from "../../src/taskpane/engine";
import { Pane } from "../../src/taskpane/Pane";
import { Stopped } from "../../src/taskpane/worker-calls";
import { FakeHost, fakeEngine } from "./fake-host";
import { inspection, leaves, women } from "./inspection-fixture";

function Page({ host, engine, first = "ja" }: { host: FakeHost; engine: Engine; first?: Language }): ReactElement {
  const [language, setLanguage] = useState<Language>(first);
  return (
    <main>
      <Pane host={host} engine={engine} language={language} onLanguage={setLanguage} />
    </main>
  );
}

function open(engine: Engine = fakeEngine(), first: Language = "ja"): { host: FakeHost; user: ReturnType<typeof userEvent.setup> } {
  const host = new FakeHost();
  render(<Page host={host} engine={engine} first={first} />);
  return { host, user: userEvent.setup() };
}

async function openChecked(engine: Engine = fakeEngine()): Promise<ReturnType<typeof open>> {
  const opened = open(engine);
  await opened.user.click(screen.getByRole("button", { name: "ブックを点検する" }));
  await screen.findByText(/を読み取りました/);
  return opened;
}

async function goTo(user: ReturnType<typeof userEvent.setup>, name: string): Promise<void> {
  await user.click(screen.getByRole("tab", { name }));
  await waitFor(() => expect(screen.queryByText(/^(読み込んでいます…|Loading…)$/)).not.toBeInTheDocument());
}

const findingButton = (): HTMLElement => screen.getByRole("button", { name: /^要修正 D21/ });

describe("点検", () => {
  it("says what it does before anything is read, and reads only when asked", async () => {
    const engine = fakeEngine();
    open(engine);
    expect(screen.getByText("入力済みのセルは変わりません。")).toBeInTheDocument();
    expect(engine.profiles).toHaveLength(0);
  });

  it("counts tables and figures, and each class of findings in words", async () => {
    await openChecked();
    expect(screen.getByText("表 2 · 数値 1 を読み取りました")).toBeInTheDocument();
    const filters = screen.getByRole("group", { name: "重さで絞り込む" });
    expect(within(filters).getByRole("button", { name: /要修正\s*2/ })).toHaveAttribute("aria-pressed", "true");
    expect(within(filters).getByRole("button", { name: /要確認\s*1/ })).toBeInTheDocument();
    expect(within(filters).getByRole("button", { name: /お知らせ\s*1/ })).toBeInTheDocument();
  });

  it("groups by sheet and leads to the cell with its related cells", async () => {
    const { host, user } = await openChecked();
    expect(screen.getByRole("heading", { name: new RegExp(leaves) })).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: new RegExp(women) })).toBeInTheDocument();
    await user.click(findingButton());
    expect(host.shown).toEqual([
      {
        at: { sheet: leaves, cell: "D21" },
        related: [
          { sheet: leaves, cell: "D19" },
          { sheet: leaves, cell: "D20" },
        ],
      },
    ]);
    expect(findingButton()).toHaveAttribute("aria-current", "true");
  });

  it("shows what, why, the arithmetic and the one right answer", async () => {
    await openChecked();
    expect(findingButton()).toHaveTextContent("率が計算と合いません。");
    expect(screen.getByText("7人 ÷ 8人 = 87.5%、記載 78.5%")).toBeInTheDocument();
    expect(screen.getByText("87.5%")).toBeInTheDocument();
  });

  it("takes a class out of the list and puts it back", async () => {
    const { user } = await openChecked();
    await user.click(screen.getByRole("button", { name: /要修正\s*2/ }));
    expect(screen.queryByRole("button", { name: /^要修正 D21/ })).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: /^要確認 E21/ })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: /要修正\s*2/ }));
    expect(findingButton()).toBeInTheDocument();
  });

  it("lists what could not be checked", async () => {
    await openChecked();
    expect(screen.getByText("点検できなかったもの 1 件")).toBeInTheDocument();
    expect(screen.getByText(/管理職にあたる級が分からない/)).toBeInTheDocument();
  });

  it("says so when there is nothing to say", async () => {
    await openChecked(fakeEngine({ ...inspection, findings: [] }));
    expect(screen.getByText(/指摘はありません/)).toBeInTheDocument();
  });

  it("points to 読み取り when no table was found", async () => {
    await openChecked(fakeEngine({ ...inspection, findings: [], reading: { ...inspection.reading, tables: [] } }));
    expect(screen.getByText(/表が見つかりませんでした/)).toBeInTheDocument();
  });

  it("shows the first findings of a long list and the others on demand", async () => {
    const many = Array.from({ length: 500 }, (_, i) => ({ ...inspection.findings[0]!, at: { sheet: leaves, cell: `D${i + 1}` } }));
    const { user } = await openChecked(fakeEngine({ ...inspection, findings: many }));
    expect(screen.getAllByRole("button", { name: /^要修正 D\d+ / })).toHaveLength(30);
    await user.click(screen.getByRole("button", { name: "さらに 90 件を表示" }));
    expect(screen.getAllByRole("button", { name: /^要修正 D\d+ / })).toHaveLength(120);
  });
});

describe("途中と断り", () => {
  it("shows progress and stops on 中止", async () => {
    let stopped = false;
    const engine = fakeEngine(inspection, {
      inspect: (_delivery, _request, progress, signal) =>
        new Promise((_resolve, reject) => {
          progress(0.5);
          signal.addEventListener("abort", () => {
            stopped = true;
            reject(new Stopped());
          });
        }),
    });
    const { user } = open(engine);
    await user.click(screen.getByRole("button", { name: "ブックを点検する" }));
    expect(await screen.findByText("65%")).toBeInTheDocument();
    expect(screen.getByRole("progressbar", { name: "点検の進み具合" })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "中止" }));
    expect(stopped).toBe(true);
    expect(screen.getByRole("button", { name: "ブックを点検する" })).toBeInTheDocument();
  });

  it("shows the host's sentence and offers another try", async () => {
    const { host, user } = open();
    host.refuseToRead = new HostRefusal("cell-being-edited", { ja: "セルの編集を終えてから、もう一度お試しください。", en: "Finish editing the cell, then try again." });
    await user.click(screen.getByRole("button", { name: "ブックを点検する" }));
    expect(await screen.findByText("セルの編集を終えてから、もう一度お試しください。")).toBeInTheDocument();
    host.refuseToRead = undefined;
    await user.click(screen.getByRole("button", { name: "もう一度試す" }));
    expect(await screen.findByText(/を読み取りました/)).toBeInTheDocument();
  });

  it("shows a mistake of ours with the version, never an empty pane", async () => {
    const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const { user } = open(fakeEngine(inspection, { inspect: () => Promise.reject(new Error("broken")) }));
    await user.click(screen.getByRole("button", { name: "ブックを点検する" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(/不具合が起きました[\s\S]*version dev\s+broken/);
    quiet.mockRestore();
  });

  it("says that the result is old after a change, and checks again on demand", async () => {
    const engine = fakeEngine();
    const { host, user } = await openChecked(engine);
    act(() => host.change());
    expect(await screen.findByText("結果は変更前のものです。")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "もう一度点検" }));
    await waitFor(() => expect(screen.queryByText("結果は変更前のものです。")).not.toBeInTheDocument());
    expect(engine.profiles).toHaveLength(2);
  });
});

describe("補完", () => {
  it("offers every fill ticked, shows drafts in the sheet, and writes only what is ticked", async () => {
    const { host, user } = await openChecked();
    await goTo(user, "補完");
    expect(host.drafts).toEqual([
      { at: { sheet: leaves, cell: "B5" }, text: "該当者なし" },
      { at: { sheet: leaves, cell: "C5" }, text: "50%" },
      { at: { sheet: women, cell: "C9" }, text: "20%" },
    ]);
    expect(screen.getByText('=IF(C4=0,"該当者なし",C3/C4)')).toBeInTheDocument();
    await user.click(screen.getByRole("checkbox", { name: /^B5 部分休業取得率/ }));
    expect(host.drafts).toHaveLength(2);
    await user.click(screen.getByRole("button", { name: "選んだ 2 件を書き込む" }));
    expect(await screen.findByText("2件を書き込みました。")).toBeInTheDocument();
    expect(host.applied[0]).toMatchObject([
      { kind: "set-cell", sheet: leaves, row: 4, col: 2, formula: 'IF(C4=0,"該当者なし",C3/C4)', value: 0.5 },
      { kind: "set-cell", sheet: women, row: 8, col: 2, formula: null },
    ]);
    expect(screen.getByText("結果は変更前のものです。")).toBeInTheDocument();
    expect(host.drafts).toHaveLength(0);
  });

  it("takes the drafts away with the tab and with the tick", async () => {
    const { host, user } = await openChecked();
    await goTo(user, "補完");
    await user.click(screen.getByRole("checkbox", { name: "シートに下書きを表示" }));
    expect(host.drafts).toHaveLength(0);
    await user.click(screen.getByRole("checkbox", { name: "シートに下書きを表示" }));
    expect(host.drafts).toHaveLength(3);
    await goTo(user, "点検");
    expect(host.drafts).toHaveLength(0);
  });

  it("names each cell it left alone, and why", async () => {
    const { host, user } = await openChecked();
    host.answer = (edits) => ({ applied: edits.length - 1, refused: edits[0]?.kind === "set-cell" ? [{ sheet: leaves, cell: "B5", reason: "changed" }] : [] });
    await goTo(user, "補完");
    await user.click(screen.getByRole("button", { name: "選んだ 3 件を書き込む" }));
    expect(await screen.findByText(/1件はそのままにしました。/)).toBeInTheDocument();
    expect(screen.getByText(new RegExp(`${leaves} B5: 読み取った後に変わっています`))).toBeInTheDocument();
  });

  it("offers nothing on a protected sheet", async () => {
    const { user } = await openChecked(fakeEngine({ ...inspection, sheets: inspection.sheets.map((sheet) => ({ ...sheet, isProtected: sheet.name === leaves })) }));
    await goTo(user, "補完");
    expect(screen.getByText("保護されたシートのため書き込めません")).toBeInTheDocument();
    expect(screen.getByRole("checkbox", { name: /^B5 部分休業取得率/ })).toBeDisabled();
    expect(screen.getByRole("button", { name: "選んだ 1 件を書き込む" })).toBeEnabled();
  });
});

describe("判定", () => {
  it("shows plans with their periods, the band of each year, and a word for every year", async () => {
    const { user } = await openChecked();
    await goTo(user, "判定");
    expect(screen.getByText("R5〜R6年度")).toBeInTheDocument();
    expect(screen.getByText("判定対象 2 件中 達成1・未把握1")).toBeInTheDocument();
    expect(screen.getAllByRole("button", { name: "R5 未達" })).toHaveLength(2);
    expect(screen.getByRole("button", { name: "R5 改善" })).toBeInTheDocument();
  });

  it("opens a year: the gap in points and in people, the reason, and its cell", async () => {
    const { host, user } = await openChecked();
    await goTo(user, "判定");
    await user.click(screen.getAllByRole("button", { name: "R5 未達" })[1]!);
    expect(screen.getByText("目標まであと12.5ポイント（あと1人）")).toBeInTheDocument();
    expect(screen.getByText(/37\.5%（3人\/8人）は目標50%以上に届いていません/)).toBeInTheDocument();
    expect(host.shown.at(-1)).toMatchObject({ at: { sheet: leaves, cell: "E21" } });
  });

  it("marks what is missed and takes the marks away", async () => {
    const { host, user } = await openChecked();
    await goTo(user, "判定");
    await user.click(screen.getByRole("button", { name: "未達に印を付ける" }));
    expect(await screen.findByText("未達のセルに印を付けました。")).toBeInTheDocument();
    expect(host.applied[0]).toMatchObject([{ kind: "mark", sheet: leaves }]);
    await user.click(screen.getByRole("button", { name: "印を消す" }));
    expect(await screen.findByText("印を消しました。")).toBeInTheDocument();
    expect(host.applied[2]).toEqual([{ kind: "unmark", sheet: leaves }]);
  });
});

describe("読み取り・履歴・設定", () => {
  it("tells what each table was read as, line by line, and what was not read", async () => {
    const { user } = await openChecked();
    await goTo(user, "読み取り");
    expect(screen.getByText("⑬部分休業（第１号部分休業）")).toBeInTheDocument();
    await user.click(screen.getByText("数値 3"));
    expect(await screen.findByText("R5")).toBeInTheDocument();
    expect(screen.getByText(/見出しの語から指標を決められませんでした/)).toBeInTheDocument();
  });

  it("keeps what was written with before and after, and takes it back", async () => {
    const { host, user } = await openChecked();
    await goTo(user, "履歴");
    expect(screen.getByText(/まだ何も書き込んでいません/)).toBeInTheDocument();
    await goTo(user, "補完");
    await user.click(screen.getByRole("button", { name: "選んだ 3 件を書き込む" }));
    await goTo(user, "履歴");
    expect(screen.getByText("3 セル")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: /を元に戻す$/ }));
    expect(await screen.findAllByText(/元に戻しました/)).not.toHaveLength(0);
    expect(host.applied[2]).toMatchObject([
      { kind: "set-cell", row: 4, col: 1, was: { value: "該当者なし", formula: 'IF(B4=0,"該当者なし",B3/B4)' }, formula: null, value: null },
      { kind: "set-cell", row: 4, col: 2, was: { value: 0.5 }, value: null },
      { kind: "set-cell", row: 8, col: 2, value: null },
    ]);
    expect(screen.queryByRole("button", { name: /を元に戻す$/ })).not.toBeInTheDocument();
  });

  it("keeps an undo open when every cell was changed since", async () => {
    const { host, user } = await openChecked();
    await goTo(user, "補完");
    await user.click(screen.getByRole("button", { name: "選んだ 3 件を書き込む" }));
    host.answer = () => ({ applied: 0, refused: [{ sheet: leaves, cell: "B5", reason: "changed" }] });
    await goTo(user, "履歴");
    await user.click(screen.getByRole("button", { name: /を元に戻す$/ }));
    expect(await screen.findByText(/1件はそのままにしました/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: /を元に戻す$/ })).toBeInTheDocument();
  });

  it("checks again with the settings that were picked", async () => {
    const engine = fakeEngine();
    const { user } = await openChecked(engine);
    await goTo(user, "設定");
    await user.selectOptions(await screen.findByRole("combobox", { name: "1日の勤務時間" }), "8時間");
    await waitFor(() => expect(engine.profiles).toHaveLength(2));
    expect(engine.profiles[1]).toMatchObject({ hoursPerDay: 8, leaveYear: "fiscal" });
  });
});

describe("だれにでも使えること", () => {
  const tabs = ["点検", "補完", "判定", "読み取り", "履歴", "設定"];
  it.each(tabs)("%s has no accessibility violation", async (name) => {
    const { user } = await openChecked();
    await goTo(user, name);
    const { violations } = await axe(document.body);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it("is whole in English", async () => {
    const { user } = await openChecked(
      fakeEngine({
        ...inspection,
        // Words of the workbook itself stay Japanese in either language; without them none may be left.
        sheets: inspection.sheets.map((sheet, i) => ({ ...sheet, name: `S${i}` })),
        reading: { ...inspection.reading, tables: [], targets: [], plans: [], unread: [] },
        findings: inspection.findings.map((one) => ({ ...one, at: { ...one.at, sheet: "S0" }, related: [], fix: null, message: { ja: "指摘", en: "finding" } })),
        notChecked: [],
        fills: inspection.fills.slice(1).map((one) => ({ ...one, at: { ...one.at, sheet: "S0" }, sources: [], formula: null })),
        judgements: inspection.judgements.map((one) => ({ ...one, plan: null, actual: null, target: { ...one.target, text: "12", at: { sheet: "S0", cell: "B1" } } })),
      }),
    );
    await user.click(screen.getByRole("button", { name: "Switch to English" }));
    expect(screen.getByRole("button", { name: /^To fix D21 Childcare leave uptake FY2023/ })).toBeInTheDocument();
    for (const name of ["Check", "Fill", "Targets", "Reading", "Journal", "Settings"]) {
      await goTo(user, name);
      expect(screen.getByRole("tabpanel")).not.toHaveTextContent(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });

  it("is walked with the keyboard alone", async () => {
    const { host, user } = open();
    await user.tab();
    expect(screen.getByRole("button", { name: "Switch to English" })).toHaveFocus();
    screen.getByRole("button", { name: "ブックを点検する" }).focus();
    await user.keyboard("{Enter}");
    await screen.findByText(/を読み取りました/);
    findingButton().focus();
    await user.keyboard("{Enter}");
    expect(host.shown).toHaveLength(1);
  });
});
