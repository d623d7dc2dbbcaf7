import type { Sentence } from "../../model/finding";
import type { SheetProposal } from "./propose-sheet";

const HOW: { readonly [how in SheetProposal["sheet"]["how"]]: (name: string) => Sentence } = {
  new: (name) => ({ ja: `シート「${name}」を作りました`, en: `Made the sheet "${name}"` }),
  updated: (name) => ({ ja: `シート「${name}」を最新の数値に直しました（記入はそのままです）`, en: `Brought the sheet "${name}" up to date; what people wrote stays` }),
  unchanged: (name) => ({ ja: `シート「${name}」は変わりません`, en: `The sheet "${name}" stays as it is` }),
  beside: (name) => ({
    ja: `行が変わったため、シート「${name}」を作り、前の表の記入を引き継ぎました`,
    en: `The rows have changed: made the sheet "${name}" with what was written in the former one`,
  }),
};

/** 作ったシートの知らせ — what became of each sheet, and what its cells say now and said before. */
export function tellSheets({ sheets, changes }: { readonly sheets: readonly SheetProposal["sheet"][]; readonly changes: readonly Sentence[] }): readonly Sentence[] {
  return [...sheets.map(({ name, how }) => HOW[how](name)), ...changes];
}
