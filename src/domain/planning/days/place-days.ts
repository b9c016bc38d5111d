import type { DayInputs } from './day-inputs.js';
import { independentWeeks } from './independent-weeks.js';
import type { PlannedDay } from './planned-day.js';
import { solveWeek } from './solve-week.js';
import { weekOfPlan } from './week-of-plan.js';
import type { PlanningInstance } from '../planning-instance.js';
import type { Plan } from '../plan.js';

export interface PlaceDaysOptions {
  readonly seed: string;
  /** For each group of offices and week. */
  readonly rebuilds: number;
  /** Days that people work by, by visit day key. */
  readonly agreed: ReadonlyMap<string, PlannedDay>;
  readonly isCancelled?: () => boolean;
}

export interface PlacedDays {
  readonly days: readonly PlannedDay[];
  /** Visit day keys that found no day or nobody to come. */
  readonly unplaced: readonly string[];
  readonly travelHours: number;
}

/** Days and named inspectors for the next weeks of a plan. Deterministic for a seed and a number of rebuilds. */
export function placeDays(
  instance: PlanningInstance,
  inputs: DayInputs,
  plan: Pick<Plan, 'visits'>,
  { seed, rebuilds, agreed, isCancelled }: PlaceDaysOptions,
): PlacedDays {
  const days: PlannedDay[] = [];
  const unplaced: string[] = [];
  let travelHours = 0;
  for (let week = 0; week < Math.min(inputs.weeks, instance.weeks); week += 1) {
    for (const group of independentWeeks(weekOfPlan(instance, inputs, plan, week, agreed))) {
      const solved = solveWeek(group, {
        seed: `${seed}/${week}`,
        rebuilds,
        ...(isCancelled && { isCancelled }),
      });
      unplaced.push(...solved.unplaced);
      travelHours += solved.travelHours;
      for (const { id, parts } of group.events) {
        const placement = solved.placed.get(id);
        if (!placement) continue;
        days.push({
          visitDayKey: id,
          week,
          day: placement.day,
          half: placement.half,
          crews: parts.map(({ officeId, isWholeDay }, at) => ({
            officeId,
            isWholeDay,
            inspectors: placement.inspectors[at]!,
          })),
        });
      }
    }
  }
  return { days, unplaced, travelHours };
}
