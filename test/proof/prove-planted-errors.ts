import { type CleanWorkbook, layOutCleanWorkbooks, openGivenFiles, openTextWorkbooks } from "./clean-workbooks";
import { makeCleanBooks } from "./generated-books";
import { type CleanTried, kinds, plantErrors, type Tried } from "./planted-errors";
import { type Aim, type ProofOptions, renderShare, renderTable, type Section } from "./section";

/** 植えた誤りの証明の条件 — a folder of further workbooks, each with its truth; some may say what was missed. */
export interface PlantingOptions extends ProofOptions {
  readonly folder?: string | undefined;
  readonly onMissed?: (line: string) => void;
}

const RECALL = 0.95;
const PRECISION = 0.98;

/** 植えた誤りの証明 — recall by kind of error, and how many of the errors said are errors. */
export async function run({ short, seed, folder, onMissed }: PlantingOptions): Promise<Section> {
  const sources: readonly (readonly [workbooks: readonly CleanWorkbook[], each: number])[] = [
    [openTextWorkbooks(), short ? 1 : 4],
    [layOutCleanWorkbooks(short ? 40 : 300, seed), short ? 1 : 2],
    [makeCleanBooks(short ? 30 : 250, seed), short ? 1 : 2],
    [folder === undefined ? [] : await openGivenFiles(folder), short ? 2 : 6],
  ];
  const tried: Tried[] = [];
  const clean: CleanTried[] = [];
  for (const [workbooks, each] of sources)
    for (const workbook of workbooks) {
      const planted = plantErrors(workbook, each, seed);
      tried.push(...planted.tried);
      clean.push(planted.clean);
    }
  for (const { kind, clean: of, plant, found, falseErrors } of tried) {
    if (found.length === 0) onMissed?.(`missed: ${kind.name} in ${of.name} at ${plant.at.slice(0, 3).join(", ")}`);
    for (const f of falseErrors) onMissed?.(`false: ${f.check} at ${f.at.sheet}!${f.at.cell} after ${kind.name} in ${of.name} at ${plant.at.slice(0, 3).join(", ")}`);
  }
  for (const { clean: of, falseErrors } of clean)
    for (const f of falseErrors) onMissed?.(`false: ${f.check} at ${f.at.sheet}!${f.at.cell} of ${of.name}, where nothing is planted`);
  return { title: "Planted errors", tables: render(tried, clean), aims: aimsOf(tried, clean) };
}

const isFound = (t: Tried) => t.found.length > 0;
const isError = (t: Tried) => t.found.some((f) => f.severity === "error");
const count = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((sum, one) => sum + of(one), 0);

function render(tried: readonly Tried[], clean: readonly CleanTried[]): string {
  const rows = kinds.map((kind) => {
    const own = tried.filter((t) => t.kind === kind);
    return [kind.name, own.length, renderShare(own.filter(isFound).length, own.length), renderShare(own.filter(isError).length, own.length), kind.where];
  });
  const sources = [...new Set(clean.map((c) => c.clean.source))].map((source) => {
    const [books, cases] = [clean.filter((c) => c.clean.source === source), tried.filter((t) => t.clean.source === source)];
    const said = count(cases, (t) => t.errors) + count(books, (c) => c.errors);
    const wrong = count(cases, (t) => t.falseErrors.length) + count(books, (c) => c.falseErrors.length);
    return [source, books.length, cases.length, renderShare(cases.filter(isFound).length, cases.length), said, wrong];
  });
  return [
    renderTable(
      ["error", "cases>", "found>", "said as an error>", "planted at"],
      [...rows, ["**all**", tried.length, renderShare(tried.filter(isFound).length, tried.length), renderShare(tried.filter(isError).length, tried.length), ""]],
    ),
    renderTable(["workbooks", "number>", "planted errors>", "found>", "errors said>", "of them false>"], sources),
  ].join("\n\n");
}

function aimsOf(tried: readonly Tried[], clean: readonly CleanTried[]): Aim[] {
  const least = kinds
    .map((kind) => tried.filter((t) => t.kind === kind))
    .filter((own) => own.length > 0)
    .sort((a, b) => a.filter(isFound).length / a.length - b.filter(isFound).length / b.length)[0]!;
  const planted = { said: count(tried, (t) => t.errors), wrong: count(tried, (t) => t.falseErrors.length) };
  const right = { said: count(clean, (c) => c.errors), wrong: count(clean, (c) => c.falseErrors.length) };
  const share = (met: number, all: number) => (all === 0 ? 1 : met / all);
  const aim = (name: string, met: number, all: number, should: number): Aim => ({
    name,
    figure: renderShare(met, all),
    aim: `≥ ${(100 * should).toFixed(0)} %`,
    met: share(met, all) >= should,
  });
  return [
    aim("planted errors found", tried.filter(isFound).length, tried.length, RECALL),
    aim(`the kind found least (${least[0]!.kind.name})`, least.filter(isFound).length, least.length, RECALL),
    aim("errors said of workbooks with a planted error that are right", planted.said - planted.wrong, planted.said, PRECISION),
    aim("errors said of workbooks without one that are right", right.said - right.wrong, right.said, PRECISION),
  ];
}
