import type { Unit } from "../model/figure";
import { remember } from "../model/remember";
import type { Crossing } from "./find-crossings";
import type { LinedTable } from "./lined-table";

/** 行と列の単位 — the one unit that all written figures of a row or column share; null where they differ; looked at when the first figure lacks its own. */
export class LineUnits {
  private readonly ofRow = new Map<number, Unit | null>();
  private readonly ofCol = new Map<number, Unit | null>();
  /** The same by the words of row and column, times left out. */
  private readonly ofWords = remember((_line: string) => new Map<string, Unit | null>());

  private isRead = false;

  constructor(private readonly table: LinedTable) {}

  /** What a mark or an empty cell would be counted in: as other figures under the same words, else as those of the side that measures. */
  beside({ row, col, line, column }: Crossing): Unit | undefined {
    if (!this.isRead) this.read();
    const same = this.ofWords(line.words).get(column.words);
    if (same !== undefined) return same ?? undefined;
    // Beside a label of its own, a cell is counted in what the cells under each other are.
    if (line !== this.table.rows.get(row)) return this.ofCol.get(col) ?? undefined;
    if (line.features?.measure === undefined) return this.ofCol.get(col) ?? undefined;
    return column.features?.measure === undefined ? (this.ofRow.get(row) ?? undefined) : undefined;
  }

  private read(): void {
    this.isRead = true;
    const { grid, rows, cols } = this.table;
    const { shape } = this.table.outline;
    for (const [row, line] of rows) {
      const ofWords = this.ofWords(line.words);
      for (const { left: col, meaning } of grid.rowBetween(row, shape.left, shape.right)) {
        const column = cols.get(col);
        const role = line.role ?? column?.role;
        if (!column || (role !== undefined && role !== "actual" && role !== "baseline")) continue;
        const { figures } = meaning;
        const unit = figures.length === 1 ? figures[0]!.unit : null;
        if (unit === null) continue;
        note(this.ofRow, row, unit);
        note(this.ofCol, col, unit);
        note(ofWords, column.words, unit);
      }
    }
  }
}

function note<Key>(units: Map<Key, Unit | null>, key: Key, unit: Unit): void {
  const known = units.get(key);
  units.set(key, known === undefined || known === unit ? unit : null);
}
