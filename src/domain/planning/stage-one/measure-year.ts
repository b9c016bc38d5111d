import type { YearPlan } from './year-plan.js';
import { NO_DEADLINE } from './year-problem.js';
import type { HazardCurves } from '../hazard.js';
import { valueOfVisits } from '../visit-value.js';

export interface YearMeasures {
  /** Visits of one authority. */
  readonly visits: number;
  /** Days on which a place is disturbed. */
  readonly visitDays: number;
  readonly expectedFindings: number;
  /** Weeks of undetected problem avoided, weighted by gravity. */
  readonly harmAvoided: number;
  readonly hours: number;
  readonly mustVisits: number;
  /** Of those, visited in a bucket that begins after the deadline. */
  readonly lateVisits: number;
  readonly dueNotVisited: number;
}

export interface MeasuredBy {
  readonly curves: HazardCurves;
  /** In weeks from the start. */
  readonly horizonEnd: number;
  readonly detectionProbability: number;
}

/** What a plan gives and costs, by the exact formula for several visits of one authority; visits in the middle of their buckets. */
export function measureYear(plan: YearPlan, by: MeasuredBy): YearMeasures {
  const { problem, bucketOf, togetherOf } = plan;
  const { firstSlot, firstWeek, slotPart, deadline } = problem;
  const sums = { visits: 0, visitDays: 0, expectedFindings: 0, harmAvoided: 0, hours: 0 };
  const duties = { mustVisits: 0, lateVisits: 0, dueNotVisited: 0 };
  for (let facility = 0; facility < problem.facilities; facility += 1) {
    const first = firstSlot[facility]!;
    const end = firstSlot[facility + 1]!;
    for (let from = first, slot = first; slot < end; slot += 1) {
      const bucket = bucketOf[slot]!;
      if (bucket >= 0) {
        sums.visits += 1;
        sums.hours += plan.hoursOf(slot);
        if ((togetherOf[slot]! & -togetherOf[slot]!) === 1 << (slot - first)) sums.visitDays += 1;
      }
      if (deadline[slot] !== NO_DEADLINE) {
        duties.mustVisits += 1;
        if (bucket < 0) duties.dueNotVisited += 1;
        else if (firstWeek[bucket]! > deadline[slot]!) duties.lateVisits += 1;
      }
      if (slot + 1 < end && slotPart[slot + 1] === slotPart[slot]) continue;
      addPart(from, slot + 1);
      from = slot + 1;
    }
  }
  return { ...sums, ...duties };

  function addPart(from: number, before: number): void {
    const times: number[] = [];
    for (let slot = from; slot < before; slot += 1) {
      const bucket = bucketOf[slot]!;
      if (bucket >= 0) times.push((firstWeek[bucket]! + firstWeek[bucket + 1]!) / 2);
    }
    if (times.length === 0) return;
    const hazard = { scaleWeeks: problem.hazardScale[from]!, curves: by.curves };
    const age = problem.ageWeeks[from]!;
    times.sort((a, b) => a - b);
    const without = valueOfVisits(hazard, age, [], by.horizonEnd, by.detectionProbability);
    const planned = valueOfVisits(hazard, age, times, by.horizonEnd, by.detectionProbability);
    sums.expectedFindings += planned.expectedFindings;
    sums.harmAvoided += problem.gravity[from]! * (without.undetectedWeeks - planned.undetectedWeeks);
  }
}
