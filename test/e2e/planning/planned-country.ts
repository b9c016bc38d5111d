import { addDays, dayInDenmark, mondayOf, type Day } from '../../../src/domain/shared/day.js';
import type { Identity } from '../../../src/domain/shared/identity.js';
import { Planner } from '../../../src/planning/planner.service.js';
import { ask, type Answer } from '../../support/asking.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { employee, told } from '../graphql/people.js';

export interface Visit {
  id: string;
  planId: string;
  planRevision: number;
  planState: string;
  sinceRevision: number;
  facilityId: string;
  weekStart: Day;
  mode: string;
  form: string;
  state: string;
  noticedFor: Day | null;
  parts: { authority: string; responsibleUnit: string; office: string; form: string; state: string; answerReason: string | null; proposedWeek: string | null; hours: number }[];
} // prettier-ignore

export const UNITS = [
  'SOCIALTILSYN_NORD',
  'SOCIALTILSYN_MIDT',
  'SOCIALTILSYN_SYD',
  'SOCIALTILSYN_OEST',
  'SOCIALTILSYN_HOVEDSTADEN',
  'ARBEJDSTILSYNET',
  'STPS',
] as const;

export const VISIT = `id planId planRevision planState sinceRevision facilityId weekStart mode form state noticedFor
  parts { authority responsibleUnit office form state answerReason proposedWeek hours }`;

const QUICK = { samplePasses: 0, pricePasses: 60, searchPasses: 4, rebuilds: 2_000 };

/** Monday of the week so many weeks from now. */
export function weekFromNow(weeks: number): Day {
  return addDays(mondayOf(dayInDenmark(new Date())), 7 * weeks);
}

/** The small country with a plan that begins next week. */
export async function startPlannedCountry(): Promise<RunningService> {
  const service = await startService();
  await makePlan(service, 'spec');
  return service;
}

export async function makePlan(service: RunningService, seed: string): Promise<void> {
  await service.app
    .get(Planner)
    .makePlans(dayInDenmark(new Date()), seed, () => undefined, { budgets: QUICK });
}

export async function visitsOf(service: RunningService, identity: Identity, filter = '{}'): Promise<Visit[]> {
  const { plannedVisits } = await told<{ plannedVisits: { visits: Visit[] } }>(
    service,
    identity,
    `{ plannedVisits(filter: ${filter}, first: 100) { visits { ${VISIT} } } }`,
  );
  return plannedVisits.visits;
}

export async function visitNow(
  service: RunningService,
  identity: Identity,
  { id, planId }: Visit,
): Promise<Visit | null> {
  const answer = await told<{ plannedVisit: Visit | null }>(
    service,
    identity,
    `query ($id: ID!, $planId: ID!) { plannedVisit(id: $id, planId: $planId) { ${VISIT} } }`,
    { id, planId },
  );
  return answer.plannedVisit;
}

/** Every unit accepts all its parts, and one of them publishes. */
export async function publish(service: RunningService, { planId, planRevision }: Visit): Promise<void> {
  for (const unit of UNITS) {
    await told(
      service,
      employee('PLANNER', unit),
      `mutation { acceptAllParts(planId: "${planId}", revision: ${planRevision}) }`,
    );
  }
  await told(
    service,
    employee('AUTHORITY_MANAGER', 'STPS'),
    `mutation { publishPlan(planId: "${planId}", revision: ${planRevision}) }`,
  );
}

export interface Check {
  revision: number;
  token: string;
  consequences: { code: string; severity: string; authority: string | null; amount: number | null }[];
  loads: { office: string; available: number; before: number; after: number }[];
  before: { hours: number; visitDays: number; expectedFindings: number };
  after: { hours: number; visitDays: number; expectedFindings: number };
}

const CHECK = `revision token consequences { code severity authority amount }
  loads { office available before after }
  before { hours visitDays expectedFindings } after { hours visitDays expectedFindings }`;

export async function check(
  service: RunningService,
  identity: Identity,
  input: Record<string, unknown>,
): Promise<Check> {
  const answer = await told<{ checkPlanChange: Check }>(
    service,
    identity,
    `query ($input: PlanChangeInput!) { checkPlanChange(input: $input) { ${CHECK} } }`,
    { input },
  );
  return answer.checkPlanChange;
}

export async function change(
  service: RunningService,
  identity: Identity,
  input: Record<string, unknown>,
  { revision, token }: { revision: number; token: string },
): Promise<Answer> {
  return ask(
    service,
    identity,
    `mutation ($input: ConfirmedChangeInput!) { changePlan(input: $input) { ${VISIT} } }`,
    { input: { ...input, revision, token, reason: 'COORDINATION' } },
  );
}
