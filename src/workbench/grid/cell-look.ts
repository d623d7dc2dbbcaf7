import type { CSSProperties } from "react";
import type { CellStyle } from "../../hosts/file/cell-styles";
import type { ShownCell } from "../sheet-view";

const alignOf = { left: "flex-start", center: "center", right: "flex-end", justify: "flex-start" } as const;
const valignOf = { top: "flex-start", middle: "center", bottom: "flex-end" } as const;

/** 見た目をCSSへ — the inline style of a cell, without its place. */
export function writeCellCss(style: CellStyle | undefined, kind: ShownCell["kind"]): CSSProperties {
  const align = style?.align ?? (kind === "number" ? "right" : kind === "boolean" || kind === "error" ? "center" : "left");
  const css: CSSProperties = {
    justifyContent: alignOf[align],
    alignItems: valignOf[style?.valign ?? "middle"],
    textAlign: align,
  };
  if (!style) return css;
  if (style.fill) css.backgroundColor = style.fill;
  if (style.color) css.color = style.color;
  if (style.bold) css.fontWeight = 700;
  if (style.italic) css.fontStyle = "italic";
  const lines = [style.underline ? "underline" : "", style.strike ? "line-through" : ""].filter(Boolean).join(" ");
  if (lines) css.textDecoration = lines;
  if (style.size) css.fontSize = style.size;
  if (style.indent) css[align === "right" ? "paddingRight" : "paddingLeft"] = 4 + style.indent * 9;
  if (style.vertical) css.writingMode = "vertical-rl";
  if (style.top) css.borderTop = style.top;
  if (style.right) css.borderRight = style.right;
  if (style.bottom) css.borderBottom = style.bottom;
  if (style.left) css.borderLeft = style.left;
  return css;
}

let pen: CanvasRenderingContext2D | null | undefined;

/**
 * 文字の幅 — how wide a text is when drawn.
 *
 * unit   CSS pixels
 * none   0 where the page cannot measure; nothing is then shortened
 */
export function measureText(text: string, font: string): number {
  pen ??= typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
  if (!pen) return 0;
  if (pen.font !== font) pen.font = font;
  return pen.measureText(text).width;
}
