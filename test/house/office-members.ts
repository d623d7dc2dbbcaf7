import { join } from "node:path";
import ts from "typescript";
import { walk } from "./source-files";

const root = join(__dirname, "../..");

/** 使われた会員 — a member of Office.js as a source file uses it; `since` is null where the library names no set. */
export interface UsedMember {
  readonly file: string;
  readonly line: number;
  /** "Range.getSpillParent", or a path of a load that means nothing: "Range.load valuez". */
  readonly name: string;
  readonly since: { readonly set: string; readonly version: string } | null;
  /** A load names something that is not there. */
  readonly isUnknown: boolean;
}

/** 読めるプログラム — the sources with their types; `extra` stands beside them for tests of the rules themselves. */
export function openProgram(paths: readonly string[], extra: { readonly [path: string]: string } = {}): ts.Program {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path)) as { config: { compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const host = ts.createCompilerHost(options);
  const added = new Map(Object.entries(extra).map(([path, text]) => [join(root, path), text]));
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => added.has(path) || fileExists.call(host, path);
  host.readFile = (path) => added.get(path) ?? readFile.call(host, path);
  host.getSourceFile = (path, ...rest) => (added.has(path) ? ts.createSourceFile(path, added.get(path)!, ts.ScriptTarget.ES2022, true) : getSourceFile.call(host, path, ...rest));
  return ts.createProgram([...paths.map((path) => join(root, path)), ...added.keys()], { ...options, types: ["office-js"] }, host);
}

/** 会員を集める — every member of Office.js that these files name: by a dot, by destructuring, in an object that is handed over, in the text of a load. */
export function findMembers(program: ts.Program, isWanted: (path: string) => boolean): UsedMember[] {
  const checker = program.getTypeChecker();
  return program.getSourceFiles().flatMap((source) => {
    const file = source.fileName.slice(root.length + 1);
    if (source.isDeclarationFile || !isWanted(file)) return [];
    return [...walk(source)].flatMap((node) =>
      membersAt(node, checker).map((member) => ({ ...member, file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 })),
    );
  });
}

type Member = Omit<UsedMember, "file" | "line">;

function membersAt(node: ts.Node, checker: ts.TypeChecker): Member[] {
  if (ts.isPropertyAccessExpression(node)) return [...describe(checker.getSymbolAtLocation(node.name)), ...loadedBy(node, checker)];
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name;
    return ts.isIdentifier(name) ? describe(checker.getNonNullableType(checker.getTypeAtLocation(node.parent)).getProperty(name.text)) : [];
  }
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
    const expected = checker.getContextualType(node.parent);
    return expected && ts.isIdentifier(node.name) ? describe(checker.getNonNullableType(expected).getProperty(node.name.text)) : [];
  }
  return [];
}

/** Members of the library alone; overloads count by the oldest. */
function describe(symbol: ts.Symbol | undefined): Member[] {
  const declarations = symbol?.declarations?.filter((one) => /@types\/office-js\//.test(one.getSourceFile().fileName)) ?? [];
  if (!symbol || declarations.length === 0) return [];
  const found = declarations.map(sinceOf);
  const owner = declarations[0]!.parent;
  const name = `${ts.isClassDeclaration(owner) || ts.isInterfaceDeclaration(owner) ? (owner.name?.text ?? "") : ""}.${symbol.name}`;
  const dated = found.filter((since) => since !== null).sort((a, b) => compareVersions(a.version, b.version));
  return [{ name, since: found.length > dated.length ? null : dated[0]!, isUnknown: false }];
}

function sinceOf(declaration: ts.Declaration): UsedMember["since"] {
  const comments = ts.getJSDocCommentsAndTags(declaration).map((comment) => comment.getText());
  const said = /\[\s*Api set: (\w+) (\d+\.\d+)/.exec(comments.join("\n"));
  return said ? { set: said[1]!, version: said[2]! } : null;
}

/** 版を比べる — "1.9" comes before "1.14". */
export function compareVersions(a: string, b: string): number {
  const [[major, minor], [otherMajor, otherMinor]] = [a, b].map((version) => version.split(".").map(Number)) as [number[], number[]];
  return major! - otherMajor! || minor! - otherMinor!;
}

/** What the text of `.load("items/name,items/id")` asks for, step by step through the types. */
function loadedBy(node: ts.PropertyAccessExpression, checker: ts.TypeChecker): Member[] {
  const call = node.parent;
  if (node.name.text !== "load" || !ts.isCallExpression(call) || call.expression !== node) return [];
  const receiver = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
  return call.arguments.flatMap(textsOf).flatMap((text) =>
    text.split(",").flatMap((path) => {
      const members: Member[] = [];
      let type = receiver;
      for (const step of path.trim().split("/")) {
        const property = type.getProperty(step);
        if (!property) return [...members, { name: `${type.symbol.name}.load ${path}`, since: null, isUnknown: true }];
        members.push(...describe(property));
        const next = checker.getNonNullableType(checker.getTypeOfSymbol(property));
        type = checker.isArrayType(next) ? checker.getTypeArguments(next as ts.TypeReference)[0]! : next;
      }
      return members;
    }),
  );
}

/** Texts an argument may be: itself, or both ends of a choice. */
function textsOf(argument: ts.Expression): string[] {
  if (ts.isStringLiteralLike(argument)) return [argument.text];
  if (ts.isConditionalExpression(argument)) return [...textsOf(argument.whenTrue), ...textsOf(argument.whenFalse)];
  return [];
}
