import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import { SERVICE_IDENTITY, type Identity } from '../../domain/shared/identity.js';
import type { Claims, Statement } from './claims.js';

/** What somebody may be by one row of the table, and for whom where it is a facility's or an operator's user. */
export interface Candidate {
  /** Names the grant, and the facility where one grant gives several. */
  readonly key: string;
  readonly grantId: string;
  readonly identity: Identity;
  /** Only for a facility's user. */
  readonly facilityName: string | undefined;
}

interface Row extends Omit<Identity, 'person'> {
  readonly grantId: string;
  readonly facilityName: string | undefined;
}

/**
 * Reads the one table that turns signed claims into roles. A grant counts from its first day until the day before
 * `valid_to`, by the calendar of Denmark; where it names a CVR number, a claim must hold it too.
 */
@Injectable()
export class AccessGrants {
  constructor(private readonly transactions: Transactions) {}

  /** Everything the signed claims give today, in a fixed order; empty where there is no access. */
  async candidatesFor({ issuer, subject, claims }: Statement): Promise<readonly Candidate[]> {
    const rows = await this.transactions.run(
      SERVICE_IDENTITY,
      () => this.transactions.query<Row>(CANDIDATES, [issuer, JSON.stringify(claims)]),
      { isReadOnly: true },
    );
    return rows.map((row) => candidateOf(row, subject));
  }

  /** Only those claims that a grant of the issuer looks at: no others are kept. */
  async claimsLookedAt({ issuer, claims }: Statement): Promise<Claims> {
    const [names] = await this.transactions.run(
      SERVICE_IDENTITY,
      () => this.transactions.query<{ names: string[] | null }>(LOOKED_AT, [issuer]),
      { isReadOnly: true },
    );
    return Object.fromEntries(Object.entries(claims).filter(([name]) => names?.names?.includes(name)));
  }
}

function candidateOf(row: Row, person: string): Candidate {
  const { grantId, facilityName, ...given } = row;
  const known = Object.entries(given).filter(([, value]) => value !== null);
  return {
    key: row.facilityId ? `${grantId}.${row.facilityId}` : grantId,
    grantId,
    identity: { ...(Object.fromEntries(known) as unknown as Omit<Identity, 'person'>), person },
    facilityName: facilityName ?? undefined,
  };
}

/** A condition on a row of access_grants named `granted`. */
export const COUNTS_TODAY = `granted.valid_from <= (now() at time zone 'Europe/Copenhagen')::date
  and (granted.valid_to is null or (now() at time zone 'Europe/Copenhagen')::date < granted.valid_to)`;

// "?" asks whether a JSON text equals, or a JSON list holds, the text on its right; a JSON object would be asked for its
// keys and is left out. A facility's user must belong to the facility's operator where the grant names a CVR claim.
const CANDIDATES = `
  with signed as (select $2::jsonb as claims)
  select granted.id as "grantId", granted.role, granted.authority, granted.unit, granted.purpose,
    case when granted.role = 'OPERATOR_USER' then claims ->> granted.cvr_claim end as "cvrNumber",
    facility.facility_id as "facilityId", facility.name as "facilityName"
  from access_grants granted
  cross join signed
  cross join lateral (select array(
    select jsonb_array_elements_text(case jsonb_typeof(claims -> granted.facility_claim)
      when 'array' then claims -> granted.facility_claim else jsonb_build_array(claims -> granted.facility_claim) end)
  ) as numbers) as named
  cross join lateral (select array(
    select number::uuid from unnest(named.numbers) number where number ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
  ) as ids) as named_facilities
  left join lateral (
    select profile.facility_id, profile.name
    from facility_profiles profile
    where profile.ended_on is null
      and (granted.facility_claim_holds = 'FACILITY_ID' and profile.facility_id = any (named_facilities.ids)
        or granted.facility_claim_holds = 'P_NUMBER' and profile.p_numbers && named.numbers)
      and (granted.cvr_claim is null or claims ->> granted.cvr_claim = any (profile.cvr_numbers))
  ) facility on granted.facility_claim is not null
  where granted.issuer = $1
    and ${COUNTS_TODAY}
    and jsonb_typeof(claims -> granted.claim_name) in ('string', 'array')
    and claims -> granted.claim_name ? granted.claim_value
    and (granted.cvr_number is null or claims ->> granted.cvr_claim = granted.cvr_number)
    and (granted.role <> 'OPERATOR_USER' or claims ->> granted.cvr_claim ~ '^[0-9]{8}$')
    and (granted.facility_claim is null or facility.facility_id is not null)
  order by granted.role, granted.unit, facility.name collate "da-x-icu", granted.id, facility.facility_id`;

const LOOKED_AT = `
  select array_agg(distinct name) as names
  from access_grants granted
  cross join lateral (values (claim_name), (cvr_claim), (facility_claim)) as claim (name)
  where issuer = $1 and name is not null and ${COUNTS_TODAY}`;
