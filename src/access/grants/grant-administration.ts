import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import { SERVICE_IDENTITY, type Purpose, type Role } from '../../domain/shared/identity.js';
import { COUNTS_TODAY } from './access-grants.js';

/** A row of access_grants as it is decided; days as YYYY-MM-DD. */
export interface NewGrant {
  readonly issuer: string;
  readonly claimName: string;
  readonly claimValue: string;
  readonly role: Role;
  /** Of employees, and of machines that work for one unit. */
  readonly unit: string | null;
  readonly purpose: Purpose;
  readonly cvrClaim: string | null;
  readonly cvrNumber: string | null;
  readonly facilityClaim: string | null;
  readonly facilityClaimHolds: string | null;
  /** Null: today. */
  readonly validFrom: string | null;
  /** The first day on which it counts no more; null: none. */
  readonly validTo: string | null;
  readonly decidedBy: string;
}

export interface Grant extends NewGrant {
  readonly id: string;
  readonly validFrom: string;
}

/** Gives and ends grants. They are never changed: another decision is another row. */
@Injectable()
export class GrantAdministration {
  constructor(private readonly transactions: Transactions) {}

  /** Those that count today, or all there ever were. */
  async list(withEnded: boolean): Promise<readonly Grant[]> {
    return this.query<Grant>(
      `select id, issuer, claim_name as "claimName", claim_value as "claimValue", role, unit, purpose, cvr_claim as "cvrClaim",
         cvr_number as "cvrNumber", facility_claim as "facilityClaim", facility_claim_holds as "facilityClaimHolds",
         valid_from::text as "validFrom", valid_to::text as "validTo", decided_by as "decidedBy"
       from access_grants granted where $1 or (${COUNTS_TODAY})
       order by issuer, role, unit, claim_name, claim_value, valid_from, id`,
      [withEnded],
    );
  }

  /** Answers its id; throws what the table refuses, such as an employee of no unit. */
  async add(grant: NewGrant): Promise<string> {
    const [row] = await this.query<{ id: string }>(
      `insert into access_grants (issuer, claim_name, claim_value, role, unit, authority, purpose, cvr_claim, cvr_number,
         facility_claim, facility_claim_holds, valid_from, valid_to, decided_by)
       values ($1, $2, $3, $4, $5, (select authority from responsible_units where code = $5), $6, $7, $8, $9, $10,
         coalesce($11::date, (now() at time zone 'Europe/Copenhagen')::date), $12, $13)
       returning id`,
      [
        grant.issuer,
        grant.claimName,
        grant.claimValue,
        grant.role,
        grant.unit,
        grant.purpose,
        grant.cvrClaim,
        grant.cvrNumber,
        grant.facilityClaim,
        grant.facilityClaimHolds,
        grant.validFrom,
        grant.validTo,
        grant.decidedBy,
      ],
    );
    return row!.id;
  }

  /** Lets a grant count no more from today on, and with it all sessions that rest on it; false where none counts. */
  async end(id: string): Promise<boolean> {
    const ended = await this.query(
      `with ended as (
         update access_grants set valid_to = greatest(valid_from, (now() at time zone 'Europe/Copenhagen')::date)
         where id::text = lower($1) and (valid_to is null or (now() at time zone 'Europe/Copenhagen')::date < valid_to)
         returning 1
       ) select 1 from ended`,
      [id],
    );
    return ended.length > 0;
  }

  private query<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.transactions.run(SERVICE_IDENTITY, () => this.transactions.query<Row>(sql, parameters));
  }
}
