import { version } from "../../package.json";
import { isOneSentence, run, sample } from "./run-cli";

describe("what the command line understands", () => {
  test.each([[["--help"]], [["-h"]], [["help"]], [[]], [["check", "--help"]]])("%j shows how to use it", async (args) => {
    const { code, out, err } = await run(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const word of ["kpi check", "kpi fill", "kpi mark", "kpi unmark", "--json", "--lang", "--as-of", "--profile", "--repair", "終了コード"]) expect(out).toContain(word);
  });

  test("the help is there in English", async () => {
    const { out } = await run(["--help", "--lang", "en"]);
    expect(out).toContain("Exit codes");
    expect(out).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
  });

  test("its version is that of the package", async () => expect((await run(["--version"])).out).toBe(`${version}\n`));
});

describe("what it does not understand is said in one sentence, exit 2", () => {
  test.each<[string, string[], RegExp]>([
    ["an unknown verb", ["validate", sample], /「validate」.*check、fill、mark、unmark/],
    ["check without a file", ["check"], /ファイル名を書いてください/],
    ["fill without a place for the result", ["fill", sample], /-o/],
    ["mark without a place for the result", ["mark", sample], /-o/],
    ["unmark without a place for the result", ["unmark", sample], /-o/],
    ["-o without a name", ["fill", sample, "-o"], /「-o/],
    ["check with -o", ["check", sample, "-o", "x.xlsx"], /check は何も書き込みません/],
    ["two files to fill", ["fill", sample, sample, "-o", "x.xlsx"], /1つのファイル/],
    ["--repair with another verb", ["mark", sample, "--repair", "-o", "x.xlsx"], /--repair は fill/],
    ["an unknown option", ["check", sample, "--strict"], /「--strict」/],
    ["an unknown language", ["check", sample, "--lang", "fr"], /ja か en/],
    ["a day that is none", ["check", sample, "--as-of", "2026-02-30"], /2026-02-30/],
    ["a day written otherwise", ["check", sample, "--as-of", "R8.4.1"], /2026-04-01/],
  ])("%s", async (_, args, sentence) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(sentence);
    expect(isOneSentence(err)).toBe(true);
  });

  test("in English too", async () => {
    const { code, err } = await run(["fill", sample, "--lang", "en"]);
    expect(code).toBe(2);
    expect(err).toMatch(/-o/);
    expect(err).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(isOneSentence(err)).toBe(true);
  });
});
