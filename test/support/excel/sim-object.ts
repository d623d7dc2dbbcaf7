import type { Book } from "./book";
import { ExcelFault, notSimulated } from "./excel-fault";

/**
 * 模擬の物 — an object of Excel as requests see it.
 *
 * shape  members that requests may name are the accessors and methods of the subclass with a capital first letter, by the
 *        names of the wire: a getter is a property, a setter makes it writable, an accessor that gives a SimObject is a
 *        navigation; everything with a small first letter belongs to the simulation and cannot be reached
 */
export abstract class SimObject {
  /** Microsoft's name of the class. */
  abstract readonly className: string;
  /** Given once the client asked to keep the object. */
  referenceId: string | null = null;

  constructor(readonly book: Book) {}

  /** What tells this object from its neighbours, under its name on the wire. */
  identity(): { readonly [name: string]: string } {
    return {};
  }

  /** Items of a collection; null for everything else. */
  items(): readonly SimObject[] | null {
    return null;
  }

  /** What `getItem` finds. */
  item(_key: unknown): SimObject | null {
    throw notSimulated(`${this.className}.getItem`);
  }

  getProperty(name: string): unknown {
    const getter = memberOf(this, name)?.get;
    if (!getter) throw notSimulated(`${this.className}.${name}`);
    return getter.call(this);
  }

  setProperty(name: string, value: unknown): void {
    const setter = memberOf(this, name)?.set;
    if (!setter) throw notSimulated(`${this.className}.${name} =`);
    setter.call(this, value);
  }

  callMethod(name: string, args: readonly unknown[]): unknown {
    const method: unknown = memberOf(this, name)?.value;
    if (typeof method !== "function") throw notSimulated(`${this.className}.${name}()`);
    return Reflect.apply(method, this, args);
  }

  /** Names of everything a request may ask of this object. */
  members(): string[] {
    const names: string[] = [];
    for (let proto = parentOf(this); proto && proto !== SimObject.prototype; proto = parentOf(proto))
      names.push(...Object.getOwnPropertyNames(proto).filter((name) => ON_THE_WIRE.test(name)));
    return [...new Set(names)];
  }

  /** Its simple properties, which a load of everything brings. */
  scalars(): string[] {
    return this.members().filter((name) => memberOf(this, name)?.get !== undefined);
  }
}

const ON_THE_WIRE = /^_?[A-Z]\w*$/;

function parentOf(object: object): object | null {
  const parent: unknown = Object.getPrototypeOf(object);
  return typeof parent === "object" ? parent : null;
}

function memberOf(object: SimObject, name: string): PropertyDescriptor | undefined {
  if (!ON_THE_WIRE.test(name)) return undefined;
  for (let proto = parentOf(object); proto && proto !== SimObject.prototype; proto = parentOf(proto)) {
    const found = Object.getOwnPropertyDescriptor(proto, name);
    if (found) return found;
  }
  return undefined;
}

/** 数の引数 — @throws ExcelFault InvalidArgument for anything else */
export function wholeNumber(value: unknown): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw new ExcelFault("InvalidArgument", `SIM: not a whole number: ${JSON.stringify(value)}`);
}

/** 数の値 — @throws ExcelFault InvalidArgument for anything else */
export function anyNumber(value: unknown): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new ExcelFault("InvalidArgument", `SIM: not a number: ${JSON.stringify(value)}`);
}

/** 文字の引数 — @throws ExcelFault InvalidArgument for anything else */
export function anyText(value: unknown): string {
  if (typeof value === "string") return value;
  throw new ExcelFault("InvalidArgument", `SIM: not a text: ${JSON.stringify(value)}`);
}

/** 真偽の引数 — @throws ExcelFault InvalidArgument for anything else */
export function yesOrNo(value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw new ExcelFault("InvalidArgument", `SIM: neither true nor false: ${JSON.stringify(value)}`);
}

/** 選択肢の引数 — one of the words Excel knows. @throws ExcelFault InvalidArgument for anything else */
export function oneOf<const Word extends string>(words: readonly Word[], value: unknown): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new ExcelFault("InvalidArgument", `SIM: none of ${words.join(", ")}: ${JSON.stringify(value)}`);
}

/** 色の引数 — "#RRGGBB" in capitals, as Excel answers it. @throws ExcelFault InvalidArgument for anything else */
export function anyColor(value: unknown): string {
  const text = anyText(value);
  const found = /^#?([0-9A-Fa-f]{6})$/.exec(text);
  if (found) return `#${found[1]!.toUpperCase()}`;
  const named = NAMED[text.toLowerCase()];
  if (named !== undefined) return named;
  throw new ExcelFault("InvalidArgument", `SIM: no colour: ${text}`);
}

const NAMED: { readonly [name: string]: string | undefined } = { black: "#000000", white: "#FFFFFF", red: "#FF0000", green: "#008000", blue: "#0000FF", yellow: "#FFFF00" };
