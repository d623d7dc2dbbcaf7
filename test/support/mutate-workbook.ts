import { dateFromSerial } from "numfmt";
import { readAddress, writeAddress, type Cell } from "../../src/model/cell";
import type { Sheet, Workbook } from "../../src/model/workbook";
import { renderShownText } from "./shown-text";
import type { Truth } from "./truth";

/** 書き換え — another way to write the same workbook; the truth keeps its figures and at most changes its cells. */
export interface Mutation {
  readonly name: string;
  readonly apply: (workbook: Workbook, truth: Truth) => { readonly workbook: Workbook; readonly truth: Truth };
}

const mapSheets = (workbook: Workbook, change: (sheet: Sheet) => Sheet): Workbook => ({ ...workbook, sheets: workbook.sheets.map(change) });
const mapCells = (workbook: Workbook, change: (cell: Cell, sheet: Sheet) => Cell): Workbook =>
  mapSheets(workbook, (sheet) => ({ ...sheet, cells: sheet.cells.map((c) => change(c, sheet)) }));
const withText = (cell: Cell, text: string): Cell => ({ ...cell, value: text, text, format: "General" });
const withNumber = (cell: Cell, value: number, format: string): Cell => ({ ...cell, value, format, text: renderShownText(value, format) });

const widen = (text: string) => text.replace(/[0-9.%]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** Words of the field that mean the same, from the catalogue of labels seen. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/取得者数/g, "取得人数"],
  [/対象者数|対象人数/g, "対象職員数"],
  [/配偶者出産休暇/g, "出産補助休暇"],
  [/妻が出産した人数/g, "配偶者が出産した男性職員数"],
  [/年次有給休暇/g, "年次休暇"],
  [/時間外勤務/g, "超過勤務"],
  [/子の看護休暇/g, "子の看護等休暇"],
  [/管理的地位にある職員に占める女性職員の割合|管理職の女性割合/g, "管理的地位に占める女性職員の割合"],
  [/採用した職員に占める女性職員の割合/g, "採用者に占める女性割合"],
  [/一人当たり|一人あたり|1人あたり/g, "職員１人当たり"],
];

/** 書き換えの一覧 — each leaves a careful reader with the same figures. */
export const mutations: readonly Mutation[] = [
  { name: "digits in full width", apply: (workbook, truth) => ({ truth, workbook: mapCells(workbook, (c) => (typeof c.value === "string" ? withText(c, widen(c.value)) : c)) }) },
  {
    name: "numbers typed as texts",
    apply: (workbook, truth) => ({
      truth,
      workbook: mapCells(workbook, (c) => (typeof c.value === "number" && !/[ge]/i.test(c.format.replace("General", "")) ? withText(c, c.text) : c)),
    }),
  },
  { name: "texts typed as numbers", apply: (workbook, truth) => ({ truth, workbook: typeNumbers(workbook, truth) }) },
  {
    name: "other words of the field",
    apply: (workbook, truth) => ({
      truth,
      workbook: mapCells(workbook, (c) =>
        typeof c.value === "string"
          ? withText(
              c,
              SYNONYMS.reduce((t, [from, to]) => t.replace(from, to), c.value),
            )
          : c,
      ),
    }),
  },
  { name: "headings without merges", apply: (workbook, truth) => ({ truth, workbook: unmerge(workbook, truth) }) },
  { name: "headings merged no more but repeated", apply: (workbook, truth) => ({ truth, workbook: repeat(workbook, truth) }) },
  { name: "wider gaps", apply: (workbook, truth) => spread(workbook, truth) },
  { name: "three years later", apply: (workbook, truth) => ({ truth: laterTruth(truth), workbook: laterWorkbook(workbook) }) },
  { name: "sheets in reverse", apply: (workbook, truth) => ({ truth, workbook: { ...workbook, sheets: [...workbook.sheets].reverse() } }) },
  { name: "blanks around labels", apply: (workbook, truth) => ({ truth, workbook: mapCells(workbook, (c) => (typeof c.value === "string" ? withText(c, `　${c.value} `) : c)) }) },
];

