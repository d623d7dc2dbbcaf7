import { randomBytes } from "node:crypto";
import { access, constants, lstat, open, realpath, rename, stat, unlink } from "node:fs/promises";
import type { Stats } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { HostRefusal } from "../../host";
import { codeOf } from "./error-code";

/**
 * ファイルに保存する — writes beside the target, flushes, and only then gives it its name: it is there whole or not at all.
 *
 * shape   `from` is the file the bytes were read from; it may not be the target, by whatever name or link
 * @throws HostRefusal when the target is the source, is no plain file, or cannot be written
 */
export async function saveFile(bytes: Uint8Array, { from, to }: { readonly from: string | null; readonly to: string }): Promise<void> {
  try {
    const target = await findTarget(to);
    const there = await statOf(target);
    if (from !== null && (await isSameFile(from, target, there))) throw refuseSource(to);
    // A device or a pipe would be replaced by a file of that name.
    if (there && !there.isFile()) throw refuseSave(to, { ja: "ファイルではありません", en: "it is not a file" });
    if (there) await access(target, constants.W_OK);
    await writeBeside(target, bytes, there?.mode);
  } catch (error) {
    if (error instanceof HostRefusal) throw error;
    throw refuseSave(to, sayWhy(error));
  }
}

/** A link is followed, so that the file behind it is written and the link stays a link. */
async function findTarget(to: string): Promise<string> {
  const path = resolve(to);
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    const link = await lstat(path).catch(() => undefined);
    if (link) throw refuseSave(to, { ja: "リンク先がありません", en: "it is a link to nowhere" });
    return join(await realpath(dirname(path)), basename(path));
  }
}

async function isSameFile(from: string, target: string, there: Stats | undefined): Promise<boolean> {
  if ((await realpath(from).catch(() => resolve(from))) === target) return true;
  const source = await statOf(from);
  // Two names of one file on the disk: hard links, or another spelling where case does not matter.
  return source !== undefined && there !== undefined && source.dev === there.dev && source.ino === there.ino && source.ino !== 0;
}

async function writeBeside(target: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const beside = join(dirname(target), `.${basename(target).slice(0, 80)}.${randomBytes(6).toString("hex")}.tmp`);
  const file = await open(beside, "wx", mode === undefined ? 0o666 : mode & 0o777);
  try {
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function sayWhy(error: unknown): { readonly ja: string; readonly en: string } {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return { ja: "フォルダーがありません", en: "there is no such folder" };
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return { ja: "書き込む権限がありません", en: "you have no permission to write there" };
    case "ENOSPC":
    case "EDQUOT":
      return { ja: "空き容量が足りません", en: "there is no space left" };
    case "EBUSY":
      return { ja: "ほかのプログラムが使っています", en: "another program uses it" };
    default:
      return { ja: codeOf(error) || "原因不明", en: codeOf(error) || "for an unknown reason" };
  }
}

function refuseSource(to: string): HostRefusal {
  return new HostRefusal("cannot-write", {
    ja: `保存先「${to}」は元のファイルと同じです。元のファイルは変更しません。別の名前を指定してください。`,
    en: `"${to}" is the original itself, which is never changed; choose another name.`,
  });
}

function refuseSave(to: string, why: { readonly ja: string; readonly en: string }): HostRefusal {
  return new HostRefusal("cannot-write", {
    ja: `「${to}」に保存できませんでした（${why.ja}）。保存先を確かめて、もう一度お試しください。`,
    en: `Could not save to "${to}": ${why.en}. Check the place and try again.`,
  });
}
