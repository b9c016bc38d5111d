import {
  aFacility,
  aGroup,
  anOffice,
  aPart,
  aSlot,
  PARAMETERS,
  STARTS_ON,
} from './planning-instance.factory.js';
import type { InspectorGroup, PlanningFacility, PlanningInstance } from './planning-instance.js';
import { weeklyPeriods } from './planning-weeks.js';
import { addDays, type Day } from '../shared/day.js';
import { seededRandom, type Random } from '../shared/seeded-random.js';

/**
 * A random instance with everything that can occur: scarce hours, competences, vetoes, pins that contradict each other,
 * closed weeks, second visits, deadlines before, in and after the plan. The same seed gives the same instance.
 */
export function randomInstance(seed: number, facilities: number, hoursFactor = 1): PlanningInstance {
  const random = seededRandom(seed);
  const weeks = 8 + Math.floor(random() * 20);
  const periods = random() < 0.5 ? weeklyPeriods(weeks) : [...weeklyPeriods(4), 2, weeks - 6];
  const competences = ['misbrug', 'voksne', 'unge'];
  const perWeek = (hoursFactor * (0.2 + random()) * facilities * 12) / weeks;
  const group = (held: string[]): InspectorGroup => {
    const hours = perWeek * random();
    return {
      ...aGroup(weeks, 0, held),
      weeklyHours: Array.from({ length: weeks }, () => (random() < 0.1 ? 0 : hours)),
    };
  };
  return {
    startsOn: STARTS_ON,
    weeks,
    capacityPeriods: periods,
    hoursCuts: [],
    parameters: { ...PARAMETERS, detectionProbability: random() < 0.5 ? 1 : 0.7 },
    offices: [
      anOffice('SOCIALTILSYNET', [
        group(['misbrug']),
        group(['voksne', 'unge']),
        group(['misbrug', 'voksne']),
      ]),
      anOffice('ARBEJDSTILSYNET', [group([])]),
      anOffice('STPS', [group([]), group(['unge'])]),
    ],
    facilities: Array.from({ length: facilities }, (_, index) =>
      randomFacility(`facility-${index}`, random, weeks, competences),
    ),
  };
}

function randomFacility(
  id: string,
  random: Random,
  weeks: number,
  competences: readonly string[],
): PlanningFacility {
  const whole = (below: number): number => Math.floor(random() * below);
  const vetoed = (): number[] =>
    Array.from({ length: weeks }, (_, week) => week).filter(() => random() < 0.08);
  const facilityVetoes = vetoed();
  const parts = (['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'] as const)
    .filter(() => random() < 0.8)
    .map((authority) => {
      const own = vetoed();
      const lastVisitOn = random() < 0.1 ? null : addDays(STARTS_ON, -whole(700));
      const pinnedWeek = (): number | null => {
        const week = whole(weeks);
        return random() < 0.15 && !own.includes(week) && !facilityVetoes.includes(week) ? week : null;
      };
      const latest = (): Day | null => (random() < 0.5 ? addDays(STARTS_ON, whole(9 * weeks) - 7) : null);
      const first = aSlot({
        window: { earliest: addDays(STARTS_ON, whole(30) - 20), latest: latest() },
        pinnedWeek: pinnedWeek(),
      });
      const again = aSlot({
        window: { earliest: addDays(STARTS_ON, whole(7 * weeks)), latest: latest() },
        pinnedWeek: pinnedWeek(),
      });
      const isTwice = random() < 0.3 && (first.pinnedWeek === null || first.pinnedWeek !== again.pinnedWeek);
      return aPart(authority, {
        lastVisitOn,
        minIntervalDays: whole(80),
        probability12Months: random(),
        severityWeight: 0.2 + 3 * random(),
        dutyHours: 4 + 20 * random(),
        travelHours: 4 * random(),
        competence: random() < 0.4 && authority !== 'ARBEJDSTILSYNET' ? competences[whole(3)]! : null,
        vetoedWeeks: own,
        slots: isTwice ? [first, again] : [first],
      });
    });
  return aFacility(id, parts, {
    weeksBetweenVisits: 1 + whole(5),
    maxAuthoritiesPerVisit: 1 + whole(3),
    vetoedWeeks: facilityVetoes,
  });
}
