import type { CompiledInstance } from './compiled-instance.js';
import { exchangeVisits } from './exchange-visits.js';
import type { FacilityChooser } from './facility-chooser.js';
import type { LearnedPrices } from './learn-prices.js';
import { VisitAssignment } from './visit-assignment.js';
import { textHash } from '../../shared/seeded-random.js';

const EXCHANGE_ROUNDS = 2;
const MOST_FILLING_ROUNDS = 20;

/**
 * Turns prices into a plan that keeps the hours. Pins first; then the facilities that gain most at the prices, each in
 * the best weeks with hours left; then exchanges between facilities; at last the hours that are left, at no price.
 */
export function fillPlan(
  compiled: CompiledInstance,
  chooser: FacilityChooser,
  prices: LearnedPrices,
  seed: string,
): VisitAssignment {
  const assignment = new VisitAssignment(compiled);
  // Ties are broken by a hash of seed and id: by id, those registered late would always come last.
  const tie = compiled.instance.facilities.map((facility) => textHash(`${seed}/${facility.id}`));
  const order = insertionOrder(chooser, prices, tie);
  for (const facility of order) placePins(compiled, assignment, facility);
  const chooseAll = (scale: number): void => {
    for (const facility of order) {
      assignment.lift(facility);
      chooser.choose(facility, prices.ofClass, scale, assignment.ledger.room);
      assignment.place(facility, chooser);
    }
  };
  chooseAll(1);
  for (let round = 0; round < EXCHANGE_ROUNDS; round += 1) {
    exchangeVisits(compiled, chooser, assignment, prices, (facility) => tie[facility]!);
  }
  // Until nothing moves, so that whatever is left out is left out for a reason that still holds.
  let value = -Infinity;
  for (let round = 0; round < MOST_FILLING_ROUNDS && assignment.score().value > value + 1e-6; round += 1) {
    value = assignment.score().value;
    chooseAll(0);
  }
  return assignment;
}

function insertionOrder(chooser: FacilityChooser, prices: LearnedPrices, tie: readonly number[]): number[] {
  const gain = tie.map((_, facility) => chooser.choose(facility, prices.ofClass, 1, null));
  return tie.map((_, facility) => facility).sort((a, b) => gain[b]! - gain[a]! || tie[a]! - tie[b]!);
}

function placePins(compiled: CompiledInstance, assignment: VisitAssignment, facility: number): void {
  const slots = compiled.instance.facilities[facility]!.parts.flatMap((part) => part.slots);
  const first = compiled.firstSlot[facility]!;
  for (const week of new Set(slots.flatMap(({ pinnedWeek }) => pinnedWeek ?? []))) {
    assignment.placeDay(
      facility,
      week,
      assignment.maskOf(facility, (slot) => slots[slot - first]!.pinnedWeek === week),
    );
  }
}
