import "@testing-library/jest-dom";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HostRefusal } from "../../src/hosts/host";
import type { ApplyReport, Edit } from "../../src/model/edit";
import { defaultProfile } from "../../src/model/profile";
import { Pane } from "../../src/taskpane/Pane";
import type { WorkbookDelivery } from "../../src/taskpane/pane-host";
import { Stopped } from "../../src/taskpane/worker-calls";
import { FakeHost, fakeEngine } from "./fake-host";
import { inspection, leaves } from "./inspection-fixture";
import { openTab } from "./open-pane";

/** A step that waits until the test lets it go on. */
class Latch {
  private readonly waiting: (() => void)[] = [];
  isShut = false;
  async pass(): Promise<void> {
    if (this.isShut) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
  open(): void {
    this.isShut = false;
    this.waiting.splice(0).forEach((go) => go());
  }
}

/** A host that reads when the test lets it, and refuses what the test wants refused. */
class SlowHost extends FakeHost {
  readonly reading = new Latch();
  readonly writing = new Latch();
  refuseToApply: (edits: readonly Edit[]) => Error | undefined = () => undefined;
  override async read(): ReturnType<FakeHost["read"]> {
    await this.reading.pass();
    return super.read();
  }
  override async apply(edits: readonly Edit[]): Promise<ApplyReport> {
    await this.writing.pass();
    const refusal = this.refuseToApply(edits);
    if (refusal) throw refusal;
    return super.apply(edits);
  }
}

const viewOnly = new HostRefusal("view-only", { ja: "このブックは閲覧専用で開かれています。", en: "This workbook is open for viewing only." });
const isOwnData = (edits: readonly Edit[]): boolean => edits.some(({ kind }) => kind === "set-own-data");
const keptJournal = (host: FakeHost): readonly { readonly kind: string; readonly undone: boolean }[] =>
  (JSON.parse(host.ownData ?? "{}") as { journal?: readonly { kind: string; undone: boolean }[] }).journal ?? [];

async function goTo(user: ReturnType<typeof userEvent.setup>, name: string): Promise<void> {
  await user.click(screen.getByRole("tab", { name }));
  await waitFor(() => expect(screen.queryByText(/^読み込んでいます…$/)).not.toBeInTheDocument());
}

async function open(engine = fakeEngine(), host = new SlowHost()) {
  const view = render(<Pane host={host} engine={engine} language="ja" onLanguage={() => undefined} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "ブックを点検する" }));
  await screen.findByText(/を読み取りました/);
  return { host, engine, user, view };
}

