import { ExcelHost } from "../../../src/hosts/excel/excel-host";
import type { Workbook } from "../../../src/model/workbook";
import { bootInNode, type BootedClient } from "../../support/excel/boot-in-node";
import type { Surroundings } from "../../support/excel/host-answers";
import { SimulatedExcel } from "../../support/excel/simulated-excel";
import { readTextWorkbook } from "../../support/text-workbook";

/** 開いたExcel — a simulated workbook, Microsoft's client on it, and our host on that. */
export interface OpenedExcel {
  readonly excel: SimulatedExcel;
  readonly host: ExcelHost;
  /** How long our host would have waited while somebody typed. unit milliseconds */
  readonly waited: number[];
  close(): void;
}

/** Excelを開く — as `openExcel`, from a text workbook. */
export function openText(text: string, surroundings?: Surroundings, prepare?: (excel: SimulatedExcel) => void): Promise<OpenedExcel> {
  return openExcel(readTextWorkbook(text, "行動計画.xlsx").workbook, surroundings, prepare);
}

/** Excelを開く — boots the client and installs its globals; `close` has to be called. */
export async function openExcel(workbook: Workbook, surroundings?: Surroundings, prepare?: (excel: SimulatedExcel) => void): Promise<OpenedExcel> {
  const excel = new SimulatedExcel(workbook);
  prepare?.(excel);
  const client: BootedClient = await bootInNode(excel, surroundings);
  client.install();
  const waited: number[] = [];
  const host = new ExcelHost({
    waits: [300, 700, 1500],
    wait: (milliseconds) => {
      waited.push(milliseconds);
      return Promise.resolve();
    },
  });
  return {
    excel,
    host,
    waited,
    close: () => {
      client.close();
      if (excel.crashes.length > 0) throw new Error("the simulation made a mistake", { cause: excel.crashes[0] });
    },
  };
}
