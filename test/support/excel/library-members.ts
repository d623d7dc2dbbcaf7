import { openNodePage } from "./node-page";

/** 会員の表 — what Microsoft's library says of one of its classes, by the names of the wire. */
export interface LibraryClass {
  readonly scalars: readonly string[];
  /** Those of them that can be set. */
  readonly writable: readonly string[];
  readonly navigations: readonly string[];
  /** Names of all methods and properties of its proxies, as add-ins write them. */
  readonly proxies: readonly string[];
}

let classes: ReadonlyMap<string, LibraryClass> | undefined;

/** 公式の会員 — the classes of the library, read from its own prototypes. */
export function libraryClasses(): ReadonlyMap<string, LibraryClass> {
  classes ??= readClasses();
  return classes;
}

/** 公式の性質 — names of the simple properties of a class; none for a class the library does not have. */
export function scalarsOfLibrary(className: string): readonly string[] {
  return libraryClasses().get(className)?.scalars ?? [];
}

function readClasses(): ReadonlyMap<string, LibraryClass> {
  const page = openNodePage(undefined);
  const found = new Map<string, LibraryClass>();
  const namespace = page.globals["Excel"];
  page.close();
  if (typeof namespace !== "object" || namespace === null) throw new Error("the library gave no Excel");
  for (const member of Object.values(namespace) as unknown[]) {
    const prototype: unknown = typeof member === "function" ? member.prototype : undefined;
    if (typeof prototype !== "object" || prototype === null) continue;
    const className: unknown = Reflect.get(prototype, "_className");
    if (typeof className !== "string") continue;
    const scalars = names(Reflect.get(prototype, "_scalarPropertyOriginalNames"));
    const flags = names(Reflect.get(prototype, "_scalarPropertyUpdateable"));
    found.set(className, {
      scalars,
      writable: scalars.filter((_, i) => flags[i] === "true"),
      navigations: names(Reflect.get(prototype, "_navigationPropertyNames")).map((name) => name.replace(/^[a-z]/, (letter) => letter.toUpperCase())),
      proxies: Object.getOwnPropertyNames(prototype),
    });
  }
  return found;
}

function names(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
