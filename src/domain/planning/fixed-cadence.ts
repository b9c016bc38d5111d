import { capacityRows } from './hours/capacity-rows.js';
import { HoursLedger } from './hours/hours-ledger.js';
import { assertSound } from './instance-problems.js';
import { jointVisitHours } from './joint-hours.js';
import type {
  AuthorityPart,
  PlanningFacility,
  PlanningInstance,
  PlanningOffice,
  VisitSlot,
} from './planning-instance.js';
import { firstAllowedWeek, lastWeekBy, openWeeks, weeksToKeep } from './planning-weeks.js';
import type { Plan, PlannedVisit, SlotKey, UnplannedReason, UnplannedSlot } from './plan.js';
import type { Authority } from '../shared/authority.js';
import { addDays } from '../shared/day.js';
import { textHash } from '../shared/seeded-random.js';

export interface FixedCadenceOptions {
  /** Days between two visits of the authority, whatever the risk. */
  readonly intervalDays: Readonly<Record<Authority, number>>;
  /** False plans as if there were hours enough. */
  readonly keepsHours: boolean;
  readonly seed: string;
}

interface CadenceVisit extends SlotKey {
  readonly facility: PlanningFacility;
  readonly part: AuthorityPart;
  readonly own: VisitSlot;
  readonly office: PlanningOffice;
  /** The last week that keeps the interval; negative where it has passed. */
  readonly dueWeek: number;
  readonly tie: number;
}

/**
 * The plan to compare with: every authority comes alone in the last week that keeps its interval, the longest overdue
 * first, or in the first week after it with hours left. It keeps hours, competence, pins, vetoes and shortest intervals. It does not keep days
 * of visit at a place apart, because authorities that plan alone do not know of each other.
 */
export function fixedCadencePlan(instance: PlanningInstance, options: FixedCadenceOptions): Plan {
  assertSound(instance);
  const capacity = capacityRows(instance);
  const ledger = new HoursLedger(instance, capacity);
  const officeIndex = new Map(instance.offices.map((office, index) => [office.id, index]));
  const planned: PlannedVisit[] = [];
  const unplanned: UnplannedSlot[] = [];
  const weeksOfPart = new Map<AuthorityPart, number[]>();
  for (const visit of inDueOrder(instance, options)) {
    const hours = jointVisitHours(visit.part, 1, instance.parameters.jointHours);
    const hoursClass = capacity.classOf[officeIndex.get(visit.part.officeId)!]!.get(visit.part.competence)!;
    const isPinned = visit.own.pinnedWeek !== null;
    const weeksOfOthers = weeksOfPart.get(visit.part) ?? [];
    const gap = weeksToKeep(visit.part.minIntervalDays);
    const open = openWeeks(instance, visit.facility, visit.part, visit.own, visit.office).filter(
      (each) =>
        isPinned || (each >= visit.dueWeek && weeksOfOthers.every((other) => Math.abs(other - each) >= gap)),
    );
    const hasHours = (each: number): boolean =>
      ledger.room[hoursClass * instance.weeks + each]! >= hours - ROUNDING;
    const week = open.find((each) => isPinned || !options.keepsHours || hasHours(each));
    if (week === undefined) {
      unplanned.push({ ...keyOf(visit), reason: whyNot(instance, visit, open) });
      continue;
    }
    ledger.take(hoursClass, week, hours);
    weeksOfPart.set(visit.part, [...weeksOfOthers, week]);
    planned.push(plannedVisit(visit, week, hours));
  }
  return {
    method: options.keepsHours ? 'FIXED_CADENCE' : 'FIXED_CADENCE_UNLIMITED',
    visits: planned,
    unplanned,
  };
}

const ROUNDING = 1e-9;

function inDueOrder(instance: PlanningInstance, { intervalDays, seed }: FixedCadenceOptions): CadenceVisit[] {
  const offices = new Map(instance.offices.map((office) => [office.id, office]));
  const visits = instance.facilities.flatMap((facility) =>
    facility.parts.flatMap((part) => {
      const tie = textHash(`${seed}/${facility.id}/${part.responsibleUnit}`);
      const days = intervalDays[part.authority];
      // Where no visit is known the first one falls anywhere in the interval, so that not all fall on its first day.
      const last = part.lastVisitOn ?? addDays(instance.startsOn, -(tie % days));
      return part.slots.map((own, slot): CadenceVisit => {
        const dueWeek = lastWeekBy(instance.startsOn, addDays(last, days * (slot + 1)));
        const office = offices.get(part.officeId)!;
        return {
          facilityId: facility.id,
          responsibleUnit: part.responsibleUnit,
          slot,
          facility,
          part,
          own,
          office,
          dueWeek,
          tie,
        };
      });
    }),
  );
  const isPinned = (visit: CadenceVisit): number => (visit.own.pinnedWeek === null ? 1 : 0);
  return visits.sort((a, b) => isPinned(a) - isPinned(b) || a.dueWeek - b.dueWeek || a.tie - b.tie);
}

function keyOf({ facilityId, responsibleUnit, slot }: SlotKey): SlotKey {
  return { facilityId, responsibleUnit, slot };
}

function plannedVisit(visit: CadenceVisit, week: number, hours: number): PlannedVisit {
  return {
    ...keyOf(visit),
    authority: visit.part.authority,
    officeId: visit.part.officeId,
    week,
    visitDayKey: `${visit.facilityId}/${visit.responsibleUnit}/${week}`,
    hours,
    reasons: [visit.own.pinnedWeek === null ? 'CADENCE' : 'PINNED'],
  };
}

function whyNot(instance: PlanningInstance, visit: CadenceVisit, open: readonly number[]): UnplannedReason {
  const first = firstAllowedWeek(instance, visit.part, visit.own);
  if (first >= instance.weeks) return { code: 'NOT_DUE' };
  if (visit.dueWeek >= instance.weeks) return { code: 'NOT_IN_CADENCE' };
  const { officeId, competence } = visit.part;
  if (open.length === 0) return { code: 'VETOED' };
  const isHeld = visit.office.groups.some(
    (group) => competence === null || group.competences.includes(competence),
  );
  if (!isHeld && competence !== null) return { code: 'COMPETENCE', officeId, competence, weeks: open };
  return { code: 'NO_CAPACITY', officeId, weeks: open };
}
