import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { toPublicJson } from "../../src/inspection/public-json";
import { defaultProfile } from "../../src/model/profile";
import { openKnownWorkbook } from "../support/known-workbooks";
import { run, sample } from "./run-cli";

const docs = join(__dirname, "../../docs");
const schema: object = JSON.parse(readFileSync(join(docs, "check.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: false, strict: true, allowUnionTypes: true }).compile(schema);

/** The first few ways in which this is not what the schema says. */
function faults(json: unknown): string[] {
  return validate(json) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const folder = join(__dirname, "../workbooks");
const texts = readdirSync(folder).filter((file) => file.endsWith(".txt"));

describe("check --json is what the schema says", () => {
  test.each(["ja", "en"])("the sample, in %s", async (lang) => {
    const { out } = await run(["check", sample, "--json", "--lang", lang]);
    expect(faults(JSON.parse(out))).toEqual([]);
  });

  test("several files give an array", async () => {
    const { out } = await run(["check", sample, sample, "--json"]);
    const json: unknown = JSON.parse(out);
    expect(json).toHaveLength(2);
    expect(faults(json)).toEqual([]);
  });

  test.each(texts)("%s", (file) => {
    const { workbook } = openKnownWorkbook(readFileSync(join(folder, file), "utf8"), file);
    const inspection = inspectWorkbook(workbook, { profile: defaultProfile, asOf: "2026-06-01" });
    // Through text, as it leaves the command line: what JSON cannot say must not be there.
    expect(faults(JSON.parse(JSON.stringify(toPublicJson(inspection, "ja"))))).toEqual([]);
  });
});

describe("the schema does not let just anything pass", () => {
  const observation = {
    sheet: "1",
    cell: "B2",
    indicator: "annual_leave_avg_days",
    role: "value",
    period: { kind: "fiscal-year", year: 2021 },
    group: {},
    state: "value",
    value: 9,
    confidence: 0.9,
    unit: "days",
    text: "9日",
  };
  const whole = (observations: readonly object[]) => ({ schema: 1, file: "a.xlsx", observations, findings: [], notChecked: [], fills: [], plans: [], judgements: [] });

  test("this passes", () => expect(faults(whole([observation]))).toEqual([]));
  test.each([
    ["another version", { ...whole([]), schema: 2 }],
    ["a missing list", { ...whole([]), findings: undefined }],
    ["an unknown field", { ...whole([]), extra: 1 }],
    ["an unknown state", whole([{ ...observation, state: "zero" }])],
    ["a role of the reader's own", whole([{ ...observation, role: "total" }])],
    ["an address with dollar signs", whole([{ ...observation, cell: "$B$2" }])],
    ["a value in words", whole([{ ...observation, value: "9" }])],
    ["a sure confidence above one", whole([{ ...observation, confidence: 1.2 }])],
  ])("%s does not", (_, json) => expect(faults(JSON.parse(JSON.stringify(json)))).not.toEqual([]));
});
