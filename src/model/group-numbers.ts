import type { Group } from "./observation";

const AXES = ["sex", "grade", "department", "employment", "occupation", "bucket"] as const;

/** A tree over the fields of groups: a step a field is quicker than writing every group out. */
interface Step {
  readonly next: Map<string | undefined, Step>;
  number?: number;
}

/** 対象群の番号 — equal groups have equal numbers, counted from 0. */
export class GroupNumbers {
  private readonly root: Step = { next: new Map() };
  private readonly shapes: Group[] = [];
  private readonly shorter = new Map<number, number>();

  get count(): number {
    return this.shapes.length;
  }

  of(group: Group): number {
    let step = this.root;
    for (const axis of AXES) {
      const name = group[axis];
      let next = step.next.get(name);
      if (!next) step.next.set(name, (next = { next: new Map() }));
      step = next;
    }
    return (step.number ??= this.shapes.push(group) - 1);
  }

  /** The number of the group without one of its fields. */
  without(group: number, axis: keyof Group): number {
    const key = group * AXES.length + AXES.indexOf(axis);
    let found = this.shorter.get(key);
    if (found === undefined) {
      const { [axis]: _field, ...rest } = this.shapes[group]!;
      found = this.of(rest);
      this.shorter.set(key, found);
    }
    return found;
  }
}
