import fc from "fast-check";
import { readNumberFormat } from "../../src/notation/number-format";

describe("表示形式", () => {
  test.each([
    ["General", { isGeneral: true, decimals: null, unit: null }],
    ["G/標準", { isGeneral: true, decimals: null }],
    ["0", { decimals: 0, unit: null, hasThousands: false }],
    ["#,##0", { decimals: 0, hasThousands: true }],
    ["#,##0.00_ ;[Red]\\-#,##0.00\\ ", { decimals: 2, hasThousands: true }],
    ["0.0%", { decimals: 1, isPercent: true, unit: "ratio" }],
    ['0.0"%"', { decimals: 1, isPercent: false, isLiteralPercent: true, unit: "ratio" }],
    ['0"人"', { decimals: 0, unit: "people" }],
    ['#,##0 "名"', { unit: "people", hasThousands: true }],
    ['0.0"日"', { decimals: 1, unit: "days" }],
    ['0.0"時間/人"', { unit: "hours", per: "person" }],
    ['0"件"', { unit: "cases" }],
    ['0.0"年"', { unit: "years" }],
    ['0.0"ポイント"', { unit: "points" }],
    ['"約"0.0"時間"', { unit: "hours", before: "約" }],
    ['0.0%;"▲"0.0%', { isPercent: true, negativeBefore: "▲" }],
    ["#,##0,", { scale: 1000 }],
    ["@", { isText: true, before: "" }],
    ["yyyy/m/d", { isDate: true, hasYear: true, hasMonth: true, hasDay: true }],
    ['[$-411]ggge"年"m"月"d"日"', { isDate: true, hasYear: true, hasMonth: true, hasDay: true }],
    ['[$-411]ge"年度"', { isDate: true, hasYear: true, hasMonth: false }],
    ['m"月"', { isDate: true, hasYear: false, hasMonth: true, hasDay: false }],
    ["h:mm", { isDate: true, hasMonth: false }],
    ["[h]:mm", { isElapsed: true }],
    ['0"年度"', { isDate: false, unit: null, after: "年度" }],
    ['"R"0', { isDate: false, before: "R" }],
    ['0"月"', { unit: null, after: "月", isDate: false }],
  ] as const)("%s", (code, expected) => expect(readNumberFormat(code)).toMatchObject(expected));

  test("never throws on any code", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0#?.,%;"\\[]hmsyde"人日 _*@-/') }), (code) => expect(readNumberFormat(code).scale).toBeGreaterThan(0)));
  });
});
