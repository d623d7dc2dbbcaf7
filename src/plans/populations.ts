import { GroupNumbers } from "../model/group-numbers";
import type { Group } from "../model/observation";
import { remember } from "../model/remember";
import { readPopulation } from "./population";
import type { Catalogue } from "./series";

interface Population {
  readonly group: Group;
  readonly number: number;
}

/** 判定の対象群の番号 — the populations of one reading, each read once for a group and an indicator; equal ones have equal numbers. */
export class Populations {
  private readonly numbers = new GroupNumbers();
  private readonly known: (indicator: string) => (group: Group) => Population;

  constructor(catalogue: Catalogue) {
    this.known = remember((indicator) =>
      remember((group) => {
        const population = readPopulation(group, catalogue(indicator));
        return { group: population, number: this.numbers.of(population) };
      }),
    );
  }

  of(indicator: string, group: Group): Population {
    return this.known(indicator)(group);
  }

  numberOf(population: Group): number {
    return this.numbers.of(population);
  }
}
