import { basename } from "node:path";
import { FileHost } from "../hosts/file/file-host";
import { saveFile } from "../hosts/file/node/save-file";
import { findIndicator } from "../indicators";
import { fillEdits, markEdits, repairEdits, unmarkEdits } from "../inspection/edits";
import { followUpEdits } from "../inspection/follow-up/make-follow-up";
import { tellSheets } from "../inspection/own-sheets/tell-sheets";
import { publicationEdits, tidyEdits } from "../inspection/publication/propose-publication";
import { withheldEdits } from "../inspection/publication/withheld-sheets";
import { inspectWorkbook } from "../inspection/inspect-workbook";
import type { Inspection } from "../inspection/inspection";
import { rememberFigures } from "../inspection/past-figures/remember-figures";
import { putRemembered } from "../inspection/past-figures/remembered-record";
import type { ApplyReport, Edit, LeftReason } from "../model/edit";
import type { Sentence } from "../model/finding";
import type { Profile } from "../model/profile";
import type { Workbook } from "../model/workbook";
import { writeFiscalYear } from "../notation/period";
import { type Command, UsageError } from "./arguments";
import { inspectFile } from "./inspect-file";
import type { ExitCode, Streams } from "./streams";

/** One step of writing: what it wants to change, and what it says when that is done. */
type Step = (inspection: Inspection, workbook: Workbook, command: Command) => { readonly edits: readonly Edit[]; readonly tell: (report: ApplyReport) => readonly Sentence[] };

const repair: Step = ({ repairs }) => ({
  edits: repairEdits(repairs),
  tell: ({ applied }) => [{ ja: `文字列の数値 ${applied} 件を数値に直しました`, en: `Made numbers of ${applied} texts` }],
});

const fill: Step = ({ fills }) => ({
  edits: fillEdits(fills),
  tell: ({ applied }) => [
    { ja: `${applied} セルを補いました`, en: `Filled ${applied} cells` },
    { ja: "関係する式は、Excel で開いたときに計算し直されます。", en: "Dependent formulas are recalculated when Excel opens the file." },
  ],
});

const mark: Step = (inspection, workbook) => {
  const edits = markEdits(inspection, workbook);
  const marked = edits.reduce((sum, edit) => sum + (edit.kind === "mark" ? edit.ranges.length : 0), 0);
  return { edits, tell: () => [{ ja: `未達の ${marked} セルに印を付けました`, en: `Marked ${marked} cells of missed plan years` }] };
};

const unmark: Step = (_, workbook) => ({ edits: unmarkEdits(workbook), tell: () => [{ ja: "印を消しました", en: "Took the marks off" }] });

const followUp: Step = (inspection, workbook, command) => {
  const proposal = followUpEdits(inspection, workbook, findIndicator, { year: command.year });
  if (!proposal) throw new UsageError(command.year === null ? NO_TARGETS : noPlanIn(command.year));
  return { edits: proposal.edits, tell: () => tellSheets(proposal) };
};

const publish: Step = (inspection, workbook, command) => {
  const list = publicationEdits(inspection, workbook, findIndicator, { suppresses: command.suppresses });
  if (!list) throw new UsageError(NOTHING_TO_PUBLISH);
  const copies = command.suppresses ? withheldEdits(inspection, workbook) : { edits: [], told: [] };
  return { edits: [...list.edits, ...(copies?.edits ?? [])], tell: () => [...list.told, ...(copies?.told ?? [NOBODY_TOLD])] };
};

const table: Step = (inspection, workbook) => {
  const list = tidyEdits(inspection, workbook, findIndicator);
  if (list === undefined) throw new UsageError(NOTHING_READ);
  if (list === "too-long") throw new UsageError(TOO_LONG);
  return { edits: list.edits, tell: () => list.told };
};

type Writing = Exclude<Command["verb"], "check" | "roll-up" | "accept" | "settings" | "help" | "version">;

const STEPS: { readonly [verb in Writing]: readonly Step[] } = {
  fill: [fill],
  mark: [mark],
  unmark: [unmark],
  "follow-up": [followUp],
  publish: [publish],
  table: [table],
  all: [fill, mark, followUp],
};

/** A file for handing on takes nothing along that is not seen in it. */
const REMEMBERING: ReadonlySet<Command["verb"]> = new Set<Writing>(["fill", "mark", "follow-up", "all"]);

