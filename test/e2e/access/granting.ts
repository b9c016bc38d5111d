import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../../support/test-database.js';

/** A row of access_grants as a spec needs it; the rest has values that let it count today. */
export interface GrantRow {
  readonly issuer: string;
  readonly claimName: string;
  readonly claimValue: string;
  readonly role: string;
  readonly unit: string | null;
  readonly authority: string | null;
  readonly purpose: string;
  readonly cvrClaim: string | null;
  readonly cvrNumber: string | null;
  readonly facilityClaim: string | null;
  readonly facilityClaimHolds: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const PLANNER: GrantRow = {
  issuer: 'https://issuer.example',
  claimName: 'roles',
  claimValue: 'planner',
  role: 'PLANNER',
  unit: 'STPS',
  authority: 'STPS',
  purpose: 'PLANNING',
  cvrClaim: null,
  cvrNumber: null,
  facilityClaim: null,
  facilityClaimHolds: null,
  validFrom: '2020-01-01',
  validTo: null,
};
/** For roles of people who work for no authority. */
export const NO_UNIT = { unit: null, authority: null } as const;

/** Adds a grant, by default a planner's of STPS, and answers its id. */
export async function addGrant(database: TestDatabase, changes: Partial<GrantRow> = {}): Promise<string> {
  const row = { ...PLANNER, ...changes };
  const id = randomUUID();
  await database.asOwner((client) =>
    client.query(
      `insert into access_grants (id, issuer, claim_name, claim_value, role, unit, authority, purpose, cvr_claim, cvr_number,
         facility_claim, facility_claim_holds, valid_from, valid_to, decided_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'a spec')`,
      [
        id,
        row.issuer,
        row.claimName,
        row.claimValue,
        row.role,
        row.unit,
        row.authority,
        row.purpose,
        row.cvrClaim,
        row.cvrNumber,
        row.facilityClaim,
        row.facilityClaimHolds,
        row.validFrom,
        row.validTo,
      ],
    ),
  );
  return id;
}

/** Removes what a spec has added, so that the next one begins with nothing. */
export async function takeBackGrants(database: TestDatabase): Promise<void> {
  await database.asOwner((client) =>
    client.query(`delete from sessions; delete from access_grants where decided_by = 'a spec';
      delete from facility_profiles; delete from facilities`),
  );
}

/** A place as the grants see it. */
export async function addFacility(
  database: TestDatabase,
  {
    id = randomUUID(),
    name = 'Åkanden',
    cvrNumbers = [],
    operatorCvrNumber = cvrNumbers[0] ?? null,
    pNumbers = [],
    endedOn = null,
  }: Partial<FacilityRow> = {},
): Promise<string> {
  await database.asOwner(async (client) => {
    await client.query('insert into facilities (id) values ($1)', [id]);
    await client.query(
      `insert into facility_profiles (facility_id, name, has_secret_address, cvr_numbers, p_numbers, sor_codes, authorities,
         value_sources, search_text, ended_on, operator_cvr_number) values ($1, $2, false, $3, $4, '{}', '{}', '{}', '', $5, $6)`,
      [id, name, cvrNumbers, pNumbers, endedOn, operatorCvrNumber],
    );
  });
  return id;
}

interface FacilityRow {
  readonly id: string;
  /** Who runs it today; the first of its CVR numbers if nothing is said. */
  readonly operatorCvrNumber: string | null;
  readonly name: string;
  readonly cvrNumbers: readonly string[];
  readonly pNumbers: readonly string[];
  readonly endedOn: string | null;
}
