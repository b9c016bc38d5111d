import type { Identity } from './page/page-context.js';

type Role = Exclude<Identity['role'], 'SERVICE'>;

/** Who works for one of the three authorities. A role that is missing here sees fewer pages, never more. */
export const STAFF: readonly Role[] = [
  'VISITING_INSPECTOR',
  'PLANNER',
  'REGISTER_CLERK',
  'MODEL_OWNER',
  'AUTHORITY_MANAGER',
];

/** Who takes care of the registers' files. */
export const CLERKS: readonly Role[] = ['REGISTER_CLERK', 'AUTHORITY_MANAGER'];

/** Who reads the report on the registers' quality. */
export const QUALITY_READERS: readonly Role[] = [...CLERKS, 'PLANNER'];

/** Everybody who is signed in. */
export const ANYBODY: readonly Role[] = [
  ...STAFF,
  'FACILITY_USER',
  'OPERATOR_USER',
  'MINISTRY_ANALYST',
  'AUDITOR',
  'INTEGRATION_CLIENT',
];

/** Who confirms bands or answers contests. */
export const TASK_HOLDERS: readonly Role[] = [
  'VISITING_INSPECTOR',
  'PLANNER',
  'REGISTER_CLERK',
  'AUTHORITY_MANAGER',
];

/** Who answers for how places are selected. */
export const SELECTION_READERS: readonly Role[] = ['MODEL_OWNER', 'AUTHORITY_MANAGER'];

export function isStaff(role: string): boolean {
  return isOneOf(STAFF, role);
}

export function isOneOf(roles: readonly Role[], role: string): boolean {
  return roles.some((each) => each === role);
}

/** Who decides on plans for their own unit. */
export const PLAN_KEEPERS: readonly Role[] = ['PLANNER', 'AUTHORITY_MANAGER'];

export function isPlanKeeper(role: string): boolean {
  return PLAN_KEEPERS.some((keeper) => keeper === role);
}
