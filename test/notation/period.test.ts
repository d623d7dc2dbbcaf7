import fc from "fast-check";
import { periodKey } from "../../src/model/period";
import { dateOfSerial, fiscalYearOfDate, fiscalYearOfPeriod, readMonth, readMonthOfCell, readPeriod, readPeriodOfCell, writeFiscalYear, type Era } from "../../src/notation/period";
import { readPeriodRange } from "../../src/notation/period-range";

const cell = (value: string | number, text: string, format = "General") => ({ value, text, format });

describe("期間を読む", () => {
  test.each([
    ["平成29年度", "fiscal-year:2017", "era-long"],
    ["H29", "fiscal-year:2017", "era-short"],
    ["Ｒ２", "fiscal-year:2020", "era-short"],
    ["R3年度", "fiscal-year:2021", "era-short"],
    ["FY2025", "fiscal-year:2025", "western-year"],
    ["H31", "fiscal-year:2019", "era-short"],
    ["H31/R1", "fiscal-year:2019", "era-short"],
    ["H31（R1）", "fiscal-year:2019", "era-short"],
    ["平成31(令和1)年度", "fiscal-year:2019", "era-long"],
    ["平成31（令和元）年度", "fiscal-year:2019", "era-long"],
    ["平成31年度・令和元年度", "fiscal-year:2019", "era-long"],
    ["令和元(2019)年度", "fiscal-year:2019", "era-long"],
    ["令和6年度（2024年度）", "fiscal-year:2024", "era-long"],
    ["令和元年度", "fiscal-year:2019", "era-long"],
    ["R元", "fiscal-year:2019", "era-short"],
    ["元年度", "fiscal-year:2019", "bare"],
    ["29年度", "fiscal-year:2017", "bare"],
    ["2年度", "fiscal-year:2020", "bare"],
    ["2020年度", "fiscal-year:2020", "western-nendo"],
    ["２０２０年度", "fiscal-year:2020", "western-nendo"],
    ["(2020年度)", "fiscal-year:2020", "western-nendo"],
    ["(2020)", "fiscal-year:2020", "western-year"],
    ["2014", "fiscal-year:2014", "western-year"],
    ["2019年", "calendar-year:2019", "western-year"],
    ["令和5年", "calendar-year:2023", "era-long"],
    ["平成28年(度)", "fiscal-year:2016", "era-long"],
    ["H31.4.1", "as-of:2019-04-01", "era-date"],
    ["R4. 4. 1現在", "as-of:2022-04-01", "era-date"],
    ["令和3年4月1日時点", "as-of:2021-04-01", "era-date"],
    ["平成27年6月1日", "as-of:2015-06-01", "era-date"],
    ["令和４年４月１日現在", "as-of:2022-04-01", "era-date"],
    ["H30.7末", "as-of:2018-07-31", "era-date"],
    ["令和6年2月末日", "as-of:2024-02-29", "era-date"],
    ["2018年3月31日", "as-of:2018-03-31", "western-date"],
    ["2021/4/1", "as-of:2021-04-01", "western-date"],
    ["2021-03-31", "as-of:2021-03-31", "western-date"],
    ["2021年3月", "fiscal-year:2020-3", "western-date"],
    ["令和4年4月", "fiscal-year:2022-4", "era-long"],
    ["㋿3年度", "fiscal-year:2021", "era-long"],
    ["令3.4.1", "as-of:2021-04-01", "era-date"],
    ["平30年度", "fiscal-year:2018", "era-short"],
    ["2021（令和3）年度", "fiscal-year:2021", "western-nendo"],
    ["令和元年度（平成31年度）", "fiscal-year:2019", "era-long"],
    ["令和3年（2021年）", "calendar-year:2021", "era-long"],
    ["令和3年1月～12月", "calendar-year:2021", "era-long"],
    ["平成22年1月1日〜平成22年12月31日", "calendar-year:2010", "era-date"],
    ["令和3年4月～令和4年3月", "fiscal-year:2021", "era-long"],
    ["R3.4.1～R4.3.31", "fiscal-year:2021", "era-date"],
  ])("%j → %s", (text, key, style) => {
    const reading = readPeriod(text);
    expect([periodKey(reading?.period), reading?.style, reading?.isWhole]).toEqual([key, style, true]);
  });

  test.each([
    ["H32", "fiscal-year:2020"],
    ["32年度", "fiscal-year:2020"],
    ["H32年度", "fiscal-year:2020"],
    ["平成33年度", "fiscal-year:2021"],
    ["平成33年3月31日", "as-of:2021-03-31"],
  ])("written past the end of its era: %j", (text, key) => {
    const reading = readPeriod(text);
    expect([periodKey(reading?.period), reading?.isPastEra]).toEqual([key, true]);
  });

  test.each(["H31", "平成31年度", "R1", "令和元年度", "2019年度", "H31.4.1"])("in its era: %j", (text) => expect(readPeriod(text)?.isPastEra).toBe(false));

  test.each([
    ["R3実績", "fiscal-year:2021", "実績"],
    ["実績(R3)", "fiscal-year:2021", "実績"],
    ["目標(R2年度)", "fiscal-year:2020", "目標"],
    ["H28年度 取得率", "fiscal-year:2016", "取得率"],
    ["27年度の状況", "fiscal-year:2015", "の状況"],
    ["2020年度まで", "fiscal-year:2020", "まで"],
    ["(5) 男女の平均した継続勤務年数の差異（令和3年度）", "fiscal-year:2021", "男女の平均した継続勤務年数の差異"],
    ["令和4年度（4〜12月及び前年度の1〜3月）", "fiscal-year:2022", "(4～12月及び前年度の1～3月)"],
    ["①平成31年4月1日時点", "as-of:2019-04-01", ""],
  ])("words beside it: %j", (text, key, rest) => {
    const reading = readPeriod(text);
    expect([periodKey(reading?.period), reading?.rest, reading?.isWhole]).toEqual([key, rest, rest === ""]);
  });

  test.each([
    ["2020年度末", true],
    ["令和7年3月31日", true],
    ["令和7年度", false],
    ["R4.4.1", false],
  ])("the end of the year: %j", (text, isYearEnd) => expect(readPeriod(text)?.isYearEnd).toBe(isYearEnd));

  test.each([
    ["28", "heisei", "fiscal-year:2016"],
    ["30", "heisei", "fiscal-year:2018"],
    ["元年度", "heisei", "fiscal-year:2019"],
    ["2年度", "heisei", "fiscal-year:2020"],
    ["31", "heisei", "fiscal-year:2019"],
    ["3", "reiwa", "fiscal-year:2021"],
    ["28年", "heisei", "calendar-year:2016"],
    ["29年度", "heisei", "fiscal-year:2017"],
  ] as const)("without an era, in a row of %j %s years", (text, bareEra: Era, key) => expect(periodKey(readPeriod(text, { bareEra })?.period)).toBe(key));

  test.each([
    "28",
    "取得率",
    "5日以上",
    "1年未満",
    "17年3月",
    "16 年 2 ヵ月",
    "7人/8人",
    "1,999",
    "12日",
    "4月",
    "1年～2年",
    "R2～R6",
    "令和5年4月1日から令和7年3月31日まで",
    "令和3年4月～9月",
    "R3.4～R4.9",
    "R2,R3",
    "令和3年度・令和4年度",
    "R3/R4",
    "約10年度前に採用した職員",
    "9〜11年度前に採用",
    "過去3年度平均",
    "該当者なし",
    "第2次",
    "2級",
    "月45時間年360時間超人数",
    "2019人",
    "2,019",
    "2019.5%",
    "20%以上",
    "",
    "元",
  ])("states no one period: %j", (text) => expect(readPeriod(text)).toBeUndefined());
});

