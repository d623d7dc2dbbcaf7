import { cellKey } from "../cell-key";
import type { CellRange } from "../../model/cell";
import { HostRefusal } from "../host";
import { isMarkFormula } from "../mark";
import { readAreas } from "./addresses";
import { looksLikeTypedError, readContent, type CellContent } from "./cell-content";
import { BATCH_BYTES, takeBatch, type Piece } from "./payload";
import { readClosed, type ClosedTargets } from "./read-closed";
import { splitBands } from "./read-merges";
import { ask, type Patience, type Question } from "./run-excel";
import type { CellNow, OwnRule, SheetNow } from "./sheet-now";
import { findBlocks, type SheetTargets } from "./targets";

/** Texts count too among what is to be written; more than a figure weighs. unit bytes */
const BYTES_PER_TARGET = 60;

/** 何も待たない — a reading before writing is not asked again: what somebody is typing must not be written over later. */
export const AT_ONCE: Patience = { waits: [], wait: () => Promise.resolve() };

/** 読み直したシート — the state of every sheet a batch touches; null where there is no such sheet. */
export type SheetsNow = ReadonlyMap<string, SheetNow | null>;

interface Facts {
  readonly id: string;
  readonly isProtected: boolean;
  readonly merges: readonly CellRange[];
  readonly rules: readonly RuleFacts[];
  readonly closed: ClosedTargets;
}

interface RuleFacts {
  readonly id: string;
  readonly isCustom: boolean;
  /** undefined where it has still to be asked. */
  readonly own: OwnRule | "unset" | null | undefined;
}

/** 読み直し — the sheets, and the answer to what was asked along with them. */
export interface Reread<A> {
  readonly sheets: SheetsNow;
  readonly also: A;
}

/**
 * 書く前に読み直す — every cell that is to be written, as it is now; one round trip as a rule, more by payload alone.
 *
 * shape   where Excel does not tell all at once (very many merges, rules it cannot tell together) it is asked in smaller steps
 * errors  HostRefusal
 */
export async function rereadSheets<A>(targets: readonly SheetTargets[], also: Question<A>, patience: Patience = AT_ONCE): Promise<Reread<A>> {
  try {
    return await rereadWith(targets, also, patience, false);
  } catch (error) {
    if (!(error instanceof HostRefusal) || error.reason === "cell-being-edited") throw error;
    return rereadWith(targets, also, patience, true);
  }
}

async function rereadWith<A>(targets: readonly SheetTargets[], question: Question<A>, patience: Patience, isCareful: boolean): Promise<Reread<A>> {
  const queue: Piece[] = targets.flatMap((target, sheet) =>
    findBlocks(target).map(({ top, left, bottom, right }) => ({ sheet, top, left, rows: bottom - top + 1, cols: right - left + 1 })),
  );
  const cells = targets.map(() => new Map<number, CellNow>());
  const unclear = targets.map((): CellRange[] => []);
  let first: { readonly facts: readonly (Facts | null)[]; readonly also: A } | undefined;
  while (!first || queue.length > 0) {
    const batch = takeBatch(queue, BYTES_PER_TARGET, BATCH_BYTES);
    const isFirst = !first;
    const answer = await ask((context) => {
      const also = isFirst ? question(context) : undefined;
      const found = isFirst ? targets.map((target) => askFacts(context, target, isCareful)) : [];
      const blocks = batch.map((piece) => askBlock(context, targets[piece.sheet]!.name, piece));
      return () => ({ first: also && { also: also(), facts: found.map((take) => take()) }, blocks: blocks.map((take) => take()) });
    }, patience);
    first ??= answer.first!;
    for (const [index, block] of answer.blocks.entries()) {
      const { sheet } = batch[index]!;
      if (!block) continue;
      for (const [key, cell] of block.cells) cells[sheet]!.set(key, cell);
      if (block.inArray !== false) unclear[sheet]!.push(block.range);
    }
  }
  const { facts, also } = first;
  const details = await askDetails(targets, facts, unclear, patience, isCareful);
  const sheets: SheetsNow = new Map(
    targets.map(({ name }, index) => {
      const fact = facts[index]!;
      if (!fact) return [name, null];
      const { merges, closed, ownRules, unsetRules } = details[index]!;
      return [name, { id: fact.id, isProtected: fact.isProtected, cells: cells[index]!, merges, closed, ownRules, unsetRules, rules: fact.rules.length }];
    }),
  );
  return { sheets, also };
}

