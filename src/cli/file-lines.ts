import { isMissed } from "../model/plan";
import type { CheckRecord } from "../inspection/roll-up/read-record";
import { tellLeftOut, tellRun } from "../inspection/roll-up/tell-run";
import type { Language } from "../model/finding";
import type { CheckedFile } from "./check-file";
import type { FoundWorkbook, WorkbookSearch } from "./find-workbooks";
import { noPaint, terminalPaint, type Paint } from "./paint";
import type { ExitCode, Streams } from "./streams";

/** Back to the beginning of the line on a terminal, and nothing on it. */
const CLEAR = "\r\u001b[K";

/** 一件一行 — a line for every file as it ends, how far the run is on a terminal, and what all of them come to. */
export class FileLines {
  private readonly paint: Paint;
  private readonly startedAt = performance.now();
  private ended = 0;
  private kept = 0;
  private withErrors = 0;
  private refused = 0;
  private missed = 0;
  private showsProgress = false;

  constructor(
    private readonly streams: Streams,
    private readonly lang: Language,
    private readonly total: number,
  ) {
    this.paint = streams.out.isTTY ? terminalPaint : noPaint;
  }

  /** One file, with its line. */
  write(workbook: FoundWorkbook, checked: CheckedFile): void {
    this.count(workbook, checked);
    this.clear();
    this.streams.out.write(`${this.render(workbook, checked)}\n`);
    this.progress();
  }

  /** One file whose line is written elsewhere. */
  count({ path }: FoundWorkbook, { counts, aside }: CheckedFile): void {
    this.clear();
    this.ended++;
    if (counts === null) this.refused++;
    else if (counts.errors > 0) this.withErrors++;
    this.missed += counts?.missed ?? 0;
    for (const line of aside.split("\n")) if (line !== "") this.streams.err.write(`${path}: ${line}\n`);
    this.progress();
  }

  /** One file that an earlier run has checked. */
  keep({ refusal, findings, judgements }: CheckRecord): void {
    this.kept++;
    if (refusal) this.refused++;
    else if (findings.some(({ severity }) => severity === "error")) this.withErrors++;
    this.missed += judgements.filter(({ status }) => isMissed(status)).length;
  }

  /** Says what all files come to, and what was left out. */
  finish(search: WorkbookSearch): void {
    this.clear();
    this.showsProgress = false;
    const { kept, withErrors, refused, missed } = this;
    this.streams.err.write(`${tellRun({ files: kept + this.ended, kept, withErrors, refused, missed })[this.lang]}\n`);
    const left = tellLeftOut(search);
    if (left) this.streams.err.write(`${left[this.lang]}\n`);
  }

  /** As for one file: the worst of them decides. */
  code({ closedFolders }: WorkbookSearch): ExitCode {
    if (this.refused > 0 || closedFolders.length > 0) return 2;
    return this.withErrors > 0 ? 1 : 0;
  }

  private render({ path }: FoundWorkbook, { counts, refusal }: CheckedFile): string {
    const say = (ja: string, en: string): string => (this.lang === "ja" ? ja : en);
    if (counts === null) return `${path}  ${this.paint.error(say("読めませんでした", "not read"))}  ${refusal}`;
    if (counts.tables === 0) return `${path}  ${this.paint.faint(say("行動計画の実績の表は見つかりませんでした", "no table of an action plan's results was found"))}`;
    const part = (paint: (text: string) => string, text: string, count: number): string => (count > 0 ? paint : this.paint.faint)(`${text} ${count}`);
    return [
      path,
      part(this.paint.error, say("● 要修正", "● To correct"), counts.errors),
      part(this.paint.warning, say("▲ 要確認", "▲ To check"), counts.warnings),
      part(this.paint.info, say("ⓘ お知らせ", "ⓘ Notes"), counts.infos),
      part(this.paint.error, say("× 未達", "× Missed"), counts.missed),
    ].join("  ");
  }

  private clear(): void {
    if (this.showsProgress) this.streams.err.write(CLEAR);
    this.showsProgress = false;
  }

  private progress(): void {
    if (this.streams.err.isTTY !== true || this.total < 2) return;
    this.clear();
    const rate = this.ended / Math.max(0.001, (performance.now() - this.startedAt) / 1000);
    const left = Math.ceil((this.total - this.ended) / rate);
    this.streams.err.write(`${this.ended}/${this.total}  ${this.lang === "ja" ? `あと約 ${left} 秒` : `about ${left} s to go`}`);
    this.showsProgress = true;
  }
}
