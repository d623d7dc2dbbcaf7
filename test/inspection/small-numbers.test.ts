import { readFileSync } from "node:fs";
import { join } from "node:path";
import { array, assert, integer, property } from "fast-check";
import { findIndicator } from "../../src/indicators";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { findCounted, findDerivable, type SumRelation, withholdMore } from "../../src/inspection/publication/derive-withheld";
import { findGivenAway, findSmallNumbers } from "../../src/inspection/publication/find-small-numbers";
import { publicationEdits } from "../../src/inspection/publication/propose-publication";
import { withheldEdits } from "../../src/inspection/publication/withheld-sheets";
import { defaultProfile } from "../../src/model/profile";
import type { Workbook } from "../../src/model/workbook";
import { applyToModel } from "../support/apply-to-model";
import { readTextWorkbook } from "../support/text-workbook";

const inspect = (book: Workbook, smallNumber = 3) => inspectWorkbook(book, { profile: { ...defaultProfile, smallNumber }, asOf: "2024-06-01" });
const written = (text: string): Workbook => readTextWorkbook(text, "実績.xlsx").workbook;
const find = (book: Workbook, limit?: number) => findSmallNumbers(inspect(book, limit), book);
const told = (book: Workbook, limit?: number) =>
  find(book, limit)
    .cells.map(({ at, reason }) => `${at.sheet}!${at.cell} ${reason}`)
    .sort();

const departments = `== sheet 育児休業
@ A1
| 育児休業の取得者数（令和5年度） |
| 所属 | 男性 | 女性 | 計 |
| 総務課 | 1人 | 6人 | 7人 |
| 福祉課 | 4人 | 5人 | 9人 |
| 建設課 | 5人 | 8人 | 13人 |
| 合計 | 10人 | 19人 | 29人 |
`;

describe("少ない人数", () => {
  test("one man of a department is withheld, and with him what would give him away by subtraction", () => {
    const cells = told(written(departments));
    expect(cells).toContain("育児休業!B3 few");
    // A row and a column can be subtracted: three more cells make a block nobody can solve.
    expect(cells.filter((cell) => cell.endsWith("subtraction"))).toHaveLength(3);
    expect(findGivenAway(find(written(departments)))).toEqual([]);
  });

  test("many people, nobody, and a threshold of 1 leave everything as it is", () => {
    expect(told(written(departments.replace("1人 | 6人 | 7人", "4人 | 6人 | 10人").replace("10人 | 19人 | 29人", "13人 | 19人 | 32人")))).toEqual([]);
    expect(told(written(departments.replace("1人 | 6人 | 7人", "0人 | 6人 | 6人").replace("10人 | 19人 | 29人", "9人 | 19人 | 28人")))).toEqual([]);
    expect(told(written(departments), 1)).toEqual([]);
  });

  test("a sheet that states the same people elsewhere does not give them away", () => {
    const twice = written(`${departments}== sheet 再掲
@ A1
| 育児休業の取得者数（令和5年度） |
| 所属 | 男性 | 女性 | 計 |
| 総務課 | 1人 | 6人 | 7人 |
`);
    expect(told(twice)).toEqual(expect.arrayContaining(["育児休業!B3 few", "再掲!B3 few"]));
    expect(findGivenAway(find(twice))).toEqual([]);
  });

  test("of the whole organisation a small number says nothing about anybody", () => {
    const whole = written(`== sheet 実績
@ A1
| 指標 | 区分 | R4年度 | R5年度 |
| 年次有給休暇 | 平均取得日数 | 2日 | 1日 |
| 採用した職員に占める女性職員の割合 | 採用者数 | 22人 | 25人 |
`);
    expect(told(whole)).toEqual([]);
  });

  test("the rate goes with the people it is reckoned from; those who are left of a whole count as well", () => {
    const fathers = written(`== sheet 実績
@ A1
| 指標 | 区分 | R3年度 | R4年度 | R5年度 |
| 男性職員の育児休業 | 対象者数 | 10人 | 8人 | 9人 |
|  | 取得者数 | 1人 | 7人 | 5人 |
|  | 取得率 | 10.0% | 87.5% | 55.6% |
`);
    expect(told(fathers)).toEqual(["実績!C3 few", "実績!C4 reckoned", "実績!D3 few-left", "実績!D4 reckoned"]);
  });

  test("known workbooks are never given away", () => {
    for (const name of ["departments-by-sex", "grades-matrix", "judgement-edges", "staff-sex-by-job", "groups-in-one-cell"]) {
      const { workbook } = readTextWorkbook(readFileSync(join(__dirname, `../workbooks/${name}.txt`), "utf8"), "実績.xlsx");
      expect(findGivenAway(find(workbook, 5))).toEqual([]);
    }
  });
});

