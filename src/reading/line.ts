import type { Group } from "../model/observation";
import type { ReadingCorrection } from "../model/profile";
import type { HeadingRole, LabelFeatures, Topic } from "../notation/label-features";
import { sharedTopics } from "../notation/label-topics";
import type { PeriodReading } from "../notation/period";
import type { CellMeaning, CellReader } from "./cell-meaning";
import type { Heading } from "./table-shape";

/** 行または列 — one line of headings, read. */
export interface Line {
  readonly path: readonly Heading[];
  readonly features: LabelFeatures | undefined;
  readonly period: PeriodReading | undefined;
  readonly month: number | undefined;
  readonly label: string;
  /** The label without its times: the same for 取得率 of every year. */
  readonly words: string;
  /** The line that lent it a subject or a population: the same words mean another thing below another line. */
  readonly lentBy?: string;
  /** Words other than the period: does the line say anything by itself? */
  readonly isSaying: boolean;
  /** The nearest role its headings name; 年度 under 目標 is a deadline. */
  readonly role: HeadingRole | undefined;
  /** Somebody said which year its heading is. */
  readonly yearBy?: ReadingCorrection;
  /** A target written inside the label itself: 課長職以上の割合：10%以上. */
  readonly ownTarget: { readonly text: string; readonly heading: Heading } | undefined;
}

/** 無言の行 — a line that says nothing, for figures that stand under one heading only. */
export const silentLine: Line = {
  path: [],
  features: undefined,
  period: undefined,
  month: undefined,
  label: "",
  words: "",
  isSaying: false,
  role: undefined,
  ownTarget: undefined,
};

/** 数値 under 目標 is the target's figure, no actual. */
const PLAIN_VALUE = /^(?:数値|値|実数|内容|[%％])$/;
const BESIDE_THE_PLAN = /[(（]?参考(?:値)?[)）]?/;
const NUMBERED_GRADE = /^\d{1,2}級/;
const DEADLINE_WORD = /^(?:時期|年度|時点|期限|達成時期|達成年度|目標年度|達成期限)$/;

/** 行を読む — the features of a path of headings, far to near, without its period. */
export function readLine(path: readonly Heading[], period: PeriodReading | undefined, reader: CellReader): Line {
  let features: LabelFeatures | undefined;
  let month: number | undefined;
  let role: HeadingRole | undefined;
  let ownTarget: Line["ownTarget"];
  const said: string[] = [];
  for (const heading of path) {
    const { meaning } = heading;
    if (meaning.month !== undefined) month = meaning.month;
    const split = reader.labelTarget(wordsOf(meaning, period));
    if (split.target !== undefined) ownTarget = { text: withDue(split.target, meaning), heading };
    if (split.label === "") continue;
    said.push(split.label);
    const own = reader.label(split.label);
    if (role === "target" && DEADLINE_WORD.test(meaning.text)) role = "deadline";
    else if (own.role !== undefined && own.role !== "section" && !(role !== undefined && PLAIN_VALUE.test(meaning.text))) role = own.role;
    // 1級 with 主事補 under it: the second names the first again.
    if (NUMBERED_GRADE.test(features?.group.grade ?? "") && own.group.grade !== undefined && own.measure === undefined) continue;
    features = features ? reader.meanings.merge(own, features) : own;
  }
  const label = path.map(({ meaning }) => meaning.text).join(" ");
  return { path, features, period, month, label, words: said.join(" "), isSaying: said.length > 0, role, ownTarget };
}

const LAST_BRACKET = /[(（]([^()（）]*)[)）]\s*$/;

/** 25％以上（2026年度末）: the time at the end of the label says when its target is due. */
function withDue(target: string, { text, period }: CellMeaning): string {
  const due = period && LAST_BRACKET.exec(text)?.[1];
  return due && /\d年度?|元年度?|[RH]\d/.test(due) && !target.includes(due) ? `${target}（${due}）` : target;
}

function wordsOf(meaning: CellMeaning, period: PeriodReading | undefined): string {
  if (meaning.month !== undefined) return "";
  // 令和6年度（参考): a year beside the plan's own, read as any other.
  if (meaning.period) return meaning.period.isWhole ? "" : meaning.period.rest.replace(BESIDE_THE_PLAN, "");
  if (meaning.year !== undefined && period !== undefined) return "";
  if (period !== undefined && /^(?:元|\d{1,2})年度?/.test(meaning.text)) return meaning.text.replace(/^(?:元|\d{1,2})年度?/, "");
  return meaning.text;
}

