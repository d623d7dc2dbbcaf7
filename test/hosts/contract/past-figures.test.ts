import { FileHost } from "../../../src/hosts/file/file-host";
import type { Host } from "../../../src/hosts/host";
import { inspectWorkbook } from "../../../src/inspection/inspect-workbook";
import { rememberFigures } from "../../../src/inspection/past-figures/remember-figures";
import { putRemembered } from "../../../src/inspection/past-figures/remembered-record";
import { defaultProfile } from "../../../src/model/profile";
import { setCell } from "../../support/edit-file";
import { openKnownWorkbook } from "../../support/known-workbooks";
import { writeWorkbookFile } from "../../support/write-workbook-file";
import { openExcel } from "../excel/open-excel";

interface Opened {
  readonly host: Host;
  /** Equal exactly while nothing in the workbook has changed. */
  picture(): unknown;
  close(): void;
}

const { workbook } = openKnownWorkbook(
  `== sheet 実績
| 部分休業の取得状況 |
| 区分 | R3 | R4 |
| 取得率 | 0.5<0.0%> | 0.25<0.0%> |
| 備考 | | 前年度から　＜&＞　増 |
`,
  "実績",
);

const openings: readonly (readonly [string, () => Promise<Opened>])[] = [
  [
    "a workbook file",
    async () => {
      const host = new FileHost(writeWorkbookFile(workbook), "実績.xlsx");
      return { host, picture: () => Buffer.from(host.bytes()).toString("base64"), close: () => undefined };
    },
  ],
  [
    "a workbook in Excel",
    async () => {
      const { excel, host, close } = await openExcel(workbook);
      return { host, picture: () => excel.snapshot(), close };
    },
  ],
];

describe.each(openings)("%s", (_, open) => {
  const inspect = async (host: Host, asOf: string) => inspectWorkbook(await host.readWorkbook(), { profile: defaultProfile, asOf });
  const restated = async (host: Host, asOf: string) => (await inspect(host, asOf)).findings.filter(({ check }) => check === "past-figure-restated").map(({ at }) => at.cell);

  test("carries its past: a figure that is changed later is named, and taking our data out gives back what was there", async () => {
    const { host, picture, close } = await open();
    const before = picture();
    const inspection = await inspect(host, "2025-11-01");
    const text = putRemembered(null, rememberFigures(inspection, null));
    await host.apply([{ kind: "set-own-data", text }]);
    expect((await host.readWorkbook()).ownData).toBe(text);
    expect(await restated(host, "2026-06-01")).toEqual([]);
    await host.apply([setCell("B3", 0.625, { was: 0.5 })]);
    expect(await restated(host, "2026-06-01")).toEqual(["B3"]);
    await host.apply([setCell("B3", 0.5, { was: 0.625 })]);
    await host.apply([{ kind: "set-own-data", text: null }]);
    expect(picture()).toEqual(before);
    close();
  });
});
