import type { CompiledYear } from './compile-year.js';
import { readPlan } from './read-plan.js';
import type { Plan } from '../plan.js';

/** The value of a plan by a compiled year, and the part of it that comes from duties. */
export function worthOf(compiled: CompiledYear, plan: Plan): { value: number; dutyValue: number } {
  const year = readPlan(compiled, plan);
  return { value: year.value, dutyValue: year.totalDuty() };
}
