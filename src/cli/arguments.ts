import { parseArgs } from "node:util";
import { type Place, readAddress, writeAddress } from "../model/cell";
import type { Language, Sentence } from "../model/finding";
import { fiscalYearOfPeriod, readPeriod } from "../notation/period";

/** 動詞 — what the command line can be asked to do. */
export type Verb = "check" | "fill" | "mark" | "unmark" | "follow-up" | "all" | "roll-up" | "publish" | "table" | "accept" | "settings" | "help" | "version";

/** 命令 — what the command line asks for. */
export interface Command {
  readonly verb: Verb;
  readonly files: readonly string[];
  readonly out: string | undefined;
  readonly isJson: boolean;
  /** One line of JSON a file, as each ends. */
  readonly isNdjson: boolean;
  readonly lang: Language;
  readonly asOf: string;
  readonly isAsOfGiven: boolean;
  readonly profilePath: string | undefined;
  /** fill makes numbers of figures typed as text first. */
  readonly repairs: boolean;
  /** publish also makes copies in which few people cannot be told. */
  readonly suppresses: boolean;
  /** The finding that `accept` gives a reason, by its cell and, where several are there, its check. */
  readonly accepts: { readonly at: Place; readonly check: string | undefined; readonly reason: string } | undefined;
  /** Fiscal year of the follow-up sheet; null: the latest with a figure. */
  readonly year: number | null;
  /** Results of an earlier run that are added to; undefined when nothing is kept. */
  readonly resumePath: string | undefined;
  /** Files checked at a time; null: as many as the computer runs at once. */
  readonly jobs: number | null;
  /** Seconds one file may take, of many. */
  readonly timeout: number;
}

/** Workbooks take seconds; only what never ends takes this long. */
const LONGEST = 600;

/** 使い方の誤り — one sentence and what to write instead. */
export class UsageError extends Error {
  constructor(readonly sentence: Sentence) {
    super(sentence.en);
    this.name = "UsageError";
  }
}

const VERBS: readonly string[] = ["check", "fill", "mark", "unmark", "follow-up", "all", "roll-up", "publish", "table", "accept", "settings"];

/**
 * 引数を読む — the verb, its files and options.
 *
 * @throws UsageError when something is missing or unknown
 */
export function readArguments(args: readonly string[], today: string): Command {
  const { values, positionals } = parse(args);
  const lang: Language = values.lang === "en" ? "en" : "ja";
  if (values.lang !== undefined && values.lang !== "ja" && values.lang !== "en")
    throw new UsageError({ ja: `--lang は ja か en です（「${values.lang}」は使えません）。`, en: `--lang is ja or en ("${values.lang}" is neither).` });
  const base: Omit<Command, "verb"> = {
    files: [],
    out: undefined,
    isJson: values.json,
    isNdjson: values.ndjson,
    lang,
    asOf: today,
    isAsOfGiven: values["as-of"] !== undefined,
    profilePath: values.profile,
    repairs: values.repair,
    suppresses: values.suppress,
    year: null,
    accepts: undefined,
    resumePath: values.resume,
    jobs: readCount("--jobs", values.jobs) ?? null,
    timeout: readCount("--timeout", values.timeout) ?? LONGEST,
  };
  if (values.version) return { ...base, verb: "version" };
  const [verb, ...files] = positionals;
  if (values.help || verb === undefined || verb === "help") return { ...base, verb: "help" };
  if (!VERBS.includes(verb))
    throw new UsageError({
      ja: `「${verb}」という命令はありません。check、fill、mark、unmark、follow-up、publish、table、all、roll-up、accept、settings のどれかを書いてください。`,
      en: `There is no command "${verb}". Write check, fill, mark, unmark, follow-up, publish, table, all, roll-up, accept or settings.`,
    });
  if (files.length === 0)
    throw new UsageError({ ja: `ブックのファイル名を書いてください。例: kpi ${verb} 実績.xlsx`, en: `Name the workbook file. For example: kpi ${verb} workbook.xlsx` });
  if (verb !== "check" && verb !== "roll-up" && files.length > 1)
    throw new UsageError({ ja: `${verb} は一度に1つのファイルだけを扱います。`, en: `${verb} takes one file at a time.` });
  if (verb !== "check" && values.out === undefined)
    throw new UsageError({
      ja: `結果を書き込むファイル名を -o で指定してください。元のファイルは変更しません。`,
      en: `Name the file to write with -o. The original is never changed.`,
    });
  if (verb === "check" && values.out !== undefined) throw new UsageError({ ja: "check は何も書き込みません。-o を外してください。", en: "check writes nothing. Leave out -o." });
  if (values["as-of"] !== undefined && !isDate(values["as-of"]))
    throw new UsageError({ ja: `--as-of は 2026-04-01 の形で書いてください（「${values["as-of"]}」）。`, en: `Write --as-of like 2026-04-01 (not "${values["as-of"]}").` });
  if (verb !== "fill" && verb !== "all" && values.repair) throw new UsageError({ ja: "--repair は fill と all だけで使えます。", en: "--repair goes with fill and all only." });
  if (verb !== "follow-up" && verb !== "all" && values.year !== undefined)
    throw new UsageError({ ja: "--year は follow-up と all だけで使えます。", en: "--year goes with follow-up and all only." });
  if (verb !== "publish" && values.suppress) throw new UsageError({ ja: "--suppress は publish だけで使えます。", en: "--suppress goes with publish only." });
  if (verb !== "check" && (values.ndjson || values.resume !== undefined))
    throw new UsageError({ ja: "--ndjson と --resume は check だけで使えます。", en: "--ndjson and --resume go with check only." });
  if (verb !== "check" && verb !== "roll-up" && (values.jobs !== undefined || values.timeout !== undefined))
    throw new UsageError({ ja: "--jobs と --timeout は check と roll-up だけで使えます。", en: "--jobs and --timeout go with check and roll-up only." });
  if (verb !== "accept" && (values.cell !== undefined || values.reason !== undefined || values.check !== undefined))
    throw new UsageError({ ja: "--cell、--reason、--check は accept だけで使えます。", en: "--cell, --reason and --check go with accept only." });
  const accepts = verb === "accept" ? readAccepts(values) : undefined;
  return { ...base, verb: verb as Verb, accepts, files, out: values.out, asOf: values["as-of"] ?? today, year: values.year === undefined ? null : readYear(values.year) };
}

