import { SheetPage } from "./sheet-page";
import { body, CAPTION, drawTitle, exampleHead, EXAMPLES, head, label, NOTE, words } from "./sample-tables";

/** はじめに — whose workbook this is, its legend and what is an example. */
export function cover(): SheetPage {
  const page = new SheetPage("はじめに", [3, 26, 62]);
  page.tab = "1F3A5F";
  page.put(0, 1, "特定事業主行動計画　実施状況の記録", { bold: true, size: 18, color: "1F3A5F", down: "center" });
  page.tall(0, 40);
  page.put(1, 1, "あおば環境衛生組合（架空の団体）　総務課", { size: 11, color: "444444" });
  const rows: readonly (readonly [string, string])[] = [
    ["この記録について", "行動計画の目標に対する毎年度の実績を、総務課が4月から6月に集計して記入する。"],
    ["数値の出どころ", "令和3年度までは、公表されている特定事業主行動計画に印刷された表の数値。"],
    ["例示", `${EXAMPLES}。団体名、期限や割合を書いた目標の一部も例示。黄色の見出しの列が例示の年度。`],
    ["記号", "該当者や取得対象者がいない項目は「－」で表す。"],
  ];
  rows.forEach(([what, text], i) => {
    page.put(3 + i, 1, what, { ...label, bold: true });
    page.put(3 + i, 2, text, words);
    page.tall(3 + i, 34);
  });
  page.put(8, 1, "計画", CAPTION);
  [
    ["計画の名称", "計画期間"],
    ["次世代育成支援対策推進法に係る特定事業主行動計画", "令和5年4月1日から令和7年3月31日まで（後期行動計画：2年間）"],
    ["女性活躍推進法に係る特定事業主行動計画", "令和5年4月1日から令和8年3月31日まで（後期行動計画：3年間）"],
  ].forEach((cells, i) => {
    cells.forEach((text, j) => page.put(9 + i, 1 + j, text, i === 0 ? head : words));
    page.tall(9 + i, i === 0 ? 20 : 34);
  });
  return page;
}

/** 目標一覧 — the targets of both plans, each with its own period. */
export function targetLists(): SheetPage {
  const page = new SheetPage("目標一覧", [20, 46, 26, 20, 20]);
  page.tab = "1F3A5F";
  drawTitle(page, "行動計画の目標一覧", `${EXAMPLES}（黄色の見出しの列）`);
  page.frozen = { rows: 2, cols: 0 };
  page.put(page.next, 0, "次世代育成支援対策推進法に係る特定事業主行動計画（計画期間：令和5年度～令和6年度）", CAPTION);
  drawList(
    page,
    page.next + 1,
    ["休暇等の種別", "内　容", "目　標", "R3実績", "R6実績"],
    [
      ["特別休暇", "保健指導または健康診査", "取得率 100%", "取得率 100%", "取得率 50%"],
      ["", "妻の出産", "3日間の取得率 100%", "該当者なし", "100%"],
      ["", "子育て休暇", "取得日数 4日", "平均取得日数 0.5日", "平均取得日数 4.2日"],
      ["育児休業等", "女性職員の育児休業", "取得促進", "該当者なし", "該当者なし"],
      ["", "部分休業", "取得促進", "取得率 0%", "取得率 66.7%"],
      ["時間外勤務", "時間数", "縮減促進", "全体 1,725 時間", "全体 1,456 時間"],
      ["", "深夜勤務の制限申請", "申請促進", "申請者 0人", "申請者 1人"],
      ["年次休暇", "平均取得", "取得日数 12日", "9日", "12日と2時間"],
    ],
  );
  page.put(page.next, 0, "女性活躍推進法に係る特定事業主行動計画（計画期間：令和5年度～令和7年度）", CAPTION);
  drawList(
    page,
    page.next + 1,
    ["", "内　容", "目　標", "R3実績", "R6実績"],
    [
      ["採用", "採用した職員に占める女性職員の割合", "促進", "採用なし (R4. 4. 1現在)", "33.3% (R7. 4. 1現在)"],
      ["職員", "職員に占める女性職員の割合（全職種）", "促進", "0% (R4. 4. 1現在)", "25.0% (R7. 4. 1現在)"],
      ["登用", "管理的地位に占める女性職員の割合", "令和7年度までに20%以上", "0% (R4. 4. 1現在)", "20.0% (R7. 4. 1現在)"],
      ["両立支援", "男性職員の育児休業取得率\n（次世代育成支援対策法の目標85%）", "令和7年度までに50%以上", "該当者なし", "50.0%"],
      ["", "妻の出産休暇（特別休暇）の3日間の取得率（※）", "100%", "該当者なし", "100%"],
      ["", "子育て休暇（特別休暇）の取得日数（※）", "取得日数4日", "平均取得日数 0.5日", "平均取得日数 4.0日"],
      ["働き方", "職員の平均超過勤務時間数（※）", "縮減促進", "約8.5時間", "約7.1時間"],
      ["", "年次休暇の平均取得\n（次世代育成支援対策法の目標14日）", "取得日数12日", "9日", "12日と2時間"],
    ],
  );
  page.put(page.next - 1, 0, "（※）…次世代育成支援対策推進法の目標と共通", NOTE);
  return page;
}

function drawList(page: SheetPage, top: number, heads: readonly string[], lines: readonly (readonly string[])[]): void {
  heads.forEach((text, i) => page.put(top, i, text === "" ? null : text, i < 4 ? head : exampleHead));
  page.tall(top, 20);
  lines.forEach((line, i) => {
    const row = top + 1 + i;
    const [kind = "", ...rest] = line;
    if (kind !== "") {
      const next = lines.findIndex((other, j) => j > i && other[0] !== "");
      const bottom = top + (next < 0 ? lines.length : next);
      if (bottom > row) page.merge(row, 0, bottom, 0, kind, label);
      else page.put(row, 0, kind, label);
    }
    rest.forEach((text, j) => page.put(row, j + 1, text === "" ? null : text, j === 0 ? words : body));
    page.tall(row, line[1]!.includes("\n") ? 32 : 19);
  });
  page.next = top + lines.length + 2;
}
