import { HostRefusal } from "../host";
import { matchReference } from "../sheet-reference";
import { ask } from "./run-excel";
import { AT_ONCE } from "./reread";

/** 見分けたシート — a sheet by its id, and its name. */
export interface SheetId {
  readonly id: string;
  readonly name: string;
}

/** シートを並べる — all sheets of the workbook. */
export function askSheetIds({ workbook }: Excel.RequestContext): () => SheetId[] {
  const { worksheets } = workbook;
  worksheets.load("items/id,items/name");
  return () => worksheets.items.map(({ id, name }) => ({ id, name }));
}

/**
 * 参照されているシート — which of these sheets a formula elsewhere refers to: it would be #REF! without them.
 *
 * shape   one round trip; one for each sheet where Excel does not give all formulas at once
 * errors  HostRefusal
 */
export async function findReferred(going: readonly string[], sheets: readonly SheetId[]): Promise<ReadonlySet<string>> {
  const others = sheets.filter(({ name }) => !going.includes(name));
  const formulas = await askFormulas(others);
  return new Set(
    going.filter((name) => {
      const reference = matchReference(name);
      return formulas.some((formula) => reference.test(formula));
    }),
  );
}

async function askFormulas(sheets: readonly SheetId[]): Promise<readonly string[]> {
  try {
    return await ask(({ workbook }) => {
      const asked = sheets.map(({ id }) => {
        const used = workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true).untrack();
        used.load("formulas");
        return used;
      });
      return () =>
        asked.flatMap((used) =>
          used.isNullObject ? [] : used.formulas.flatMap((row: readonly unknown[]) => row.flatMap((one) => (typeof one === "string" && one.startsWith("=") ? one : []))),
        );
    }, AT_ONCE);
  } catch (error) {
    if (!(error instanceof HostRefusal) || error.reason !== "too-large" || sheets.length < 2) throw error;
    const each: (readonly string[])[] = [];
    for (const sheet of sheets) each.push(await askFormulas([sheet]));
    return each.flat();
  }
}
