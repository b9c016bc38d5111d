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

/** What data may be used for; a processing without a stated purpose is unlawful (GDPR article 5(1)(b)). */
export const PURPOSES = [
  'INSPECTION',
  'PLANNING',
  'REGISTER_CARE',
  'MODEL_CARE',
  'MANAGEMENT',
  'OWN_CASES',
  'STATISTICS',
  'ACCOUNTABILITY',
  'DATA_EXCHANGE',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Who asks. An employee has authority and responsible unit, a facility's user a facility, an operator's a CVR number. */
export interface Identity {
  readonly role: Role | 'SERVICE';
  /** Stable name of the person or machine, for logs; never shown to facilities. */
  readonly person: string;
  readonly authority?: Authority;
  readonly unit?: ResponsibleUnit;
  readonly facilityId?: string;
  /** Eight digits; the operator that somebody acts for. */
  readonly cvrNumber?: string;
  readonly purpose?: Purpose;
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
