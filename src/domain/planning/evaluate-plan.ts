import { hazardOf, HazardCurves } from './hazard.js';
import type { AuthorityPart, PlanningInstance } from './planning-instance.js';
import { deadlineWeek } from './planning-weeks.js';
import type { Plan, PlannedVisit, SlotKey } from './plan.js';
import { horizonEnd, valueOfVisits, visitTime, weeksSinceLastVisit } from './visit-value.js';
import { AUTHORITIES, type Authority } from '../shared/authority.js';

/** What a plan is expected to give and to cost; the same measures whatever made the plan. */
export interface PlanMeasures {
  /** Authority visits. */
  readonly visits: number;
  /** Days on which a place is disturbed: a joint visit is one. */
  readonly visitDays: number;
  /** Share, 0-1, of the visits that are made together with another authority. */
  readonly jointShare: number;
  /** Expected number of visits that find a problem. */
  readonly expectedFindings: number;
  /** The same, each weighted by how grave the problem would be. */
  readonly weightedFindings: number;
  /** Weeks of undetected problem, weighted by gravity, that the plan is expected to avoid until the horizon's tail ends. */
  readonly harmAvoided: number;
  readonly hours: number;
  readonly hoursOf: Readonly<Record<Authority, number>>;
  /** Slots that must be visited within the horizon. */
  readonly mustVisits: number;
  /** Of those, visited after their latest day. */
  readonly lateVisits: number;
  /** Weeks of delay of the late visits together. */
  readonly lateWeeks: number;
  /** Of those that must be visited, not visited. */
  readonly dueNotVisited: number;
}

export function evaluatePlan(instance: PlanningInstance, plan: Plan): PlanMeasures {
  const visitsOfPart = Map.groupBy(plan.visits, partKey);
  const curves = new HazardCurves(instance.parameters.hazardShape);
  const sums = { expectedFindings: 0, weightedFindings: 0, harmAvoided: 0 };
  const deadlines = { mustVisits: 0, lateVisits: 0, lateWeeks: 0, dueNotVisited: 0 };
  for (const facility of instance.facilities) {
    for (const part of facility.parts) {
      const visits = visitsOfPart.get(partKey({ facilityId: facility.id, ...part })) ?? [];
      addValue(sums, instance, part, visits, curves);
      addDeadlines(deadlines, instance, part, visits);
    }
  }
  const days = Map.groupBy(plan.visits, (visit) => visit.visitDayKey);
  const joint = [...days.values()].reduce((sum, visits) => sum + (visits.length > 1 ? visits.length : 0), 0);
  const hoursOf = hoursByAuthority(plan.visits);
  return {
    visits: plan.visits.length,
    visitDays: days.size,
    jointShare: plan.visits.length === 0 ? 0 : joint / plan.visits.length,
    ...sums,
    hours: AUTHORITIES.reduce((sum, authority) => sum + hoursOf[authority], 0),
    hoursOf,
    ...deadlines,
  };
}

function partKey(key: Pick<SlotKey, 'facilityId' | 'responsibleUnit'>): string {
  return `${key.facilityId}/${key.responsibleUnit}`;
}

function hoursByAuthority(visits: readonly PlannedVisit[]): Record<Authority, number> {
  const hours: Record<Authority, number> = { SOCIALTILSYNET: 0, ARBEJDSTILSYNET: 0, STPS: 0 };
  for (const visit of visits) hours[visit.authority] += visit.hours;
  return hours;
}

function addValue(
  sums: { expectedFindings: number; weightedFindings: number; harmAvoided: number },
  instance: PlanningInstance,
  part: AuthorityPart,
  visits: readonly PlannedVisit[],
  curves: HazardCurves,
): void {
  if (visits.length === 0) return;
  const { parameters } = instance;
  const hazard = hazardOf(part.probability12Months, curves);
  const age = weeksSinceLastVisit(part, instance.startsOn, parameters);
  const times = visits.map((visit) => visitTime(visit.week)).sort((a, b) => a - b);
  const end = horizonEnd(instance);
  const without = valueOfVisits(hazard, age, [], end, parameters.detectionProbability);
  const planned = valueOfVisits(hazard, age, times, end, parameters.detectionProbability);
  sums.expectedFindings += planned.expectedFindings;
  sums.weightedFindings += part.severityWeight * planned.expectedFindings;
  sums.harmAvoided += part.severityWeight * (without.undetectedWeeks - planned.undetectedWeeks);
}

function addDeadlines(
  deadlines: { mustVisits: number; lateVisits: number; lateWeeks: number; dueNotVisited: number },
  instance: PlanningInstance,
  part: AuthorityPart,
  visits: readonly PlannedVisit[],
): void {
  part.slots.forEach((slot, index) => {
    const deadline = deadlineWeek(instance, slot);
    if (deadline === undefined) return;
    deadlines.mustVisits += 1;
    const visit = visits.find((each) => each.slot === index);
    if (!visit) deadlines.dueNotVisited += 1;
    else if (visit.week > deadline) {
      deadlines.lateVisits += 1;
      deadlines.lateWeeks += visit.week - deadline;
    }
  });
}
