import type { CompiledYear } from './compile-year.js';
import { whyUnplanned } from './why-unplanned.js';
import type { Prices } from './price-search.js';
import type { YearPlan } from './year-plan.js';
import { bitCount, NO_DEADLINE } from './year-problem.js';
import type { AuthorityPart, PlanningFacility } from '../planning-instance.js';
import { isDrawnFor } from '../planning-weeks.js';
import type { Plan, PlannedReason, PlannedVisit, PlanMethod, SlotKey, UnplannedSlot } from '../plan.js';

/** Writes a finished year out as a plan, with a reason for every visit and for every slot without one. */
export function writePlan(compiled: CompiledYear, plan: YearPlan, prices: Prices, method: PlanMethod): Plan {
  const visits: PlannedVisit[] = [];
  const unplanned: UnplannedSlot[] = [];
  forEachSlot(compiled, (facility, part, key, slot) => {
    const week = plan.weekOf[slot]!;
    if (week < 0) {
      unplanned.push({
        ...key,
        reason: whyUnplanned(compiled, plan, prices, facility, part, slot, key.slot),
      });
      return;
    }
    visits.push({
      ...key,
      authority: part.authority,
      officeId: part.officeId,
      week,
      visitDayKey: `${facility.id}/${week}`,
      // From the rule itself: the arrays keep hours in single precision.
      hours: compiled.hoursOf(part, bitCount(plan.togetherOf[slot]!)),
      reasons: reasonsOf(plan, prices, slot, isDrawnFor(part.slots[key.slot]!, week)),
    });
  });
  return { method, visits, unplanned };
}

/** Calls back with the facility, the part, the key and the number of every slot, in order. */
export function forEachSlot(
  { instance }: CompiledYear,
  act: (facility: PlanningFacility, part: AuthorityPart, key: SlotKey, slot: number) => void,
): void {
  let slot = 0;
  for (const facility of instance.facilities) {
    for (const part of facility.parts) {
      for (let index = 0; index < part.slots.length; index += 1, slot += 1)
        act(
          facility,
          part,
          { facilityId: facility.id, responsibleUnit: part.responsibleUnit, slot: index },
          slot,
        );
    }
  }
}

function reasonsOf(plan: YearPlan, prices: Prices, slot: number, isDrawn: boolean): PlannedReason[] {
  const { problem } = plan;
  const size = bitCount(plan.togetherOf[slot]!);
  const deadline = problem.deadline[slot]!;
  const reasons: PlannedReason[] = [];
  if (isDrawn) reasons.push('DRAWN');
  else if (problem.pinnedWeek[slot]! >= 0) reasons.push('PINNED');
  if (deadline !== NO_DEADLINE)
    reasons.push(deadline < 0 ? 'OVERDUE' : plan.weekOf[slot]! <= deadline ? 'DEADLINE' : 'AFTER_DEADLINE');
  const bucket = plan.bucketOf[slot]!;
  const price = prices.ofClass[problem.slotClass[slot]! * problem.buckets + bucket]!;
  const cost = price * plan.hoursOf(slot) + problem.burden / size;
  if (problem.worth[slot * problem.buckets + bucket]! >= cost) reasons.push('RISK');
  else if (reasons.length === 0) reasons.push('SPARE_HOURS');
  if (size > 1) reasons.push('JOINT');
  return reasons;
}
