import type {
  AuthorityPart,
  InspectorGroup,
  PlanningFacility,
  PlanningInstance,
  PlanningOffice,
  PlanningParameters,
  VisitSlot,
} from './planning-instance.js';
import { weeklyPeriods } from './planning-weeks.js';
import type { Authority, ResponsibleUnit } from '../shared/authority.js';
import { addDays, day, type Day } from '../shared/day.js';
import { seededRandom, type Random } from '../shared/seeded-random.js';

/** Instances for specs: valid by default, with what a spec is about as the argument. */

export const STARTS_ON = day('2026-11-30');

export const PARAMETERS: PlanningParameters = {
  hazardShape: 1.5,
  tailWeeks: 13,
  detectionProbability: 1,
  weeksSinceUnknownVisit: 104,
  burdenShare: 0.25,
  jointHours: {
    dutyShare: [1, 0.9, 0.85],
    coordinationHours: [0, 1, 1.5],
    validFrom: day('2026-01-01'),
    validTo: null,
    source: 'for specs',
    confirmed: false,
  },
  source: 'for specs',
  confirmed: false,
};

const UNIT: Record<Authority, ResponsibleUnit> = {
  SOCIALTILSYNET: 'SOCIALTILSYN_MIDT',
  ARBEJDSTILSYNET: 'ARBEJDSTILSYNET',
  STPS: 'STPS',
};

/** The Monday of a week of the plan. */
export function monday(week: number): Day {
  return addDays(STARTS_ON, 7 * week);
}

export function aGroup(weeks: number, hoursPerWeek: number, competences: string[] = []): InspectorGroup {
  return { competences, inspectors: 1, weeklyHours: Array.from({ length: weeks }, () => hoursPerWeek) };
}

export function anOffice(
  authority: Authority,
  groups: InspectorGroup[],
  over: Partial<PlanningOffice> = {},
): PlanningOffice {
  return {
    id: authority,
    authority,
    responsibleUnit: UNIT[authority],
    name: `Office of ${authority}`,
    groups,
    ...over,
  };
}

export function aSlot(over: Partial<VisitSlot> = {}): VisitSlot {
  return { window: { earliest: STARTS_ON, latest: null }, pinnedWeek: null, ...over };
}

/** A part of 10 duty hours without travel, last visited a year ago, with one visit open all year. */
export function aPart(authority: Authority, over: Partial<AuthorityPart> = {}): AuthorityPart {
  return {
    authority,
    responsibleUnit: UNIT[authority],
    officeId: authority,
    lastVisitOn: addDays(STARTS_ON, -364),
    minIntervalDays: 120,
    probability12Months: 0.3,
    severityWeight: 1,
    dutyHours: 10,
    travelHours: 0,
    competence: null,
    vetoedWeeks: [],
    slots: [aSlot()],
    ...over,
  };
}

export function aFacility(
  id: string,
  parts: AuthorityPart[],
  over: Partial<PlanningFacility> = {},
): PlanningFacility {
  return {
    id,
    facilityType: null,
    weeksBetweenVisits: 4,
    maxAuthoritiesPerVisit: 3,
    vetoedWeeks: [],
    parts,
    ...over,
  };
}

/** By default every authority that occurs has one office with 40 hours a week, in weekly periods. */
export function anInstance(
  facilities: PlanningFacility[],
  over: Partial<PlanningInstance> = {},
): PlanningInstance {
  const weeks = over.weeks ?? 12;
  const authorities = new Set(facilities.flatMap(({ parts }) => parts.map((part) => part.authority)));
  return {
    startsOn: STARTS_ON,
    weeks,
    capacityPeriods: weeklyPeriods(weeks),
    parameters: PARAMETERS,
    offices: [...authorities].map((authority) => anOffice(authority, [aGroup(weeks, 40)])),
    facilities,
    ...over,
  };
}

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