/**
 * ブックに書く — the verb's steps one after the other into one new file; each sees what the one before it wrote.
 *
 * @throws HostRefusal when the file cannot be read or written; UsageError when there is nothing to make a sheet of
 */
export async function writeWorkbook(command: Command, profile: Profile | undefined, streams: Streams): Promise<ExitCode> {
  const file = command.files[0]!;
  const found = await inspectFile(file, command, profile, streams);
  const host = new FileHost(found.bytes, basename(file));
  const told: Sentence[] = [];
  const refused: ApplyReport["refused"][number][] = [];
  let applied = 0;
  let { workbook, inspection } = found;
  const steps = command.repairs ? [repair, ...STEPS[command.verb as Writing]] : STEPS[command.verb as Writing];
  for (const [index, step] of steps.entries()) {
    const { edits, tell } = step(inspection, workbook, command);
    const report = await host.apply(edits);
    told.push(...tell(report));
    refused.push(...report.refused);
    applied += report.applied;
    if (report.applied === 0 || index === steps.length - 1) continue;
    // What was a text can be reckoned with now, and what was blank is a figure.
    workbook = await host.readWorkbook();
    inspection = inspectWorkbook(workbook, { profile: inspection.profile, asOf: command.asOf });
  }
  const remembered = REMEMBERING.has(command.verb) && applied > 0 ? putRemembered(found.workbook.ownData, rememberFigures(found.inspection, found.workbook.ownData)) : null;
  if (remembered !== null) await host.apply([{ kind: "set-own-data", text: remembered }]);
  await saveFile(host.bytes(), { from: file, to: command.out! });
  told.forEach((sentence, index) => streams.err.write(`${index === 0 ? "" : "  "}${sentence[command.lang]}${index === 0 ? `: ${command.out}` : ""}\n`));
  for (const one of refused) streams.err.write(`  ${one.sheet}!${one.cell}  ${refusalWords[one.reason][command.lang]}\n`);
  return 0;
}

const NO_TARGETS: Sentence = {
  ja: "判定できる目標と実績が見つからないため、フォローアップ表を作れません。kpi check で読み取りを確かめてください。",
  en: "No target with a figure was found, so there is no follow-up sheet to make. See what was read with kpi check.",
};

/** 公表するものがない — says so, and where to look. */
export const NOTHING_TO_PUBLISH: Sentence = {
  ja: "数値目標も、情報公表の項目に当たる数値も見つからないため、公表用の表を作れません。kpi check で読み取りを確かめてください。",
  en: "Neither a numeric target nor a figure for publication was found. See what was read with kpi check.",
};

const NOBODY_TOLD: Sentence = { ja: "少ない人数の欄は見つかりませんでした", en: "No cell of few people was found" };

const NOTHING_READ: Sentence = {
  ja: "読み取れた数値がないため、一覧を作れません。kpi check で読み取りを確かめてください。",
  en: "No figure was read, so there is nothing to list. See what was read with kpi check.",
};

const TOO_LONG: Sentence = {
  ja: "数値が多く、シートには並べきれません。-o に .csv のファイル名を書いてください。",
  en: "There are too many figures for a sheet. Give -o a file name that ends in .csv.",
};

function noPlanIn(year: number): Sentence {
  return {
    ja: `${writeFiscalYear(year, "era-long")}を計画期間に含む計画が見つかりません。--year に計画期間の年度を書いてください。`,
    en: `No plan covers fiscal year ${year}. Give --year a year of the plan.`,
  };
}

const refusalWords: { readonly [reason in LeftReason]: Sentence } = {
  changed: { ja: "読み取ったときと内容が違うため、書き込みませんでした。", en: "holds something else than when it was read: left alone." },
  protected: { ja: "シートまたはブックが保護されているため、書き込みませんでした。", en: "the sheet or workbook is protected: left alone." },
  "part-of-array": { ja: "配列数式などの一部のため、書き込みませんでした。", en: "part of an array or a table of data: left alone." },
  merged: { ja: "結合されたセルの一部のため、書き込みませんでした。", en: "part of a merged cell: left alone." },
  "not-found": { ja: "書き込む場所が見つかりませんでした。", en: "the place was not found." },
  "name-taken": { ja: "同じ名前のシートがあるため、作りませんでした。", en: "a sheet of this name is there already: not made." },
  "not-written": { ja: "書き込みが途中で止まったため、書き込んでいません。", en: "not written, because writing stopped before it." },
};
