import fc from "fast-check";
import type { Workbook } from "../../src/model/workbook";
import { type Layout, layOut, layoutArbitrary } from "../support/generate-layouts";
import { factArbitrary } from "../support/layout-facts";
import { type LogicalCell, type LogicalTable, placeTable } from "../support/layout-page";
import { writeCount, writeYear, yearStyles } from "../support/layout-notation";
import { readTextWorkbook } from "../support/text-workbook";
import type { Truth } from "../support/truth";
import type { CleanWorkbook } from "./clean-workbooks";

const MONTHS = ["4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"];
const OFFICES = ["総務課", "税務課", "福祉課", "建設課", "環境課", "学校教育課", "上下水道課"];
const GRADES = ["部長級", "課長級", "課長補佐級", "係長級", "主査級"];

/** 作ったブック — three sheets of one organisation: leaves and their summary, overtime by month, and one table of offices, grades or days with hours; all of it right. */
export function makeCleanBooks(count: number, seed: number): CleanWorkbook[] {
  return fc.sample(bookArbitrary, { numRuns: count, seed }).map((book, i) => ({ ...book, name: `book ${i + 1}`, source: "generated books" }));
}

interface Book {
  readonly workbook: Workbook;
  readonly truth: Truth;
}

const plain = (layout: Layout): Layout => ({ ...layout, rateCells: "written", noise: layout.noise === "remarks" ? "none" : layout.noise, targets: "none" });

const bookArbitrary: fc.Arbitrary<Book> = fc
  .record({
    layout: layoutArbitrary,
    detail: fc.constantFrom("table-each" as const, "one-table" as const, "years-over-measures" as const),
    first: fc.integer({ min: 2017, max: 2020 }),
    years: fc.integer({ min: 3, max: 5 }),
    style: fc.constantFrom(...yearStyles),
    numbers: fc.array(fc.integer({ min: 12, max: 480 }), { minLength: 80, maxLength: 80 }),
    third: fc.constantFrom("offices" as const, "grades" as const, "days" as const),
  })
  .chain(({ layout, detail, first, years, style, numbers, third }) =>
    factArbitrary(years, 3).map((facts): Book => {
      const list = Array.from({ length: years }, (_, i) => first + i);
      const counted = facts.filter((f) => f.kind.denominators.length > 0);
      const chosen = counted.length > 0 ? counted : facts;
      const base = plain({ ...layout, years: style });
      const details = layOut(chosen, list, { ...base, structure: detail });
      const summary = layOut(chosen, list, { ...base, structure: "flat", isTransposed: false, extra: "none", noise: "title", numbering: "", dress: "plain" });
      const pages = [
        overtimePage(list, numbers, base),
        third === "days" ? daysPage(list, numbers, base) : third === "offices" ? officePage(list, numbers, base) : gradePage(list, numbers, base),
      ];
      return joinBook([
        { text: details.text.replace("== sheet 実施状況", "== sheet 実績"), truth: renameSheet(details.truth, "実施状況", "実績") },
        { text: summary.text.replace("== sheet 実施状況", "== sheet 目標一覧"), truth: renameSheet(summary.truth, "実施状況", "目標一覧") },
        ...pages,
      ]);
    }),
  );

interface Part {
  readonly text: string;
  readonly truth: Truth;
}

function joinBook(parts: readonly Part[]): Book {
  const text = parts.map((p) => p.text).join("\n");
  return {
    workbook: readTextWorkbook(text, "generated").workbook,
    truth: { observations: parts.flatMap((p) => p.truth.observations), findings: [], fills: [], judgements: [] },
  };
}

function renameSheet(truth: Truth, from: string, to: string): Truth {
  return { ...truth, observations: truth.observations.map((o) => (o.sheet === from ? { ...o, sheet: to } : o)) };
}

function page(sheet: string, table: LogicalTable, layout: Layout): Part {
  const { text, observations } = placeTable(sheet, undefined, [table], { ...layout, structure: "table-each", extra: "none", noise: "none", unitNote: "none" });
  return { text, truth: { observations, findings: [], fills: [], judgements: [] } };
}

