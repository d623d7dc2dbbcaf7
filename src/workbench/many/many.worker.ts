import type { FileTotals } from "../../inspection/roll-up/roll-up";
import { answerCalls, type CallPort, Transfer } from "../../taskpane/worker-calls";
import { checkPicked, makeRollUpFile } from "./check-picked";
import type { ManySettings } from "./checked-picked";
import type { PickedFile } from "./collect-files";

answerCalls(self as unknown as CallPort, {
  check: (progress, picked: PickedFile, settings: ManySettings) => checkPicked(picked, settings, progress),
  rollUp: async (_, all: readonly FileTotals[]) => {
    const bytes = (await makeRollUpFile(all)).slice().buffer;
    return new Transfer(bytes, [bytes]);
  },
});
