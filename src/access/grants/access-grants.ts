import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import { SERVICE_IDENTITY, type Identity } from '../../domain/shared/identity.js';
import { CLOCK_SKEW_S } from '../issuer/clock-skew.js';
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

interface Row extends Omit<Identity, 'person' | 'facilityId'> {
  readonly grantId: string;
  readonly namesFacility: boolean;
}

interface FacilityRow {
  readonly grantId: string;
  readonly facilityId: string;
  readonly facilityName: string;
}

/** Asking who somebody is waits no longer for the database than this. */
const LONGEST_STATEMENT_MS = 5000;

/**
 * Reads the one table that turns signed claims into roles. A grant counts from its first day until the day before
 * `valid_to`, by the calendar of Denmark; where it names a CVR number, a claim must hold it too.
 */
@Injectable()
export class AccessGrants {
  constructor(private readonly transactions: Transactions) {}

  /** Everything the signed claims give today, in a fixed order; empty where there is no access. */
  async candidatesFor(statement: Statement): Promise<readonly Candidate[]> {
    return this.read(() => this.candidates(statement));
  }

  /** The same for an access token issued at `issuedAt` (seconds since 1970); undefined where it was revoked. */
  async candidatesForToken(
    statement: Statement,
    issuedAt: number,
  ): Promise<readonly Candidate[] | undefined> {
    return this.read(async () => {
      const revoked = await this.transactions.query(REVOKED, [statement.subject, issuedAt]);
      return revoked.length > 0 ? undefined : this.candidates(statement);
    });
  }

  /** Only those claims that a grant of the issuer looks at: no others are kept. */
  async claimsLookedAt({ issuer, claims }: Statement): Promise<Claims> {
    const [names] = await this.read(() =>
      this.transactions.query<{ names: string[] | null }>(LOOKED_AT, [issuer]),
    );
    return Object.fromEntries(Object.entries(claims).filter(([name]) => names?.names?.includes(name)));
  }

  private async candidates({ issuer, subject, claims }: Statement): Promise<readonly Candidate[]> {
    const parameters = [issuer, JSON.stringify(claims)];
    const rows = await this.transactions.query<Row>(CANDIDATES, parameters);
    // Only whoever works at a place needs the places read.
    const facilities = rows.some(({ namesFacility }) => namesFacility)
      ? await this.transactions.query<FacilityRow>(FACILITIES, parameters)
      : [];
    return rows.flatMap((row) => candidatesOf(row, subject, facilities));
  }

  private read<T>(work: () => Promise<T>): Promise<T> {
    return this.transactions.run(SERVICE_IDENTITY, work, {
      isReadOnly: true,
      statementTimeoutMs: LONGEST_STATEMENT_MS,
    });
  }
}

function candidatesOf(row: Row, person: string, facilities: readonly FacilityRow[]): Candidate[] {
  const { grantId, namesFacility, ...given } = row;
  const known = Object.entries(given).filter(([, value]) => value !== null);
  const identity = { ...(Object.fromEntries(known) as unknown as Omit<Identity, 'person'>), person };
  if (!namesFacility) return [{ key: grantId, grantId, identity, facilityName: undefined }];
  return facilities
    .filter((facility) => facility.grantId === grantId)
    .map(({ facilityId, facilityName }) => ({
      key: `${grantId}.${facilityId}`,
      grantId,
      identity: { ...identity, facilityId },
      facilityName,
    }));
}

/** A condition on a row of access_grants named `granted`. */
export const COUNTS_TODAY = `granted.valid_from <= (now() at time zone 'Europe/Copenhagen')::date
  and (granted.valid_to is null or (now() at time zone 'Europe/Copenhagen')::date < granted.valid_to)`;

// "?" asks whether a JSON text equals, or a JSON list holds, the text on its right; a JSON object would be asked for its
// keys and is left out.
const GRANTED = `
  from access_grants granted
  cross join (select $2::jsonb as claims) as signed
  where granted.issuer = $1
    and ${COUNTS_TODAY}
    and jsonb_typeof(claims -> granted.claim_name) in ('string', 'array')
    and claims -> granted.claim_name ? granted.claim_value
    and (granted.cvr_number is null or claims ->> granted.cvr_claim = granted.cvr_number)
    and (granted.role <> 'OPERATOR_USER' or claims ->> granted.cvr_claim ~ '^[0-9]{8}$')`;

const CANDIDATES = `
  select granted.id as "grantId", granted.role, granted.authority, granted.unit, granted.purpose,
    case when granted.role = 'OPERATOR_USER' then claims ->> granted.cvr_claim end as "cvrNumber",
    granted.facility_claim is not null as "namesFacility"
  ${GRANTED}
  order by granted.role, granted.unit, granted.id`;

// A facility's user must belong to whoever runs the facility today where the grant names a CVR claim.
const FACILITIES = `
  with named as (
    select granted.id, granted.facility_claim_holds as holds, claims ->> granted.cvr_claim as cvr_number,
      granted.cvr_claim is null as is_of_any_operator, array(
        select jsonb_array_elements_text(case jsonb_typeof(claims -> granted.facility_claim)
          when 'array' then claims -> granted.facility_claim else jsonb_build_array(claims -> granted.facility_claim) end)
      ) as numbers
    ${GRANTED} and granted.facility_claim is not null
  )
  select named.id as "grantId", profile.facility_id as "facilityId", profile.name as "facilityName"
  from named
  cross join lateral (
    select facility_id from facility_profiles where holds = 'P_NUMBER' and p_numbers && numbers
    union select facility_id from secret_identifiers where holds = 'P_NUMBER' and p_numbers && numbers
    union select number::uuid from unnest(numbers) number
      where holds = 'FACILITY_ID' and number ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
  ) found
  join facility_profiles profile on profile.facility_id = found.facility_id and profile.ended_on is null
  left join secret_identifiers secret on secret.facility_id = profile.facility_id
  where (is_of_any_operator or cvr_number = coalesce(secret.operator_cvr_number, profile.operator_cvr_number))
  order by profile.name collate "da-x-icu", named.id, profile.facility_id`;

// The issuer's clock may be ahead of ours: what it calls a minute later may have been before.
const REVOKED = `
  select 1 from token_revocations
  where person = $1 and to_timestamp($2) <= revoked_at + make_interval(secs => ${CLOCK_SKEW_S})`;

const LOOKED_AT = `
  select array_agg(distinct name) as names
  from access_grants granted
  cross join lateral (values (claim_name), (cvr_claim), (facility_claim)) as claim (name)
  where issuer = $1 and name is not null and ${COUNTS_TODAY}`;
