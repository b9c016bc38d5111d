import { officeId } from '../domain/planning/capacity.js';
import type { DayInputs, DayInspector } from '../domain/planning/days/day-inputs.js';
import type { PlannedDay } from '../domain/planning/days/planned-day.js';
import { WEEK_WEIGHTS, type Position } from '../domain/planning/days/week-problem.js';
import { AUTHORITIES } from '../domain/shared/authority.js';
import { addDays, daysBetween, type Day } from '../domain/shared/day.js';
import { ParameterTable } from './parameters.js';
import type { GeographicPosition, PlanningFacts } from './planning-facts.js';

const KILOMETRES_PER_DEGREE = 111.2;
/** Denmark is narrow enough for one scale from west to east. */
const EAST_SCALE = KILOMETRES_PER_DEGREE * Math.cos((56 * Math.PI) / 180);
const WORKING_DAYS = [0, 1, 2, 3, 4];
const HALVES = { 1: 'MORNING', 2: 'AFTERNOON' } as const;

/** What days and persons of the weeks after `startsOn` are found from. */
export function dayInputs(facts: PlanningFacts, startsOn: Day): DayInputs {
  const parameters = new ParameterTable(facts.parameters);
  const weeks = parameters.value('WEEKS_WITH_DAYS');
  const starts = new Map(facts.starts.map((start) => [start.of, positionOf(start)]));
  return {
    weeks,
    visits: AUTHORITIES.map((authority) => ({
      authority,
      inspectors: parameters.value('INSPECTORS_PER_VISIT', authority),
      isWholeDay: parameters.value('HALF_DAYS_PER_VISIT', authority) >= 2,
      hoursAtPlace: parameters.value('HOURS_AT_PLACE', authority),
    })),
    inspectors: inspectorsOf(facts, startsOn, weeks, starts),
    places: facts.positions.map((position) => ({ facilityId: position.of, at: positionOf(position) })),
    weights: {
      ...WEEK_WEIGHTS,
      hoursPerDay: parameters.value('HOURS_PER_DAY'),
      travelPerDay: parameters.value('TRAVEL_PER_DAY'),
      detour: parameters.value('DETOUR'),
      kilometresPerHour: parameters.value('KILOMETRES_PER_HOUR'),
    },
  };
}

// Who delivered no home starts where their office's places are, which stage two knows no better than the map's middle.
const MIDDLE: Position = positionOf({ of: 'Denmark', north: 56, east: 10 });

function inspectorsOf(
  { inspectors, leave, holidays }: PlanningFacts,
  startsOn: Day,
  weeks: number,
  starts: ReadonlyMap<string, Position>,
): DayInspector[] {
  const closed = new Set(holidays);
  const leaveOf = Map.groupBy(leave, ({ inspectorCode }) => inspectorCode);
  return inspectors.map((inspector) => {
    const { inspectorCode: code, hoursPerWeek, validFrom, validTo } = inspector;
    const isAtWork = (on: Day): boolean =>
      !closed.has(on) &&
      on >= validFrom &&
      (validTo === null || on <= validTo) &&
      !(leaveOf.get(code) ?? []).some(({ from, to }) => from <= on && on <= to);
    const daysAtWork = Array.from({ length: weeks }, (_, week) =>
      WORKING_DAYS.filter((day) => isAtWork(addDays(startsOn, 7 * week + day))),
    );
    return {
      code,
      officeId: officeId(inspector.responsibleUnit, inspector.office),
      competences: inspector.competences,
      start: starts.get(code) ?? MIDDLE,
      // The whole week: other duties are the office's affair, and stage one has taken them off its hours.
      weeklyHours: daysAtWork.map((days) => (hoursPerWeek / WORKING_DAYS.length) * days.length),
      daysAtWork,
    };
  });
}

function positionOf({ north, east }: GeographicPosition): Position {
  return { x: (east - 10) * EAST_SCALE, y: (north - 55) * KILOMETRES_PER_DEGREE };
}

/** The days of the plan that is replanned, by the keys that the new plan gives to visits of the same week. */
export function agreedDays({ commitments }: PlanningFacts, startsOn: Day): Map<string, PlannedDay> {
  return new Map(
    commitments.visits.flatMap(({ facilityId, weekStart, day }) => {
      if (!day) return [];
      const week = daysBetween(startsOn, weekStart) / 7;
      const visitDayKey = `${facilityId}/${week}`;
      const crews = [...Map.groupBy(day.inspectors, ({ office }) => office)].map(([, crew]) => ({
        officeId: officeId(crew[0]!.responsibleUnit, crew[0]!.office),
        isWholeDay: crew[0]!.isWholeDay,
        inspectors: crew.map(({ code }) => code),
      }));
      const half = day.half === HALVES[1] ? 1 : 2;
      return [[visitDayKey, { visitDayKey, week, day: daysBetween(weekStart, day.visitOn), half, crews }]];
    }),
  );
}

export function halfNamed(half: PlannedDay['half']): 'MORNING' | 'AFTERNOON' {
  return HALVES[half];
}
