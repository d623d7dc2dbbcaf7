import { lazy, type ReactElement } from "react";
import { InspectionGate } from "./InspectionGate";
import type { PaneState } from "./use-pane";

/** 指摘の一覧を取り寄せる — what comes after a check need not be there before the first one. */
export const loadFindings = () => import("./Findings").then(({ Findings }) => ({ default: Findings }));
const Findings = lazy(loadFindings);

/** 点検 — the findings, worst first within their sheets. */
export function CheckTab({ pane }: { pane: PaneState }): ReactElement {
  return <InspectionGate pane={pane}>{(view) => <Findings pane={pane} view={view} />}</InspectionGate>;
}
