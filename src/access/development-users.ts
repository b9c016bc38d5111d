import { Injectable } from '@nestjs/common';
import { CurrentConfiguration } from '../config/config.module.js';
import { Transactions } from '../database/transactions.js';
import { SERVICE_IDENTITY, type Identity } from '../domain/shared/identity.js';

/** A made-up person of the development sign-in. */
export interface DevelopmentUser {
  readonly key: string;
  readonly name: string;
  readonly identity: Identity;
}

const STAFF: readonly DevelopmentUser[] = [
  staff('planlaegger-midt', 'Pernille Planlægger', 'PLANNER', 'SOCIALTILSYNET', 'SOCIALTILSYN_MIDT'),
  staff('planlaegger-syd', 'Palle Planlægger', 'PLANNER', 'SOCIALTILSYNET', 'SOCIALTILSYN_SYD'),
  staff(
    'tilsynsfoerende-midt',
    'Tina Tilsynsførende',
    'VISITING_INSPECTOR',
    'SOCIALTILSYNET',
    'SOCIALTILSYN_MIDT',
  ),
  staff(
    'registermedarbejder-nord',
    'Rikke Registermedarbejder',
    'REGISTER_CLERK',
    'SOCIALTILSYNET',
    'SOCIALTILSYN_NORD',
  ),
  staff('planlaegger-at', 'Anders Planlægger', 'PLANNER', 'ARBEJDSTILSYNET', 'ARBEJDSTILSYNET'),
  staff('planlaegger-stps', 'Stine Planlægger', 'PLANNER', 'STPS', 'STPS'),
  staff('modelansvarlig', 'Mads Modelansvarlig', 'MODEL_OWNER', 'ARBEJDSTILSYNET', 'ARBEJDSTILSYNET'),
  {
    key: 'ministerium',
    name: 'Mette Ministerium',
    identity: { role: 'MINISTRY_ANALYST', person: 'ministerium' },
  },
];

function staff(
  key: string,
  name: string,
  role: Identity['role'],
  authority: NonNullable<Identity['authority']>,
  unit: NonNullable<Identity['unit']>,
): DevelopmentUser {
  return { key, name, identity: { role, person: key, authority, unit } };
}

/** The people one can be on a developer's own machine. In production there are none. */
@Injectable()
export class DevelopmentUsers {
  constructor(
    private readonly configuration: CurrentConfiguration,
    private readonly transactions: Transactions,
  ) {}

  /** Every development user; a facility's user stands for the first place by name. */
  async list(): Promise<readonly DevelopmentUser[]> {
    if (!this.configuration.value.offersDevelopmentSignIn) return [];
    const [facility] = await this.transactions.run(SERVICE_IDENTITY, () =>
      this.transactions.query<{ id: string; name: string }>(
        `select facility_id as id, name from facility_profiles
         where ended_on is null order by name collate "da-x-icu", facility_id limit 1`,
      ),
    );
    if (!facility) return STAFF;
    const identity: Identity = { role: 'FACILITY_USER', person: 'tilbud', facilityId: facility.id };
    return [...STAFF, { key: 'tilbud', name: `Tilde Tilbud (${facility.name})`, identity }];
  }

  async find(key: string): Promise<DevelopmentUser | undefined> {
    return (await this.list()).find((user) => user.key === key);
  }
}
