import "@testing-library/jest-dom";
import { screen } from "@testing-library/react";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { defaultProfile } from "../../src/model/profile";
import { readTextWorkbook } from "../support/text-workbook";
import { fakeEngine } from "./fake-host";
import { openTab } from "./open-pane";

const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
const { workbook } = readTextWorkbook(
  [
    "== sheet <b>実績</b>",
    "| 特定事業主行動計画（計画期間：令和3年度〜令和7年度） |",
    `| 男性職員の育児休業（目標 50%以上） ${MARKUP} |`,
    "| 区分 | 令和4年度 | 令和5年度 | 令和6年度 |",
    "| 対象者数 | 4 | 4 | 8 |",
    "| 取得者数 | 1 | 2 | 3 |",
    "| 取得率 | 25.0% | 70.0% | |",
    `| ${MARKUP} 取得者数 | 9 | 9 | 9 |`,
  ].join("\n"),
  `${MARKUP}.xlsx`,
);
const inspection = inspectWorkbook(workbook, { profile: defaultProfile, asOf: "2026-06-01" });

test.each(["点検", "補完", "判定", "読み取り", "設定"])("%s shows texts that look like markup as they are", async (tab) => {
  expect(inspection.findings.length).toBeGreaterThan(0);
  await openTab(
    tab,
    fakeEngine({ ...inspection, findings: inspection.findings.map((finding) => ({ ...finding, message: { ja: `${finding.message.ja}${MARKUP}`, en: MARKUP } })) }),
  );
  expect(new XMLSerializer().serializeToString(document.body)).not.toMatch(/<(?:img|script|b)[\s>]/);
  expect(document.title).not.toBe("1");
  if (tab === "点検") expect(screen.getAllByText(MARKUP, { exact: false }).length).toBeGreaterThan(0);
});
