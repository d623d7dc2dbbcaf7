import { defineCheck } from "./define-check";
import { groupBy, weighTrials } from "./relations/evidence";
import { findStatedChanges, isChange, type StatedChange, type Stated } from "./relations/changes";
import { renderNumber, renderPeriod, renderStated } from "./relations/render";

/**
 * 増減と年の不一致 — a stated change that the two years beside it do not give.
 *
 * looks at  columns and rows of 増減, 前年度比, 前年差, as a difference, in points, as growth or as the ratio to the year before
 * unit      every figure may hide half a digit; ▲ is a decrease, △ whichever way the rest of the line has it
 * silent    changes from a target, another body or a base year; a line that keeps another pair of years; fewer than two years
 */
export const changeUnlikeYears = defineCheck({
  id: "change-unlike-years",
  severity: "error",
  cause: "sum",
  needs: ["reading", "figures"],
  *run({ reading, figures }) {
    for (const line of groupBy(findStatedChanges(reading, figures), ({ line }) => line).values()) {
      const best = chooseBest(line);
      if (!best) continue;
      const weighed = weighTrials(best.trials);
      if (weighed === undefined || weighed.kind === "reading" || (best.trials.length > 1 && best.held < weighed.broken.length)) continue;
      // Alone, nothing shows which years the line compares.
      const isSure = weighed.kind === "sheet" && best.trials.filter(({ holds, isTelling }) => holds && isTelling).length >= 2;
      for (const { change, from, to } of weighed.broken) {
        if (holdsElsewhere(change)) continue;
        const scale = from.unit === "ratio" ? 100 : 1;
        const difference = `${renderNumber((to.value - from.value) * scale, 2)}${scale === 100 ? "ポイント" : ""}`;
        yield {
          at: change.at,
          related: [from, to],
          severity: isSure ? "error" : "warning",
          facts: { stated: change.text.trim(), from: renderStated(from), to: renderStated(to), before: renderPeriod(from.period), after: renderPeriod(to.period), difference },
          arithmetic: {
            ja: `${renderStated(to)} − ${renderStated(from)} = ${difference}`,
            en: `${renderStated(to)} − ${renderStated(from)} = ${difference.replace("ポイント", " points")}`,
          },
        };
      }
    }
  },
  say: {
    ja: (f) => `増減〔${f.stated}〕が、${f.before.ja}〔${f.from}〕から${f.after.ja}〔${f.to}〕への変化（${f.difference}）と合いません。`,
    en: (f) => `The change ${f.stated} disagrees with ${f.from} (${f.before.en}) to ${f.to} (${f.after.en}): ${f.difference.replace("ポイント", " points")}.`,
  },
});

interface Case {
  readonly change: StatedChange;
  readonly from: Stated;
  readonly to: Stated;
}

interface Reading {
  readonly trials: readonly { readonly of: Case; readonly holds: boolean; readonly isTelling: boolean; readonly isPlausible: boolean; readonly confidence: number }[];
  readonly held: number;
}

const SIGNS = [/^\s*[▲\-－−]/u, /^\s*[▲△\-－−]/u];

/** The last two years of one series, △ read either way: what most of the line keeps. */
function chooseBest(line: readonly StatedChange[]): Reading | undefined {
  const kinds = new Set(line.flatMap((change) => change.series.map((one) => kindOf(one, change))));
  let best: Reading | undefined;
  for (const kind of kinds)
    for (const minus of SIGNS) {
      const read = tryKind(line, kind, minus);
      if (read.trials.length > 0 && (!best || read.held > best.held)) best = read;
    }
  // Where several series stand in the row, only figures can tell which of them the line speaks of.
  return best && (kinds.size === 1 || best.held >= 2) ? best : undefined;
}

function tryKind(line: readonly StatedChange[], kind: string, minus: RegExp): Reading {
  const trials = line.flatMap((change) => {
    const pair = pairOf(change, kind);
    if (!pair) return [];
    const holds = isChange(change, pair.from, pair.to, minus.test(change.text));
    return [{ of: { change, ...pair }, holds, isTelling: change.figure.value !== 0, isPlausible: true, confidence: Math.min(pair.from.confidence, pair.to.confidence) }];
  });
  return { trials, held: trials.filter(({ holds, isTelling }) => holds && isTelling).length };
}

/** A row's series by the columns of its last two years, a column of years by its row: the same from one change to the next. */
function kindOf(series: readonly Stated[], change: StatedChange): string {
  const [from, to] = series.slice(-2);
  return change.year === undefined ? `${from?.col}|${to?.col}` : `${from?.row}`;
}

function pairOf(change: StatedChange, kind: string): { readonly from: Stated; readonly to: Stated } | undefined {
  const series = change.series.filter((one) => kindOf(one, change) === kind);
  const [only, ...more] = series;
  if (!only || more.length > 0) return undefined;
  const at = change.year === undefined ? only.length - 1 : only.findIndex(({ period }) => period?.year === change.year);
  const [from, to] = [only[at - 1], only[at]];
  if (!from || !to) return undefined;
  const isNext = to.period!.year === from.period!.year + 1;
  return isNext || (change.year === undefined && !/前年/.test(change.label)) ? { from, to } : undefined;
}

/** Some other two years of its row give just this change. */
function holdsElsewhere(change: StatedChange): boolean {
  if (change.figure.value === 0) return false;
  return change.series.some((one) => one.some((to, i) => one.slice(0, i).some((from) => SIGNS.some((minus) => isChange(change, from, to, minus.test(change.text))))));
}
