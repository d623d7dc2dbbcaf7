import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import type { Group } from "../../src/model/observation";
import { defaultProfile } from "../../src/model/profile";
import { openKnownWorkbook, USUAL_DAY } from "../support/known-workbooks";

const inspect = (...lines: string[]) => inspectWorkbook(openKnownWorkbook(["== sheet 表", ...lines].join("\n"), "表").workbook, { profile: defaultProfile, asOf: USUAL_DAY });
const groupsOf = (cells: readonly string[], ...lines: string[]): (Group | undefined)[] => {
  const { reading } = inspect(...lines);
  return cells.map((cell) => reading.observations.find(({ at }) => at.cell === cell)?.group);
};

describe("the same headings under each of several wider ones", () => {
  const TABLE = [
    "@ A1",
    "| 令和６年　年次有給休暇の取得状況 |",
    "@ A3",
    "| 所属 | 毎日勤務 | | 交替制勤務 | |",
    "| | 職員数 | 平均取得日数 | 職員数 | 平均取得日数 |",
    "| 中央署 | 5 | 12.6 | 72 | 13.6 |",
    "| 西署 | 4 | 11.8 | 55 | 13.4 |",
  ];

  test("make the wider ones populations, whatever their words", () => {
    const [daily, shifts] = groupsOf(["C5", "E5"], ...TABLE, "merge A3:A4 B3:C3 D3:E3");
    expect(Object.values(daily!)).toEqual(expect.arrayContaining(["中央署", "毎日勤務"]));
    expect(Object.values(shifts!)).toEqual(expect.arrayContaining(["中央署", "交替制勤務"]));
  });

  test("a wider heading that says 計 is everybody, and no population", () => {
    const said = TABLE.map((line) => line.replace("交替制勤務", "計"));
    expect(groupsOf(["E5"], ...said, "merge A3:A4 B3:C3 D3:E3")).toEqual([{ department: "中央署" }]);
  });

  test("a wider heading over one line of its own words names nothing", () => {
    const [first] = groupsOf(["B4"], "@ A1", "| 年次有給休暇 |", "@ A2", "| 年度 | 区分甲 | 区分乙 |", "| | 平均取得日数 | 総取得日数 |", "| 令和6年度 | 12.1 | 363 |");
    expect(Object.values(first!)).toEqual([]);
  });
});

describe("captions beside each other", () => {
  const SIDES = ["@ A1", "| 育児休業等の取得状況 |", "@ A3", "| 【教員】 | | | | 【事務職員】 | | |", "@ A4", "| 男性 | | | | 男性 | | |"];
  const ROWS = ["| 年度 | 対象者数 | 取得者数 | | 年度 | 対象者数 | 取得者数 |", "| 2023年度 | 3 | 1 | | 2023年度 | 1 | 1 |", "| 2024年度 | 8 | 4 | | 2024年度 | 4 | 3 |"];

  test("each speak for the columns below, also for the second tables there", () => {
    const groups = groupsOf(["B6", "F6", "B12", "F12"], ...SIDES, ...ROWS, "@ A10", "| 女性 | | | | 女性 | | |", ...ROWS);
    expect(groups).toEqual([
      { sex: "male", occupation: "教員" },
      { sex: "male", occupation: "事務職員" },
      { sex: "female", occupation: "教員" },
      { sex: "female", occupation: "事務職員" },
    ]);
  });

  test("end where a heading stands over all columns again", () => {
    const [after] = groupsOf(["B13"], ...SIDES, ...ROWS, "@ A10", "| ２　その他の育児休業 |", "@ A11", "| 女性 | | | | 女性 | | |", ...ROWS);
    expect(after).toEqual({ sex: "female" });
  });
});

describe("whom a line counts", () => {
  const FATHERS = [
    "@ A1",
    "| 出産・育児関係 |",
    "| | R5 | R6 |",
    "| 配偶者が出産した男性職員 | 2名 | 1名 |",
    "| うち育児休業取得者 | 1名 | 1名 |",
    "| 育児休業取得率 | 50％ | 100％ |",
  ];

  test("takers among the fathers, and their rate, are men", () => {
    expect(groupsOf(["B4", "B5"], ...FATHERS)).toEqual([{ sex: "male" }, { sex: "male" }]);
  });

  test("what follows the mothers is no father's", () => {
    const { reading } = inspect(...FATHERS, "| うち休暇5日以上取得者 | 1名 | 1名 |", "| 出産した女性職員 | 2名 | 3名 |");
    const at = (cell: string) => reading.observations.find((o) => o.at.cell === cell);
    expect(at("B6")).toMatchObject({ indicator: "paternity_5days_rate", role: "numerator" });
    expect(at("B7")).toMatchObject({ indicator: "childcare_leave_rate", role: "denominator", group: { sex: "female" } });
  });

  test("一般職員 beside 警察官 is an occupation, among ranks a rank", () => {
    const beside = ["| 一般職員数 | 320 | 318 |", "| うち女性 | 140 | 141 |"];
    const title = ["@ A1", "| 職員に占める女性の割合（各年４月１日現在） |", "| | 令和6年 | 令和7年 |"];
    expect(groupsOf(["B5"], ...title, "| 警察官数 | 2,208 | 2,214 |", "| うち女性 | 249 | 262 |", ...beside)).toEqual([{ occupation: "一般職員" }]);
    expect(groupsOf(["B5"], ...title, "| 係長級職員数 | 40 | 41 |", "| うち女性 | 9 | 10 |", ...beside)).toEqual([{ grade: "一般職員" }]);
  });
});
