import type { Language } from "../model/finding";
import type { JudgementStatus } from "../model/plan";
import type { JudgementView, PlanView, TargetRowView, YearBandView } from "../inspection/inspection-view";
import { renderShortYear } from "../inspection/render-words";
import { judgementWords, toneOf } from "../inspection/judgement-words";
import { withoutRepeats } from "../inspection/target-rows";
import type { Paint } from "./paint";

/** Years that no one is asked about: they stand in one line. */
const QUIET: ReadonlySet<JudgementStatus> = new Set(["baseline", "out-of-period", "expired", "no-target"]);

/** Here the status already says what stands in the cell. */
const SAYS_STATE: ReadonlySet<JudgementStatus> = new Set(["not-applicable", "unknown", "pending"]);

const BAND = {
  met: { ja: "達成", en: "met" },
  missed: { ja: "未達", en: "missed" },
  inProgress: { ja: "途中経過", en: "in progress" },
  notApplicable: { ja: "該当なし", en: "nobody eligible" },
  unknown: { ja: "未把握・入力待ち", en: "not known or to come" },
  toConfirm: { ja: "要確認", en: "to check" },
} as const;

/** 計画の報告 — its years in figures, then every target with the years that were judged. */
export function renderPlan(plan: PlanView, lang: Language, paint: Paint): string[] {
  const period = plan.from !== null && plan.to !== null ? ` ${renderShortYear(plan.from)[lang]}–${renderShortYear(plan.to)[lang]}` : "";
  const name = plan.name === "" ? (lang === "ja" ? "計画の記載がない目標" : "targets of no stated plan") : plan.name;
  const lines = [paint.strong(`${lang === "ja" ? "判定" : "Judgements"}: ${name}${period}`), ...plan.band.map((year) => `  ${renderBand(year, lang)}`)];
  for (const row of withoutRepeats(plan.rows, ({ label }) => label.ja)) lines.push(...renderTarget(row, lang, paint));
  return [...lines, ""];
}

function renderBand({ year, judged, counts, direction }: YearBandView, lang: Language): string {
  const said = counts.map(({ of, count }) => `${BAND[of][lang]} ${count}`).join(lang === "ja" ? "・" : ", ");
  if (lang === "ja") return `${renderShortYear(year).ja}  判定対象 ${judged} 件${judged > 0 ? `中 ${said}` : ""}${direction > 0 ? `（ほかに方向だけの目標 ${direction} 件）` : ""}`;
  return `${renderShortYear(year).en}  of ${judged} targets${judged > 0 ? `: ${said}` : ""}${direction > 0 ? ` (and ${direction} that name only a direction)` : ""}`;
}

function renderTarget(row: TargetRowView, lang: Language, paint: Paint): string[] {
  const lines = [`  ${row.label[lang]}  ${paint.faint(`${lang === "ja" ? "目標" : "target"} ${row.text[lang].replace(/\s+/g, " ")}`)}`];
  if (row.judgements.length === 0) lines.push(`    ${paint.faint(lang === "ja" ? "実績の表が見つかりません" : "no table of its actuals was found")}`);
  let quiet: JudgementView[] = [];
  const flush = (): void => {
    if (quiet.length > 0) lines.push(`    ${paint.faint(renderQuiet(quiet, lang))}`);
    quiet = [];
  };
  for (const judgement of row.judgements) {
    if (QUIET.has(judgement.status)) {
      if (quiet.length > 0 && quiet[0]!.status !== judgement.status) flush();
      quiet.push(judgement);
      continue;
    }
    flush();
    lines.push(`    ${renderYear(judgement, lang, paint)}`);
  }
  flush();
  return lines;
}

function renderQuiet(judgements: readonly JudgementView[], lang: Language): string {
  const years = judgements.map(({ fiscalYear, actual }) => `${renderShortYear(fiscalYear)[lang]}${actual ? ` ${actual[lang]}` : ""}`);
  return `${judgementWords[lang][judgements[0]!.status].word}: ${years.join(lang === "ja" ? "、" : ", ")}`;
}

function renderYear({ fiscalYear, status, actual, isDerived, gap }: JudgementView, lang: Language, paint: Paint): string {
  const derived = isDerived ? (lang === "ja" ? "（計算値）" : " (derived)") : "";
  const said = actual && !SAYS_STATE.has(status) ? ` ${actual[lang]}${derived}` : "";
  const missing = gap ? (lang === "ja" ? `　${gap.ja}` : `, ${gap.en}`) : "";
  return `${renderShortYear(fiscalYear)[lang].padEnd(4)} ${paintStatus(status, lang, paint)}${said}${missing}`;
}

function paintStatus(status: JudgementStatus, lang: Language, paint: Paint): string {
  const { symbol, word } = judgementWords[lang][status];
  const text = `${symbol} ${word}`;
  const tone = toneOf[status];
  if (tone === "missed") return paint.error(text);
  if (tone === "met") return paint.info(text);
  return tone === "question" ? paint.warning(text) : text;
}