describe("セルの期間", () => {
  test.each([
    [44287, "2021/4/1", "yyyy/m/d", "as-of:2021-04-01"],
    [44287, "令和3年4月1日", '[$-411]ggge"年"m"月"d"日"', "as-of:2021-04-01"],
    [44287, "R3.4.1", "[$-411]ge.m.d", "as-of:2021-04-01"],
    [44287, "####", "[$-411]ge.m.d", "as-of:2021-04-01"],
    [44287, "令和3年度", '[$-411]ggge"年度"', "fiscal-year:2021"],
    [44287, "2021年度", 'yyyy"年度"', "fiscal-year:2021"],
    [44287, "2021年4月", 'yyyy"年"m"月"', "fiscal-year:2021-4"],
    [44256, "2021年3月", 'yyyy"年"m"月"', "fiscal-year:2020-3"],
    [44287, "2021", "yyyy", "fiscal-year:2021"],
    [2021, "2021", "General", "fiscal-year:2021"],
    [2021, "2021年度", '0"年度"', "fiscal-year:2021"],
    [3, "R3", '"R"0', "fiscal-year:2021"],
    [3, "令和3年度", '"令和"0"年度"', "fiscal-year:2021"],
    ["H29", "H29", "General", "fiscal-year:2017"],
  ])("%j shown %j", (value, text, format, key) => expect(periodKey(readPeriodOfCell(cell(value, text, format))?.period)).toBe(key));

  test.each([
    [1999, "1,999", "#,##0"],
    [2021, "2,021", "#,##0"],
    [2021.5, "2021.5", "General"],
    [28, "28", "General"],
    [0.5, "50%", "0%"],
    [1.5, "36:00", "[h]:mm"],
    [5, "5人", '0"人"'],
    [44287, "4月", 'm"月"'],
  ])("no period: %d shown %j", (value, text, format) => expect(readPeriodOfCell(cell(value, text, format))).toBeUndefined());

  test("in the calendar of 1904 the same number is another day", () => {
    expect(dateOfSerial(44287, false)).toBe("2021-04-01");
    expect(periodKey(readPeriodOfCell(cell(42825, "2021/4/1", "yyyy/m/d"), true)?.period)).toBe("as-of:2021-04-01");
  });

  test("a bare number with an era around it", () => expect(periodKey(readPeriodOfCell(cell(28, "28"), false, { bareEra: "heisei" })?.period)).toBe("fiscal-year:2016"));
});

