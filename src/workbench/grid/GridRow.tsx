import { cellKey } from "../../hosts/cell-key";
import { memo, type CSSProperties, type ReactElement } from "react";
import { writeAddress, writeColumn, type CellRange } from "../../model/cell";
import type { CellStyle } from "../../hosts/file/cell-styles";
import type { SheetShape, ShownCell, ShownMerge, Tile } from "../sheet-view";
import { tileCols, tileRows } from "../sheet-view";
import { type Axis, findEdge, measureSpan } from "./axis";
import { measureText, writeCellCss } from "./cell-look";
import { indexTile } from "./grid-window";

/** 列見出しの高さ — the height of the letters' row. unit CSS pixels */
export const headingHeight = 24;
/** 行見出しの幅 — the width of the column of row numbers. unit CSS pixels */
export const headingWidth = 48;

/** 升目の文脈 — everything a row needs besides its own place; its identity changes when any of it does. */
export interface GridScene {
  readonly shape: SheetShape;
  readonly rows: Axis;
  readonly cols: Axis;
  readonly tileAt: (row: number, col: number) => Tile | undefined;
  readonly ghosts: ReadonlyMap<number, string>;
  readonly related: ReadonlySet<number>;
  readonly words: { readonly ghost: string; readonly marked: string };
  readonly pick: (row: number, col: number) => void;
}

const face = '"Yu Gothic UI", Meiryo, "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", sans-serif';

function measureCell(text: string, look: CellStyle | undefined): number {
  return measureText(text, `${look?.bold ? "700 " : ""}${look?.size ?? 13}px ${face}`) + 10 + (look?.indent ?? 0) * 9;
}

/** セルを探す — a cell of the window and the merge over it. */
export function findShown(scene: Pick<GridScene, "tileAt">, row: number, col: number): { cell?: ShownCell | undefined; merge?: ShownMerge | undefined } {
  const tileRow = Math.floor(row / tileRows);
  const tileCol = Math.floor(col / tileCols);
  const tile = scene.tileAt(tileRow, tileCol);
  if (!tile) return {};
  const index = indexTile(tile, tileRow, tileCol);
  const key = cellKey(row, col);
  return { cell: index.cells.get(key), merge: index.covered.get(key) };
}

/** 一つのセル — one cell, or a merged range drawn from its anchor. */
export function GridCell(props: {
  scene: GridScene;
  cell: ShownCell;
  range: CellRange;
  isActive: boolean;
  style: CSSProperties;
  /** Width the text may take, when it runs into empty neighbours. */
  room?: number | undefined;
  isOpen?: boolean;
}): ReactElement {
  const { scene, cell, range, isActive } = props;
  const key = cellKey(range.top, range.left);
  const ghost = cell.text === "" || scene.ghosts.has(key) ? scene.ghosts.get(key) : undefined;
  const look = scene.shape.styles[cell.style];
  const css = { ...writeCellCss(look, ghost === undefined ? cell.kind : "number"), ...props.style };
  const width = measureSpan(scene.cols, range.left, range.right);
  const isWide = cell.kind === "number" && cell.text.length > 2 && !look?.wrap && measureCell(cell.text, look) - 8 > width;
  const text = ghost ?? (isWide ? "#".repeat(Math.max(1, Math.floor(width / 9))) : cell.text);
  const rowSpan = range.bottom - range.top + 1;
  const colSpan = range.right - range.left + 1;
  const names = ["cell"];
  if (look?.wrap) names.push("wraps");
  if (props.room !== undefined) names.push("spills");
  if (props.isOpen) names.push("is-open");
  if (cell.isMarked) names.push("is-marked");
  if (ghost !== undefined) names.push("is-ghost");
  if (scene.related.has(key)) names.push("is-related");
  if (isActive) names.push("is-active");
  const label = [writeAddress(range.top, range.left), ghost !== undefined ? `${scene.words.ghost} ${ghost}` : cell.text, cell.isMarked ? scene.words.marked : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <div
      role="gridcell"
      id={`cell-${range.top}-${range.left}`}
      aria-colindex={range.left + 2}
      aria-selected={isActive}
      aria-label={label}
      {...(rowSpan > 1 ? { "aria-rowspan": rowSpan } : {})}
      {...(colSpan > 1 ? { "aria-colspan": colSpan } : {})}
      className={names.join(" ")}
      style={css}
      title={isWide ? cell.text : undefined}
      onMouseDown={() => scene.pick(range.top, range.left)}
    >
      {text === "" ? null : (
        <span className="cell-text" style={props.room === undefined ? undefined : { maxWidth: props.room }}>
          {cell.isMarked && !text.startsWith("×") ? `× ${text}` : text}
        </span>
      )}
    </div>
  );
}

/** セルの場所 — where a range lies, one pixel over its neighbours so that shared borders are one line. */
function placeRange(scene: GridScene, range: CellRange, rowTop: number): CSSProperties {
  return {
    top: findEdge(scene.rows, range.top) - rowTop - 1,
    left: headingWidth + findEdge(scene.cols, range.left) - 1,
    width: measureSpan(scene.cols, range.left, range.right) + 1,
    height: measureSpan(scene.rows, range.top, range.bottom) + 1,
  };
}

