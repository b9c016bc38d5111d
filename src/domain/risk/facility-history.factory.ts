import type { AccidentHistory, FacilityHistory, OrderHistory, VisitHistory } from './facility-history.js';
import type { Severity } from '../inspection/severity-mapping.js';
import { AUTHORITIES } from '../shared/authority.js';
import { addDays, day } from '../shared/day.js';
import { seededRandom, type Random } from '../shared/seeded-random.js';

/** Valid facts for specs: name what the spec is about, the rest is ordinary. */
export function visitHistory(part: Partial<VisitHistory> = {}): VisitHistory {
  const occurredOn = part.occurredOn ?? day('2025-06-01');
  return {
    visitKey: `${part.authority ?? 'SOCIALTILSYNET'}:${occurredOn}`,
    authority: 'SOCIALTILSYNET',
    occurredOn,
    availableOn: addDays(occurredOn, 30),
    serious: false,
    harmSeverity: null,
    documentationFaults: null,
    foundDocumentationAlone: false,
    qualityModel: null,
    meanThemeScore: null,
    lowestThemeScore: null,
    checkpointsFailed: null,
    checkpointsAssessed: null,
    findings: null,
    plannedWith: null,
    ...part,
  };
}

export function orderHistory(part: Partial<OrderHistory> = {}): OrderHistory {
  const issuedOn = part.issuedOn ?? day('2025-06-01');
  return {
    orderKey: `order:${issuedOn}`,
    authority: 'ARBEJDSTILSYNET',
    issuedOn,
    availableOn: issuedOn,
    dueOn: null,
    compliedOn: null,
    isDocumentation: false,
    complianceIsReported: true,
    ...part,
  };
}

export function accidentHistory(part: Partial<AccidentHistory> = {}): AccidentHistory {
  const occurredOn = part.occurredOn ?? day('2025-06-01');
  return {
    accidentKey: `accident:${occurredOn}`,
    occurredOn,
    availableOn: occurredOn,
    absenceDays: 0,
    isViolence: false,
    ...part,
  };
}

export function facilityHistory(part: Partial<FacilityHistory> = {}): FacilityHistory {
  return {
    facilityId: 'f1',
    visits: [],
    orders: [],
    accidents: [],
    accidentsRecordedFrom: null,
    capacityPlaces: [],
    employees: [],
    facilityType: [],
    targetGroups: [],
    operatorChanges: null,
    ...part,
  };
}

const FIRST_DAY = day('2019-01-01');
const DAYS = 2920;

/** A facility with eight years of facts of every kind; the same seed gives the same facility. */
export function randomHistory(seed: number, facilityId = `f${seed}`): FacilityHistory {
  const random = seededRandom(seed);
  const sometimes = <T>(value: T): T | null => (random() < 0.7 ? value : null);
  return {
    facilityId,
    visits: many(random, 15, (index) => randomVisit(random, `${facilityId}/v${index}`)),
    orders: many(random, 6, (index) => {
      const issuedOn = randomDay(random);
      const dueOn = sometimes(addDays(issuedOn, whole(random, 200)));
      return orderHistory({
        orderKey: `${facilityId}/o${index}`,
        issuedOn,
        availableOn: addDays(issuedOn, whole(random, 90)),
        dueOn,
        compliedOn: sometimes(addDays(issuedOn, whole(random, 300))),
        complianceIsReported: random() < 0.7,
      });
    }),
    accidents: many(random, 10, (index) => {
      const occurredOn = randomDay(random);
      return accidentHistory({
        accidentKey: `${facilityId}/a${index}`,
        occurredOn,
        availableOn: addDays(occurredOn, whole(random, 60)),
        absenceDays: whole(random, 40),
        isViolence: random() < 0.4,
      });
    }),
    accidentsRecordedFrom: sometimes(randomDay(random)),
    capacityPlaces: many(random, 3, () => ({ availableOn: randomDay(random), value: whole(random, 120) })),
    employees: many(random, 3, () => ({ availableOn: randomDay(random), value: whole(random, 200) })),
    facilityType: many(random, 2, () => ({ availableOn: randomDay(random), value: 'KRISECENTER' })),
    targetGroups: [{ availableOn: FIRST_DAY, value: seed % 2 === 0 ? ['omsorgssvigt'] : ['misbrug'] }],
    operatorChanges: sometimes(
      many(random, 3, () => {
        const occurredOn = randomDay(random);
        return { occurredOn, availableOn: addDays(occurredOn, whole(random, 90)) };
      }),
    ),
  };
}

function randomVisit(random: Random, visitKey: string): VisitHistory {
  const authority = AUTHORITIES[whole(random, 3)] ?? 'STPS';
  const occurredOn = randomDay(random);
  const mean = Math.round(10 + 40 * random()) / 10;
  const assessed = 1 + whole(random, 7);
  const serious = random() < 0.05 ? null : random() < 0.3;
  const severity = occurredOn.charCodeAt(9) % 5;
  return visitHistory({
    visitKey,
    authority,
    occurredOn,
    availableOn: addDays(occurredOn, whole(random, 90)),
    serious,
    harmSeverity: serious === false ? 0 : (severity as Severity),
    documentationFaults: severity % 2,
    foundDocumentationAlone: serious === true && severity === 0,
    findings: random() < 0.1 ? null : whole(random, 12),
    qualityModel: occurredOn < '2026-01-01' ? '2023' : '2026',
    ...(authority === 'SOCIALTILSYNET' && { meanThemeScore: mean, lowestThemeScore: mean - 0.5 }),
    ...(authority === 'STPS' && {
      checkpointsFailed: whole(random, assessed + 1),
      checkpointsAssessed: assessed,
    }),
  });
}

function many<T>(random: Random, most: number, make: (index: number) => T): T[] {
  return Array.from({ length: whole(random, most + 1) }, (_, index) => make(index));
}

function whole(random: Random, below: number): number {
  return Math.floor(random() * below);
}

function randomDay(random: Random): VisitHistory['occurredOn'] {
  return addDays(FIRST_DAY, whole(random, DAYS));
}