/** 話題を補う — a line without a topic takes it from the line above that has one, else below: 採用者数 / うち女性 / 割合. */
export function completeTopic(lines: readonly Line[], at: number, context: LabelFeatures | undefined): Line {
  const line = lines[at]!;
  if (!line.features || line.features.topics.length > 0 || (line.role !== undefined && line.role !== "actual")) return line;
  const { measure, part, isSubset, isTotal, threshold, group } = line.features;
  const isCounting = measure !== undefined || part !== undefined || isSubset === true || isTotal === true || threshold !== undefined || group.sex !== undefined;
  if (!isCounting) return line;
  // 女性消防吏員の割合 after 受験者に占める女性の割合 is a figure of its own.
  if (line.features.isFemaleShare && (group.occupation !== undefined || group.grade !== undefined)) return line;
  // 合わせて5日以上取得した者, then 5日以上の取得率: the same length is of the same leaves.
  const sameLength = threshold === undefined ? undefined : lines[at - 1]?.features;
  if (sameLength && sameLength.topics.length > 0 && sameLength.threshold?.text === threshold!.text)
    return { ...line, lentBy: lines[at - 1]!.label, features: { ...line.features, topics: sameLength.topics } };
  const needsTopic = context === undefined || context.topics.length === 0;
  const isAmong = (context?.topics.length ?? 0) > 1;
  const ahead = (needsTopic || isAmong) && !isTotal ? topicAhead(lines, at) : undefined;
  if (ahead) return { ...line, features: { ...line.features, topics: ahead.topics, group: { ...inheritableGroup(ahead.group), ...line.features.group } } };
  if (!needsTopic && !line.features.isSubset) return line;
  for (let i = at - 1; i >= 0 && i >= at - 12; i--) {
    const above = lines[i]!.features;
    // うち女性 under 平均年齢 is a part of what no indicator has.
    if (line.features.isSubset && above && namesOther(above)) return line;
    // 合計 under (管理職計) is the total of all, not of the managers.
    if (above && above.topics.length > 0 && !(isTotal && above.isTotal) && !(line.features.incidentalSex === "female" && above.topics.every((topic) => OF_FATHERS.includes(topic))))
      return { ...line, lentBy: lines[i]!.label, features: { ...line.features, topics: above.topics, group: lentGroup(line.features, above) } };
  }
  // 職員数（令和6年4月1日現在） above 対象者数 counts everybody on a day, not who could take the leave.
  if (!needsTopic || (isStaff(line.features) && line.period?.period.kind === "as-of")) return line;
  for (let i = at + 1; i < lines.length && i <= at + 4; i++) {
    const below = lines[i]!.features;
    if (below && below.topics.length > 0 && !below.topics.includes("other") && !isTotal && !(isStaff(line.features) && below.topics.every((topic) => JOINING.includes(topic))))
      return { ...line, lentBy: lines[i]!.label, features: { ...line.features, topics: below.topics, group: { ...inheritableGroup(below.group), ...line.features.group } } };
  }
  return line;
}

/** 女性 | 対象者数 opens a section: 育休取得者数 right below it in the same section is nearer than what the section of the men ended with. */
function topicAhead(lines: readonly Line[], at: number): LabelFeatures | undefined {
  const section = lines[at]!.path[0]?.meaning.text;
  const isOfSection = (other: Line | undefined): boolean => other !== undefined && other.path.length > 1 && other.path[0]?.meaning.text === section;
  if (!isOfSection(lines[at]) || isOfSection(lines[at - 1])) return undefined;
  const next = lines[at + 1];
  return isOfSection(next) && next!.features && next!.features.topics.length > 0 && !next!.features.topics.includes("other") ? next!.features : undefined;
}

/** 伸び率の年を補う — 令和5年, 令和6年, 伸び率: growth speaks for the last year beside it. */
export function completeGrowth(line: Line, lines: readonly Line[], at: number): Line {
  if (line.period !== undefined || line.features?.measure !== "growth") return line;
  const dated = lines.slice(0, at).filter(({ period }) => period !== undefined);
  const last = dated.reduce<Line | undefined>((latest, other) => (latest && latest.period!.period.year > other.period!.period.year ? latest : other), undefined);
  return dated.length >= 2 && last ? { ...line, period: last.period } : line;
}