describe("月を読む", () => {
  test.each([
    ["4月", 4],
    ["１２月", 12],
    ["4月分", 4],
    ["（3月）", 3],
  ])("%j", (text, month) => expect(readMonth(text)).toBe(month));
  test.each(["13月", "0月", "4", "3か月", "4月1日", "令和4年4月", "月"])("no month: %j", (text) => expect(readMonth(text)).toBeUndefined());
  test("of a cell: a number or a date that shows only its month", () => {
    expect(readMonthOfCell(cell(4, "4月", '0"月"'))).toBe(4);
    expect(readMonthOfCell(cell(44287, "4月", 'm"月"'))).toBe(4);
    expect(readMonthOfCell(cell(4, "4"))).toBeUndefined();
  });
});

describe("期間の範囲", () => {
  test.each([
    ["平成22年1月1日〜平成22年12月31日", "as-of:2010-01-01", "as-of:2010-12-31"],
    ["令和5年4月1日から令和7年3月31日まで（後期行動計画：2年間）", "as-of:2023-04-01", "as-of:2025-03-31"],
    ["平成22年度～平成26年度", "fiscal-year:2010", "fiscal-year:2014"],
    ["2016年度から2020年度までの5年間", "fiscal-year:2016", "fiscal-year:2020"],
    ["計画期間(2016~2020年度)全体", "fiscal-year:2016", "fiscal-year:2020"],
    ["R2〜R6", "fiscal-year:2020", "fiscal-year:2024"],
    ["R2-R6", "fiscal-year:2020", "fiscal-year:2024"],
    ["令和5～7年度", "fiscal-year:2023", "fiscal-year:2025"],
    ["平成30～2年度", "fiscal-year:2018", "fiscal-year:2020"],
    ["令和5～7年", "calendar-year:2023", "calendar-year:2025"],
    ["令和5年度から5年間", "fiscal-year:2023", "fiscal-year:2027"],
    ["令和5年4月1日から5年間", "as-of:2023-04-01", "as-of:2028-03-31"],
    ["R5.4.1～8.3.31", "as-of:2023-04-01", "as-of:2026-03-31"],
    ["令和5年4月1日から9年3月31日まで", "as-of:2023-04-01", "as-of:2027-03-31"],
    ["平成28年度から平成32年度", "fiscal-year:2016", "fiscal-year:2020"],
    ["2016年度から2017年度", "fiscal-year:2016", "fiscal-year:2017"],
  ])("%j", (text, from, to) => {
    const range = readPeriodRange(text);
    expect([periodKey(range?.from), periodKey(range?.to)]).toEqual([from, to]);
  });
  test.each(["令和3年度", "1年～2年", "令和3年4月～9月", "平成26年度まで", "5～7人", ""])("has not two ends: %j", (text) => expect(readPeriodRange(text)).toBeUndefined());
});

