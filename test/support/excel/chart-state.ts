import type { CellRange } from "../../../src/model/cell";

/** 系列 — one line of a chart. */
export interface SeriesState {
  readonly id: string;
  name: string;
  values: CellRange | null;
  categories: CellRange | null;
  /** What was set of its looks, by path: "format/line/color". */
  readonly looks: Map<string, unknown>;
}

/** グラフ — a chart of a sheet; its looks are what was set, by path. */
export interface ChartState {
  readonly id: string;
  name: string;
  type: string;
  source: CellRange | null;
  seriesBy: string;
  /** The cells it covers, once it was put over cells. */
  at: CellRange | null;
  readonly series: SeriesState[];
  readonly looks: Map<string, unknown>;
}
