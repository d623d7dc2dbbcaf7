import { strToU8 } from "fflate";
import { chmodSync, readFileSync } from "node:fs";
import { buildWorkbook } from "../support/xlsx-builder";
import { buildCompoundFile } from "./compound-file";
import { Folder, isOneSentence, run, sample } from "./run-cli";

const folder = new Folder();
afterAll(() => folder.remove());
const whole = new Uint8Array(readFileSync(sample));

const REFUSED: readonly (readonly [string, () => string, RegExp])[] = [
  ["a file that is not there", () => folder.at("ない.xlsx"), /見つかりません/],
  ["a folder", () => folder.path, /フォルダー/],
  ["a text file named .xlsx", () => folder.put("text.xlsx", "年度,取得率\n令和3年度,50%\n"), /ではありません/],
  ["an empty file", () => folder.put("nothing.xlsx", new Uint8Array()), /空/],
  ["a truncated zip", () => folder.put("cut.xlsx", whole.slice(0, whole.length - 2_000)), /途中で切れ/],
  ["a zip of which only the beginning is left", () => folder.put("head.xlsx", whole.slice(0, 4_000)), /途中で切れ/],
  ["a password-protected workbook", () => folder.put("secret.xlsx", buildCompoundFile(["EncryptionInfo", "EncryptedPackage"])), /パスワード/],
  ["an .xls workbook", () => folder.put("old.xls", buildCompoundFile(["Workbook"])), /\.xls/],
  ["an .xls workbook under a new name", () => folder.put("old.xlsx", buildCompoundFile(["Workbook"])), /\.xls/],
  [
    "a workbook with a damaged part",
    () =>
      folder.put(
        "flipped.xlsx",
        whole.map((byte, i) => (i > 9_000 && i < 9_040 ? byte ^ 0xff : byte)),
      ),
    /壊れています/,
  ],
  ["a workbook without its sheet", () => folder.put("headless.xlsx", buildWorkbook({ parts: { "xl/worksheets/sheet1.xml": "" } })), /壊れています/],
  ["a Word document", () => folder.put("letter.xlsx", strToU8("PK")), /ではありません|途中で切れ/],
];

describe("a file that cannot be read", () => {
  test.each(REFUSED)("%s: one sentence in Japanese and English, exit 2, nothing on stdout", async (_, make, sentence) => {
    const file = make();
    for (const lang of ["ja", "en"]) {
      const { code, out, err } = await run(["check", file, "--lang", lang]);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(isOneSentence(err)).toBe(true);
      if (lang === "ja") expect(err).toMatch(sentence);
      // File names may be Japanese; the sentence is not.
      else expect(err.replaceAll(file, "")).not.toMatch(/[ぁ-ん]/);
    }
  });

  test.each(REFUSED)("%s: fill leaves no file behind", async (_, make) => {
    const file = make();
    const before = folder.list();
    expect((await run(["fill", file, "-o", folder.at("out.xlsx")])).code).toBe(2);
    expect(folder.list()).toEqual(before);
  });

  test("one that may not be read", async () => {
    const file = folder.put("closed.xlsx", whole);
    chmodSync(file, 0o000);
    const { code, err } = await run(["check", file]);
    // Whoever runs as root may read everything.
    expect([code, err]).toEqual(process.getuid?.() === 0 ? [1, ""] : [2, expect.stringMatching(/権限/)]);
  });
});
