import type { CompiledInstance } from './compiled-instance.js';
import type { FacilityChooser } from './facility-chooser.js';
import type { LearnedPrices } from './learn-prices.js';
import type { VisitAssignment } from './visit-assignment.js';

/** How many other facilities are asked for their hours before a slot gives up. */
const MOST_TRIES = 6;
/** How many visits of one office and period are considered, the least valuable first. */
const MOST_PER_PERIOD = 3;
/** A slot that could be worth this much more, in mean visit values, looks for hours held by others. */
const WORTH_TRYING = 0.2;

/**
 * A visit that found no hours, or poor weeks only, takes those of another visit in the office: the slots with most to
 * gain first, and the visits that lose least by it. Both facilities then choose again. The exchange stands if it keeps
 * more of the visits that must take place, or as many at a greater value; otherwise it is undone.
 */
export function exchangeVisits(
  compiled: CompiledInstance,
  chooser: FacilityChooser,
  assignment: VisitAssignment,
  prices: LearnedPrices,
  tie: (facility: number) => number,
): void {
  const holders = holdersOfHours(compiled, assignment, tie);
  for (const { slot, facility } of mostToGain(compiled, assignment, tie)) {
    for (const other of cheapestHolders(compiled, assignment, holders, slot)) {
      if (other !== facility && exchange([facility, other])) break;
    }
  }

  function exchange(facilities: readonly [number, number]): boolean {
    const before = assignment.scoreOf(facilities);
    const weeks = facilities.map((each) => assignment.weeksOf(each));
    for (const each of facilities) assignment.lift(each);
    for (const each of facilities) {
      chooser.choose(each, prices.ofClass, 1, assignment.ledger.room);
      assignment.place(each, chooser);
    }
    const after = assignment.scoreOf(facilities);
    if (after.mustVisits > before.mustVisits) return true;
    if (after.mustVisits === before.mustVisits && after.value > before.value + 1e-6) return true;
    for (const each of facilities) assignment.lift(each);
    facilities.forEach((each, index) => assignment.replace(each, weeks[index]!));
    return false;
  }
}

interface Wish {
  readonly slot: number;
  readonly facility: number;
  readonly gain: number;
}

/** Slots whose best week is worth more than what they have, the greatest difference first. */
function mostToGain(
  compiled: CompiledInstance,
  assignment: VisitAssignment,
  tie: (facility: number) => number,
): Wish[] {
  const { weeks, value } = compiled;
  const wishes: Wish[] = [];
  for (let slot = 0; slot < compiled.slots; slot += 1) {
    if (compiled.pinned[slot]) continue;
    let best = -Infinity;
    for (let week = 0; week < weeks; week += 1) best = Math.max(best, value[slot * weeks + week]!);
    const gain = best - valueNow(compiled, assignment, slot);
    if (gain > WORTH_TRYING) wishes.push({ slot, facility: compiled.facilityOf[slot]!, gain });
  }
  return wishes.sort((a, b) => b.gain - a.gain || tie(a.facility) - tie(b.facility));
}

function valueNow(compiled: CompiledInstance, assignment: VisitAssignment, slot: number): number {
  const week = assignment.weekOf[slot]!;
  return week < 0 ? 0 : compiled.value[slot * compiled.weeks + week]!;
}

/** The visits that hold the hours of each office and period, the least valuable first. */
function holdersOfHours(
  compiled: CompiledInstance,
  assignment: VisitAssignment,
  tie: (facility: number) => number,
): number[][] {
  const holders: number[][] = compiled.instance.offices.flatMap(() =>
    compiled.instance.capacityPeriods.map(() => []),
  );
  for (let slot = 0; slot < compiled.slots; slot += 1) {
    const week = assignment.weekOf[slot]!;
    if (week >= 0 && !compiled.pinned[slot]) holders[hoursKey(compiled, slot, week)]!.push(slot);
  }
  for (const visits of holders) {
    visits.sort(
      (a, b) =>
        valueNow(compiled, assignment, a) - valueNow(compiled, assignment, b) ||
        tie(compiled.facilityOf[a]!) - tie(compiled.facilityOf[b]!),
    );
  }
  return holders;
}

function hoursKey(compiled: CompiledInstance, slot: number, week: number): number {
  const { classes, periods } = compiled.capacity;
  return classes[compiled.slotClass[slot]!]!.office * periods + compiled.periodOfWeek[week]!;
}

/** Facilities with a visit whose hours would let the slot in, those that lose least beside what the slot gains first. */
function cheapestHolders(
  compiled: CompiledInstance,
  assignment: VisitAssignment,
  holders: readonly (readonly number[])[],
  slot: number,
): Set<number> {
  const { weeks, value, periodOfWeek } = compiled;
  const hours = compiled.hours[slot * compiled.maxJoint]!;
  const least = valueNow(compiled, assignment, slot) + WORTH_TRYING;
  const offers: { facility: number; loss: number }[] = [];
  for (let week = 0; week < weeks;) {
    const period = periodOfWeek[week]!;
    const room = assignment.ledger.room[compiled.slotClass[slot]! * weeks + week]!;
    const key = hoursKey(compiled, slot, week);
    let best = -Infinity;
    for (; week < weeks && periodOfWeek[week] === period; week += 1)
      best = Math.max(best, value[slot * weeks + week]!);
    if (best <= least) continue;
    let found = 0;
    for (const visit of holders[key]!) {
      const at = assignment.weekOf[visit]!;
      const hasMoved = at < 0 || hoursKey(compiled, visit, at) !== key;
      if (hasMoved || room + assignment.hoursOf(visit) < hours) continue;
      offers.push({
        facility: compiled.facilityOf[visit]!,
        loss: valueNow(compiled, assignment, visit) - best,
      });
      found += 1;
      if (found === MOST_PER_PERIOD) break;
    }
  }
  offers.sort((a, b) => a.loss - b.loss);
  return new Set(offers.slice(0, MOST_TRIES).map(({ facility }) => facility));
}
