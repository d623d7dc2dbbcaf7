import type { Sentence } from "../../model/finding";
import type { Workbook } from "../../model/workbook";
import type { Inspection } from "../inspection";
import type { NameOf } from "../render-about";
import { publicationEdits, tidyEdits, type ToldEdits } from "./propose-publication";
import { withheldEdits } from "./withheld-sheets";

const NOTHING: { readonly [kind in "publication" | "withheld" | "table"]: Sentence } = {
  publication: {
    ja: "数値目標も、情報公表の項目に当たる数値も見つかりませんでした。「読み取り」で確かめてください。",
    en: "Neither a numeric target nor a figure for publication was found. See what was read in the tab of readings.",
  },
  withheld: { ja: "少ない人数の欄は見つかりませんでした。", en: "No cell of few people was found." },
  table: { ja: "読み取れた数値がありませんでした。", en: "No figure was read." },
};

const TOO_LONG: Sentence = {
  ja: "数値が多く、シートには並べきれません。コマンド kpi table で CSV のファイルに書き出せます。",
  en: "There are too many figures for a sheet. The command kpi table writes them into a CSV file.",
};

/** 公表の表を提案する — the edits of one such sheet, or a sentence why there is none. */
export function proposePublicSheet(kind: keyof typeof NOTHING, inspection: Inspection, workbook: Pick<Workbook, "name" | "sheets">, nameOf: NameOf): ToldEdits {
  const made = {
    publication: () => publicationEdits(inspection, workbook, nameOf),
    withheld: () => withholdAll(inspection, workbook, nameOf),
    table: () => tidyEdits(inspection, workbook, nameOf),
  }[kind]();
  return made === "too-long" ? { edits: [], told: [TOO_LONG] } : (made ?? { edits: [], told: [NOTHING[kind]] });
}

/** Copies without few people are of no use beside a list that states them. */
function withholdAll(inspection: Inspection, workbook: Pick<Workbook, "name" | "sheets">, nameOf: NameOf): ToldEdits | undefined {
  const copies = withheldEdits(inspection, workbook);
  const list = copies && publicationEdits(inspection, workbook, nameOf, { suppresses: true });
  return copies && { edits: [...(list?.edits ?? []), ...copies.edits], told: [...(list?.told ?? []), ...copies.told] };
}
