import type { CompiledYear } from './compile-year.js';
import { forEachSlot } from './each-slot.js';
import { YearPlan } from './year-plan.js';
import type { Plan } from '../plan.js';

/** A plan of any origin in the arrays of a compiled year; visits that the year has no slot for are left out. */
export function readPlan(compiled: CompiledYear, plan: Plan): YearPlan {
  const { problem } = compiled;
  const visits = new Map(plan.visits.map((visit) => [keyOf(visit), visit]));
  const year = new YearPlan(problem);
  const days = new Map<string, number[]>();
  forEachSlot(compiled, (_facility, _part, key, slot) => {
    const visit = visits.get(keyOf(key));
    if (!visit) return;
    year.weekOf[slot] = visit.week;
    year.bucketOf[slot] = problem.bucketOfWeek[visit.week]!;
    days.set(visit.visitDayKey, [...(days.get(visit.visitDayKey) ?? []), slot]);
  });
  for (const slots of days.values()) {
    const first = problem.firstSlot[problem.facilityOf[slots[0]!]!]!;
    const mask = slots.reduce((together, slot) => together | (1 << (slot - first)), 0);
    for (const slot of slots) year.togetherOf[slot] = mask;
  }
  year.recompute();
  return year;
}

function keyOf(of: { facilityId: string; responsibleUnit: string; slot: number }): string {
  return `${of.facilityId} ${of.responsibleUnit} ${of.slot}`;
}
