import { readTargets } from "../../src/notation/target";
import { statesRevision } from "../../src/notation/target-sentence";
import { readRevisionOfHeadings, readStartOfHeadings } from "../../src/notation/target-times";

/** 25% from 2023 until 2024, by figure. */
function timed(text: string): readonly string[] {
  return readTargets(text).map(({ value, deadline, from, kind }) => [value, kind, from && `from ${from}`, deadline && `by ${deadline}`].filter((one) => one !== null).join(" "));
}

describe("the times of several figures", () => {
  it.each([
    ["R5:30%, R7:50%", ["0.3 final-year by 2023", "0.5 final-year by 2025"]],
    ["80%（R5） → 100%（R7）", ["0.8 final-year by 2023", "1 final-year by 2025"]],
    ["30%（令和5年度）、50%（令和7年度）", ["0.3 final-year by 2023", "0.5 final-year by 2025"]],
    ["R4まで：25%／R5から：30%", ["0.25", "0.3 from 2023"]],
    ["60%（R5年度以降は80%）", ["0.6", "0.8 from 2023"]],
    ["令和3～4年度 25%、令和5～7年度 50%", ["0.25 from 2021", "0.5 from 2023"]],
    ["15時間以下→12時間以下（R4改定）", ["15", "12 from 2022"]],
    ["30％（R5改定、当初25％）", ["0.3 from 2023", "0.25"]],
    ["当初25％、令和6年3月改定 30％", ["0.25", "0.3 from 2024"]],
    ["令和7年度までに男性30%、女性100%", ["0.3 final-year by 2025", "1 final-year by 2025"]],
    ["年間140時間以下（令和7年度まで）、0人（毎年度）", ["140 final-year by 2025", "0 every-year"]],
    ["男性50%（令和7年度まで）、女性100%（令和7年度まで）", ["0.5 final-year by 2025", "1 final-year by 2025"]],
    ["男性50%、女性100%（令和7年度まで）", ["0.5 final-year by 2025", "1 final-year by 2025"]],
  ])("%s", (text, said) => expect(timed(text)).toEqual(said));

  it.each([
    ["90%→95%", ["0.95"]],
    ["25%→30%（R5）", ["0.3 final-year by 2023"]],
    ["毎年１人平均10日以上", ["10 every-year"]],
    ["年360時間超　0人", ["0"]],
    ["月45時間超の職員数：0人（毎年度）", ["0 every-year"]],
    ["改定前25%→改定後30%", ["0.3 final-year"]],
  ])("%s: one target, the earlier figure is no second one", (text, said) => expect(timed(text)).toEqual(said));
});

describe("a change by an amount", () => {
  it.each([
    ["現状値（R1）から2日増", 2, 2019],
    ["令和元年度実績より3人以上減", undefined, 2019],
    ["策定時より5ポイント以上向上", 0.05, null],
  ])("%s", (text, changeBy, baseYear) => expect(readTargets(text)[0]).toMatchObject({ kind: "against-baseline", baseYear, ...(changeBy === undefined ? {} : { changeBy }) }));

  it("is none where an amount is to be reached", () => expect(readTargets("令和7年度までに14日以上")[0]).not.toHaveProperty("changeBy"));
});

describe("headings", () => {
  it("tell from when on a target counts", () => {
    expect(readStartOfHeadings(["（R5～R7）", "改定後目標"])).toBe(2023);
    expect(readStartOfHeadings(["目標（令和5年度改定）"])).toBe(2023);
    expect(readStartOfHeadings(["目標値", "男性職員の育児休業取得率"])).toBeNull();
    expect(readStartOfHeadings(["新規採用者（令和5年度から対象）の定着率"])).toBeNull();
  });

  it("tell which target took the place of the other", () => {
    expect(readRevisionOfHeadings(["当初目標"])).toBe("replaced");
    expect(readRevisionOfHeadings(["改定後目標"])).toBe("replacing");
    expect(readRevisionOfHeadings(["目標", "新規採用者に占める女性の割合"])).toBeNull();
  });
});

describe("a remark that revises a target", () => {
  it.each(["令和5年度から目標を12日に引き上げ", "令和4年度以降、目標値を50%に変更"])("%s", (text) => expect(statesRevision(text)).toBe(true));
  it.each(["令和5年度から制度を拡充", "目標を達成した", "国は令和5年度から目標を50%に引き上げ", "令和5年度は12日"])("silent: %s", (text) =>
    expect(statesRevision(text)).toBe(false),
  );
});
