import { groupKey, type Group } from "../model/observation";
import type { Series } from "./series";

/** 対象群から実績の列を引く — the series of one indicator by their populations. */
export class SeriesIndex {
  /** Some series speaks of men or women alone. */
  readonly hasSex: boolean;
  private readonly places: ReadonlyMap<string, number>;
  private readonly byField = new Map<string, Series[]>();

  constructor(private readonly all: readonly Series[]) {
    this.hasSex = all.some(({ group }) => group.sex !== undefined);
    this.places = new Map(all.map(({ group }, i) => [groupKey(group), i]));
    for (const series of all)
      for (const field of fieldsOf(series.group)) {
        const named = this.byField.get(fieldKey(series.group, field));
        if (named) named.push(series);
        else this.byField.set(fieldKey(series.group, field), [series]);
      }
  }

  /** Some series is of one 部局, 職種 … alone. */
  divides(field: keyof Group): boolean {
    return this.all.some(({ group }) => group[field] !== undefined);
  }

  /** Of exactly this population. */
  of(population: Group): Series | undefined {
    const place = this.places.get(groupKey(population));
    return place === undefined ? undefined : this.all[place];
  }

  /** 男女 — the men and the women of a population, in the order of the workbook; an empty list unless both are stated. */
  bySex(population: Group): readonly Series[] {
    const places = [this.places.get(groupKey({ ...population, sex: "male" })), this.places.get(groupKey({ ...population, sex: "female" }))];
    return places.every((place) => place !== undefined) ? places.sort((a, b) => a - b).map((place) => this.all[place]!) : [];
  }

  /** The first so many series within a population: every field it has is the same in theirs. */
  within(population: Group, most: number): readonly Series[] {
    const fields = fieldsOf(population);
    // The rarest of its fields leaves the fewest to look at: few departments share a name.
    let nearest = this.all;
    for (const field of fields) {
      const named = this.byField.get(fieldKey(population, field)) ?? [];
      if (named.length < nearest.length) nearest = named;
    }
    const found: Series[] = [];
    for (const series of nearest) {
      if (found.length === most) break;
      if (fields.every((field) => series.group[field] === population[field])) found.push(series);
    }
    return found;
  }
}

const FIELDS = ["sex", "grade", "department", "employment", "occupation", "bucket"] as const;

function fieldsOf(group: Group): (keyof Group)[] {
  return FIELDS.filter((field) => group[field] !== undefined);
}

function fieldKey(group: Group, field: keyof Group): string {
  return `${field}=${group[field]}`;
}
