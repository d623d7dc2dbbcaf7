import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const read = (name: string) => readFileSync(join(root, name), "utf8");
const GUIDES = ["docs/guide.ja.md", "docs/guide.md"];
const DOCUMENTS = ["README.md", "README.ja.md", ...GUIDES];

/** Everything the pane, its start and the workbench can say, as it stands in the sources. */
const spoken = ["taskpane", "addin", "workbench"]
  .flatMap((room) => readdirSync(join(root, "src", room), { recursive: true, encoding: "utf8" }).map((file) => join("src", room, file)))
  .filter((file) => /\.tsx?$/.test(file))
  .map(read)
  .join("\n");

/** Whether somebody is shown exactly these words; ○ stands for a number. */
function isSpoken(words: string): boolean {
  const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace("○", "\\$\\{[^}]+\\}");
  return new RegExp(`["\`]${pattern}["\`]`).test(spoken);
}

/** What a guide tells to press stands bold and in quotation marks. */
const buttonsIn = (text: string) => [...text.matchAll(/\*\*[「“]([^」”]+)[」”]\*\*/g)].map(([, words]) => words!);
const picturesIn = (text: string) => [...text.matchAll(/(?:src="|\]\()((?:docs\/)?images\/[^")]+)/g)].map(([, path]) => path!.replace("docs/", ""));

describe("the guides", () => {
  test("a word that nobody is shown is noticed", () => {
    expect(isSpoken("理由を付ける")).toBe(true);
    expect(isSpoken("選んだ ○ 件を書き込む")).toBe(true);
    expect(isSpoken("理由をつける")).toBe(false);
    expect(isSpoken("理由を")).toBe(false);
  });

  test.each(GUIDES)("%s: every button it names is there, by this name", (name) => {
    const buttons = buttonsIn(read(name));
    expect(buttons.length).toBeGreaterThan(5);
    expect(buttons.filter((words) => !isSpoken(words))).toEqual([]);
  });

  test("the settings of the table are there, by this name", () => {
    const table = read("docs/guide.ja.md").split("## 10.")[1]!.split("## 11.")[0]!;
    const settings = [...table.matchAll(/^\| 「([^」]+)」/gm)].map(([, words]) => words!);
    expect(settings.length).toBeGreaterThan(3);
    expect(settings.filter((words) => !isSpoken(words))).toEqual([]);
  });

  test.each(GUIDES)("%s: its own headings are where its links lead", (name) => {
    const text = read(name);
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
        .replaceAll(" ", "-"),
    );
    for (const [, anchor] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(anchor);
  });

  test("every picture is there, is told in words, and is used", () => {
    const used = new Set(DOCUMENTS.flatMap((name) => picturesIn(read(name))));
    for (const path of used) expect([path, existsSync(join(root, "docs", path))]).toEqual([path, true]);
    for (const name of DOCUMENTS) expect(read(name)).not.toMatch(/!\[\]|<img(?![^>]*alt="[^"]+")/);
    expect(readdirSync(join(root, "docs/images")).filter((file) => !used.has(`images/${file}`))).toEqual([]);
  });

  test("the pictures stay small", () => {
    const bytes = readdirSync(join(root, "docs/images")).reduce((sum, file) => sum + readFileSync(join(root, "docs/images", file)).length, 0);
    expect(bytes).toBeLessThan(1_500_000);
  });
});
