import type { Sentence } from "../model/finding";
import type { Topic } from "../notation/label-features";
import type { Indicator } from "./indicator";

/** 指標の分野 — the parts in which the field speaks of its indicators. */
export type Section = "birth" | "leave" | "hours" | "annual-leave" | "women" | "own";

/** 分野の名 — in the order of the laws' forms. */
export const sectionNames: { readonly [section in Section]: Sentence } = {
  birth: { ja: "出産・子育ての休暇", en: "Birth and child-rearing leave" },
  leave: { ja: "育児休業・部分休業・介護", en: "Childcare, partial and care leave" },
  hours: { ja: "労働時間", en: "Working hours" },
  "annual-leave": { ja: "年次有給休暇", en: "Annual leave" },
  women: { ja: "女性の活躍", en: "Women's advancement" },
  own: { ja: "自組織の指標", en: "Own indicators" },
};

const SECTION_OF: { readonly [topic in Topic]: Section } = {
  "maternity-class": "birth",
  "health-checkup": "birth",
  "commute-relief": "birth",
  "nursing-time": "birth",
  "spouse-birth-leave": "birth",
  "childcare-participation-leave": "birth",
  "paternity-either-leave": "birth",
  "paternity-both-leaves": "birth",
  "father-consecutive-leave": "birth",
  "child-nursing-leave": "birth",
  "childcare-leave": "leave",
  "partial-leave": "leave",
  "short-time-work": "leave",
  "leave-as-desired": "leave",
  "care-leave": "leave",
  overtime: "hours",
  "overtime-limit": "hours",
  "overtime-reduction": "hours",
  "night-work-limit": "hours",
  "no-overtime-day": "hours",
  "annual-leave": "annual-leave",
  hiring: "women",
  applicants: "women",
  midcareer: "women",
  staff: "women",
  managers: "women",
  grades: "women",
  tenure: "women",
  turnover: "women",
  retention: "women",
  pay: "women",
  harassment: "women",
  awareness: "women",
  "retire-age": "women",
  other: "women",
};

/** 分野ごとの指標 — a catalogue for people who pick, section by section. */
export function listSections(catalogue: readonly Indicator[]): readonly { readonly section: Section; readonly indicators: readonly Indicator[] }[] {
  const sections = (Object.keys(sectionNames) as Section[]).filter((section) => section !== "own");
  return sections.map((section) => ({ section, indicators: catalogue.filter(({ topics }) => topics[0] !== undefined && SECTION_OF[topics[0]] === section) }));
}
