import { buildWorkbook } from "../support/xlsx-builder";

const YEARS = ["R1", "R2", "R3", "R4", "R5", "R6"];
const MONTHS = ["4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"];
const KINDS = ["部分休業", "配偶者出産休暇", "男性職員の育児休業", "女性職員の育児休業", "子の看護休暇", "育児時間"];
const DEPARTMENTS = ["総務部", "企画部", "市民部", "福祉部", "経済部", "建設部", "教育委員会", "消防本部", "病院", "水道局"];
const NOTES = ["※ 取得率は、当該年度に新たに対象となった職員に占める割合です。", "制度の周知を図るため、所属長を対象とした研修を実施した。", "出典：人事課調べ"];
const ROWS_PER_SHEET = 5_000;

type Cell = string | number;
type Line = readonly (Cell | undefined)[];

/** 形 — many tables under each other on many sheets, or one table that runs down a single sheet. */
export type BenchShape = "sections" | "tall";

/** 大きな実績ブック — sections of rates with their counts, departments by year and by month, sentences between, until there are this many cells. */
export function monitoringWorkbook(cells: number, shape: BenchShape = "sections"): Uint8Array {
  if (shape === "tall") return tallWorkbook(cells);
  const sheets: { name: string; rows: string }[] = [];
  let rows: string[] = [];
  let row = 1;
  let made = 0;
  const next = countUp();
  for (let section = 0; made < cells; section++) {
    const lines = [...ratesWithCounts(section, next), [], ...departmentsByYear(section, next), [], ...departmentsByMonth(section, next), [NOTES[section % NOTES.length]!], []];
    for (const line of lines) {
      if (line.length > 0) rows.push(`<row r="${row}">${line.map((cell, i) => writeCell(i, row, cell)).join("")}</row>`);
      made += line.filter((cell) => cell !== undefined).length;
      row++;
    }
    if (row > ROWS_PER_SHEET || made >= cells) {
      sheets.push({ name: `実績${sheets.length + 1}`, rows: rows.join("") });
      rows = [];
      row = 1;
    }
  }
  return buildWorkbook({ sheets });
}

/** One heading, then a line of rates a section, for as long as it takes. */
function tallWorkbook(cells: number): Uint8Array {
  const next = countUp();
  const lines: Line[] = [["男性職員の育児休業取得率（各年度）"], ["所属", ...YEARS, "目標"]];
  for (let made = 8; made < cells; made += 8) lines.push([`第${lines.length}課`, ...YEARS.map(() => `${next(1000) / 10}%`), `${50 + next(5) * 10}%以上`]);
  const rows = lines.map((line, i) => `<row r="${i + 1}">${line.map((cell, col) => writeCell(col, i + 1, cell)).join("")}</row>`);
  return buildWorkbook({ sheets: [{ name: "実績", rows: rows.join("") }] });
}

/** Takers, eligible and the rate they give, beneath a caption with its target. */
function ratesWithCounts(section: number, next: (below: number) => number): Line[] {
  const takers = YEARS.map(() => next(20));
  const eligible = takers.map((count) => count + 1 + next(20));
  return [
    [`第${Math.floor(section / KINDS.length) + 1}課　${KINDS[section % KINDS.length]}の取得状況【目標：取得率${50 + (section % 5) * 10}%以上】`],
    ["区分", ...YEARS],
    ["取得人数", ...takers],
    ["対象人数", ...eligible],
    ["取得率", ...takers.map((count, i) => `${((100 * count) / eligible[i]!).toFixed(1)}%`)],
    [NOTES[0]],
  ];
}

/** One rate a department and year, some not applicable, with a target in a column of its own. */
function departmentsByYear(section: number, next: (below: number) => number): Line[] {
  const title = `年次有給休暇の平均取得日数（${Math.floor(section / 4) + 1}地区）`;
  return [
    [title],
    ["所属", ...YEARS.map((year) => `${year}年度`), "目標"],
    ...DEPARTMENTS.map((department) => [department, ...YEARS.map(() => (next(30) === 0 ? "－" : `${8 + next(80) / 10}日`)), `${12 + (section % 3)}日以上`]),
  ];
}

/** Hours of overtime a department and month of one year. */
function departmentsByMonth(section: number, next: (below: number) => number): Line[] {
  return [
    [`令和${1 + (section % 6)}年度　職員一人当たりの時間外勤務時間数`],
    [...MONTHS.map(() => undefined), "（単位：時間）"],
    ["所属", ...MONTHS],
    ...DEPARTMENTS.map((department) => [department, ...MONTHS.map(() => 5 + next(250) / 10)]),
  ];
}

/** The same numbers every time. */
function countUp(): (below: number) => number {
  let seed = 1;
  return (below) => (seed = (seed * 48_271) % 2_147_483_647) % below;
}

function writeCell(column: number, row: number, cell: Cell | undefined): string {
  if (cell === undefined) return "";
  const at = `${String.fromCharCode(65 + column)}${row}`;
  return typeof cell === "number" ? `<c r="${at}"><v>${cell}</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
}