describe("年度", () => {
  test.each([
    ["2022-03-31", 2021],
    ["2022-04-01", 2022],
    ["2021-12-31", 2021],
    ["2021-01-01", 2020],
  ])("%s lies in %d", (date, year) => expect(fiscalYearOfDate(date)).toBe(year));
  test("of a period", () => {
    expect(fiscalYearOfPeriod({ kind: "as-of", year: 2022, date: "2022-03-31" })).toBe(2021);
    expect(fiscalYearOfPeriod({ kind: "fiscal-year", year: 2021 })).toBe(2021);
  });
  test.each([
    [2021, "era-long", "令和3年度"],
    [2019, "era-long", "令和元年度"],
    [2018, "era-long", "平成30年度"],
    [1989, "era-long", "平成元年度"],
    [2021, "era-short", "R3"],
    [2019, "era-short", "R1"],
    [2017, "era-short", "H29"],
    [2021, "western-nendo", "2021年度"],
  ] as const)("%d %s is %s", (year, style, written) => expect(writeFiscalYear(year, style)).toBe(written));

  test("writing then reading a year is identity", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2060 }), fc.constantFrom("era-long", "era-short", "western-nendo", "western-year"), (year, style) => {
        const reading = readPeriod(writeFiscalYear(year, style));
        expect(reading?.period).toEqual({ kind: "fiscal-year", year });
        expect([reading?.style, reading?.isWhole, reading?.isPastEra]).toEqual([style, true, false]);
      }),
    );
  });

  test("a day is read the same in every way of writing it", () => {
    const day = fc.date({ min: new Date("2019-05-01T00:00:00Z"), max: new Date("2040-12-31T00:00:00Z"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y, m, d] = iso.split("-").map(Number) as [number, number, number];
        for (const text of [`令和${y - 2018}年${m}月${d}日`, `R${y - 2018}.${m}.${d}`, `${y}年${m}月${d}日現在`, `${y}/${m}/${d}`, iso])
          expect(readPeriod(text)?.period.date).toBe(iso);
      }),
    );
  });

  test("readers never throw, and a range never runs backwards when both ends are years", () => {
    const letters = fc.constantFrom(..."0123456789０１HRS平成令和昭元年度月日末現在時点～〜-－から/.・()（） まで間");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: letters, maxLength: 30 }), fc.string({ unit: "binary" })), (text) => {
        readPeriod(text);
        readPeriod(text, { bareEra: "heisei" });
        readMonth(text);
        const range = readPeriodRange(text);
        if (range) expect(Number.isFinite(range.from.year) && Number.isFinite(range.to.year)).toBe(true);
      }),
      { numRuns: 800 },
    );
  });
});
