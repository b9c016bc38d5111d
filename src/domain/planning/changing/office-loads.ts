import { officeId } from '../capacity.js';
import { hoursOfGroups } from '../checking/competence-shortage.js';
import type { Plan } from '../plan.js';
import type { PlanningInstance } from '../planning-instance.js';
import { weekStartsOn } from '../planning-weeks.js';
import type { Authority } from '../../shared/authority.js';
import { daysBetween, type Day } from '../../shared/day.js';
import type { ChangedVisit, PlacedVisit } from './visit-change.js';

/** Hours of an office in one period: what it has for planned visits, and what these take before and after a change. */
export interface OfficeLoad {
  readonly authority: Authority;
  readonly office: string;
  /** Mondays of the first and the last week. */
  readonly weekFrom: Day;
  readonly weekTo: Day;
  readonly available: number;
  readonly before: number;
  readonly after: number;
}

/** The loads of the offices of a visit in the periods that it leaves and enters; those that stay the same are left out. */
export function officeLoads(
  instance: PlanningInstance,
  before: Plan,
  after: Plan,
  former: PlacedVisit | null,
  next: ChangedVisit | null,
): OfficeLoad[] {
  const ids = new Set(
    [former, next].flatMap((visit) =>
      (visit?.parts ?? []).map((part) => officeId(part.responsibleUnit, part.office)),
    ),
  );
  const weeks = [former, next].flatMap((visit) =>
    visit ? [Math.floor(daysBetween(instance.startsOn, visit.weekStart) / 7)] : [],
  );
  let from = 0;
  return instance.capacityPeriods.flatMap((length) => {
    const first = from;
    from += length;
    if (!weeks.some((week) => week >= first && week < first + length)) return [];
    return instance.offices
      .filter(({ id }) => ids.has(id))
      .map((office): OfficeLoad => {
        const used = (plan: Plan): number =>
          plan.visits
            .filter((each) => each.officeId === office.id && each.week >= first && each.week < first + length)
            .reduce((sum, { hours }) => sum + hours, 0);
        return {
          authority: office.authority,
          office: office.name,
          weekFrom: weekStartsOn(instance.startsOn, first),
          weekTo: weekStartsOn(instance.startsOn, first + length - 1),
          available: hoursOfGroups(office.groups, first, length).reduce((sum, { hours }) => sum + hours, 0),
          before: used(before),
          after: used(after),
        };
      })
      .filter((load) => Math.abs(load.before - load.after) > 1e-9);
  });
}
