/** 色見本 — the colours that stand for all others, and which of them stands for a colour. */
export interface Palette {
  readonly palette: readonly number[];
  readonly indexOf: (colour: number) => number;
}

interface Box {
  readonly colours: readonly number[];
  readonly pixels: number;
  readonly shift: number;
  readonly spread: number;
}

/** 色を選ぶ — by median cut: the box of colours that differs most among itself is halved until there are enough boxes. */
export function choosePalette(rgb: Uint8Array, most: number): Palette {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = (rgb[at]! << 16) | (rgb[at + 1]! << 8) | rgb[at + 2]!;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const weigh = (colours: readonly number[]): Box => measure(colours, counts);
  const boxes = [weigh([...counts.keys()])];
  while (boxes.length < most) {
    // Wide boxes that many pixels are in: paper and ink stay what they are, and shades between share.
    boxes.sort((one, other) => worth(other) - worth(one));
    const widest = boxes[0]!;
    if (widest.colours.length < 2) break;
    boxes.shift();
    boxes.push(...halve(widest, counts).map(weigh));
  }
  const indexes = new Map<number, number>();
  const palette = boxes.map((box, index) => {
    for (const colour of box.colours) indexes.set(colour, index);
    return commonest(box.colours, counts);
  });
  return { palette, indexOf: (colour) => indexes.get(colour)! };
}

const worth = ({ colours, spread, pixels }: Box): number => (colours.length < 2 ? -1 : spread * Math.sqrt(pixels));
const part = (colour: number, shift: number): number => (colour >> shift) & 255;

function measure(colours: readonly number[], counts: ReadonlyMap<number, number>): Box {
  const spreads = [16, 8, 0].map((shift) => {
    const values = colours.map((colour) => part(colour, shift));
    return { shift, spread: values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 255) };
  });
  const { shift, spread } = spreads.reduce((a, b) => (b.spread > a.spread ? b : a));
  return { colours, shift, spread, pixels: colours.reduce((sum, colour) => sum + counts.get(colour)!, 0) };
}

function halve({ colours, shift, pixels }: Box, counts: ReadonlyMap<number, number>): readonly (readonly number[])[] {
  const ordered = [...colours].sort((a, b) => part(a, shift) - part(b, shift) || a - b);
  let seen = 0;
  let cut = 0;
  while (cut < ordered.length - 1 && (cut === 0 || seen + counts.get(ordered[cut]!)! <= pixels / 2)) seen += counts.get(ordered[cut++]!)!;
  return [ordered.slice(0, cut), ordered.slice(cut)];
}

/** The colour most pixels of a box have: flat areas keep theirs exactly. */
function commonest(colours: readonly number[], counts: ReadonlyMap<number, number>): number {
  return colours.reduce((best, colour) => (counts.get(colour)! > counts.get(best)! ? colour : best));
}
