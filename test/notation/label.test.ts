import fc from "fast-check";
import { looksLikeLabel, readLabel, splitLabelTarget } from "../../src/notation/label";
import type { LabelFeatures } from "../../src/notation/label-features";
import { asContext, mergeFeatures } from "../../src/notation/merge-features";

type Said = Partial<Omit<LabelFeatures, "text" | "rest" | "topics" | "group">> & { readonly topics?: readonly string[]; readonly group?: object };

const PARTS: readonly (readonly [string, Said])[] = [
  ["取得率", { measure: "ratio" }],
  ["取 得 率", { measure: "ratio" }],
  ["取得人数", { measure: "count", part: "numerator" }],
  ["対象者数(A)", { measure: "count", part: "denominator" }],
  ["取得者数（Ｂ）", { measure: "count", part: "numerator" }],
  ["取得人数／\n母親学級参加\n人数", { topics: ["maternity-class"], measure: "count", part: "both" }],
  ["育休からの復帰人数", { weakTopics: ["partial-leave"], measure: "count", part: "denominator" }],
  ["妻が出産した人数", { weakTopics: ["spouse-birth-leave"], measure: "count", part: "denominator" }],
  ["配偶者が出産した男性職員数", { measure: "count", part: "denominator", incidentalSex: "male", group: {} }],
  ["うち女性", { measure: "count", isSubset: true, group: { sex: "female" } }],
  ["内、女性職員", { measure: "count", isSubset: true, group: { sex: "female" } }],
  ["1人あたり\n時間数", { measure: "hours", isPerHead: true }],
  ["職員一人当たり月平均", { isPerHead: true, isAverage: true, isMonthly: true }],
  ["延べ取得日数", { measure: "days", isCumulative: true }],
  ["5日未満", { threshold: { text: "5日未満", side: "under", days: 5 } }],
  ["５日以上", { threshold: { text: "5日以上", side: "from", days: 5 } }],
  ["2週間以上", { threshold: { text: "2週間以上", side: "from", days: 14 } }],
  ["1年～2年", { threshold: { text: "1年～2年", side: "between", days: 365 } }],
  ["1月超3月以下", { threshold: { text: "1月超3月以下", side: "between", days: 30 } }],
  ["一年未満", { threshold: { text: "1年未満", side: "under", days: 365 } }],
  ["3日間の取得率", { measure: "ratio", threshold: { text: "3日間", side: "exact", days: 3 } }],
  ["完全取得率", { measure: "ratio", isFull: true }],
  ["妻の出産休暇（2日の範囲内）", { topics: ["spouse-birth-leave"], limitDays: 2 }],
  ["男性職員の育児休業", { topics: ["childcare-leave"], group: { sex: "male" } }],
  ["妻の出産休暇", { topics: ["spouse-birth-leave"], group: {} }],
  ["職員に占める女性職員の割合", { topics: ["staff"], measure: "ratio", isFemaleShare: true, group: {} }],
  ["正規職員に占める女性職員の割合", { topics: ["staff"], isFemaleShare: true, group: { employment: "正規職員" } }],
  ["会計年度任用職員に占める女性の割合", { topics: ["staff"], isFemaleShare: true, group: { employment: "会計年度任用職員" } }],
  ["消防職員に占める女性の割合", { topics: ["staff"], group: { occupation: "消防職員" } }],
  ["女性取得率", { measure: "ratio", group: { sex: "female" } }],
  ["女性職員総数", { measure: "count", group: { sex: "female" } }],
  ["女性管理職数", { topics: ["managers"], measure: "count", group: { sex: "female" } }],
  ["任期の定めのない常勤職員以外の職員", { group: { employment: "任期の定めのない常勤職員以外の職員" } }],
  ["臨時職員等", { group: { employment: "臨時職員等" } }],
  ["会計年度任用職員", { group: { employment: "会計年度任用職員" } }],
  ["部長・次長級", { group: { grade: "部長・次長級" } }],
  ["本庁課長相当職", { group: { grade: "本庁課長相当職" } }],
  ["8級", { group: { grade: "8級" } }],
  ["消防本部", { group: { department: "消防本部" } }],
  ["市長部局", { group: { department: "市長部局" } }],
  ["技能労務職", { group: { occupation: "技能労務職" } }],
  ["男女計", { isTotal: true, group: {} }],
  ["育児休業（部分休業含む）取得率", { topics: ["childcare-leave"], measure: "ratio" }],
  ["男性職員の育児休業取得率（次世代育成支援対策法の目標85%）", { topics: ["childcare-leave"], measure: "ratio", reference: "(次世代育成支援対策法の目標85%)" }],
  ["時間外勤務手当", { topics: ["other"] }],
  ["令和5年4月1日現在の管理職数", { topics: ["managers"], measure: "count" }],
  ["実績(人)", { role: "actual", measure: "count", unit: "people" }],
  ["平均取得日数（日）", { measure: "days", isAverage: true, unit: "days" }],
];

