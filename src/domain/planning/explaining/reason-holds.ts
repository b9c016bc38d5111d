import { findSlot, nameOfSlot } from './changed-instance.js';
import { checkPlan } from '../check-plan.js';
import type { PlanRule } from '../checking/violation.js';
import { jointVisitHours } from '../joint-hours.js';
import type { Plan, PlannedVisit, SlotKey, UnplannedReason } from '../plan.js';
import type { PlanningInstance } from '../planning-instance.js';

const OF_HOURS: readonly PlanRule[] = ['CAPACITY', 'COMPETENCE'];
/** Rules that a visit in one of the weeks must break for the reason to be true. */
const BREAKS: Readonly<Partial<Record<UnplannedReason['code'], readonly PlanRule[]>>> = {
  NOT_DUE: ['WINDOW', 'MIN_INTERVAL', 'HORIZON'],
  VETOED: ['VETO', 'WINDOW', 'MIN_INTERVAL'],
  OFFICE_CLOSED: ['OFFICE_CLOSED', 'CAPACITY'],
  COMPETENCE: OF_HOURS,
  NO_CAPACITY: OF_HOURS,
  DRAWN_VISITS: OF_HOURS,
  TOO_NEAR_OTHER_VISIT: ['SPACING', 'MIN_INTERVAL', 'MAX_AUTHORITIES'],
  PINNED_ELSEWHERE: ['SPACING', 'MIN_INTERVAL', 'MAX_AUTHORITIES'],
};

/**
 * Whether a reason is true, by the checker's code and not the planner's: in each week that it names, the visit alone
 * would break a rule of the kind. A reason that says there is room must find a week in which no rule is broken.
 */
export function reasonHolds(
  instance: PlanningInstance,
  plan: Plan,
  key: SlotKey,
  reason: UnplannedReason,
): boolean {
  const { part } = findSlot(instance, key);
  const near = around(instance, plan, part.officeId, key.facilityId);
  const before = new Set(checkPlan(near.instance, near.plan).map(({ rule, detail }) => `${rule} ${detail}`));
  const breaks = (week: number): PlanRule[] => {
    const found = checkPlan(near.instance, withVisit(near.plan, instance, key, week));
    return found.filter(({ rule, detail }) => !before.has(`${rule} ${detail}`)).map(({ rule }) => rule);
  };
  const weeks = 'weeks' in reason ? reason.weeks : Array.from({ length: instance.weeks }, (_, week) => week);
  if (reason.code === 'WITHIN_GAP') return weeks.some((week) => breaks(week).length === 0);
  if (reason.code === 'LOW_VALUE') return reason.shortfall > 0;
  const rules = BREAKS[reason.code];
  return rules !== undefined && weeks.every((week) => breaks(week).some((rule) => rules.includes(rule)));
}

/** The facility and those that draw on the same office: nothing else decides about one more visit. */
function around(
  instance: PlanningInstance,
  plan: Plan,
  officeId: string,
  facilityId: string,
): { instance: PlanningInstance; plan: Plan } {
  const facilities = instance.facilities.flatMap((facility) => {
    if (facility.id === facilityId) return [facility];
    const parts = facility.parts.filter((part) => part.officeId === officeId);
    return parts.length > 0 ? [{ ...facility, parts }] : [];
  });
  const ids = new Set(facilities.map(({ id }) => id));
  const isNear = (id: string, office: string): boolean =>
    id === facilityId || (ids.has(id) && office === officeId);
  const visits = plan.visits.filter((visit) => isNear(visit.facilityId, visit.officeId));
  return { instance: { ...instance, facilities }, plan: { ...plan, visits, unplanned: [] } };
}

/** The plan with the slot visited alone in a week, with the hours that the rule gives for it. */
function withVisit(plan: Plan, instance: PlanningInstance, key: SlotKey, week: number): Plan {
  const { part } = findSlot(instance, key);
  const visit: PlannedVisit = {
    ...key,
    authority: part.authority,
    officeId: part.officeId,
    week,
    visitDayKey: `tried ${nameOfSlot(key)}`,
    hours: jointVisitHours(part, 1, instance.parameters.jointHours),
    reasons: [],
  };
  return { ...plan, visits: [...plan.visits, visit] };
}
