import type { Plan } from "../model/plan";
import { normalizeText } from "../notation/normalize";
import { readPeriodRange } from "../notation/period-range";
import { endYear, readLaw, startYear } from "../notation/plan-period";
import type { TextPiece } from "./find-tables";

/** 目標の立つ所 — where a target stands, and the headings and short words of its own line and column, which may name its plan. */
export interface TargetPlace {
  readonly sheet: string;
  readonly row: number;
  readonly headings: readonly string[];
}

/**
 * 目標の計画 — the plans a place on a sheet speaks for.
 *
 * shape  those its own line names; all for ※共通目標; the nearest plan above it; else those of the law its headings or sheet name; the only one there is
 * none   empty when several plans could be meant
 */
export function plansFor(place: TargetPlace, captions: readonly TextPiece[], isShared: boolean, plans: readonly Plan[], rowOf: (plan: Plan) => number): readonly string[] {
  const named = plans.length > 1 ? namedBy([...place.headings, ...tagsOf(captions[0]?.text ?? "")], plans) : [];
  if (named.length > 0) return named.map(({ id }) => id);
  if (isShared) return plans.map(({ id }) => id);
  const onSheet = plans.filter((plan) => plan.at.sheet === place.sheet && rowOf(plan) <= place.row).sort((a, b) => rowOf(b) - rowOf(a));
  const nearest = onSheet[0];
  // Plans on lines that follow each other are a list; none of them stands nearer than the others.
  const isAlone = nearest !== undefined && !onSheet.some((other) => other !== nearest && rowOf(nearest) - rowOf(other) <= 1);
  if (isAlone) return [nearest.id];
  // The lines that state the plans name their laws for themselves, not for what stands below.
  const headings = captions.filter((piece) => !onSheet.some((plan) => rowOf(plan) === piece.row));
  for (const text of [...headings.map((piece) => piece.text), place.sheet]) {
    const law = readLaw(text);
    const ofLaw = law === null ? [] : plans.filter((plan) => plan.law === law);
    if (ofLaw.length > 0) return ofLaw.map(({ id }) => id);
  }
  return plans.length === 1 ? [plans[0]!.id] : [];
}

const SHORTEST_NAME = 4;
/** 共通, 両計画, 両法, 次世代・女活 as the section of a line: the target belongs to both. */
const SHARED_HEADING =
  /^(?:両計画|両法|2計画|双方|両方)?の?(?:共通)(?:目標|項目)?$|^(?:両計画|両法|双方|両方)$|^(?:次世代|女活|女性活躍)(?:法|推進法)?(?:[・、/／,+＋&及び\s]+|と)(?:次世代|女活|女性活躍)(?:法|推進法)?$/;

/** 【次世代・女活】, (共通): what the brackets of a sentence say. */
function tagsOf(text: string): readonly string[] {
  return [...normalizeText(text).matchAll(/[【[(]([^【】[\]()]{2,16})[】\])]/g)].map(([, tag]) => tag!);
}

/** 第２期女性活躍推進計画, 次世代, 現計画 or 令和3～7年度 as a heading of the line. */
function namedBy(headings: readonly string[], plans: readonly Plan[]): readonly Plan[] {
  for (const heading of headings) {
    const text = normalizeText(heading);
    const byName = plans.filter(({ name }) => {
      const own = normalizeText(name);
      return own === text || (own.length >= SHORTEST_NAME && text.includes(own)) || (/計画|プラン/.test(text) && text.length >= SHORTEST_NAME && own.includes(text));
    });
    if (byName.length > 0 && byName.length < plans.length) return byName;
    if (SHARED_HEADING.test(text)) return plans;
    const law = text.length <= 30 ? readLaw(text) : null;
    const byLaw = law === null ? [] : plans.filter((plan) => plan.law === law);
    if (byLaw.length > 0) return byLaw;
    const byTurn = text.length <= 30 ? namedByTurn(text, plans) : [];
    if (byTurn.length > 0) return byTurn;
  }
  return [];
}

const TURN = /(?:前|旧|現|現行|今|次|次期|新)計画|[前後中]期(?=計画|目標|$|[)）])|第[0-9一二三四五六七八九十]+[次期]/g;
const EARLIER = /^(?:前|旧)計画$/;

/** 前計画目標, 目標（第4次）, 目標（R5～R8）: by the turn or the years that one plan alone has; 前 and 現 of two plans that follow each other by their order. */
function namedByTurn(text: string, plans: readonly Plan[]): readonly Plan[] {
  for (const [turn] of text.matchAll(TURN)) {
    const found = plans.filter(({ name }) => normalizeText(name).includes(turn));
    if (found.length > 0 && found.length < plans.length) return found;
    const [first, second] = [...plans].sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
    if (plans.length === 2 && /計画$/.test(turn) && first!.to !== null && second!.from !== null && first!.to < second!.from) return [EARLIER.test(turn) ? first! : second!];
  }
  const range = readPeriodRange(text);
  const years = range && plans.filter(({ from, to }) => from === startYear(range.from) && to === endYear(range.to));
  return years !== undefined && years.length < plans.length ? years : [];
}
