import { findTargetSentences } from "../../src/notation/target-sentence";

describe("a sentence that states a target", () => {
  it.each([
    "令和９年度までに男性職員の育児休業取得率30％以上を目指します。",
    "職員１人当たりの年次有給休暇の平均取得日数を12日以上とします。",
    "一人当たりの年間時間外勤務時間数を120時間以下に縮減します。",
    "管理職に占める女性の割合を15％まで引き上げる。",
  ])("%s", (text) => {
    expect(findTargetSentences(text)).toHaveLength(1);
  });

  it("is found among others", () => {
    expect(findTargetSentences("取得率は年々上がっている。令和7年度までに男性職員の育児休業取得率を50%とする。周知に努める。")).toEqual([
      "令和7年度までに男性職員の育児休業取得率を50%とする",
    ]);
  });
});

describe("no target of the organisation", () => {
  it.each([
    "国は令和７年までに地方公務員の男性の育児休業取得率を50％とする目標を掲げています。",
    "国の第5次基本計画では、令和7年度までに男性の育児休業取得率を30％とする。",
    "令和5年度の男性職員の育児休業取得率は50％となり、目標を達成した。",
    "対象者10人中5人が育児休業を取得することとする。",
    "育児休業を取得しやすい職場とする。",
    "",
  ])("%s", (text) => {
    expect(findTargetSentences(text)).toEqual([]);
  });
});
