import type { MigrationInterface, QueryRunner } from 'typeorm';

const STAFF = `'VISITING_INSPECTOR', 'PLANNER', 'REGISTER_CLERK', 'MODEL_OWNER', 'AUTHORITY_MANAGER'`;

/** Which signed statement of which issuer gives somebody a role, and the sessions that rest on it. */
export class CreateAccessGrants1795368645347 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table responsible_units add constraint responsible_units_of_authority unique (code, authority);

      create table access_grants (
        id uuid primary key default gen_random_uuid(),
        -- As in the claim "iss"; 'development' stands for the issuer that is built in.
        issuer text not null check (issuer <> ''),
        -- The claim that must be this text, or a list that holds it.
        claim_name text not null check (claim_name <> ''),
        claim_value text not null check (claim_value <> ''),
        -- The claim with the CVR number that somebody acts for, and the one number that counts; null: any.
        cvr_claim text,
        cvr_number text check (cvr_number ~ '^[0-9]{8}$'),
        -- The claim that names a facility's user's place, and what it holds.
        facility_claim text,
        facility_claim_holds text check (facility_claim_holds in ('FACILITY_ID', 'P_NUMBER')),
        role text not null check (role in (${STAFF}, 'FACILITY_USER', 'OPERATOR_USER', 'MINISTRY_ANALYST', 'AUDITOR', 'INTEGRATION_CLIENT')),
        authority text,
        unit text,
        purpose text not null check (purpose in ('INSPECTION', 'PLANNING', 'REGISTER_CARE', 'MODEL_CARE', 'MANAGEMENT',
          'OWN_CASES', 'STATISTICS', 'ACCOUNTABILITY', 'DATA_EXCHANGE')),
        valid_from date not null,
        -- The first day on which it no longer counts.
        valid_to date check (valid_to >= valid_from),
        -- Who decided it, with the number of the case.
        decided_by text not null check (decided_by <> ''),
        created_at timestamptz not null default clock_timestamp(),
        foreign key (unit, authority) references responsible_units (code, authority),
        check ((unit is null) = (authority is null)),
        check (case when role in (${STAFF}) then unit is not null
          when role = 'INTEGRATION_CLIENT' then true else unit is null end),
        check (cvr_number is null or cvr_claim is not null),
        check (role <> 'OPERATOR_USER' or cvr_claim is not null),
        check ((role = 'FACILITY_USER') = (facility_claim is not null)),
        check ((facility_claim is null) = (facility_claim_holds is null))
      );
      create index access_grants_by_issuer on access_grants (issuer, claim_value);

      create table sessions (
        -- SHA-256 of what the browser holds: who reads this table cannot become anybody.
        id_hash bytea primary key check (octet_length(id_hash) = 32),
        person text not null,
        issuer text not null,
        -- The issuer's own name of its session, by which it can end ours.
        issuer_session text,
        -- Tells the issuer at sign-out whose session ends; removed when this one ends.
        id_token text,
        -- Only the claims that a grant looks at.
        claims jsonb not null,
        -- Null while somebody with several roles has not chosen one: then nothing is shown.
        grant_id uuid references access_grants (id),
        facility_id uuid,
        cvr_number text,
        started_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null check (expires_at > started_at),
        ended_at timestamptz,
        ended_because text check (ended_because in ('SIGNED_OUT', 'REVOKED', 'REPLACED', 'ISSUER_ENDED_IT')),
        check ((ended_at is null) = (ended_because is null)),
        check (ended_at is null or id_token is null)
      );
      create index sessions_by_person on sessions (person) where ended_at is null;
      create index sessions_by_issuer_session on sessions (issuer, issuer_session) where ended_at is null;
      create index sessions_by_expiry on sessions (expires_at);
      create index facility_profiles_by_p_number on facility_profiles using gin (p_numbers);
    `);
    await seedDevelopmentGrants(runner);
    await runner.query(`
      grant select, insert, update (valid_to) on access_grants to samtilsyn_application;
      grant select, insert, update, delete on sessions to samtilsyn_application;
      alter table access_grants enable row level security; alter table access_grants force row level security;
      alter table sessions enable row level security; alter table sessions force row level security;
      create policy service_all on access_grants using ((select is_service()));
      create policy service_all on sessions using ((select is_service()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index facility_profiles_by_p_number;
      drop table sessions;
      drop table access_grants;
      alter table responsible_units drop constraint responsible_units_of_authority;
    `);
  }
}

/** Every role that the made-up people of the built-in issuer can have. Production has no such issuer. */
async function seedDevelopmentGrants(runner: QueryRunner): Promise<void> {
  await runner.query(`
    with seeded as (
      select unit.code || '/' || task.role as claim_value, task.role, unit.authority, unit.code as unit, task.purpose
      from responsible_units unit cross join (values ('VISITING_INSPECTOR', 'INSPECTION'), ('PLANNER', 'PLANNING'),
        ('REGISTER_CLERK', 'REGISTER_CARE'), ('MODEL_OWNER', 'MODEL_CARE'), ('AUTHORITY_MANAGER', 'MANAGEMENT'),
        ('INTEGRATION_CLIENT', 'DATA_EXCHANGE')) as task (role, purpose)
      union all
      select role, role, null, null, purpose
      from (values ('FACILITY_USER', 'OWN_CASES'), ('OPERATOR_USER', 'OWN_CASES'), ('MINISTRY_ANALYST', 'STATISTICS'),
        ('AUDITOR', 'ACCOUNTABILITY'), ('INTEGRATION_CLIENT', 'DATA_EXCHANGE')) as task (role, purpose)
    )
    insert into access_grants (issuer, claim_name, claim_value, cvr_claim, facility_claim, facility_claim_holds, role,
        authority, unit, purpose, valid_from, decided_by)
      select 'development', 'group', claim_value,
        case role when 'OPERATOR_USER' then 'cvr' end,
        case role when 'FACILITY_USER' then 'facility_id' end,
        case role when 'FACILITY_USER' then 'FACILITY_ID' end,
        role, authority, unit, purpose, '2026-01-01', 'the development sign-in'
      from seeded;
  `);
}