describe("もう一度点検する途中", () => {
  it("中止 while the workbook is read brings the result before back, as an old one", async () => {
    const { host, user } = await open();
    host.reading.isShut = true;
    await user.click(screen.getByRole("button", { name: "もう一度点検" }));
    await user.click(await screen.findByRole("button", { name: "中止" }));
    expect(await screen.findByText(/を読み取りました/)).toBeInTheDocument();
    expect(screen.getByText("結果は変更前のものです。")).toBeInTheDocument();
    await act(async () => host.reading.open());
    expect(screen.getByText("結果は変更前のものです。")).toBeInTheDocument();
  });

  it("中止 while the engine works ends what it held, and begins anew", async () => {
    const engine = fakeEngine();
    const { user } = await open(engine);
    engine.inspect = (_delivery, _request, _progress, signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Stopped())));
    await user.click(screen.getByRole("button", { name: "もう一度点検" }));
    await user.click(await screen.findByRole("button", { name: "中止" }));
    expect(await screen.findByRole("button", { name: "ブックを点検する" })).toBeInTheDocument();
  });

  it("a refusal is said, and the result before stays", async () => {
    const { host, user } = await open();
    host.refuseToRead = new HostRefusal("cell-being-edited", { ja: "セルの編集を終えてから、もう一度お試しください。", en: "Finish editing first." });
    await user.click(screen.getByRole("button", { name: "もう一度点検" }));
    expect(await screen.findByText("セルの編集を終えてから、もう一度お試しください。")).toBeInTheDocument();
    expect(screen.getByText(/を読み取りました/)).toBeInTheDocument();
    host.refuseToRead = undefined;
    await user.click(screen.getByRole("button", { name: "もう一度点検" }));
    await waitFor(() => expect(screen.queryByText("セルの編集を終えてから、もう一度お試しください。")).not.toBeInTheDocument());
    expect(screen.queryByText("結果は変更前のものです。")).not.toBeInTheDocument();
  });

  it("a change while the workbook is read leaves the result an old one", async () => {
    const { host, user } = await open();
    host.reading.isShut = true;
    await user.click(screen.getByRole("button", { name: "もう一度点検" }));
    act(() => host.change());
    await act(async () => host.reading.open());
    expect(await screen.findByText("結果は変更前のものです。")).toBeInTheDocument();
  });

  it("the later of two checks counts, whichever is ready first", async () => {
    const engine = fakeEngine();
    const { user } = await open(engine);
    const { inspect } = engine;
    const first = new Latch();
    first.isShut = true;
    let asked = 0;
    engine.inspect = async (delivery: WorkbookDelivery, request, progress, signal) => {
      if (++asked === 1) await first.pass();
      return inspect(delivery, request, progress, signal);
    };
    await goTo(user, "設定");
    await user.selectOptions(await screen.findByRole("combobox", { name: "1日の勤務時間" }), "8時間");
    await user.selectOptions(screen.getByRole("combobox", { name: "端数処理" }), "切捨て");
    await waitFor(() => expect(asked).toBe(2));
    await act(async () => first.open());
    expect(screen.getByRole("combobox", { name: "1日の勤務時間" })).toHaveDisplayValue("8時間");
    expect(screen.getByRole("combobox", { name: "端数処理" })).toHaveDisplayValue("切捨て");
    await goTo(user, "点検");
    expect(await screen.findByText(/を読み取りました/)).toBeInTheDocument();
  });

  it("a reason that is taken back while the engine works stays taken back", async () => {
    const reason = { check: "uptake-above-hundred", at: { sheet: leaves, cell: "E21" }, reason: "出典の値どおり", figures: "", year: 2025 };
    const engine = fakeEngine({ ...inspection, profile: { ...defaultProfile, accepted: [reason] } });
    const { user } = await open(engine);
    const { inspect } = engine;
    const work = new Latch();
    work.isShut = true;
    engine.inspect = async (delivery: WorkbookDelivery, request, progress, signal) => {
      const answer = await inspect(delivery, request, progress, signal);
      await work.pass();
      return answer;
    };
    await goTo(user, "設定");
    await user.selectOptions(await screen.findByRole("combobox", { name: "端数処理" }), "切捨て");
    await waitFor(() => expect(engine.profiles).toHaveLength(2));
    await user.click(screen.getByText("付けた理由 1 件"));
    await user.click(screen.getByRole("button", { name: `${leaves} E21 出典の値どおり を外す` }));
    await act(async () => work.open());
    await waitFor(() => expect(engine.profiles).toHaveLength(3));
    expect(engine.profiles[2]).toMatchObject({ rounding: "down", accepted: [] });
    expect(await screen.findByText("付けた理由 0 件")).toBeInTheDocument();
  });
});

describe("別のブック", () => {
  it("gets a pane of its own; what the one before answers late is not shown", async () => {
    const { host, user, view, engine } = await open();
    host.writing.isShut = true;
    await goTo(user, "補完");
    await user.click(screen.getByRole("button", { name: /^選んだ 3 件を書き込む/ }));
    view.rerender(<Pane host={new SlowHost()} engine={engine} language="ja" onLanguage={() => undefined} />);
    expect(screen.getByRole("button", { name: "ブックを点検する" })).toBeInTheDocument();
    await act(async () => host.writing.open());
    await goTo(user, "履歴");
    expect(screen.getByText(/まだ何も書き込んでいません/)).toBeInTheDocument();
    expect(screen.queryByText("3件を書き込みました。")).not.toBeInTheDocument();
  });
});

