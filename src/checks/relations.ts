import type { Judgement } from "../model/plan";
import type { Profile } from "../model/profile";
import { once } from "../model/remember";
import type { ReadTable, Reading } from "../model/reading";
import type { Remembered } from "../model/remembered";
import type { GrowthCase } from "./relations/growth";
import { findGrowth } from "./relations/growth";
import type { Figures } from "./relations/figures";
import { indexFigures } from "./relations/figures";
import type { JudgedProgress } from "./relations/judged-progress";
import { findJudgedProgress } from "./relations/judged-progress";
import type { Keys } from "./relations/keys";
import { numberCoordinates } from "./relations/keys";
import type { Lines } from "./relations/lines";
import { findLines } from "./relations/lines";
import type { PerHeadCase } from "./relations/per-head";
import { findPerHead } from "./relations/per-head";
import type { SameFigures } from "./relations/places";
import { findSameFigures } from "./relations/places";
import type { ProgressSheet } from "./relations/progress";
import { findProgress } from "./relations/progress";
import type { CountPair, RateCase } from "./relations/rates";
import { findCountPairs, findRates, indexCounts } from "./relations/rates";
import type { RestatedFigure } from "./relations/restated";
import { findRestated } from "./relations/restated";
import type { SumCase } from "./relations/sums";
import { findSums } from "./relations/sums";
import type { YearSeries } from "./relations/year-series";
import { findYearSeries } from "./relations/year-series";

/** 関係 — how the figures of a workbook hang together; each is worked out once, when the first check asks for it. */
export interface Relations {
  readonly reading: Reading;
  readonly profile: Profile;
  /** ISO date of the look. */
  readonly asOf: string;
  /** The figures by their kind: where a rule begins that concerns only some of them. */
  readonly figures: Figures;
  readonly keys: Keys;
  readonly tables: ReadonlyMap<number, ReadTable>;
  readonly lines: Lines;
  readonly rates: readonly RateCase[];
  readonly counts: readonly CountPair[];
  readonly sums: readonly SumCase[];
  readonly perHead: readonly PerHeadCase[];
  readonly sameFigures: SameFigures;
  readonly growth: readonly GrowthCase[];
  readonly yearSeries: readonly YearSeries[];
  readonly progress: readonly ProgressSheet[];
  /** Progress beside judgements: a check that needs it is heard after the targets are judged. */
  readonly judgedProgress: readonly JudgedProgress[];
  /** What the workbook carries of its ended years; null when nothing. */
  readonly remembered: Remembered | null;
  readonly restated: readonly RestatedFigure[];
}

/** 関係の条件 — the settings, the day of the look, and what the workbook remembers. */
export interface RelationSettings {
  readonly profile: Profile;
  /** ISO date of the look. */
  readonly asOf: string;
  readonly remembered?: Remembered | null;
  /** Once the targets are judged. */
  readonly judgements?: readonly Judgement[];
}

/** 関係を結ぶ — the relations of one reading. */
export function relateFigures(reading: Reading, { profile, asOf, remembered = null, judgements = [] }: RelationSettings): Relations {
  const tables = once(() => new Map(reading.tables.map((t) => [t.id, t])));
  const figures = once(() => indexFigures(reading));
  const lines = once(() => findLines(figures()));
  const keys = once(() => numberCoordinates(reading, profile));
  const index = once(() => indexCounts(figures(), keys()));
  const rates = once(() => findRates(figures(), index()));
  const counts = once(() => findCountPairs(figures(), rates(), index()));
  const sums = once(() => findSums(figures(), keys()));
  const perHead = once(() => findPerHead(reading, figures(), keys()));
  const sameFigures = once(() => findSameFigures(figures(), keys(), counts(), perHead()));
  const growth = once(() => findGrowth(figures()));
  const yearSeries = once(() => findYearSeries(figures(), keys()));
  const progress = once(() => findProgress(reading, profile));
  const judgedProgress = once(() => findJudgedProgress(progress(), reading, judgements));
  const restated = once(() => findRestated(reading, remembered, profile, asOf));
  return {
    reading,
    profile,
    asOf,
    get figures() {
      return figures();
    },
    get keys() {
      return keys();
    },
    get tables() {
      return tables();
    },
    get lines() {
      return lines();
    },
    get rates() {
      return rates();
    },
    get counts() {
      return counts();
    },
    get sums() {
      return sums();
    },
    get perHead() {
      return perHead();
    },
    get sameFigures() {
      return sameFigures();
    },
    get growth() {
      return growth();
    },
    get yearSeries() {
      return yearSeries();
    },
    get progress() {
      return progress();
    },
    get judgedProgress() {
      return judgedProgress();
    },
    remembered,
    get restated() {
      return restated();
    },
  };
}
