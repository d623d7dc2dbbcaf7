import type { Figure, Relation } from "./facts-of-sheet";
import { ARITHMETIC, changeFigures, type Kind, plantCells } from "./kinds";
import type { Random } from "./random";
import { writeShown, writeText } from "./shown-figure";

const between = (random: Random, from: number, to: number) => from + random(to - from + 1);
const round = (number: number, decimals: number) => Number(number.toFixed(decimals));

/** A rate some points away, as somebody mistypes it. */
function otherRate(rate: Figure, random: Random): number {
  const points = between(random, 3, 30) + random(10) / 10;
  const ratio = rate.unit !== "%" && rate.number <= 1.5 && Math.abs(rate.number - (rate.of.value as number)) < 1e-9;
  const [whole, far] = ratio ? [1, points / 100] : [100, points];
  const up = rate.number + far <= whole;
  return round(up && (random(2) === 0 || rate.number - far < 0) ? rate.number + far : Math.max(0, rate.number - far), rate.decimals);
}

const rate = (r: Relation) => r.kind === "rate";

/** 合計と率の誤り — figures that the other figures of the sheet give the lie to. */
export const sumsAndRates: readonly Kind[] = [
  {
    name: "wrong total",
    where: "a total whose parts stand beside it and make it",
    checks: new Set([...ARITHMETIC, "shifted-column"]),
    list: (facts, random) =>
      facts.relations
        .filter((r) => r.kind === "sum")
        .map((r) => () => {
          const total = facts.figures.get(r.cells[0]!)!;
          const off = between(random, 1, Math.max(3, Math.round(total.number / 10)));
          const wrong = random(2) === 0 && total.number > off ? total.number - off : total.number + off;
          return changeFigures(facts, new Map([[total.key, wrong]]));
        }),
  },
  {
    name: "wrong rate",
    where: "a rate whose numerator and denominator stand in its row or column and give it",
    checks: new Set(ARITHMETIC),
    list: (facts, random) => facts.relations.filter(rate).map((r) => () => changeFigures(facts, new Map([[r.cells[0]!, otherRate(facts.figures.get(r.cells[0]!)!, random)]]))),
  },
  {
    name: "swapped digits",
    where: "a figure of any relation, where two neighbouring digits that differ change places and the relation no longer holds",
    checks: new Set([...ARITHMETIC, "rate-without-eligible"]),
    list: (facts, random) =>
      [...facts.relationsOf.keys()]
        .flatMap((key) => facts.figures.get(key) ?? [])
        .map((figure) => () => {
          const swapped = swapDigits(figure, random);
          return swapped === undefined ? undefined : changeFigures(facts, new Map([[figure.key, swapped]]));
        }),
  },
  {
    name: "numerator over denominator",
    where: "the numerator of such a rate; the rate stays, or follows",
    checks: new Set(ARITHMETIC),
    list: (facts, random) =>
      facts.relations.filter(rate).map((r) => () => {
        const [ratio, numerator, denominator] = r.cells.map((key) => facts.figures.get(key)!);
        const count = denominator!.number + between(random, 1, 3);
        const scale = ratio!.unit === "%" || ratio!.number > 1.5 ? 100 : 1;
        const follows: [string, number][] = random(2) === 0 ? [[ratio!.key, round((scale * count) / denominator!.number, ratio!.decimals)]] : [];
        // Nothing need be out of step where the rate follows: more takers than people is wrong by itself.
        return plantCells(facts, new Map([[numerator!.key, count] as const, ...follows].map(([key, number]) => [key, writeShown(facts.cells.get(key)!, number)])));
      }),
  },
  {
    name: "0 % for nobody",
    where: "such a rate whose counts belong to no other relation: all three become 0",
    checks: new Set(["rate-without-eligible"]),
    list: (facts) =>
      facts.relations
        .filter((r) => rate(r) && r.cells.every((key) => facts.relationsOf.get(key)!.length === 1))
        .map((r) => () => changeFigures(facts, new Map(r.cells.map((key) => [key, 0])))),
  },
  {
    name: "dash for somebody",
    where: "such a rate, of at least one person eligible",
    checks: new Set(["zero-written-as-not-applicable", "tables-in-conflict"]),
    list: (facts, random) =>
      facts.relations.filter(rate).map((r) => () => plantCells(facts, new Map([[r.cells[0]!, writeText(facts.cells.get(r.cells[0]!)!, ["－", "該当者なし", "—"][random(3)]!)]]))),
  },
  {
    name: "contradicting summary",
    where: "a figure that two sheets state alike, where they agree in all they both state; the one without counts becomes another",
    checks: new Set(ARITHMETIC),
    list: (facts, random) =>
      facts.relations
        .filter((r) => r.kind === "repeat")
        .flatMap((r) => r.cells.filter((key) => facts.relationsOf.get(key)!.length === 1))
        .map((key) => () => {
          const figure = facts.figures.get(key)!;
          const other =
            figure.of.role === "value" && figure.unit !== "日" && figure.unit !== "時間"
              ? otherRate(figure, random)
              : round(figure.number * 1.1 + between(random, 1, 3), figure.decimals);
          return changeFigures(facts, new Map([[key, other]]));
        }),
  },
];

function swapDigits(figure: Figure, random: Random): number | undefined {
  const digits = figure.number.toFixed(figure.decimals);
  const places = [...digits].flatMap((d, i) => {
    const j = digits[i + 1] === "." ? i + 2 : i + 1;
    return d !== "." && digits[j] !== undefined && digits[j] !== d && !(i === 0 && digits[j] === "0" && digits.length > 1) ? [[i, j] as const] : [];
  });
  if (places.length === 0) return undefined;
  const [i, j] = places[random(places.length)]!;
  const swapped = [...digits];
  [swapped[i], swapped[j]] = [digits[j]!, digits[i]!];
  const number = Number(swapped.join(""));
  return figure.unit === "%" && number > 100 ? undefined : number;
}
