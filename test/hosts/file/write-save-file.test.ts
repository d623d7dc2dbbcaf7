import { chmodSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveFile } from "../../../src/hosts/file/node/save-file";
import { HostRefusal } from "../../../src/hosts/host";

describe("saving a workbook file", () => {
  let folder: string;
  let from: string;
  const bytes = new Uint8Array([1, 2, 3]);
  const at = (name: string): string => join(folder, name);
  const read = (name: string): number[] => [...readFileSync(at(name))];
  const refusal = async (to: string): Promise<string> => {
    const error = await saveFile(bytes, { from, to }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof HostRefusal)) throw new Error("not refused");
    expect(error.reason).toBe("cannot-write");
    expect(error.sentence.ja).toMatch(/。$/);
    return error.sentence.en;
  };

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "save-")));
    from = at("実績.xlsx");
    writeFileSync(from, "original");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const isUntouched = (names: readonly string[]): void => {
    expect(readFileSync(from, "utf8")).toBe("original");
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
  };

  it("makes the file, and nothing beside it", async () => {
    await saveFile(bytes, { from, to: at("out.xlsx") });
    expect(read("out.xlsx")).toEqual([1, 2, 3]);
    isUntouched(["out.xlsx", "実績.xlsx"]);
  });

  it("puts the new file in the place of an older one, with its permissions", async () => {
    writeFileSync(at("out.xlsx"), "old");
    chmodSync(at("out.xlsx"), 0o640);
    await saveFile(bytes, { from, to: at("out.xlsx") });
    expect(read("out.xlsx")).toEqual([1, 2, 3]);
    expect(statSync(at("out.xlsx")).mode & 0o777).toBe(0o640);
    isUntouched(["out.xlsx", "実績.xlsx"]);
  });

  it("follows a link to the file behind it", async () => {
    writeFileSync(at("real.xlsx"), "old");
    symlinkSync(at("real.xlsx"), at("link.xlsx"));
    await saveFile(bytes, { from: null, to: at("link.xlsx") });
    expect(read("real.xlsx")).toEqual([1, 2, 3]);
  });

  it("never writes over the original, by whatever name", async () => {
    symlinkSync(from, at("link.xlsx"));
    linkSync(from, at("hard.xlsx"));
    mkdirSync(at("sub"));
    symlinkSync(folder, at("folder"));
    for (const to of [from, at("link.xlsx"), at("hard.xlsx"), join(folder, "sub", "..", "実績.xlsx"), join(folder, "folder", "実績.xlsx")])
      expect(await refusal(to)).toContain("the original itself");
    isUntouched(["folder", "hard.xlsx", "link.xlsx", "sub", "実績.xlsx"]);
  });

  it("knows the original behind a link too", async () => {
    symlinkSync(from, at("link.xlsx"));
    const real = from;
    from = at("link.xlsx");
    expect(await refusal(real)).toContain("the original itself");
  });

  test.each([
    ["a folder", (): string => folder, "it is not a file"],
    ["a device", (): string => "/dev/null", "it is not a file"],
    ["a folder that is not there", (): string => at("no/out.xlsx"), "there is no such folder"],
    ["a place inside a file", (): string => join(from, "out.xlsx"), "there is no such folder"],
    ["a name that is too long", (): string => at(`${"x".repeat(300)}.xlsx`), "ENAMETOOLONG"],
  ])("says what is wrong with %s", async (_, to, why) => {
    expect(await refusal(to())).toContain(why);
    isUntouched(["実績.xlsx"]);
    expect(statSync("/dev/null").isFile()).toBe(false);
  });

  it("does not follow a link to nowhere", async () => {
    symlinkSync(at("gone.xlsx"), at("link.xlsx"));
    expect(await refusal(at("link.xlsx"))).toContain("link to nowhere");
    isUntouched(["link.xlsx", "実績.xlsx"]);
  });
});
