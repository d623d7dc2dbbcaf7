import { unifyWidth } from "../notation/normalize";
import { AMOUNT } from "../notation/target-sentence";
import { readTargets } from "../notation/target";
import type { CellReader } from "./cell-meaning";
import { subjectOf, type TextPiece } from "./find-tables";

const HEADS_TARGETS = /^[\d０-９一二三四五ⅠⅡⅢⅣⅤ①-⑨.．、（）()\s　■●◆○第章節]*(?:計画の)?(?:数値)?目標(?:値|項目|数値)?(?:の?一覧)?[】：:\s　]*$/;
const OF_RESULT = /実績|現状|状況|達成率|した。?$/;

/**
 * 箇条書きの目標に印を付ける — lines right under a heading 数値目標, each with a subject and an amount: ・男性職員の育児休業取得率　85％（令和９年度）.
 *
 * shape  the list ends where a line has neither, or a row is left empty
 */
export function markListedTargets(texts: readonly TextPiece[], reader: CellReader): readonly TextPiece[] {
  let last: TextPiece | undefined;
  return texts.map((piece) => {
    if (HEADS_TARGETS.test(piece.text)) {
      last = piece;
      return piece;
    }
    const isNext = last !== undefined && piece.row === last.row + 1 && !piece.isTargetLine;
    if (!isNext || !statesTarget(piece.text, reader)) {
      last = undefined;
      return piece;
    }
    const { isNote: _isNote, ...rest } = piece;
    last = { ...rest, isNote: false, isListedTarget: true };
    return last;
  });
}

function statesTarget(text: string, reader: CellReader): boolean {
  if (text.length > 100 || !AMOUNT.test(unifyWidth(text)) || OF_RESULT.test(text.replace(/実績(?:値)?(?:から|より|比|に対し|と比)/g, ""))) return false;
  if (!reader.label(subjectOf(text)).topics.some((topic) => topic !== "other")) return false;
  return readTargets(text).some(({ value, change }) => value !== null || change !== null);
}
