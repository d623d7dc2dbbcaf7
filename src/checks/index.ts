import type { Check } from "./define-check";
import { averageOutsideBuckets } from "./average-outside-buckets";
import { gradesDisagreeWithTotal } from "./grades-disagree-with-total";
import { growthWithoutBase } from "./growth-without-base";
import { monthsDisagreeWithTotal } from "./months-disagree-with-total";
import { numeratorAboveDenominator } from "./numerator-above-denominator";
import { partsDisagreeWithTotal } from "./parts-disagree-with-total";
import { perHeadDisagreesWithHours } from "./per-head-disagrees-with-hours";
import { rateDisagreesWithCounts } from "./rate-disagrees-with-counts";
import { rateNoWholeNumberGives } from "./rate-no-whole-number-gives";
import { rateWithoutEligible } from "./rate-without-eligible";
import { shiftedColumn } from "./shifted-column";
import { subsetAboveWhole } from "./subset-above-whole";
import { tablesInConflict } from "./tables-in-conflict";
import { uptakeAboveHundred } from "./uptake-above-hundred";
import { wholeUnlikeSections } from "./whole-unlike-sections";
import { zeroWrittenAsNotApplicable } from "./zero-written-as-not-applicable";

/** 点検の一覧 — in the order in which one speaks before another at the same cell. */
export const checks: readonly Check[] = [
  rateWithoutEligible,
  zeroWrittenAsNotApplicable,
  growthWithoutBase,
  rateDisagreesWithCounts,
  numeratorAboveDenominator,
  partsDisagreeWithTotal,
  monthsDisagreeWithTotal,
  gradesDisagreeWithTotal,
  perHeadDisagreesWithHours,
  subsetAboveWhole,
  shiftedColumn,
  wholeUnlikeSections,
  tablesInConflict,
  averageOutsideBuckets,
  rateNoWholeNumberGives,
  uptakeAboveHundred,
];
