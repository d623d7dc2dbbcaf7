import { useEffect, useState } from "react";

/** 選んだもの — the ids that are ticked, and the ways to tick. */
export interface Picks {
  readonly picked: ReadonlySet<number>;
  readonly toggle: (id: number) => void;
  readonly pick: (items: readonly { readonly id: number }[]) => void;
}

/** 選ぶ — begins with what is wanted, and again whenever that is another list. */
export function usePicks(wanted: readonly { readonly id: number }[]): Picks {
  const [picked, setPicked] = useState<ReadonlySet<number>>(() => idsOf(wanted));
  useEffect(() => setPicked(idsOf(wanted)), [wanted]);
  return {
    picked,
    toggle: (id) => {
      const next = new Set(picked);
      if (!next.delete(id)) next.add(id);
      setPicked(next);
    },
    pick: (items) => setPicked(idsOf(items)),
  };
}

function idsOf(items: readonly { readonly id: number }[]): ReadonlySet<number> {
  return new Set(items.map(({ id }) => id));
}
