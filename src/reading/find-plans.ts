import { writeAddress } from "../model/cell";
import { fiscalYear } from "../model/period";
import type { Plan } from "../model/plan";
import { type PlanPeriod, readLaw, readPlanPeriod, readPlanPeriods } from "../notation/plan-period";
import type { TextPiece } from "./find-tables";
import { normalizeText } from "../notation/normalize";
import { findListedPlans } from "./find-listed-plans";
import type { SheetGrid } from "./sheet-grid";
import type { SheetOutline } from "./sheet-outline";

/** A heading that says nothing but 計画期間. */
const PERIOD_HEAD = /^[^一-龠ぁ-ん]{0,8}(?:本)?計画の?(?:の実施)?期間[\s　]*$/;

type Law = "jisedai" | "jokatsu";

/** 輪郭の分かったシート — a sheet with its tables outlined and the texts between them. */
export interface OutlinedSheet {
  readonly name: string;
  readonly grid: SheetGrid;
  readonly outline: SheetOutline;
  readonly texts: readonly TextPiece[];
}

const LAW_NAME: { readonly [law in Law]: string } = {
  jisedai: "次世代育成支援対策推進法に基づく特定事業主行動計画",
  jokatsu: "女性活躍推進法に基づく特定事業主行動計画",
};

/** 計画を見つける — every stated plan period, with the law its text, its sheet's headings or the sheet's name give. */
export function findPlans(sheets: readonly OutlinedSheet[]): readonly Plan[] {
  const plans = new Map<string, Plan>();
  const add = (read: PlanPeriod, piece: TextPiece, above: readonly TextPiece[], sheet: string): void => {
    const title = [...above].reverse().find((other) => /計画/.test(other.text) && !/計画期間|実績|状況/.test(other.text));
    const law = read.law ?? lawOf(title?.text ?? "") ?? lawOf(sheet);
    const nearest = title ?? [...above].reverse().find((other) => /計画/.test(other.text));
    const own = tidy(read.words);
    const words = /計画|プラン|プログラム|法/.test(own) ? own : tidy(nearest?.text ?? "") || sheet;
    const key = `${law ?? words}:${read.from}:${read.to}`;
    if (plans.has(key)) return;
    plans.set(key, {
      id: `plan-${plans.size + 1}`,
      name: law ? LAW_NAME[law] : words,
      law,
      from: fiscalYear(read.from),
      to: fiscalYear(read.to),
      at: { sheet, cell: writeAddress(piece.row, piece.col) },
    });
  };
  for (const { name: sheet, texts } of sheets) {
    texts.forEach((piece, at) => {
      // 「１　計画期間」 over 「令和５年４月１日から…までの５年間とします。」
      const heads = PERIOD_HEAD.test(texts[at - 1]?.text ?? "") ? "計画期間：" : "";
      const together = readPlanPeriods(piece.text);
      const one = together.length > 1 ? undefined : (readPlanPeriod(piece.text) ?? (heads === "" ? undefined : readPlanPeriod(`${heads}${piece.text}`)));
      for (const read of one ? [one] : together) add(read, piece, texts.slice(0, at), sheet);
    });
  }
  for (const { name: sheet, grid } of sheets)
    for (const listed of findListedPlans(grid)) {
      const key = `${listed.law ?? listed.name}:${listed.from}:${listed.to}`;
      if (plans.has(key)) continue;
      const at = { sheet, cell: writeAddress(listed.row, listed.col) };
      plans.set(key, { id: `plan-${plans.size + 1}`, name: listed.name, law: listed.law, from: fiscalYear(listed.from), to: fiscalYear(listed.to), at });
    }
  return [...plans.values()];
}

/** What a taken-out period leaves behind: empty brackets, a colon. */
function tidy(words: string): string {
  return words.replace(/[（(]\s*[:：]?\s*[）)]/g, "").replace(/^[\s、：:]+|[\s、：:]+$/g, "");
}

function lawOf(text: string): Law | null {
  return readLaw(text) ?? null;
}

/** 目標の立つ所 — where a target stands and the headings of its own line, which may name its plan. */
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
  const named = plans.length > 1 ? namedBy(place.headings, plans) : [];
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
    const law = lawOf(text);
    const ofLaw = law === null ? [] : plans.filter((plan) => plan.law === law);
    if (ofLaw.length > 0) return ofLaw.map(({ id }) => id);
  }
  return plans.length === 1 ? [plans[0]!.id] : [];
}

const SHORTEST_NAME = 4;
/** 共通, 両計画, 次世代・女活 as the section of a line: the target belongs to both. */
const SHARED_HEADING = /^(?:両計画|2計画)?共通(?:目標|項目)?$|^両計画$|^(?:次世代|女活|女性活躍)(?:法|推進法)?[・、/／,及び]+(?:次世代|女活|女性活躍)(?:法|推進法)?$/;

/** 第２期女性活躍推進計画 or 次世代 as a heading of the line. */
function namedBy(headings: readonly string[], plans: readonly Plan[]): readonly Plan[] {
  for (const heading of headings) {
    const text = normalizeText(heading);
    const byName = plans.filter(({ name }) => {
      const own = normalizeText(name);
      return own === text || (own.length >= SHORTEST_NAME && text.includes(own)) || (/計画|プラン/.test(text) && text.length >= SHORTEST_NAME && own.includes(text));
    });
    if (byName.length > 0 && byName.length < plans.length) return byName;
    if (SHARED_HEADING.test(text)) return plans;
    const law = text.length <= 30 ? lawOf(text) : null;
    const byLaw = law === null ? [] : plans.filter((plan) => plan.law === law);
    if (byLaw.length > 0) return byLaw;
  }
  return [];
}
