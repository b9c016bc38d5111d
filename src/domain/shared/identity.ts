import type { Authority, ResponsibleUnit } from './authority.js';

/** What somebody is here to do. Every request has exactly one role; nothing is allowed without one. */
export const ROLES = [
  'VISITING_INSPECTOR',
  'PLANNER',
  'REGISTER_CLERK',
  'MODEL_OWNER',
  'AUTHORITY_MANAGER',
  'FACILITY_USER',
  'OPERATOR_USER',
  'MINISTRY_ANALYST',
  'AUDITOR',
  'INTEGRATION_CLIENT',
] as const;
export type Role = (typeof ROLES)[number];

export const STAFF_ROLES: readonly Role[] = [
  'VISITING_INSPECTOR',
  'PLANNER',
  'REGISTER_CLERK',
  'MODEL_OWNER',
  'AUTHORITY_MANAGER',
];

/** Who asks. An employee has authority and responsible unit, a facility's user has a facility. */
export interface Identity {
  readonly role: Role | 'SERVICE';
  /** Stable name of the person or machine, for logs; never shown to facilities. */
  readonly person: string;
  readonly authority?: Authority;
  readonly unit?: ResponsibleUnit;
  readonly facilityId?: string;
}

/** Our own background work: imports, matching, scoring, planning. Never given to a request. */
export const SERVICE_IDENTITY: Identity = { role: 'SERVICE', person: 'samtilsyn' };

/** True for employees of the three authorities. */
export function isAuthorityStaff(identity: Identity): boolean {
  return (
    STAFF_ROLES.some((role) => role === identity.role) &&
    identity.authority !== undefined &&
    identity.unit !== undefined
  );
}
