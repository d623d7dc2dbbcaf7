import { type Content, SheetPage } from "./sheet-page";
import { body, drawTable, drawTitle, exampleHead, head, label, people, percent, wholePercent, CAPTION, NOTE } from "./sample-tables";

/** 女性職員の割合 — hires, staff and managers as of April 1. */
export function womenShares(): SheetPage {
  const page = new SheetPage("2(1)女性職員の割合", [25, 14, ...Array.from({ length: 7 }, () => 11)]);
  drawTitle(page, "2 女性活躍推進法に係る目標の達成状況", "※令和4年度以降（令和5年4月1日現在から）は例示の数値");
  page.frozen = { rows: 2, cols: 1 };
  drawTable(page, {
    caption: "（1）採用した職員に占める女性職員の割合【目標：促進】",
    corner: "区分",
    heads: ["H31.4.1", "R2.4.1", "R3.4.1", "R4.4.1", "R5.4.1", "R6.4.1", "R7.4.1"],
    examplesFrom: 4,
    lines: [
      { label: "全体", look: people, figures: [0, 0, 0, 0, 2, 1, 3] },
      { label: "女性", look: people, figures: [0, 0, 0, 0, 1, 0, 1] },
      { label: "割合", look: percent, figures: ["採用なし", "採用なし", "採用なし", "採用なし", 0.5, "—", null] },
    ],
  });
  drawStaff(page);
  drawTable(page, {
    caption: "（3）管理的地位にある職員に占める女性職員の割合【目標：令和7年度までに20%以上】",
    heads: ["H31", "R2", "R3", "R4", "R5", "R6", "R7"],
    examplesFrom: 4,
    lines: [
      { label: "管理職女性職員の割合", look: percent, figures: [0, 0, 0, 0, 0, 0.2, null] },
      { label: "管理職の人数", look: people, figures: [5, 5, 5, 5, 5, 5, 5] },
      { label: "うち女性の人数", look: people, figures: [0, 0, 0, 0, 0, 1, 1] },
    ],
    notes: ["※各年4月1日現在。管理職は7級・8級"],
  });
  drawTenure(page);
  return page;
}

/** Two levels of row headings and pairs of counts in one cell. */
function drawStaff(page: SheetPage): void {
  const top = page.next;
  page.put(top, 0, "（2）職員に占める女性職員の割合【目標：促進】", CAPTION);
  page.merge(top + 1, 0, top + 1, 1, "区分", head);
  ["H31", "R2", "R3", "R4", "R5", "R6", "R7"].forEach((year, i) => page.put(top + 1, i + 2, year, i < 4 ? head : exampleHead));
  const groups: readonly { readonly name: string; readonly shares: readonly Content[]; readonly pairs: readonly string[] }[] = [
    { name: "正規職員", shares: [0, 0, 0, 0, 1 / 23, 1 / 23, null], pairs: ["0人/22人", "0人/22人", "0人/22人", "0人/22人", "1人/23人", "1人/23人", "2人/24人"] },
    { name: "臨時職員等", shares: [0.875, 0.875, 0.875, 0.875, 0.785, 0.875, null], pairs: ["7人/8人", "7人/8人", "7人/8人", "7人/8人", "7人/8人", "7人/8人", "6人/8人"] },
  ];
  groups.forEach(({ name, shares, pairs }, g) => {
    const row = top + 2 + g * 2;
    page.merge(row, 0, row + 1, 0, name, label);
    page.put(row, 1, "女性割合", label);
    page.put(row + 1, 1, "人数内訳", label);
    shares.forEach((share, i) => page.put(row, i + 2, share, percent));
    pairs.forEach((pair, i) => page.put(row + 1, i + 2, pair, body));
  });
  page.put(top + 6, 0, "※各年4月1日現在", NOTE);
  page.next = top + 8;
}

