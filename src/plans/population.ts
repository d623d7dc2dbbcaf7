import type { Indicator } from "../indicators/indicator";
import type { Group } from "../model/observation";

const EVERYBODY = /^(合計|計|総計|全体|全職員|全職種|総数|全て|すべて)$/u;

/**
 * 判定の対象群 — the population as targets and actuals are matched by it.
 *
 * shape  合計・計 is everybody; buckets are not people of their own; a leave of fathers is always men's, a share of women always women's
 */
export function readPopulation(group: Group, indicator: Indicator | undefined): Group {
  const isImplied = group.sex !== undefined && (group.sex === indicator?.population || (group.sex === "female" && indicator?.shape === "female-share"));
  return {
    ...(group.sex !== undefined && !isImplied ? { sex: group.sex } : {}),
    ...keep("grade", group.grade),
    ...keep("department", group.department),
    ...keep("employment", group.employment),
    ...keep("occupation", group.occupation),
    ...(indicator?.shape === "distribution" && group.bucket !== undefined ? { bucket: group.bucket } : {}),
  };
}

function keep(field: "grade" | "department" | "employment" | "occupation", value: string | undefined): Group {
  return value === undefined || EVERYBODY.test(value.trim()) ? {} : { [field]: value };
}
