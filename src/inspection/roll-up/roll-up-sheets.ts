import { writeAddress } from "../../model/cell";
import type { NewLook, NewSheet } from "../../model/new-sheet";
import type { SummaryClass } from "../../plans/summarise-years";
import { checkNames } from "../check-names";
import { judgementWords } from "../judgement-words";
import { chooseFormat } from "../own-sheets/choose-format";
import { looks, SheetPage } from "../own-sheets/sheet-page";
import { tagSheet } from "../own-sheets/tag-sheet";
import type { NameOf } from "../render-about";
import { renderDifference, renderGroup, renderShortYear, renderValue } from "../render-words";
import type { FileTotals, RollUp } from "./roll-up";

/** 集計のシートの種類 — what the tag of our sheets of a roll-up says. */
export const ROLL_UP_KIND = "roll-up";

const HEAD_ROW = 2;
const TITLE_HEIGHT = 24;
const count: NewLook = { ...looks.figure, format: "#,##0" };
const share: NewLook = { ...looks.figure, format: "0.0%" };
/** Rows a sheet of Excel has, less what stands above and below. */
const MOST_ROWS = 1_048_000;

interface Column<Row> {
  readonly head: string;
  readonly width: number;
  readonly value: (row: Row) => string | number | null;
  readonly look: NewLook | ((row: Row) => NewLook);
  /** Summed up above the rows. */
  readonly isSummed?: boolean;
}

/** 集計のシートを作る — the sheets over all files: each file, the indicators, the missed targets, the findings, what could not be read. */
export function makeRollUpSheets(rollUp: RollUp, nameOf: NameOf): NewSheet[] {
  const files = rollUp.files();
  const indicators = rollUp.indicators();
  const read = files.filter(({ refusal }) => !refusal);
  const unread = files.filter(({ refusal }) => refusal);
  const days = [...new Set(read.map(({ asOf }) => asOf))].sort();
  const asOf = days.length === 0 ? "" : `　${[...new Set([days[0]!, days.at(-1)!])].map((day) => day.replace(/-/g, "/")).join("～")} 時点の判定`;
  return [
    writeTable({
      name: "一覧",
      title: "点検結果の集計　一覧",
      note: `${read.length.toLocaleString("en-US")} 件を点検しました（読めなかったファイル ${unread.length.toLocaleString("en-US")} 件）。判定の数は、計画・目標・年度ごとに数えています。${asOf}`,
      columns: fileColumns,
      rows: read,
    }),
    writeTable({
      name: "指標ごとの未達",
      title: "点検結果の集計　指標ごとの未達",
      note: "目標のある年度を1つでも判定したファイルのうち、未達の年度があるファイルの割合です。",
      columns: [
        { head: "指標", width: 44, value: ({ indicator }) => nameOf(indicator)?.label.ja ?? indicator, look: looks.label },
        { head: "判定したファイル", width: 18, value: ({ judgedFiles }) => judgedFiles, look: count },
        { head: "未達のあるファイル", width: 18, value: ({ missedFiles }) => missedFiles, look: count },
        { head: "割合", width: 14, value: ({ judgedFiles, missedFiles }) => missedFiles / judgedFiles, look: share },
        { head: "未達の件数", width: 14, value: ({ missed }) => missed, look: count, isSummed: true },
      ],
      rows: indicators,
    }),
    writeMissed(read, new Map(indicators.map(({ indicator }, place) => [indicator, place])), nameOf),
    writeTable({
      name: "指摘の割合",
      title: "点検結果の集計　指摘の割合",
      note: `点検した ${read.length.toLocaleString("en-US")} 件のうち、指摘のあったファイルの割合です。理由を付けて受け入れた指摘は数えません。`,
      columns: [
        { head: "点検", width: 40, value: ({ check }) => checkNames[check]?.ja ?? check, look: looks.label },
        { head: "ファイル数", width: 14, value: ({ files: found }) => found, look: count },
        { head: "割合", width: 14, value: ({ files: found }) => found / read.length, look: share },
        { head: "指摘の件数", width: 14, value: ({ findings }) => findings, look: count, isSummed: true },
        { head: "点検の記号", width: 40, value: ({ check }) => check, look: looks.label },
      ],
      rows: rollUp.checks(),
    }),
    writeTable({
      name: "読めなかったファイル",
      title: "点検結果の集計　読めなかったファイル",
      note: unread.length === 0 ? "すべてのファイルを読めました。" : `${unread.length.toLocaleString("en-US")} 件を読めませんでした。`,
      columns: [
        { head: "ファイル", width: 50, value: ({ path }) => path, look: looks.label },
        { head: "理由と次にすること", width: 90, value: ({ refusal }) => refusal?.message ?? null, look: looks.label },
      ],
      rows: unread,
    }),
  ];
}

const classColumn = (head: string, of: SummaryClass): Column<FileTotals> => ({ head, width: 9, value: ({ classes }) => classes[of], look: count, isSummed: true });

