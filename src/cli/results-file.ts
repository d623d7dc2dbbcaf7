import { createReadStream } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { codeOf } from "../hosts/file/node/error-code";
import { HostRefusal } from "../hosts/host";
import { readRecord, type CheckRecord } from "../inspection/roll-up/read-record";

const NEWLINE = 0x0a;

/** 結果の終わり — up to where a file of results holds whole lines. */
export interface ResultsEnd {
  /** Bytes of whole lines; a run that was cut off may have left half a line behind them. */
  readonly whole: number;
  /** Does the last whole line lack its line break? */
  readonly isOpen: boolean;
}

/**
 * 結果を読む — every line of `kpi check --ndjson`, one after the other.
 *
 * @throws HostRefusal when the file cannot be read, or is no file of results
 */
export async function readResults(path: string, onRecord: (record: CheckRecord) => void): Promise<ResultsEnd> {
  let line = 0;
  let whole = 0;
  let pieces: Buffer[] = [];
  const take = (isLast: boolean): boolean => {
    const bytes = Buffer.concat(pieces);
    pieces = [];
    line++;
    const text = bytes
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .trim();
    const record = text === "" ? undefined : readLine(text);
    if (record) onRecord(record);
    else if (text !== "" && !isLast) throw refuseLine(path, line, bytes);
    // Half a line at the end is what a run leaves that was stopped; the very first line has to be a result.
    else if (text !== "" && line === 1) throw refuseLine(path, line, bytes);
    if (record || text === "") whole += bytes.length;
    return record !== undefined;
  };
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        pieces.push(chunk.subarray(from, at + 1));
        from = at + 1;
        take(false);
      }
      if (from < chunk.length) pieces.push(chunk.subarray(from));
    }
  } catch (error) {
    if (error instanceof HostRefusal) throw error;
    throw refuseResults(path, error);
  }
  return { isOpen: pieces.length > 0 && take(true), whole };
}

/** 結果を書き足す — a file of results that lines are added to; each is in the file before the next file is begun. */
export class ResultsFile {
  private constructor(
    private readonly handle: FileHandle,
    private at: number,
  ) {}

  /**
   * 書き足しを始める — behind the whole lines of an earlier run; a new file when there is none.
   *
   * @throws HostRefusal when it cannot be read or written, or is no file of results
   */
  static async continue(path: string, onRecord: (record: CheckRecord) => void): Promise<ResultsFile> {
    let handle: FileHandle;
    try {
      handle = await open(path, "a+");
    } catch (error) {
      throw refuseResults(path, error);
    }
    try {
      const { whole, isOpen } = await readResults(path, onRecord);
      await handle.truncate(whole);
      const file = new ResultsFile(handle, whole);
      if (isOpen) await file.append("");
      return file;
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  async append(line: string): Promise<void> {
    const { bytesWritten } = await this.handle.write(`${line}\n`, this.at);
    this.at += bytesWritten;
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}

function readLine(text: string): CheckRecord | undefined {
  try {
    return readRecord(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function refuseLine(path: string, line: number, bytes: Buffer): HostRefusal {
  // What PowerShell 5 makes of ">".
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return new HostRefusal("not-a-workbook", {
      ja: `「${path}」は UTF-16 で書かれています。kpi check の --resume ${path} で書き出してください。`,
      en: `"${path}" is written in UTF-16; let kpi check write it with --resume.`,
    });
  return new HostRefusal("not-a-workbook", {
    ja: `「${path}」の ${line} 行目は kpi check --ndjson の結果ではありません。結果のファイルを指定してください。`,
    en: `Line ${line} of "${path}" is no result of kpi check --ndjson; name a file of results.`,
  });
}

function refuseResults(path: string, error: unknown): HostRefusal {
  const code = codeOf(error);
  if (code === "") throw error;
  if (code === "ENOENT")
    return new HostRefusal("not-found", {
      ja: `結果のファイル「${path}」か、そのフォルダーが見つかりません。名前と場所を確かめてください。`,
      en: `There is no file of results "${path}", or no such folder. Check its name and place.`,
    });
  return new HostRefusal("cannot-write", {
    ja: `結果のファイル「${path}」を使えません（${code}）。名前と場所を確かめてください。`,
    en: `The file of results "${path}" cannot be used (${code}). Check its name and place.`,
  });
}
