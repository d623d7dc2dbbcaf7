import { startWorkbench } from "./workbench-page";

/**
 * 頁を用意する — builds the page and serves it once for all browser tests of a run.
 *
 * none  what went wrong is told by the browser tests alone; the others run all the same
 */
export default async function startPage(): Promise<void> {
  try {
    const { address, process: server } = await startWorkbench();
    process.env["WORKBENCH_ADDRESS"] = address;
    Reflect.set(globalThis, "workbenchServer", server);
  } catch (error) {
    process.env["WORKBENCH_FAULT"] = error instanceof Error ? error.message : String(error);
  }
}
