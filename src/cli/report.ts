import type { Language, Severity } from "../model/finding";
import type { JudgementStatus } from "../model/plan";
import type { FindingView, InspectionView, PlanView } from "../inspection/inspection-view";
import { renderShortYear } from "../inspection/render-words";
import { statusWords } from "../inspection/status-words";

/** 色 — how the report is painted; plain when it does not go to a terminal. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const same = (text: string): string => text;
const code = (open: number, close: number) => (text: string): string => `\u001b[${open}m${text}\u001b[${close}m`;

export const noPaint: Paint = { error: same, warning: same, info: same, strong: same, faint: same };
export const terminalPaint: Paint = { error: code(31, 39), warning: code(33, 39), info: code(36, 39), strong: code(1, 22), faint: code(2, 22) };

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
    say(`表 ${view.tables.length} · 数値 ${view.figures.toLocaleString("en-US")} を読み取りました（${view.asOf} 時点）`, `Read ${view.tables.length} tables, ${view.figures.toLocaleString("en-US")} figures (as of ${view.asOf})`),
    counts.join("   "),
    "",
  ];
  for (const sheet of view.sheets) {
    const here = view.findings.filter((finding) => finding.at.sheet === sheet.name);
    if (here.length === 0) continue;
    lines.push(paint.strong(`─ ${sheet.name} ─`));
    for (const severity of SEVERITIES) for (const finding of here) if (finding.severity === severity) lines.push(...renderFinding(finding, lang, paint));
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
    for (const block of view.unread.slice(0, 20)) lines.push(`  ${block.sheet}  ${block.because[lang]}`);
    if (view.unread.length > 20) lines.push(paint.faint(say(`  ほか ${view.unread.length - 20} か所`, `  and ${view.unread.length - 20} more`)));
    lines.push("");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function renderFinding(finding: FindingView, lang: Language, paint: Paint): string[] {
  const head = `  ${paint[finding.severity](CLASS[finding.severity][lang].slice(0, 1))} ${finding.at.cell.padEnd(5)} ${finding.about[lang]}`.trimEnd();
  const lines = [head, `      ${finding.message[lang]}`];
  if (finding.arithmetic && !finding.message[lang].includes(finding.arithmetic[lang])) lines.push(`      ${paint.faint(finding.arithmetic[lang])}`);
  if (finding.related.length > 0) lines.push(paint.faint(`      ← ${placesOf(finding.related.map((at) => (at.sheet === finding.at.sheet ? { ...at, sheet: "" } : at)))}`));
  return lines;
}

function placesOf(places: readonly { readonly sheet: string; readonly cell: string }[]): string {
  const shown = places.slice(0, 6).map(({ sheet, cell }) => (sheet === "" ? cell : `${sheet}!${cell}`));
  return `${shown.join(", ")}${places.length > 6 ? " …" : ""}`;
}

function renderPlan(plan: PlanView, lang: Language, paint: Paint): string[] {
  const period = plan.from !== null && plan.to !== null ? ` ${renderShortYear(plan.from)[lang]}–${renderShortYear(plan.to)[lang]}` : "";
  const title = `${lang === "ja" ? "判定" : "Judgements"}: ${plan.name}${period}`;
  const lines = [paint.strong(title.trimEnd())];
  for (const row of plan.rows) {
    lines.push(`  ${row.label[lang]}  ${paint.faint(`${lang === "ja" ? "目標" : "target"} ${row.text}`)}`);
    for (const judgement of row.judgements) {
      const word = paintStatus(judgement.status, statusWords[judgement.status][lang], paint);
      const actual = judgement.actual ? ` ${judgement.actual[lang]}` : "";
      const gap = judgement.gap ? ` (${judgement.gap[lang]})` : "";
      lines.push(`    ${renderShortYear(judgement.fiscalYear)[lang].padEnd(4)} ${word}${actual}${gap}`);
    }
  }
  return [...lines, ""];
}

function paintStatus(status: JudgementStatus, word: string, paint: Paint): string {
  if (status === "missed" || status === "missed-by-rounding") return paint.error(`× ${word}`);
  if (status === "met" || status === "met-early") return paint.info(`○ ${word}`);
  if (status === "conflict" || status === "not-comparable") return paint.warning(`▲ ${word}`);
  return paint.faint(word);
}
