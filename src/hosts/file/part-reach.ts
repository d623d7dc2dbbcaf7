import { findPart, relationshipsOf, relationshipsPart, type OpenedFile } from "./package";

/**
 * ほかから届かない部品 — the parts that only these parts lead to, with their lists of relationships, themselves included.
 *
 * @throws HostRefusal when a list of relationships is damaged
 */
export function findOwnParts(opened: OpenedFile, parts: readonly string[]): string[] {
  const starts = new Set(parts.map((part) => findPart(opened, part) ?? part));
  const others = reach(opened, [""], starts);
  const own = [...reach(opened, [...starts], new Set())].filter((part) => !others.has(part));
  return own.flatMap((part) => [part, ...[findPart(opened, relationshipsPart(part))].filter((name) => name !== undefined)]);
}

function reach(opened: OpenedFile, from: readonly string[], without: ReadonlySet<string>): Set<string> {
  const seen = new Set<string>(from);
  const waiting = [...from];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop())
    for (const relation of relationshipsOf(opened, part)) {
      const target = relation.isExternal ? undefined : findPart(opened, relation.target);
      if (target === undefined || seen.has(target) || without.has(target)) continue;
      seen.add(target);
      waiting.push(target);
    }
  return seen;
}
