const MEASURE_ENDINGS =
  /_(rate|full_rate|2w_rate|avg_days|bucket|takers|duration_dist|count|under5_rate|over5_rate|10days|total_hours|per_head_year|per_head_month|monthly|growth|applicants)$/;

/** 指標の系統 — what an indicator speaks of without its measure: child_nursing_leave_bucket and child_nursing_leave_rate are one family. */
export function familyOf(indicator: string): string {
  return indicator.replace(MEASURE_ENDINGS, "");
}

/** 100%を超え得る指標か — takers of this year may have become eligible in an earlier one. */
export function mayExceedWhole(indicator: string): boolean {
  return /^(childcare_leave|partial_leave)/.test(indicator);
}

/** 女性割合の指標か — women among all; the part can never be larger than the whole. */
export function isFemaleShare(indicator: string): boolean {
  return /^female_.*_(rate|grade)$|^female_rate_by_grade$/.test(indicator);
}

/** 子どもが生まれた男性職員を対象とする率か — rates that share one population in a year. */
export function sharesFathers(indicator: string): boolean {
  return /^(spouse_birth_leave_(full_)?rate|childcare_participation_leave_rate|paternity_(either_leave|5days)_rate|father_consecutive_leave_rate)$/.test(indicator);
}
