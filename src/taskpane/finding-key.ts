import type { FindingView } from "../inspection/inspection-view";
import { placeKey } from "../model/cell";

/** 指摘の鍵 — names a finding by what it says and where: its number may be another's once an explained error lets other things be said. */
export function keyOf({ check, at, message }: FindingView): string {
  return `${check} ${placeKey(at)} ${message.ja}`;
}
