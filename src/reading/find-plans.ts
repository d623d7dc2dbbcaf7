import { writeAddress } from "../model/cell";
import { fiscalYear } from "../model/period";
import type { Plan } from "../model/plan";
import { readLaw, readPlanPeriod } from "../notation/plan-period";
import type { TextPiece } from "./find-tables";
import type { SheetOutline } from "./sheet-outline";

type Law = "jisedai" | "jokatsu";

/** 輪郭の分かったシート — a sheet with its tables outlined and the texts between them. */
export interface OutlinedSheet {
  readonly name: string;
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
  for (const { name: sheet, texts } of sheets) {
    texts.forEach((piece, at) => {
      const read = readPlanPeriod(piece.text);
      if (!read) return;
      const title = [...texts.slice(0, at)].reverse().find((other) => /計画/.test(other.text) && !/計画期間|実績|状況/.test(other.text));
      const law = read.law ?? lawOf(title?.text ?? "") ?? lawOf(sheet);
      const above = title ?? [...texts.slice(0, at)].reverse().find((other) => /計画/.test(other.text));
      const own = tidy(read.words);
      const words = /計画|プラン|プログラム|法/.test(own) ? own : tidy(above?.text ?? "") || sheet;
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
    });
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

/**
 * 目標の計画 — the plans a place on a sheet speaks for.
 *
 * shape  the nearest plan above it; else those of the law its headings or sheet name; all for ※共通目標; the only one there is
 * none   empty when several plans could be meant
 */
export function plansFor(
  place: { sheet: string; row: number },
  captions: readonly TextPiece[],
  isShared: boolean,
  plans: readonly Plan[],
  rowOf: (plan: Plan) => number,
): readonly string[] {
  if (isShared) return plans.map(({ id }) => id);
  const onSheet = plans.filter((plan) => plan.at.sheet === place.sheet && rowOf(plan) <= place.row).sort((a, b) => rowOf(b) - rowOf(a));
  if (onSheet[0]) return [onSheet[0].id];
  for (const text of [...captions.map((piece) => piece.text), place.sheet]) {
    const law = lawOf(text);
    const ofLaw = law === null ? [] : plans.filter((plan) => plan.law === law);
    if (ofLaw.length > 0) return ofLaw.map(({ id }) => id);
  }
  return plans.length === 1 ? [plans[0]!.id] : [];
}
