import fc from "fast-check";
import { periodKey } from "../../src/model/period";
import { looksLikeCaption, readCaption } from "../../src/notation/caption";
import { readHeadcount } from "../../src/notation/headcount";
import { readLegend } from "../../src/notation/legend";

describe("表題を読む", () => {
  test.each([
    ["①母親学級【目標：取得推進】", { numbering: "①", title: "母親学級", targets: ["取得推進"], isShared: false }],
    ["⑤妻の出産休暇【目標：3日間の取得率100%】※共通目標", { numbering: "⑤", title: "妻の出産休暇", targets: ["3日間の取得率100%"], isShared: true }],
    ["②男性職員の育児休業【目標：取得推進】⇒該当者なし", { title: "男性職員の育児休業", targets: ["取得推進"], state: "not-applicable" }],
    ["(3) 時間外勤務の縮減　※共通目標", { numbering: "(3)", title: "時間外勤務の縮減", isShared: true, targets: [] }],
    ["（１）採用した職員に占める女性職員の割合【目標：促進】", { numbering: "(1)", title: "採用した職員に占める女性職員の割合", targets: ["促進"] }],
    ["R2　合計17人(管理職・短時間再任用を除く)", { title: "", headcount: { value: 17, text: "合計17人(管理職・短時間再任用を除く)" } }],
    ["令和5年度　時間外勤務時間数（対象17人）", { title: "時間外勤務時間数", headcount: { value: 17, text: "対象17人" } }],
    ["（5）男女の平均した継続勤務年数の差異（令和3年度）", { title: "男女の平均した継続勤務年数の差異" }],
    ["管理的地位にある職員に占める女性の割合（各年4月1日現在）", { title: "管理的地位にある職員に占める女性の割合", isAsOf: true }],
    ["①平成31年4月1日時点", { title: "", isAsOf: true }],
    ["年次有給休暇（1月～12月）", { title: "年次有給休暇", isCalendarYear: true }],
    ["部分休業の取得状況（単位：人）", { title: "部分休業の取得状況", unit: "people" }],
    ["（単位：％）", { title: "", unit: "ratio" }],
    ["単位：時間", { unit: "hours" }],
    ["部分休業（目標：10%以上）", { title: "部分休業", targets: ["10%以上"] }],
    ["部分休業[目標]取得推進", { title: "部分休業", targets: ["取得推進"] }],
    ["部分休業　目標：取得推進", { title: "部分休業", targets: ["取得推進"] }],
    ["目標：男性の育児休業取得率　目標値60%", { title: "", targets: ["男性の育児休業取得率 目標値60%"] }],
    ["■年次有給休暇の取得状況", { numbering: "■", title: "年次有給休暇の取得状況" }],
    ["妻の出産休暇（特別休暇）の取得日数（※）", { title: "妻の出産休暇(特別休暇)の取得日数", marks: "(※)" }],
    ["男性職員の育児休業取得率（次世代育成支援対策法の目標85%）", { title: "男性職員の育児休業取得率(次世代育成支援対策法の目標85%)", targets: [] }],
  ])("%j", (text, expected) => {
    const caption = readCaption(text);
    expect(caption).toMatchObject(expected);
    expect(looksLikeCaption(caption)).toBe(!text.includes("次世代育成支援対策法の"));
  });

  test("the period of a caption is read", () => {
    expect(periodKey(readCaption("（5）男女の平均した継続勤務年数の差異（令和3年度）").period?.period)).toBe("fiscal-year:2021");
    expect(periodKey(readCaption("①平成31年4月1日時点").period?.period)).toBe("as-of:2019-04-01");
    expect(readCaption("①母親学級").period).toBeUndefined();
  });

  test.each(["なお、該当者や取得対象者がいない項目は「－」で表しています。", "男性", "区分", "7人", "該当者なし", ""])("does not look like a caption: %j", (text) =>
    expect(looksLikeCaption(readCaption(text))).toBe(false),
  );

  test("never throws on any text", () => {
    const letters = fc.constantFrom(..."①(1)（１）【】[]目標：:※共通⇒該当者なし単位人%令和3年度現在合計対象17 取得率の状況<>〈〉");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: letters, maxLength: 60 }), fc.string({ unit: "binary" })), (text) => expect(typeof readCaption(text).title).toBe("string")),
      { numRuns: 800 },
    );
  });
});

describe("人数の文", () => {
  test.each([
    ["R2　合計17人(管理職・短時間再任用を除く)", 17, "fiscal-year:2020", "管理職・短時間再任用を除く"],
    ["令和5年度　時間外勤務時間数（対象17人）", 17, "fiscal-year:2023", ""],
    ["対象職員数：120人", 120, "", ""],
    ["（対象１７人）", 17, "", ""],
    ["対象人数 1,200人", 1200, "", ""],
    ["職員数は22名（令和4年4月1日現在）", 22, "as-of:2022-04-01", "令和4年4月1日現在"],
  ])("%j", (text, value, period, remark) => {
    const read = readHeadcount(text);
    expect([read?.value, read?.remark]).toEqual([value, remark]);
    if (remark !== "令和4年4月1日現在") expect(periodKey(read?.period?.period)).toBe(period);
  });
  test.each(["17人", "合計", "5人が女性", "対象人数", "合計17時間", "対象8人中7人", "", "合計17人/日"])("no headcount: %j", (text) => expect(readHeadcount(text)).toBeUndefined());
});

describe("凡例を読む", () => {
  test.each([
    ["なお、該当者や取得対象者がいない項目は「－」で表しています。", [["－", "not-applicable"]]],
    ["「－」は該当なし", [["－", "not-applicable"]]],
    ["※「X」は非公表", [["X", "suppressed"]]],
    ["－：対象者なし", [["－", "not-applicable"]]],
    ["※－は該当者なし", [["－", "not-applicable"]]],
    ["「…」は未集計", [["…", "unknown"]]],
    ["（「-」：対象者なし）", [["-", "not-applicable"]]],
    [
      "「－」は該当なし、「X」は秘匿",
      [
        ["－", "not-applicable"],
        ["X", "suppressed"],
      ],
    ],
    [
      "※ X = 秘匿、－ = 該当なし",
      [
        ["X", "suppressed"],
        ["－", "not-applicable"],
      ],
    ],
    ["職員数が少なく個人が特定されるおそれがある欄は「*」としています。", [["*", "suppressed"]]],
    ["まだ把握していない項目は「—」と表示しています", [["—", "unknown"]]],
  ])("%j", (text, expected) => expect(readLegend(text).map(({ mark, state }) => [mark, state])).toEqual(expected));
  test.each(["取得率は「100%」", "部分休業", "－", "該当者なし", "「次世代育成支援対策推進法」に基づく計画", "", "取得促進 － 周知を行う"])("explains no mark: %j", (text) =>
    expect(readLegend(text)).toEqual([]),
  );
  test("never throws on any text", () =>
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."「」－X*…は：=該当なし非公表で表※、。") }), (text) => expect(Array.isArray(readLegend(text))).toBe(true))));
});
