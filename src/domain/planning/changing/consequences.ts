import type { InspectorLeave, PlanningInspector } from '../capacity.js';
import { officeId } from '../capacity.js';
import { checkPlan } from '../check-plan.js';
import type { PlanRule, Violation } from '../checking/violation.js';
import { evaluatePlan, type PlanMeasures } from '../evaluate-plan.js';
import { formOf } from '../life-cycle/visit-modes.js';
import { noticeProblem, noticeWindow } from '../life-cycle/notice-window.js';
import type { Plan } from '../plan.js';
import type { PlanningInstance } from '../planning-instance.js';
import { lastWeekBy } from '../planning-weeks.js';
import type { PolicyRule } from '../policy.js';
import type { Authority } from '../../shared/authority.js';
import { addDays, daysBetween, isoWeekday, type Day } from '../../shared/day.js';
import { officeLoads, type OfficeLoad } from './office-loads.js';
import { planOfVisits } from './plan-of-visits.js';
import type { ChangedVisit, Changer, PlacedVisit } from './visit-change.js';

export const CONSEQUENCE_CODES = [
  'VETO',
  'WINDOW',
  'MIN_INTERVAL',
  'SPACING',
  'MAX_AUTHORITIES',
  'OFFICE_CLOSED',
  'CAPACITY',
  'COMPETENCE',
  'HORIZON',
  'ONE_VISIT_PER_SLOT',
  'KNOWN_SLOT',
  'LATE', // after the day by which policy wants the visit; amount: weeks
  'HOLIDAYS', // the week has fewer working days; amount: how many fewer
  'ABSENCE', // inspectors of the office are away; amount: how many
  'ANSWER_AGAIN', // a partner must answer anew
  'NOTICE_WITHDRAWN', // the place has been told of the former week
  'NOTICE_TOO_LATE', // announced, but too near for the place to be told in time
] as const;
export type ConsequenceCode = (typeof CONSEQUENCE_CODES)[number];

/** One thing that a change leads to. BREAKS a hard rule, WARNS of something, TELLS, or MENDS what was broken before. */
export interface Consequence {
  readonly code: ConsequenceCode;
  readonly severity: 'BREAKS' | 'WARNS' | 'TELLS' | 'MENDS';
  readonly authority: Authority | null;
  readonly office: string | null;
  readonly amount: number | null;
}

export interface ChangeEffects {
  readonly consequences: readonly Consequence[];
  /** The offices concerned, in the periods concerned. */
  readonly loads: readonly OfficeLoad[];
  /** Of the place alone, before and after. */
  readonly before: PlanMeasures;
  readonly after: PlanMeasures;
}

export interface ChangeSurroundings {
  readonly instance: PlanningInstance;
  /** All visits of the plan that use the hours of the offices concerned, and all of the place; the changed one included. */
  readonly visits: readonly PlacedVisit[];
  readonly inspectors: readonly PlanningInspector[];
  readonly leave: readonly InspectorLeave[];
  readonly holidays: readonly Day[];
  readonly noticeRules: readonly PolicyRule[];
  readonly today: Day;
}

const RULES: readonly PlanRule[] = [
  'VETO', 'WINDOW', 'MIN_INTERVAL', 'SPACING', 'MAX_AUTHORITIES', 'OFFICE_CLOSED', 'CAPACITY', 'COMPETENCE', 'HORIZON',
  'ONE_VISIT_PER_SLOT', 'KNOWN_SLOT',
]; // prettier-ignore

/** Everything that follows when `former` becomes `next` (null: nothing there before, or nothing left). Changes nothing. */
export function consequencesOf(
  around: ChangeSurroundings,
  former: PlacedVisit | null,
  next: ChangedVisit | null,
  by: Changer,
  wasNoticed: boolean,
): ChangeEffects {
  const { instance } = around;
  const others = around.visits.filter((visit) => visit.id !== former?.id);
  const before = planOfVisits(instance, former ? [...others, former] : others);
  const after = planOfVisits(instance, next ? [...others, { ...next, id: former?.id ?? 'new' }] : others);
  const place = (former ?? next)!.facilityId;
  return {
    consequences: [
      ...ruleConsequences(instance, before, after),
      ...(next ? weekConsequences(around, former, next) : []),
      ...(former?.parts ?? [])
        .filter((part) => part.responsibleUnit !== by.unit && next !== null)
        .map(({ authority }) => told('ANSWER_AGAIN', 'TELLS', authority)),
      ...(wasNoticed ? [told('NOTICE_WITHDRAWN', 'WARNS')] : []),
    ],
    loads: officeLoads(instance, before, after, former, next),
    before: evaluatePlan(only(instance, place), visitsAt(before, place)),
    after: evaluatePlan(only(instance, place), visitsAt(after, place)),
  };
}

