import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checks } from "../../src/checks";
import { indicators } from "../../src/indicators";
import { usage } from "../../src/cli/usage";
import { renderCatalogue } from "./catalogue";

const root = join(__dirname, "../..");
const read = (name: string) => readFileSync(join(root, name), "utf8");
const DOCUMENTS = [
  "README.md",
  "README.ja.md",
  "CHANGELOG.md",
  "docs/architecture.md",
  "docs/indicators-and-checks.md",
  "docs/performance.md",
  "docs/deployment.md",
  "docs/deployment.ja.md",
  "docs/guide.md",
  "docs/guide.ja.md",
];

describe("docs/indicators-and-checks.md", () => {
  test("is what the sources say: otherwise run `npm run docs`", () => expect(read("docs/indicators-and-checks.md")).toBe(renderCatalogue()));

  test("names every check and every indicator", () => {
    const text = read("docs/indicators-and-checks.md");
    for (const { id } of [...checks, ...indicators]) expect(text).toContain(`\`${id}\``);
  });
});

describe("the documents hold together", () => {
  test.each(DOCUMENTS)("%s: what it links to is there", (name) => {
    const links = [...read(name).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) => target!).filter((target) => !/^https?:/.test(target));
    for (const target of links) expect([target, existsSync(join(root, dirname(name), target))]).toEqual([target, true]);
  });

  test.each(DOCUMENTS)("%s: every script it tells to run exists", (name) => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: { [name: string]: string } };
    const told = [...read(name).matchAll(/npm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(([, script, plain]) => script ?? plain!);
    for (const script of told) expect(Object.keys(scripts)).toContain(script);
  });

  test.each(["README.md", "README.ja.md"])("%s shows every verb and option of the command line", (name) => {
    for (const word of usage.en.match(/kpi \w+|--[a-z-]+/g) ?? []) expect(read(name)).toContain(word);
  });
});
