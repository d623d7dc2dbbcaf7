import { readFigureAt, type ScannedFigure } from "./figure-at";

/** 目標の数値 — a figure of a target with the words on both sides. */
export interface TargetFigure {
  readonly figure: ScannedFigure;
  readonly before: string;
  readonly after: string;
  readonly start: number;
}

// 3日間の取得率100%: the first number says which rate, the second is the target.
const LABELS_NEXT = /^(?:の(?!維持|達成|確保|間)|を(?!維持|達成|目指|確保|超)|に満た|取得|連続|する|超え?の|[^\s、,\d(]{0,10}(?:率|割合|日数|人数|時間数|職員数))/;
const COUNTS_NEXT = /^\s*(?:の?(?:職員|者)数?)?\s*[:はを]?\s*$/;
// 時間外勤務が年360時間を超えない職員の割合: the number and the words after it are a label with no target in it.
const LABEL_TAIL = /^(?!.*(?:目指|目標|する|維持|達成|以上|以下))(?:.*(?:率|割合|比率|日数|時間数|[^複]数|職員|者|範囲内?|休暇|休業|状況|差異)[)\s]*$|の範囲内|までの|歳)/;
const RANGE = /\d\s*(?:年|日|人|%|時間|か月|歳|級)?\s*～\s*\d|\d\s*[人名]\s*\/\s*\d/;
const PER_MONTH = /(?:月平均|月当たり|月あたり|ひと月|月に|毎月|月間|月)\s*$/;
const PER_YEAR = /(?:年間|年に|年平均|年当たり|年あたり|(?:^|[\s、かつ])年)\s*$/;
const PER_HEAD = /[1一](?:人|名)(?:当たり|あたり|当り)/;

/**
 * 目標の数値を取り出す — the figures a target states, without those that belong to its words.
 *
 * shape  of 25%→30% the second only; both where the text is of a revision
 * none  [] when the text holds no figure
 */
export function takeFigures(source: string, isRevised = false): readonly TargetFigure[] {
  // 45%～50% is met from its lower end on.
  const text = source
    .replace(/(\d)\s*%?\s*～\s*\d+(?:\.\d+)?\s*%/g, "$1%以上")
    .replace(/ゼロ/g, " 0")
    .replace(/(^|[^\d])([全])員/g, "$1100%");
  const found: ScannedFigure[] = [];
  // 1年～2年 names a class of figures and 7人/8人 is a result; a target is one figure.
  if (RANGE.test(text)) return [];
  for (let i = 0; i < text.length && found.length < 12;) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) {
      i++;
      continue;
    }
    const figure = readFigureAt(text, i);
    if (!figure) {
      i++;
      continue;
    }
    const isNumbering = figure.unit === null && /^[)\]]/.test(text.slice(figure.end)) && /[(\[]\s*$/.test(text.slice(0, i));
    const isCounter = figure.unit === null && /^\s*(?:級|次|期|歳|年度|月|条|項|号|子|つ|人目|回目)/.test(text.slice(figure.end));
    const isPerHead = figure.unit === "people" && /^(?:当たり|あたり|当り|につき|平均)/.test(text.slice(figure.end));
    if (!isNumbering && !isCounter && !isPerHead && !isGlued(text, i)) found.push({ ...figure, wordsFrom: i });
    i = Math.max(figure.end, i + 1);
  }
  const kept: TargetFigure[] = [];
  let from = 0;
  for (let i = 0; i < found.length; i++) {
    const figure = found[i]!;
    const next = found[i + 1];
    const after = text.slice(figure.end, next?.wordsFrom);
    // 90%→95%: what stands before the arrow is where it starts.
    if (next && !isRevised && /^\s*[→⇒]\s*$/.test(after)) {
      from = figure.end;
      continue;
    }
    if (!next && LABEL_TAIL.test(after)) return kept.some(({ figure: one }) => one.targetWords) ? kept : [];
    if (next && LABELS_NEXT.test(after)) continue;
    // 年360時間超 0人: above how many hours they count, and then how many people there may be.
    if (next?.unit === "people" && figure.unit === "hours" && figure.targetWords && COUNTS_NEXT.test(after)) continue;
    // 削減率10%(11.9時間): the bracket only says the same in other words.
    // 60%（R5年度以降は80%）: where a time stood, it says something new.
    const isAside = kept.length > 0 && /[(]\s?$/.test(text.slice(0, figure.wordsFrom)) && /^\s*[)]/.test(after);
    if (isAside) continue;
    const before = text.slice(from, figure.wordsFrom);
    if (figure.per === undefined && figure.unit !== null && figure.unit !== "ratio") {
      if (PER_MONTH.test(before)) figure.per = "month";
      else if (PER_YEAR.test(before)) figure.per = "year";
      else if (PER_HEAD.test(before)) figure.per = "person";
    }
    kept.push({ figure, before, after, start: figure.wordsFrom });
    from = figure.end;
  }
  for (let i = kept.length - 2; i >= 0; i--) {
    const [figure, next] = [kept[i]!.figure, kept[i + 1]!.figure];
    // 月45時間、年360時間以内: the limit stands once, at the end.
    if (!figure.targetWords && next.targetWords && figure.unit === next.unit && figure.per !== next.per && figure.unit !== "ratio") figure.targetWords = next.targetWords;
  }
  return kept;
}

/** A letter or a point before a digit makes it part of a name: R5, 第2, No.3. */
function isGlued(text: string, at: number): boolean {
  return at > 0 && /[A-Za-z.第,]/.test(text[at - 1]!);
}
