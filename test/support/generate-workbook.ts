import { buildStyles, buildWorkbook } from "./xlsx-builder";
import { writeAddress } from "../../src/model/cell";

/**
 * 大きなブック — a workbook of `cells` cells over `sheets` sheets, for measuring: headings and a label per row as shared
 * strings, then whole numbers, rates under "0.0%", dates by era, and every eighth cell a shared formula with its value.
 */
export function generateWorkbook(cells: number, { sheets = 1, columns = 40 } = {}): Uint8Array {
  const strings = [...Array.from({ length: columns }, (_, col) => `令和${col + 1}年度`), ...Array.from({ length: 500 }, (_, i) => `職員課の項目その${i + 1}`)];
  const rows = Math.ceil(cells / sheets / columns);
  const sheet = (): string => {
    const lines: string[] = [];
    for (let row = 0; row < rows; row++) {
      let line = `<row r="${row + 1}" spans="1:${columns}" ht="18.75" customHeight="1">`;
      for (let col = 0; col < columns; col++) line += generateCell(row, col, columns, rows);
      lines.push(`${line}</row>`);
    }
    return lines.join("");
  };
  return buildWorkbook({
    sheets: Array.from({ length: sheets }, (_, i) => ({ name: `集計${i + 1}`, rows: sheet() })),
    styles: buildStyles([0, "#,##0", "0.0%", 27, '0.0"日"']),
    sharedStrings: strings.map((text) => `<si><t>${text}</t><phoneticPr fontId="1"/></si>`).join(""),
  });
}

function generateCell(row: number, col: number, columns: number, rows: number): string {
  const r = writeAddress(row, col);
  if (row === 0) return `<c r="${r}" t="s"><v>${col}</v></c>`;
  if (col === 0) return `<c r="${r}" t="s"><v>${columns + (row % 500)}</v></c>`;
  const n = (row * 31 + col * 17) % 1000;
  if (col % 8 === 1) {
    const ref = row === 1 ? ` ref="${r}:${writeAddress(rows - 1, col)}"` : "";
    const text = row === 1 ? `${writeAddress(row, col + 1)}/$A$1+SUM(A:A)` : "";
    return `<c r="${r}" s="4"><f t="shared"${ref} si="${col}"${text ? `>${text}</f>` : "/>"}<v>${n / 8}</v></c>`;
  }
  if (col % 8 === 3) return `<c r="${r}" s="2"><v>${n / 1000}</v></c>`;
  if (col % 8 === 5) return `<c r="${r}" s="3"><v>${44000 + n}</v></c>`;
  return `<c r="${r}" s="1"><v>${n}</v></c>`;
}
