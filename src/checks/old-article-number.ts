import { defineCheck } from "./define-check";

const OLD = /第\s*(15|17|十五|十七)\s*条/;

/**
 * 旧条番号 — the act on women's participation cited by the numbers it had before 2019.
 *
 * looks at  captions, notes and other sentences that name the act
 * silent    articles of other acts; the present numbers
 * source    R41 in the catalogue of checks
 */
export const oldArticleNumber = defineCheck({
  id: "old-article-number",
  severity: "info",
  cause: "text",
  needs: ["reading"],
  *run({ reading }) {
    const told = new Set<string>();
    for (const { at, text } of [...reading.texts, ...reading.tables.flatMap((t) => [...t.captions, ...t.notes])]) {
      const key = `${at.sheet}|${at.cell}`;
      const plain = text.normalize("NFKC");
      // The number must follow the name of this act, with no other act between.
      const cited = /女性(の職業生活における活躍の推進に関する法律|活躍(推進)?法)([^。]*)/.exec(plain)?.[3] ?? "";
      const found = OLD.exec(cited.split(/法律|次世代|施行令|府令/)[0] ?? "");
      if (!found || told.has(key)) continue;
      told.add(key);
      const isPlan = found[1] === "15" || found[1] === "十五";
      yield { at, facts: { old: found[0].replace(/\s/g, ""), now: isPlan ? "第19条" : "第21条" } };
    }
  },
  say: {
    ja: (f) => `女性活躍推進法の〔${f.old}〕は、現行は${f.now}です。`,
    en: (f) => `The act's article cited as ${f.old} is now ${f.now}.`,
  },
});
