import type { DemoWorld } from '../demo-world.js';
import type { DropLines } from '../drop/drop-lines.js';
import { Draws } from '../draws.js';
import { daysBetween, day } from '../../domain/shared/day.js';
import type { Inspector } from './inspector-pool.js';

const SUMMER_WEEKS = 3;
const OTHER_LEAVE = 0.4;

/** Inspectors, and their leave in the year of the delivery and the year after. */
export function addPlanningRows(world: DemoWorld, lines: DropLines): void {
  const draws = Draws.for(world.options.seed, 'leave');
  for (const one of world.inspectors.all) {
    lines.add('inspectors', inspectorRow(world, one));
    for (const leave of leaveOf(world, draws, one)) lines.add('leave', leave);
  }
}

function inspectorRow(world: DemoWorld, one: Inspector): string {
  const { office, code, homePostalCode, competences, hoursPerWeek } = one;
  return [
    code,
    office.authority,
    office.name,
    homePostalCode,
    competences.join('|'),
    hoursPerWeek,
    world.calendar.danish(0),
    '',
  ].join(';');
}

function leaveOf(world: DemoWorld, draws: Draws, one: Inspector): string[] {
  const { calendar, options } = world;
  const row = (from: number, days: number, kind: string): string =>
    [one.code, calendar.danish(from), calendar.danish(from + days - 1), kind].join(';');
  const deliveryYear = Number(options.deliveredOn.slice(0, 4));
  const rows = [deliveryYear, deliveryYear + 1].map((year) => {
    const firstOfJuly = daysBetween(options.from, day(`${year}-07-01`));
    return row(firstOfJuly + draws.whole(0, 28), SUMMER_WEEKS * 7, 'ferie');
  });
  if (draws.chance(OTHER_LEAVE)) {
    rows.push(row(calendar.last + draws.whole(-150, 330), draws.whole(7, 60), 'fravær'));
  }
  return rows;
}
