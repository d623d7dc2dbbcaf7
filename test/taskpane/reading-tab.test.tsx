import "@testing-library/jest-dom";
import { screen, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { Inspection } from "../../src/inspection/inspection";
import { defaultProfile, type ReadingCorrection } from "../../src/model/profile";
import { fakeEngine } from "./fake-host";
import { inspection, leaves, women } from "./inspection-fixture";
import { openTab, type OpenPane } from "./open-pane";

const caption = "⑬部分休業（第１号部分休業）";
const profilesOf = (engine: ReturnType<typeof fakeEngine>) => engine.profiles as ({ readonly corrections: readonly ReadingCorrection[] } | null)[];

const card = () => within(screen.getByRole("listitem", { name: caption }));

async function openTable({ user }: OpenPane): Promise<void> {
  await user.click(card().getByText(/^数値 \d/));
  await card().findAllByRole("button", { name: / の読み方を直す$/ });
}

const line = () => card().getAllByRole("button", { name: "部分休業 取得率 の読み方を直す" })[0]!;

describe("what a line was read as", () => {
  it("stands with its role, its certainty and the headings it rests on", async () => {
    const opened = await openTab("読み取り");
    await openTable(opened);
    expect(card().getAllByText("確か").length).toBeGreaterThan(0);
    await opened.user.click(card().getAllByRole("button", { name: "A3 に移動" })[0]!);
    expect(opened.host.shown.at(-1)).toMatchObject({ at: { sheet: leaves, cell: "A3" } });
  });
});

describe("correcting a line", () => {
  it("by picks, for its heading and under its caption; the workbook is read again at once", async () => {
    const engine = fakeEngine();
    const opened = await openTab("読み取り", engine);
    await openTable(opened);
    await opened.user.click(line());
    const form = () => within(card().getByRole("form", { name: "部分休業 取得率 の読み方を直す" }));
    expect(form().getByRole("combobox", { name: "指標" })).toHaveDisplayValue("部分休業取得率");
    await opened.user.selectOptions(form().getByRole("combobox", { name: "指標" }), "育児休業取得率");
    await opened.user.selectOptions(form().getByRole("combobox", { name: "対象" }), "男性");
    await opened.user.click(form().getByRole("button", { name: "この読み方にする" }));
    await waitFor(() => expect(engine.profiles).toHaveLength(2));
    expect(profilesOf(engine)[1]?.corrections).toEqual([{ sheet: leaves, heading: "部分休業", beside: "", caption, indicator: "childcare_leave_rate", sex: "male" }]);
    expect(await screen.findByText("訂正した読み方 1 件")).toBeInTheDocument();
    expect(card().queryByRole("form")).not.toBeInTheDocument();
    expect(screen.getByRole("listitem", { name: caption })).toBeInTheDocument();
  });

  it("offers the catalogue by section, own indicators and 読まない", async () => {
    const own = { id: "own_telework", label: "テレワーク実施率", labels: ["テレワーク実施率"], unit: "ratio" as const, direction: "up" as const };
    const engine = fakeEngine({ ...inspection, profile: { ...defaultProfile, indicators: [own] } });
    const opened = await openTab("読み取り", engine);
    await openTable(opened);
    await opened.user.click(line());
    const select = card().getByRole("combobox", { name: "指標" });
    expect(
      within(select)
        .getAllByRole("group")
        .map((group) => group.getAttribute("label")),
    ).toEqual(["出産・子育ての休暇", "育児休業・部分休業・介護", "労働時間", "年次有給休暇", "女性の活躍", "自組織の指標"]);
    expect(within(select).getAllByRole("option")).toHaveLength(51 + 1 + 1);
    await opened.user.selectOptions(select, "読まない");
    expect(card().queryByRole("combobox", { name: "役割" })).not.toBeInTheDocument();
    await opened.user.click(card().getByRole("button", { name: "この読み方にする" }));
    await waitFor(() => expect(profilesOf(engine)[1]?.corrections).toEqual([{ sheet: leaves, heading: "部分休業", beside: "", caption, role: "ignore" }]));
  });

  it("says that it is right as it stands when nothing else is picked", async () => {
    const engine = fakeEngine();
    const opened = await openTab("読み取り", engine);
    await openTable(opened);
    await opened.user.click(line());
    await opened.user.click(card().getByRole("button", { name: "この読み方にする" }));
    await waitFor(() => expect(profilesOf(engine)[1]?.corrections).toMatchObject([{ indicator: "partial_leave_rate", role: "value" }]));
  });

  it("changes nothing when it is left", async () => {
    const engine = fakeEngine();
    const opened = await openTab("読み取り", engine);
    await openTable(opened);
    await opened.user.click(line());
    await opened.user.click(card().getByRole("button", { name: "やめる" }));
    expect(card().queryByRole("form")).not.toBeInTheDocument();
    expect(engine.profiles).toHaveLength(1);
    expect(line()).toHaveFocus();
  });
});

const correction: ReadingCorrection = { sheet: leaves, heading: "部分休業", beside: "", caption, role: "numerator" };
const absent: ReadingCorrection = { sheet: leaves, heading: "介護休暇", indicator: "care_leave_takers" };
const corrected: Inspection = {
  ...inspection,
  profile: { ...defaultProfile, corrections: [correction, absent] },
  reading: { ...inspection.reading, observations: inspection.reading.observations.map((one) => ({ ...one, correctedBy: correction })), corrections: [correction] },
};

describe("what was corrected", () => {
  it("says so on its line, and goes back with one press", async () => {
    const engine = fakeEngine(corrected);
    const opened = await openTab("読み取り", engine);
    await openTable(opened);
    expect(card().getAllByText("訂正済み").length).toBeGreaterThan(0);
    await opened.user.click(card().getAllByRole("button", { name: "元の読み方に戻す" })[0]!);
    await waitFor(() => expect(profilesOf(engine)[1]?.corrections).toEqual([absent]));
  });

  it("is listed, also where its heading is not in this workbook", async () => {
    const engine = fakeEngine(corrected);
    const { user } = await openTab("読み取り", engine);
    await user.click(screen.getByText("訂正した読み方 2 件"));
    expect(screen.getAllByText("この見出しは、いまのブックにありません。")).toHaveLength(1);
    expect(screen.getByText("→ 介護休暇・介護時間 取得者数")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "「介護休暇」を元の読み方に戻す" }));
    await waitFor(() => expect(profilesOf(engine)[1]?.corrections).toEqual([correction]));
  });
});

