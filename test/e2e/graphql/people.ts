import type { Authority, ResponsibleUnit } from '../../../src/domain/shared/authority.js';
import type { Identity, Role } from '../../../src/domain/shared/identity.js';
import { ask, type Answer } from '../../support/asking.js';
import type { RunningService } from '../../support/running-service.js';

/** An employee with this task; by default of Socialtilsyn Midt. */
export function employee(role: Role, unit: ResponsibleUnit = 'SOCIALTILSYN_MIDT'): Identity {
  const authority: Authority = unit === 'ARBEJDSTILSYNET' || unit === 'STPS' ? unit : 'SOCIALTILSYNET';
  return { role, person: `${role} of ${unit}`, authority, unit };
}

/** Somebody who works at a place. */
export function worksAt(facilityId: string): Identity {
  return { role: 'FACILITY_USER', person: 'worker', facilityId };
}

export const MINISTRY: Identity = { role: 'MINISTRY_ANALYST', person: 'analyst' };

/** The place that a facility's user works at where nothing else was said; it must exist. */
export const SOME_PLACE = '00000000-0000-4000-8000-000000000001';

/** Somebody in this role with all that the role needs. */
export function anybody(role: Role): Identity {
  if (role === 'FACILITY_USER') return worksAt(SOME_PLACE);
  if (role === 'OPERATOR_USER') return { role, person: 'operator', cvrNumber: '13748136' };
  if (role === 'MINISTRY_ANALYST') return MINISTRY;
  if (role === 'AUDITOR') return { role, person: 'auditor' };
  return employee(role);
}

/** Asks and expects an answer without errors. */
export async function told<Data>(
  service: RunningService,
  identity: Identity,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  const answer = await ask(service, identity, query, variables);
  if (answer.status !== 200 || answer.body?.errors) {
    throw new Error(`Asked: ${query}\nAnswered with ${answer.status}: ${answer.text}`);
  }
  return answer.body?.data as Data;
}

/** Status, code and message of an answer that refuses. */
export function refusal({ status, code, body }: Answer): unknown[] {
  return [status, code, body?.errors?.[0]?.message];
}
