import { countFile } from "../../../src/inspection/roll-up/roll-up";
import { type CheckedPicked, type ManySettings, refusePicked } from "../../../src/workbench/many/checked-picked";
import type { PickedFile } from "../../../src/workbench/many/collect-files";
import type { ManyPort } from "../../../src/workbench/many/run-many";

/** 点検した一冊 — what a worker would answer of a workbook with these counts. */
export function checked({ path, file }: PickedFile, counts: Partial<NonNullable<CheckedPicked["counts"]>> = {}): CheckedPicked {
  const source = { path, size: file.size, modified: null, asOf: "2026-06-01", lang: "ja", version: "test", profile: null };
  const totals = countFile({ file: file.name, source, refusal: null, findings: [], accepted: 0, plans: 0, judgements: [] });
  return { counts: { errors: 0, warnings: 0, infos: 0, missed: 0, tables: 1, ...counts }, refusal: null, totals, failures: [] };
}

/** How a worker deals with a file: an answer, silence for ever, or going down. */
export type Dealing = CheckedPicked | "silent" | "breaks" | "mistake";

/** 見せかけの働き手たち — workers that answer as a test wants, and what was asked of them. */
export class FakeManyPorts {
  readonly asked: { readonly path: string; readonly settings: ManySettings }[] = [];
  readonly rolledUp: string[][] = [];
  started = 0;
  ended = 0;

  constructor(private readonly deal: (picked: PickedFile) => Dealing) {}

  readonly make = (): ManyPort => {
    this.started++;
    let isOver = false;
    const listeners = new Map<string, ((event: never) => void)[]>();
    const tell = (type: string, event: object): void => {
      setTimeout(() => !isOver && listeners.get(type)?.forEach((listener) => listener(event as never)));
    };
    return {
      addEventListener: (type: string, listener: (event: never) => void) => void listeners.set(type, [...(listeners.get(type) ?? []), listener]),
      terminate: () => {
        isOver = true;
        this.ended++;
      },
      postMessage: (message: unknown) => {
        const { id, method, args } = message as { id: number; method: string; args: readonly unknown[] };
        if (method === "rollUp") {
          this.rolledUp.push((args[0] as readonly { path: string }[]).map(({ path }) => path));
          return tell("message", { data: { id, result: new ArrayBuffer(1) } });
        }
        const picked = args[0] as PickedFile;
        this.asked.push({ path: picked.path, settings: args[1] as ManySettings });
        const dealing = this.deal(picked);
        if (dealing === "breaks") tell("error", { message: "out of memory" });
        else if (dealing === "mistake") tell("message", { data: { id, mistake: "boom\n at x" } });
        else if (dealing !== "silent") {
          tell("message", { data: { id, progress: 0.5 } });
          tell("message", { data: { id, result: dealing } });
        }
      },
    };
  };
}

/** 読めなかった一冊 — what a worker would answer of a damaged file. */
export function refused(picked: PickedFile): CheckedPicked {
  const settings: ManySettings = { lang: "ja", asOf: "2026-06-01", profile: undefined, version: "test" };
  return refusePicked(picked, settings, "damaged", { ja: "このファイルは壊れています。", en: "This file is damaged." });
}
