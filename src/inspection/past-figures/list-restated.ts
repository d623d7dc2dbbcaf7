import { pastFigureRestated } from "../../checks/past-figure-restated";
import type { Sentence } from "../../model/finding";
import type { Inspection } from "../inspection";

/** More than this are read in the list of findings. */
const MOST = 10;

/** 改められた過去の数値の知らせ — each as one sentence, with the reason where somebody gave one. */
export function listRestated({ findings, accepted }: Pick<Inspection, "findings" | "accepted">): readonly Sentence[] {
  return [
    ...findings.filter(({ check }) => check === pastFigureRestated.id).map(({ message }) => message),
    ...accepted
      .filter(({ finding }) => finding.check === pastFigureRestated.id)
      .map(({ finding: { message }, reason }): Sentence => ({ ja: `${message.ja}（理由：${reason.reason}）`, en: `${message.en} (Reason: ${reason.reason})` })),
  ];
}

/** 改められた過去の数値を告げる — the first of them, and how many more there are. */
export function tellRestated(inspection: Pick<Inspection, "findings" | "accepted">): readonly Sentence[] {
  const all = listRestated(inspection);
  const more = all.length - MOST;
  return more > 0 ? [...all.slice(0, MOST), { ja: `改められた過去の数値は、ほかに ${more} 件あります。`, en: `${more} more past figures were restated.` }] : all;
}
