import { oldArticleNumber } from "../../src/checks/old-article-number";
import { casesFor } from "../support/checks";
import { readingOf, tableOf } from "../support/observations";

const none = tableOf(
  {},
  `
  | | R3 |
  | 率 | 0% |`,
);
const saying = (text: string) => readingOf([none], { texts: [{ at: { sheet: "実績", cell: "A9" }, text }] });

test.each(
  casesFor(oldArticleNumber, {
    silent: [
      { because: "the present number", reading: saying("女性活躍推進法第19条第6項に基づく公表") },
      { because: "an article of another act", reading: saying("次世代育成支援対策推進法第15条") },
      { because: "another act named after this one", reading: saying("女性活躍推進法及び次世代育成支援対策推進法第15条に基づく") },
    ],
    speaks: [
      { because: "第17条 is 第21条 now", reading: saying("女性の職業生活における活躍の推進に関する法律第17条に基づく情報の公表"), at: ["A9"], says: "第21条" },
      { because: "第15条第6項, in full width", reading: saying("女性活躍推進法第１５条第６項による"), at: ["A9"], says: "第19条" },
    ],
  }),
)("%s", (_, verify) => verify());
