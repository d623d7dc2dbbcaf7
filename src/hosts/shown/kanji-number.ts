/** 漢数字の種類 — [DBNum1] 一二三, [DBNum2] 壱弐参, [DBNum3] full-width digits with 十百千. */
export type KanjiKind = 1 | 2 | 3;

const DIGITS: { readonly [kind in KanjiKind]: string } = { 1: "〇一二三四五六七八九", 2: "〇壱弐参四伍六七八九", 3: "０１２３４５６７８９" };
const SMALL: { readonly [kind in KanjiKind]: readonly string[] } = {
  1: ["", "十", "百", "千"],
  2: ["", "拾", "百", "阡"],
  3: ["", "十", "百", "千"],
};
const LARGE: { readonly [kind in KanjiKind]: readonly string[] } = {
  1: ["", "万", "億", "兆"],
  2: ["", "萬", "億", "兆"],
  3: ["", "万", "億", "兆"],
};

/** 漢数字を書く — the digits "1234" → "千二百三十四" counted in units, "一二三四" digit by digit; decimals always go digit by digit. */
export function writeKanjiNumber(digits: string, kind: KanjiKind, isCounted: boolean): string {
  const one = (text: string): string => text.replace(/\d/g, (digit) => DIGITS[kind][Number(digit)]!);
  const [whole = "0", fraction] = digits.split(".");
  // Full-width figures below a hundred keep their places: １２月.
  if (!isCounted || whole.length > 16 || (kind === 3 && whole.length < 3)) return one(digits);
  return writeUnits(whole, kind) + (fraction === undefined ? "" : `.${one(fraction)}`);
}

function writeUnits(whole: string, kind: KanjiKind): string {
  if (/^0+$/.test(whole)) return DIGITS[kind][0]!;
  let text = "";
  for (let block = Math.ceil(whole.length / 4) - 1; block >= 0; block--) {
    const figures = whole.slice(Math.max(0, whole.length - (block + 1) * 4), whole.length - block * 4).replace(/^0+/, "");
    if (figures === "") continue;
    for (let i = 0; i < figures.length; i++) {
      const digit = figures[i]!;
      const place = figures.length - 1 - i;
      if (digit === "0") continue;
      // 十 and 百 stand without 一; only the formal figures write 壱拾, and 一万 keeps its 一.
      const isBare = digit === "1" && place > 0 && kind !== 2;
      text += (isBare ? "" : DIGITS[kind][Number(digit)]!) + SMALL[kind][place]!;
    }
    text += LARGE[kind][block]!;
  }
  return text;
}
