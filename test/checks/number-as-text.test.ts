import { numberAsText } from "../../src/checks/number-as-text";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const rows = (...cells: string[]) =>
  readingOf([
    tableOf(
      { all: "partial_leave_rate numerator" },
      `
  | | R1 | R2 | R3 |
  | 取得人数 | ${cells.join(" | ")} |`,
    ),
  ]);

test.each(
  casesFor(numberAsText, {
    silent: [
      { because: "numbers are numbers", reading: rows("#1", "#2", "#3") },
      { because: "cells of two figures, words and marks", reading: rows("7人/8人", "該当者なし", "") },
      { because: "days with hours need more than a number", reading: rows("9日と3時間", "#2", "#3") },
    ],
    speaks: [{ because: "3人 and １２ typed as text", reading: rows("3人", "１２", "#3"), at: ["B2"], related: ["C2"], says: "〔2〕件" }],
  }),
)("%s", (_, verify) => verify());
