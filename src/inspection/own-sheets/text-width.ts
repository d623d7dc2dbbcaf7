/** 文字の幅 — width in letters of half width; those of full width count two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letter.codePointAt(0)! > 0xff ? 2 : 1;
  return width;
}
