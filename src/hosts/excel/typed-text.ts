/** Words that Excel takes for something else than a text, whatever the language. */
const TAKEN = /^(?:TRUE|FALSE|#[A-Z/0]+[!?A]?)$/i;
/** A formula, or an apostrophe that would vanish. */
const BEGINS_OTHERWISE = /^[=+\-@'＝＋－＠]/;
/** With a digit among them: figures, dates, times, shares and money, Japanese and western. */
const FIGURE = /^[\d\s.,:;/+\-()%‰¥$€£^eE年月日時分秒元令和平成昭大正明治MTSHRmtshrAaPp午前後一-]*$/u;
const MONTH = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/**
 * 文字として入れる — a text as it has to be typed so that Excel keeps it as a text: with an apostrophe before it where Excel would take it for a number, a date, a formula or a truth.
 *
 * shape  「3人」「該当者なし」 stand as they are; 「4/1」 and 「12」 get the apostrophe, which Excel does not show
 */
export function typeText(text: string): string {
  const plain = text.normalize("NFKC").trim();
  const isOther = BEGINS_OTHERWISE.test(text) || BEGINS_OTHERWISE.test(plain) || TAKEN.test(plain) || (/\d/.test(plain) && (FIGURE.test(plain) || MONTH.test(plain)));
  return isOther ? `'${text}` : text;
}
