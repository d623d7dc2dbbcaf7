import type { Finding, NotChecked, Severity } from "../model/finding";
import type { Place } from "../model/cell";
import { readAddress } from "../model/cell";
import type { Profile } from "../model/profile";
import type { Reading } from "../model/reading";
import type { Check, Evidence, Utterance } from "./define-check";
import { placeOf } from "./define-check";
import { checks as allChecks } from "./index";
import { relateFigures, type RelationSettings } from "./relations";
import { findSpokenYear } from "../notation/judged-year";

/** 点検の失敗 — a check that broke: our mistake, not the sheet's. */
export interface CheckFailure {
  readonly check: string;
  readonly error: string;
}

/** 点検の結果 — what was found, what could not be looked at, and which checks broke. */
export interface CheckRun {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
  readonly failures: readonly CheckFailure[];
}

const RANK: { readonly [severity in Severity]: number } = { error: 0, warning: 1, info: 2 };
const SURE_ENOUGH = 0.6;

/**
 * 点検する — every check that is switched on, over one reading.
 *
 * shape   findings in sheet order, one per cell and cause; what could not be checked, one per table and reason; given judgements,
 *         only the checks that need them, which nothing is built on: else only the others
 * errors  a check that throws is listed in `failures`; the others go on
 */
export function runChecks(reading: Reading, settings: RelationSettings & { readonly checks?: readonly Check[] }): CheckRun {
  const { profile, checks = allChecks, judgements } = settings;
  const relations = relateFigures(reading, settings);
  const said: { readonly finding: Finding; readonly check: Check; readonly order: number }[] = [];
  const missing = new Map<string, NotChecked>();
  const failures: CheckFailure[] = [];
  for (const [order, check] of checks.entries()) {
    if (needsJudgements(check) !== (judgements !== undefined) || !(profile.checks[check.id] ?? !check.isOptional)) continue;
    try {
      for (const utterance of check.inspect(relations)) {
        if (utterance.kind === "finding") said.push({ finding: makeFinding(check, utterance, profile), check, order });
        else {
          const key = `${check.id}|${tableOf(utterance.at)}|${utterance.missing.ja}`;
          if (!missing.has(key)) missing.set(key, { check: check.id, at: placeOf(utterance.at), missing: utterance.missing });
        }
      }
    } catch (error) {
      failures.push({ check: check.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  said.sort((a, b) => RANK[a.finding.severity] - RANK[b.finding.severity] || a.order - b.order);
  const heard = new Set<string>();
  const findings = said
    .filter(({ finding, check }) => {
      const key = `${finding.at.sheet}|${finding.at.cell}|${check.cause}`;
      if (heard.has(key)) return false;
      heard.add(key);
      return true;
    })
    .map((s) => s.finding);
  return { findings: inSheetOrder(findings, reading), notChecked: [...missing.values()], failures };
}

/** 判定が要るか — a check that holds what people wrote against the judgements: it is heard after them. */
export function needsJudgements({ needs }: Pick<Check, "needs">): boolean {
  return needs.includes("judgedProgress");
}

function makeFinding(check: Check, said: Extract<Utterance, { kind: "finding" }>, profile: Profile): Finding {
  const at = "at" in said.at ? said.at : undefined;
  const confidences = [said.at, ...said.related].flatMap((e) => ("at" in e ? [e.confidence] : []));
  const isUnsure = said.severity === "error" && confidences.some((c) => c < SURE_ENOUGH);
  const about = said.about ?? at;
  const year = findSpokenYear(about?.period, profile);
  return {
    check: check.id,
    severity: isUnsure ? "warning" : said.severity,
    at: placeOf(said.at),
    related: dropRepeats(said.related.map(placeOf), placeOf(said.at)),
    message: isUnsure
      ? {
          ja: `${said.message.ja}（この欄の読み取りに自信がありません。項目の読み方を先に確認してください。）`,
          en: `${said.message.en} (We are not sure how this cell was read; please confirm the reading first.)`,
        }
      : said.message,
    ...(said.arithmetic ? { arithmetic: said.arithmetic } : {}),
    fix: said.fix === undefined ? null : { text: said.fix },
    ...(about ? { indicator: about.indicator } : {}),
    ...(year === undefined ? {} : { fiscalYear: year }),
  };
}

function tableOf(evidence: Evidence): string {
  return "at" in evidence ? `${evidence.table}` : `${evidence.sheet}|${evidence.cell}`;
}

function dropRepeats(places: readonly Place[], self: Place): Place[] {
  const seen = new Set([`${self.sheet}|${self.cell}`]);
  return places.filter((place) => {
    const key = `${place.sheet}|${place.cell}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** シートの順に並べる — findings from above to below, sheet by sheet. */
export function inSheetOrder(findings: readonly Finding[], reading: Pick<Reading, "tables">): Finding[] {
  const sheets = new Map<string, number>();
  const note = (place: Place) => {
    if (!sheets.has(place.sheet)) sheets.set(place.sheet, sheets.size);
  };
  for (const table of reading.tables) if (!sheets.has(table.sheet)) sheets.set(table.sheet, sheets.size);
  for (const finding of findings) note(finding.at);
  return findings
    .map((finding) => ({ finding, sheet: sheets.get(finding.at.sheet) ?? 0, address: readAddress(finding.at.cell) ?? { row: 0, col: 0 } }))
    .sort((a, b) => a.sheet - b.sheet || a.address.row - b.address.row || a.address.col - b.address.col)
    .map((s) => s.finding);
}