/** A line with words of its own that name no subject: 平均年齢（歳）, as against 計 or うち男性. */
function namesOther({ topics, weakTopics, isSubset, isTotal, group, rest }: LabelFeatures): boolean {
  if (topics.length > 0 || (weakTopics ?? []).length > 0 || isSubset === true || isTotal === true || Object.keys(group).length > 0) return false;
  return rest.replace(/[()（）%％\s]|人|名|数/g, "").length >= 2;
}

/** Leaves that 出産した女性職員 could not take. */
const OF_FATHERS: readonly Topic[] = ["spouse-birth-leave", "childcare-participation-leave", "paternity-either-leave", "paternity-both-leaves", "father-consecutive-leave"];

/** Those who join are no part of the staff counted before them: 職員数, 採用者数. */
const JOINING: readonly Topic[] = ["hiring", "applicants", "midcareer"];

function isStaff({ measure, part, weakTopics }: LabelFeatures): boolean {
  return measure === "count" && part === undefined && weakTopics?.includes("staff") === true;
}

const AXIS_KEYS = ["grade", "department", "employment", "occupation"] as const;

/** 軸をそろえる — among headings that are nearly all grades (or departments …), one of unknown words is a grade too: 単純労務. */
export function completeAxis(lines: readonly Line[]): readonly Line[] {
  const saying = lines.filter((line) => line.isSaying && line.features?.isTotal !== true);
  for (const key of AXIS_KEYS) {
    const having = saying.filter((line) => line.features?.group[key] !== undefined).length;
    if (having < 3 || having * 10 < saying.length * 6 || having === saying.length) continue;
    return lines.map((line) => {
      const { features } = line;
      const name = line.path.at(-1)?.meaning.text;
      if (
        !features ||
        !line.isSaying ||
        features.isTotal ||
        features.measure !== undefined ||
        features.role !== undefined ||
        features.group[key] !== undefined ||
        name === undefined
      )
        return line;
      const { grade: _g, department: _d, employment: _e, occupation: _o, ...group } = features.group;
      return { ...line, features: { ...features, group: { ...group, [key]: name } } };
    });
  }
  return lines;
}

/** 群を補う — the same words time and again, each right under another group, speak for that group: 正規職員, 女性の割合, 再任用職員, 女性の割合. */
export function completeGroups(lines: readonly Line[]): readonly Line[] {
  const times = new Map<string, number>();
  for (const line of lines) if (line.isSaying) times.set(line.label, (times.get(line.label) ?? 0) + 1);
  let above: Group = {};
  let lender = "";
  return lines.map((line) => {
    if (!line.features) return line;
    const { group } = line.features;
    const isRepeated = (times.get(line.label) ?? 0) > 1;
    if (!isRepeated || AXIS_KEYS.some((key) => group[key] !== undefined)) {
      const { bucket: _bucket, ...own } = group;
      above = isRepeated ? {} : own;
      lender = line.label;
      return line;
    }
    return AXIS_KEYS.some((key) => above[key] !== undefined) || (above.sex !== undefined && isHalf(line.features))
      ? { ...line, label: `${lender} ${line.label}`, features: { ...line.features, group: { ...above, ...group } } }
      : line;
  });
}

/** 対象者数, 取得者数: the halves of whatever rate stands above them. */
function isHalf({ part, measure, topics, isSubset }: LabelFeatures): boolean {
  return part !== undefined && part !== "both" && measure === "count" && topics.length === 0 && isSubset !== true;
}

/** Under 育児休業取得率（男性）, the takers are men; under 女性割合, the staff is everybody. */
function lentGroup(line: LabelFeatures, above: LabelFeatures): Group {
  const isOfRate = above.measure === "ratio" && above.isFemaleShare !== true && !above.topics.some((topic) => sharedTopics.includes(topic));
  return { ...(isOfRate && isHalf(line) && above.group.sex !== undefined ? { sex: above.group.sex } : {}), ...inheritableGroup(above.group), ...line.group };
}

function inheritableGroup(group: Group): Group {
  const { sex: _, bucket: __, ...rest } = group;
  return rest;
}

/** 行の言葉 — the words of a line, after those of the line that lent it a subject: the same words below another line are another line. */
export function saidOf({ label, lentBy }: Line): string {
  return lentBy === undefined ? label : `${lentBy} ${label}`;
}

/** 近い見出しの特徴 — what the nearest heading that is no time says by itself. */
export function nearestLabel(line: Line, reader: CellReader): LabelFeatures | undefined {
  const words = line.path.filter(({ meaning }) => meaning.period === undefined && meaning.month === undefined).at(-1);
  return words && reader.label(words.meaning.text);
}
