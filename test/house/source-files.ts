import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const root = join(__dirname, "../..");

/** 源 — one file of the project: where it stands and what is in it. */
export interface SourceFile {
  /** From the top of the project, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** 源を集める — every file below a folder whose name ends in one of the endings. */
export function listFiles(folder: string, endings: readonly string[] = [".ts", ".tsx", ".cjs", ".mjs"]): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: path.slice(root.length + 1).replaceAll("\\", "/"), text: readFileSync(path, "utf8") }));
}

/** 構文木 — the file as the compiler sees it, without types. */
export function parse({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, path.endsWith("x") ? ts.ScriptKind.TSX : path.endsWith("ts") ? ts.ScriptKind.TS : ts.ScriptKind.JS);
}

/** 節をたどる — every node of a file, depth first. */
export function* walk(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* walk(child);
}

/** 輸入元 — the modules a file names in import, export from, import() and require(). */
export function importsOf(file: SourceFile): readonly string[] {
  const found: string[] = [];
  for (const node of walk(parse(file))) {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) found.push(node.moduleSpecifier.text);
    if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === "require")) {
      const [first] = node.arguments;
      if (first && ts.isStringLiteral(first)) found.push(first.text);
    }
  }
  return found;
}

/** 文書の一行目 — the first line of a declaration's docstring; undefined when it has none. */
export function docLineOf(node: ts.Node): string | undefined {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = comments.at(-1)?.getText();
  return text
    ?.replace(/^\/\*\*|\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\*?\s?/, "").trim())
    .find((line) => line !== "");
}

/** 公開の宣言 — the exported declarations of a file with their names. */
export function exportsOf(file: SourceFile): readonly { readonly name: string; readonly node: ts.Node }[] {
  const found: { name: string; node: ts.Node }[] = [];
  for (const statement of parse(file).statements) {
    if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    if (ts.isVariableStatement(statement)) for (const { name } of statement.declarationList.declarations) found.push({ name: name.getText(), node: statement });
    else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      found.push({ name: statement.name?.text ?? "default", node: statement });
  }
  return found;
}
