import { readFileSync } from "node:fs";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readWorkbook } from "../../src/hosts/file/workbook-reader";
import { writeProfile } from "../../src/inspection/read-profile";
import { defaultProfile } from "../../src/model/profile";
import { openKnownWorkbook } from "../support/known-workbooks";
import { writeWorkbookFile } from "../support/write-workbook-file";
import { Folder, isOneSentence, run } from "./run-cli";

const folder = new Folder();
afterAll(() => folder.remove());

const RATES = `== sheet 休暇
| 部分休業【目標：取得率90%以上】 |
|  | R3 | R4 | R5 |
| 取得率 | 33.3% | 80% | 100% |
| 取得人数 | 1人 | 1人 | 2人 |
| 育休からの復帰人数 | 3人 | 2人 | 2人 |
`;
const file = folder.put("実績.xlsx", writeWorkbookFile(openKnownWorkbook(RATES, "drawn").workbook));
const at = (name: string) => folder.at(name);
const json = async (name: string, ...more: string[]) =>
  JSON.parse((await run(["check", name, "--json", ...more])).out) as {
    readonly findings: readonly { readonly check: string; readonly severity: string; readonly cell: string }[];
    readonly accepted: readonly { readonly check: string; readonly cell: string; readonly reason: string; readonly year: number }[];
  };

describe("kpi accept", () => {
  test("a finding with a reason is quiet, in a copy; the original is as it was", async () => {
    const before = readFileSync(file);
    expect((await run(["check", file])).code).toBe(1);
    const { code, err } = await run(["accept", file, "--cell", "休暇!c3", "--reason", "出典の資料のとおり", "--check", "rate-disagrees-with-counts", "-o", at("理由.xlsx")]);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^理由「出典の資料のとおり」を付けました（.+）: .+理由\.xlsx\n$/) });
    expect(readFileSync(file).equals(before)).toBe(true);
    const now = await json(at("理由.xlsx"));
    expect(now.accepted).toEqual([expect.objectContaining({ check: "rate-disagrees-with-counts", cell: "C3", reason: "出典の資料のとおり", year: 2026 })]);
    expect(now.findings.some(({ check }) => check === "rate-disagrees-with-counts")).toBe(false);
    expect((await run(["check", at("理由.xlsx")])).code).toBe(0);
  });

  test("next year asks again, and a new reason takes the place of the old one", async () => {
    const later = { today: "2027-06-01" };
    expect((await run(["check", at("理由.xlsx")], later)).code).toBe(1);
    const again = await run(["accept", at("理由.xlsx"), "--cell", "'休暇'!C3", "--check", "rate-disagrees-with-counts", "--reason", "今年も同じ", "-o", at("翌年.xlsx")], later);
    expect(again.code).toBe(0);
    expect((await json(at("翌年.xlsx"), "--as-of", "2027-06-01")).accepted.map(({ reason }) => reason)).toEqual(["今年も同じ"]);
  });

  test.each([
    { what: "no cell", args: ["--reason", "理由"], says: "--cell" },
    { what: "a cell without its sheet", args: ["--cell", "C3", "--reason", "理由"], says: "「C3」は使えません" },
    { what: "no reason", args: ["--cell", "休暇!C3"], says: "--reason" },
    { what: "a cell without findings", args: ["--cell", "休暇!A1", "--reason", "理由"], says: "休暇!A1 に指摘はありません" },
    { what: "a check that says nothing there", args: ["--cell", "休暇!C3", "--reason", "理由", "--check", "unit-missing"], says: "「unit-missing」の指摘はありません" },
  ])("says in one sentence what is missing: $what", async ({ args, says }) => {
    const { code, err } = await run(["accept", file, ...args, "-o", at("なし.xlsx")]);
    expect(code).toBe(2);
    expect(isOneSentence(err)).toBe(true);
    expect(err).toContain(says);
    expect(folder.list()).not.toContain("なし.xlsx");
  });

  test("its options go with it alone", async () => {
    expect(await run(["check", file, "--cell", "休暇!C3"])).toMatchObject({ code: 2, err: expect.stringContaining("accept だけ") });
  });
});

describe("kpi settings", () => {
  test("takes out what the workbook keeps, reasons included; the defaults when it keeps none", async () => {
    expect(await run(["settings", file, "-o", at("既定.json")])).toMatchObject({ code: 0, err: expect.stringContaining("既定の設定") });
    expect(JSON.parse(readFileSync(at("既定.json"), "utf8"))).toEqual(defaultProfile);
    await run(["settings", at("理由.xlsx"), "-o", at("理由.json")]);
    expect(JSON.parse(readFileSync(at("理由.json"), "utf8"))).toMatchObject({ accepted: [{ reason: "出典の資料のとおり" }] });
  });

  test("puts settings in, beside the workbook's reasons, and all else of ours stays", async () => {
    const profile = folder.put("県.json", writeProfile({ ...defaultProfile, smallNumber: 5, checks: { "rate-disagrees-with-counts": false } }));
    expect((await run(["settings", at("理由.xlsx"), "--profile", profile, "-o", at("設定.xlsx")])).code).toBe(0);
    const { ownData } = readWorkbook(openWorkbookFile(folder.read("設定.xlsx"), "設定.xlsx"));
    expect(JSON.parse(ownData!)).toMatchObject({ schema: 1, profile: { smallNumber: 5, accepted: [{ reason: "出典の資料のとおり" }] } });
    expect((await run(["settings", file, "--profile", profile, "-o", at("切.xlsx")])).code).toBe(0);
    expect((await run(["check", at("切.xlsx")])).code).toBe(0);
  });

  test.each([
    { what: "a workbook without settings to put in", args: ["-o", "結果.xlsx"] },
    { what: "settings to put into a JSON file", args: ["--profile", "県.json", "-o", "結果.json"] },
  ])("says in one sentence which way they go: $what", async ({ args }) => {
    folder.put("県.json", "{}");
    const placed = args.map((arg) => (/\./.test(arg) ? at(arg) : arg));
    const { code, err } = await run(["settings", file, ...placed]);
    expect(code).toBe(2);
    expect(isOneSentence(err)).toBe(true);
  });
});
