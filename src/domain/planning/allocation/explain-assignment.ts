import { forEachSlot, type CompiledInstance } from './compiled-instance.js';
import type { LearnedPrices } from './learn-prices.js';
import { explainUnplanned } from './explain-unplanned.js';
import type { VisitAssignment } from './visit-assignment.js';
import type { Plan, PlannedReason, PlannedVisit, PlanMethod, UnplannedSlot } from '../plan.js';
import { deadlineWeek } from '../planning-weeks.js';

/** Writes a finished assignment out as a plan, with a reason for every visit and for every slot without one. */
export function explainAssignment(
  compiled: CompiledInstance,
  assignment: VisitAssignment,
  prices: LearnedPrices,
  method: PlanMethod,
): Plan {
  const visits: PlannedVisit[] = [];
  const unplanned: UnplannedSlot[] = [];
  forEachSlot(compiled, (facility, part, slot) => {
    const key = {
      facilityId: facility.id,
      responsibleUnit: part.responsibleUnit,
      slot: compiled.slotIndex[slot]!,
    };
    const week = assignment.weekOf[slot]!;
    if (week < 0) {
      unplanned.push({
        ...key,
        reason: explainUnplanned(compiled, assignment, prices, facility, part, slot),
      });
      return;
    }
    visits.push({
      ...key,
      authority: part.authority,
      officeId: part.officeId,
      week,
      visitDayKey: `${facility.id}/${week}`,
      hours: assignment.hoursOf(slot),
      reasons: reasonsOf(
        compiled,
        assignment,
        prices,
        slot,
        deadlineWeek(compiled.instance, part.slots[key.slot]!),
      ),
    });
  });
  return { method, visits, unplanned };
}

function reasonsOf(
  compiled: CompiledInstance,
  assignment: VisitAssignment,
  prices: LearnedPrices,
  slot: number,
  deadline: number | undefined,
): PlannedReason[] {
  const week = assignment.weekOf[slot]!;
  const size = assignment.sizeOf[slot]!;
  const reasons: PlannedReason[] = [];
  if (compiled.pinned[slot]) reasons.push('PINNED');
  if (deadline !== undefined)
    reasons.push(deadline < 0 ? 'OVERDUE' : week <= deadline ? 'DEADLINE' : 'AFTER_DEADLINE');
  const at = compiled.slotClass[slot]! * compiled.weeks + week;
  const cost = prices.ofClass[at]! * assignment.hoursOf(slot) + compiled.burden / size;
  if (compiled.risk[slot * compiled.weeks + week]! >= cost) reasons.push('RISK');
  else if (reasons.length === 0) reasons.push('SPARE_HOURS');
  if (size > 1) reasons.push('JOINT');
  return reasons;
}