function readAccepts({ cell = "", reason = "", check }: { readonly cell?: string | undefined; readonly reason?: string | undefined; readonly check?: string | undefined }) {
  const split = cell.lastIndexOf("!");
  // As formulas write it: 'シート 1'!B7.
  const sheet = cell.slice(0, Math.max(0, split)).replace(/^'(.*)'$/, (_, name: string) => name.replace(/''/g, "'"));
  const spot = readAddress(cell.slice(split + 1));
  if (sheet === "" || !spot)
    throw new UsageError({
      ja: `指摘のセルを --cell で「シート名!B7」の形で指定してください${cell === "" ? "" : `（「${cell}」は使えません）`}。`,
      en: `Name the cell of the finding with --cell, like "Sheet!B7"${cell === "" ? "" : ` (not "${cell}")`}.`,
    });
  if (reason.trim() === "")
    throw new UsageError({
      ja: "理由を --reason で書いてください。例: --reason 出典の資料のとおり",
      en: 'Give the reason with --reason, for example --reason "as in the source".',
    });
  return { at: { sheet, cell: writeAddress(spot.row, spot.col) }, check, reason: reason.trim() };
}

function readCount(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new UsageError({ ja: `${option} には1以上の整数を書いてください（「${text}」）。`, en: `${option} takes a whole number from 1 on (not "${text}").` });
  return Number(text);
}

function readYear(text: string): number {
  const period = readPeriod(/^\d{4}$/.test(text) ? `${text}年度` : text)?.period;
  if (!period || period.kind === "as-of")
    throw new UsageError({ ja: `--year は R6 や 2024 の形で書いてください（「${text}」）。`, en: `Write --year like R6 or 2024 (not "${text}").` });
  return fiscalYearOfPeriod(period);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: "string", short: "o" },
        json: { type: "boolean", default: false },
        ndjson: { type: "boolean", default: false },
        resume: { type: "string" },
        jobs: { type: "string" },
        timeout: { type: "string" },
        lang: { type: "string" },
        "as-of": { type: "string" },
        profile: { type: "string" },
        year: { type: "string" },
        cell: { type: "string" },
        reason: { type: "string" },
        check: { type: "string" },
        repair: { type: "boolean", default: false },
        suppress: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
        version: { type: "boolean", short: "v", default: false },
      },
    });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const option = /'(-[^']*?)(?: <value>)?'/.exec(said)?.[1];
    throw new UsageError({
      ja: option ? `「${option}」という指定は使えないか、値が足りません。kpi --help で使い方を表示します。` : "指定を読めませんでした。kpi --help で使い方を表示します。",
      en: option ? `The option ${option} is unknown or lacks its value. kpi --help shows how to use it.` : "The options could not be read. kpi --help shows how to use it.",
    });
  }
}

function isDate(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
