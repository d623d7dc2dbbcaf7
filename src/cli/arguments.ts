import { parseArgs } from "node:util";
import type { Language, Sentence } from "../model/finding";
import { fiscalYearOfPeriod, readPeriod } from "../notation/period";

/** 動詞 — what the command line can be asked to do. */
export type Verb = "check" | "fill" | "mark" | "unmark" | "follow-up" | "all" | "help" | "version";

/** 命令 — what the command line asks for. */
export interface Command {
  readonly verb: Verb;
  readonly files: readonly string[];
  readonly out: string | undefined;
  readonly isJson: boolean;
  readonly lang: Language;
  readonly asOf: string;
  readonly profilePath: string | undefined;
  /** fill makes numbers of figures typed as text first. */
  readonly repairs: boolean;
  /** Fiscal year of the follow-up sheet; null: the latest with a figure. */
  readonly year: number | null;
}

/** 使い方の誤り — one sentence and what to write instead. */
export class UsageError extends Error {
  constructor(readonly sentence: Sentence) {
    super(sentence.en);
    this.name = "UsageError";
  }
}

const VERBS: readonly string[] = ["check", "fill", "mark", "unmark", "follow-up", "all"];

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
  const base = { files: [], out: undefined, isJson: values.json, lang, asOf: today, profilePath: values.profile, repairs: values.repair, year: null };
  if (values.version) return { ...base, verb: "version" };
  const [verb, ...files] = positionals;
  if (values.help || verb === undefined || verb === "help") return { ...base, verb: "help" };
  if (!VERBS.includes(verb))
    throw new UsageError({
      ja: `「${verb}」という命令はありません。check、fill、mark、unmark、follow-up、all のどれかを書いてください。`,
      en: `There is no command "${verb}". Write check, fill, mark, unmark, follow-up or all.`,
    });
  if (files.length === 0)
    throw new UsageError({ ja: `ブックのファイル名を書いてください。例: kpi ${verb} 実績.xlsx`, en: `Name the workbook file. For example: kpi ${verb} results.xlsx` });
  if (verb !== "check" && files.length > 1) throw new UsageError({ ja: `${verb} は一度に1つのファイルだけを扱います。`, en: `${verb} takes one file at a time.` });
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
  return { ...base, verb: verb as Verb, files, out: values.out, asOf: values["as-of"] ?? today, year: values.year === undefined ? null : readYear(values.year) };
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
        lang: { type: "string" },
        "as-of": { type: "string" },
        profile: { type: "string" },
        year: { type: "string" },
        repair: { type: "boolean", default: false },
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

/** 使い方 — what `kpi help` prints. */
export const usage: Sentence = {
  ja: `使い方
  kpi check  ファイル…          点検・補完の候補・判定を表示します（書き込みません）
  kpi fill   ファイル -o 結果    空いている率などを補い、別のファイルに書きます
  kpi mark   ファイル -o 結果    未達の年度に印を付け、別のファイルに書きます
  kpi unmark ファイル -o 結果    付けた印だけを消し、別のファイルに書きます
  kpi follow-up ファイル -o 結果 年度のフォローアップ表と計画期間の推移のシートを加えます
  kpi all    ファイル -o 結果    補完、印、フォローアップ表を続けて行います

指定
  --json               check の結果を JSON で出力します（形は docs/check.schema.json）
  --lang ja|en         表示の言語
  --as-of 年-月-日      この日の時点で判定します（既定は今日）
  --year R6            フォローアップ表の年度（既定は、実績のある最も新しい年度）
  --repair             fill と all の前に、文字列の数値（3人 など）を見た目を変えずに数値に直します
  --profile 設定.json   団体の設定（1日の勤務時間、管理職の範囲など）

終了コード  0 要修正なし ／ 1 要修正あり ／ 2 できなかった（理由を表示します）`,
  en: `Usage
  kpi check  FILE…         shows findings, fills on offer and judgements (writes nothing)
  kpi fill   FILE -o OUT   fills in derived rates, into another file
  kpi mark   FILE -o OUT   marks the plan years that were missed, into another file
  kpi unmark FILE -o OUT   takes off exactly those marks, into another file
  kpi follow-up FILE -o OUT   adds the follow-up sheet of a plan year and the course of the plan
  kpi all    FILE -o OUT   fills, marks and adds the follow-up sheets

Options
  --json                 the result of check as JSON (shape: docs/check.schema.json)
  --lang ja|en           language of what is shown
  --as-of YYYY-MM-DD     judge as of this day (default: today)
  --year R6              year of the follow-up sheet (default: the latest with a figure)
  --repair               with fill and all: first makes numbers of figures typed as text, which look the same
  --profile FILE.json    settings of the organisation (hours in a day, manager grades …)

Exit codes  0 no errors found / 1 some found / 2 could not do it (and says why)`,
};
