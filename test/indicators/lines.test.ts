import type { ResolveHints } from "../../src/indicators/line-reading";
import { resolveIndicator } from "../../src/indicators/resolve";
import { readLabel } from "../../src/notation/label";
import { asContext, mergeFeatures } from "../../src/notation/merge-features";

interface Case {
  /** Captions and titles, nearest first. */
  readonly under: readonly string[];
  /** Headings of the axes, farthest first. */
  readonly path: readonly string[];
  readonly hints?: ResolveHints;
  /** "indicator role", with the sex or the bucket after it where it matters. */
  readonly is: string;
}

function said(under: readonly string[], path: readonly string[], hints: ResolveHints): string {
  const captions = under.map((text) => asContext(readLabel(text))).reverse();
  const features = [...captions, ...path.map(readLabel)].reduce((far, near) => mergeFeatures(near, far));
  const found = resolveIndicator(features, hints)[0];
  if (!found || found.confidence < 0.4) return "";
  return [found.indicator, found.role, found.group.sex, found.group.employment, found.group.grade, found.group.department, found.group.bucket].filter(Boolean).join(" ");
}

const MANAGERS = "管理的地位にある職員に占める女性の割合（各年4月1日現在）";
const HIRED = "（1）採用した職員に占める女性職員の割合【目標：促進】";
const GRADES = "（3）各役職段階にある職員に占める女性職員の割合";

