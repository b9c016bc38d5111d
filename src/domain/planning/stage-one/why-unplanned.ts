import type { CompiledYear } from './compile-year.js';
import type { Prices } from './price-search.js';
import type { YearPlan } from './year-plan.js';
import { dutyRow, isOpen, NO_DEADLINE } from './year-problem.js';
import type { UnplannedReason } from '../plan.js';
import type { AuthorityPart, PlanningFacility } from '../planning-instance.js';
import { firstAllowedWeek, isDrawnFor } from '../planning-weeks.js';
import { forEachSlot } from './each-slot.js';

/** The first rule, in order of how little a planner can do about it, that keeps the slot out of the finished plan. */
export function whyUnplanned(
  compiled: CompiledYear,
  plan: YearPlan,
  prices: Prices,
  facility: PlanningFacility,
  part: AuthorityPart,
  slot: number,
  index: number,
  drawn: Float64Array,
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
    // Where nothing at the place is in the way either, only the search can have missed it: the bound covers it, and so says the reason.
    const others = otherVisits(plan, slot);
    const free = worthwhile.filter((bucket) => !isTooNear(plan, slot, others, bucket));
    if (free.length > 0) return { code: 'WITHIN_GAP', officeId, weeks: weeksOf(free) };
    const arePinned = others.every((other) => problem.pinnedWeek[other]! >= 0);
    return { code: arePinned ? 'PINNED_ELSEWHERE' : 'TOO_NEAR_OTHER_VISIT', weeks: weeksOf(worthwhile) };
  }
  const shortfall = Math.min(...open.map((bucket) => -priced(bucket)));
  if (shortfall > 0 && problem.deadline[slot] === NO_DEADLINE)
    return { code: 'LOW_VALUE', officeId, shortfall };
  const anyone = capacity.classOf[office]!.get(null)!;
  if (competence !== null && open.some((bucket) => hasRoom(anyone, bucket)))
    return { code: 'COMPETENCE', officeId, competence, weeks: weeksOf(open) };
  const isLeftByChance = (bucket: number): boolean =>
    plan.room[hoursClass * buckets + bucket]! + drawn[office * buckets + bucket]! >= hours;
  return {
    code: open.some(isLeftByChance) ? 'DRAWN_VISITS' : 'NO_CAPACITY',
    officeId,
    weeks: weeksOf(open),
  };
}

/** Hours that go to places which chance has drawn, by [office * buckets + bucket]. */
export function drawnHours(compiled: CompiledYear, plan: YearPlan): Float64Array {
  const { slotClass, officeOfClass, offices, buckets } = plan.problem;
  const hours = new Float64Array(offices * buckets);
  forEachSlot(compiled, (_facility, part, key, slot) => {
    const bucket = plan.bucketOf[slot]!;
    if (bucket >= 0 && isDrawnFor(part.slots[key.slot]!, plan.weekOf[slot]!))
      hours[officeOfClass[slotClass[slot]!]! * buckets + bucket]! += plan.hoursOf(slot);
  });
  return hours;
}

/** Whether every open week of the bucket lies too near another day of visit at the place. */
function isTooNear(
  { problem, weekOf }: YearPlan,
  slot: number,
  others: readonly number[],
  bucket: number,
): boolean {
  const { firstWeek, spacing, facilityOf, slotPart, slotGap } = problem;
  for (let week = firstWeek[bucket]!; week < firstWeek[bucket + 1]!; week += 1) {
    if (!isOpen(problem, slot, week)) continue;
    const isFar = others.every((other) => {
      const distance = Math.abs(weekOf[other]! - week);
      const gap = slotPart[other] === slotPart[slot] ? slotGap[slot]! : 0;
      return distance >= Math.max(1, spacing[facilityOf[slot]!]!, gap);
    });
    if (isFar) return false;
  }
  return true;
}

/** Slots of the same facility that are visited. */
function otherVisits({ problem, bucketOf }: YearPlan, slot: number): number[] {
  const facility = problem.facilityOf[slot]!;
  const others: number[] = [];
  for (let other = problem.firstSlot[facility]!; other < problem.firstSlot[facility + 1]!; other += 1)
    if (other !== slot && bucketOf[other]! >= 0) others.push(other);
  return others;
}
