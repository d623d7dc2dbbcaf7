import type { Check } from "../../src/checks/define-check";
import { runChecks } from "../../src/checks/run-checks";
import type { Finding, Severity } from "../../src/model/finding";
import type { Profile } from "../../src/model/profile";
import { defaultProfile } from "../../src/model/profile";
import type { Reading } from "../../src/model/reading";
import type { Remembered } from "../../src/model/remembered";

/** 言わない例 — a reading about which a check must say nothing. */
export interface SilentCase {
  readonly because: string;
  readonly reading: Reading;
  readonly profile?: Partial<Profile>;
  readonly asOf?: string;
  /** What the workbook carries of its past. */
  readonly remembered?: Remembered | null;
}

/** 言う例 — a reading about which it speaks at exactly these cells. */
export interface SpeakingCase extends SilentCase {
  readonly at: readonly string[];
  readonly severity?: Severity;
  /** Words that must stand in the Japanese message. */
  readonly says?: string;
  readonly related?: readonly string[];
  readonly fix?: string;
}

/** What one check says of a reading, and nothing of the other checks. */
export function listen(check: Check, { reading, profile, asOf, remembered = null }: SilentCase): readonly Finding[] {
  const run = runChecks(reading, { profile: { ...defaultProfile, ...profile }, asOf: asOf ?? "2026-06-01", remembered, checks: [check] });
  expect(run.failures).toEqual([]);
  return run.findings;
}

/** 点検の例を試す — name and verification of every case, silent and speaking, for `test.each`. */
export function casesFor(check: Check, cases: { readonly silent: readonly SilentCase[]; readonly speaks: readonly SpeakingCase[] }): [string, () => void][] {
  return [
    ...cases.silent.map((c): [string, () => void] => [`silent: ${c.because}`, () => verifySilence(check, c)]),
    ...cases.speaks.map((c): [string, () => void] => [`speaks: ${c.because}`, () => verifySpeech(check, c)]),
  ];
}

function verifySilence(check: Check, c: SilentCase): void {
  expect(listen(check, c).map((f) => `${f.at.cell} ${f.severity} ${f.message.ja}`)).toEqual([]);
}

function verifySpeech(check: Check, c: SpeakingCase): void {
  const found = listen(check, c);
  const sheets = new Set(c.reading.tables.map((t) => t.sheet));
  const name = (place: { sheet: string; cell: string }) => (sheets.size > 1 ? `${place.sheet}!${place.cell}` : place.cell);
  expect(found.map((f) => name(f.at))).toEqual(c.at);
  for (const finding of found) {
    expect(finding.severity).toBe(c.severity ?? check.severity);
    expect(finding.message.ja).toMatch(/。/);
    expect(finding.message.en).toMatch(/[.?)]$/);
    expect(`${finding.message.ja}${finding.message.en}`).not.toMatch(/undefined|NaN|null|\[object/);
    expect(finding.message.ja).not.toMatch(/NG|違反|不合格/);
  }
  if (c.says !== undefined) expect(found.map((f) => f.message.ja).join("\n")).toContain(c.says);
  if (c.related) expect(found.flatMap((f) => f.related.map(name))).toEqual(expect.arrayContaining([...c.related]));
  if (c.fix !== undefined) expect(found[0]?.fix?.text).toBe(c.fix);
}
