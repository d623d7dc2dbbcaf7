import type { CellReader } from "./cell-meaning";
import type { Heading, TableShape } from "./table-shape";

/**
 * 隅の主題 — 年次有給休暇の平均取得日数 in the corner over 医師, 看護師, 事務職: what the figures of all its lines are.
 *
 * none  undefined where a line has a subject of its own, and for a question (育児休業を取得したいと思うか)
 */
export function findCornerSubject({ corner, rowPath }: TableShape, reader: CellReader): Heading | undefined {
  const named = corner.filter(({ meaning }) => {
    const { topics, role } = reader.label(meaning.text);
    return role === undefined && topics.length > 0 && !topics.includes("other");
  });
  const subject = named.length === 1 ? named[0] : undefined;
  if (!subject) return undefined;
  const { measure, rest } = reader.label(subject.meaning.text);
  if (measure === undefined || /[ぁ-ん]{2}/.test(rest)) return undefined;
  const sorts = (text: string): boolean => {
    const label = reader.label(text);
    const isSorting = Object.keys(label.group).length > 0 || label.measure !== undefined || label.role !== undefined || label.isTotal === true || label.isSubset === true;
    return label.topics.length === 0 && isSorting;
  };
  const isSorted = rowPath.size > 0 && [...rowPath.values()].every((path) => path.length > 0 && path.every(({ meaning }) => meaning.kind !== "label" || sorts(meaning.text)));
  return isSorted ? subject : undefined;
}
