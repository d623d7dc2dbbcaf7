import "@testing-library/jest-dom";
import { screen, waitFor } from "@testing-library/react";
import { findIndicator } from "../../src/indicators";
import { readRemembered } from "../../src/inspection/past-figures/remembered-record";
import { EngineSession } from "../../src/taskpane/engine-session";
import { writeOwnData } from "../../src/taskpane/own-data";
import { openKnownWorkbook } from "../support/known-workbooks";
import { fakeEngine } from "./fake-host";
import { openTab } from "./open-pane";

const drawn = (r3: string, ownData: string | null = null) => ({
  ...openKnownWorkbook(`== sheet 休暇\n| 部分休業の取得状況 |\n| 区分 | R3 | R4 |\n| 取得率 | ${r3} | 25.0% |\n`, "drawn").workbook,
  ownData,
});
const look = (r3: string, ownData: string | null, asOf: string) => new EngineSession(findIndicator).inspect(drawn(r3, ownData), { profile: null, asOf }, () => undefined);
const { remembered } = look("50.0%", null, "2025-11-01");

test("what the engine read of the past goes into the workbook with the next writing, and is held against it at the next look", () => {
  const own = writeOwnData(null, { profile: null, journal: [], remembered });
  const { view } = look("87.5%", own, "2026-06-01");
  expect(view.findings.filter(({ check }) => check === "past-figure-restated")).toEqual([expect.objectContaining({ severity: "info", at: { sheet: "休暇", cell: "B3" } })]);
});

test.each(['{"schema":1,"past":{"schema":2,"figures":"?"}}', '{"schema":1,"past":"x"}'])("%s of a newer version stays as it is beside a new journal", (before) => {
  const own = JSON.parse(writeOwnData(before, { profile: null, journal: [], remembered })) as { readonly [field: string]: unknown };
  expect(own["past"]).toEqual((JSON.parse(before) as { readonly [field: string]: unknown })["past"]);
});

test("a mark and its undo leave the workbook with the same past", async () => {
  const made = fakeEngine();
  const { host, user } = await openTab("判定", { ...made, inspect: async (...asked) => ({ ...(await made.inspect(...asked)), remembered }) });
  await user.click(await screen.findByRole("button", { name: /^未達.*印を付ける$/ }));
  await waitFor(() => expect(readRemembered(host.ownData)?.lines).toHaveLength(1));
  const before = readRemembered(host.ownData);
  await user.click(screen.getByRole("tab", { name: "履歴" }));
  await user.click(await screen.findByRole("button", { name: /を元に戻す$/ }));
  await waitFor(() => expect(host.ownData).toContain('"undone":true'));
  expect(readRemembered(host.ownData)).toEqual(before);
});
