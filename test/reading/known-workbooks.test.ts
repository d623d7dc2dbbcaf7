import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import type { Inspection } from "../../src/inspection/inspection";
import { defaultProfile } from "../../src/model/profile";
import { compareTruth } from "../support/compare-truth";
import { openKnownWorkbooks, USUAL_DAY, type KnownWorkbook } from "../support/known-workbooks";
import { renderGolden } from "../support/render-golden";

// Every text workbook is another organisation's layout with what a careful reader says of it below `== truth`.
// A line `gap SENTENCE` there says what is not yet read as it should be; its test then has to fail.
const known = openKnownWorkbooks(join(__dirname, "../workbooks"));

function inspect({ workbook, truth }: KnownWorkbook): Inspection {
  return inspectWorkbook(workbook, { profile: defaultProfile, asOf: truth.asOf ?? USUAL_DAY });
}

describe.each(known.map((k) => [k.name, k] as const))("%s", (name, k) => {
  const gaps = k.truth.gaps ?? [];
  const held = gaps.length ? test.failing : test;

  held([`is read, checked, filled and judged as a careful reader would`, ...gaps].join("; known gap: "), () => {
    const { read, found, fills, judged, quiet, falseErrors } = compareTruth(inspect(k), k.truth);
    expect({ read: read.missed, found: found.missed, fills: fills.missed, judged: judged.missed, quiet: quiet.missed, falseErrors }).toEqual({
      read: [],
      found: [],
      fills: [],
      judged: [],
      quiet: [],
      falseErrors: [],
    });
  });

  test("says what it said when it was last accepted (npm run accept)", () => {
    const path = join(__dirname, `../golden/${name}.txt`);
    const said = renderGolden(inspect(k));
    if (process.env["ACCEPT_GOLDEN"]) writeFileSync(path, said);
    expect(said).toBe(existsSync(path) ? readFileSync(path, "utf8") : "nothing accepted yet");
  });
});
