import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import type { CellRange } from "../../model/cell";
import type { SheetShape, ShownMerge, Tile } from "../sheet-view";
import { type Axis, countLines, findEdge, findLine, findNextVisible, makeAxis, measureSpan } from "./axis";
import { ColumnHeadings, findShown, GridCell, GridRow, type GridScene, headingHeight, headingWidth, placeMerge } from "./GridRow";
import { findWindow, listMerges } from "./grid-window";

/** セルの位置 — a cell of the sheet that is shown. */
export interface CellSpot {
  readonly row: number;
  readonly col: number;
}

/** 升目の属性 — the sheet shown, what stands in it, and what is asked and told while it is used. */
export interface GridProps {
  readonly shape: SheetShape;
  readonly tileAt: (row: number, col: number) => Tile | undefined;
  /** Asks for the cells of a range; called as the window moves. */
  readonly want: (ranges: readonly CellRange[]) => void;
  readonly active: CellSpot;
  readonly onActive: (spot: CellSpot) => void;
  /** A new object brings the active cell into view. */
  readonly reveal: object | undefined;
  readonly ghosts: ReadonlyMap<number, string>;
  readonly related: ReadonlySet<number>;
  readonly words: { readonly grid: string; readonly ghost: string; readonly marked: string };
}

function step(axis: Axis, from: number, count: number): number {
  let line = from;
  for (let i = 0; i < Math.abs(count); i++) line = findNextVisible(axis, line, count < 0 ? -1 : 1);
  return line;
}

