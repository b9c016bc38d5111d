import type {
  AccidentHistory,
  ConcernHistory,
  DatedValue,
  FacilityHistory,
  OperatorChange,
  OrderHistory,
  PlanningFacts,
  VisitHistory,
} from './facility-history.js';
import type { KnownHistory } from './known-history.js';
import {
  sharedAccident,
  sharedOperatorChange,
  sharedOrder,
  sharedValue,
  sharedVisit,
} from './shared-facts.js';
import type { FacilityType } from '../facility/source-record.js';
import type { Authority } from '../shared/authority.js';
import type { Day } from '../shared/day.js';

/** A history sorted once, so that many days can be asked of it. Made by `timelineOf` alone. */
export interface FacilityTimeline {
  readonly facilityId: string;
  readonly visits: Readonly<Record<Authority, readonly VisitHistory[]>>;
  readonly orders: readonly OrderHistory[];
  readonly accidents: readonly AccidentHistory[];
  readonly accidentsRecordedFrom: Day | null;
  readonly capacityPlaces: readonly DatedValue<number>[];
  readonly employees: readonly DatedValue<number>[];
  readonly facilityType: readonly DatedValue<FacilityType>[];
  readonly targetGroups: readonly DatedValue<readonly string[]>[];
  readonly operatorChanges: readonly OperatorChange[] | null;
  /** Empty in every timeline but those made for the owner alone. */
  readonly concerns: readonly ConcernHistory[];
}

/** Sorts the facts of a facility into one order, whatever order they came in, and drops all that is not shared. */
export function timelineOf(history: FacilityHistory): FacilityTimeline {
  const visits = sorted(history.visits.map(sharedVisit), (visit) => `${visit.occurredOn} ${visit.visitKey}`);
  const accidents = history.accidents.map(sharedAccident);
  return {
    facilityId: history.facilityId,
    visits: {
      SOCIALTILSYNET: visits.filter((visit) => visit.authority === 'SOCIALTILSYNET'),
      ARBEJDSTILSYNET: visits.filter((visit) => visit.authority === 'ARBEJDSTILSYNET'),
      STPS: visits.filter((visit) => visit.authority === 'STPS'),
    },
    orders: sorted(history.orders.map(sharedOrder), (order) => `${order.issuedOn} ${order.orderKey}`),
    accidents: sorted(accidents, (accident) => `${accident.occurredOn} ${accident.accidentKey}`),
    accidentsRecordedFrom: history.accidentsRecordedFrom,
    capacityPlaces: sorted(history.capacityPlaces.map(sharedValue), datedKey),
    employees: sorted(history.employees.map(sharedValue), datedKey),
    facilityType: sorted(history.facilityType.map(sharedValue), datedKey),
    targetGroups: sorted(history.targetGroups.map(sharedValue), datedKey),
    operatorChanges:
      history.operatorChanges &&
      sorted(history.operatorChanges.map(sharedOperatorChange), (change) => change.occurredOn),
    concerns: NO_CONCERNS,
  };
}

const NO_FACTS: PlanningFacts = {};
const NO_CONCERNS: readonly ConcernHistory[] = [];

/**
 * The facts available on `asOf` or earlier, and nothing that was learnt of them later. `planningFacts` are those of the
 * visit that is being planned.
 */
export function knownAsOf(
  timeline: FacilityTimeline,
  asOf: Day,
  planningFacts: PlanningFacts = NO_FACTS,
): KnownHistory {
  return {
    asOf,
    visits: {
      SOCIALTILSYNET: available(timeline.visits.SOCIALTILSYNET, asOf),
      ARBEJDSTILSYNET: available(timeline.visits.ARBEJDSTILSYNET, asOf),
      STPS: available(timeline.visits.STPS, asOf),
    },
    orders: available(timeline.orders, asOf).map((order) =>
      order.compliedOn !== null && order.compliedOn > asOf ? { ...order, compliedOn: null } : order,
    ),
    accidents: available(timeline.accidents, asOf),
    accidentsRecordedFrom: timeline.accidentsRecordedFrom,
    capacityPlaces: latest(timeline.capacityPlaces, asOf),
    employees: latest(timeline.employees, asOf),
    facilityType: latest(timeline.facilityType, asOf),
    targetGroups: latest(timeline.targetGroups, asOf),
    operatorChanges: timeline.operatorChanges && available(timeline.operatorChanges, asOf),
    planningFacts,
    concerns:
      timeline.concerns.length === 0
        ? timeline.concerns
        : timeline.concerns.filter((concern) => concern.receivedOn <= asOf),
  };
}

function sorted<T>(facts: readonly T[], keyOf: (fact: T) => string): T[] {
  return facts
    .map((fact) => ({ fact, key: keyOf(fact) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ fact }) => fact);
}

// Two values known from the same day: the later one in text order, so that the order of delivery does not decide.
function datedKey(fact: DatedValue<number | string | readonly string[]>): string {
  return `${fact.availableOn} ${String(fact.value)}`;
}

function available<T extends { readonly availableOn: Day }>(facts: readonly T[], asOf: Day): readonly T[] {
  return facts.length === 0 ? facts : facts.filter((fact) => fact.availableOn <= asOf);
}

function latest<T>(facts: readonly DatedValue<T>[], asOf: Day): T | null {
  return facts.findLast((fact) => fact.availableOn <= asOf)?.value ?? null;
}
