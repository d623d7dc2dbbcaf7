import type { Sex } from "../../model/observation";

/** 数値の求め — one figure a disclosure item is made of, and the indicators that state it, the nearest first. */
export interface DisclosurePart {
  readonly label: string;
  readonly indicators: readonly string[];
  readonly sex?: Sex;
}

/** 情報公表の項目 — one line of the ordinance's list, with the figures that would stand under it. */
export interface DisclosureItem {
  readonly section: "機会の提供" | "両立";
  readonly label: string;
  readonly parts: readonly DisclosurePart[];
}

/**
 * 情報公表の項目の一覧 — what public employers publish of their own under the act on women's advancement, and what answers each.
 *
 * source  女性活躍推進法第21条、内閣府令第6条（令和5年4月1日時点）
 */
export const disclosureItems: readonly DisclosureItem[] = [
  item("機会の提供", "採用した職員に占める女性職員の割合", { indicators: ["female_hire_rate"] }),
  item("機会の提供", "採用試験の受験者の総数に占める女性の割合", { indicators: ["female_applicant_rate"] }),
  item("機会の提供", "職員に占める女性職員の割合", { indicators: ["female_staff_rate"] }),
  item("機会の提供", "管理的地位にある職員に占める女性職員の割合", { indicators: ["female_manager_rate"] }),
  item("機会の提供", "各役職段階にある職員に占める女性職員の割合", { indicators: ["female_rate_by_grade"] }),
  item("機会の提供", "中途採用の男女別の実績", { indicators: ["midcareer_hires"] }),
  item("機会の提供", "職員の給与の男女の差異", { indicators: ["pay_gap"] }),
  item("両立", "離職率の男女の差異（継続勤務年数の男女の差異で代えられます）", { indicators: ["turnover_gap", "tenure_gap"] }),
  item(
    "両立",
    "男女別の育児休業取得率及び取得期間の分布状況",
    { label: "取得率（男性）", indicators: ["childcare_leave_rate"], sex: "male" },
    { label: "取得率（女性）", indicators: ["childcare_leave_rate"], sex: "female" },
    { label: "取得期間の分布", indicators: ["childcare_leave_duration_dist"] },
  ),
  item(
    "両立",
    "男性職員の配偶者出産休暇及び育児参加のための休暇の取得率並びに合計取得日数の分布状況",
    { label: "配偶者出産休暇の取得率", indicators: ["spouse_birth_leave_rate"] },
    { label: "育児参加のための休暇の取得率", indicators: ["childcare_participation_leave_rate"] },
    { label: "合計取得日数（5日以上など）", indicators: ["paternity_5days_rate"] },
  ),
  item("両立", "職員の各月ごとの平均時間外勤務時間等", { indicators: ["overtime_per_head_month", "overtime_monthly", "overtime_per_head_year", "overtime_total_hours"] }),
  item("両立", "年次有給休暇の取得状況", { indicators: ["annual_leave_avg_days", "annual_leave_rate"] }),
];

function item(
  section: DisclosureItem["section"],
  label: string,
  ...parts: readonly { readonly label?: string; readonly indicators: readonly string[]; readonly sex?: Sex }[]
): DisclosureItem {
  return { section, label, parts: parts.map((part) => ({ label: "", ...part })) };
}
