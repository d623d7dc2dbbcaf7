import { type WorkbookPart, WorkbookAssembler } from "../hosts/excel/assemble-workbook";
import { HostRefusal, type RefusalReason } from "../hosts/host";
import type { Sentence } from "../model/finding";
import type { Workbook } from "../model/workbook";

/** ブックの便り — what comes over a port: the workbook as a whole, or part by part until the end, or why it cannot come. */
export type WorkbookMessage =
  | { readonly workbook: Workbook }
  | { readonly refusal: { readonly reason: RefusalReason; readonly sentence: Sentence } }
  | { readonly part: WorkbookPart }
  | { readonly end: true };

/**
 * ブックを受け取る — the workbook that is sent over a port.
 *
 * errors  HostRefusal when the sender gives up
 */
export function receiveWorkbook(port: MessagePort): Promise<Workbook> {
  return new Promise((resolve, reject) => {
    const assembler = new WorkbookAssembler();
    port.onmessage = ({ data }: MessageEvent<WorkbookMessage>) => {
      try {
        if ("part" in data) {
          assembler.add(data.part);
          return;
        }
        port.close();
        if ("workbook" in data) resolve(data.workbook);
        else if ("end" in data) resolve(assembler.finish());
        else reject(new HostRefusal(data.refusal.reason, data.refusal.sentence));
      } catch (error) {
        port.close();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
  });
}
