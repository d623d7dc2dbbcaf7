import { availableParallelism, totalmem } from "node:os";
import { resolve } from "node:path";
import type { CheckRecord } from "../inspection/roll-up/read-record";
import { tellLeftOut } from "../inspection/roll-up/tell-run";
import type { Sentence } from "../model/finding";
import type { Profile } from "../model/profile";
import { version } from "../../package.json";
import { type Command, UsageError } from "./arguments";
import { bundleWorker } from "./bundle-worker";
import { describeSource, refuseFile, type CheckedFile, type CheckSettings } from "./check-file";
import { findWorkbooks, isFolder, type FoundWorkbook, type WorkbookSearch } from "./find-workbooks";
import { FileLines } from "./file-lines";
import { ResultsFile } from "./results-file";
import type { ExitCode, Streams } from "./streams";
import { runPool, type TaskEnd } from "./worker-pool";

const MEGABYTE = 1024 * 1024;
/** A workbook of a million cells takes less. */
const MOST_HEAP = 4096;
const LEAST_HEAP = 512;

/**
 * まとめて点検する — many files and folders, a line for each as it ends.
 *
 * @throws UsageError when there is no workbook; HostRefusal when the results cannot be kept
 */
export async function checkMany(command: Command, profile: Profile | undefined, streams: Streams): Promise<ExitCode> {
  const search = await findWorkbooks(command.files);
  if (search.workbooks.length === 0) throw new UsageError(noWorkbookIn(command.files, search));
  if (command.resumePath !== undefined) return resume(command, command.resumePath, search, profile, streams);
  const settings: CheckSettings = { lang: command.lang, asOf: command.asOf, profile };
  // Files named one by one are an array in their order; what a folder holds may be more than fits into one.
  const isArray = command.isJson && !command.isNdjson && !(await hasFolder(command.files));
  if (isArray) return writeArray(command, search, settings, streams);
  const lines = new FileLines(streams, command.lang, search.workbooks.length);
  if (command.isJson || command.isNdjson) {
    await checkAll(search.workbooks, command, settings, streams, (workbook, checked) => {
      lines.count(workbook, checked);
      streams.out.write(`${checked.json}\n`);
    });
  } else await checkAll(search.workbooks, command, settings, streams, (workbook, checked) => lines.write(workbook, checked));
  lines.finish(search);
  return lines.code(search);
}

/**
 * すべてを点検する — hands every workbook to a worker; a file that takes its worker down is one more result.
 *
 * shape  `onChecked` is called in the order in which they end
 */
export async function checkAll(
  workbooks: readonly FoundWorkbook[],
  command: Pick<Command, "jobs" | "timeout">,
  settings: CheckSettings,
  streams: Streams,
  onChecked: (workbook: FoundWorkbook, checked: CheckedFile) => Promise<void> | void,
): Promise<void> {
  if (workbooks.length === 0) return;
  const room = totalmem() / MEGABYTE;
  const workers = Math.min(workbooks.length, command.jobs ?? Math.max(1, Math.min(availableParallelism(), Math.floor(room / 1024))));
  const heapMegabytes = Math.round(Math.min(MOST_HEAP, Math.max(LEAST_HEAP, (room * 0.7) / workers)));
  const options = { program: streams.workerProgram ?? bundleWorker(), workerData: settings, workers, timeoutSeconds: command.timeout, heapMegabytes };
  await runPool<FoundWorkbook, CheckedFile>(workbooks, options, (workbook, end) =>
    onChecked(workbook, end.kind === "answered" ? end.answer : refuseFile(workbook, settings, REASONS[end.because], sayStop(end, command.timeout)[settings.lang])),
  );
}

const REASONS = { timeout: "timed-out", memory: "out-of-memory", crash: "crashed" } as const;
/** Another time these may well be read; what is damaged stays so until the file changes. */
const WORTH_ANOTHER_TRY: ReadonlySet<string> = new Set([...Object.values(REASONS), "not-found"]);

