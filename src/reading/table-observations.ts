import type { Indicator } from "../indicators/indicator";
import type { ResolvedIndicator } from "../indicators/resolve";
import type { Cell } from "../model/cell";
import type { Observation } from "../model/observation";
import type { MeantFigure } from "./cell-figures";
import { layOver } from "./correct-meaning";
import type { Crossing } from "./find-crossings";
import type { FigureObserver } from "./observe-figure";
import { settleLines } from "./settle-lines";

/** 表の観測値 — the figures of one table in reading order, until its lines have been weighed against each other. */
export class TableObservations {
  private readonly read: Observation[] = [];
  /** For each observation, in order, everything its line could be. */
  private readonly candidates: (readonly ResolvedIndicator[])[] = [];
  /** What somebody said of a figure is laid over it once all lines have been weighed against each other. */
  private readonly said = new Map<number, (read: Observation) => Observation>();

  constructor(
    private readonly observer: FigureObserver,
    private readonly firstId: number,
  ) {}

  add(cell: Cell | undefined, crossing: Crossing, meant: MeantFigure): void {
    const { meaning } = meant;
    const at = this.read.length;
    const id = this.firstId + at;
    if (meaning.correction) {
      const { met } = meaning.correction;
      const said = this.observer.observe(id, cell, crossing, meant, meaning);
      this.said.set(at, (read) => layOver(read, said, met));
    }
    this.read.push(this.observer.observe(id, cell, crossing, meant, meaning.correction?.read[0] ?? meaning));
    this.candidates.push(meant.candidates);
  }

  /** Each figure as the lines beside it leave it, with what somebody said laid over. */
  settle(catalogue: readonly Indicator[]): readonly Observation[] {
    const settled = settleLines(this.read, this.candidates, catalogue);
    return this.said.size === 0 ? settled : settled.map((read, i) => this.said.get(i)?.(read) ?? read);
  }
}
