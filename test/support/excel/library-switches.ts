/** 走りの控え — is told the options of each `Excel.run`, which never reach the wire whole. */
export type NoteRun = (options: { readonly [name: string]: unknown }) => void;

/**
 * ライブラリを整える — switches of the library for tests, as soon as its main file has run; nothing of it is replaced.
 *
 * shape  refuses members of newer requirement sets than Excel has; a run waits for its clean-up request; `areas.select`
 *        (ExcelApi 1.18) is there in an Excel that has it, as in the library of Microsoft's CDN.
 *        Goes into a page as its own source text: nothing from outside of this function is there
 */
export function prepareLibrary(globals: object, hasAreasSelect: boolean, note: NoteRun): void {
  const part = (owner: unknown, name: string): unknown => (typeof owner === "object" || typeof owner === "function" ? owner && Reflect.get(owner, name) : undefined);
  const extension = part(globals, "OfficeExtension");
  const excel = part(globals, "Excel");
  const run = part(excel, "run");
  if (typeof run !== "function" || part(excel, "__isPrepared") === true) return;
  Object.assign(part(extension, "CommonUtility") as object, { _doApiNotSupportedCheck: true });
  Object.assign(part(extension, "Utility") as object, { _synchronousCleanup: true });
  const invoke = part(part(extension, "BatchApiHelper"), "invokeMethod");
  if (hasAreasSelect && typeof invoke === "function")
    Object.assign(part(part(excel, "RangeAreas"), "prototype") as object, {
      select(this: object): unknown {
        return Reflect.apply(invoke, undefined, [this, "Select", 1, [], 0, 0]);
      },
    });
  Object.assign(excel as object, {
    __isPrepared: true,
    run: (...args: unknown[]): unknown => {
      const named = ["delayForCellEdit", "mergeUndoGroup"].map((name) => [name, part(args[0], name)] as const);
      note(Object.fromEntries(named.filter(([, value]) => value !== undefined)));
      return Reflect.apply(run, excel, args);
    },
  });
}