describe("the table as a whole, its years, its targets", () => {
  const table = inspection.reading.tables[0]!;
  const dated: Inspection = {
    ...inspection,
    reading: {
      ...inspection.reading,
      tables: [
        {
          ...table,
          periods: [{ at: { sheet: leaves, cell: "D2" }, text: "R4", period: { kind: "as-of", year: 2022, date: "2022-04-01" }, style: "era-short", isPastEra: false }],
        },
        ...inspection.reading.tables.slice(1),
      ],
      targets: inspection.reading.targets.map((one, i) => (i === 0 ? { ...one, table: 0, label: "年次休暇 平均取得" } : one)),
      asides: [{ at: { sheet: leaves, cell: "B9" }, kind: "reference-target", text: "国の目標85%", table: 0 }],
    },
  };

  it("the indicator of the whole table, by its caption", async () => {
    const engine = fakeEngine();
    const opened = await openTab("読み取り", engine);
    await openTable(opened);
    await opened.user.click(card().getByRole("button", { name: `${caption} 全体の指標を直す` }));
    const form = () => within(card().getByRole("form", { name: `${caption} 全体の指標を直す` }));
    await opened.user.selectOptions(form().getByRole("combobox", { name: "指標" }), "育児休業取得率");
    await opened.user.click(form().getByRole("button", { name: "この読み方にする" }));
    await waitFor(() => expect(profilesOf(engine)[1]?.corrections).toEqual([{ sheet: leaves, heading: caption, indicator: "childcare_leave_rate" }]));
  });

  it("the year of a heading", async () => {
    const engine = fakeEngine(dated);
    const opened = await openTab("読み取り", engine);
    await openTable(opened);
    expect(card().getByText("→ 令和4年4月1日現在")).toBeInTheDocument();
    await opened.user.click(card().getByRole("button", { name: "R4 の年を直す" }));
    await opened.user.selectOptions(card().getByRole("combobox", { name: "年" }), "R5（2023年）");
    await opened.user.click(card().getByRole("button", { name: "この読み方にする" }));
    await waitFor(() => expect(profilesOf(engine)[1]?.corrections).toEqual([{ sheet: leaves, heading: "R4", caption, year: 2023 }]));
  });

  it("the kind of a target, and a reference that is one after all", async () => {
    const engine = fakeEngine(dated);
    const opened = await openTab("読み取り", engine);
    await openTable(opened);
    expect(card().getByText(/以上（多いほど良い）/)).toBeInTheDocument();
    await opened.user.click(card().getByRole("button", { name: "年次休暇 平均取得 の読み方を直す" }));
    await opened.user.selectOptions(card().getByRole("combobox", { name: "目標の種類" }), "参考値（目標にしない）");
    await opened.user.click(card().getByRole("button", { name: "この読み方にする" }));
    await waitFor(() => expect(profilesOf(engine)[1]?.corrections).toEqual([{ sheet: leaves, heading: "年次休暇 平均取得", caption, target: "reference" }]));
    await opened.user.click(card().getByRole("button", { name: "国の目標85% の読み方を直す" }));
    await opened.user.selectOptions(card().getByRole("combobox", { name: "目標の種類" }), "以上（多いほど良い）");
    await opened.user.click(card().getByRole("button", { name: "この読み方にする" }));
    await waitFor(() => expect(profilesOf(engine)[2]?.corrections).toContainEqual({ sheet: leaves, heading: "国の目標85%", caption, target: "at-least" }));
  });
});

