import { FileHost } from "../../src/hosts/file/file-host";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readWorkbookDirectory } from "../../src/hosts/file/workbook-directory";
import { readWorkbook } from "../../src/hosts/file/workbook-reader";
import { HostRefusal } from "../../src/hosts/host";
import { findIndicator } from "../../src/indicators";
import { fillEdits, markEdits } from "../../src/inspection/edits";
import { followUpEdits } from "../../src/inspection/follow-up/make-follow-up";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { writeAddress } from "../../src/model/cell";
import type { ApplyReport, Edit } from "../../src/model/edit";
import { defaultProfile } from "../../src/model/profile";
import type { Workbook } from "../../src/model/workbook";
import { reverseEdits } from "../../src/taskpane/journal";
import { addSheet, sampleSheet } from "../support/sample-sheet";
import { findLost, isSheetKept, listDiffering, openPackage, type Package } from "./compare-packages";
import type { Random } from "./random";

/** 一つのファイルの往復 — what writing into a file, saving it and taking all back came to. */
export interface Journey {
  readonly parts: number;
  /** Parts of the file that are none of those we may write, and how many of them kept every byte. */
  readonly others: number;
  readonly othersKept: number;
  readonly sheetsTouched: number;
  readonly sheetsKept: number;
  readonly applied: number;
  readonly leftAlone: number;
  /** Parts that are byte for byte as before after everything was taken back in the same session. */
  readonly backAtOnce: number;
  /** Everything people see is as before after it was saved, opened again and taken back. */
  readonly isBackLater: boolean;
  /** What was lost, in words; empty when nothing was. */
  readonly lost: readonly string[];
}

/** Parts in which a batch of ours may write, beside the sheets it edits. */
const MAY_WRITE = /^(?:\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/sharedStrings\.xml|xl\/calcChain\.xml)$/i;
/** Here something of the old may go: the order of calculation, which Excel makes anew, and what names it. */
const MAY_LOSE = /calcChain/i;

/**
 * 書いて、保存して、元に戻す — a whole session with one file: fills, marks, follow-up sheets and edits at random.
 *
 * @throws HostRefusal when the file is none that can be read or written
 */
export async function travel(bytes: Uint8Array, name: string, random: Random): Promise<Journey> {
  const host = new FileHost(bytes, name);
  const start = await host.readWorkbook();
  const written = new Map<string, Set<string>>();
  const undos: Edit[][] = [];
  let applied = 0;
  let leftAlone = 0;
  const apply = async (edits: readonly Edit[]): Promise<void> => {
    const report: ApplyReport = await host.apply(edits);
    applied += report.applied;
    leftAlone += report.refused.length;
    for (const edit of edits) if (edit.kind === "set-cell") written.set(edit.sheet, (written.get(edit.sheet) ?? new Set()).add(writeAddress(edit.row, edit.col)));
    for (const edit of edits) if (edit.kind === "mark") written.set(edit.sheet, written.get(edit.sheet) ?? new Set());
    undos.push(reverseEdits(edits, report));
  };
  const inspect = (workbook: Workbook) => inspectWorkbook(workbook, { profile: defaultProfile, asOf: "2026-06-01" });
  await apply(fillEdits(inspect(start).fills));
  const filled = await host.readWorkbook();
  const inspection = inspect(filled);
  await apply(editsAtRandom(filled, random));
  await apply(markEdits(inspection, filled).filter(({ kind }) => kind === "mark"));
  await apply(followUpEdits(inspection, filled, findIndicator, { year: null })?.edits ?? [addSheet(sampleSheet("控え"))]);
  await apply([{ kind: "set-own-data", text: '{"schema":1,"journal":[]}' }]);

  const before = openPackage(bytes);
  const saved = host.bytes();
  const lost: string[] = [];
  const kept = compareSaved(before, openPackage(saved), sheetPartsOf(bytes, name), written, lost);

  const later = new FileHost(saved, name);
  if (!areOthersRead(start, await later.readWorkbook(), written)) lost.push("a cell that is not ours is read otherwise after saving");
  for (const undo of [...undos].reverse()) await later.apply(undo);
  await later.apply([{ kind: "set-own-data", text: start.ownData }]);
  const isBackLater = isSame({ ...(await later.readWorkbook()) }, start);
  if (!isBackLater) lost.push("opened again, not everything could be taken back");
  const others = [...before.keys()].filter((part) => !kept.mine.has(part));
  const reopened = listDiffering(before, openPackage(later.bytes()));
  for (const part of others) if (reopened.includes(part)) lost.push(`${part} differs after an undo of the saved file`);

  for (const undo of [...undos].reverse()) await host.apply(undo);
  await host.apply([{ kind: "set-own-data", text: start.ownData }]);
  const differing = listDiffering(before, openPackage(host.bytes()));
  for (const part of differing) lost.push(`${part} differs after an undo`);
  const backAtOnce = [...before.keys()].filter((part) => !differing.includes(part)).length;
  return { parts: before.size, ...kept.counts, applied, leftAlone, backAtOnce, isBackLater, lost };
}