function askFacts({ workbook }: Excel.RequestContext, { name, cells, marks }: SheetTargets, isCareful: boolean): () => Facts | null {
  const sheet = workbook.worksheets.getItemOrNullObject(name);
  sheet.load("id,protection/protected");
  const merged = isCareful || cells.length === 0 ? undefined : sheet.getRange().untrack().getMergedAreasOrNullObject().untrack();
  merged?.load("address");
  const formats = marks.length > 0 ? sheet.getRange().untrack().conditionalFormats : undefined;
  formats?.load(isCareful ? "items/id,items/type" : "items/id,items/type,items/customOrNullObject/rule/formula,items/customOrNullObject/format/numberFormat");
  const closed = cells.length > 0 ? readClosed(sheet) : () => ({ tables: [], pivots: [] });
  return () => {
    if (sheet.isNullObject) return null;
    return {
      id: sheet.id,
      isProtected: sheet.protection.protected,
      merges: merged && !merged.isNullObject ? readAreas(merged.address, name) : [],
      rules: formats?.items.map((rule) => readRule(rule, isCareful)) ?? [],
      closed: closed(),
    };
  };
}

/** Only of a custom rule may the custom part be looked at. */
function readRule(rule: Excel.ConditionalFormat, isCareful: boolean): RuleFacts {
  const { id, type } = rule;
  if (type !== "Custom") return { id, isCustom: false, own: null };
  return { id, isCustom: true, own: isCareful ? undefined : toOwnRule(id, rule.customOrNullObject) };
}

function toOwnRule(id: string, { rule, format }: Excel.CustomConditionalFormat): OwnRule | "unset" | null {
  const formula: unknown = rule.formula;
  if (typeof formula !== "string" || formula === "") return "unset";
  const numberFormat: unknown = format.numberFormat;
  return isMarkFormula(formula) ? { id, numberFormat: typeof numberFormat === "string" ? numberFormat : "" } : null;
}

interface Block {
  readonly range: CellRange;
  readonly cells: readonly (readonly [key: number, cell: CellNow])[];
  /** null where some cells are and some are not. */
  readonly inArray: boolean | null;
}

function askBlock({ workbook }: Excel.RequestContext, name: string, { top, left, rows, cols }: Piece): () => Block | null {
  const range = workbook.worksheets.getItemOrNullObject(name).getRangeByIndexes(top, left, rows, cols).untrack();
  range.load("values,formulas,numberFormat,valueTypes,hasSpill,savedAsArray");
  return () => {
    if (range.isNullObject) return null;
    const { values, formulas, numberFormat, valueTypes, hasSpill, savedAsArray } = range;
    const cells = values.flatMap((row: readonly unknown[], i) =>
      row.map((value, j): readonly [number, CellNow] => {
        const isText = valueTypes[i]![j] === "String" && looksLikeTypedError(value, formulas[i]![j]);
        const content: CellContent | undefined = isText ? { value: String(value) } : readContent(value, formulas[i]![j]);
        const code: unknown = numberFormat[i]![j];
        const format = typeof code === "string" && code !== "" ? code : "General";
        return [
          cellKey(top + i, left + j),
          content
            ? { value: content.value, formula: content.formula ?? null, isErrorAlone: content.error !== undefined && content.formula === undefined, format }
            : { value: null, formula: null, isErrorAlone: false, format },
        ];
      }),
    );
    const inArray = hasSpill === false && savedAsArray === false ? false : hasSpill === true || savedAsArray === true ? true : null;
    return { range: { top, left, bottom: top + rows - 1, right: left + cols - 1 }, cells, inArray };
  };
}

