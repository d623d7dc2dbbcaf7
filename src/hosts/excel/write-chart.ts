import { writeRange } from "../../model/cell";
import type { NewChart, NewSeries } from "../../model/new-sheet";

/** Dark enough and far enough apart to be told in grey. */
const ACTUAL_COLORS = ["#1F3864", "#7F7F7F", "#404040"];
const ACTUAL_POINTS = ["Circle", "Square", "Triangle"] as const;
const TARGET_COLOR = "#595959";

/** 折れ線グラフを置く — a native line chart; the target is a dashed line without points. */
export function addChart(sheet: Excel.Worksheet, { title, categories, series, at, format }: NewChart): void {
  const [first, ...others] = series;
  if (!first) return;
  const source = sheet.getRange(writeRange(first.values)).untrack();
  const isRow = first.values.top === first.values.bottom;
  const chart = sheet.charts.add("LineMarkers", source, isRow ? "Rows" : "Columns");
  const lines = [chart.series.getItemAt(0), ...others.map(({ name }) => chart.series.add(name))];
  let actual = 0;
  series.forEach((one, index) => {
    const line = lines[index]!;
    line.name = one.name;
    line.setValues(sheet.getRange(writeRange(one.values)).untrack());
    line.setXAxisValues(sheet.getRange(writeRange(categories)).untrack());
    drawLine(line, one, one.role === "actual" ? actual++ : 0);
  });
  chart.title.text = title;
  chart.legend.position = "Bottom";
  chart.axes.valueAxis.numberFormat = format;
  chart.displayBlanksAs = "NotPlotted";
  chart.setPosition(writeRange({ ...at, bottom: at.top, right: at.left }), writeRange({ ...at, top: at.bottom, left: at.right }));
}

function drawLine(line: Excel.ChartSeries, { role }: NewSeries, index: number): void {
  if (role === "target") {
    line.format.line.color = TARGET_COLOR;
    line.format.line.lineStyle = "Dash";
    line.format.line.weight = 1.5;
    line.markerStyle = "None";
    return;
  }
  const color = ACTUAL_COLORS[index % ACTUAL_COLORS.length]!;
  line.format.line.color = color;
  line.format.line.lineStyle = "Continuous";
  line.format.line.weight = 2.25;
  line.markerStyle = ACTUAL_POINTS[index % ACTUAL_POINTS.length]!;
  line.markerSize = 6;
  line.markerForegroundColor = color;
  line.markerBackgroundColor = color;
}
