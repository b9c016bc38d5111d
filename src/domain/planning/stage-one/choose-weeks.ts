import type { YearPlan } from './year-plan.js';
import { bitsOf, isOpen } from './year-problem.js';

/**
 * Gives every day of visit a week of its bucket: the week people work by already where it can be kept, else the one in
 * which the offices concerned are least loaded for their hours. Distances within a facility are kept throughout.
 */
export function chooseWeeks(plan: YearPlan, weekHours: Float64Array): void {
  const { problem, weekOf, bucketOf, togetherOf } = plan;
  const { weeks, facilities, firstSlot, firstWeek, slotClass, officeOfClass, committedWeek } = problem;
  const load = new Float64Array(weekHours.length);
  const book = (slot: number, week: number, hours: number): void => {
    load[officeOfClass[slotClass[slot]!]! * weeks + week]! += hours;
  };
  for (let slot = 0; slot < problem.slots; slot += 1)
    if (bucketOf[slot]! >= 0) book(slot, weekOf[slot]!, plan.hoursOf(slot));

  for (let facility = 0; facility < facilities; facility += 1) {
    const first = firstSlot[facility]!;
    for (let slot = first; slot < firstSlot[facility + 1]!; slot += 1) {
      const mask = togetherOf[slot]!;
      const bucket = bucketOf[slot]!;
      if (bucket < 0 || (mask & -mask) !== 1 << (slot - first)) continue;
      if (firstWeek[bucket + 1]! - firstWeek[bucket]! > 1) moveDay(facility, first, mask, bucket);
    }
  }

  function moveDay(facility: number, first: number, mask: number, bucket: number): void {
    const now = weekOf[first + lowest(mask)]!;
    const members = bitsOf(mask).map((bit) => first + bit);
    let bestWeek = now;
    let bestLoad = Infinity;
    for (let week = firstWeek[bucket]!; week < firstWeek[bucket + 1]!; week += 1) {
      if (!members.every((slot) => isOpen(problem, slot, week)) || !keepsDistance(facility, mask, week))
        continue;
      let fullest = 0;
      for (const slot of members) {
        const office = officeOfClass[slotClass[slot]!]!;
        const own = plan.hoursOf(slot);
        const others = load[office * weeks + week]! - (week === now ? own : 0);
        const has = weekHours[office * weeks + week]!;
        const share = has > 0 ? (others + own) / has : Infinity;
        fullest = Math.max(fullest, committedWeek[slot] === week ? -1 : share);
      }
      if (members.some((slot) => committedWeek[slot] === week)) fullest = -1;
      if (fullest < bestLoad - 1e-12) {
        bestLoad = fullest;
        bestWeek = week;
      }
    }
    if (bestWeek === now) return;
    for (const slot of members) {
      book(slot, now, -plan.hoursOf(slot));
      book(slot, bestWeek, plan.hoursOf(slot));
      weekOf[slot] = bestWeek;
    }
  }

  function keepsDistance(facility: number, mask: number, week: number): boolean {
    const first = firstSlot[facility]!;
    for (let slot = first; slot < firstSlot[facility + 1]!; slot += 1) {
      if (bucketOf[slot]! < 0 || mask & (1 << (slot - first))) continue;
      const distance = Math.abs(weekOf[slot]! - week);
      if (distance < problem.spacing[facility]!) return false;
      for (const bit of bitsOf(mask)) {
        if (problem.slotPart[first + bit] === problem.slotPart[slot] && distance < problem.slotGap[slot]!)
          return false;
      }
    }
    return true;
  }
}

function lowest(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}