/** 結合の場所 — where a merged range lies, with the borders its last cells bring. */
export function placeMerge(scene: GridScene, merge: ShownMerge, rowTop: number): CSSProperties {
  const css = placeRange(scene, merge.range, rowTop);
  if (merge.right !== undefined) css.borderRight = merge.right;
  if (merge.bottom !== undefined) css.borderBottom = merge.bottom;
  return css;
}

function isFree(scene: GridScene, row: number, col: number): boolean {
  const { merge, cell } = findShown(scene, row, col);
  return !merge && !cell?.text && !scene.ghosts.has(cellKey(row, col));
}

/** `reach` is how far a text may run over empty cells: into the columns beside frozen ones only where those are not scrolled. */
function listCells(scene: GridScene, row: number, first: number, last: number, reach: number, activeCol: number, top: number): ReactElement[] {
  const drawn: ReactElement[] = [];
  let openUntil = -1;
  for (let col = first; col <= last; col++) {
    if (measureSpan(scene.cols, col, col) === 0) continue;
    const found = findShown(scene, row, col);
    if (found.merge) {
      const { range, cell } = found.merge;
      if (range.top === row && range.left === col)
        drawn.push(<GridCell key={col} scene={scene} cell={cell} range={range} isActive={activeCol === col} style={placeMerge(scene, found.merge, top)} />);
      continue;
    }
    const cell = found.cell ?? { row, col, text: "", kind: "empty", style: -1 };
    const range = { top: row, left: col, bottom: row, right: col };
    let room: number | undefined;
    const look = scene.shape.styles[cell.style];
    if (cell.kind === "text" && !look?.wrap && !look?.vertical && (look?.align ?? "left") === "left") {
      const width = measureSpan(scene.cols, col, col);
      // Measuring is dear: a text that fits in any face needs none.
      const needed = cell.text.length * ((look?.size ?? 13) + 2) > width ? measureCell(cell.text, look) : 0;
      if (needed > width) {
        let next = col + 1;
        while (next <= reach && isFree(scene, row, next)) next++;
        if (next > col + 1) {
          room = measureSpan(scene.cols, col, next - 1) - 6;
          openUntil = col;
          while (openUntil < next - 1 && measureSpan(scene.cols, col, openUntil) < needed) openUntil++;
        }
      }
    }
    drawn.push(
      <GridCell key={col} scene={scene} cell={cell} range={range} isActive={activeCol === col} style={placeRange(scene, range, top)} room={room} isOpen={col < openUntil} />,
    );
  }
  return drawn;
}

/** 一行 — a row of cells with its heading; frozen columns and the heading stick to the left. */
export const GridRow = memo(function GridRow(props: { scene: GridScene; row: number; first: number; last: number; activeCol: number; offset: number }) {
  const { scene, row } = props;
  const top = findEdge(scene.rows, row);
  const height = measureSpan(scene.rows, row, row);
  const frozen = scene.shape.frozenCols;
  return (
    <div role="row" aria-rowindex={row + 2} className="grid-row" style={{ top: top - props.offset, height }}>
      {listCells(scene, row, props.first, props.last, props.last, props.activeCol, top)}
      <div className="stick-left" role="presentation">
        {frozen > 0 && <div className="stick-cells">{listCells(scene, row, 0, frozen - 1, props.first === frozen ? props.last : frozen - 1, props.activeCol, top)}</div>}
        <div role="rowheader" aria-colindex={1} className={props.activeCol >= 0 ? "row-heading is-current" : "row-heading"} style={{ height }}>
          {row + 1}
        </div>
      </div>
    </div>
  );
});

/** 列見出し — the letters above the columns. */
export const ColumnHeadings = memo(function ColumnHeadings(props: { scene: GridScene; first: number; last: number; activeCol: number }) {
  const { scene } = props;
  const draw = (first: number, last: number): ReactElement[] => {
    const drawn: ReactElement[] = [];
    for (let col = first; col <= last; col++) {
      const width = measureSpan(scene.cols, col, col);
      if (width === 0) continue;
      drawn.push(
        <div
          key={col}
          role="columnheader"
          aria-colindex={col + 2}
          className={col === props.activeCol ? "col-heading is-current" : "col-heading"}
          style={{ left: headingWidth + findEdge(scene.cols, col), width }}
        >
          {writeColumn(col)}
        </div>,
      );
    }
    return drawn;
  };
  return (
    <div role="row" aria-rowindex={1} className="col-headings">
      {draw(props.first, props.last)}
      <div className="stick-left" role="presentation">
        {scene.shape.frozenCols > 0 && <div className="stick-cells">{draw(0, scene.shape.frozenCols - 1)}</div>}
        <div role="columnheader" aria-colindex={1} className="corner" aria-label="" />
      </div>
    </div>
  );
});
