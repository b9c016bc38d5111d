import type { Changer } from '../../domain/planning/changing/visit-change.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import type { Identity, Role } from '../../domain/shared/identity.js';

/** Who decides on plans for their own unit; the database names the same ones in is_plan_keeper(). */
export const PLAN_KEEPERS: readonly Role[] = ['PLANNER', 'AUTHORITY_MANAGER'];

/** The unit that somebody decides for; throws FORBIDDEN for everybody else. */
export function keeperOf({ role, authority, unit }: Identity): Changer {
  if (PLAN_KEEPERS.some((keeper) => keeper === role) && authority && unit) return { authority, unit };
  throw new ExpectedError('FORBIDDEN', `The role ${role} may not decide on plans.`);
}