const isSame = (one: Workbook, other: Workbook): boolean => JSON.stringify(plainOf(one)) === JSON.stringify(plainOf(other));
const plainOf = ({ sheets, date1904, ownData }: Workbook): unknown => ({
  date1904,
  ownData,
  sheets: sheets.map((sheet) => ({ ...sheet, hiddenRows: [...sheet.hiddenRows], hiddenCols: [...sheet.hiddenCols] })),
});

/** Values, formulas, shown texts and number formats of all cells but those we wrote. */
function areOthersRead(start: Workbook, saved: Workbook, written: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const cellsOf = (workbook: Workbook, name: string): unknown =>
    workbook.sheets.find((sheet) => sheet.name === name)?.cells.filter(({ row, col }) => !written.get(name)?.has(writeAddress(row, col)));
  return start.sheets.every(({ name }) => JSON.stringify(cellsOf(start, name)) === JSON.stringify(cellsOf(saved, name)));
}

function sheetPartsOf(bytes: Uint8Array, name: string): ReadonlyMap<string, string> {
  return new Map(readWorkbookDirectory(openWorkbookFile(bytes, name)).sheets.map((sheet) => [sheet.part, sheet.name]));
}

interface Compared {
  readonly mine: ReadonlySet<string>;
  readonly counts: Pick<Journey, "others" | "othersKept" | "sheetsTouched" | "sheetsKept">;
}

function compareSaved(before: Package, after: Package, sheets: ReadonlyMap<string, string>, written: ReadonlyMap<string, ReadonlySet<string>>, lost: string[]): Compared {
  const mine = new Set([...before.keys()].filter((part) => MAY_WRITE.test(part) || written.has(sheets.get(part) ?? "")));
  const differing = new Set(listDiffering(before, after));
  const others = [...before.keys()].filter((part) => !mine.has(part));
  const changed = others.filter((part) => differing.has(part));
  for (const part of changed) lost.push(`${part} is not what it was`);
  let sheetsTouched = 0;
  let sheetsKept = 0;
  for (const part of mine) {
    if (!differing.has(part)) continue;
    const [was, now] = [before.get(part)!.toString("utf8"), after.get(part)?.toString("utf8")];
    const sheet = sheets.get(part);
    if (sheet !== undefined) {
      sheetsTouched++;
      if (now !== undefined && isSheetKept(was, now, written.get(sheet)!)) sheetsKept++;
      else lost.push(`${part} differs outside our cells`);
    } else if (now === undefined ? !MAY_LOSE.test(part) : isPieceLost(was, now)) lost.push(`${part} lost something of its own`);
  }
  return { mine, counts: { others: others.length, othersKept: others.length - changed.length, sheetsTouched, sheetsKept } };
}

function isPieceLost(was: string, now: string): boolean {
  const without = was.replace(/<(?:\w+:)?(?:Override|Relationship)\b[^>]*calcChain[^>]*\/>/g, "").replace(/<(?:\w+:)?calcPr\b[^>]*\/>/, "");
  return findLost(without, now) !== undefined;
}

/** Numbers and texts into blank cells beside others, numbers over numbers, and a mark over some of them. */
function editsAtRandom(workbook: Workbook, random: Random): Edit[] {
  const edits: Edit[] = [];
  for (const sheet of workbook.sheets) {
    const taken = new Set(sheet.cells.map(({ row, col }) => `${row}:${col}`));
    const isMerged = (row: number, col: number): boolean => sheet.merges.some((m) => row >= m.top && row <= m.bottom && col >= m.left && col <= m.right);
    const numbers = sheet.cells.filter(({ value, formula }) => typeof value === "number" && formula === undefined);
    for (let i = 0; i < 4 && sheet.cells.length > 0; i++) {
      const beside = sheet.cells[random(sheet.cells.length)]!;
      const at = { row: beside.row + random(3), col: beside.col + random(4) };
      if (taken.has(`${at.row}:${at.col}`) || isMerged(at.row, at.col)) continue;
      taken.add(`${at.row}:${at.col}`);
      const content = [
        { value: 0.125, formula: null, format: "0.0%" },
        { value: "該当者なし", formula: null, format: null },
        { value: 5, formula: "2+3", format: null },
      ][random(3)]!;
      edits.push({ kind: "set-cell", sheet: sheet.name, ...at, was: { value: null, formula: null }, ...content });
    }
    const over = numbers[random(Math.max(1, numbers.length))];
    if (over) edits.push({ kind: "set-cell", sheet: sheet.name, row: over.row, col: over.col, was: { value: over.value, formula: null }, value: 77, formula: null, format: null });
  }
  return edits;
}

/** 読めるか — the sentence a file is refused with; undefined when it is read. */
export function refusalOf(bytes: Uint8Array, name: string): string | undefined {
  try {
    readWorkbook(openWorkbookFile(bytes, name));
    return undefined;
  } catch (error) {
    if (error instanceof HostRefusal) return error.sentence.en;
    throw error;
  }
}
