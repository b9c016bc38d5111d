import type { CompiledYear } from './compile-year.js';
import type { Prices } from './price-search.js';
import type { YearPlan } from './year-plan.js';
import { dutyRow, NO_DEADLINE } from './year-problem.js';
import type { UnplannedReason } from '../plan.js';
import type { AuthorityPart, PlanningFacility } from '../planning-instance.js';
import { firstAllowedWeek } from '../planning-weeks.js';

/** The first rule, in order of how little a planner can do about it, that keeps the slot out of the finished plan. */
export function whyUnplanned(
  compiled: CompiledYear,
  plan: YearPlan,
  prices: Prices,
  facility: PlanningFacility,
  part: AuthorityPart,
  slot: number,
  index: number,
): UnplannedReason {
  const { instance, problem, capacity } = compiled;
  const { buckets, firstWeek } = problem;
  const { officeId, competence } = part;
  const hoursClass = problem.slotClass[slot]!;
  const office = capacity.classes[hoursClass]!.office;
  const hours = problem.hours[slot * problem.maxJoint]!;
  const weeksOf = (some: readonly number[]): number[] =>
    some.flatMap((bucket) =>
      Array.from({ length: firstWeek[bucket + 1]! - firstWeek[bucket]! }, (_, at) => firstWeek[bucket]! + at),
    );
  const hasRoom = (ofClass: number, bucket: number): boolean =>
    plan.room[ofClass * buckets + bucket]! >= hours;
  const worth = (bucket: number): number =>
    problem.worth[slot * buckets + bucket]! +
    problem.duty[dutyRow(problem.deadline[slot]!) * buckets + bucket]! -
    problem.burden;
  const priced = (bucket: number): number =>
    worth(bucket) - hours * prices.ofClass[hoursClass * buckets + bucket]!;

  const first = firstAllowedWeek(instance, part, part.slots[index]!);
  if (first >= problem.weeks) return { code: 'NOT_DUE' };
  const wanted = Array.from({ length: problem.weeks - first }, (_, at) => first + at).filter(
    (week) => !facility.vetoedWeeks.includes(week) && !part.vetoedWeeks.includes(week),
  );
  if (wanted.length === 0) return { code: 'VETOED' };
  const staffed = wanted.filter((week) => compiled.weekHours[office * problem.weeks + week]! > 0);
  if (staffed.length === 0) return { code: 'OFFICE_CLOSED', officeId, weeks: wanted };
  const open = Array.from({ length: buckets }, (_, bucket) => bucket).filter(
    (bucket) => worth(bucket) > -Infinity,
  );
  if (open.length === 0) return { code: 'TOO_NEAR_OTHER_VISIT', weeks: staffed };

  const roomy = open.filter((bucket) => hasRoom(hoursClass, bucket));
  if (roomy.length > 0) {
    const worthwhile = roomy.filter((bucket) => worth(bucket) > 0);
    if (worthwhile.length === 0)
      return { code: 'LOW_VALUE', officeId, shortfall: Math.min(...roomy.map((bucket) => -worth(bucket))) };
    // A place with no other visit can only have been missed by the search: the bound covers it, and so says the reason.
    return hasOtherVisit(plan, slot)
      ? { code: 'TOO_NEAR_OTHER_VISIT', weeks: weeksOf(worthwhile) }
      : { code: 'WITHIN_GAP', officeId, weeks: weeksOf(worthwhile) };
  }
  const shortfall = Math.min(...open.map((bucket) => -priced(bucket)));
  if (shortfall > 0 && problem.deadline[slot] === NO_DEADLINE)
    return { code: 'LOW_VALUE', officeId, shortfall };
  const anyone = capacity.classOf[office]!.get(null)!;
  if (competence !== null && open.some((bucket) => hasRoom(anyone, bucket)))
    return { code: 'COMPETENCE', officeId, competence, weeks: weeksOf(open) };
  return { code: 'NO_CAPACITY', officeId, weeks: weeksOf(open) };
}

function hasOtherVisit({ problem, bucketOf }: YearPlan, slot: number): boolean {
  const facility = problem.facilityOf[slot]!;
  for (let other = problem.firstSlot[facility]!; other < problem.firstSlot[facility + 1]!; other += 1)
    if (other !== slot && bucketOf[other]! >= 0) return true;
  return false;
}