const fileColumns: readonly Column<FileTotals>[] = [
  { head: "ファイル", width: 44, value: ({ path }) => path, look: looks.label },
  { head: "計画", width: 7, value: ({ plans }) => plans, look: count, isSummed: true },
  { head: "判定対象", width: 9, value: ({ judged }) => judged, look: count, isSummed: true },
  classColumn("達成", "met"),
  classColumn("未達", "missed"),
  classColumn("途中経過", "inProgress"),
  classColumn("該当なし", "notApplicable"),
  classColumn("未把握・入力待ち", "unknown"),
  classColumn("判定の要確認", "toConfirm"),
  { head: "要修正", width: 9, value: ({ severities }) => severities.error, look: count, isSummed: true },
  { head: "要確認", width: 9, value: ({ severities }) => severities.warning, look: count, isSummed: true },
  { head: "お知らせ", width: 9, value: ({ severities }) => severities.info, look: count, isSummed: true },
  { head: "理由あり", width: 9, value: ({ accepted }) => accepted, look: count, isSummed: true },
];

/** By indicator, so that one sees who misses the same; then by file and year. */
function writeMissed(read: readonly FileTotals[], order: ReadonlyMap<string, number>, nameOf: NameOf): NewSheet {
  const rows = read.flatMap(({ path, missed }) => missed.map((judgement) => ({ path, judgement, label: nameOf(judgement.indicator)?.label.ja ?? judgement.indicator })));
  const places = new Map(read.map(({ path }, i) => [path, i]));
  rows.sort(
    (a, b) => order.get(a.judgement.indicator)! - order.get(b.judgement.indicator)! || places.get(a.path)! - places.get(b.path)! || a.judgement.fiscalYear - b.judgement.fiscalYear,
  );
  const files = new Set(rows.map(({ path }) => path)).size;
  return writeTable({
    name: "未達の目標",
    title: "点検結果の集計　未達の目標",
    note: `${files.toLocaleString("en-US")} 件のファイルに、未達が ${rows.length.toLocaleString("en-US")} あります。多くのファイルに共通する指標から並べています。`,
    columns: [
      { head: "指標", width: 30, value: ({ label }) => label, look: looks.label },
      { head: "対象", width: 12, value: ({ judgement }) => renderGroup(judgement.group).ja || null, look: looks.words },
      { head: "ファイル", width: 36, value: ({ path }) => path, look: looks.label },
      { head: "計画", width: 26, value: ({ judgement }) => judgement.plan, look: looks.label },
      { head: "年度", width: 7, value: ({ judgement }) => renderShortYear(judgement.fiscalYear).ja, look: looks.words },
      { head: "目標", width: 18, value: ({ judgement }) => judgement.target.text, look: looks.words },
      {
        head: "実績",
        width: 10,
        value: ({ judgement }) => judgement.actual?.value ?? null,
        look: ({ judgement }) => ({ ...looks.figure, format: chooseFormat(judgement.target.unit, valuesOf(judgement)) }),
      },
      { head: "目標との差", width: 18, value: ({ judgement: { gap } }) => renderMissing(gap), look: looks.words },
      { head: "判定", width: 12, value: ({ judgement }) => judgementWords.ja[judgement.status].word, look: looks.words },
      { head: "実績のセル", width: 22, value: ({ judgement: { actual } }) => actual && `${actual.sheet}!${actual.cell}`, look: looks.label },
    ],
    rows,
  });
}

function valuesOf({ actual }: FileTotals["missed"][number]): number[] {
  return typeof actual?.value === "number" ? [actual.value] : [];
}

function renderMissing(gap: FileTotals["missed"][number]["gap"]): string | null {
  if (!gap) return null;
  const size = renderDifference(Math.abs(gap.value), gap.unit).ja;
  return gap.people === null || gap.unit === "people" ? size : `${size}（${renderValue(gap.people, "people").ja}）`;
}

function writeTable<Row>(table: {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}): NewSheet {
  const { columns, rows } = table;
  const page = new SheetPage();
  const shown = rows.slice(0, MOST_ROWS);
  page.height(TITLE_HEIGHT);
  page.next();
  page.put(0, rows.length > shown.length ? `${table.note}（ほかの ${(rows.length - shown.length).toLocaleString("en-US")} 行は載せていません。）` : table.note, looks.meta);
  page.next(HEAD_ROW - 1);
  columns.forEach(({ head }, col) => page.put(col, head, looks.head));
  page.next();
  if (shown.length > 0 && columns.some(({ isSummed }) => isSummed)) {
    const from = page.row + 1;
    columns.forEach(({ isSummed, value }, col) => {
      if (!isSummed) return page.put(col, col === 0 ? "合計" : null, looks.head);
      const total = shown.reduce((sum, row) => sum + Number(value(row)), 0);
      page.put(col, total, { ...count, bold: true, fill: looks.head.fill }, { formula: `SUM(${writeAddress(from, col)}:${writeAddress(from + shown.length - 1, col)})` });
    });
    page.next();
  }
  const styles = new Map<string, NewLook>();
  const same = (look: NewLook): NewLook => {
    const key = JSON.stringify(look);
    const known = styles.get(key) ?? look;
    styles.set(key, known);
    return known;
  };
  for (const row of shown) {
    columns.forEach(({ value, look }, col) => page.put(col, value(row), typeof look === "function" ? same(look(row)) : look));
    page.next();
  }
  const sheet = page.finish({ name: table.name, columns: columns.map(({ width }) => width), freeze: { row: HEAD_ROW + 1, col: 1 }, titleRows: { from: HEAD_ROW, to: HEAD_ROW } });
  return tagSheet(sheet, ROLL_UP_KIND, table.title);
}
