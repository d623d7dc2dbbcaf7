/** シートごとに分ける — the items of each sheet in their order; sheets in the order they are named or first met, none of them empty. */
export function groupBySheet<Item>(
  items: Iterable<Item>,
  sheetOf: (item: Item) => string,
  order: readonly string[] = [],
): readonly (readonly [sheet: string, items: readonly Item[]])[] {
  const groups = new Map<string, Item[]>(order.map((sheet) => [sheet, []]));
  for (const item of items) {
    const group = groups.get(sheetOf(item));
    if (group) group.push(item);
    else groups.set(sheetOf(item), [item]);
  }
  return [...groups].filter(([, group]) => group.length > 0);
}
