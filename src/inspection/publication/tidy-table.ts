import type { Place } from "../../model/cell";
import type { NewCell, NewSheet } from "../../model/new-sheet";
import type { Observation, Role, Sex } from "../../model/observation";
import type { Inspection } from "../inspection";
import { looks } from "../own-sheets/sheet-page";
import { tagSheet } from "../own-sheets/tag-sheet";
import type { NameOf } from "../render-about";
import { writeCsv } from "./plain-text";

interface Column {
  readonly head: string;
  readonly width: number;
  readonly of: (o: Observation, nameOf: NameOf) => string | number | null;
}

const ROLES: { readonly [role in Role]: string } = { value: "値", numerator: "分子", denominator: "分母", part: "内訳", target: "目標" };
const KINDS = { "fiscal-year": "年度", "as-of": "時点", "calendar-year": "暦年" } as const;
const SEXES: { readonly [sex in Sex]: string } = { male: "男性", female: "女性" };

/** Words for people stand beside the public ids, which programs go by. */
const COLUMNS: readonly Column[] = [
  { head: "シート", width: 20, of: ({ at }) => at.sheet },
  { head: "セル", width: 7, of: ({ at }) => at.cell },
  { head: "指標id", width: 26, of: ({ indicator }) => indicator },
  { head: "指標", width: 30, of: ({ indicator }, nameOf) => nameOf(indicator)?.label.ja ?? indicator },
  { head: "役割", width: 6, of: ({ role }) => ROLES[role] },
  { head: "期間の種類", width: 10, of: ({ period }) => (period ? KINDS[period.kind] : null) },
  { head: "年", width: 7, of: ({ period }) => period?.year ?? null },
  { head: "日付", width: 11, of: ({ period }) => period?.date ?? null },
  { head: "月", width: 5, of: ({ period }) => period?.month ?? null },
  { head: "性別", width: 6, of: ({ group }) => (group.sex === undefined ? null : SEXES[group.sex]) },
  { head: "級・役職", width: 10, of: ({ group }) => group.grade ?? null },
  { head: "所属", width: 12, of: ({ group }) => group.department ?? null },
  { head: "任用", width: 12, of: ({ group }) => group.employment ?? null },
  { head: "職種", width: 12, of: ({ group }) => group.occupation ?? null },
  { head: "区分", width: 12, of: ({ group }) => group.bucket ?? null },
  { head: "状態", width: 14, of: ({ state }) => state },
  { head: "値", width: 11, of: ({ state, value }) => (state === "value" ? value : null) },
  { head: "単位", width: 8, of: ({ unit }) => unit },
  { head: "表示", width: 16, of: ({ text }) => text },
  { head: "確からしさ", width: 10, of: ({ confidence }) => Math.round(confidence * 100) / 100 },
];
const CELL = 1;

/** 読み取り一覧の行 — the heads, then one row per observation. */
export function listTidyRows({ reading }: Pick<Inspection, "reading">, nameOf: NameOf): (string | number | null)[][] {
  return [COLUMNS.map(({ head }) => head), ...reading.observations.map((o) => COLUMNS.map((column) => column.of(o, nameOf)))];
}

/** 読み取り一覧の CSV — the same rows for statistics tools. */
export function writeTidyCsv(inspection: Pick<Inspection, "reading">, nameOf: NameOf): string {
  return writeCsv(listTidyRows(inspection, nameOf));
}

/** 読み取り一覧のシート — heads in the first row and nothing above them, each row with a link to its cell. */
export function makeTidySheet(order: { readonly name: string; readonly kind: string; readonly inspection: Pick<Inspection, "reading">; readonly nameOf: NameOf }): NewSheet {
  const [heads = [], ...rows] = listTidyRows(order.inspection, order.nameOf);
  const places: readonly Place[] = order.inspection.reading.observations.map(({ at }) => at);
  const own: NewCell[] = [...heads.entries()].slice(1).map(([col, value]) => ({ row: 0, col, value, look: looks.head }));
  rows.forEach((row, i) =>
    row.forEach((value, col) => {
      if (value !== null && value !== "") own.push({ row: i + 1, col, value, ...(col === CELL ? { link: places[i]! } : {}) });
    }),
  );
  const table: NewSheet = {
    name: order.name,
    columns: COLUMNS.map(({ width }) => width),
    heights: [],
    cells: own,
    merges: [],
    charts: [],
    page: { orientation: "landscape", titleRows: { from: 0, to: 0 }, breaks: [] },
    freeze: { row: 1, col: 2 },
  };
  return tagSheet(table, order.kind, String(heads[0]), looks.head);
}
