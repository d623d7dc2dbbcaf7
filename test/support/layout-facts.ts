import fc from "fast-check";
import type { Sex } from "../../src/model/observation";

/** 表に置く数 — one indicator of one population over years, before anybody lays it out. */
export interface Fact {
  readonly kind: FactKind;
  readonly sex: Sex | undefined;
  /** One of the kind's own words for it. */
  readonly topic: string;
  /** Words of the lines, by measure. */
  readonly words: { readonly denominator: string; readonly numerator: string; readonly value: string };
  /** Parallel to the years; quantities have a value only. */
  readonly figures: readonly FactFigure[];
  readonly target: number;
}

export interface FactFigure {
  readonly denominator: number;
  readonly numerator: number;
  readonly quantity: number;
  /** Its rate is to be written wrong. */
  readonly isWrong?: boolean;
}

/** 数の種類 — how an indicator's lines are called in the field. */
export interface FactKind {
  readonly indicator: string;
  readonly shape: "uptake" | "share" | "days" | "hours";
  readonly topics: readonly string[];
  readonly denominators: readonly string[];
  readonly numerators: readonly string[];
  readonly values: readonly string[];
  readonly sexes: readonly (Sex | undefined)[];
  /** The whole label of the figure itself, from the topic and whom it speaks of. */
  readonly whole: (topic: string, sex: Sex | undefined) => readonly string[];
}

const TAKERS = ["取得者数", "取得人数", "取得者", "取得した職員数"];
const staff = (sex: Sex | undefined) => (sex === "male" ? "男性職員" : sex === "female" ? "女性職員" : "職員");
const uptake = (indicator: string, topics: string[], denominators: string[], sexes: (Sex | undefined)[]): FactKind => ({
  indicator,
  shape: "uptake",
  topics,
  denominators,
  numerators: TAKERS,
  values: ["取得率"],
  sexes,
  whole: (topic, sex) =>
    sex
      ? [`${staff(sex)}の${topic}取得率`, `${topic}取得率（${sex === "male" ? "男性" : "女性"}）`, `${topic}の取得率（${sex === "male" ? "男" : "女"}）`]
      : [`${topic}取得率`, `${topic}の取得率`],
});
const share = (indicator: string, topics: string[], denominators: string[], numerators: string[]): FactKind => ({
  indicator,
  shape: "share",
  topics,
  denominators,
  numerators,
  values: ["女性割合", "割合", "女性の割合"],
  sexes: [undefined],
  whole: (topic) => [topic],
});

export const factKinds: readonly FactKind[] = [
  uptake("childcare_leave_rate", ["育児休業"], ["対象者数", "対象者", "対象人数", "対象職員数"], ["male", "female"]),
  uptake("partial_leave_rate", ["部分休業"], ["育休からの復帰人数", "対象者数"], [undefined, "male", "female"]),
  uptake(
    "spouse_birth_leave_rate",
    ["配偶者出産休暇", "妻の出産休暇", "出産補助休暇", "出産支援休暇"],
    ["妻が出産した人数", "配偶者が出産した男性職員数", "対象者数"],
    [undefined],
  ),
  uptake("childcare_participation_leave_rate", ["育児参加のための休暇", "育児参加休暇"], ["配偶者が出産した男性職員数", "対象者数"], [undefined]),
  uptake("child_nursing_leave_rate", ["子の看護休暇", "子の看護等休暇", "子育て休暇"], ["対象人数", "対象者数"], [undefined]),
  uptake("health_checkup_leave_rate", ["保健指導又は健康診査の特別休暇", "母子保健健診休暇"], ["検診を受けた人数", "対象者数"], [undefined]),
  share("female_hire_rate", ["採用した職員に占める女性職員の割合", "採用者に占める女性割合"], ["採用者数", "全体", "採用者総数"], ["うち女性", "女性", "女性採用者数"]),
  share("female_staff_rate", ["職員に占める女性職員の割合"], ["職員数", "全体", "職員総数"], ["うち女性", "女性", "女性職員数"]),
  share("female_manager_rate", ["管理的地位にある職員に占める女性職員の割合", "管理職に占める女性職員の割合"], ["管理職数", "管理職員数"], ["うち女性", "女性", "女性管理職数"]),
  {
    indicator: "annual_leave_avg_days",
    shape: "days",
    topics: ["年次有給休暇", "年次休暇"],
    denominators: [],
    numerators: [],
    values: ["平均取得日数", "平均使用日数", "一人当たりの取得日数"],
    sexes: [undefined],
    whole: (topic) => [`${topic}の平均取得日数`, `${topic}平均取得日数`, `${topic}の平均使用日数`],
  },
  {
    indicator: "overtime_per_head_year",
    shape: "hours",
    topics: ["時間外勤務", "超過勤務"],
    denominators: [],
    numerators: [],
    values: ["一人当たり年間時間数", "１人あたりの年間時間数"],
    sexes: [undefined],
    whole: (topic) => [`一人当たり年間${topic}時間数`, `${topic}時間数（一人当たり年間）`],
  },
];

/** 表題にある名 — the topic with whom it speaks of: 男性職員の育児休業. */
export function nameOf({ topic, sex, kind }: Fact): string {
  return sex && kind.shape === "uptake" ? `${staff(sex)}の${topic}` : topic;
}

/** 数の生成 — facts over the same years; one indicator and population at most once. */
export function factArbitrary(years: number, most: number): fc.Arbitrary<Fact[]> {
  const figure = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 40, max: 180 }))
    .map(([denominator, part, quantity]): FactFigure => ({ denominator, numerator: Math.round((denominator * part) / 100), quantity: quantity / 10 }));
  const one = fc.constantFrom(...factKinds).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      sex: fc.constantFrom(...kind.sexes),
      topic: fc.constantFrom(...kind.topics),
      words: fc.record({
        denominator: fc.constantFrom(...(kind.denominators.length ? kind.denominators : [""])),
        numerator: fc.constantFrom(...(kind.numerators.length ? kind.numerators : [""])),
        value: fc.constantFrom(...kind.values),
      }),
      figures: fc.array(figure, { minLength: years, maxLength: years }),
      target: fc.integer({ min: 1, max: 19 }),
    }),
  );
  return fc.uniqueArray(one, { minLength: 1, maxLength: most, selector: (f) => `${f.kind.indicator} ${f.sex ?? ""}` });
}