const ROLES: readonly (readonly [string, LabelFeatures["role"]])[] = [
  ["目　標", "target"],
  ["数値目標", "target"],
  ["目標値", "target"],
  ["取組目標", "target"],
  ["目標（R11年度）", "target"],
  ["実績", "actual"],
  ["R3実績", "actual"],
  ["現状", "actual"],
  ["最新値", "actual"],
  ["27年度の状況", "actual"],
  ["策定時（R元年度）", "baseline"],
  ["基準値", "baseline"],
  ["目標設定時最新値", "baseline"],
  ["達成率（%）", "achievement"],
  ["進捗率", "achievement"],
  ["増減", "change"],
  ["対前年度比", "change"],
  ["伸び率", "growth"],
  ["前年度実績", "previous-year"],
  ["達成年度", "deadline"],
  ["時期", "deadline"],
  ["目標年度", "deadline"],
  ["備考", "remark"],
  ["担当課", "remark"],
  ["未達の理由", "remark"],
  ["国の目標", "remark"],
  ["未達の理由・今後の取組", "measures"],
  ["取組内容", "measures"],
  ["実施状況", "measures"],
  ["評価", "evaluation"],
  ["（時期）", "deadline"],
  ["取組内容（最大2つまで・100字以内）", "measures"],
  ["年齢区分", "section"],
  ["区分", "section"],
  ["内　容", "section"],
  ["年度", "section"],
  ["休暇等の種別", "section"],
  ["目標項目", "section"],
  ["取得期間", "section"],
];

const ROLELESS: readonly (readonly [string, string])[] = [
  ["育児休業の取得状況", "names a subject"],
  ["部分休業", "names a subject"],
  ["取得率", "names a measure"],
  ["対前年度削減率", "is a measure of its own"],
  ["女性職員", "names people"],
];

function pick(features: LabelFeatures, said: Said): object {
  return Object.fromEntries(Object.keys(said).map((name) => [name, features[name as keyof LabelFeatures]]));
}

describe("the parts of a label", () => {
  test.each(PARTS.map(([label, said]) => ({ label, said })))("$label", ({ label, said }) => {
    expect(pick(readLabel(label), said)).toEqual(said);
  });

  test.each(ROLES.map(([label, role]) => ({ label, role })))("$label is $role", ({ label, role }) => {
    expect(readLabel(label).role).toBe(role);
  });

  test.each(ROLELESS)("%s has no role: it %s", (label) => {
    expect(readLabel(label).role).toBeUndefined();
  });

  test("a sentence gives no features", () => {
    const features = readLabel("対象人数について今後集計し、取得率・日数を把握する必要がある。育児休業も同様とする。");
    expect(features).toMatchObject({ topics: [], group: {} });
    expect(features.rest).not.toBe("");
  });
});

describe("how a label is written", () => {
  const labels = PARTS.map(([label]) => label).filter((label) => !/[\n\s]/.test(label));
  const wide = (text: string): string => text.replace(/[0-9A-Za-z()%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  const spaced = (text: string): string => [...text].join("　");
  const numbered = (text: string): string => `③${text}`;
  const broken = (text: string): string => `${text.slice(0, 2)}\n${text.slice(2)}`;

  test("changes nothing of what it says", () => {
    fc.assert(
      fc.property(fc.constantFrom(...labels), fc.subarray([wide, spaced, numbered, broken]), (label, ways) => {
        const { text: _text, ...plain } = readLabel(label);
        const { text: _written, ...written } = readLabel(ways.reduce((text, way) => way(text), label));
        expect(written).toEqual(plain);
      }),
    );
  });

  test("any text gives features, and the same again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 90 }), (text) => {
        expect(readLabel(text)).toEqual(readLabel(text));
        expect(readLabel(text).text).toBe(text);
      }),
    );
  });
});

