import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { availableParallelism } from "node:os";
import type { Attack } from "./attack";
import { archiveAttacks } from "./attacks-on-archive";
import { settingAttacks, sizeAttacks, textAttacks, xmlAttacks } from "./attacks-on-content";
import { withProgram } from "./bundle-program";
import { openPackage } from "./compare-packages";
import type { Tried } from "./program-trying";
import { type FileFuzz, mixPieces, type ReaderSpeed, spoilFiles, timeReaders } from "./fuzz";
import { makeRandom, pickSome } from "./random";
import { type Aim, type ProofOptions, renderTable, type Section } from "./section";

/** 悪意のある入力の証明の条件 — `onWrong` hears of every attack that came out otherwise than it should. */
export interface HostileOptions extends ProofOptions {
  readonly onWrong?: (line: string) => void;
  /** How many files of each kind, and ten times as many texts, are tried at random. */
  readonly rounds?: number | undefined;
}

interface Outcome {
  readonly attack: Attack;
  readonly tried: Tried | undefined;
  /** What is wrong, in words; empty when nothing is. */
  readonly wrong: readonly string[];
}

const GROUPS: readonly (readonly [title: string, attacks: readonly Attack[]])[] = [
  ["archive", archiveAttacks],
  ["XML", xmlAttacks],
  ["size", sizeAttacks],
  ["text", textAttacks],
  ["settings", settingAttacks],
];
const MOST_SECONDS = 10;
const MOST_MEGABYTES = 1024;
/** Something quadratic takes ten seconds and more at this length. */
const SLOWEST = 1000;
/** By the clock, for a machine that is busy with other work too. */
const GIVEN_UP = 300_000;

/** 悪意のある入力 — what each attack came to, in how much time and memory. */
export async function proveHostileInput({ short, seed, rounds, onWrong }: HostileOptions): Promise<Section> {
  const all = GROUPS.flatMap(([title, attacks]) => attacks.map((attack) => ({ title, attack })));
  const chosen = short ? pickSome(all, 16, makeRandom(seed, "attacks")) : all;
  const outcomes = await withProgram("program-trying.ts", async (program, folder) => {
    const waiting = chosen.map(({ attack }, i) => ({ attack, i }));
    const done: Outcome[] = [];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) done[next.i] = await tryAttack(next.attack, program, join(folder, String(next.i)));
    };
    await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
    return done;
  });
  for (const { attack, wrong } of outcomes) for (const line of wrong) onWrong?.(`${attack.name}: ${line}`);
  const rows = outcomes.map((outcome, i) => [chosen[i]!.title, ...rowOf(outcome)]);
  const tell = onWrong ?? (() => undefined);
  const many = rounds ?? (short ? 40 : 400);
  const mixed = mixPieces(many * 10, makeRandom(seed, "texts"), tell);
  const spoilt = spoilFiles(many, seed, tell);
  const readers = timeReaders(short, makeRandom(seed, "readers"));
  return {
    title: "Hostile input",
    tables: [
      renderTable(["of the", "attack", "came to", "said", "check, s>", "all, s>", "peak MB>"], rows),
      "*check* is one reading with all checks and judgements, the start of Node included; *all* is that, then `kpi fill`, `all`, `table` to CSV and `publish` to text where it is read. Times are those of the processor.",
      "The texts are looked for in everything that is made of the file: no formula of ours holds one, and a CSV that begins a field with one puts an apostrophe before it. That the pane shows them as they are is tested in `test/taskpane/hostile-texts.test.tsx`.",
      renderTable(
        ["files spoilt at random", "files>", "read>", "refused>", "anything else>"],
        spoilt.map(({ kind, files, read, refused, broke }) => [kind, files, read, refused, broke]),
      ),
      renderReaders(readers, mixed.texts),
    ].join("\n\n"),
    aims: [...aimsOf(outcomes), ...fuzzAims(readers, mixed.thrown, spoilt)],
  };
}

async function tryAttack(attack: Attack, program: string, folder: string): Promise<Outcome> {
  const made = join(folder, "made");
  mkdirSync(made, { recursive: true });
  const file = join(folder, "attack.xlsx");
  const bytes = attack.make();
  writeFileSync(file, bytes);
  const profile = join(folder, "profile.json");
  if (attack.profile !== undefined) writeFileSync(profile, attack.profile);
  const tried = await new Promise<Tried | undefined>((resolve) =>
    execFile(
      process.execPath,
      [program, file, made, ...(attack.profile === undefined ? [] : [profile])],
      { cwd: made, timeout: GIVEN_UP, killSignal: "SIGKILL", maxBuffer: 1 << 26 },
      (error, out) => resolve(error ? undefined : (JSON.parse(out) as Tried)),
    ),
  );
  const wrong = tried ? [...judge(attack, tried), ...listExecutable(bytes, made)] : ["the process ended by itself, or did not end"];
  const strays = readdirSync(made).filter((name) => !/^(?:filled|all)\.xlsx$|^table\.csv$|^publish\.tsv$/.test(name));
  if (strays.length > 0 || existsSync("/tmp/escaped.txt")) wrong.push(`wrote where nobody asked: ${strays.join(", ")}`);
  rmSync(folder, { recursive: true });
  return { attack, tried, wrong };
}

function judge({ expected }: Attack, tried: Tried): string[] {
  const wrong: string[] = [];
  if (tried.outcome === "broke") wrong.push(`broke: ${tried.ja} ${tried.en}`);
  else if (expected !== "either" && tried.outcome !== expected) wrong.push(`${tried.outcome}, not ${expected}: ${tried.en}`);
  if (tried.outcome === "refused" && !(isSentence(tried.ja, /。$/) && isSentence(tried.en, /\.$/))) wrong.push(`no sentence: ${tried.ja} ${tried.en}`);
  if (tried.checkSeconds > MOST_SECONDS) wrong.push(`${tried.checkSeconds.toFixed(1)} s of processor time`);
  if (tried.megabytes > MOST_MEGABYTES) wrong.push(`${tried.megabytes.toFixed(0)} MB`);
  return wrong;
}

