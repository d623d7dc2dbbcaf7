import { textUnlikeFigures } from "../../src/checks/text-unlike-figures";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const MONTHS = "| | 4月 | 5月 | 6月 | 7月 | 8月 | 9月 | 10月 | 11月 | 12月 | 1月 | 2月 | 3月 | 合計 |";
const hours = tableOf(
  { all: "R3 overtime_monthly unit=hours measure=hours" },
  [MONTHS, "| 時間数 | #122 | #126 | #141 | #143 | #59 | #106 | #281 | #156 | #121 | #134 | #151 | #185 | #1,725 |"].join("\n"),
);
const saying = (text: string) => readingOf([hours], { texts: [{ at: { sheet: "実績", cell: "A9" }, text }] });
const on = { checks: { "text-unlike-figures": true } };

test.each(
  casesFor(textUnlikeFigures, {
    silent: [
      { because: "it is off unless switched on", reading: saying("年末に超過勤務時間が多い。") },
      { because: "October is busy", reading: saying("10月に超過勤務時間が多い。"), profile: on },
      { because: "a sentence on something else", reading: saying("年末に休暇が多い。"), profile: on },
    ],
    speaks: [{ because: "December is below the mean", reading: saying("年末に超過勤務時間が多い。"), profile: on, at: ["A9"], says: "12月〔121〕は月平均〔143.8〕未満" }],
  }),
)("%s", (_, verify) => verify());
