/** 率の見え方 — a rate with the size of its last digit. */
export interface ShownRate {
  readonly value: number;
  readonly step: number;
}

/** 整数の人数で作れるか — whether some whole number of people out of `people` shows as this rate, however it was rounded. */
export function canShow(rate: ShownRate, people: number): boolean {
  const nearest = Math.round(rate.value * people);
  for (const k of [nearest - 1, nearest, nearest + 1]) if (k >= 0 && Math.abs(k / people - rate.value) < rate.step * (1 - 1e-6)) return true;
  return false;
}

/** 四捨五入で作れるか — whether some whole number of people rounds to this rate in the usual way. */
export function canRoundTo(rate: ShownRate, people: number): boolean {
  return Math.abs(Math.round(rate.value * people) / people - rate.value) <= rate.step / 2 + 1e-9;
}

/**
 * 最少の人数 — the smallest number of people out of whom all these rates can be shown.
 *
 * none  undefined when no number up to `limit` gives them all
 */
export function findFewestPeople(rates: readonly ShownRate[], limit: number, can: (rate: ShownRate, people: number) => boolean = canShow): number | undefined {
  for (let people = 1; people <= limit; people++) if (rates.every((rate) => can(rate, people))) return people;
  return undefined;
}

/**
 * 一つを除いた最少の人数 — for each rate, the smallest number of people out of whom all the others can be shown.
 *
 * none  undefined for a rate when no number up to `limit` gives all the others
 */
export function findFewestWithoutOne(rates: readonly ShownRate[], limit: number, can: (rate: ShownRate, people: number) => boolean = canShow): readonly (number | undefined)[] {
  const fewest: (number | undefined)[] = rates.map(() => undefined);
  let open = rates.length;
  for (let people = 1; people <= limit && open > 0; people++) {
    const odd = rates.findIndex((rate) => !can(rate, people));
    // A second one that cannot be shown: this number serves none of them.
    if (odd >= 0 && rates.some((rate, i) => i > odd && !can(rate, people))) continue;
    for (const i of odd >= 0 ? [odd] : rates.keys()) {
      if (fewest[i] !== undefined) continue;
      fewest[i] = people;
      open--;
    }
  }
  return fewest;
}
