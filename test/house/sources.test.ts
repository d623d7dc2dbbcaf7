import ts from "typescript";
import { docLineOf, exportsOf, importsOf, listFiles, parse, walk } from "./source-files";

const sources = listFiles("src");
const typed = sources.filter(({ path }) => /\.tsx?$/.test(path));
const room = (path: string): string => path.split("/")[1]!;

test("there are sources to look at", () => expect(typed.length).toBeGreaterThan(150));

describe("docstrings", () => {
  test.each([...new Set(typed.map(({ path }) => room(path)))])("%s: every exported name says in Japanese and English what it is", (name) => {
    const silent = typed
      .filter(({ path }) => room(path) === name)
      .flatMap((file) => exportsOf(file).map(({ name: exported, node }) => ({ at: `${file.path} ${exported}`, line: docLineOf(node) })))
      .filter(({ line }) => !line || !/^[^—]*[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}][^—]* — \S/u.test(line));
    expect(silent.map(({ at, line }) => `${at}: ${line ?? "nothing"}`)).toEqual([]);
  });
});

describe("words", () => {
  const everything = [...sources, ...listFiles("test", [".ts", ".tsx", ".cjs"])];

  test("a known gap is a failing test with a sentence, not a note in the sources", () => {
    const noted = everything.filter(({ path, text }) => !path.startsWith("test/house/") && /\b(?:TODO|FIXME|XXX|HACK)\b/.test(text));
    expect(noted.map(({ path }) => path)).toEqual([]);
  });

  test("no rule is switched off in place", () => {
    const off = everything.filter(
      ({ path, text }) => !path.startsWith("test/house/") && /eslint-disable|@ts-(?:ignore|nocheck|expect-error)|prettier-ignore|istanbul ignore/.test(text),
    );
    expect(off.map(({ path }) => path)).toEqual([]);
  });

  test("messages do not scold", () => {
    const scolding = sources.flatMap((file) =>
      [...walk(parse(file))]
        .filter((node) => ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) || ts.isJsxText(node))
        .filter((node) => /違反|不合格|\bNG\b/.test(node.text))
        .map((node) => `${file.path}: ${node.text}`),
    );
    expect(scolding).toEqual([]);
  });
});

describe("who knows what", () => {
  test("only the command line writes to the console, and by its streams", () => {
    const chatty = sources.filter((file) => [...walk(parse(file))].some((node) => ts.isPropertyAccessExpression(node) && node.expression.getText() === "console"));
    expect(chatty.map(({ path }) => path)).toEqual([]);
  });

  test("only src/hosts/excel knows Office", () => {
    const knowing = sources
      .filter(({ path }) => !path.startsWith("src/hosts/excel/"))
      .filter(
        (file) =>
          importsOf(file).some((module) => /office-js|office-runtime/.test(module)) ||
          [...walk(parse(file))].some((node) => ts.isIdentifier(node) && /^(?:Excel|Office|OfficeExtension)$/.test(node.text)),
      );
    expect(knowing.map(({ path }) => path)).toEqual([]);
  });

  test("a room is named after what it is about", () => {
    const vague = sources.filter(({ path }) => /(?:^|\/)(?:utils?|helpers?|common|types|misc|shared)(?:\/|\.tsx?$)/.test(path));
    expect(vague.map(({ path }) => path)).toEqual([]);
  });

  test("a component is named like one, everything else in kebab case", () => {
    const odd = sources
      .map(({ path }) => path.replace(/^.*\//, ""))
      .filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.worker)?\.(?:tsx?|cjs|mjs)$/.test(name) && !/^[A-Z][A-Za-z]+\.tsx$/.test(name));
    expect(odd).toEqual([]);
  });
});

describe("length", () => {
  test("a file above 300 lines has a second subject, which is a second file", () => {
    expect(sources.filter(({ text }) => text.split("\n").length > 301).map(({ path }) => path)).toEqual([]);
  });
});