/** Figures only: a bucket 「3日」 among the headings stays a word. */
function typeNumbers(workbook: Workbook, truth: Truth): Workbook {
  const figures = new Set(truth.observations.map((o) => `${o.sheet}!${o.cell}`));
  return mapCells(workbook, (c, sheet) => (figures.has(`${sheet.name}!${writeAddress(c.row, c.col)}`) ? typeNumber(c) : c));
}

/** 87.5% → 0.875 shown as 0.0%; 12人 → 12 shown as 0"人". Only whole cells that are nothing but a figure. */
function typeNumber(cell: Cell): Cell {
  if (typeof cell.value !== "string") return cell;
  const found = /^(\d+(?:,\d{3})*(?:\.(\d+))?)(%|人|日|時間)$/.exec(cell.value);
  if (!found) return cell;
  const value = Number(found[1]!.replaceAll(",", ""));
  const decimals = found[2] ? `.${"0".repeat(found[2].length)}` : "";
  return found[3] === "%" ? withNumber(cell, Number((value / 100).toFixed(6)), `0${decimals}%`) : withNumber(cell, value, `#,##0${decimals}"${found[3]}"`);
}

/** Merges that hold figures stay: a merged value speaks for every cell it covers. */
function holdsFigures(sheet: Sheet, truth: Truth, merge: Sheet["merges"][number]): boolean {
  return truth.observations.some((o) => {
    const at = readAddress(o.cell)!;
    return o.sheet === sheet.name && at.row >= merge.top && at.row <= merge.bottom && at.col >= merge.left && at.col <= merge.right;
  });
}

function unmerge(workbook: Workbook, truth: Truth): Workbook {
  return mapSheets(workbook, (sheet) => ({ ...sheet, merges: sheet.merges.filter((m) => holdsFigures(sheet, truth, m)) }));
}

function repeat(workbook: Workbook, truth: Truth): Workbook {
  return mapSheets(workbook, (sheet) => {
    const cells = new Map(sheet.cells.map((c) => [writeAddress(c.row, c.col), c]));
    for (const merge of sheet.merges.filter((m) => !holdsFigures(sheet, truth, m))) {
      const anchor = cells.get(writeAddress(merge.top, merge.left));
      // A heading merged downwards over two heading rows is one heading; nobody would write it twice.
      if (merge.top < merge.bottom && !truth.observations.some((o) => o.sheet === sheet.name && readAddress(o.cell)!.row === merge.top)) continue;
      // A section line across the table is one heading, not one a column.
      if (!anchor || (merge.left < merge.right && merge.top === merge.bottom && !sheet.cells.some((c) => c.row === merge.top && c.col > merge.right))) continue;
      for (let row = merge.top; row <= merge.bottom; row++) for (let col = merge.left; col <= merge.right; col++) cells.set(writeAddress(row, col), { ...anchor, row, col });
    }
    return { ...sheet, merges: sheet.merges.filter((m) => holdsFigures(sheet, truth, m)), cells: [...cells.values()].sort((a, b) => a.row - b.row || a.col - b.col) };
  });
}

/** Every row that is empty already becomes two more. */
function spread(workbook: Workbook, truth: Truth): { workbook: Workbook; truth: Truth } {
  const shifts = new Map(workbook.sheets.map((sheet) => [sheet.name, rowShifts(sheet)]));
  const move = <T extends { readonly sheet: string; readonly cell: string }>(at: T): T => {
    const { row, col } = readAddress(at.cell)!;
    return { ...at, cell: writeAddress(shifts.get(at.sheet)!(row), col) };
  };
  return {
    workbook: mapSheets(workbook, (sheet) => {
      const to = shifts.get(sheet.name)!;
      return {
        ...sheet,
        cells: sheet.cells.map((c) => ({ ...c, row: to(c.row) })),
        merges: sheet.merges.map((m) => ({ ...m, top: to(m.top), bottom: to(m.bottom) })),
        hiddenRows: new Set([...sheet.hiddenRows].map(to)),
      };
    }),
    truth: {
      ...truth,
      observations: truth.observations.map(move),
      findings: truth.findings.map(move),
      fills: truth.fills.map(move),
      ...(truth.quiet ? { quiet: truth.quiet.map(move) } : {}),
    },
  };
}

