import type { Observation } from "../model/observation";
import type { Profile } from "../model/profile";
import type { SourceIndex } from "./source-index";

// 課長 and above; deputies of a 課長 are not, those of a 部長 or 局長 are.
const MANAGER_TITLE = /課長(?!補佐|代理|心得|級補佐)|部長|局長|次長|参事(?!補)|理事|管理職|消防長|消防監|会計管理者/u;

/**
 * 管理職の級をさがす — as the profile names them; else the grades whose name or standard duties say 課長 or above.
 *
 * none  an empty set when nothing tells
 */
export function findManagerGrades(observations: readonly Observation[], index: SourceIndex, profile: Profile): ReadonlySet<string> {
  const named = profile.managerGrades?.map(plain);
  const grades = new Set<string>();
  for (const o of observations) {
    const grade = o.group.grade;
    if (grade === undefined) continue;
    const isManager = named ? named.includes(plain(grade)) : MANAGER_TITLE.test(grade) || MANAGER_TITLE.test(index.titlesOf(o));
    if (isManager) grades.add(grade);
  }
  return grades;
}

function plain(grade: string): string {
  return grade.normalize("NFKC").replace(/\s+/gu, "");
}
