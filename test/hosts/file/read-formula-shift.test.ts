import fc from "fast-check";
import { cutFormula, shiftFormula } from "../../../src/hosts/file/formula-shift";

describe("the formula of a follower in a shared range", () => {
  test.each([
    ["A2*2", 1, 0, "A3*2"],
    ["A2*2", 0, 2, "C2*2"],
    ["$A2+A$2+$A$2", 3, 1, "$A5+B$2+$A$2"],
    ["SUM(B3:D3)", 1, 0, "SUM(B4:D4)"],
    ["SUM(A:A)/SUM($B:C)", 0, 1, "SUM(B:B)/SUM($B:D)"],
    ["SUM(1:3)", 2, 5, "SUM(3:5)"],
    ["SUM($1:3)", 2, 0, "SUM($1:5)"],
    ['IF(B2=0,"該当者なし A1",B2/C2)', 1, 0, 'IF(B3=0,"該当者なし A1",B3/C3)'],
    ["Sheet1!A1+'令和 A1'!B2", 1, 0, "Sheet1!A2+'令和 A1'!B3"],
    ["実績!A1", 1, 1, "実績!B2"],
    ["AB12!C3", 1, 0, "AB12!C4"],
    ["Sheet1:Sheet3!A1", 1, 0, "Sheet1:Sheet3!A2"],
    ["LOG10(A1)", 1, 0, "LOG10(A2)"],
    ["ATAN2(A1,A2)", 1, 0, "ATAN2(A2,A3)"],
    ["取得者A1+人数", 1, 0, "取得者A1+人数"],
    ["表1[[#This Row],[A1]]/表1[A2]", 1, 0, "表1[[#This Row],[A1]]/表1[A2]"],
    ["[1]Sheet1!A1", 1, 0, "[1]Sheet1!A2"],
    ["A1048576+1", 1, 0, "#REF!+1"],
    ["A1", 0, -1, "#REF!"],
    ["XFE1+ABCD1+A1E3", 1, 0, "XFE1+ABCD1+A1E3"],
    ["1E5+A1", 1, 0, "1E5+A2"],
    ["A1#", 1, 0, "A2#"],
    ["A1%", 1, 0, "A2%"],
    ["a1+b2", 1, 0, "A2+B3"],
  ])("%s moved by %p rows and %p columns is %s", (formula, rows, cols, moved) => {
    expect(shiftFormula(cutFormula(formula), rows, cols)).toBe(moved);
  });

  it("is the formula itself when nothing moves", () => {
    const words = fc.constantFrom("A1", "$B$2", "SUM(", ")", "+", ",", '"A1"', "'x'!", "A:A", "1:1", "人数", "1.5", "[A1]");
    fc.assert(
      fc.property(fc.array(words, { maxLength: 10 }), (pieces) => {
        const formula = pieces.join("");
        return shiftFormula(cutFormula(formula), 0, 0) === formula;
      }),
    );
  });
});