/** 升目 — a windowed view of one sheet: only what the viewport shows is in the page. */
export function Grid(props: GridProps): ReactElement {
  const { shape, tileAt, want, active, onActive, ghosts, related, words } = props;
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, left: 0, height: 600, width: 900 });
  const rows = useMemo(() => makeAxis(shape.rows), [shape.rows]);
  const cols = useMemo(() => makeAxis(shape.cols), [shape.cols]);
  const frozen = useMemo(() => ({ rows: shape.frozenRows, cols: shape.frozenCols }), [shape.frozenRows, shape.frozenCols]);

  const measure = useCallback(() => {
    const found = box.current;
    if (!found) return;
    setView((old) => {
      const next = {
        top: found.scrollTop,
        left: found.scrollLeft,
        height: Math.max(100, found.clientHeight - headingHeight),
        width: Math.max(100, found.clientWidth - headingWidth),
      };
      return old.top === next.top && old.left === next.left && old.height === next.height && old.width === next.width ? old : next;
    });
  }, []);

  useLayoutEffect(() => {
    measure();
    const found = box.current;
    if (!found || typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(found);
    return () => observer.disconnect();
  }, [measure]);

  useLayoutEffect(() => {
    box.current?.scrollTo?.(0, 0);
    measure();
  }, [shape.name, measure]);

  const range = findWindow(rows, cols, view, frozen);
  const { top, left, bottom, right } = range;
  const ranges = useMemo(() => {
    const list: CellRange[] = [{ top, left, bottom, right }];
    if (frozen.cols > 0) list.push({ top, left: 0, bottom, right: frozen.cols - 1 });
    if (frozen.rows > 0) list.push({ top: 0, left, bottom: frozen.rows - 1, right });
    if (frozen.rows > 0 && frozen.cols > 0) list.push({ top: 0, left: 0, bottom: frozen.rows - 1, right: frozen.cols - 1 });
    return list;
  }, [top, left, bottom, right, frozen]);
  useEffect(() => want(ranges), [want, ranges]);

  const pick = useCallback((row: number, col: number) => onActive({ row, col }), [onActive]);
  const scene: GridScene = useMemo(() => ({ shape, rows, cols, tileAt, ghosts, related, words, pick }), [shape, rows, cols, tileAt, ghosts, related, words, pick]);

  const bring = useCallback(
    (spot: CellSpot) => {
      const found = box.current;
      if (!found) return;
      const merge = findShown({ tileAt }, spot.row, spot.col).merge?.range;
      const y = findEdge(rows, spot.row);
      const x = findEdge(cols, spot.col);
      const height = measureSpan(rows, spot.row, merge?.bottom ?? spot.row);
      const width = measureSpan(cols, spot.col, merge?.right ?? spot.col);
      const frozenY = findEdge(rows, frozen.rows);
      const frozenX = findEdge(cols, frozen.cols);
      const seenHeight = found.clientHeight - headingHeight;
      const seenWidth = found.clientWidth - headingWidth;
      let toTop = found.scrollTop;
      let toLeft = found.scrollLeft;
      if (spot.row >= frozen.rows) {
        if (y < toTop + frozenY) toTop = y - frozenY;
        else if (y + height > toTop + seenHeight) toTop = Math.min(y - frozenY, y + height - seenHeight);
      }
      if (spot.col >= frozen.cols) {
        if (x < toLeft + frozenX) toLeft = x - frozenX;
        else if (x + width > toLeft + seenWidth) toLeft = Math.min(x - frozenX, x + width - seenWidth);
      }
      found.scrollTop = toTop;
      found.scrollLeft = toLeft;
      measure();
    },
    [rows, cols, frozen, tileAt, measure],
  );

  // Only a new request scrolls: a cell that arrives later must not pull the view back.
  const revealed = useRef<object | undefined>(undefined);
  useLayoutEffect(() => {
    if (!props.reveal || revealed.current === props.reveal) return;
    revealed.current = props.reveal;
    const found = box.current;
    if (found && active.row >= frozen.rows) {
      const y = findEdge(rows, active.row);
      const isOutside = y < found.scrollTop + findEdge(rows, frozen.rows) || y > found.scrollTop + found.clientHeight - headingHeight - 40;
      // A cell that comes from far away is shown with its surroundings, not at the very edge.
      if (isOutside) found.scrollTop = Math.max(0, y - found.clientHeight / 3);
    }
    bring(active);
  }, [props.reveal, active, bring, rows, frozen]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.metaKey) return;
    const far = event.ctrlKey;
    const over = findShown({ tileAt }, active.row, active.col).merge?.range;
    const lastRow = Math.max(0, shape.usedRows - 1);
    const lastCol = Math.max(0, shape.usedCols - 1);
    const page = Math.max(1, findLine(rows, view.top + view.height) - findLine(rows, view.top) - 1);
    let { row, col } = active;
    switch (event.key) {
      case "ArrowDown":
        row = far ? lastRow : step(rows, over?.bottom ?? row, 1);
        break;
      case "ArrowUp":
        row = far ? 0 : step(rows, row, -1);
        break;
      case "ArrowRight":
        col = far ? lastCol : step(cols, over?.right ?? col, 1);
        break;
      case "ArrowLeft":
        col = far ? 0 : step(cols, col, -1);
        break;
      case "PageDown":
        row = Math.min(countLines(rows) - 1, row + page);
        break;
      case "PageUp":
        row = Math.max(0, row - page);
        break;
      case "Home":
        col = 0;
        if (far) row = 0;
        break;
      case "End":
        col = lastCol;
        if (far) row = lastRow;
        break;
      default:
        return;
    }
    event.preventDefault();
    const anchor = findShown({ tileAt }, row, col).merge?.range;
    const spot = { row: anchor?.top ?? row, col: anchor?.left ?? col };
    onActive(spot);
    bring(spot);
  };

  const drawnRows: ReactElement[] = [];
  for (let row = top; row <= bottom; row++)
    if (measureSpan(rows, row, row) > 0)
      drawnRows.push(<GridRow key={row} scene={scene} row={row} first={left} last={right} activeCol={row === active.row ? active.col : -1} offset={-headingHeight} />);
  const frozenRows: ReactElement[] = [];
  for (let row = 0; row < frozen.rows; row++)
    if (measureSpan(rows, row, row) > 0)
      frozenRows.push(<GridRow key={row} scene={scene} row={row} first={left} last={right} activeCol={row === active.row ? active.col : -1} offset={0} />);

  const isDrawnRow = (row: number): boolean => (row >= top && row <= bottom) || row < frozen.rows;
  const isDrawnCol = (col: number): boolean => (col >= left && col <= right) || col < frozen.cols;
  const outlying = listMerges(ranges, tileAt).filter(
    ({ range: at }) => !isDrawnRow(at.top) || !isDrawnCol(at.left) || measureSpan(rows, at.top, at.top) === 0 || measureSpan(cols, at.left, at.left) === 0,
  );

  const totalWidth = headingWidth + findEdge(cols, countLines(cols));
  const totalHeight = headingHeight + findEdge(rows, countLines(rows));
  return (
    <div
      ref={box}
      role="grid"
      tabIndex={0}
      className={shape.hasGridLines ? "grid" : "grid no-lines"}
      aria-label={words.grid}
      aria-rowcount={countLines(rows) + 1}
      aria-colcount={countLines(cols) + 1}
      aria-activedescendant={isDrawnRow(active.row) && isDrawnCol(active.col) ? `cell-${active.row}-${active.col}` : undefined}
      onScroll={measure}
      onKeyDown={onKeyDown}
    >
      <div className="grid-space" role="presentation" style={{ width: totalWidth, height: totalHeight }}>
        <ColumnHeadings scene={scene} first={left} last={right} activeCol={active.col} />
        {frozenRows.length > 0 && (
          <div className="stick-top" role="presentation">
            <div className="frozen-rows" role="presentation" style={{ height: findEdge(rows, frozen.rows), width: totalWidth }}>
              {frozenRows}
            </div>
          </div>
        )}
        {outlying.map((merge) => (
          <OutlyingMerge key={`${merge.range.top}:${merge.range.left}`} scene={scene} merge={merge} isActive={active.row === merge.range.top && active.col === merge.range.left} />
        ))}
        {drawnRows}
      </div>
    </div>
  );
}

/** A merged range whose anchor lies outside the window: a row of its own, so that it is still drawn, and once. */
function OutlyingMerge({ scene, merge, isActive }: { scene: GridScene; merge: ShownMerge; isActive: boolean }): ReactElement {
  const top = findEdge(scene.rows, merge.range.top);
  return (
    <div role="row" aria-rowindex={merge.range.top + 2} className="grid-row" style={{ top: headingHeight + top }}>
      <GridCell scene={scene} cell={merge.cell} range={merge.range} isActive={isActive} style={placeMerge(scene, merge, top)} />
    </div>
  );
}
