import { GrantAdministration, type Grant, type NewGrant } from '../../access/grants/grant-administration.js';
import { RESPONSIBLE_UNITS } from '../../domain/shared/authority.js';
import { parseDay } from '../../domain/shared/day.js';
import { PURPOSES, ROLES, STAFF_ROLES, type Purpose, type Role } from '../../domain/shared/identity.js';
import { WrongUsage, type Command, type CommandContext } from '../command.js';

type Options = Readonly<Record<string, unknown>>;

const text = { type: 'string' } as const;

export const grantsCommand: Command = {
  name: 'grants',
  usage:
    'grants <task> [--claim NAME=VALUE --role ROLE --unit UNIT --decided-by TEXT ...] [--id ID] [--json]',
  summary: 'list, add or end what claims of the issuer give somebody here (docs/sign-in.md)',
  options: {
    issuer: text,
    claim: text,
    role: text,
    unit: text,
    purpose: text,
    'cvr-claim': text,
    cvr: text,
    'p-number-claim': text,
    'facility-claim': text,
    from: text,
    until: text,
    'decided-by': text,
    id: text,
    all: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  words: ['task'],
  needsDatabase: true,
  async run([task = ''], options, context) {
    const grants = context.services.get(GrantAdministration);
    if (task === 'list') return list(await grants.list(options['all'] === true), options, context);
    if (task === 'add') {
      const id = await grants.add(readGrant(options, context.configuration.signIn.issuer?.url));
      context.print(options['json'] ? JSON.stringify({ id }) : `Grant ${id} was added.`);
      return 0;
    }
    if (task !== 'end') throw new WrongUsage(`There is no "grants ${task}"; use list, add or end`);
    const isEnded = await grants.end(needed(options, 'id'));
    context.print(isEnded ? 'Ended; sessions that rest on it have ended too.' : 'No such grant counts.');
    return isEnded ? 0 : 1;
  },
};

function list(grants: readonly Grant[], { json }: Options, { print }: CommandContext): number {
  for (const grant of grants) print(json ? JSON.stringify(grant) : inWords(grant));
  return 0;
}

function inWords(grant: Grant): string {
  const { id, issuer, claimName, claimValue, cvrClaim, cvrNumber, facilityClaim, role, unit } = grant;
  const conditions = [
    `${claimName}=${claimValue}`,
    cvrNumber === null ? undefined : `${cvrClaim}=${cvrNumber}`,
    facilityClaim === null ? undefined : `place in ${facilityClaim}`,
  ];
  const until = grant.validTo === null ? '' : ` until ${grant.validTo}`;
  const what = [role, unit].filter(Boolean).join(' of ');
  return `${id}  ${issuer}  ${conditions.filter(Boolean).join(', ')}  ->  ${what}, from ${grant.validFrom}${until} (${grant.decidedBy})`;
}

function readGrant(options: Options, configuredIssuer: string | undefined): NewGrant {
  const given = (name: string): string | null => (options[name] as string | undefined) ?? null;
  const [, claimName, claimValue] = /^([^=]+)=(.+)$/.exec(needed(options, 'claim')) ?? [];
  if (claimName === undefined || claimValue === undefined) {
    throw new WrongUsage(`--claim is "${given('claim')}"; write it as NAME=VALUE`);
  }
  const issuer = given('issuer') ?? configuredIssuer;
  if (issuer === undefined) throw new WrongUsage('--issuer is missing, and OIDC_ISSUER is not set');
  const role = oneOf('role', needed(options, 'role'), ROLES);
  const unit = given('unit');
  const holds = given('p-number-claim') === null ? 'FACILITY_ID' : 'P_NUMBER';
  const facilityClaim = given('p-number-claim') ?? given('facility-claim');
  const grant: NewGrant = {
    issuer,
    claimName,
    claimValue,
    role,
    unit: unit === null ? null : oneOf('unit', unit, RESPONSIBLE_UNITS),
    purpose: oneOf('purpose', given('purpose') ?? USUAL_PURPOSES[role], PURPOSES),
    cvrClaim: given('cvr-claim'),
    cvrNumber: given('cvr'),
    facilityClaim,
    facilityClaimHolds: facilityClaim === null ? null : holds,
    validFrom: day('from', given('from')),
    validTo: day('until', given('until')),
    decidedBy: needed(options, 'decided-by'),
  };
  const problem = problemOf(grant);
  if (problem !== undefined) throw new WrongUsage(problem);
  return grant;
}

/** What the table would refuse, in words. */
function problemOf({ role, unit, cvrClaim, cvrNumber, facilityClaim }: NewGrant): string | undefined {
  const isStaff = STAFF_ROLES.some((staff) => staff === role);
  if (isStaff && unit === null) return `--unit is missing: a ${role} works for one`;
  if (!isStaff && role !== 'INTEGRATION_CLIENT' && unit !== null) return `--unit is not for a ${role}`;
  if (cvrNumber !== null && !/^\d{8}$/.test(cvrNumber)) return `--cvr is "${cvrNumber}"; it has eight digits`;
  if (cvrNumber !== null && cvrClaim === null) return '--cvr needs --cvr-claim, the claim that must hold it';
  if (role === 'OPERATOR_USER' && cvrClaim === null) return '--cvr-claim is missing: it names the operator';
  if ((role === 'FACILITY_USER') !== (facilityClaim !== null)) {
    return '--p-number-claim or --facility-claim names the place of a FACILITY_USER, and of nobody else';
  }
  return undefined;
}

/** What somebody in a role is here for where nothing else is said. */
const USUAL_PURPOSES: Readonly<Record<Role, Purpose>> = {
  VISITING_INSPECTOR: 'INSPECTION',
  PLANNER: 'PLANNING',
  REGISTER_CLERK: 'REGISTER_CARE',
  MODEL_OWNER: 'MODEL_CARE',
  AUTHORITY_MANAGER: 'MANAGEMENT',
  FACILITY_USER: 'OWN_CASES',
  OPERATOR_USER: 'OWN_CASES',
  MINISTRY_ANALYST: 'STATISTICS',
  AUDITOR: 'ACCOUNTABILITY',
  INTEGRATION_CLIENT: 'DATA_EXCHANGE',
};

function needed(options: Options, name: string): string {
  const value = options[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new WrongUsage(`--${name} is missing`);
}

function oneOf<Word extends string>(name: string, value: string, words: readonly Word[]): Word {
  const word = words.find((each) => each === value);
  if (word === undefined)
    throw new WrongUsage(`--${name} is "${value}"; it must be one of ${words.join(', ')}`);
  return word;
}

function day(name: string, value: string | null): string | null {
  if (value === null || parseDay(value) !== undefined) return value;
  throw new WrongUsage(`--${name} is "${value}"; write a day as YYYY-MM-DD`);
}
