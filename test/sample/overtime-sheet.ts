import { writeAddress, writeColumn } from "../../src/model/cell";
import { type Content, SheetPage } from "./sheet-page";
import { body, drawTable, drawTitle, hours, hoursPerHead, people } from "./sample-tables";

const MONTHS = ["4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"];
const HEADCOUNT = 17;

interface Year {
  readonly name: string;
  readonly isExample: boolean;
  readonly hours: readonly number[];
  /** As typed; a formula when absent. */
  readonly total?: number;
  readonly over: readonly Content[];
}

const nobody = MONTHS.map((): Content => "0人");
const YEARS: readonly Year[] = [
  { name: "R2", isExample: false, hours: [268, 189, 115, 112, 69, 90, 236, 201, 234, 123, 152, 210], total: 1999, over: [...nobody, "0人(月) 0人(年)"] },
  {
    name: "R3",
    isExample: false,
    hours: [122, 126, 141, 143, 59, 106, 281, 156, 121, 134, 151, 185],
    total: 1725,
    over: [...nobody.slice(6), "0人(月) 0人(年)", ...nobody.slice(6).map(() => null)],
  },
  { name: "R4", isExample: true, hours: [130, 118, 126, 131, 62, 98, 240, 149, 118, 127, 143, 170], over: [...nobody, "0人(月) 0人(年)"] },
  { name: "R5", isExample: true, hours: [124, 110, 117, 125, 58, 92, 221, 140, 126, 119, 137, 162], total: 1541, over: [...nobody, "0人(月) 0人(年)"] },
  { name: "R6", isExample: true, hours: [119, 104, 113, 118, 55, 90, 207, 133, 121, 112, 130, 154], over: [...nobody, "0人(月) 0人(年)"] },
];

const sum = (year: Year) => year.hours.reduce((all, one) => all + one, 0);
const perHead = (value: number) => Math.round((value / HEADCOUNT) * 10) / 10;

/** 時間外勤務 — the months of each year, a summary by year and a chart of it. */
export function overtime(): SheetPage {
  const page = new SheetPage("1(3)時間外勤務", [25, ...MONTHS.map(() => 8), 11]);
  drawTitle(page, "1 次世代育成支援対策推進法に係る目標の達成状況　(3) 時間外勤務の縮減　※共通目標");
  page.isUpright = true;
  page.frozen = { rows: 2, cols: 1 };
  page.put(page.next, 0, "①時間外勤務時間数【目標：縮減促進】", { bold: true, size: 11, color: "1F3A5F", down: "center" });
  page.next += 1;
  const tops = YEARS.map((year) => drawYear(page, year));
  drawSummary(page, tops);
  const monthRows = tops.map((top) => `B${top + 3}:M${top + 3}`).join(" ");
  page.rules.push({ ranges: monthRows, xml: '<cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>200</formula></cfRule>' });
  page.comments.push({ cell: writeAddress(tops[3]! + 2, 7), text: "10月は施設の定期整備が重なったため（例示）" });
  return page;
}

function drawYear(page: SheetPage, year: Year): number {
  const top = page.next;
  const row = top + 3;
  const total: Content = year.total ?? { formula: `SUM(B${row}:M${row})`, value: sum(year) };
  return drawTable(page, {
    caption: `${year.name} 合計${HEADCOUNT}人(管理職・短時間再任用を除く)${year.isExample ? "　※例示の数値" : ""}`,
    corner: year.name,
    heads: [...MONTHS, "合計"],
    examplesFrom: year.isExample ? 0 : MONTHS.length + 1,
    lines: [
      { label: "時間数", look: hours, figures: [...year.hours, total] },
      { label: "1人あたり\n時間数", look: hoursPerHead, figures: [...year.hours.map(perHead), perHead(year.total ?? sum(year))] },
      { label: "月45時間 年360時間\n超人数", look: { ...body, size: 9 }, figures: year.over },
    ],
  });
}

function drawSummary(page: SheetPage, tops: readonly number[]): void {
  const last = writeColumn(MONTHS.length + 1);
  const top = drawTable(page, {
    caption: "②年度ごとの推移【目標：縮減促進】",
    heads: YEARS.map(({ name }) => name),
    examplesFrom: 2,
    lines: [
      { label: "時間数（全体）", look: hours, figures: YEARS.map((year, i) => ({ formula: `${last}${tops[i]! + 3}`, value: year.total ?? sum(year) })) },
      { label: "1人あたり月平均時間数", look: hoursPerHead, figures: [9.8, 8.5, null, null, null] },
    ],
  });
  page.chart = {
    xml: chartPart(
      page.name,
      top + 1,
      top + 2,
      YEARS.length,
      YEARS.map((year) => year.total ?? sum(year)),
      YEARS.map(({ name }) => name),
    ),
    from: { row: page.next - 1, col: 0 },
    to: { row: page.next + 14, col: 9 },
  };
  page.next += 16;
  drawTable(page, {
    caption: "③深夜勤務の制限【目標：申請促進】",
    heads: ["H29", "H30", "H31", "R2", "R3", "R4", "R5", "R6"],
    examplesFrom: 5,
    lines: [{ label: "申請者数", look: people, figures: [0, 0, 0, 0, 0, 0, 1, 1] }],
  });
}

/** A column chart of one row of figures, with what it shows kept beside the reference, as Excel does. */
function chartPart(sheet: string, heads: number, figures: number, count: number, values: readonly number[], names: readonly string[]): string {
  const at = (row: number) => `'${sheet}'!$B$${row + 1}:$${writeColumn(count)}$${row + 1}`;
  const cache = (items: readonly (string | number)[]) => `<c:ptCount val="${items.length}"/>${items.map((item, i) => `<c:pt idx="${i}"><c:v>${item}</c:v></c:pt>`).join("")}`;
  const text = (size: number) => `<a:defRPr sz="${size}" b="0"><a:solidFill><a:srgbClr val="444444"/></a:solidFill></a:defRPr>`;
  return (
    `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>${text(1100)}</a:pPr><a:r><a:rPr lang="ja-JP" sz="1100" b="0"/><a:t>時間外勤務時間数（全体、R4以降は例示）</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>` +
    `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>時間数</c:v></c:tx><c:spPr><a:solidFill><a:srgbClr val="5B9BD5"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
    `<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>` +
    `<c:cat><c:strRef><c:f>${at(heads)}</c:f><c:strCache>${cache(names)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${at(figures)}</c:f><c:numCache><c:formatCode>#,##0</c:formatCode>${cache(values)}</c:numCache></c:numRef></c:val></c:ser>` +
    `<c:gapWidth val="80"/><c:axId val="50010001"/><c:axId val="50010002"/></c:barChart>` +
    `<c:catAx><c:axId val="50010001"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="50010002"/><c:crosses val="autoZero"/></c:catAx>` +
    `<c:valAx><c:axId val="50010002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="DDDDDD"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="#,##0" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="50010001"/><c:crosses val="autoZero"/></c:valAx>` +
    `</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}
