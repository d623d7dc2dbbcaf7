import { cellKey } from "../cell-key";
import { writeAddress, type CellRange } from "../../model/cell";
import type { NewCell, NewChart, NewSeries, NewSheet } from "../../model/new-sheet";
import { quoteSheetName } from "../new-sheet-rules";
import type { Namespaces } from "./namespaces";
import { escapeAttribute, escapeText } from "./xml-text";

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DARK = "262626";
const GREY = "7F7F7F";
const PALE = "D9D9D9";
/** unit  English Metric Units */
const POINT = 12700;

/** 図の位置の部品を書く — the drawing of a sheet: each chart over its cells, by its relationship. */
export function writeDrawing(charts: readonly NewChart[], ids: readonly string[], { sheetDrawing, drawing, chart: chartNs, relations }: Namespaces): string {
  const corner = (name: string, row: number, col: number, offset: number): string =>
    `<xdr:${name}><xdr:col>${col}</xdr:col><xdr:colOff>${offset}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${offset}</xdr:rowOff></xdr:${name}>`;
  const anchors = charts.map(({ title, at }, i) => {
    const name = escapeAttribute(`推移グラフ ${i + 1}`);
    return (
      `<xdr:twoCellAnchor editAs="oneCell">${corner("from", at.top, at.left, 4 * POINT)}${corner("to", at.bottom + 1, at.right + 1, 0)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${i + 2}" name="${name}" descr="${escapeAttribute(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${chartNs}">` +
      `<c:chart xmlns:c="${chartNs}" xmlns:r="${relations}" r:id="${ids[i]!}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
    );
  });
  return `${XML_HEAD}<xdr:wsDr xmlns:xdr="${sheetDrawing}" xmlns:a="${drawing}">${anchors.join("")}</xdr:wsDr>`;
}

/**
 * グラフの部品を書く — a line chart with references and what they show now; told apart without colour.
 *
 * shape  `font` is the font of the workbook's own cells; undefined when none is stated
 */
export function writeChart(sheet: NewSheet, chart: NewChart, { drawing, chart: chartNs, relations }: Namespaces, font: string | undefined): string {
  const cells = new Map(sheet.cells.map((cell) => [cellKey(cell.row, cell.col), cell]));
  const fonts = writeFonts(font);
  const series = chart.series.map((one, i) => writeSeries(sheet.name, chart, one, i, cells));
  return [
    `${XML_HEAD}<c:chartSpace xmlns:c="${chartNs}" xmlns:a="${drawing}" xmlns:r="${relations}">`,
    '<c:date1904 val="0"/><c:lang val="ja-JP"/><c:roundedCorners val="0"/><c:chart>',
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000" b="1">${fill(DARK)}${fonts}</a:defRPr></a:pPr>`,
    `<a:r><a:rPr lang="ja-JP" altLang="en-US" sz="1000" b="1">${fill(DARK)}${fonts}</a:rPr><a:t>${escapeText(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`,
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join("")}<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/></c:lineChart>`,
    '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>',
    `<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${line(GREY, 0.75)}</c:spPr>`,
    '<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>',
    '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>',
    `<c:majorGridlines><c:spPr>${line(PALE, 0.75)}</c:spPr></c:majorGridlines><c:numFmt formatCode="${escapeAttribute(chart.format)}" sourceLinked="0"/>`,
    `<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>${line(GREY, 0.75)}</c:spPr>`,
    '<c:crossAx val="1001"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>',
    `<c:spPr><a:noFill/></c:spPr></c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>`,
    // Whoever hides the table under the charts still wants the charts.
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr>${fill("FFFFFF")}${line(PALE, 0.75)}</c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900">${fill(DARK)}${fonts}</a:defRPr></a:pPr><a:endParaRPr lang="ja-JP"/></a:p></c:txPr>`,
    "</c:chartSpace>",
  ].join("");
}

function writeSeries(sheet: string, chart: NewChart, series: NewSeries, index: number, cells: ReadonlyMap<number, NewCell>): string {
  const values = listCells(series.values).map((key) => cells.get(key)?.value ?? null);
  const isTarget = series.role === "target";
  const look = isTarget ? `<c:spPr>${line(GREY, 1.75, "dash")}</c:spPr>` : `<c:spPr>${line(DARK, 2.25)}</c:spPr>`;
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeText(series.name)}</c:v></c:tx>`,
    look,
    isTarget ? '<c:marker><c:symbol val="none"/></c:marker>' : marker("circle", 6, DARK),
    isTarget ? values.map((_, i) => writeLonePoint(values, i)).join("") : "",
    `<c:cat>${writeCategories(sheet, chart.categories, cells)}</c:cat>`,
    `<c:val>${writeNumbers(sheet, series.values, values, cells.get(cellKey(series.values.top, series.values.left))?.look?.format ?? chart.format)}</c:val>`,
    '<c:smooth val="0"/></c:ser>',
  ].join("");
}

/** A line through one point is not there to be seen: such a target is shown as a dash. */
function writeLonePoint(values: readonly NewCell["value"][], i: number): string {
  const has = (at: number): boolean => typeof values[at] === "number";
  if (!has(i) || has(i - 1) || has(i + 1)) return "";
  return `<c:dPt><c:idx val="${i}"/>${marker("dash", 12, GREY)}<c:bubble3D val="0"/></c:dPt>`;
}

function writeCategories(sheet: string, range: CellRange, cells: ReadonlyMap<number, NewCell>): string {
  const values = listCells(range).map((key) => cells.get(key)?.value ?? null);
  if (values.every((value) => typeof value === "number")) return writeNumbers(sheet, range, values, "General");
  return `<c:strRef><c:f>${escapeText(refer(sheet, range))}</c:f><c:strCache>${writePoints(values.map((value) => (value === null ? null : String(value))))}</c:strCache></c:strRef>`;
}

function writeNumbers(sheet: string, range: CellRange, values: readonly NewCell["value"][], format: string): string {
  const numbers = values.map((value) => (typeof value === "number" ? String(value) : null));
  return `<c:numRef><c:f>${escapeText(refer(sheet, range))}</c:f><c:numCache><c:formatCode>${escapeText(format)}</c:formatCode>${writePoints(numbers)}</c:numCache></c:numRef>`;
}

function writePoints(values: readonly (string | null)[]): string {
  const points = values.map((value, i) => (value === null ? "" : `<c:pt idx="${i}"><c:v>${escapeText(value)}</c:v></c:pt>`));
  return `<c:ptCount val="${values.length}"/>${points.join("")}`;
}

function listCells({ top, left, bottom, right }: CellRange): number[] {
  const keys: number[] = [];
  for (let row = top; row <= bottom; row++) for (let col = left; col <= right; col++) keys.push(cellKey(row, col));
  return keys;
}

function refer(sheet: string, { top, left, bottom, right }: CellRange): string {
  const fixed = (row: number, col: number): string => writeAddress(row, col).replace(/^([A-Z]+)/, "$$$1$$");
  return `${quoteSheetName(sheet)}!${fixed(top, left)}${top === bottom && left === right ? "" : `:${fixed(bottom, right)}`}`;
}

function fill(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
}

function line(color: string, points: number, dash?: string): string {
  return `<a:ln w="${points * POINT}" cap="rnd">${fill(color)}${dash === undefined ? "" : `<a:prstDash val="${dash}"/>`}<a:round/></a:ln>`;
}

function marker(symbol: string, size: number, color: string): string {
  return `<c:marker><c:symbol val="${symbol}"/><c:size val="${size}"/><c:spPr>${fill(color)}${line(color, 0.75)}</c:spPr></c:marker>`;
}

/** A font without Japanese letters would leave it to each machine which ones are drawn. */
function writeFonts(font: string | undefined): string {
  if (font === undefined) return '<a:ea typeface="游ゴシック"/>';
  const hasJapanese = /[^\x00-\x7f]|^(?:MS |Yu |Meiryo|BIZ UD|HG|IPA|Noto Sans (?:CJK )?JP|Noto Serif (?:CJK )?JP)/.test(font);
  return `<a:latin typeface="${escapeAttribute(font)}"/><a:ea typeface="${hasJapanese ? escapeAttribute(font) : "游ゴシック"}"/>`;
}
