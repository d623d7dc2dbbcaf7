/** 印の式 — the formula of our rules: always true, and by its tag the workbook itself tells our rules from the user's. */
export const MARK_FORMULA = 'N("kpi-mark missed")=0';
/** 印の塗り — fill of a marked cell, as red, green and blue. */
export const MARK_FILL = "FFD9B3";

/** 印の式か — is this the formula of a rule of ours, of whichever kind of mark? */
export function isMarkFormula(formula: string): boolean {
  return /^\s*=?N\("kpi-mark [^"]*"\)\s*=\s*0\s*$/.test(formula);
}

/** 先頭の記号 — what a marked figure begins with, so that the mark survives a black-and-white print. */
const SYMBOL = '"× "';
/** 文字の印 — number format of a marked text. */
export const MARKED_TEXT = `General;General;General;${SYMBOL}@`;
/** Excel takes no longer number formats. */
const LONGEST = 255;

/** Colours, conditions, languages and numeral kinds come first in a section; elapsed time and currency signs are shown. */
const HEAD = /^(?:\[(?!h+\]|m+\]|s+\]|\$[^-])[^\]]*\])*/i;

/**
 * 印の表示形式 — the cell's own number format with the symbol before it.
 *
 * shape  all four sections are written out, so that a minus stands behind the symbol and texts get it too;
 *        a section that shows nothing goes on showing nothing
 */
export function writeMarkedFormat(code: string): string {
  const sections = splitSections(code === "" ? "General" : code);
  const marked = sections.map(addSymbol).join(";");
  // With conditions, only the format itself knows which of its sections stands for negative numbers.
  const whole = /\[[<>=]/.test(code) ? marked : writeOut(sections);
  if (whole.length <= LONGEST) return whole;
  return marked.length <= LONGEST ? marked : writeOut(["General"]);
}

function writeOut(sections: readonly string[]): string {
  const hasText = sections.length === 4 || /@/.test(unquoted(sections.at(-1)!));
  const numbers = hasText ? sections.slice(0, -1) : sections.slice(0, 3);
  const text = hasText ? sections.at(-1)! : "@";
  const [positive = "General", negative = withMinus(positive), zero = positive] = numbers;
  return [positive, negative, zero, text].map(addSymbol).join(";");
}

function addSymbol(section: string): string {
  const head = HEAD.exec(section)![0];
  const shown = section.slice(head.length);
  return shown.trim() === "" ? section : `${head}${SYMBOL}${shown}`;
}

function withMinus(section: string): string {
  const head = HEAD.exec(section)![0];
  return section === head ? section : `${head}-${section.slice(head.length)}`;
}

/** Semicolons inside texts, escapes and brackets do not part sections. */
function splitSections(code: string): string[] {
  const pieces = code.match(/"[^"]*"?|[\\_*].|\[[^\]]*\]|;|[^"\\_*[;]+|./gsu) ?? [];
  const sections = [""];
  for (const piece of pieces) {
    if (piece === ";") sections.push("");
    else sections[sections.length - 1] += piece;
  }
  return sections;
}

function unquoted(section: string): string {
  return section.replace(/"[^"]*"?|[\\_*]./gsu, "");
}
