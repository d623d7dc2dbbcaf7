import { listPicked, sortPicked, sortDropped, takeDropped } from "../../../src/workbench/many/collect-files";

const file = (name: string) => new File(["x"], name);
const at = (...paths: string[]) => paths.map((path) => ({ path, file: file(path.split("/").at(-1)!) }));
const pathsOf = (search: { readonly workbooks: readonly { readonly path: string }[] }) => search.workbooks.map(({ path }) => path);

describe("選んだファイル", () => {
  test("of a folder the workbooks, as people sort names; the rest is counted by its reason", () => {
    const search = sortPicked(
      at(
        "県/10市.xlsx",
        "県/2市.xlsm",
        "県/~$2市.xlsm",
        "県/旧.xls",
        "県/表.ods",
        "県/メモ.txt",
        "県/.控え.xlsx",
        "県/.git/a.xlsx",
        "県/.git/b/c.xlsx",
        "県/.DS_Store",
        "県/部/1.XLSX",
      ),
    );
    expect(pathsOf(search)).toEqual(["県/2市.xlsm", "県/10市.xlsx", "県/部/1.XLSX"]);
    expect(search).toMatchObject({ locks: 1, hidden: 2, otherFormats: 2, closedFolders: [] });
  });

  test("files picked one by one are all checked: each that cannot be read says why", () => {
    expect(pathsOf(sortPicked(at("旧.xls", "メモ.txt", "実績.xlsx")))).toEqual(["メモ.txt", "旧.xls", "実績.xlsx"].sort(new Intl.Collator("ja").compare));
  });

  test("two of one name stay two", () => {
    expect(pathsOf(sortPicked(at("実績.xlsx", "実績.xlsx", "実績 (2).xlsx", "名無し", "名無し"))).sort()).toEqual(
      ["実績.xlsx", "実績 (2).xlsx", "実績 (3).xlsx", "名無し", "名無し (2)"].sort(),
    );
  });

  test("nothing picked is nothing to check", () => expect(sortPicked([])).toEqual({ workbooks: [], locks: 0, hidden: 0, otherFormats: 0, closedFolders: [] }));

  test("an input of a folder gives the folders with the names", () => {
    const inFolder = Object.defineProperty(file("実績.xlsx"), "webkitRelativePath", { value: "県/市/実績.xlsx" });
    expect(listPicked([inFolder, file("ほか.xlsx")]).map(({ path }) => path)).toEqual(["県/市/実績.xlsx", "ほか.xlsx"]);
  });
});

describe("置かれたもの", () => {
  const entry = (path: string, given: readonly (object | DOMException)[] | undefined = undefined) => {
    const batches = [...(given ?? [])];
    const isDirectory = given !== undefined;
    return {
      isDirectory,
      fullPath: path,
      file: (resolve: (file: File) => void) => resolve(file(path.split("/").at(-1)!)),
      createReader: () => ({
        readEntries: (resolve: (entries: readonly object[]) => void, reject: (error: unknown) => void) => {
          const next = batches.shift();
          if (next instanceof DOMException) reject(next);
          else resolve(next === undefined ? [] : (next as readonly object[]));
        },
      }),
    };
  };
  const drop = (...items: ReturnType<typeof entry>[]) =>
    takeDropped({ items: items.map((one) => ({ kind: "file", webkitGetAsEntry: () => one, getAsFile: () => file(one.fullPath.slice(1)) })), files: [] } as unknown as DataTransfer);

  test("a folder is walked to the bottom, batch after batch", async () => {
    const dropped = drop(entry("/県", [[entry("/県/1.xlsx"), entry("/県/部", [[entry("/県/部/2.xlsx")]])], [entry("/県/3.xlsx")]]), entry("/単独.xlsx"));
    expect(pathsOf(await sortDropped(dropped)).sort()).toEqual(["単独.xlsx", "県/1.xlsx", "県/3.xlsx", "県/部/2.xlsx"].sort());
  });

  test("a folder that cannot be opened is named, the others are checked", async () => {
    const search = await sortDropped(drop(entry("/県", [[entry("/県/閉", [new DOMException("no", "NotReadableError")]), entry("/県/1.xlsx")]])));
    expect(pathsOf(search)).toEqual(["県/1.xlsx"]);
    expect(search.closedFolders).toEqual(["県/閉"]);
  });

  test("a browser that lists no items gives its files", () => {
    const one = file("実績.xlsx");
    expect(takeDropped({ items: [], files: [one] } as unknown as DataTransfer)).toEqual([one]);
  });
});
