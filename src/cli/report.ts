import { writeRange } from "../model/cell";
import type { Language, Sentence, Severity } from "../model/finding";
import type { FindingView, InspectionView } from "../inspection/inspection-view";
import type { Paint } from "./paint";
import { renderPlan } from "./report-plan";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
const CLASS = {
  error: { ja: "● 要修正", en: "● To correct" },
  warning: { ja: "▲ 要確認", en: "▲ To check" },
  info: { ja: "ⓘ お知らせ", en: "ⓘ Note" },
} as const;

/** 報告を書く — what was read, found, offered and judged, for people, grouped by sheet. */
export function renderReport(view: InspectionView, lang: Language, paint: Paint): string {
  const say = (ja: string, en: string): string => (lang === "ja" ? ja : en);
  const counts = SEVERITIES.map((severity) => `${paint[severity](CLASS[severity][lang])} ${view.findings.filter((finding) => finding.severity === severity).length}`);
  const lines = [
    paint.strong(view.name),
    say(
      `表 ${view.tables.length} · 数値 ${view.figures.toLocaleString("en-US")} を読み取りました（${view.asOf} 時点）`,
      `Read ${view.tables.length} tables, ${view.figures.toLocaleString("en-US")} figures (as of ${view.asOf})`,
    ),
    counts.join("   "),
    ...(view.tables.length === 0 ? [say("行動計画の実績の表は見つかりませんでした。", "No table of an action plan's results was found.")] : []),
    "",
  ];
  for (const sheet of view.sheets) {
    const here = view.findings.filter((finding) => finding.at.sheet === sheet.name);
    if (here.length === 0) continue;
    lines.push(paint.strong(`─ ${sheet.name} ─`));
    for (const severity of SEVERITIES) for (const alike of gatherAlike(here.filter((finding) => finding.severity === severity))) lines.push(...renderFinding(alike, lang, paint));
    lines.push("");
  }
  if (view.accepted.length > 0) {
    lines.push(paint.strong(say(`理由のある指摘 ${view.accepted.length}`, `Findings with a reason: ${view.accepted.length}`)));
    for (const { at, about, accepted } of view.accepted) lines.push(`  ${at.sheet}!${at.cell}  ${about[lang]}  ${paint.faint(accepted?.reason.reason ?? "")}`);
    lines.push("");
  }
  if (view.fills.length > 0) {
    lines.push(paint.strong(say(`補完できる空欄 ${view.fills.length}`, `Empty cells that can be filled: ${view.fills.length}`)));
    for (const fill of view.fills)
      lines.push(`  ${fill.at.sheet}!${fill.at.cell}  ${fill.about[lang]} → ${fill.shown[lang]}  ${paint.faint(fill.formula ?? fill.derivation[lang])}`);
    lines.push("");
  }
  for (const plan of view.plans) lines.push(...renderPlan(plan, lang, paint));
  if (view.notChecked.length > 0) {
    lines.push(paint.strong(say(`点検できなかったもの ${view.notChecked.length}`, `Could not be checked: ${view.notChecked.length}`)));
    for (const { missing, places } of view.notChecked) lines.push(`  ${missing[lang]}  ${paint.faint(placesOf(places))}`);
    lines.push("");
  }
  if (view.unread.length > 0) {
    lines.push(paint.strong(say(`読み取れなかった区画 ${view.unread.length}`, `Blocks that were not understood: ${view.unread.length}`)));
    for (const [because, places] of gatherUnread(view, lang)) lines.push(`  ${because}  ${paint.faint(placesOf(places))}`);
    lines.push("");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

const YEAR_WORDS = /(?:平成|令和)(?:元|\d+)年(?:度|\d+月\d+日)?|FY\d{4}|\d{1,2} [A-Z][a-z]{2} \d{4}/g;

/** The same sentence over several years of one row is said once. */
function gatherAlike(findings: readonly FindingView[]): FindingView[][] {
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings) {
    const key = [finding.check, finding.at.cell.replace(/^[A-Z]+/, ""), finding.message.ja.replace(YEAR_WORDS, ""), finding.accepted?.reason.reason].join("|");
    const known = groups.get(key);
    if (known) known.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

function renderFinding(alike: readonly FindingView[], lang: Language, paint: Paint): string[] {
  const finding = alike[0]!;
  const head = `  ${paint[finding.severity](CLASS[finding.severity][lang].slice(0, 1))} ${finding.at.cell.padEnd(5)} ${finding.about[lang]}`.trimEnd();
  const lines = [head, `      ${finding.message[lang]}`];
  if (finding.arithmetic && !finding.message[lang].includes(finding.arithmetic[lang])) lines.push(`      ${paint.faint(finding.arithmetic[lang])}`);
  if (finding.related.length > 0) lines.push(paint.faint(`      ← ${placesOf(finding.related.map((at) => (at.sheet === finding.at.sheet ? { ...at, sheet: "" } : at)))}`));
  if (finding.accepted) lines.push(`      ${renderOldReason(finding.accepted)[lang]}`);
  if (alike.length > 1) {
    const cells = alike
      .slice(1)
      .map(({ at }) => at.cell)
      .join(", ");
    lines.push(`      ${lang === "ja" ? `${cells} も同じです。` : `The same for ${cells}.`}`);
  }
  return lines;
}

/** A reason that no longer holds is said with its finding, and why it is asked again. */
function renderOldReason({ reason, because }: NonNullable<FindingView["accepted"]>): Sentence {
  return because === "new-year"
    ? { ja: `前年度までの理由「${reason.reason}」は、今年度も当てはまりますか。`, en: `The reason of an earlier year, "${reason.reason}": does it still hold?` }
    : { ja: `理由「${reason.reason}」の後に数値が変わっています。`, en: `The figures have changed since the reason "${reason.reason}" was given.` };
}

function gatherUnread(view: InspectionView, lang: Language): Map<string, { sheet: string; cell: string }[]> {
  const groups = new Map<string, { sheet: string; cell: string }[]>();
  for (const { sheet, range, because } of view.unread) {
    const places = groups.get(because[lang]) ?? [];
    groups.set(because[lang], places);
    places.push({ sheet, cell: writeRange(range) });
  }
  return groups;
}

function placesOf(places: readonly { readonly sheet: string; readonly cell: string }[]): string {
  const shown = places.slice(0, 6).map(({ sheet, cell }) => (sheet === "" ? cell : `${sheet}!${cell}`));
  return `${shown.join(", ")}${places.length > 6 ? " …" : ""}`;
}
