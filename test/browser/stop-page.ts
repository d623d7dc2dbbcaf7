import type { ChildProcess } from "node:child_process";

/** 頁を片付ける — ends the server that all browser tests of a run shared. */
export default function stopPage(): void {
  const server = Reflect.get(globalThis, "workbenchServer") as ChildProcess | undefined;
  server?.kill();
}
