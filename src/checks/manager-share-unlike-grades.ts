import type { Severity } from "../model/finding";
import type { Observation } from "../model/observation";
import type { Profile } from "../model/profile";
import { defineCheck } from "./define-check";
import { compareAtDigits, hasValue } from "./relations/compare";
import { findSpokenYear } from "../notation/judged-year";
import type { GradeCount } from "./relations/manager-grades";
import { findGradeCounts, findManagerGrades, plain } from "./relations/manager-grades";
import { renderComputed, renderStated } from "./relations/render";

/**
 * 管理職割合と級別表の不一致 — the share of women among managers that the manager grades do not give.
 *
 * looks at  the stated share and the counts by grade of the same day; manager grades as in the profile, else as the figures or titles tell
 * silent    unknown manager grades; another day
 * source    R25 in the catalogue of checks
 */
export const managerShareUnlikeGrades = defineCheck({
  id: "manager-share-unlike-grades",
  severity: "error",
  cause: "state",
  needs: ["reading", "figures", "profile"],
  *run({ reading, figures, profile }) {
    const shares = figures
      .pick((kind) => kind.indicator === "female_manager_rate" && kind.role === "value" && kind.unit === "ratio" && !kind.isMergedCopy)
      .filter((o) => hasValue(o) && Object.keys(o.group).length === 0);
    if (shares.length === 0) return;
    const counts = findGradeCounts(figures, profile);
    if (counts.size === 0) return;
    const managers = findManagerGrades(reading, figures, profile, counts);
    for (const share of shares) {
      const grades = counts.get(findSpokenYear(share.period, profile) ?? NaN);
      if (!grades) continue;
      if (!managers) {
        yield {
          at: share,
          missing: {
            ja: "どの級が管理職か設定されていないため、級別表と照らし合わせられません",
            en: "which grades are managers is not set, so it cannot be compared with the grades",
          },
        };
        continue;
      }
      const used = grades.filter((c) => managers.grades.includes(plain(c.grade)));
      const people = used.reduce((sum, c) => sum + (c.people.value ?? 0), 0);
      const women = used.reduce((sum, c) => sum + (c.women.value ?? 0), 0);
      if (used.length === 0 || people === 0 || compareAtDigits(share, women / people, profile.rounding) !== "differs") continue;
      if (managers.source === "titles" && isGivenBySomeRange(share, grades, profile)) continue;
      const severity: Severity = managers.source === "profile" ? "error" : "warning";
      const division = `${women} ÷ ${people} = ${renderComputed(women / people, share)}`;
      yield {
        at: share,
        related: used.flatMap((c) => [c.women, c.people]),
        severity,
        facts: {
          grades: used.map((c) => c.grade),
          counts: `${women}/${people}`,
          computed: renderComputed(women / people, share),
          stated: renderStated(share),
          isKnown: managers.source === "profile",
        },
        arithmetic: { ja: `${division}、記載 ${renderStated(share)}`, en: `${division}, stated ${renderStated(share)}` },
      };
    }
  },
  say: {
    ja: (f) =>
      `級別表（${f.grades.join("・")}）からの計算〔${f.computed}（${f.counts}）〕と〔${f.stated}〕が一致しません。${f.isKnown ? "" : "管理職の範囲を設定で確認してください。"}`,
    en: (f) =>
      `The grades (${f.grades.join(", ")}) give ${f.computed} (${f.counts}), not ${f.stated}.${f.isKnown ? "" : " Please check in the settings which grades are managers."}`,
  },
});

// Organisations draw the line at different grades; any range from the top that gives the share may be theirs.
function isGivenBySomeRange(share: Observation, grades: readonly GradeCount[], profile: Profile): boolean {
  return [grades, [...grades].reverse()].some((ordered) => {
    let women = 0;
    let people = 0;
    return ordered.slice(0, -1).some((c) => {
      women += c.women.value ?? 0;
      people += c.people.value ?? 0;
      return people > 0 && compareAtDigits(share, women / people, profile.rounding) !== "differs";
    });
  });
}
