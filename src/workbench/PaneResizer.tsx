import { useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from "react";

/** 作業窓の最小の幅 — as narrow as Excel makes it. unit CSS pixels */
export const narrowest = 320;
const widest = 720;

/** 作業窓の幅の調整 — a separator that is dragged, or moved with the arrow keys. */
export function PaneResizer(props: { width: number; onWidth: (width: number) => void; label: string }): ReactElement {
  const { width, onWidth } = props;
  const grip = useRef<{ x: number; width: number } | undefined>(undefined);
  const set = (next: number): void => onWidth(Math.max(narrowest, Math.min(widest, Math.round(next))));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowLeft") set(width + 20);
    else if (event.key === "ArrowRight") set(width - 20);
    else if (event.key === "Home") set(widest);
    else if (event.key === "End") set(narrowest);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="resizer"
      role="separator"
      aria-orientation="vertical"
      aria-label={props.label}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => grip.current && set(grip.current.width + grip.current.x - event.clientX)}
      onPointerUp={() => (grip.current = undefined)}
      onPointerCancel={() => (grip.current = undefined)}
    />
  );
}
