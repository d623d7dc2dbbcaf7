import { parentPort, workerData } from "node:worker_threads";
import { getHeapStatistics } from "node:v8";
import { checkFile, type CheckSettings } from "./check-file";
import type { FoundWorkbook } from "./find-workbooks";

/** From this heap on a new worker is cheaper than one that keeps what a large workbook took. */
const LARGE_HEAP = 512 * 1024 * 1024;

const settings = workerData as CheckSettings;
parentPort!.on("message", (workbook: FoundWorkbook) => {
  // A mistake of ours is thrown: the pool hears of it, and goes on with another worker.
  void checkFile(workbook, settings).then((answer) => parentPort!.postMessage({ answer, isLarge: getHeapStatistics().total_heap_size > LARGE_HEAP }));
});
