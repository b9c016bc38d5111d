import { Injectable } from '@nestjs/common';
import { CurrentConfiguration } from '../../config/config.module.js';
import { Transactions } from '../../database/transactions.js';
import { SERVICE_IDENTITY, type Identity } from '../../domain/shared/identity.js';
import type { Claims } from '../grants/claims.js';
import { claimsFor } from './development-claims.js';

/** A made-up person of the development sign-in. */
export interface DevelopmentUser {
  readonly key: string;
  readonly name: string;
  /** What they may be; who may be several chooses one after signing in. */
  readonly identities: readonly Identity[];
  readonly claims: Claims;
}

const STAFF: readonly DevelopmentUser[] = [
  staff('planlaegger-midt', 'Pernille Planlægger', 'SOCIALTILSYN_MIDT', 'PLANNER'),
  staff('planlaegger-syd', 'Palle Planlægger', 'SOCIALTILSYN_SYD', 'PLANNER'),
  staff('tilsynsfoerende-midt', 'Tina Tilsynsførende', 'SOCIALTILSYN_MIDT', 'VISITING_INSPECTOR'),
  staff('begge-dele-midt', 'Bente Begge-Dele', 'SOCIALTILSYN_MIDT', 'PLANNER', 'VISITING_INSPECTOR'),
  staff('leder-midt', 'Lise Leder', 'SOCIALTILSYN_MIDT', 'AUTHORITY_MANAGER'),
  staff('registermedarbejder-nord', 'Rikke Registermedarbejder', 'SOCIALTILSYN_NORD', 'REGISTER_CLERK'),
  staff('planlaegger-at', 'Anders Planlægger', 'ARBEJDSTILSYNET', 'PLANNER'),
  staff('planlaegger-stps', 'Stine Planlægger', 'STPS', 'PLANNER'),
  staff('modelansvarlig', 'Mads Modelansvarlig', 'ARBEJDSTILSYNET', 'MODEL_OWNER'),
  user('ministerium', 'Mette Ministerium', { role: 'MINISTRY_ANALYST' }),
  user('revisor', 'Rasmus Revisor', { role: 'AUDITOR' }),
];

function staff(
  key: string,
  name: string,
  unit: NonNullable<Identity['unit']>,
  ...roles: readonly Identity['role'][]
): DevelopmentUser {
  const authority = unit === 'ARBEJDSTILSYNET' || unit === 'STPS' ? unit : 'SOCIALTILSYNET';
  return user(key, name, ...roles.map((role) => ({ role, authority, unit }) as const));
}

function user(key: string, name: string, ...given: readonly Omit<Identity, 'person'>[]): DevelopmentUser {
  const identities = given.map((identity) => ({ ...identity, person: key }));
  return { key, name, identities, claims: claimsFor(identities) };
}

/** The people one can be on a developer's own machine. In production there are none. */
@Injectable()
export class DevelopmentUsers {
  constructor(
    private readonly configuration: CurrentConfiguration,
    private readonly transactions: Transactions,
  ) {}

  /** The key of everybody there can be. */
  readonly keys: readonly string[] = [...STAFF.map(({ key }) => key), 'tilbud', 'virksomhed'];

  /** Every made-up person; a facility's and an operator's user stand for the first place by name. */
  async list(): Promise<readonly DevelopmentUser[]> {
    if (!this.configuration.value.offersDevelopmentSignIn) return [];
    const [facility] = await this.transactions.run(SERVICE_IDENTITY, () =>
      this.transactions.query<{
        id: string;
        name: string;
        operator: string | null;
        cvrNumber: string | null;
      }>(
        `select facility_id as id, name, operator_name as operator, operator_cvr_number as "cvrNumber" from facility_profiles
         where ended_on is null order by operator_cvr_number is null, name collate "da-x-icu", facility_id limit 1`,
      ),
    );
    if (!facility) return STAFF;
    const { id, name, operator, cvrNumber } = facility;
    return [
      ...STAFF,
      user('tilbud', `Tilde Tilbud (${name})`, { role: 'FACILITY_USER', facilityId: id }),
      ...(cvrNumber === null
        ? []
        : [
            user('virksomhed', `Viggo Virksomhed (${operator ?? cvrNumber})`, {
              role: 'OPERATOR_USER',
              cvrNumber,
            }),
          ]),
    ];
  }

  async find(key: string): Promise<DevelopmentUser | undefined> {
    return (await this.list()).find((candidate) => candidate.key === key);
  }
}