function rowShifts(sheet: Sheet): (row: number) => number {
  const filled = new Set(sheet.cells.map((c) => c.row));
  const last = Math.max(0, ...filled);
  const to: number[] = [];
  for (let row = 0, at = 0; row <= last + 1; row++) {
    to[row] = at;
    at += filled.has(row) || row === 0 ? 1 : 3;
  }
  return (row) => to[row] ?? row;
}

const LATER = 3;
const eraYear = (era: string, year: number) => year + ({ R: 2018, 令和: 2018, H: 1988, 平成: 1988 }[era] ?? 0);

const YEARS = /(H31\/R1)|平成31[（(]令和[元1][）)]年度|(令和)(\d+)～(\d+)年度|(令和|平成|(?<![A-Za-z])[RH])(元|\d{1,2})(?![\d%人日時])|(?<!\d)(20[012]\d)(?=年|\)|）|[～~\-－]|$)/g;

/** Years in full width or with a space behind their era, as they are typed: what is moved is written plainly. */
const TYPED = /(令和|平成)[ 　]?([0-9０-９]{1,2})[ 　]?(?=年)|２０[０-９]{2}(?=年)|Ｒ[０-９]{1,2}(?![０-９])/g;

/** Years as texts write them, in the same style: H29 → R2, 令和3年度 → 令和6年度, 平成31(令和元)年度 → 令和4年度. */
function laterText(text: string, years = LATER): string {
  return text
    .replace(TYPED, (typed) => typed.normalize("NFKC").replace(/\s/g, ""))
    .replace(YEARS, (all, twice?: string, range?: string, from?: string, to?: string, era?: string, year?: string, western?: string) => {
      if (twice) return writeEra(2019 + years, "R");
      if (range) return `令和${Number(from) + years}～${Number(to) + years}年度`;
      if (era) return writeEra(eraYear(era, year === "元" ? 1 : Number(year)) + years, era);
      if (western) return String(Number(western) + years);
      return all.startsWith("平成31") ? `${writeEra(2019 + years, "令和")}年度` : all;
    });
}

function writeEra(year: number, like: string): string {
  const isShort = /[A-Z]/.test(like);
  if (year >= 2019) return `${isShort ? "R" : "令和"}${year - 2018}`;
  return `${isShort ? "H" : "平成"}${year - 1988}`;
}

function laterSerial(serial: number, years = LATER): number {
  const [year, month, day] = dateFromSerial(serial) as number[];
  return Math.round((Date.UTC(year! + years, month! - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** 見出しの年を移す — a heading so many years later, or earlier, written the way it was; the same cell where it names no year. */
export function laterCell(cell: Cell, years: number): Cell {
  if (typeof cell.value === "string") return laterText(cell.value, years) === cell.value ? cell : withText(cell, laterText(cell.value, years));
  return /[ge]/.test(cell.format.replace("General", "")) && typeof cell.value === "number" ? withNumber(cell, laterSerial(cell.value, years), cell.format) : cell;
}

function laterWorkbook(workbook: Workbook): Workbook {
  const moved = mapCells(workbook, (c) => laterCell(c, LATER));
  return mapSheets(moved, (sheet) => ({ ...sheet, name: laterText(sheet.name) }));
}

function laterTruth(truth: Truth): Truth {
  const rename = <T extends { readonly sheet: string }>(at: T): T => ({ ...at, sheet: laterText(at.sheet) });
  return {
    ...truth,
    asOf: truth.asOf === undefined ? "2029-06-01" : `${Number(truth.asOf.slice(0, 4)) + LATER}${truth.asOf.slice(4)}`,
    observations: truth.observations.map((o) => ({ ...rename(o), fiscalYear: o.fiscalYear === null ? null : o.fiscalYear + LATER })),
    findings: truth.findings.map(rename),
    fills: truth.fills.map(rename),
    judgements: truth.judgements.map((j) => ({ ...j, fiscalYear: j.fiscalYear + LATER })),
    ...(truth.quiet ? { quiet: truth.quiet.map(rename) } : {}),
  };
}