const cell = (piece: string, indicator: string, role: string, fiscalYear: number, value: number): LogicalCell => ({
  piece,
  truth: { indicator, role, fiscalYear, value, group: {} },
});

/** Months across, a total at the end, a line a year. */
function overtimePage(years: readonly number[], numbers: readonly number[], layout: Layout): Part {
  const rows = years.map((year, y) => {
    const months = MONTHS.map((_, m) => numbers[(y * 12 + m) % numbers.length]!);
    const total = months.reduce((a, b) => a + b, 0);
    return [...months.map((n) => cell(String(n), "overtime_monthly", "part", year, n)), cell(String(total), "overtime_total_hours", "value", year, total)];
  });
  const table: LogicalTable = {
    caption: "月別の時間外勤務時間数（単位：時間）",
    below: [],
    rows: years.map((year) => [writeYear(year, layout.years)]),
    cols: [...MONTHS, "合計"].map((m) => [m]),
    body: rows,
  };
  return page("時間外", table, layout);
}

/** Offices down, years across, their total at the foot. */
function officePage(years: readonly number[], numbers: readonly number[], layout: Layout): Part {
  const body = OFFICES.map((_, i) =>
    years.map((year, y) => cell(String(numbers[(i * 5 + y) % numbers.length]!), "overtime_total_hours", "value", year, numbers[(i * 5 + y) % numbers.length]!)),
  );
  const totals = years.map((year, y) => {
    const sum = body.reduce((all, row) => all + Number(row[y]!.piece), 0);
    return cell(String(sum), "overtime_total_hours", "value", year, sum);
  });
  const table: LogicalTable = {
    caption: "所属別の時間外勤務総時間数（単位：時間）",
    below: [],
    rows: [...OFFICES, "合計"].map((o) => [o]),
    cols: years.map((year) => [writeYear(year, layout.years)]),
    body: [...body, totals],
  };
  return page("所属別", table, layout);
}

/** Grades down, people and women under each year, their totals at the foot. */
function gradePage(years: readonly number[], numbers: readonly number[], layout: Layout): Part {
  const counts = GRADES.map((_, i) => years.map((__, y) => [5 + (numbers[i * 5 + y]! % 60), numbers[i * 5 + y + 25]! % 5] as const));
  const all = [...counts, years.map((_, y) => [0, 1].map((k) => counts.reduce((sum, row) => sum + row[y]![k]!, 0)) as [number, number])];
  const indicator = "female_rate_by_grade|female_staff_rate";
  const table: LogicalTable = {
    caption: "各役職段階にある職員に占める女性職員の割合",
    below: [],
    rows: [...GRADES, "合計"].map((g) => [g]),
    cols: years.flatMap((year) => ["職員数", "女性", "女性割合"].map((m) => [writeYear(year, layout.years), m])),
    body: all.map((row) =>
      row.flatMap(([people, women], y) => [
        cell(writeCount(people, layout.counts), indicator, "denominator", years[y]!, people),
        cell(writeCount(women, layout.counts), indicator, "numerator", years[y]!, women),
        cell(`${((100 * women) / people).toFixed(1)}%`, indicator, "value", years[y]!, Math.round((1000 * women) / people) / 1000),
      ]),
    ),
  };
  return page("役職段階", table, { ...layout, isTransposed: false });
}

/** Days with hours, as the leave is taken. */
function daysPage(years: readonly number[], numbers: readonly number[], layout: Layout): Part {
  const table: LogicalTable = {
    caption: "年次有給休暇の取得状況",
    below: [],
    rows: [["平均取得日数"]],
    cols: years.map((year) => [writeYear(year, layout.years)]),
    body: [
      years.map((year, y) => {
        const [days, hours] = [6 + (numbers[y]! % 9), numbers[y + 9]! % 8];
        return cell(`${days}日と${hours}時間`, "annual_leave_avg_days", "value", year, days + hours / 7.75);
      }),
    ],
  };
  return page("年休", table, layout);
}
