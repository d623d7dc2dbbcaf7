import { Book } from "../../support/excel/book";
import { CHART_PARTS } from "../../support/excel/chart-looks";
import { libraryClasses } from "../../support/excel/library-members";
import { SimObject } from "../../support/excel/sim-object";
import { WorkbookObject } from "../../support/excel/workbook-object";
import { readTextWorkbook } from "../../support/text-workbook";

/** Members that newer libraries have, and a name of the wire that no property of the client bears. */
const BEYOND = new Set(["RangeAreas.Select", "Worksheet.Gridlines"]);

/** One object of every class: a sheet with everything on it, walked from the workbook. */
function everyObject(): ReadonlyMap<string, SimObject> {
  const book = new Book(readTextWorkbook("== sheet A\n| 1 | 2 |\nmerge A3:B3\n").workbook);
  const root = new WorkbookObject(book);
  const sheet = book.sheets[0]!;
  sheet.tables.push({ id: "1", range: { top: 0, left: 0, bottom: 3, right: 1 }, hasHeaders: true, hasTotals: true });
  sheet.pivots.push({ name: "P", range: { top: 9, left: 0, bottom: 9, right: 1 } });
  const worksheet = ask(root, "Worksheets").item("A")!;
  const range = of(worksheet.callMethod("GetRange", ["A1:B1"]));
  ask(range, "ConditionalFormats").callMethod("Add", ["Custom"]);
  ask(worksheet, "Charts").callMethod("Add", ["Line", range, "Auto"]);
  ask(worksheet, "HorizontalPageBreaks").callMethod("Add", ["A5"]);
  ask(root, "CustomXmlParts").callMethod("Add", ["<a/>"]);
  const found = new Map<string, SimObject>();
  for (const seed of [
    root,
    range,
    of(worksheet.callMethod("GetRanges", ["A1,B2"])),
    of(ask(root, "Functions").callMethod("Date", [1904, 1, 2])),
    of(ask(root, "CustomXmlParts").callMethod("GetByNamespace", [""])),
    ask(ask(range, "Format"), "Borders").item("EdgeTop")!,
  ])
    walk(seed, found);
  return found;
}

function walk(object: SimObject, found: Map<string, SimObject>): void {
  if (found.has(object.className)) return;
  found.set(object.className, object);
  for (const name of object.scalars()) {
    const value = object.getProperty(name);
    if (value instanceof SimObject) walk(value, found);
  }
  for (const item of object.items() ?? []) walk(item, found);
}

function ask(object: SimObject, name: string): SimObject {
  return of(object.getProperty(name));
}

function of(value: unknown): SimObject {
  if (!(value instanceof SimObject)) throw new Error("no object");
  return value;
}

const objects = [...everyObject()];

it("there is an object of every class to look at", () => {
  expect(objects.length).toBeGreaterThan(45);
  expect(CHART_PARTS.filter((part) => !objects.some(([className]) => className === part))).toEqual([]);
});

describe("every simulated member is one of Microsoft's, under its name on the wire", () => {
  it.each(objects)("%s", (className, object) => {
    const library = libraryClasses().get(className)!;
    const isKnown = (name: string): boolean => {
      const proxy = name.startsWith("_") ? name : name.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
      return library.scalars.includes(name) || library.navigations.includes(name) || library.proxies.includes(proxy);
    };
    expect(object.members().filter((name) => !isKnown(name) && !BEYOND.has(`${className}.${name}`))).toEqual([]);
  });
});

describe("what the library can set is simulated or says that it is not, and takes nothing unfit", () => {
  it.each(objects)("%s", (className, object) => {
    const missing = `SIM: not simulated: ${className}.`;
    const outcomes = libraryClasses()
      .get(className)!
      .writable.map((name) => [name, attempt(() => object.setProperty(name, ["unfit"]))] as const);
    expect(outcomes.filter(([, outcome]) => outcome === "done")).toEqual([]);
    expect(outcomes.filter(([name, outcome]) => outcome.startsWith(missing) && outcome !== `${missing}${name} =`)).toEqual([]);
  });
});

describe("what is not simulated says so", () => {
  it.each(objects)("%s", (className, object) => {
    const { scalars, navigations, proxies } = libraryClasses().get(className)!;
    const missing = [...scalars, ...navigations].filter((name) => name !== "_ReferenceId" && !object.scalars().includes(name));
    expect(missing.filter((name) => attempt(() => object.getProperty(name)) !== `SIM: not simulated: ${className}.${name}`)).toEqual([]);
    const methods = proxies.filter((name) => /^(?:get|set|add|delete|insert)[A-Z]\w*$/.test(name)).map((name) => name.replace(/^[a-z]/, (letter) => letter.toUpperCase()));
    const without = methods.filter((name) => !object.members().includes(name) && name !== "GetItem");
    expect(without.filter((name) => attempt(() => object.callMethod(name, [])) !== `SIM: not simulated: ${className}.${name}()`)).toEqual([]);
  });

  it("nothing of the simulation itself can be reached", () => {
    const root = objects[0]![1];
    for (const name of ["book", "constructor", "items", "referenceId", "Nothing"]) expect(attempt(() => root.getProperty(name))).toBe(`SIM: not simulated: Workbook.${name}`);
    for (const name of ["getProperty", "toString", "Name"]) expect(attempt(() => root.callMethod(name, []))).toBe(`SIM: not simulated: Workbook.${name}()`);
  });
});

function attempt(work: () => unknown): string {
  try {
    work();
    return "done";
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message;
  }
}