const CASES: readonly Case[] = [
  // 部分休業
  { under: ["③部分休業【目標：取得推進】"], path: ["取得率"], is: "partial_leave_rate value" },
  { under: ["③部分休業【目標：取得推進】"], path: ["取得人数"], is: "partial_leave_rate numerator" },
  { under: ["③部分休業【目標：取得推進】", "(2) 育児休業等の取得状況　※共通目標"], path: ["育休からの復帰人数"], is: "partial_leave_rate denominator" },
  { under: ["部分休業の取得状況"], path: ["小学校就学前の子を養育する職員数"], is: "partial_leave_rate denominator" },
  { under: ["平成22年度　実施状況"], path: ["部分休業", "男性", "対象者数"], is: "partial_leave_rate denominator male" },
  { under: ["平成22年度　実施状況"], path: ["対象者数", "部分休業", "女性"], is: "partial_leave_rate denominator female" },
  { under: ["平成22年度　実施状況"], path: ["出生時の特別休暇", "男性", "取得率"], is: "spouse_birth_leave_rate value male" },
  { under: [], path: ["子の看護休暇", "計", "取得者数"], is: "child_nursing_leave_rate numerator" },
  { under: [], path: ["子の看護休暇", "計", "対象者数"], is: "child_nursing_leave_rate denominator" },
  // leaves of fathers
  { under: ["⑤妻の出産休暇【目標：3日間の取得率100%】※共通目標"], path: ["取得率"], is: "spouse_birth_leave_rate value" },
  { under: ["⑤妻の出産休暇【目標：3日間の取得率100%】※共通目標"], path: ["妻が出産した人数"], is: "spouse_birth_leave_rate denominator" },
  { under: ["⑤妻の出産休暇"], path: ["平均取得日数"], is: "spouse_birth_leave_avg_days value" },
  { under: ["⑤妻の出産休暇"], path: ["延べ取得日数"], is: "spouse_birth_leave_avg_days numerator" },
  { under: ["⑤妻の出産休暇"], path: ["3日間の取得率"], is: "spouse_birth_leave_full_rate value" },
  { under: ["⑤妻の出産休暇"], path: ["完全取得率"], is: "spouse_birth_leave_full_rate value" },
  { under: ["妻の出産休暇の取得状況"], path: ["取得人数", "1日"], is: "spouse_birth_leave_rate part 1日" },
  { under: ["妻の出産休暇の取得状況"], path: ["取得人数", "2日"], is: "spouse_birth_leave_rate part 2日" },
  { under: ["妻の出産休暇の取得状況"], path: ["取得人数", "3日"], is: "spouse_birth_leave_full_rate numerator" },
  { under: ["妻の出産休暇の取得状況"], path: ["取得人数", "計"], is: "spouse_birth_leave_rate numerator" },
  { under: ["妻の出産休暇（2日の範囲内）の取得状況"], path: ["取得人数", "2日"], is: "spouse_birth_leave_full_rate numerator" },
  { under: ["妻の出産休暇の取得状況"], path: ["取得人数", "2日"], hints: { limitDays: 2 }, is: "spouse_birth_leave_full_rate numerator" },
  { under: ["配偶者出産休暇取得率"], path: ["配偶者が出産した男性職員数"], is: "spouse_birth_leave_rate denominator" },
  { under: ["配偶者出産休暇取得率"], path: ["当該年度中に新たに育児休業が取得可能となった男性職員数"], is: "spouse_birth_leave_rate denominator" },
  { under: ["配偶者出産休暇及び育児参加のための休暇の取得状況"], path: ["配偶者出産休暇", "取得率"], is: "spouse_birth_leave_rate value" },
  { under: ["配偶者出産休暇及び育児参加のための休暇の取得状況"], path: ["両休暇を合わせて5日以上", "取得者数"], is: "paternity_5days_rate numerator" },
  { under: ["特別休暇", "①母親学級【目標：取得推進】"], path: ["取得人数／母親学級参加人数"], is: "maternity_class_leave_rate numerator" },
  { under: ["②保健指導または健康診査【目標：取得率100%】"], path: ["取得人数／検診を受けた人数"], is: "health_checkup_leave_rate numerator" },
  { under: ["④育児時間"], path: ["取得率"], is: "nursing_time_leave_rate value" },
  { under: ["④育児時間"], path: ["満1歳までの子のあった人数"], is: "nursing_time_leave_rate denominator" },
  { under: ["⑥子育て休暇"], path: ["取得日数(男)", "5日未満"], is: "child_nursing_leave_bucket part male 5日未満" },
  { under: ["⑥子育て休暇"], path: ["取得日数(男)", "5日以上"], is: "child_nursing_leave_bucket part male 5日以上" },
  { under: ["子育て休暇"], path: ["対象人数"], is: "child_nursing_leave_rate denominator" },
  { under: ["子育て休暇"], path: ["延べ取得日数"], is: "child_nursing_leave_avg_days numerator" },
  { under: ["子育て休暇"], path: ["平均取得日数"], is: "child_nursing_leave_avg_days value" },
  { under: ["男性職員の配偶者出産休暇・育児参加のための休暇（合わせて5日以上）"], path: ["対象男性職員数"], is: "paternity_5days_rate denominator male" },
  { under: ["男性職員の配偶者出産休暇・育児参加のための休暇（合わせて5日以上）"], path: ["5日以上取得した職員数"], is: "paternity_5days_rate numerator male" },
  { under: ["男性職員の配偶者出産休暇・育児参加のための休暇（合わせて5日以上）"], path: ["取得率"], is: "paternity_5days_rate value male" },
  { under: ["男性職員の出産・育児に係る休暇等の取得状況"], path: ["いずれかの休暇を取得"], hints: { unit: "people" }, is: "paternity_either_leave_rate numerator male" },
  { under: ["配偶者出産休暇及び育児参加のための休暇"], path: ["合わせて5日以上取得した職員数"], is: "paternity_5days_rate numerator" },
  // childcare leave
  { under: ["男性職員の育児休業取得率"], path: ["対象者"], is: "childcare_leave_rate denominator male" },
  { under: ["男性職員の育児休業取得率"], path: ["取得者数"], is: "childcare_leave_rate numerator male" },
  { under: ["育児休業取得率"], path: ["女性職員", "出産した女性職員数"], is: "childcare_leave_rate denominator female" },
  { under: ["育児休業取得率"], path: ["配偶者が出産した男性職員数"], is: "childcare_leave_rate denominator male" },
  { under: ["育児休業の取得状況"], path: ["対象者（A）"], is: "childcare_leave_rate denominator" },
  { under: ["育児休業の取得状況"], path: ["取得者（B）"], is: "childcare_leave_rate numerator" },
  { under: ["育児休業の取得状況"], path: ["取得率（B/A）"], is: "childcare_leave_rate value" },
  { under: ["②男性職員の育児休業"], path: ["1年未満"], is: "childcare_leave_duration_dist part male 1年未満" },
  { under: ["②男性職員の育児休業"], path: ["1年～2年"], is: "childcare_leave_duration_dist part male 1年～2年" },
  { under: ["②男性職員の育児休業"], path: ["新規取得人数"], is: "childcare_leave_takers value male" },
  { under: ["②男性職員の育児休業"], path: ["新規取得人数"], hints: { hasEligible: true }, is: "childcare_leave_rate numerator male" },
  { under: ["育児休業取得者数"], path: ["継続"], is: "childcare_leave_takers part 継続" },
  { under: ["育児休業"], path: ["対象"], is: "childcare_leave_rate denominator" },
  { under: ["育児休業"], path: ["取得"], is: "childcare_leave_rate numerator" },
  { under: ["育児休業"], path: ["未取得者"], is: "childcare_leave_takers part 未取得" },
  { under: ["育児休業"], path: ["うち2週間以上の取得者数"], is: "childcare_leave_2w_rate numerator" },
  { under: ["育児休業"], path: ["2週間以上の取得率"], is: "childcare_leave_2w_rate value" },
  { under: ["育児休業"], path: ["平均取得日数"], is: "childcare_leave_avg_days value" },
  { under: ["男性の育児休業取得率（部局別）"], path: ["教育委員会"], is: "childcare_leave_rate value male 教育委員会" },
  { under: [], path: ["育児休業等", "女性職員の育児休業", "取得率"], is: "childcare_leave_rate value female" },
  { under: ["男性職員の休業の取得状況"], path: ["人数", "うち2週間以上の育児休業"], is: "childcare_leave_2w_rate numerator male" },
  { under: ["女性の職業選択に資する情報の公表"], path: ["配偶者出産休暇の取得率"], is: "spouse_birth_leave_rate value" },
  { under: ["女性の職業選択に資する情報の公表"], path: ["男女別の育児休業取得率", "男性"], is: "childcare_leave_rate value male" },
  { under: ["女性職員の活躍に関する状況"], path: ["時間外勤務 1人当たり月平均"], is: "overtime_per_head_month value" },
  { under: ["育児休業の取得期間の分布（男性職員）"], path: ["人数", "計"], is: "childcare_leave_duration_dist value male" },
  { under: ["育児休業の取得期間の分布（男性職員）"], path: ["割合", "計"], is: "childcare_leave_duration_dist part male" },
  { under: ["育児休業の取得期間の分布（男性職員）"], path: ["割合", "3月超"], is: "childcare_leave_duration_dist part male 3月超" },
  { under: ["係長級以上の女性職員数の推移"], path: ["係長級以上の職員数"], is: "female_rate_by_grade denominator 係長級以上" },
  { under: ["係長級以上の女性職員数の推移"], path: ["うち女性"], is: "female_rate_by_grade numerator 係長級以上" },
  { under: ["係長級以上の女性職員数の推移"], path: ["女性割合"], is: "female_rate_by_grade value 係長級以上" },
  { under: ["女性管理職の推移"], path: ["管理職数"], is: "female_manager_rate denominator" },
  { under: ["女性管理職の推移"], path: ["人数"], is: "female_manager_rate numerator" },
  { under: ["女性職員の登用状況"], path: ["管理職（課長級以上）"], is: "female_manager_rate value" },
  { under: ["女性職員の登用状況"], path: ["監督職（係長級・課長補佐級）"], is: "female_rate_by_grade value 監督職" },
  { under: ["女性職員の登用状況"], path: ["主任級"], is: "female_rate_by_grade value 主任級" },
  // hours
  { under: ["①時間外勤務時間数【目標：縮減促進】"], path: ["時間数"], hints: { month: true }, is: "overtime_monthly part" },
  { under: ["①時間外勤務時間数【目標：縮減促進】"], path: ["合計", "時間数"], hints: { isTotalColumn: true }, is: "overtime_total_hours value" },
  { under: ["①時間外勤務時間数【目標：縮減促進】"], path: ["1人あたり\n時間数"], hints: { month: true }, is: "overtime_per_head_month part" },
  { under: ["①時間外勤務時間数【目標：縮減促進】"], path: ["1人あたり\n時間数"], hints: { isTotalColumn: true }, is: "overtime_per_head_year value" },
  { under: ["令和5年度　時間外勤務時間数（対象17人）"], path: ["一人当たり"], hints: { month: true }, is: "overtime_per_head_month part" },
  { under: ["①時間外勤務時間数【目標：縮減促進】"], path: ["月45時間\n年360時間\n超人数"], hints: { month: true, unit: "people" }, is: "overtime_over_limit_count part" },
  { under: ["時間外勤務（一人当たり年間）"], path: ["時間数"], is: "overtime_per_head_year value" },
  { under: ["時間外勤務の状況"], path: ["月平均時間"], hints: { month: true }, is: "overtime_monthly part" },
  { under: ["時間外勤務の状況"], path: ["月平均時間"], hints: { isTotalColumn: true }, is: "overtime_monthly value" },
  { under: ["①時間外勤務時間数"], path: ["平均", "時間数"], hints: { isTotalColumn: true }, is: "overtime_monthly value" },
  { under: ["①時間外勤務時間数"], path: ["平均", "1人あたり時間数"], hints: { isTotalColumn: true }, is: "overtime_per_head_month value" },
  { under: ["①時間外勤務時間数"], path: ["合計", "1人あたり平均時間数"], hints: { isTotalColumn: true }, is: "overtime_per_head_year value" },
  { under: [], path: ["職員の平均超過勤務時間数"], hints: { isTotalColumn: true }, is: "overtime_per_head_month value" },
  { under: [], path: ["職員の平均超過勤務時間数（年間）"], is: "overtime_per_head_year value" },
  { under: ["時間外勤務の状況"], path: ["時間数"], is: "overtime_total_hours value" },
  { under: ["時間外勤務の状況"], path: ["対象人数"], is: "overtime_per_head_year denominator" },
  { under: ["②深夜勤務の制限【目標：申請促進】"], path: ["申請者数"], is: "night_work_limit_applicants value" },
  // annual leave
  { under: ["年次有給休暇"], path: ["平均取得日数"], is: "annual_leave_avg_days value" },
  { under: ["(4) 年次有給休暇の取得促進【目標：平均取得日数12日】※共通目標"], path: ["平均日数\n5日未満"], is: "annual_leave_under5_rate value" },
  { under: ["年次休暇"], path: ["平均取得"], is: "annual_leave_avg_days value" },
  { under: ["年次有給休暇の取得状況"], path: ["対象職員数"], is: "annual_leave_avg_days denominator" },
  { under: ["年次有給休暇の取得状況"], path: ["付与日数"], is: "annual_leave_rate denominator" },
  { under: ["年次有給休暇の取得状況"], path: ["総取得日数"], is: "annual_leave_avg_days numerator" },
  { under: ["年次有給休暇の取得状況"], path: ["取得率"], is: "annual_leave_rate value" },
  { under: ["年次有給休暇の平均取得日数"], path: ["管理職"], is: "annual_leave_avg_days value 管理職" },
  { under: ["時間外勤務の状況"], path: ["係長級", "時間数"], is: "overtime_total_hours value 係長級" },
  // women
  { under: [MANAGERS], path: ["管理職数"], is: "female_manager_rate denominator" },
  { under: [MANAGERS], path: ["うち女性"], is: "female_manager_rate numerator" },
  { under: [MANAGERS], path: ["女性割合"], is: "female_manager_rate value" },
  { under: [MANAGERS], path: ["総務部"], is: "female_manager_rate value 総務部" },
  { under: ["女性管理職"], path: ["管理職数", "総数"], is: "female_manager_rate denominator" },
  { under: [HIRED], path: ["全体"], is: "female_hire_rate denominator" },
  { under: [HIRED], path: ["女性"], is: "female_hire_rate numerator" },
  { under: [HIRED], path: ["男性"], is: "female_hire_rate part male" },
  { under: [HIRED], path: ["割合"], is: "female_hire_rate value" },
  { under: [], path: ["採用した職員に占める女性職員の割合", "女性"], is: "female_hire_rate numerator" },
  { under: [], path: ["採用した職員に占める女性職員の割合", "全体"], is: "female_hire_rate denominator" },
  { under: [], path: ["採用した職員に占める女性職員の割合", "女性割合"], is: "female_hire_rate value" },
  { under: ["部局別の状況"], path: ["管理職に占める女性の割合", "合計"], is: "female_manager_rate value" },
  { under: ["職員に占める女性職員の割合"], path: ["職員数"], is: "female_staff_rate denominator" },
  { under: ["（2）職員に占める女性職員の割合【目標：促進】"], path: ["臨時職員等", "女性割合"], is: "female_staff_rate value 臨時職員等" },
  { under: ["（2）職員に占める女性職員の割合【目標：促進】"], path: ["正規職員", "人数内訳"], hints: { unit: "people" }, is: "female_staff_rate denominator 正規職員" },
  { under: [GRADES], path: ["1級", "女性割合"], is: "female_rate_by_grade value 1級" },
  { under: [GRADES], path: ["1級", "級別人数"], is: "female_rate_by_grade denominator 1級" },
  { under: [GRADES], path: ["合計", "女性人数"], is: "female_rate_by_grade numerator" },
  { under: [GRADES], path: ["合計", "女性割合"], is: "female_rate_by_grade value" },
  { under: [GRADES], path: ["女性割合", "合計"], is: "female_rate_by_grade value" },
  { under: [GRADES], path: ["8級", "伸び率"], is: "female_grade_growth value 8級" },
  { under: [GRADES], path: ["係長・主幹級"], is: "female_rate_by_grade value 係長・主幹級" },
  { under: ["（5）男女の平均した継続勤務年数の差異（令和3年度）"], path: ["女性"], is: "tenure_gap part female" },
  { under: ["（5）男女の平均した継続勤務年数の差異（令和3年度）"], path: ["差異"], is: "tenure_gap value" },
  { under: ["離職率の男女の差異"], path: ["男性"], is: "turnover_gap part male" },
  { under: ["職員の給与の男女の差異"], path: ["任期の定めのない常勤職員"], is: "pay_gap value 任期の定めのない常勤職員" },
  { under: ["職員の給与の男女の差異"], path: ["任期の定めのない常勤職員以外の職員"], is: "pay_gap value 任期の定めのない常勤職員以外の職員" },
  { under: ["職員の給与の男女の差異"], path: ["全職員"], is: "pay_gap value" },
  { under: ["②役職段階別", "職員の給与の男女の差異"], path: ["本庁課長相当職"], is: "pay_gap value 本庁課長相当職" },
  { under: ["③勤続年数別", "職員の給与の男女の差異"], path: ["36年以上"], is: "pay_gap value 36年以上" },
  { under: ["約10年度前に採用した職員の継続任用割合"], path: ["女性", "継続任用割合"], is: "retention_10y value female" },
];

describe("a line under its caption", () => {
  test.each(CASES)("$under $path is $is", ({ under, path, hints = {}, is }) => {
    expect(said(under, path, hints)).toBe(is);
  });
});
