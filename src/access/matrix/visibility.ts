import type { Role } from '../../domain/shared/identity.js';
import { STAFF_ROLES } from '../../domain/shared/identity.js';

/** How far somebody sees a kind of object or the rows of a table, with what the words mean. */
export const SCOPES = {
  ALL: 'every one',
  OWN_PLACE: "those of the asker's own place",
  OWN_TOLD: "quarters of the asker's own places, some time after they ended",
  OWN_AUTHORITY: "those of the asker's own authority",
  OWN_UNIT: "those of the asker's own authority; of the socialtilsyn, those of the own one alone",
  OWN_DELIVERIES: "what was delivered by the asker's own authority or for planning; concerns excepted",
  OWN_COUNTED_FILES:
    'files of those deliveries, with the lines that the asker may know of; of concerns, those of the own unit alone',
  OWN_BROKEN_ROWS:
    "of those, the broken lines; one that may tell of a crisis centre is for the own unit's clerks alone, of a concern for the own unit",
  OWN_HELD: "texts of the asker's own registers; of concerns, those of the own unit alone",
  OWN_OPERATOR:
    "those of places that the asker's operator runs today, as far as a register names no other operator",
  OWN_OPERATOR_NOT_SECRET: 'the same, but for those at a secret address',
  NOT_SECRET: 'all but those at a secret address',
  NOT_SECRET_OF_OTHERS: 'all but those at a secret address, of which the own unit sees its own',
  PLACES_NOT_SECRET: 'those of places at no secret address',
  PLACES_NOT_SECRET_OF_OTHERS:
    'the same, and of places at a secret address those of which the own unit has a record',
  SHARED_OUTCOME:
    'those of the own unit, and of others what sharing_policies shares, from the day others may know of it',
  SHARED_TEXT: 'of those, the ones whose words sharing_policies shares, and whose source the asker sees',
  SEEN_DATA:
    "those about a record, visit or finding that the asker sees, and of the records seen all of the own unit's",
  SHARED_ACCIDENTS: 'those of Arbejdstilsynet, as far as sharing_policies shares them',
  ANY_SOURCE: 'those of which the asker sees a source',
  SHARED_OR_OWN_UNIT: "those that are not for their own unit alone, and those of the asker's own unit",
  AFTER_OWN_LOCK:
    'those of places at which the asker locked findings in the last 30 days; before, inspectors judge without them',
  SHARED_AFTER_OWN_LOCK:
    'of those, the ones that are not for their own unit alone, and those of the own unit',
  OWN_INSPECTORS: "those of people who have locked findings in the asker's own unit",
  WHEN_OVER: 'of the draws or plans that the asker sees, those whose quarter or last week is over',
  COUNTED: 'numbers over what the asker may see',
} as const;
export type Scope = keyof typeof SCOPES;

/** How far each role sees; a role that is missing sees nothing. */
export type SeenBy = Readonly<Partial<Record<Role, Scope>>>;

/** The same for everybody who works for one of the three authorities. */
export function staff(scope: Scope): SeenBy {
  return forRoles(STAFF_ROLES, scope);
}

export function forRoles(roles: readonly Role[], scope: Scope): SeenBy {
  return Object.fromEntries(roles.map((role) => [role, scope]));
}

/** Who chooses what an authority visits, or answers for how it is chosen. */
export const CHOOSERS: readonly Role[] = ['PLANNER', 'MODEL_OWNER', 'AUTHORITY_MANAGER'];

/** The roles that need to know where a place at a secret address is: to go there, to plan that, to mend the record. */
export const ADDRESS_ROLES: readonly Role[] = ['VISITING_INSPECTOR', 'PLANNER', 'REGISTER_CLERK'];

/** Those who work for an authority and do not go out to judge places, which is done without knowing the score. */
export const SCORE_ROLES: readonly Role[] = STAFF_ROLES.filter((role) => role !== 'VISITING_INSPECTOR');

export const CLERKS: readonly Role[] = ['REGISTER_CLERK', 'AUTHORITY_MANAGER'];