interface Details {
  readonly merges: readonly CellRange[];
  readonly closed: readonly CellRange[];
  readonly ownRules: readonly OwnRule[];
  readonly unsetRules: readonly string[];
}

function sortRules(rules: readonly RuleFacts[]): Pick<Details, "ownRules" | "unsetRules"> {
  return {
    ownRules: rules.flatMap(({ own }) => (typeof own === "object" && own !== null ? own : [])),
    unsetRules: rules.flatMap(({ id, own }) => (own === "unset" ? id : [])),
  };
}

/** What the first answer left open: which cells of a block are in an array, where tables and pivots lie, rules asked one by one. */
async function askDetails(
  targets: readonly SheetTargets[],
  facts: readonly (Facts | null)[],
  unclear: readonly (readonly CellRange[])[],
  patience: Patience,
  isCareful: boolean,
): Promise<readonly Details[]> {
  const questions = targets.map((target, index) => {
    const fact = facts[index];
    return fact ? askSheetDetails(target, fact, unclear[index]!, isCareful) : undefined;
  });
  const known = targets.map((_, index): Details => ({ merges: facts[index]?.merges ?? [], closed: [], ...sortRules(facts[index]?.rules ?? []) }));
  if (questions.every((question) => question === undefined)) return known;
  return ask((context) => {
    const asked = questions.map((question) => question?.(context));
    return () => asked.map((take, index) => take?.() ?? known[index]!);
  }, patience);
}

function askSheetDetails({ name, cells }: SheetTargets, fact: Facts, unclear: readonly CellRange[], isCareful: boolean): Question<Details> | undefined {
  const inUnclear = cells.filter(({ row, col }) => unclear.some(({ top, left, bottom, right }) => row >= top && row <= bottom && col >= left && col <= right));
  const open = fact.rules.filter(({ own }) => own === undefined);
  const hasClosed = fact.closed.tables.length > 0 || fact.closed.pivots.length > 0;
  const bands = isCareful && cells.length > 0 ? splitBands(reachOf(cells)) : [];
  if (inUnclear.length === 0 && open.length === 0 && !hasClosed && bands.length === 0) return undefined;
  return ({ workbook }) => {
    const sheet = workbook.worksheets.getItem(fact.id);
    const arrays = inUnclear.map(({ row, col }) => {
      const cell = sheet.getRangeByIndexes(row, col, 1, 1).untrack();
      cell.load("hasSpill,savedAsArray");
      return { row, col, cell };
    });
    const merged = bands.map(({ top, left, bottom, right }) => {
      const areas = sheet
        .getRangeByIndexes(top, left, bottom - top + 1, right - left + 1)
        .untrack()
        .getMergedAreasOrNullObject()
        .untrack();
      areas.load("address");
      return areas;
    });
    const custom = open.map(({ id }) => {
      const found = sheet.getRange().untrack().conditionalFormats.getItem(id).custom;
      found.load("rule/formula,format/numberFormat");
      return { id, found };
    });
    const closed = fact.closed.ask?.(sheet);
    return () => ({
      merges: isCareful ? merged.flatMap((areas) => (areas.isNullObject ? [] : readAreas(areas.address, name))) : fact.merges,
      closed: [
        ...arrays.filter(({ cell }) => cell.hasSpill !== false || cell.savedAsArray !== false).map(({ row, col }) => ({ top: row, left: col, bottom: row, right: col })),
        ...(closed?.() ?? []),
      ],
      ...sortRules([...fact.rules, ...custom.map(({ id, found }) => ({ id, isCustom: true, own: toOwnRule(id, found) }))]),
    });
  };
}

function reachOf(cells: readonly { readonly row: number; readonly col: number }[]): CellRange {
  return { top: 0, left: 0, bottom: Math.max(...cells.map(({ row }) => row)), right: Math.max(...cells.map(({ col }) => col)) };
}
