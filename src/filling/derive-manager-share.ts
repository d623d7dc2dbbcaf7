import type { Observation } from "../model/observation";
import type { Profile } from "../model/profile";
import type { Manner } from "./choose-format";
import { divide, type Derivation } from "./divide";
import { findManagerGrades } from "./manager-grades";
import type { SourceIndex } from "./source-index";

/**
 * 管理職の女性割合を級別の表から導く — women by all staff, summed over the grades that are managers, wherever in the workbook that table stands.
 *
 * none  undefined when the grades of managers are not known, or a grade lacks its count
 */
export function deriveManagerShare(cell: Observation, index: SourceIndex, profile: Profile, manner: Manner): Derivation | undefined {
  if (cell.indicator !== "female_manager_rate" || cell.group.grade !== undefined) return undefined;
  const grades = index
    .grades(cell.period)
    .filter((o) => !o.isTotal && o.group.department === cell.group.department && o.group.employment === cell.group.employment && o.group.occupation === cell.group.occupation);
  const managers = findManagerGrades(grades, index, profile);
  if (managers.size === 0) return undefined;
  const women = grades.filter((o) => o.role === "numerator" && managers.has(o.group.grade!));
  const all = grades.filter((o) => o.role === "denominator" && managers.has(o.group.grade!));
  const isComplete = women.length === managers.size && all.length === managers.size && new Set(grades.map((o) => o.table)).size === 1;
  if (!isComplete) return undefined;
  const names = [...managers].join("・");
  return divide(
    cell,
    { kind: "cells", name: { ja: `管理職（${names}）の女性`, en: `women among managers (${names})` }, cells: women },
    { kind: "cells", name: { ja: `管理職（${names}）`, en: `managers (${names})` }, cells: all },
    manner,
  );
}
