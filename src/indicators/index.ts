import type { Indicator } from "./indicator";
import { annualLeave10days } from "./annual-leave-10days";
import { annualLeaveAvgDays } from "./annual-leave-avg-days";
import { annualLeaveOver5Rate } from "./annual-leave-over5-rate";
import { annualLeaveRate } from "./annual-leave-rate";
import { annualLeaveUnder5Rate } from "./annual-leave-under5-rate";
import { awarenessRate } from "./awareness-rate";
import { careLeaveTakers } from "./care-leave-takers";
import { childNursingLeaveAvgDays } from "./child-nursing-leave-avg-days";
import { childNursingLeaveBucket } from "./child-nursing-leave-bucket";
import { childNursingLeaveRate } from "./child-nursing-leave-rate";
import { childcareLeave2wRate } from "./childcare-leave-2w-rate";
import { childcareLeaveAvgDays } from "./childcare-leave-avg-days";
import { childcareLeaveDurationDist } from "./childcare-leave-duration-dist";
import { childcareLeaveRate } from "./childcare-leave-rate";
import { childcareLeaveTakers } from "./childcare-leave-takers";
import { childcareParticipationLeaveRate } from "./childcare-participation-leave-rate";
import { commuteReliefLeave } from "./commute-relief-leave";
import { fatherConsecutiveLeaveRate } from "./father-consecutive-leave-rate";
import { femaleApplicantRate } from "./female-applicant-rate";
import { femaleGradeGrowth } from "./female-grade-growth";
import { femaleHireRate } from "./female-hire-rate";
import { femaleManagerRate } from "./female-manager-rate";
import { femaleRateByGrade } from "./female-rate-by-grade";
import { femaleStaffRate } from "./female-staff-rate";
import { harassmentMeasures } from "./harassment-measures";
import { healthCheckupLeaveRate } from "./health-checkup-leave-rate";
import { leaveAsDesiredRate } from "./leave-as-desired-rate";
import { maternityClassLeaveRate } from "./maternity-class-leave-rate";
import { midcareerHires } from "./midcareer-hires";
import { nightWorkLimitApplicants } from "./night-work-limit-applicants";
import { noOvertimeDayRate } from "./no-overtime-day-rate";
import { nursingTimeLeaveRate } from "./nursing-time-leave-rate";
import { overtimeMonthly } from "./overtime-monthly";
import { overtimeOverLimitCount } from "./overtime-over-limit-count";
import { overtimePerHeadMonth } from "./overtime-per-head-month";
import { overtimePerHeadYear } from "./overtime-per-head-year";
import { overtimeReductionRate } from "./overtime-reduction-rate";
import { overtimeTotalHours } from "./overtime-total-hours";
import { overtimeWithin360Rate } from "./overtime-within-360-rate";
import { partialLeaveRate } from "./partial-leave-rate";
import { paternity5daysRate } from "./paternity-5days-rate";
import { paternityEitherLeaveRate } from "./paternity-either-leave-rate";
import { payGap } from "./pay-gap";
import { retention10y } from "./retention-10y";
import { shortTimeWorkCount } from "./short-time-work-count";
import { spouseBirthLeaveAvgDays } from "./spouse-birth-leave-avg-days";
import { spouseBirthLeaveFullRate } from "./spouse-birth-leave-full-rate";
import { spouseBirthLeaveRate } from "./spouse-birth-leave-rate";
import { tenureGap } from "./tenure-gap";
import { turnoverGap } from "./turnover-gap";
import { womenAvgRetireAge } from "./women-avg-retire-age";

/** 指標の一覧 — the catalogue, in the order people list it: leaves, childcare leave, working hours, annual leave, women at work. */
export const indicators: readonly Indicator[] = [
  maternityClassLeaveRate,
  healthCheckupLeaveRate,
  commuteReliefLeave,
  nursingTimeLeaveRate,
  spouseBirthLeaveRate,
  spouseBirthLeaveFullRate,
  spouseBirthLeaveAvgDays,
  childcareParticipationLeaveRate,
  paternityEitherLeaveRate,
  paternity5daysRate,
  fatherConsecutiveLeaveRate,
  childNursingLeaveRate,
  childNursingLeaveAvgDays,
  childNursingLeaveBucket,
  childcareLeaveRate,
  childcareLeave2wRate,
  childcareLeaveDurationDist,
  childcareLeaveAvgDays,
  childcareLeaveTakers,
  partialLeaveRate,
  shortTimeWorkCount,
  leaveAsDesiredRate,
  careLeaveTakers,
  overtimeTotalHours,
  overtimePerHeadYear,
  overtimePerHeadMonth,
  overtimeMonthly,
  overtimeOverLimitCount,
  overtimeWithin360Rate,
  overtimeReductionRate,
  nightWorkLimitApplicants,
  noOvertimeDayRate,
  annualLeaveAvgDays,
  annualLeaveRate,
  annualLeaveUnder5Rate,
  annualLeaveOver5Rate,
  annualLeave10days,
  femaleHireRate,
  femaleApplicantRate,
  femaleStaffRate,
  femaleManagerRate,
  femaleRateByGrade,
  femaleGradeGrowth,
  tenureGap,
  turnoverGap,
  retention10y,
  midcareerHires,
  payGap,
  harassmentMeasures,
  awarenessRate,
  womenAvgRetireAge,
];

const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));

/** 指標を引く — undefined when the catalogue has no such id. */
export function findIndicator(id: string): Indicator | undefined {
  return byId.get(id);
}
