import type { Indicator } from "../indicators/indicator";
import type { Group } from "../model/observation";
import type { FiscalYear } from "../model/period";
import type { Actual } from "./actual";

/** 実績の列 — everything stated of one indicator and population, by fiscal year; several tables may speak of one year. */
export interface Series {
  readonly indicator: string;
  readonly group: Group;
  readonly years: ReadonlyMap<FiscalYear, readonly Actual[]>;
}

/** 指標を引く — the catalogue as a function. */
export type Catalogue = (id: string) => Indicator | undefined;
