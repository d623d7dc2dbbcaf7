import fc from "fast-check";
import { readLaw, readPlanPeriod, readPlanPeriods } from "../../src/notation/plan-period";

describe("計画期間を読む", () => {
  test.each([
    ["次世代育成支援対策推進法　計画期間：令和5年度～令和6年度", 2023, 2024, "jisedai", "次世代育成支援対策推進法"],
    ["女性活躍推進法　計画期間：令和5年度～令和7年度", 2023, 2025, "jokatsu", "女性活躍推進法"],
    ["計画期間：令和5年4月1日から令和7年3月31日まで（後期行動計画：2年間）", 2023, 2024, null, ""],
    ["実施時期：令和5年度から令和7年度まで", 2023, 2025, null, ""],
    ["計画期間：令和2年度から令和6年度まで", 2020, 2024, null, ""],
    ["西東京市特定事業主行動計画（後期計画）　計画期間　平成22年度～平成26年度", 2010, 2014, null, "西東京市特定事業主行動計画(後期計画)"],
    ["第2期特定事業主行動計画（R3～R7）", 2021, 2025, null, "第2期特定事業主行動計画"],
    ["計画期間：令和5年4月1日から5年間", 2023, 2027, null, ""],
    ["計画期間　平成28年4月1日～平成33年3月31日", 2016, 2020, null, ""],
    ["（計画期間：令和3年4月1日～令和8年3月31日）", 2021, 2025, null, ""],
    ["女性活躍推進法に基づく特定事業主行動計画【R3～R7】", 2021, 2025, "jokatsu", "女性活躍推進法に基づく特定事業主行動計画"],
    ["令和3～7年度 特定事業主行動計画", 2021, 2025, null, "特定事業主行動計画"],
    ["1 計画期間 令和7年4月1日から令和12年3月31日までの5年間", 2025, 2029, null, ""],
    ["計画期間：平成27年度～平成31年度（令和元年度）", 2015, 2019, null, ""],
    ["計画期間：２０２１年度〜２０２５年度", 2021, 2025, null, ""],
  ])("%j", (text, from, to, law, words) => expect(readPlanPeriod(text)).toEqual({ from, to, law, words }));

  test.each(["計画期間", "令和3年度～令和5年度の実績", "令和3年度", "計画期間：令和7年度から令和5年度まで", "次世代育成支援対策推進法", ""])(
    "no plan with both its ends: %j",
    (text) => expect(readPlanPeriod(text)).toBeUndefined(),
  );

  test("the law, when one is named", () => {
    expect(readLaw("次世代育成支援対策推進法に係る特定事業主行動計画")).toBe("jisedai");
    expect(readLaw("女性の職業生活における活躍の推進に関する法律に係る特定事業主行動計画")).toBe("jokatsu");
    expect(readLaw("女性の活躍に関する数値目標の状況")).toBe("jokatsu");
    expect(readLaw("次世代育成支援対策推進法及び女性活躍推進法")).toBeNull();
    expect(readLaw("特定事業主行動計画")).toBeNull();
  });

  test("a period ends with the fiscal year of its last day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 10 }), (era, years) => {
        const plan = readPlanPeriod(`計画期間：令和${era}年4月1日から令和${era + years}年3月31日まで`);
        expect([plan?.from, plan?.to]).toEqual([2018 + era, 2018 + era + years - 1]);
      }),
    );
  });

  test("never throws on any text", () => fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => expect(() => readPlanPeriod(`計画期間${text}`)).not.toThrow())));
});

describe("several plans on one line", () => {
  test("each law with a period of its own", () =>
    expect(readPlanPeriods("計画期間　次世代育成支援：令和3年度～令和7年度　女性活躍推進：令和2年度～令和6年度").map(({ law, from, to }) => [law, from, to])).toEqual([
      ["jisedai", 2021, 2025],
      ["jokatsu", 2020, 2024],
    ]));

  test.each([["次世代育成支援対策推進法及び女性活躍推進法に基づく行動計画（令和3年度～令和7年度）"], ["次世代：令和3年度～令和7年度"], [""]])("%s is not several", (text) =>
    expect(readPlanPeriods(text)).toEqual([]),
  );
});