describe("選択中の表を読み直す", () => {
  const select = (opened: OpenPane, sheet: string, top: number, left = 1) => {
    opened.host.selection = { sheet, range: { top, left, bottom: top, right: left }, text: "" };
    return opened.user.click(screen.getByRole("button", { name: "選択中の表を読み直す" }));
  };

  it("opens the table under the selection and gives it the focus", async () => {
    const opened = await openTab("読み取り");
    await select(opened, leaves, 4);
    await waitFor(() => expect(screen.getByRole("listitem", { name: caption })).toHaveFocus());
    expect(await card().findAllByRole("button", { name: / の読み方を直す$/ })).not.toHaveLength(0);
  });

  it("offers to name the indicator of a block that was not read", async () => {
    const engine = fakeEngine();
    const opened = await openTab("読み取り", engine);
    await select(opened, women, 22);
    await screen.findByRole("form", { name: `${women} A21:D25 の指標を選ぶ` });
    const form = () => within(screen.getByRole("form", { name: `${women} A21:D25 の指標を選ぶ` }));
    expect(form().getByRole("button", { name: "この読み方にする" })).toBeDisabled();
    await opened.user.selectOptions(form().getByRole("combobox", { name: "指標" }), "制度認識率・意識調査の割合");
    await opened.user.click(form().getByRole("button", { name: "この読み方にする" }));
    await waitFor(() => expect(profilesOf(engine)[1]?.corrections).toEqual([{ sheet: women, heading: women, indicator: "awareness_rate" }]));
  });

  it("says where there is no table, and when nothing is selected", async () => {
    const opened = await openTab("読み取り");
    await select(opened, leaves, 200);
    expect(await screen.findByText(`${leaves} B201 には読み取れる表がありません。表の中のセルを選んでから押してください。`)).toBeInTheDocument();
    opened.host.selection = null;
    await opened.user.click(screen.getByRole("button", { name: "選択中の表を読み直す" }));
    expect(await screen.findByText(/^セルが選ばれていません/)).toBeInTheDocument();
  });

  it("reads the workbook again first when it has changed", async () => {
    const engine = fakeEngine();
    const opened = await openTab("読み取り", engine);
    opened.host.change();
    await select(opened, leaves, 4);
    await waitFor(() => expect(engine.profiles).toHaveLength(2));
    await waitFor(() => expect(screen.getByRole("listitem", { name: caption })).toHaveFocus());
  });
});

it.each([
  ["ja", "読み取り"],
  ["en", "Reading"],
] as const)("has no accessibility violation with everything open (%s)", async (language, tab) => {
  const opened = await openTab(tab, fakeEngine(corrected), language);
  await opened.user.click(card().getByText(language === "ja" ? /^数値 \d/ : /^\d figures/));
  const correct = await card().findAllByRole("button", { name: language === "ja" ? / の読み方を直す$/ : /^Correct how / });
  await opened.user.click(correct[0]!);
  await opened.user.click(screen.getByText(language === "ja" ? "訂正した読み方 2 件" : "Corrections: 2"));
  await opened.user.click(screen.getByText(language === "ja" ? "読めなかった区画 1 件" : "Blocks that could not be read: 1"));
  const { violations } = await axe(document.body);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