function isSentence(text: string, end: RegExp): boolean {
  return /^[^\n]{8,250}\n$/.test(text) && end.test(text.trim()) && !/\bat .*:\d+|Error\b|undefined|NaN|\[object/.test(text);
}

const FORMULA = /<(?:\w+:)?f\b[^>]*>([^<]*)</g;
/** A field of a CSV or TSV that a spreadsheet would take for a formula: a lone dash and a number are none. */
const FIELD = /(?:^|[,\t\r\n])"?(?:\t|[=@＝＠]|[+＋][^\d"]|[-－](?=[^",\t\r\n\d]))[^",\t\r\n]/;

/** Formulas that were in no part of the file, and fields of texts, that hold what would be executed. */
function listExecutable(bytes: Uint8Array, made: string): string[] {
  const found: string[] = [];
  for (const name of readdirSync(made)) {
    const content = readFileSync(join(made, name));
    if (!name.endsWith(".xlsx")) {
      if (FIELD.test(content.toString("utf8").replace(/^\ufeff/, ""))) found.push(`a field of ${name} would be executed: ${FIELD.exec(content.toString("utf8"))![0]}`);
      continue;
    }
    const before = openPackage(bytes);
    for (const [part, xml] of openPackage(content)) {
      if (!part.endsWith(".xml") || before.get(part)?.equals(xml)) continue;
      for (const [, formula] of xml.toString("utf8").matchAll(FORMULA))
        if (/cmd\||HYPERLINK\s*\(|IMPORTXML/i.test(withoutTexts(formula!))) found.push(`a formula of ${name}: ${formula}`);
    }
  }
  return found;
}

/** What stands within quotes is a text, whatever it says. */
const withoutTexts = (formula: string): string => formula.replace(/&quot;/g, '"').replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'(?=!)/g, "");

function rowOf({ attack, tried, wrong }: Outcome): (string | number)[] {
  const [came, said] = tried
    ? [tried.outcome === "refused" ? "refused" : tried.outcome === "read" ? `read, ${tried.findings} findings` : "**broke**", tried.en.split("\n")[0]!.slice(0, 160)]
    : ["**did not end**", ""];
  return [
    attack.name,
    wrong.length === 0 || came.startsWith("**") ? came : `${came} (**wrong**)`,
    said,
    tried?.checkSeconds.toFixed(1) ?? "–",
    tried?.seconds.toFixed(1) ?? "–",
    tried?.megabytes.toFixed(0) ?? "–",
  ];
}

function renderReaders(readers: readonly ReaderSpeed[], texts: number): string {
  const slowest = [...readers].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 8);
  return [
    `Texts: ${texts} put together at random, each given to ${readers.length} readers of notations; and for each reader texts of 100,000 characters that repeat one piece. Those that took longest:`,
    renderTable(
      ["reader", "piece", "ms>", "times that of a quarter of it>"],
      slowest.map(({ reader, piece, milliseconds, growth }) => [`\`${reader}\``, piece.replace(/[ \u3000]/g, "␣"), milliseconds.toFixed(0), growth.toFixed(1)]),
    ),
  ].join("\n\n");
}

function fuzzAims(readers: readonly ReaderSpeed[], thrown: number, spoilt: readonly FileFuzz[]): Aim[] {
  const slowest = Math.max(...readers.map(({ milliseconds }) => milliseconds));
  const [files, broke] = [spoilt.reduce((sum, one) => sum + one.files, 0), spoilt.reduce((sum, one) => sum + one.broke, 0)];
  return [
    { name: "errors a reader of notations threw", figure: String(thrown), aim: "0", met: thrown === 0 },
    { name: "slowest reader on a text of 100,000 characters", figure: `${slowest.toFixed(0)} ms`, aim: `below ${SLOWEST} ms`, met: slowest < SLOWEST },
    { name: "spoilt files that were neither read nor refused", figure: `${broke} of ${files}`, aim: "0", met: broke === 0 },
  ];
}

function aimsOf(outcomes: readonly Outcome[]): Aim[] {
  const right = outcomes.filter(({ wrong }) => wrong.length === 0).length;
  const [seconds, megabytes] = [Math.max(...outcomes.map(({ tried }) => tried?.checkSeconds ?? Infinity)), Math.max(...outcomes.map(({ tried }) => tried?.megabytes ?? Infinity))];
  const refused = outcomes.filter(({ tried }) => tried?.outcome === "refused");
  return [
    {
      name: "attacks that came to what they should, with nothing executed and nothing written elsewhere",
      figure: `${right} of ${outcomes.length}`,
      aim: "all",
      met: right === outcomes.length,
    },
    {
      name: "refusals of one sentence in both languages",
      figure: `${refused.filter(({ wrong }) => wrong.length === 0).length} of ${refused.length}`,
      aim: "all",
      met: refused.every(({ wrong }) => wrong.length === 0),
    },
    {
      name: "most processor time to read, check and judge one file, the start of Node included",
      figure: `${seconds.toFixed(1)} s`,
      aim: `below ${MOST_SECONDS} s`,
      met: seconds < MOST_SECONDS,
    },
    { name: "most memory for one file", figure: `${megabytes.toFixed(0)} MB`, aim: `below ${MOST_MEGABYTES} MB`, met: megabytes < MOST_MEGABYTES },
  ];
}
