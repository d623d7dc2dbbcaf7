import { findIndicator } from "../indicators/index";
import type { AcceptedReason } from "../model/profile";
import type { Workbook } from "../model/workbook";
import { HostRefusal } from "../hosts/host";
import type { InspectionRequest } from "./engine";
import { EngineSession } from "./engine-session";
import type { WorkbookDelivery } from "./pane-host";
import { answerCalls, type CallPort } from "./worker-calls";

const session = new EngineSession(findIndicator);

function receive(port: MessagePort): Promise<Workbook> {
  return new Promise((resolve, reject) => {
    port.onmessage = (event: MessageEvent<{ workbook: Workbook } | { refusal: { reason: HostRefusal["reason"]; sentence: HostRefusal["sentence"] } }>) => {
      port.close();
      if ("workbook" in event.data) resolve(event.data.workbook);
      else reject(new HostRefusal(event.data.refusal.reason, event.data.refusal.sentence));
    };
  });
}

answerCalls(self as unknown as CallPort, {
  inspect: async (progress, delivery: WorkbookDelivery, request: InspectionRequest) =>
    session.inspect("port" in delivery ? await receive(delivery.port) : delivery.workbook, request, progress),
  listLines: (_, table: number) => session.listLines(table),
  proposeFills: (_, picked: readonly number[]) => session.proposeFills(picked),
  review: (_, accepted: readonly AcceptedReason[]) => session.review(accepted),
  proposeRepairs: (_, picked: readonly number[]) => session.proposeRepairs(picked),
  proposeMarks: () => session.proposeMarks(),
  proposeUnmark: () => session.proposeUnmark(),
});
