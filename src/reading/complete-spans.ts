import type { Group } from "../model/observation";
import type { CellReader } from "./cell-meaning";
import type { Line } from "./line";
import type { Heading } from "./table-shape";

const AXIS_KEYS = ["occupation", "employment", "department", "grade"] as const;
type AxisKey = (typeof AXIS_KEYS)[number];

/** A name, not a question or a sentence: 毎日勤務, 副校長・教頭. */
const NAME = /^(?!.*(?:[をがはも？?。]|できる|する|した|ある|いる))[^\d%％]{1,12}$/;

/**
 * またぐ見出しを群にする — where the same headings stand under each of several wider ones, the wider ones name populations, known words or not.
 *
 * shape  校長 | 総数 女性 割合, 副校長・教頭 | 総数 女性 割合; named along the axis that the others of them name, else one that the crossing lines leave free
 * none   wider headings that are times, subjects, measures, totals or roles stay what they are
 */
export function completeSpans(lines: readonly Line[], crossing: readonly Line[], reader: CellReader): readonly Line[] {
  // By its words: a heading that is not merged stands over each of its lines again.
  const spans = new Map<string, { readonly name: Heading; readonly under: string[] }>();
  for (const { path } of lines) {
    const name = spanOf(path);
    if (!name) continue;
    const known = spans.get(name.meaning.text);
    const words = path.at(-1)!.meaning.text;
    if (known) known.under.push(words);
    else spans.set(name.meaning.text, { name, under: [words] });
  }
  const repeated = [...spans.values()].filter(({ under }) => under.length >= 2);
  const first = repeated[0];
  if (repeated.length < 2 || !first || repeated.length < spans.size || repeated.some(({ under }) => !under.some((words) => first.under.includes(words)))) return lines;
  const unnamed = new Set(repeated.flatMap(({ name }) => (isUnnamed(name, reader) ? [name.meaning.text] : [])));
  if (unnamed.size === 0) return lines;
  const axis = axisOf(repeated.map(({ name }) => reader.label(name.meaning.text).group)) ?? freeAxis(crossing);
  if (!axis) return lines;
  return lines.map((line) => {
    const name = spanOf(line.path)?.meaning.text;
    if (name === undefined || !unnamed.has(name) || !line.features || line.features.group[axis] !== undefined) return line;
    return { ...line, features: { ...line.features, group: { ...line.features.group, [axis]: name } } };
  });
}

/** The heading right over the nearest one. */
function spanOf(path: readonly Heading[]): Heading | undefined {
  return path.length >= 2 ? path.at(-2) : undefined;
}

function isUnnamed({ meaning }: Heading, reader: CellReader): boolean {
  if (meaning.kind !== "label" || meaning.period !== undefined || meaning.month !== undefined || !NAME.test(meaning.text)) return false;
  const { topics, weakTopics, measure, part, isTotal, isSubset, isFemaleShare, threshold, bucket, role, unit, group, rest } = reader.label(meaning.text);
  const says = [weakTopics, measure, part, isTotal, isSubset, isFemaleShare, threshold, bucket, role, unit].some((feature) => feature !== undefined);
  return !says && topics.length === 0 && Object.keys(group).length === 0 && rest !== "";
}

function axisOf(groups: readonly Group[]): AxisKey | undefined {
  return AXIS_KEYS.find((key) => groups.some((group) => group[key] !== undefined));
}

function freeAxis(crossing: readonly Line[]): AxisKey | undefined {
  return AXIS_KEYS.find((key) => !crossing.some(({ features }) => features?.group[key] !== undefined));
}
