import type { CompiledInstance } from './compiled-instance.js';
import type { LearnedPrices } from './learn-prices.js';
import type { VisitAssignment } from './visit-assignment.js';
import type { UnplannedReason } from '../plan.js';
import type { AuthorityPart, PlanningFacility } from '../planning-instance.js';
import { firstAllowedWeek } from '../planning-weeks.js';

/** The first rule, in order of how little a planner can do about it, that keeps the slot out of the finished plan. */
export function explainUnplanned(
  compiled: CompiledInstance,
  assignment: VisitAssignment,
  prices: LearnedPrices,
  facility: PlanningFacility,
  part: AuthorityPart,
  slot: number,
): UnplannedReason {
  const { weeks, instance, capacity, burden } = compiled;
  const { officeId, competence } = part;
  const hoursClass = compiled.slotClass[slot]!;
  const office = capacity.classes[hoursClass]!.office;
  const hours = compiled.hours[slot * compiled.maxJoint]!;
  const hasRoom = (ofClass: number, week: number): boolean =>
    assignment.ledger.room[ofClass * weeks + week]! >= hours;
  const worth = (week: number): number => compiled.value[slot * weeks + week]! - burden;
  const priced = (week: number): number => worth(week) - hours * prices.ofClass[hoursClass * weeks + week]!;

  const first = firstAllowedWeek(instance, part, part.slots[compiled.slotIndex[slot]!]!);
  if (first >= weeks) return { code: 'NOT_DUE' };
  const wanted = Array.from({ length: weeks - first }, (_, index) => first + index).filter(
    (week) => !facility.vetoedWeeks.includes(week) && !part.vetoedWeeks.includes(week),
  );
  if (wanted.length === 0) return { code: 'VETOED' };
  const staffed = wanted.filter((week) =>
    instance.offices[office]!.groups.some((group) => group.weeklyHours[week]! > 0),
  );
  if (staffed.length === 0) return { code: 'OFFICE_CLOSED', officeId, weeks: wanted };
  const open = staffed.filter((week) => worth(week) > -Infinity);
  if (open.length === 0) return { code: 'TOO_NEAR_OTHER_VISIT', weeks: staffed };

  const roomy = open.filter((week) => hasRoom(hoursClass, week));
  if (roomy.length > 0) {
    const worthwhile = roomy.filter((week) => worth(week) > 0);
    if (worthwhile.length > 0) return { code: 'TOO_NEAR_OTHER_VISIT', weeks: worthwhile };
    return { code: 'LOW_VALUE', officeId, shortfall: Math.min(...roomy.map((week) => -worth(week))) };
  }
  const shortfall = Math.min(...open.map((week) => -priced(week)));
  if (shortfall > 0 && !compiled.mustVisit[slot]) return { code: 'LOW_VALUE', officeId, shortfall };
  const anyone = capacity.classOf[office]!.get(null)!;
  if (competence !== null && open.some((week) => hasRoom(anyone, week))) {
    return { code: 'COMPETENCE', officeId, competence, weeks: open };
  }
  return { code: 'NO_CAPACITY', officeId, weeks: open };
}
