import fc from "fast-check";
import { compactText, normalizeText, stripNumbering, unifyWidth } from "../../src/notation/normalize";

describe("文字をそろえる", () => {
  test.each([
    ["内　　容", "内容"],
    ["目　標", "目標"],
    ["9日と 3時間", "9日と3時間"],
    ["9日と\n3時間", "9日と3時間"],
    ["標準的\n職務", "標準的職務"],
    ["１，９９９", "1,999"],
    ["８７．５％", "87.5%"],
    ["（１人／１人）", "(1人/1人)"],
    ["単位：人", "単位:人"],
    ["Ｒ２", "R2"],
    ["ｶﾞｲﾄﾞﾗｲﾝ", "ガイドライン"],
    ["ﾊﾟｰﾄ", "パート"],
    ["㍻30年度", "平成30年度"],
    ["㋿3年度", "令和3年度"],
    ["R2〜R6", "R2～R6"],
    ["R2~R6", "R2～R6"],
    ["①部分休業", "①部分休業"],
    ["⼈数", "人数"],
    ["0人(月)\n0人(年)", "0人(月) 0人(年)"],
    ["  取得率  ", "取得率"],
  ])("%j → %j", (text, expected) => expect(normalizeText(text)).toBe(expected));

  test("dashes and the long-vowel mark stay apart", () => {
    for (const dash of ["-", "－", "—", "―", "–", "−", "ー"]) expect(normalizeText(dash)).toBe(dash);
    expect(normalizeText("ｰ")).toBe("ー");
  });

  test("compact text has no spaces at all", () => expect(compactText("R4. 4. 1 現在")).toBe("R4.4.1現在"));

  test("normalising twice changes nothing more", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => expect(normalizeText(normalizeText(text))).toBe(normalizeText(text))));
  });

  test("never longer than one letter for each letter, save for compatibility signs", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => expect(unifyWidth(text).length).toBe(text.length)));
  });
});

describe("番号を分ける", () => {
  test.each([
    ["①部分休業", "①", "部分休業"],
    ["(1) 特別休暇の活用", "(1)", "特別休暇の活用"],
    ["（１）採用した職員", "(1)", "採用した職員"],
    ["1-2 採用", "1-2", "採用"],
    ["ア 採用", "ア", "採用"],
    ["(ア)採用", "(ア)", "採用"],
    ["Ⅳ 行動計画の目標", "Ⅳ", "行動計画の目標"],
    ["IV 行動計画の目標", "IV", "行動計画の目標"],
    ["1. 採用", "1.", "採用"],
    ["１．採用", "1.", "採用"],
    ["1 課長職以上の職員", "1", "課長職以上の職員"],
    ["■時間外勤務", "■", "時間外勤務"],
    ["第2章 女性活躍", "第2章", "女性活躍"],
  ])("%j", (text, numbering, rest) => expect(stripNumbering(text)).toEqual({ numbering, rest }));

  test.each([
    "1年未満",
    "5日以上",
    "3日",
    "2級",
    "3.4%",
    "12時間",
    "2020年度",
    "12 8",
    "2 人",
    "16 年 2 ヵ月",
    "10 h",
    "アンケート",
    "ア採用",
    "1,999",
    "9日と3時間",
    "①",
    "R2",
    "4月",
    "3 割",
  ])("a figure or a plain word keeps its number: %j", (text) => expect(stripNumbering(text).numbering).toBe(""));

  test("never throws, and loses no letter but spaces and closing signs", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => expect(typeof stripNumbering(text).rest).toBe("string")));
  });
});
