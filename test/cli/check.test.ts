import { readFileSync } from "node:fs";
import { FileHost } from "../../src/hosts/file/file-host";
import { buildStyles, buildWorkbook } from "../support/xlsx-builder";
import { openKnownWorkbook } from "../support/known-workbooks";
import { writeWorkbookFile } from "../support/write-workbook-file";
import { Folder, isOneSentence, run, sample } from "./run-cli";

const folder = new Folder();
afterAll(() => folder.remove());

const draw = (text: string): Uint8Array => writeWorkbookFile(openKnownWorkbook(text, "drawn").workbook);
const CLEAN = `== sheet 休暇
| ①部分休業 |
|  | R1 | R2 | R3 | R4 | R5 |
| 取得率 | 0% | 33.3% | 50% | 100% | 0% |
| 取得人数 | 0人 | 1人 | 1人 | 2人 | 0人 |
| 育休からの復帰人数 | 1人 | 3人 | 2人 | 2人 | 1人 |
`;
const clean = folder.put("clean.xlsx", draw(CLEAN));
const wrong = folder.put("wrong.xlsx", draw(CLEAN.replace("50%", "80%")));

describe("check tells by its exit code whether something is to be corrected", () => {
  test("0 when nothing is", async () => {
    const { code, out, err } = await run(["check", clean]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/要修正 0/);
  });

  test("1 when something is", async () => {
    const { code, out } = await run(["check", wrong]);
    expect(code).toBe(1);
    expect(out).toMatch(/要修正 1/);
    expect(out).toContain("率が計算と合いません");
  });

  test("the same with --json, and the file is named without its folder", async () => {
    const found = await run(["check", wrong, "--json"]);
    expect(found.code).toBe(1);
    const json = JSON.parse(found.out) as { schema: number; file: string; findings: { severity: string; cell: string }[] };
    expect(json).toMatchObject({ schema: 1, file: "wrong.xlsx" });
    expect(json.findings.filter((finding) => finding.severity === "error")).toHaveLength(1);
    expect((await run(["check", clean, "--json"])).code).toBe(0);
  });
});

describe("several files", () => {
  test("the worst of them decides", async () => {
    const { code, out } = await run(["check", clean, wrong]);
    expect(code).toBe(1);
    expect(out.split("\n").sort()).toEqual(["", expect.stringMatching(/clean\.xlsx {2}● 要修正 0 /), expect.stringMatching(/wrong\.xlsx {2}● 要修正 1 /)]);
  });

  test("--json gives an array in their order", async () => {
    const { out } = await run(["check", wrong, clean, "--json"]);
    expect((JSON.parse(out) as { file: string }[]).map(({ file }) => file)).toEqual(["wrong.xlsx", "clean.xlsx"]);
  });

  test("one that cannot be read is named, and the others are checked all the same", async () => {
    const { code, out, err } = await run(["check", folder.at("absent.xlsx"), wrong, "--json"]);
    expect(code).toBe(2);
    expect(err).toContain("absent.xlsx");
    expect((JSON.parse(out) as { file: string }[]).map(({ file }) => file)).toEqual(["wrong.xlsx"]);
  });
});

describe("the language", () => {
  test("English is whole", async () => {
    const { out } = await run(["check", clean, wrong, "--lang", "en"]);
    expect(out).toContain("To correct");
    // Sheet names, headings and plan names are the workbook's own; the sentences are ours.
    expect(out.replace(/─ .* ─|[^\n]*!.*/g, "")).not.toMatch(/です|ません|ください/);
  });

  test("messages of --json follow it", async () => {
    const said = async (lang: string) =>
      (JSON.parse((await run(["check", wrong, "--json", "--lang", lang])).out) as { findings: { message: string }[] }).findings.map(({ message }) => message).join();
    expect(await said("ja")).toMatch(/[ぁ-ん]/);
    expect(await said("en")).not.toMatch(/です|ません/);
  });
});

describe("colours", () => {
  const ESCAPE = "\u001b[";
  test("only on a terminal", async () => {
    expect((await run(["check", wrong])).out).not.toContain(ESCAPE);
    expect((await run(["check", wrong], { isTTY: true })).out).toContain(ESCAPE);
  });
  test("never in --json", async () => expect((await run(["check", wrong, "--json"], { isTTY: true })).out).not.toContain(ESCAPE));
});

describe("--as-of", () => {
  const planned = folder.put(
    "planned.xlsx",
    draw(`== sheet 年休
| 女性活躍推進法に係る特定事業主行動計画（令和5年度～令和7年度） |

| 年次有給休暇【目標：平均取得日数12日】 |
|  | R4 | R5 | R6 | R7 |
| 平均取得日数 | 10日 | 11日 | 12日 |  |
`),
  );
  const statuses = async (day: string) =>
    Object.fromEntries(
      (JSON.parse((await run(["check", planned, "--json", "--as-of", day])).out) as { judgements: { fiscalYear: number; status: string }[] }).judgements.map(
        ({ fiscalYear, status }) => [fiscalYear, status],
      ),
    );

  test("a year that has not ended is not due", async () => {
    expect(await statuses("2026-06-01")).toMatchObject({ 2022: "baseline", 2023: "missed", 2024: "met", 2025: "pending" });
    expect((await statuses("2025-06-01"))[2025]).not.toBe("missed");
  });

  test("without it, today decides", async () => {
    const { out } = await run(["check", planned], { today: "2027-01-05" });
    expect(out).toContain("2027-01-05");
  });
});

