import { FacilityChoice } from './facility-choice.js';
import { visitShape } from './visit-shapes.js';
import { YearPlan } from './year-plan.js';
import { dutyRow, type YearProblem } from './year-problem.js';

/** The same problem without together: every authority comes alone. */
export function apart(problem: YearProblem): YearProblem {
  return { ...problem, shapes: problem.shapes.map(({ parts }) => visitShape(parts, 1)) };
}

/** As if there were hours for everything. */
export function withoutLimit(problem: YearProblem): YearProblem {
  return { ...problem, rowHours: problem.rowHours.map(() => Infinity) };
}

/**
 * Every authority comes alone when `cadenceWeeks` have passed since its last visit, the longest overdue first, or in the
 * first bucket after it that has the hours.
 */
export function cadenceYear(problem: YearProblem, cadenceWeeks: number, tie: Uint32Array): YearPlan {
  const alone = apart(problem);
  const plan = new YearPlan(alone);
  const { firstSlot, slotPart, ageWeeks, facilityOf, bucketOfWeek, weeks, slots } = alone;
  const firsts = Array.from({ length: slots }, (_, slot) => slot).filter(
    (slot) => slot === firstSlot[facilityOf[slot]!] || slotPart[slot] !== slotPart[slot - 1],
  );
  const due = (slot: number): number => cadenceWeeks - ageWeeks[slot]!;
  firsts.sort((a, b) => due(a) - due(b) || tie[facilityOf[a]!]! - tie[facilityOf[b]!]!);
  for (const first of firsts) {
    if (due(first) >= weeks) continue;
    for (
      let bucket = bucketOfWeek[Math.max(0, Math.floor(due(first)))]!;
      bucket < alone.buckets;
      bucket += 1
    ) {
      const slot = openSlot(alone, first, bucket);
      if (slot >= 0 && plan.tryAlone(slot, bucket)) break;
    }
  }
  plan.recompute();
  return plan;
}

/** The slot of the same part that is open in the bucket, or -1. */
function openSlot(problem: YearProblem, first: number, bucket: number): number {
  const end = problem.firstSlot[problem.facilityOf[first]! + 1]!;
  for (let slot = first; slot < end && problem.slotPart[slot] === problem.slotPart[first]; slot += 1)
    if (problem.worth[slot * problem.buckets + bucket]! > -Infinity) return slot;
  return -1;
}

/** Facilities in order of their best value per hour each take what suits them best of the hours left, without prices. */
export function greedyYear(problem: YearProblem, tie: Uint32Array): YearPlan {
  const plan = new YearPlan(problem);
  const choice = new FacilityChoice(problem);
  const nothing = new Float64Array(problem.classes * problem.buckets);
  const worth = Float64Array.from({ length: problem.facilities }, (_, facility) =>
    valuePerHour(problem, facility),
  );
  const order = Array.from({ length: problem.facilities }, (_, facility) => facility);
  order.sort((a, b) => worth[b]! - worth[a]! || tie[a]! - tie[b]!);
  for (const facility of order) {
    choice.choose(facility, nothing, 0, plan.room);
    plan.place(facility, choice);
  }
  return plan;
}

function valuePerHour(problem: YearProblem, facility: number): number {
  const { firstSlot, buckets, worth, duty, deadline, hours, maxJoint } = problem;
  let value = 0;
  let needed = 0;
  for (let slot = firstSlot[facility]!; slot < firstSlot[facility + 1]!; slot += 1) {
    let best = 0;
    for (let bucket = 0; bucket < buckets; bucket += 1)
      best = Math.max(
        best,
        worth[slot * buckets + bucket]! + duty[dutyRow(deadline[slot]!) * buckets + bucket]!,
      );
    value += best;
    needed += hours[slot * maxJoint]!;
  }
  return needed > 0 ? value / needed : 0;
}
