import { ExcelFault, notSimulated } from "./excel-fault";
import { scalarsOfLibrary } from "./library-members";
import type { QueryInfo } from "./request-body";
import { SimObject } from "./sim-object";

interface Wanted {
  all: boolean;
  readonly names: Map<string, Wanted>;
}

/** 読み込みの答え — what a load of these names brings, under the names of the wire. @throws ExcelFault for a name Excel or the simulation does not know */
export function answerQuery(object: SimObject, query: QueryInfo): { [name: string]: unknown } {
  if (query.Expand?.length) throw notSimulated(`expand of ${query.Expand.join(", ")}`);
  const wanted: Wanted = { all: false, names: new Map() };
  const select = query.Select ?? [];
  if (select.length === 0) throw notSimulated(`load() of everything of a ${object.className}`);
  for (const path of select) {
    let at = wanted;
    for (const step of path.split("/")) {
      if (step === "*") {
        at.all = true;
        continue;
      }
      const name = step.replace(/^[a-z]/, (letter) => letter.toUpperCase());
      let next = at.names.get(name);
      if (!next) at.names.set(name, (next = { all: false, names: new Map() }));
      at = next;
    }
  }
  return answer(object, wanted, query.Skip ?? 0, query.Top);
}

function answer(object: SimObject, wanted: Wanted, skip = 0, top?: number): { [name: string]: unknown } {
  const given: { [name: string]: unknown } = { ...identify(object) };
  const items = object.items();
  const own = items ? [...wanted.names].filter(([name]) => object.members().includes(name)) : [...wanted.names];
  for (const [name, part] of own) given[name] = answerMember(object, name, part);
  if (wanted.all && !items) Object.assign(given, everythingOf(object));
  const ofItems: Wanted = { all: wanted.all, names: new Map([...wanted.names].filter(([name]) => !own.some(([mine]) => mine === name))) };
  if (items && (ofItems.all || ofItems.names.size > 0)) given["_Items"] = items.slice(skip, top === undefined ? undefined : skip + top).map((item) => answer(item, ofItems));
  return given;
}

function answerMember(object: SimObject, name: string, part: Wanted): unknown {
  if (!object.scalars().includes(name)) {
    if (scalarsOfLibrary(object.className).includes(name)) throw notSimulated(`${object.className}.${name}`);
    throw new ExcelFault("InvalidArgument", `SIM: ${object.className} has no ${name}`);
  }
  const value = object.getProperty(name);
  if (value === null) return null;
  if (!(value instanceof SimObject)) {
    if (part.names.size > 0) throw new ExcelFault("InvalidArgument", `SIM: ${object.className}.${name} has no parts`);
    return value;
  }
  return answer(value, part.names.size > 0 ? part : { all: true, names: new Map() });
}

function everythingOf(object: SimObject): { [name: string]: unknown } {
  const all: { [name: string]: unknown } = {};
  for (const name of object.scalars()) {
    const value = object.getProperty(name);
    if (!(value instanceof SimObject)) all[name] = value;
  }
  return all;
}

/** 身元 — what names the object to the client: its id, and its reference once it is kept. */
export function identify(object: SimObject): { readonly [name: string]: string } {
  return object.referenceId === null ? object.identity() : { ...object.identity(), _ReferenceId: object.referenceId };
}