describe("--profile", () => {
  const hours = folder.put(
    "hours.xlsx",
    draw(`== sheet 年休
| 年次有給休暇 |
|  | R3 | R4 |
| 平均取得日数 | 9日と3時間 | 10日と1時間 |
`),
  );
  const days = async (...more: string[]) =>
    (JSON.parse((await run(["check", hours, "--json", ...more])).out) as { observations: { cell: string; value: number }[] }).observations[0]!.value;

  test("what it decides is used, what it leaves out has its default", async () => {
    expect(await days()).toBeCloseTo(9 + 3 / 7.75, 6);
    expect(await days("--profile", folder.put("eight.json", '{ "schema": 1, "hoursPerDay": 8 }'))).toBeCloseTo(9.375, 6);
  });

  test.each<[string, string, RegExp]>([
    ["no JSON", "{ hoursPerDay: 8", /JSON/],
    ["no object", "[1]", /\{ \}/],
    ["a newer version", '{ "schema": 2 }', /新しい版（2）/],
    ["an unknown field", '{ "hoursPerWeek": 38 }', /「hoursPerWeek」/],
    ["a value that cannot be", '{ "hoursPerDay": 0 }', /「hoursPerDay」/],
    ["a value of another kind", '{ "managerGrades": "7級" }', /「managerGrades」/],
  ])("%s is said in one sentence, exit 2", async (_, text, sentence) => {
    const { code, out, err } = await run(["check", hours, "--profile", folder.put("bad.json", text)]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(sentence);
    expect(isOneSentence(err)).toBe(true);
  });

  test("a missing one too", async () => {
    const { code, err } = await run(["check", hours, "--profile", folder.at("absent.json")]);
    expect(code).toBe(2);
    expect(err).toContain("absent.json");
  });
});

describe("findings that somebody accepted", () => {
  const reason = { check: "rate-disagrees-with-counts", at: { sheet: "休暇", cell: "D3" }, reason: "出典の値どおり", figures: "80%|1人|2人", year: 2026 };
  const profileWith = (accepted: readonly object[]) => ({ schema: 1, accepted });
  const keeping = (name: string, profile: object): string => {
    const host = new FileHost(readFileSync(wrong), name);
    host.apply([{ kind: "set-own-data", text: JSON.stringify({ schema: 1, profile, journal: [] }) }]);
    return folder.put(name, host.bytes());
  };
  const check = async (file: string, ...more: string[]) => {
    const { code, out } = await run(["check", file, "--json", ...more]);
    const { findings, accepted } = JSON.parse(out) as { findings: { check: string; severity: string }[]; accepted: { check: string; reason: string; year: number | null }[] };
    return { code, errors: findings.filter(({ severity }) => severity === "error").map((one) => one.check), accepted };
  };

  test("stay out of the findings and the exit code, by the workbook's own data", async () => {
    const { code, errors, accepted } = await check(keeping("explained.xlsx", profileWith([reason])));
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
    expect(accepted).toMatchObject([{ check: reason.check, reason: "出典の値どおり", year: 2026 }]);
  });

  test("and by a profile, beside the workbook's own", async () => {
    const profile = folder.put("reasons.json", JSON.stringify(profileWith([reason])));
    expect(await check(wrong, "--profile", profile)).toMatchObject({ code: 0, errors: [], accepted: [{ reason: "出典の値どおり" }] });
    expect(await check(keeping("explained-too.xlsx", profileWith([reason])), "--profile", folder.put("none.json", '{ "schema": 1 }'))).toMatchObject({ code: 0 });
  });

  test("are listed for people with their reason", async () => {
    const { out } = await run(["check", keeping("explained-here.xlsx", profileWith([reason]))]);
    expect(out).toMatch(/要修正 0/);
    expect(out).toMatch(/理由のある指摘 1\n {2}休暇!D3 .*出典の値どおり/);
  });

  test.each([
    ["the figures changed", { ...reason, figures: "80%|1人|3人" }, /理由「出典の値どおり」の後に数値が変わっています/],
    ["a new fiscal year began", { ...reason, year: 2025 }, /前年度までの理由「出典の値どおり」は、今年度も当てはまりますか/],
  ])("come back when %s, with the old reason", async (because, changed, said) => {
    const file = keeping(`back-${because.length}.xlsx`, profileWith([changed]));
    expect(await check(file)).toMatchObject({ code: 1, errors: [reason.check], accepted: [] });
    expect((await run(["check", file])).out).toMatch(said);
  });

  test("other settings kept in the workbook hold too, and what cannot be used has its default", async () => {
    const off = keeping("off.xlsx", { schema: 1, hoursPerDay: "x", checks: { [reason.check]: false } });
    expect(await check(off)).toMatchObject({ code: 0 });
    expect(await check(keeping("newer.xlsx", { schema: 9, checks: { [reason.check]: false } }))).toMatchObject({ code: 1 });
  });
});

describe("nothing much to read", () => {
  test("an empty workbook gives an empty result", async () => {
    const empty = folder.put("empty.xlsx", buildWorkbook({}));
    const { code, out, err } = await run(["check", empty, "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toEqual({ schema: 1, file: "empty.xlsx", observations: [], findings: [], accepted: [], notChecked: [], fills: [], plans: [], judgements: [] });
    expect((await run(["check", empty])).out).toContain("表は見つかりませんでした");
  });

  test("a million declared rows with two cells cost nothing much", async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>部分休業</t></is></c></row>${Array.from({ length: 200_000 }, (_, i) => `<row r="${i + 2}"/>`).join("")}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
    const wide = folder.put("wide.xlsx", buildWorkbook({ sheets: [{ name: "実績", head: '<dimension ref="A1:XFD1048576"/>', rows }], styles: buildStyles([0]) }));
    // A grid of what is declared would take the memory of any machine.
    expect((await run(["check", wide, "--json"])).code).toBe(0);
  });
});

test("checking never touches the file", async () => {
  const before = readFileSync(sample);
  await run(["check", sample]);
  expect(readFileSync(sample).equals(before)).toBe(true);
});