function sayStop(end: Extract<TaskEnd<CheckedFile>, { kind: "stopped" }>, seconds: number): Sentence {
  if (end.because === "timeout")
    return {
      ja: `${seconds} 秒以内に点検が終わりませんでした。--timeout で時間を延ばすか、ブックを分けてください。`,
      en: `It was not checked within ${seconds} seconds; allow more with --timeout, or split the workbook.`,
    };
  if (end.because === "memory")
    return {
      ja: "点検に必要なメモリが足りませんでした。--jobs 1 で1件ずつ点検するか、ブックを分けてください。",
      en: "There was not enough memory to check it; check one file at a time with --jobs 1, or split the workbook.",
    };
  return {
    ja: `点検の途中で不具合が起きました（${version}${end.message === "" ? "" : `：${end.message.split("\n")[0]}`}）。このブックだけを kpi check で点検してみてください。`,
    en: `Our mistake while checking it (${version}${end.message === "" ? "" : `: ${end.message.split("\n")[0]}`}); try kpi check with this workbook alone.`,
  };
}

async function writeArray(command: Command, { workbooks }: WorkbookSearch, settings: CheckSettings, streams: Streams): Promise<ExitCode> {
  const results = new Map<FoundWorkbook, string>();
  let code: ExitCode = 0;
  await checkAll(workbooks, command, settings, streams, (workbook, checked) => {
    streams.err.write(checked.aside);
    if (checked.counts) results.set(workbook, checked.json);
    else streams.err.write(`${workbook.path}: ${checked.refusal}\n`);
    if (!checked.counts) code = 2;
    else if (code === 0 && checked.counts.errors > 0) code = 1;
  });
  const all = workbooks.flatMap((workbook) => results.get(workbook) ?? []);
  if (all.length === 0) return code;
  const text = `[${all.join(",")}]`;
  streams.out.write(`${streams.out.isTTY ? JSON.stringify(JSON.parse(text), null, 2) : text}\n`);
  return code;
}

/** Goes on with an earlier run: what it holds and has not changed since is not checked again. */
async function resume(command: Command, path: string, search: WorkbookSearch, profile: Profile | undefined, streams: Streams): Promise<ExitCode> {
  const earlier = new Map<string, CheckRecord>();
  const results = await ResultsFile.continue(path, (record) => earlier.set(resolve(record.source.path), record));
  try {
    // A run that goes on tomorrow goes on as of the same day, unless another one is asked for.
    const asOf = command.isAsOfGiven ? command.asOf : ([...earlier.values()].at(-1)?.source.asOf ?? command.asOf);
    const settings: CheckSettings = { lang: command.lang, asOf, profile };
    const isDone = (workbook: FoundWorkbook): boolean => {
      const record = earlier.get(resolve(workbook.path));
      if (!record || workbook.size === null || (record.refusal && WORTH_ANOTHER_TRY.has(record.refusal.reason))) return false;
      const now = describeSource(workbook, settings);
      return (["size", "modified", "asOf", "lang", "version", "profile"] as const).every((fact) => now[fact] === record.source[fact]);
    };
    const done = new Set(search.workbooks.filter(isDone));
    const left = search.workbooks.filter((workbook) => !done.has(workbook));
    const lines = new FileLines(streams, command.lang, left.length);
    for (const workbook of done) lines.keep(earlier.get(resolve(workbook.path))!);
    await checkAll(left, command, settings, streams, async (workbook, checked) => {
      await results.append(checked.json);
      lines.write(workbook, checked);
    });
    lines.finish(search);
    return lines.code(search);
  } finally {
    await results.close();
  }
}

async function hasFolder(paths: readonly string[]): Promise<boolean> {
  for (const path of paths) if (await isFolder(path)) return true;
  return false;
}

/** 空のフォルダー — says that there is no workbook, and what is there instead. */
export function noWorkbookIn(paths: readonly string[], search: WorkbookSearch): Sentence {
  const left = tellLeftOut(search);
  const names = { ja: paths.map((path) => `「${path}」`).join("、"), en: paths.map((path) => `"${path}"`).join(", ") };
  return {
    ja: `${names.ja}に .xlsx や .xlsm のブックがありません${left ? `（${left.ja}）` : ""}。フォルダーを確かめてください。`,
    en: `There is no .xlsx or .xlsm workbook in ${names.en}${left ? ` (${left.en})` : ""}; check the folder.`,
  };
}
