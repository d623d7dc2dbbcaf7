/** The mark a taken word leaves, so that the words at its two sides do not grow together. */
const TAKEN = "\u0001";
const NOTHING: readonly RegExpMatchArray[] = [];
const BETWEEN = new RegExp(`[${TAKEN}()（）\\[\\]【】「」『』:：,、,・/;|\\s]+`);

/** 語を取り出す — takes words out of a label one list after another; what is left at the end was not explained. */
export class WordTaker {
  constructor(private text: string) {}

  get left(): string {
    return this.text;
  }

  /** Takes every match of a global pattern; the matches, in order. */
  take(pattern: RegExp): readonly RegExpMatchArray[] {
    // Most lists have nothing to take, and asking is many times cheaper than matching.
    if (this.text.search(pattern) < 0) return NOTHING;
    const found = [...this.text.matchAll(pattern)].filter((match) => match[0] !== "");
    if (found.length > 0) this.text = this.text.replace(pattern, (match) => (match === "" ? "" : TAKEN));
    return found;
  }

  /** Whether the words are there, taking them. */
  has(pattern: RegExp): boolean {
    return this.take(pattern).length > 0;
  }

  /** The pieces that nothing took. */
  pieces(): readonly string[] {
    return this.text.split(BETWEEN).filter((piece) => piece !== "");
  }
}