describe("merging", () => {
  const merged = (...texts: readonly string[]): LabelFeatures => texts.map(readLabel).reduceRight((far, near) => mergeFeatures(near, far));

  test("the nearer word wins, feature by feature", () => {
    const features = merged("対象者数", "女性職員", "男性職員の部分休業の取得率");
    expect(features).toMatchObject({ topics: ["partial-leave"], measure: "count", part: "denominator", group: { sex: "female" } });
    expect(features.said).toEqual(["対象者数", "女性職員", "男性職員の部分休業の取得率"]);
  });

  test("a line that counts does not take over the average of its caption", () => {
    expect(merged("対象人数", "年次有給休暇の平均取得日数").isAverage).toBeUndefined();
  });

  test("sections of the pay gap stay the pay gap", () => {
    expect(merged("課長級", "勤続年数別", "給与の男女の差異").topics).toEqual(["pay"]);
  });

  test("a group of people in a table of leave stays a group", () => {
    expect(merged("管理職", "年次有給休暇の平均取得日数")).toMatchObject({ topics: ["annual-leave"], group: { grade: "管理職" } });
    expect(merged("女性管理職数", "年次有給休暇の平均取得日数").topics).toEqual(["managers"]);
  });

  test("年度 below 目標 is when it is due", () => {
    expect(merged("年度", "目標").role).toBe("deadline");
    expect(merged("数値", "目標").role).not.toBe("deadline");
    expect(merged("区分", "目標").role).toBe("target");
  });

  test("a caption counts nothing and has no role", () => {
    expect(asContext(readLabel("うち女性の目標"))).not.toHaveProperty("isSubset");
    expect(asContext(readLabel("目標の達成状況"))).not.toHaveProperty("role");
    expect(mergeFeatures(readLabel("女性"), asContext(readLabel("採用者に占める女性の割合"))).isMeasureFromContext).toBe(true);
    expect(mergeFeatures(readLabel("割合"), asContext(readLabel("採用者に占める女性の割合"))).isMeasureFromContext).toBe(false);
  });
});

describe("label or sentence", () => {
  test.each([
    ["年間の年次有給休暇取得日数5日以上の職員の割合"],
    ["妻の出産に係る入退院の付添いなどのための特別休暇（2日の範囲内）の取得率"],
    ["能力を発揮できる仕事・機会が与えられていると思う職員の割合"],
    ["当該年度中に新たに育児休業が取得可能となった男性職員数"],
    ["配偶者が出産した"],
    ["区分"],
  ])("%s is a label", (text) => expect(looksLikeLabel(text)).toBe(true));

  test.each([
    ["対象人数について今後集計し、取得率・日数を把握する必要がある。"],
    ["※各年度4月1日現在"],
    ["職員が安心して育児休業を取得できるよう職場環境を整備する"],
    ["なお、該当者や取得対象者がいない項目は「－」で表しています"],
    [""],
  ])("%s is not", (text) => expect(looksLikeLabel(text)).toBe(false));
});

describe("a target inside a label", () => {
  test.each([
    ["1 課長職以上の職員に占める女性の割合：10%以上", "10%以上"],
    ["各月の一人あたり超過勤務時間数：平均9時間以下", "平均9時間以下"],
    ["③部分休業【目標：取得推進】", "取得推進"],
    ["⑤妻の出産休暇【目標：3日間の取得率100%】※共通目標", "3日間の取得率100%"],
    ["目標：男性の育児休業取得率　目標値60%", "60%"],
    ["目標：女性の育児休業取得率　100％を維持", "100%を維持"],
    ["男性職員の育児休業取得率20%以上", "20%以上"],
    ["育児休業取得率（男）　目標20%以上", "20%以上"],
    ["目標１　男性の育児休業取得率 40％以上（各年度）", "40%以上(各年度)"],
    ["目標３　年次有給休暇の取得日数 平均10日以上（各年度）", "平均10日以上(各年度)"],
  ])("%s states %s", (text, target) => expect(splitLabelTarget(text).target).toBe(target));

  test.each([
    ["年間の年次有給休暇取得日数5日以上の職員の割合", "a threshold is no target"],
    ["平均日数5日未満", "a section is no target"],
    ["子の看護休暇 取得日数 5日以上", "a class of days is no target"],
    ["目標一覧", "a list of targets states none"],
    ["男性職員の育児休業取得率（次世代育成支援対策法の目標85%）", "somebody else's target"],
    ["月45時間年360時間超人数", "a limit is no target"],
    ["単位：人", "a unit is no target"],
    ["計画期間：令和5年度～令和6年度", "a period is no target"],
  ])("%s states none: %s", (text) => expect(splitLabelTarget(text).target).toBeUndefined());
});
