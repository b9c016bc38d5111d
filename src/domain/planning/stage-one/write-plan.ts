import type { CompiledYear } from './compile-year.js';
import { forEachSlot } from './each-slot.js';
import { drawnHours, whyUnplanned } from './why-unplanned.js';
import type { Prices } from './price-search.js';
import type { YearPlan } from './year-plan.js';
import { bitCount, NO_DEADLINE } from './year-problem.js';
import { isDrawnFor } from '../planning-weeks.js';
import type { Plan, PlannedReason, PlannedVisit, PlanMethod, UnplannedSlot } from '../plan.js';

/** Writes a finished year out as a plan, with a reason for every visit and for every slot without one. */
export function writePlan(compiled: CompiledYear, plan: YearPlan, prices: Prices, method: PlanMethod): Plan {
  const visits: PlannedVisit[] = [];
  const unplanned: UnplannedSlot[] = [];
  const drawn = drawnHours(compiled, plan);
  forEachSlot(compiled, (facility, part, key, slot) => {
    const week = plan.weekOf[slot]!;
    if (week < 0) {
      unplanned.push({
        ...key,
        reason: whyUnplanned(compiled, plan, prices, facility, part, slot, key.slot, drawn),
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

/** Why a planned slot is visited. */
export function reasonsOf(plan: YearPlan, prices: Prices, slot: number, isDrawn: boolean): PlannedReason[] {
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
