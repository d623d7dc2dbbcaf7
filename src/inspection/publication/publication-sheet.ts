import type { NewLook, NewSheet } from "../../model/new-sheet";
import { type Carried, countRowKeys } from "../own-sheets/read-former-sheet";
import { looks, openPage, type SheetPage } from "../own-sheets/sheet-page";
import { tagSheet } from "../own-sheets/tag-sheet";
import type { Publication, PublishedFigure } from "./publication-rows";

/** 取組内容の見出し — the column that belongs to the people who publish. */
export const MEASURES_HEAD = "取組内容（100字以内）";

/** 公表の列の見出し — as the public list of the Cabinet Office has its columns. */
export const PUBLICATION_HEADS = ["目標項目", "数値目標", "時期", "最新値", "時期", "目標設定時最新値", "時期", MEASURES_HEAD] as const;

/** 情報公表の列の見出し — an item of the ordinance's list, and what the workbook states of it. */
export const DISCLOSURE_HEADS = ["情報公表の項目", "区分", "この項目に当たる数値", "時期"] as const;

/** 数値のない項目の語 — no figure was found; whether one is owed is not for us to say. */
export const NOT_FOUND = "見つかりません";

/** 公表の注 — where the figures come from, and what this list does not say. */
export const NOTES = [
  "最新値は、達成・未達を問わず、実績のある最も新しい年度の値です。＊は、空欄を計算で補った値です。「要確認」は、数値が食い違っているため載せていません。",
  "情報公表の項目は、令和5年4月1日時点の内閣府令の並びです。法令上の公表の要否や十分さを判断するものではありません。改正と、公表する項目の選び方を確かめてください。",
  "人数の少ない欄から個人が分かることがあります。公表の前に確かめてください。",
];

const small: NewLook = { ...looks.label, align: "center" };

/** 公表用の表を作る — the public list of each plan and the disclosure items, on one sheet. */
export function makePublicationSheet(order: {
  readonly name: string;
  readonly kind: string;
  readonly publication: Publication;
  readonly workbook: string;
  /** ISO date. */
  readonly asOf: string;
  readonly carried: Carried;
}): NewSheet {
  const { publication, carried } = order;
  const page = openPage(order, "数値・目標・時期の青い文字から、もとのセルに移動できます。");
  const keyOf = countRowKeys();
  for (const plan of publication.plans) {
    page.put(0, plan.heading, looks.section);
    page.next();
    PUBLICATION_HEADS.forEach((head, col) => page.put(col, head, looks.head));
    page.next();
    for (const row of plan.rows) {
      page.put(0, row.label, looks.label);
      page.put(1, row.goal, looks.words, { link: row.goalAt });
      page.put(2, row.due || null, small);
      putFigure(page, 3, row.latest, row.format);
      putFigure(page, 5, row.baseline, row.format);
      page.put(7, carried.entries.get(keyOf(plan.heading, row.label, row.goal))?.[0] ?? null, looks.entry);
      page.next();
    }
    if (plan.rows.length === 0) page.put(0, "数値の目標は見つかりませんでした。", looks.text);
    if (plan.rows.length === 0) page.next();
    if (plan.wordsOnly > 0) {
      page.put(0, `ほかに、数値のない目標が${plan.wordsOnly}件あります。`, looks.note);
      page.next();
    }
    page.next();
  }
  writeDisclosures(page, publication);
  page.next();
  for (const note of NOTES) {
    page.put(0, note, looks.note);
    page.next();
  }
  const sheet = page.finish({ name: order.name, columns: [30, 20, 14, 11, 16, 11, 16, 40], freeze: null, titleRows: { from: 0, to: 0 } });
  return tagSheet(sheet, order.kind, "公表用　数値目標と情報公表の項目");
}

function putFigure(page: SheetPage, col: number, figure: PublishedFigure | null, format: string): void {
  if (figure === null) page.put(col, null, looks.words);
  else if (figure.value === null) page.put(col, figure.words, looks.words, { link: figure.at });
  else page.put(col, figure.value, { ...looks.figure, format: figure.isDerived ? `${format}"＊"` : format }, { link: figure.at });
  page.put(col + 1, figure?.time ?? null, small);
}

/** Columns are joined, since the list above has other widths. */
function writeDisclosures(page: SheetPage, { disclosures }: Publication): void {
  page.put(0, "■ 女性活躍推進法にもとづく情報公表の項目", looks.section);
  page.next();
  const put = (cells: readonly [string, string, string, string], look: NewLook, link?: NonNullable<Publication["disclosures"][number]["found"]>): void => {
    const spans = [
      { from: 0, to: 1 },
      { from: 2, to: 2 },
      { from: 3, to: 6 },
      { from: 7, to: 7 },
    ];
    spans.forEach(({ from, to }, i) => {
      page.put(from, cells[i]!, i === 1 ? { ...look, align: "center" } : look, link && i === 3 ? { link: link.at } : {});
      for (let col = from + 1; col <= to; col++) page.put(col, null, look);
      if (to > from) page.merge(from, to);
    });
    page.next();
  };
  put(DISCLOSURE_HEADS, looks.head);
  for (const { label, section, found } of disclosures) {
    page.height(Math.max(lineHeight(label, 50), lineHeight(found?.words ?? "", 52)));
    put([label, section, found?.words ?? NOT_FOUND, found?.time ?? ""], looks.label, found ?? undefined);
  }
}

/** Excel does not make a row higher for joined cells. */
function lineHeight(text: string, room: number): number {
  return Math.ceil((text.length * 2) / room) * 14 + 4;
}