describe("伏せた写し", () => {
  test("replaces the cells in a copy and leaves the sheet itself alone", () => {
    const book = written(departments);
    const { edits } = withheldEdits(inspect(book), book)!;
    expect(edits.map((edit) => (edit.kind === "add-sheet" ? edit.sheet.name : edit.kind))).toEqual(["公表前の確認", "公表 育児休業"]);
    const after = applyToModel(book, edits);
    expect(after.sheets[0]).toEqual(book.sheets[0]);
    const copy = after.sheets.at(-1)!;
    expect(copy.cells.filter(({ value }) => value === "＊")).toHaveLength(4);
    expect(copy.cells.find(({ row, col }) => row === 2 && col === 1)?.value).toBe("＊");
    expect(copy.cells.some(({ formula, row }) => formula !== undefined && row > 0)).toBe(false);
    expect(withheldEdits(inspect(after), after)?.edits).toEqual([]);
  });

  test("the sheet for publication leaves out the same figures when asked, and only then", () => {
    const { workbook } = readTextWorkbook(readFileSync(join(__dirname, "../workbooks/judgement-edges.txt"), "utf8"), "実績.xlsx");
    const stars = (suppresses: boolean) =>
      publicationEdits(inspect(workbook), workbook, findIndicator, { suppresses })!.edits.flatMap((edit) =>
        edit.kind === "add-sheet" ? edit.sheet.cells.filter(({ value }) => value === "＊") : [],
      );
    expect(stars(false)).toEqual([]);
    // Of seven fathers six took the leave.
    expect(stars(true).length).toBeGreaterThan(0);
  });

  test("is not made where nobody would be known", () => {
    const book = written(departments);
    expect(withheldEdits(inspect(book, 1), book)).toBeUndefined();
  });
});

/** A table of people with its sums, some of the sums left out; cells by "row:col". */
function makeTable(rows: readonly (readonly number[])[], sheets: number) {
  const values = new Map<string, number>();
  const relations: SumRelation[] = [];
  const width = rows[0]!.length;
  const full = [...rows.map((row) => [...row, row.reduce((a, b) => a + b, 0)])];
  full.push(Array.from({ length: width + 1 }, (_, col) => full.reduce((sum, row) => sum + row[col]!, 0)));
  for (let sheet = 0; sheet < sheets; sheet++) {
    full.forEach((row, r) => row.forEach((value, c) => values.set(`${sheet}:${r}:${c}`, value)));
    full.forEach((row, r) => relations.push(new Map(row.map((_, c): [string, number] => [`${sheet}:${r}:${c}`, c === width ? 1 : -1]))));
    full[0]!.forEach((_, c) => relations.push(new Map(full.map((_, r): [string, number] => [`${sheet}:${r}:${c}`, r === rows.length ? 1 : -1]))));
    // The totals of each department are stated on every sheet.
    if (sheet > 0)
      full.forEach((_, r) =>
        relations.push(
          new Map([
            [`0:${r}:${width}`, 1],
            [`${sheet}:${r}:${width}`, -1],
          ]),
        ),
      );
  }
  return { values, relations };
}

describe("引き算", () => {
  const tables = integer({ min: 2, max: 5 }).chain((width) => array(array(integer({ min: 0, max: 9 }), { minLength: width, maxLength: width }), { minLength: 2, maxLength: 5 }));

  test("after withholding, no withheld cell follows from what remains", () => {
    assert(
      property(tables, integer({ min: 1, max: 2 }), (rows, sheets) => {
        const { values, relations } = makeTable(rows, sheets);
        const first = new Set([...values].filter(([, value]) => value > 0 && value < 3).map(([cell]) => cell));
        const withheld = withholdMore(relations, values, first);
        return (
          [...first].every((cell) => withheld.has(cell)) &&
          findDerivable(relations, withheld).length === 0 &&
          findCounted(relations, values, withheld).every(({ from }) => from.every((cell) => values.get(cell) === 0)) &&
          !solvesByTrying(relations, withheld)
        );
      }),
    );
  });

  test("withholding the few alone would give them away: the guard is not idle", () => {
    const { values, relations } = makeTable(
      [
        [1, 5],
        [6, 7],
      ],
      1,
    );
    const first = new Set(["0:0:0"]);
    expect(findDerivable(relations, first).map(({ cell }) => cell)).toEqual(["0:0:0"]);
    expect(withholdMore(relations, values, first).size).toBe(4);
  });

  test("two people in two withheld cells are one in each: another cell goes with them", () => {
    const relations: SumRelation[] = [
      new Map([
        ["sum", 1],
        ["a", -1],
        ["b", -1],
        ["c", -1],
      ]),
    ];
    const values = new Map([
      ["sum", 6],
      ["a", 1],
      ["b", 1],
      ["c", 4],
    ]);
    expect(findCounted(relations, values, new Set(["a", "b"]))).toHaveLength(1);
    expect([...withholdMore(relations, values, new Set(["a", "b"]))]).toEqual(["a", "b", "c"]);
    expect(findCounted(relations, values, new Set(["a", "b", "c"]))).toEqual([]);
  });

  test("where nothing is few, nothing is withheld", () => {
    const { values, relations } = makeTable(
      [
        [4, 5],
        [6, 7],
      ],
      2,
    );
    expect(withholdMore(relations, values, new Set()).size).toBe(0);
  });
});

/** As people do it: a sum with one cell missing gives it, again and again. */
function solvesByTrying(relations: readonly SumRelation[], withheld: ReadonlySet<string>): boolean {
  return relations.some((relation) => [...relation.keys()].filter((cell) => withheld.has(cell)).length === 1);
}