function ruleConsequences(instance: PlanningInstance, before: Plan, after: Plan): Consequence[] {
  const broken = (plan: Plan): Map<string, Violation> =>
    new Map(
      checkPlan(instance, plan)
        .filter(({ rule }) => RULES.includes(rule))
        .map((violation) => [`${violation.rule} ${withoutFigures(violation.detail)}`, violation]),
    );
  const formerly = broken(before);
  const now = broken(after);
  return [
    ...[...now]
      .filter(([key]) => !formerly.has(key))
      .map(([, each]) => asConsequence(instance, each, 'BREAKS')),
    ...[...formerly]
      .filter(([key]) => !now.has(key))
      .map(([, each]) => asConsequence(instance, each, 'MENDS')),
  ];
}

// A shortage that grows is the same shortage; how large it is stands among the loads.
function withoutFigures(detail: string): string {
  return detail.replace(/\d+\.\d+/g, '');
}

function asConsequence(
  instance: PlanningInstance,
  { rule, slots }: Violation,
  severity: Consequence['severity'],
): Consequence {
  const isOfOffice = rule === 'CAPACITY' || rule === 'COMPETENCE' || rule === 'OFFICE_CLOSED';
  const unit = slots[0]?.responsibleUnit;
  const part = instance.facilities
    .find(({ id }) => id === slots[0]?.facilityId)
    ?.parts.find(({ responsibleUnit }) => responsibleUnit === unit);
  const office = isOfOffice ? instance.offices.find(({ id }) => id === part?.officeId) : undefined;
  return {
    code: rule as ConsequenceCode,
    severity,
    authority: part?.authority ?? null,
    office: office?.name ?? null,
    amount: null,
  };
}

function weekConsequences(
  around: ChangeSurroundings,
  former: PlacedVisit | null,
  next: ChangedVisit,
): Consequence[] {
  const { instance, today } = around;
  const found: Consequence[] = [];
  const week = Math.floor(daysBetween(instance.startsOn, next.weekStart) / 7);
  if (next.weekStart === former?.weekStart) return found;
  for (const part of next.parts) {
    const late = part.latestOn === null ? 0 : week - lastWeekBy(instance.startsOn, part.latestOn);
    if (late > 0) found.push(told('LATE', 'WARNS', part.authority, part.office, late));
    const away = inspectorsAway(around, officeId(part.responsibleUnit, part.office), next.weekStart);
    if (away > 0) found.push(told('ABSENCE', 'WARNS', part.authority, part.office, away));
  }
  const closed = around.holidays.filter(
    (on) => on >= next.weekStart && on <= addDays(next.weekStart, 4) && isoWeekday(on) <= 5,
  );
  if (closed.length > 0) found.push(told('HOLIDAYS', 'WARNS', null, null, closed.length));
  if (formOf(next.parts) === 'ANNOUNCED') {
    const facilityType = instance.facilities.find(({ id }) => id === next.facilityId)?.facilityType ?? null;
    const authorities = next.parts.map(({ authority }) => authority);
    const window = noticeWindow(
      around.noticeRules,
      { authorities, facilityType, band: null },
      addDays(next.weekStart, 4),
    );
    const problem = noticeProblem(window, today);
    if (problem !== undefined && problem !== 'TOO_EARLY') found.push(told('NOTICE_TOO_LATE', 'WARNS'));
  }
  return found;
}

function inspectorsAway(around: ChangeSurroundings, office: string, monday: Day): number {
  const friday = addDays(monday, 4);
  const codes = new Set(
    around.inspectors
      .filter((each) => officeId(each.responsibleUnit, each.office) === office)
      .map(({ inspectorCode }) => inspectorCode),
  );
  return new Set(
    around.leave
      .filter((each) => codes.has(each.inspectorCode) && each.from <= friday && each.to >= monday)
      .map(({ inspectorCode }) => inspectorCode),
  ).size;
}

function told(
  code: ConsequenceCode,
  severity: Consequence['severity'],
  authority: Authority | null = null,
  office: string | null = null,
  amount: number | null = null,
): Consequence {
  return { code, severity, authority, office, amount };
}

function only(instance: PlanningInstance, facilityId: string): PlanningInstance {
  return { ...instance, facilities: instance.facilities.filter(({ id }) => id === facilityId) };
}

function visitsAt(plan: Plan, facilityId: string): Plan {
  return { ...plan, visits: plan.visits.filter((visit) => visit.facilityId === facilityId), unplanned: [] };
}
