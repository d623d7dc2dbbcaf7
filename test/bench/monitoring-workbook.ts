import { buildWorkbook } from "../support/xlsx-builder";

const YEARS = ["R1", "R2", "R3", "R4", "R5", "R6"];
const KINDS = ["部分休業", "配偶者出産休暇", "男性職員の育児休業", "女性職員の育児休業", "子の看護休暇", "育児時間"];
const ROWS_PER_SHEET = 20_000;

/** 大きな実績ブック — tables of rates with their counts, one under the other, until there are this many cells. */
export function monitoringWorkbook(cells: number): Uint8Array {
  const sheets: { name: string; rows: string }[] = [];
  let rows: string[] = [];
  let row = 1;
  let made = 0;
  let seed = 1;
  const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const columns = ["B", "C", "D", "E", "F", "G"];
  for (let table = 0; made < cells; table++) {
    const title = `第${Math.floor(table / KINDS.length) + 1}課　${KINDS[table % KINDS.length]}の取得状況【目標：取得率${50 + (table % 5) * 10}%以上】`;
    const numerators = YEARS.map(() => next(20));
    const denominators = numerators.map((numerator) => numerator + 1 + next(20));
    const lines = [
      [text(`A${row}`, title)],
      [text(`A${row + 1}`, "区分"), ...YEARS.map((year, i) => text(`${columns[i]}${row + 1}`, year))],
      [text(`A${row + 2}`, "取得人数"), ...numerators.map((value, i) => `<c r="${columns[i]}${row + 2}"><v>${value}</v></c>`)],
      [text(`A${row + 3}`, "対象人数"), ...denominators.map((value, i) => `<c r="${columns[i]}${row + 3}"><v>${value}</v></c>`)],
      [text(`A${row + 4}`, "取得率"), ...numerators.map((value, i) => text(`${columns[i]}${row + 4}`, `${((100 * value) / denominators[i]!).toFixed(1)}%`))],
    ];
    lines.forEach((line, i) => rows.push(`<row r="${row + i}">${line.join("")}</row>`));
    made += 29;
    row += 6;
    if (row > ROWS_PER_SHEET || made >= cells) {
      sheets.push({ name: `実績${sheets.length + 1}`, rows: rows.join("") });
      rows = [];
      row = 1;
    }
  }
  return buildWorkbook({ sheets });
}