describe("書き込みの断り", () => {
  it("of the whole batch is said; nothing is noted, and the result counts as old", async () => {
    const { host, user } = await open();
    host.refuseToApply = (edits) => (isOwnData(edits) ? undefined : viewOnly);
    await goTo(user, "補完");
    await user.click(screen.getByRole("button", { name: /^選んだ 3 件を書き込む/ }));
    expect(await screen.findByText("このブックは閲覧専用で開かれています。")).toBeInTheDocument();
    expect(screen.getByText("結果は変更前のものです。")).toBeInTheDocument();
    await goTo(user, "履歴");
    expect(screen.getByText(/まだ何も書き込んでいません/)).toBeInTheDocument();
    expect(host.ownData).toBeNull();
  });

  it("in the middle of a batch is said; what was written is in the journal, with its way back", async () => {
    const { host, user } = await open();
    const broken = new HostRefusal(
      "request-failed",
      { ja: "書き込みが途中で止まりました。", en: "Writing stopped halfway." },
      { applied: 2, refused: [{ sheet: leaves, cell: "C5", reason: "not-written" }], formats: { [`${leaves}!B5`]: "0.00" } },
    );
    host.refuseToApply = (edits) => (isOwnData(edits) ? undefined : broken);
    await goTo(user, "補完");
    await user.click(screen.getByRole("button", { name: /^選んだ 3 件を書き込む/ }));
    expect(await screen.findByText("書き込みが途中で止まりました。")).toBeInTheDocument();
    expect(screen.getByText(`${leaves} C5: 書き込みが途中で止まったため、書き込んでいません`)).toBeInTheDocument();
    expect(keptJournal(host)).toMatchObject([{ kind: "fill", count: 2, isBrokenOff: true }]);
    await goTo(user, "履歴");
    expect(screen.getByText(/書き込まれた分だけを載せています/)).toBeInTheDocument();
    host.refuseToApply = () => undefined;
    await user.click(screen.getByRole("button", { name: /^補完.*を元に戻す$/ }));
    await waitFor(() => expect(keptJournal(host)).toMatchObject([{ undone: true }]));
    expect(host.applied.at(-2)).toMatchObject([{ row: 4, col: 1, format: "0.00" }, { kind: "set-cell" }]);
    expect(screen.queryByText("書き込みが途中で止まりました。")).not.toBeInTheDocument();
  });

  it("in the middle of an undo keeps what is left of it", async () => {
    const { host, user } = await open();
    await goTo(user, "補完");
    await user.click(screen.getByRole("button", { name: /^選んだ 3 件を書き込む/ }));
    await waitFor(() => expect(keptJournal(host)).toHaveLength(1));
    const broken = new HostRefusal(
      "request-failed",
      { ja: "書き込みが途中で止まりました。", en: "Writing stopped halfway." },
      { applied: 2, refused: [{ sheet: leaves, cell: "C5", reason: "not-written" }] },
    );
    host.refuseToApply = (edits) => (isOwnData(edits) ? undefined : broken);
    await goTo(user, "履歴");
    await user.click(screen.getByRole("button", { name: /^補完.*を元に戻す$/ }));
    expect(await screen.findByText("書き込みが途中で止まりました。")).toBeInTheDocument();
    await waitFor(() => expect(keptJournal(host)).toMatchObject([{ undone: false, isPartlyUndone: true }]));
    host.refuseToApply = () => undefined;
    await user.click(screen.getByRole("button", { name: "残りを元に戻す" }));
    await waitFor(() => expect(keptJournal(host)).toMatchObject([{ undone: true }]));
    expect(host.applied.at(-2)).toMatchObject([{ row: 4, col: 2 }]);
  });

  it("of the journal alone is told; the way back stays in memory, and the next write puts it into the workbook", async () => {
    const { host, user } = await open();
    host.refuseToApply = (edits) => (isOwnData(edits) ? viewOnly : undefined);
    await goTo(user, "補完");
    await user.click(screen.getByRole("button", { name: /^選んだ 3 件を書き込む/ }));
    expect(await screen.findByText(/記録をまだブックに残せていません.*閲覧専用/)).toBeInTheDocument();
    expect(screen.getByText("3件を書き込みました。")).toBeInTheDocument();
    expect(keptJournal(host)).toEqual([]);
    host.refuseToApply = () => undefined;
    await goTo(user, "判定");
    await user.click(screen.getByRole("button", { name: "もう一度点検" }));
    await user.click(await screen.findByRole("button", { name: "未達に印を付ける" }));
    await waitFor(() => expect(keptJournal(host).map(({ kind }) => kind)).toEqual(["fill", "mark"]));
    await goTo(user, "履歴");
    expect(screen.getAllByRole("button", { name: /を元に戻す$/ })).toHaveLength(2);
    expect(screen.queryByText(/残せていません/)).not.toBeInTheDocument();
  });

  it("of the journal is not forgotten by a new check before it could be saved", async () => {
    const { host, user } = await open();
    host.refuseToApply = (edits) => (isOwnData(edits) ? viewOnly : undefined);
    await goTo(user, "補完");
    await user.click(screen.getByRole("button", { name: /^選んだ 3 件を書き込む/ }));
    await screen.findByText("3件を書き込みました。");
    await user.click(screen.getByRole("button", { name: "もう一度点検" }));
    await goTo(user, "履歴");
    expect(await screen.findByRole("button", { name: /^補完.*を元に戻す$/ })).toBeInTheDocument();
    host.refuseToApply = () => undefined;
    await user.click(screen.getByRole("button", { name: "ブックに保存" }));
    await waitFor(() => expect(keptJournal(host).map(({ kind }) => kind)).toEqual(["fill"]));
  });

  it("of saving is said, and the bar stays", async () => {
    const { host, user } = await open();
    await goTo(user, "設定");
    await user.selectOptions(await screen.findByRole("combobox", { name: "端数処理" }), "切捨て");
    host.refuseToApply = () => viewOnly;
    await user.click(await screen.findByRole("button", { name: "ブックに保存" }));
    expect(await screen.findByText("このブックは閲覧専用で開かれています。")).toBeInTheDocument();
    expect(screen.getByText("設定・理由はまだブックに保存されていません。")).toBeInTheDocument();
    host.refuseToApply = () => undefined;
    await user.click(screen.getByRole("button", { name: "ブックに保存" }));
    await waitFor(() => expect(screen.queryByText("設定・理由はまだブックに保存されていません。")).not.toBeInTheDocument());
    expect(JSON.parse(host.ownData!)).toMatchObject({ profile: { rounding: "down" } });
  });
});

