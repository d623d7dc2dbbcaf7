import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Workbook } from "../../src/model/workbook";
import { furnishWorkbook, furnitureNames } from "../support/furniture/furnish-workbook";
import { layOutCleanWorkbooks, openTextWorkbooks } from "./clean-workbooks";
import { type Killed, killSaving } from "./kill-saving";
import { type Journey, refusalOf, travel } from "./lossless-session";
import { makeRandom, pickSome } from "./random";
import { type Aim, type ProofOptions, renderTable, type Section } from "./section";

/** 失わないことの証明の条件 — a folder of real files, where there is one; `onLost` hears of everything that was lost. */
export interface LosslessOptions extends ProofOptions {
  readonly folder?: string | undefined;
  readonly onLost?: (line: string) => void;
}

interface Group {
  readonly name: string;
  readonly journeys: readonly Journey[];
}

const SAMPLE = join(__dirname, "../../assets/samples/sample.xlsx");

/** 何も失わない — what a file holds beside the cells we write stays to the byte, an undo gives all of it back, and a saving that is killed leaves the old file or the new one. */
export async function proveNothingLost({ short, seed, folder, onLost }: LosslessOptions): Promise<Section> {
  const furniture = new Map<string, number>(furnitureNames.map((name) => [name, 0]));
  const groups: Group[] = [await travelGenerated(short ? 12 : 150, seed, furniture, onLost)];
  const refused: string[] = [];
  if (folder !== undefined) groups.push(await travelGiven(folder, seed, refused, onLost));
  const killed = await killSaving(new Uint8Array(readFileSync(SAMPLE)), short ? { saving: 8, commands: 4 } : { saving: 40, commands: 20 }, seed);
  return {
    title: "Nothing lost",
    tables: [
      renderGroups(groups),
      ...(refused.length > 0 ? [`Refused with one sentence, and so not written into: ${refused.join("; ")}.`] : []),
      renderTable(
        ["what the generated files hold beside their cells", "files>"],
        [...furniture].map(([name, files]) => [name, files]),
      ),
      renderKilled(killed),
    ].join("\n\n"),
    // A short look puts too little into its files to hold every kind.
    aims: aimsOf(groups, killed, short ? new Map() : furniture),
  };
}

async function travelGenerated(count: number, seed: number, furniture: Map<string, number>, onLost: LosslessOptions["onLost"]): Promise<Group> {
  const random = makeRandom(seed, "nothing lost");
  const half = Math.ceil(count / 2);
  const books: readonly Workbook[] = [...pickSome(openTextWorkbooks(), half, random), ...layOutCleanWorkbooks(count - half, seed)].map(({ workbook }) => workbook);
  const journeys: Journey[] = [];
  for (const [i, workbook] of books.entries()) {
    const file = furnishWorkbook(workbook, random, 12 + random(12));
    for (const name of new Set(file.furniture)) furniture.set(name, furniture.get(name)! + 1);
    const journey = await travel(file.bytes, "generated.xlsx", random);
    for (const line of journey.lost) onLost?.(`generated file ${i + 1} (${workbook.name}; ${file.furniture.join(", ")}): ${line}`);
    journeys.push(journey);
  }
  return { name: "generated", journeys };
}

async function travelGiven(folder: string, seed: number, refused: string[], onLost: LosslessOptions["onLost"]): Promise<Group> {
  const journeys: Journey[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!/\.xls[xm]$/i.test(file)) continue;
    const bytes = new Uint8Array(readFileSync(join(folder, file)));
    const sentence = refusalOf(bytes, file);
    if (sentence !== undefined) {
      refused.push(`“${sentence}”`);
      continue;
    }
    const journey = await travel(bytes, file, makeRandom(seed, file));
    for (const line of journey.lost) onLost?.(`${file}: ${line}`);
    journeys.push(journey);
  }
  return { name: "real, of other people's making", journeys };
}

const sum = (journeys: readonly Journey[], of: (journey: Journey) => number): number => journeys.reduce((all, journey) => all + of(journey), 0);

function renderGroups(groups: readonly Group[]): string {
  return renderTable(
    [
      "files",
      "number>",
      "edits made>",
      "left alone, as they should>",
      "parts>",
      "parts we never write>",
      "of them kept to the byte>",
      "sheets written into>",
      "of them the same but for our cells>",
      "parts the same after undo>",
      "files back after saving, opening and undo>",
    ],
    groups.map(({ name, journeys }) => [
      name,
      journeys.length,
      sum(journeys, (j) => j.applied),
      sum(journeys, (j) => j.leftAlone),
      sum(journeys, (j) => j.parts),
      sum(journeys, (j) => j.others),
      sum(journeys, (j) => j.othersKept),
      sum(journeys, (j) => j.sheetsTouched),
      sum(journeys, (j) => j.sheetsKept),
      sum(journeys, (j) => j.backAtOnce),
      sum(journeys, (j) => Number(j.isBackLater)),
    ]),
  );
}

function renderKilled({ saving, commands }: { readonly saving: Killed; readonly commands: Killed }): string {
  const row = (name: string, k: Killed) => [name, k.kills, k.leftBeside, k.old, k.whole, k.half];
  return renderTable(
    ["killed (SIGKILL)", "times>", "while writing>", "target: the old file or none>", "target: the new file>", "target: anything else>"],
    [row("a process that saves without a pause", saving), row("`kpi all`", commands)],
  );
}

function aimsOf(groups: readonly Group[], { saving, commands }: { readonly saving: Killed; readonly commands: Killed }, furniture: ReadonlyMap<string, number>): Aim[] {
  const all = groups.flatMap(({ journeys }) => journeys);
  const every = (name: string, met: number, of: number): Aim => ({ name, figure: `${met} of ${of}`, aim: "all", met: met === of && of > 0 });
  const none = (name: string, figure: number): Aim => ({ name, figure: String(figure), aim: "0", met: figure === 0 });
  return [
    every(
      "parts we never write, kept to the byte",
      sum(all, (j) => j.othersKept),
      sum(all, (j) => j.others),
    ),
    every(
      "sheets we wrote into, the same but for our cells",
      sum(all, (j) => j.sheetsKept),
      sum(all, (j) => j.sheetsTouched),
    ),
    every(
      "parts that are byte for byte as before after an undo",
      sum(all, (j) => j.backAtOnce),
      sum(all, (j) => j.parts),
    ),
    every(
      "files as before after saving, opening and an undo",
      sum(all, (j) => Number(j.isBackLater)),
      all.length,
    ),
    none(
      "anything lost, however small",
      sum(all, (j) => j.lost.length),
    ),
    none("kinds of furniture that were in no file", [...furniture.values()].filter((files) => files === 0).length),
    none("files half written after a kill", saving.half + commands.half),
    {
      name: "kills that hit a process while it was writing",
      figure: String(saving.leftBeside + commands.leftBeside),
      aim: "at least 1",
      met: saving.leftBeside + commands.leftBeside > 0,
    },
  ];
}
