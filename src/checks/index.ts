import type { Check } from "./define-check";
import { actualAfterPublication } from "./actual-after-publication";
import { averageOutsideBuckets } from "./average-outside-buckets";
import { averageOutsideParts } from "./average-outside-parts";
import { causeMissing } from "./cause-missing";
import { changeUnlikeYears } from "./change-unlike-years";
import { copiedFromLastYear } from "./copied-from-last-year";
import { definitionChanged } from "./definition-changed";
import { denominatorUnknown } from "./denominator-unknown";
import { differenceDisagreesWithSexes } from "./difference-disagrees-with-sexes";
import { evaluationUnlikeFigures } from "./evaluation-unlike-figures";
import { figureBelowZero } from "./figure-below-zero";
import { gradesDisagreeWithTotal } from "./grades-disagree-with-total";
import { growthWithoutBase } from "./growth-without-base";
import { hoursAboveWorkingDay } from "./hours-above-working-day";
import { hoursWithoutPeriod } from "./hours-without-period";
import { managerShareUnlikeGrades } from "./manager-share-unlike-grades";
import { markOutsideLegend } from "./mark-outside-legend";
import { mixedDecimals } from "./mixed-decimals";
import { mixedMarks } from "./mixed-marks";
import { mixedTriangles } from "./mixed-triangles";
import { monthsDisagreeWithTotal } from "./months-disagree-with-total";
import { numberAsText } from "./number-as-text";
import { numeratorAboveDenominator } from "./numerator-above-denominator";
import { oldArticleNumber } from "./old-article-number";
import { overLimitAboveHeadcount } from "./over-limit-above-headcount";
import { partsDisagreeWithTotal } from "./parts-disagree-with-total";
import { pastFigureRestated } from "./past-figure-restated";
import { perHeadDisagreesWithHours } from "./per-head-disagrees-with-hours";
import { periodUnlikeHeading } from "./period-unlike-heading";
import { rateDisagreesWithCounts } from "./rate-disagrees-with-counts";
import { rateNoWholeNumberGives } from "./rate-no-whole-number-gives";
import { rateWithoutEligible } from "./rate-without-eligible";
import { referenceTargetTaken } from "./reference-target-taken";
import { shiftedColumn } from "./shifted-column";
import { statusBlank } from "./status-blank";
import { sizeUnlikeOtherYears } from "./size-unlike-other-years";
import { subsetAboveWhole } from "./subset-above-whole";
import { tablesInConflict } from "./tables-in-conflict";
import { targetExpired } from "./target-expired";
import { targetInOtherMeasure } from "./target-in-other-measure";
import { targetWithoutActual } from "./target-without-actual";
import { targetWordsInActual } from "./target-words-in-actual";
import { targetsInConflict } from "./targets-in-conflict";
import { textUnlikeFigures } from "./text-unlike-figures";
import { unitMissing } from "./unit-missing";
import { unitUnlikeLabel } from "./unit-unlike-label";
import { uptakeAboveHundred } from "./uptake-above-hundred";
import { wholeUnlikeSections } from "./whole-unlike-sections";
import { yearAxisBroken } from "./year-axis-broken";
import { zeroWrittenAsNotApplicable } from "./zero-written-as-not-applicable";

/** 点検の一覧 — in the order in which one speaks before another of the same cause at the same cell. */
export const checks: readonly Check[] = [
  rateWithoutEligible,
  figureBelowZero,
  zeroWrittenAsNotApplicable,
  growthWithoutBase,
  changeUnlikeYears,
  averageOutsideParts,
  managerShareUnlikeGrades,
  wholeUnlikeSections,
  tablesInConflict,
  denominatorUnknown,
  rateDisagreesWithCounts,
  numeratorAboveDenominator,
  partsDisagreeWithTotal,
  monthsDisagreeWithTotal,
  gradesDisagreeWithTotal,
  perHeadDisagreesWithHours,
  differenceDisagreesWithSexes,
  subsetAboveWhole,
  overLimitAboveHeadcount,
  averageOutsideBuckets,
  rateNoWholeNumberGives,
  uptakeAboveHundred,
  sizeUnlikeOtherYears,
  shiftedColumn,
  yearAxisBroken,
  copiedFromLastYear,
  actualAfterPublication,
  periodUnlikeHeading,
  definitionChanged,
  pastFigureRestated,
  unitUnlikeLabel,
  hoursWithoutPeriod,
  hoursAboveWorkingDay,
  targetInOtherMeasure,
  targetsInConflict,
  referenceTargetTaken,
  targetExpired,
  targetWithoutActual,
  targetWordsInActual,
  evaluationUnlikeFigures,
  causeMissing,
  statusBlank,
  unitMissing,
  mixedTriangles,
  markOutsideLegend,
  mixedMarks,
  mixedDecimals,
  numberAsText,
  oldArticleNumber,
  textUnlikeFigures,
];
