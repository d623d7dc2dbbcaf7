import { writeAddress } from "../model/cell";
import { fiscalYear } from "../model/period";
import type { Plan } from "../model/plan";
import { type PlanPeriod, readBarePeriod, readLaw, readPlanPeriod, readPlanPeriods } from "../notation/plan-period";
import type { TextPiece } from "./find-tables";
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
      const headed = heads === "" ? undefined : readPlanPeriod(`${heads}${piece.text}`);
      const one = together.length > 1 ? undefined : (readPlanPeriod(piece.text) ?? headed ?? (isUnderTitle(piece, texts[at - 1]) ? readBarePeriod(piece.text) : undefined));
      for (const read of one ? [one] : together) add(read, piece, texts.slice(0, at), sheet);
    });
  }
  for (const { name: sheet, grid, texts } of sheets)
    for (const listed of findListedPlans(grid)) {
      const title = [...texts].reverse().find((piece) => piece.row < listed.row && PLAN_SPOKEN_OF.test(piece.text))?.text;
      const name = listed.name || tidy(title ?? "") || sheet;
      const law = listed.law ?? (listed.name === "" ? lawOf(`${name} ${sheet}`) : null);
      const key = `${law ?? name}:${listed.from}:${listed.to}`;
      if (plans.has(key)) continue;
      const at = { sheet, cell: writeAddress(listed.row, listed.col) };
      plans.set(key, { id: `plan-${plans.size + 1}`, name, law, from: fiscalYear(listed.from), to: fiscalYear(listed.to), at });
    }
  return [...plans.values()];
}

const PLAN_TITLE = /(?:計画|プラン|プログラム)(?:[（(][^（()）]*[)）])?[\s　」』]*$/;
const PLAN_SPOKEN_OF = /計画|プラン(?![ァ-ヶー])|プログラム/;

/** Years alone right under a plan's title are the plan's; 期間： says so under any title that speaks of one. */
function isUnderTitle(piece: TextPiece, title: TextPiece | undefined): boolean {
  if (!title || piece.row - title.row > 2) return false;
  return PLAN_TITLE.test(title.text) || (/^[\s　（(]*期間/.test(piece.text) && PLAN_SPOKEN_OF.test(title.text));
}

/** What a taken-out period leaves behind: empty brackets, a colon. */
function tidy(words: string): string {
  return words
    .replace(/[（(]\s*[:：]?\s*[）)]/g, "")
    .replace(/^計画の?名称?[\s　]*[：:]?/, "")
    .replace(/^[\s、：:]+|[\s、：:]+$/g, "");
}

function lawOf(text: string): Law | null {
  return readLaw(text) ?? null;
}
