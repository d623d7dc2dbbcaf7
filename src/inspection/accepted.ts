import { type Place, placeKey } from "../model/cell";
import { sumText } from "../model/check-sum";
import type { Finding } from "../model/finding";
import type { AcceptedReason } from "../model/profile";
import type { Reading } from "../model/reading";
import { fiscalYearOfDate } from "../notation/period";

/** 理由のある指摘 — a finding somebody called right as it stands; `index` is its position among all findings. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly reason: AcceptedReason;
  readonly index: number;
}

/** 理由の今 — what somebody said about a finding, and whether it still holds. */
export interface ReasonState {
  readonly reason: AcceptedReason;
  readonly holds: boolean;
  readonly because: "figures-changed" | "new-year" | null;
}

/** A reason is read by people and kept in the workbook: more figures than this stand as a number and a check sum. */
const LONGEST = 120;

/**
 * 指摘の数値 — the figures a finding rests on, as one short text: its cell and the related ones, as they are shown.
 *
 * shape  width and spaces do not count, so that another host or another save says the same
 */
export function writeFigures(finding: Pick<Finding, "at" | "related">, textAt: (at: Place) => string | undefined): string {
  const texts = [finding.at, ...finding.related].map((at) => (textAt(at) ?? "").normalize("NFKC").replace(/\s+/g, ""));
  const whole = texts.join("|");
  if (whole.length <= LONGEST) return whole;
  return `${texts.length}:${whole.slice(0, LONGEST / 2)}…${sumText(whole)}`;
}

/**
 * 指摘の場所の文 — what stands at the places findings rest on, be it a figure, a target, a heading or a note.
 *
 * none  undefined where nothing was read
 */
export function findTexts(reading: Reading, findings: readonly Pick<Finding, "at" | "related">[]): (at: Place) => string | undefined {
  const texts = new Map<string, string | undefined>();
  for (const { at, related } of findings) {
    texts.set(placeKey(at), undefined);
    for (const place of related) texts.set(placeKey(place), undefined);
  }
  if (texts.size === 0) return () => undefined;
  const sheets = new Set(findings.flatMap(({ at, related }) => [at.sheet, ...related.map(({ sheet }) => sheet)]));
  const note = ({ at, text }: { readonly at: Place; readonly text: string }): void => {
    if (!sheets.has(at.sheet)) return;
    const key = placeKey(at);
    if (texts.has(key)) texts.set(key, texts.get(key) ?? text);
  };
  reading.observations.forEach(note);
  for (const list of [reading.targets, reading.headcounts, reading.legends, reading.asides, reading.texts]) list.forEach(note);
  for (const { captions, notes, periods } of reading.tables) for (const list of [captions, notes, periods]) list.forEach(note);
  for (const { at, name } of reading.plans) note({ at, text: name });
  return (at) => texts.get(placeKey(at));
}

/** The reason of each finding, by position: the one given at its place, or one whose cell has moved with its figures. */
function matchReasons(findings: readonly Finding[], figuresOf: (index: number) => string, accepted: readonly AcceptedReason[]): ReadonlyMap<number, AcceptedReason> {
  const places = new Map(findings.map(({ check, at }, index) => [`${check}|${placeKey(at)}`, index]));
  const matched = new Map<number, AcceptedReason>();
  const moved: AcceptedReason[] = [];
  for (const reason of accepted) {
    const index = places.get(`${reason.check}|${placeKey(reason.at)}`);
    if (index === undefined) moved.push(reason);
    else matched.set(index, reason);
  }
  for (const reason of moved) {
    if (!/\d/.test(reason.figures)) continue;
    const alike = findings.flatMap((finding, index) => (finding.check === reason.check && !matched.has(index) && figuresOf(index) === reason.figures ? [index] : []));
    const near = alike.filter((index) => findings[index]!.at.sheet === reason.at.sheet);
    const [only, another] = near.length > 0 ? near : alike;
    // Among several that look alike, nobody said which one is meant.
    if (only !== undefined && another === undefined && moved.filter((one) => one.check === reason.check && one.figures === reason.figures).length === 1) matched.set(only, reason);
  }
  return matched;
}

/**
 * 理由の今を調べる — for each finding with a reason, by position, whether the reason holds.
 *
 * shape  a reason holds while the figures and the fiscal year are those it was given for
 */
export function weighReasons(findings: readonly Finding[], reading: Reading, accepted: readonly AcceptedReason[], asOf: string): ReadonlyMap<number, ReasonState> {
  if (accepted.length === 0) return new Map();
  const textAt = findTexts(
    reading,
    findings.filter(({ check }) => accepted.some((reason) => reason.check === check)),
  );
  const known = new Map<number, string>();
  const figuresOf = (index: number): string => {
    const figures = known.get(index) ?? writeFigures(findings[index]!, textAt);
    known.set(index, figures);
    return figures;
  };
  const year = fiscalYearOfDate(asOf);
  return new Map(
    [...matchReasons(findings, figuresOf, accepted)].map(([index, reason]) => {
      const because = reason.figures !== figuresOf(index) ? "figures-changed" : reason.year !== undefined && reason.year < year ? "new-year" : null;
      return [index, { reason, holds: because === null, because }];
    }),
  );
}

/** 指摘を分ける — the findings that stand, and those whose accepted reason holds. */
export function splitAccepted(
  all: readonly Finding[],
  reading: Reading,
  accepted: readonly AcceptedReason[],
  asOf: string,
): { readonly findings: readonly Finding[]; readonly accepted: readonly AcceptedFinding[] } {
  const reasons = weighReasons(all, reading, accepted, asOf);
  const quiet: AcceptedFinding[] = [];
  const findings = all.filter((finding, index) => {
    const state = reasons.get(index);
    if (state?.holds) quiet.push({ finding, reason: state.reason, index });
    return !state?.holds;
  });
  return { findings, accepted: quiet };
}

/** 指摘を合わせる — all findings in sheet order again, whatever was accepted. */
export function joinFindings({ findings, accepted }: { readonly findings: readonly Finding[]; readonly accepted: readonly AcceptedFinding[] }): readonly Finding[] {
  const quiet = new Map(accepted.map(({ index, finding }) => [index, finding]));
  const standing = findings[Symbol.iterator]();
  return Array.from({ length: findings.length + accepted.length }, (_, index) => quiet.get(index) ?? (standing.next().value as Finding));
}
