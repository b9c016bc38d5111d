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

/** Instances for specs: valid by default, with what a spec is about as the argument. */

export const STARTS_ON = day('2026-11-30');

export const PARAMETERS: PlanningParameters = {
  hazardShape: 1.5,
  tailWeeks: 13,
  detectionProbability: 1,
  weeksSinceUnknownVisit: 104,
  burdenShare: 0.25,
  stickiness: 0.05,
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
  return {
    window: { earliest: STARTS_ON, latest: null },
    pinnedWeek: null,
    committedWeek: null,
    isDrawn: false,
    ...over,
  };
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
    hoursCuts: [],
    ...over,
  };
}
