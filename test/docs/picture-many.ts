import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { openPage } from "../browser/workbench-page";
import { openKnownWorkbook } from "../support/known-workbooks";
import { writeWorkbookFile } from "../support/write-workbook-file";
import { keepPicture } from "./keep-picture";

const root = path.resolve(__dirname, "../..");

/** Names that no organisation bears, and figures made up. */
const drawn = (rate: string, days: string) => `== sheet 実績
| 特定事業主行動計画（計画期間：令和4年度〜令和6年度） |

@ A3
| 男性職員の育児休業【目標：取得率50%以上】 |
|  | R4 | R5 | R6 |
| 対象者数 | 4人 | 5人 | 8人 |
| 取得者数 | 1人 | 3人 | 4人 |
| 取得率 | 25% | 60% | ${rate} |
@ A9
| 年次有給休暇 |
| 区分 | 目標 | R4 | R5 | R6 |
| 平均取得日数 | 12日以上 | 11.5日 | 12.2日 | ${days} |
`;

/** まとめて点検の絵 — a folder with four organisations, of which one file is damaged. */
export async function pictureMany(browser: Browser, address: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "kpi-picture-"));
  const put = (organisation: string, content: Uint8Array | string): void => {
    mkdirSync(path.join(folder, organisation));
    writeFileSync(path.join(folder, organisation, "実績.xlsx"), content);
  };
  put("あおぞら市", readFileSync(path.join(root, "assets/samples/sample.xlsx")));
  put("いちょう町", writeWorkbookFile(openKnownWorkbook(drawn("50%", "12.6日"), "drawn").workbook));
  put("うみかぜ村", "壊れたファイル");
  put("えのき市", writeWorkbookFile(openKnownWorkbook(drawn("58%", "11.8日"), "drawn").workbook));
  const { page, context } = await openPage(browser, `${address}?many`, { width: 1000 });
  try {
    await page.setViewportSize({ width: 1000, height: 600 });
    await page.clock.setFixedTime(new Date("2025-06-10T10:00:00"));
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "フォルダーを選ぶ" }).click()]);
    await chooser.setFiles(folder);
    await page.getByText("終わりました。").waitFor();
    await page.waitForTimeout(600);
    keepPicture("many", await page.screenshot(), 128);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