/** One row of figures under its headings, the year only in the caption. */
function drawTenure(page: SheetPage): void {
  const top = page.next;
  page.put(top, 0, "（4）男女の平均した継続勤務年数の差異（令和3年度）", CAPTION);
  page.put(top + 1, 0, "女性", head);
  page.put(top + 1, 1, "男性", head);
  page.put(top + 2, 0, "—", body);
  page.put(top + 2, 1, 11.2, { ...body, format: '0.0"年"' });
  page.next = top + 4;
}

const GRADES = ["1級", "2級", "3級", "4級", "5級", "6級", "7級", "8級"];
const DUTIES = ["主事補\n技師補", "主事\n技師", "主任主事\n再任用", "主査補", "係長\n主査", "課長補佐", "事務局次長\n課長", "事務局長"];

/** 級別 — one matrix for each date, with two rows of headings. */
export function grades(): SheetPage {
  const page = new SheetPage("2(2)級別", [16, ...GRADES.map(() => 10), 10]);
  drawTitle(page, "2 各役職段階にある職員に占める女性職員の割合（級別）", "※令和4年度以降（③令和5年4月1日時点から）は例示の数値");
  page.frozen = { rows: 2, cols: 1 };
  drawGrades(page, "①令和3年4月1日時点", false, [0, 3, 3, 1, 8, 2, 4, 1], [0, 0, 0, 0, 0, 0, 0, 0], ["—", 0, 0, "—", 0, 0, 0, 0], 22);
  drawGrades(page, "②令和4年4月1日時点", false, [1, 1, 3, 2, 8, 2, 4, 1], [0, 0, 0, 0, 0, 0, 0, 0], ["—", "—", 0, 0, 0, 0, 0, 0], 22);
  drawGrades(page, "③令和5年4月1日時点", true, [2, 1, 3, 2, 8, 2, 4, 1], [1, 0, 0, 0, 0, 0, 0, 0], [0.5, 0, 0, 0, 0, 0, 0, 0], 23);
  drawGrades(
    page,
    "④令和6年4月1日時点",
    true,
    [1, 2, 3, 2, 8, 2, 4, 1],
    [0, 1, 0, 0, 0, 0, 1, 0],
    GRADES.map(() => null),
    23,
  );
  return page;
}

function drawGrades(page: SheetPage, caption: string, isExample: boolean, all: readonly number[], women: readonly number[], shares: readonly Content[], total: number): void {
  const top = page.next;
  const heading = isExample ? exampleHead : head;
  const sumOf = (row: number, value: number): Content => ({ formula: `SUM(B${row + 1}:I${row + 1})`, value });
  const womenTotal = women.reduce((sum, n) => sum + n, 0);
  page.put(top, 0, caption, CAPTION);
  page.put(top + 1, 0, null, heading);
  page.put(top + 2, 0, "標準的職務", heading);
  GRADES.forEach((grade, i) => {
    page.put(top + 1, i + 1, grade, heading);
    page.put(top + 2, i + 1, DUTIES[i]!, { ...heading, bold: false, size: 9 });
  });
  page.tall(top + 2, 30);
  page.merge(top + 1, 9, top + 2, 9, "合計", heading);
  page.put(top + 3, 0, "女性割合", label);
  page.put(top + 4, 0, "級別人数", label);
  page.put(top + 5, 0, "女性人数", label);
  GRADES.forEach((_, i) => {
    page.put(top + 3, i + 1, shares[i] ?? null, wholePercent);
    page.put(top + 4, i + 1, all[i]!, people);
    page.put(top + 5, i + 1, women[i]!, people);
  });
  page.put(top + 3, 9, shares.every((share) => share === null) ? null : womenTotal / total, { ...percent, bold: true });
  page.put(top + 4, 9, sumOf(top + 4, total), { ...people, bold: true });
  page.put(top + 5, 9, sumOf(top + 5, womenTotal), { ...people, bold: true });
  page.next = top + 7;
}
