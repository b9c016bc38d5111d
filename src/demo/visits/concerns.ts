import type { DemoWorld } from '../demo-world.js';
import type { DropLines } from '../drop/drop-lines.js';
import type { Draws, Weighted } from '../draws.js';
import type { Afdeling, Tilbud } from '../places/tilbud.js';
import { chanceDays } from './arrivals.js';
import { CONCERN_TOPICS } from './socialtilsynet-terms.js';

const GRAVITY: Weighted<number> = [
  [1, 50],
  [2, 34],
  [3, 16],
];

/** Concerns about an afdeling: more where there are more residents and more strain. */
export function addConcerns(
  world: DemoWorld,
  lines: DropLines,
  draws: Draws,
  tilbud: Tilbud,
  afdeling: Afdeling,
): void {
  const last = Math.min(world.calendar.last, afdeling.endedOn ?? Infinity);
  const perYear = (day: number): number =>
    0.22 * Math.sqrt(afdeling.capacity / 9) * Math.exp(0.6 * afdeling.place.strain.at('SOCIALTILSYNET', day));
  for (const day of chanceDays(draws, last, perYear)) {
    lines.add(
      'concerns',
      [
        `H${String(world.numbers.next('concern')).padStart(8, '0')}`,
        tilbud.tilbudsid,
        afdeling.afdelingsid,
        world.calendar.danish(day),
        draws.weighted(CONCERN_TOPICS),
        draws.weighted(GRAVITY),
      ].join(';'),
    );
  }
}