describe("ブックに残したもの", () => {
  it("is taken up by the next pane: settings, journal, and its undo", async () => {
    const first = await open();
    await goTo(first.user, "補完");
    await first.user.click(screen.getByRole("button", { name: /^選んだ 3 件を書き込む/ }));
    await screen.findByText("3件を書き込みました。");
    first.view.unmount();
    const host = new SlowHost();
    host.ownData = first.host.ownData;
    const { user } = await open(fakeEngine(), host);
    await goTo(user, "履歴");
    await user.click(screen.getByRole("button", { name: /^補完.*を元に戻す$/ }));
    await waitFor(() => expect(keptJournal(host)).toMatchObject([{ kind: "fill", undone: true }]));
    expect(host.applied[0]).toHaveLength(3);
  });

  it("holds no profile that nobody decided", async () => {
    const { host, user } = await openTab("判定");
    await user.click(screen.getByRole("button", { name: "未達に印を付ける" }));
    await waitFor(() => expect(keptJournal(host)).toHaveLength(1));
    expect(JSON.parse(host.ownData!)).not.toHaveProperty("profile");
  });
});

describe("履歴", () => {
  it("asks for the later marks first, tells what was undone only in part, and makes no second entry for it", async () => {
    const { host, user } = await open();
    await goTo(user, "判定");
    await user.click(screen.getByRole("button", { name: "未達に印を付ける" }));
    await waitFor(() => expect(keptJournal(host)).toHaveLength(1));
    await user.click(screen.getByRole("button", { name: "未達に印を付ける" }));
    await waitFor(() => expect(keptJournal(host)).toHaveLength(2));
    await goTo(user, "補完");
    await user.click(screen.getByRole("button", { name: /^選んだ 3 件を書き込む/ }));
    await waitFor(() => expect(keptJournal(host)).toHaveLength(3));
    await goTo(user, "履歴");
    expect(screen.getByText("後から付けた印を先に元に戻してください")).toBeInTheDocument();
    host.answer = (edits) => (isOwnData(edits) ? { applied: 1, refused: [] } : { applied: 2, refused: [{ sheet: leaves, cell: "C5", reason: "changed" }] });
    await user.click(screen.getByRole("button", { name: /^補完.*を元に戻す$/ }));
    expect(await screen.findByText(/一部を元に戻しました/)).toBeInTheDocument();
    host.answer = (edits) => ({ applied: edits.length, refused: [] });
    await user.click(screen.getByRole("button", { name: "残りを元に戻す" }));
    await waitFor(() => expect(keptJournal(host).at(-1)).toMatchObject({ undone: true }));
    expect(host.applied.at(-2)).toMatchObject([{ kind: "set-cell", row: 4, col: 2 }]);
    expect(keptJournal(host)).toHaveLength(3);
  });
});
