import { measurePane } from "./measure-pane";

/** 作業窓の計測を示す — the longest tasks of the page's own thread at each step; figures, no limits. */
async function run(): Promise<void> {
  const line = (cells: readonly string[]): void => void process.stdout.write(`${cells.map((cell, i) => (i < 2 ? cell.padEnd(12) : cell.padStart(14))).join("")}\n`);
  line(["workbook", "step", "longest ms", "tasks > 50 ms", "together ms"]);
  for (const { workbook, step, tasks } of await measurePane(Number(process.argv[2] ?? 200_000)))
    line([workbook, step, tasks.length === 0 ? "under 50" : Math.max(...tasks).toFixed(0), String(tasks.length), tasks.reduce((sum, took) => sum + took, 0).toFixed(0)]);
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
