import type { DemoWorld } from '../demo-world.js';
import type { DropLines } from '../drop/drop-lines.js';
import type { Draws } from '../draws.js';
import type { ProductionUnit } from '../places/tilbud.js';
import { ACCIDENT_KINDS } from './arbejdstilsynet-terms.js';
import { chanceDays } from './arrivals.js';

/** Reported work accidents: more with more employees and more strain. */
export function addAccidents(
  world: DemoWorld,
  lines: DropLines,
  draws: Draws,
  unit: ProductionUnit,
  atId: string,
): void {
  const size = Math.sqrt(unit.employees / 16);
  const perYear = (day: number): number =>
    0.32 * size * Math.exp(0.45 * unit.places[0].strain.at('ARBEJDSTILSYNET', day));
  for (const day of chanceDays(draws, world.calendar.last, perYear)) {
    const absence = draws.chance(0.25) ? 0 : Math.ceil(draws.exponential(7));
    const kind = draws.weighted(ACCIDENT_KINDS);
    lines.add('accidents', [atId, unit.pNumber ?? '', world.calendar.danish(day), kind, absence].join(';'));
  }
}
