import { SheetPage } from "./sheet-page";
import { body, days, drawTable, drawTitle, people, percent, printed, PRINTED, wholePercent, YEARS } from "./sample-tables";

const WIDTHS = [25, ...YEARS.map(() => 11)];
const heads = [...YEARS];

/** 特別休暇 — leaves around a birth and for children. */
export function specialLeaves(): SheetPage {
  const page = new SheetPage("1(1)特別休暇", WIDTHS);
  drawTitle(page, "1 次世代育成支援対策推進法に係る目標の達成状況　(1) 特別休暇の活用");
  page.frozen = { rows: 2, cols: 1 };
  drawTable(page, {
    caption: "①保健指導または健康診査【目標：取得率100%】",
    heads,
    examplesFrom: PRINTED,
    lines: [
      { label: "取得率", look: percent, figures: [...printed("該当者なし"), "該当者なし", 1, 0.5, null] },
      { label: "取得人数／\n検診を受けた人数", look: body, figures: [...printed("－"), "－", "1人/1人", "1人/2人", null] },
    ],
  });
  drawTable(page, {
    caption: "②妻の出産休暇【目標：3日間の取得率100%】※共通目標",
    heads,
    examplesFrom: PRINTED,
    lines: [
      { label: "取得率", look: percent, figures: [...printed("該当者なし"), 0.5, 0.6, null, null] },
      { label: "取得人数", look: people, figures: [...printed("—"), 1, 2, 2, null] },
      { label: "1日", look: people, figures: [...printed("—"), 0, 0, 0, null] },
      { label: "2日", look: people, figures: [...printed("—"), 1, 1, 0, null] },
      { label: "3日", look: people, figures: [...printed("—"), 0, 1, 2, null] },
      { label: "平均取得日数", look: days, figures: [...printed("—"), 2, 2.5, 3, null] },
      { label: "3日間の取得率", look: percent, figures: [...printed("—"), null, null, null, null] },
      { label: "妻が出産した人数", look: people, figures: [...printed("—"), 2, 3, 2, null] },
    ],
  });
  drawTable(page, {
    caption: "③子育て休暇【目標：平均取得日数4日】※共通目標",
    heads,
    examplesFrom: PRINTED,
    lines: [
      { label: "取得率", look: percent, figures: ["今後把握していく", null, null, null, null, 0.375, 0.625, null, null], mergedOver: PRINTED },
      { label: "取得人数", look: people, figures: [7, 6, 4, 3, 2, 3, 5, 6, null] },
      { label: "対象人数", look: people, figures: ["今後把握していく", null, null, null, null, 8, 8, 8, null], mergedOver: PRINTED },
      { label: "平均取得日数", look: days, figures: ["今後把握していく", null, null, null, null, 3.1, 3.8, 4.2, null], mergedOver: PRINTED },
      { label: "取得日数(男) 5日未満", look: people, figures: [5, 5, 4, 3, 1, 2, 3, 3, null] },
      { label: "取得日数(男) 5日以上", look: people, figures: [2, 1, "該当者なし", "該当者なし", 1, 1, 1, 2, null] },
      { label: "取得日数(女)", look: people, figures: [...printed("—"), 0, 1, 2, null] },
    ],
    notes: ["●対象人数は令和4年度から集計"],
  });
  return page;
}

/** 育児休業等 — childcare leave and partial leave. */
export function childcareLeaves(): SheetPage {
  const page = new SheetPage("1(2)育児休業等", WIDTHS);
  drawTitle(page, "1 次世代育成支援対策推進法に係る目標の達成状況　(2) 育児休業等の取得状況");
  page.frozen = { rows: 2, cols: 1 };
  page.put(page.next, 0, "①女性職員の育児休業【目標：取得促進】⇒該当者なし", { bold: true, size: 11, color: "1F3A5F", down: "center" });
  page.next += 2;
  drawTable(page, {
    caption: "②男性職員の育児休業【目標：令和7年度までに50%以上】",
    heads,
    examplesFrom: PRINTED,
    lines: [
      { label: "取得率", look: percent, figures: [...printed("該当者なし"), 0, 1 / 3, null, null] },
      { label: "対象人数", look: people, figures: [...printed("—"), 2, 3, 2, null] },
      { label: "新規取得人数", look: people, figures: [...printed("—"), 0, 1, 1, null] },
      { label: "1年未満", look: people, figures: [...printed("—"), 0, 1, 1, null] },
      { label: "1年～2年", look: people, figures: [...printed("—"), 0, 0, 0, null] },
      { label: "2年以上", look: people, figures: [...printed("—"), 0, 0, 0, null] },
    ],
  });
  drawTable(page, {
    caption: "③部分休業【目標：取得促進】※共通目標",
    heads,
    examplesFrom: PRINTED,
    lines: [
      { label: "取得率", look: wholePercent, figures: [...printed(0), 0, null, null, null] },
      { label: "取得人数", look: people, figures: [...printed(0), 0, 1, 2, null] },
      { label: "育休からの復帰人数", look: people, figures: [...printed("該当者なし"), 1, 2, 3, null] },
    ],
    notes: ["●制度の周知を含めて取得促進を図る必要がある。"],
  });
  return page;
}

/** 年次有給休暇 — average days in days and hours. */
export function annualLeave(): SheetPage {
  const page = new SheetPage("1(4)年次有給休暇", [25, ...YEARS.map(() => 15)]);
  drawTitle(page, "1 次世代育成支援対策推進法に係る目標の達成状況　(4) 年次有給休暇の取得促進");
  page.frozen = { rows: 2, cols: 1 };
  drawTable(page, {
    caption: "年次有給休暇【目標：平均取得日数12日】※共通目標",
    heads,
    examplesFrom: PRINTED,
    lines: [
      { label: "平均取得日数", look: body, figures: ["9日と3時間", "9日と3時間", "8日と7時間", "9日と1時間", "9日", "10日と8時間", "11日と6時間", "12日と2時間", null] },
      { label: "平均日数 5日未満", look: percent, figures: [0.19, 0.227, 0, 0, 0, 0.045, 0, 0, null] },
    ],
    notes: ["※1日の勤務時間は7時間45分"],
  });
  return page;
}
