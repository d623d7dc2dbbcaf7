import type { Group } from "../model/observation";
import type { Line } from "./line";

const AXES = ["grade", "department", "employment", "occupation"] as const;

/** 内数の群を補う — 係長級以上（人）, うち女性, 割合: the line of the part, and of its share, speak of the people counted right before them. */
export function completeSubsets(lines: readonly Line[]): readonly Line[] {
  let whole: { readonly group: Group; readonly label: string } | undefined;
  return lines.map((line, i) => {
    const { features } = line;
    const before = lines[i - 1];
    if (!features || !line.isSaying || isOfOneGroup(features.group) || features.topics.length > 0 || isAway(line, before)) {
      whole = undefined;
      return line;
    }
    if (features.isSubset === true && features.measure !== "ratio") whole = countedBy(before) ?? whole;
    else if (features.measure !== "ratio" || features.isTotal === true) whole = undefined;
    // うち女性 stands under each of them: what lends it its people tells one from the other.
    return whole === undefined ? line : { ...line, lentBy: line.lentBy ?? whole.label, features: { ...features, group: { ...whole.group, ...features.group } } };
  });
}

/** The axes of a line that counts people of one group, and says nothing else of them. */
function countedBy(line: Line | undefined): { readonly group: Group; readonly label: string } | undefined {
  const features = line?.features;
  if (!line || !features || features.measure !== "count" || features.isSubset === true || features.group.sex !== undefined || !isOfOneGroup(features.group)) return undefined;
  const { sex: _sex, bucket: _bucket, ...group } = features.group;
  return { group, label: line.label };
}

function isOfOneGroup(group: Group): boolean {
  return AXES.some((axis) => group[axis] !== undefined);
}

/** 続かない行か — under another heading, or of another year, a line begins anew. */
export function isAway(line: Line, before: Line | undefined): boolean {
  return before === undefined || before.path.length !== line.path.length || before.path.at(-2)?.cell !== line.path.at(-2)?.cell;
}
