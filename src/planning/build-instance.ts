import { officeId, officesWithHours } from '../domain/planning/capacity.js';
import { dueWindow } from '../domain/planning/due-windows.js';
import type {
  AuthorityPart,
  PlanningFacility,
  PlanningInstance,
  PlanningOffice,
} from '../domain/planning/planning-instance.js';
import { pickRule } from '../domain/planning/policy.js';
import { within12Months } from '../domain/planning/hazard.js';
import { coarseningPeriods } from '../domain/planning/planning-weeks.js';
import { gatedProbability, mayPlanByScore, type ScoreValidation } from '../domain/planning/score-gate.js';
import { AUTHORITIES, type Authority } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';
import { ParameterTable } from './parameters.js';
import type { PlaceFact, PlanningFacts } from './planning-facts.js';

const NO_OFFICE = 'no office covers the region';
/** A score of 0 or 1 is a rounding, not a certainty. */
const LOWEST_PROBABILITY = 0.005;
const HIGHEST_PROBABILITY = 0.95;
/** Where too few visits tell how often an authority comes. */
const YEAR_WEEKS = 52;

/** The instance of a plan that begins on `startsOn`, a Monday. */
export function buildInstance(facts: PlanningFacts, startsOn: Day, weeks: number): PlanningInstance {
  const parameters = new ParameterTable(facts.parameters);
  const offices = officesWithHours({
    startsOn,
    weeks,
    inspectors: facts.inspectors,
    leave: facts.leave,
    holidays: facts.holidays,
    reserveOf: (authority) => ({
      reactiveShare: parameters.value('REACTIVE_SHARE', authority),
      otherDutiesShare: parameters.value('OTHER_DUTIES_SHARE', authority),
    }),
  });
  const gate = scoreGate(facts, parameters);
  const places = Map.groupBy(facts.places, (place) => place.facilityId);
  const facilities = [...places].map(([id, parts]): PlanningFacility => ({
    id,
    facilityType: parts[0]?.facilityType ?? null,
    weeksBetweenVisits: parameters.value('WEEKS_BETWEEN_VISITS'),
    maxAuthoritiesPerVisit: parameters.value('MAX_AUTHORITIES_PER_VISIT'),
    vetoedWeeks: [],
    parts: parts.map((place) => partOf(place, facts, parameters, startsOn, gate)),
  }));
  return {
    startsOn,
    weeks,
    capacityPeriods: coarseningPeriods(weeks, parameters.value('CAPACITY_PERIOD_WEEKS')),
    parameters: parameters.weights(startsOn),
    offices: withUnstaffed(offices, facilities),
    facilities,
    hoursCuts: [],
  };
}

/** Authorities whose score may not steer the plan: it has not been shown to tell places apart well enough. */
export function plannedByRules(facts: PlanningFacts): Authority[] {
  const parameters = new ParameterTable(facts.parameters);
  const least = parameters.value('LEAST_DISCRIMINATION');
  return AUTHORITIES.filter((authority) => !mayPlanByScore(validationOf(parameters, authority), least));
}

function validationOf(parameters: ParameterTable, authority: Authority): ScoreValidation {
  return { authority, discrimination: parameters.known('VALIDATED_DISCRIMINATION', authority) };
}

/** The probability within 12 months that a plan may use for a place: from its score, or from the authority's mean where the score may not steer. */
function scoreGate(facts: PlanningFacts, parameters: ParameterTable): (place: PlaceFact) => number {
  const least = parameters.value('LEAST_DISCRIMINATION');
  const scored = Map.groupBy(
    facts.places.filter(({ probability }) => probability !== null),
    ({ authority }) => authority,
  );
  const means = new Map(
    [...scored].map(([authority, places]) => [
      authority,
      places.reduce((sum, { probability }) => sum + probability!, 0) / places.length,
    ]),
  );
  const usual = new Map(facts.usualIntervals.map(({ authority, weeks }) => [authority, weeks]));
  const shape = parameters.value('HAZARD_SHAPE');
  return ({ authority, probability }) => {
    const atVisit = gatedProbability(
      probability ?? LOWEST_PROBABILITY,
      validationOf(parameters, authority),
      least,
      means.get(authority) ?? LOWEST_PROBABILITY,
    );
    return within12Months(atVisit, usual.get(authority) ?? YEAR_WEEKS, shape);
  };
}

function partOf(
  place: PlaceFact,
  facts: PlanningFacts,
  parameters: ParameterTable,
  startsOn: Day,
  gate: (place: PlaceFact) => number,
): AuthorityPart {
  const { authority, facilityType, band } = place;
  const subject = { authority, facilityType, band };
  const probability = gate(place);
  return {
    authority,
    responsibleUnit: place.responsibleUnit,
    officeId: officeId(place.responsibleUnit, place.office ?? NO_OFFICE),
    lastVisitOn: place.lastVisitOn,
    minIntervalDays: pickRule(facts.policy, 'MIN_INTERVAL', subject, startsOn)?.days ?? 0,
    probability12Months: Math.min(HIGHEST_PROBABILITY, Math.max(LOWEST_PROBABILITY, probability)),
    severityWeight: parameters.value('SEVERITY_WEIGHT', authority),
    dutyHours: parameters.value('DUTY_HOURS', authority),
    travelHours: parameters.value('TRAVEL_HOURS', authority),
    competence: place.competence,
    vetoedWeeks: [],
    slots: [
      {
        window: dueWindow(facts.policy, subject, place, startsOn),
        pinnedWeek: null,
        committedWeek: null,
        isDrawn: false,
      },
    ],
  };
}

// A place may lie in the area of an office that has delivered no inspectors: the office exists, with no hours.
function withUnstaffed(
  offices: readonly PlanningOffice[],
  facilities: readonly PlanningFacility[],
): PlanningOffice[] {
  const known = new Map(offices.map((office) => [office.id, office]));
  for (const { officeId: id, authority, responsibleUnit } of facilities.flatMap(
    (facility) => facility.parts,
  )) {
    if (known.has(id)) continue;
    known.set(id, { id, authority, responsibleUnit, name: id.slice(id.indexOf('/') + 1), groups: [] });
  }
  return [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
