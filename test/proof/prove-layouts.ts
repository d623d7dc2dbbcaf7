import fc from "fast-check";
import { defaultProfile } from "../../src/model/profile";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { compareTruth } from "../support/compare-truth";
import type { LaidOut, Layout } from "../support/generate-layouts";
import { USUAL_DAY } from "../support/known-workbooks";
import { unseenLayoutArbitrary } from "../support/unseen-layouts";
import { type Aim, type ProofOptions, renderShare, renderTable, type Section } from "./section";

/** 見たことのない並べ方の証明の条件 — some may say which sheets were misread. */
export interface LayoutOptions extends ProofOptions {
  readonly onMissed?: (line: string) => void;
}

interface Tried {
  readonly laid: LaidOut;
  readonly read: number;
  readonly need: number;
  readonly falseErrors: number;
}

const DIMENSIONS: readonly (readonly [name: string, of: (layout: Layout) => string])[] = [
  ["structure", (l) => l.structure],
  ["orientation", (l) => (l.isTransposed ? "turned" : "as written")],
  ["headings over several cells", (l) => l.continuation],
  ["tables", (l) => (l.isSideBySide ? "side by side" : "under each other")],
  ["years", (l) => l.years.replace("⏎", " ")],
  ["rates", (l) => l.rates],
  ["counts", (l) => l.counts],
  ["a rate of nobody", (l) => l.absence ?? "該当者なし"],
  ["words of a line", (l) => l.dress],
  ["targets", (l) => l.targets],
  ["another column", (l) => l.extra],
  ["around the tables", (l) => l.noise],
  ["sentences between", (l) => (l.prose?.length ? "yes" : "no")],
  ["empty rows inside", (l) => (l.hasRowGaps ? "yes" : "no")],
];

/** 見たことのない並べ方の証明 — the same figures in layouts drawn at random: what is read must be the same. */
export function run({ short, seed, onMissed }: LayoutOptions): Promise<Section> {
  const tried = fc.sample(unseenLayoutArbitrary, { numRuns: short ? 500 : 6000, seed }).map(tryOne);
  const bad = tried.filter((t) => t.read < t.need || t.falseErrors > 0).sort((a, b) => a.laid.text.length - b.laid.text.length);
  for (const { laid } of bad) {
    const { read, falseErrors } = compareTruth(inspectWorkbook(laid.workbook, { profile: defaultProfile, asOf: USUAL_DAY }), laid.truth);
    onMissed?.(`${JSON.stringify(laid.layout)}\n${laid.text}${[...read.missed.slice(0, 3), ...falseErrors.slice(0, 3)].join("\n")}\n`);
  }
  return Promise.resolve({ title: "Layouts never seen", tables: render(tried), aims: aimsOf(tried) });
}

function tryOne(laid: LaidOut): Tried {
  const { read, falseErrors } = compareTruth(inspectWorkbook(laid.workbook, { profile: defaultProfile, asOf: USUAL_DAY }), laid.truth);
  return { laid, read: read.met, need: read.need, falseErrors: falseErrors.length };
}

const isWhole = (t: Tried) => t.read === t.need;
const sum = (tried: readonly Tried[], of: (t: Tried) => number) => tried.reduce((all, t) => all + of(t), 0);

function render(tried: readonly Tried[]): string {
  const rows = DIMENSIONS.map(([name, of]) => {
    const values = [...new Set(tried.map((t) => of(t.laid.layout)))].sort();
    const worst = values
      .map((value) => ({ value, own: tried.filter((t) => of(t.laid.layout) === value) }))
      .sort((a, b) => a.own.filter(isWhole).length / a.own.length - b.own.filter(isWhole).length / b.own.length)[0]!;
    return [name, values.map((v) => `${v === "" ? "(none)" : v}`).join(" · "), `${worst.value || "(none)"}: ${renderShare(worst.own.filter(isWhole).length, worst.own.length)}`];
  });
  return [`${tried.length} sheets, ${sum(tried, (t) => t.need)} figures.`, renderTable(["what varies", "values", "read whole, at the least"], rows)].join("\n\n");
}

function aimsOf(tried: readonly Tried[]): Aim[] {
  const [read, need, wrong] = [sum(tried, (t) => t.read), sum(tried, (t) => t.need), sum(tried, (t) => t.falseErrors)];
  const whole = tried.filter(isWhole).length;
  return [
    { name: "figures read as what they are", figure: renderShare(read, need), aim: "≥ 99 %", met: read >= 0.99 * need },
    { name: "sheets read whole", figure: renderShare(whole, tried.length), aim: "≥ 98 %", met: whole >= 0.98 * tried.length },
    { name: "errors said of what is right", figure: String(wrong), aim: "0", met: wrong === 0 },
  ];
}
