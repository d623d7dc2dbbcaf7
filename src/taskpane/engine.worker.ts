import { findIndicator } from "../indicators/index";
import type { AcceptedReason } from "../model/profile";
import type { InspectionRequest, PublicSheet } from "./engine";
import { EngineSession } from "./engine-session";
import type { WorkbookDelivery } from "./pane-host";
import { receiveWorkbook } from "./receive-workbook";
import { answerCalls, type CallPort } from "./worker-calls";

const session = new EngineSession(findIndicator);

answerCalls(self as unknown as CallPort, {
  inspect: async (progress, delivery: WorkbookDelivery, request: InspectionRequest) =>
    session.inspect("port" in delivery ? await receiveWorkbook(delivery.port) : delivery.workbook, request, progress),
  listLines: (_, table: number) => session.listLines(table),
  proposeFills: (_, picked: readonly number[]) => session.proposeFills(picked),
  review: (_, accepted: readonly AcceptedReason[]) => session.review(accepted),
  proposeRepairs: (_, picked: readonly number[]) => session.proposeRepairs(picked),
  proposeMarks: () => session.proposeMarks(),
  proposeUnmark: () => session.proposeUnmark(),
  proposeFollowUp: (_, year: number) => session.proposeFollowUp(year),
  proposeSheet: (_, kind: PublicSheet) => session.proposeSheet(kind),
  writePublication: (_, suppresses: boolean) => session.writePublication(suppresses),
});
