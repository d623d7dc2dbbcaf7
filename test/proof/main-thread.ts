import { measurePane, type PaneMeasure } from "../bench/measure-pane";
import { type Proof, renderTable } from "./section";

const CELLS = 200_000;
const LONGEST = 50;

/** 画面の手すき — whether the page's own thread is held up while a large workbook is opened, checked and looked through. */
export const proveMainThread: Proof = async ({ short }) => {
  const measured = await measurePane(CELLS, short ? ["sections"] : ["sections", "tall"]);
  const steps = [...new Set(measured.map(({ step }) => step))];
  const longestOf = (tasks: PaneMeasure["tasks"]): string => (tasks.length === 0 ? `under ${LONGEST}` : Math.max(...tasks).toFixed(0));
  const longest = Math.max(0, ...measured.flatMap(({ tasks }) => tasks));
  return {
    title: "The page",
    tables: renderTable(
      ["workbook, longest task in ms", ...steps.map((step) => `${step}>`)],
      [...new Set(measured.map(({ workbook }) => workbook))].map((name) => [
        name,
        ...steps.map((step) => longestOf(measured.find((one) => one.workbook === name && one.step === step)?.tasks ?? [])),
      ]),
    ),
    aims: [
      {
        name: `longest task of the page's own thread with ${CELLS.toLocaleString("en-US")} cells`,
        figure: longest === 0 ? `under ${LONGEST} ms` : `${longest.toFixed(0)} ms`,
        aim: `at most ${LONGEST} ms`,
        met: longest <= LONGEST,
      },
    ],
  };
};
