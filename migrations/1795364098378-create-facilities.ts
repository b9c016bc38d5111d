import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registers' units as delivered, the places they belong to, and who decided that. */
export class CreateFacilities1795364098378 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table source_records (
        source_key text primary key,
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        responsible_unit text references responsible_units (code),
        name text not null,
        -- The whole record in the neutral form, as read from the register.
        facts jsonb not null,
        -- The SOR unit of the same code, which fills in what an STPS record lacks.
        sor_facts jsonb,
        -- This register, or another record of the same place, keeps the address secret.
        hides_address boolean not null,
        delivered_on date not null,
        ended_on date,
        changed_at timestamptz not null default clock_timestamp()
      );
      create index source_records_by_change on source_records (changed_at);

      create table facilities (
        id uuid primary key,
        redirect_to uuid references facilities (id),
        created_at timestamptz not null default clock_timestamp(),
        check (redirect_to <> id)
      );
      create table facility_links (
        source_key text not null references source_records (source_key),
        facility_id uuid not null references facilities (id),
        rule text not null,
        confidence numeric(5, 4) not null check (confidence between 0 and 1),
        compared_with text,
        decided_by text not null check (decided_by in ('RULE', 'MODEL', 'PERSON')),
        valid_from timestamptz not null default clock_timestamp(),
        valid_to timestamptz check (valid_to >= valid_from),
        primary key (source_key, facility_id, valid_from)
      );
      create unique index facility_links_current on facility_links (source_key, facility_id) where valid_to is null;
      create index facility_links_by_facility on facility_links (facility_id) where valid_to is null;

      create table matching_runs (
        id uuid primary key default gen_random_uuid(),
        started_at timestamptz not null,
        finished_at timestamptz not null default clock_timestamp(),
        records integer not null,
        facilities integer not null,
        links_added integer not null,
        links_ended integer not null
      );

      -- What lists and pages show of a place; derived from its records by a stated precedence.
      create table facility_profiles (
        facility_id uuid primary key references facilities (id),
        name text not null,
        street text,
        postal_code text,
        town text,
        municipality_code text references municipalities (code),
        has_secret_address boolean not null,
        facility_type text,
        capacity_places integer,
        employees integer,
        operator_name text,
        cvr_numbers text[] not null,
        p_numbers text[] not null,
        sor_codes text[] not null,
        authorities text[] not null,
        responsible_unit text references responsible_units (code),
        -- Which record each value was taken from.
        value_sources jsonb not null,
        search_text text not null,
        ended_on date,
        check (not has_secret_address or (street is null and postal_code is null and town is null))
      );
      create index facility_profiles_by_name on facility_profiles (name collate "da-x-icu", facility_id);
      create index facility_profiles_by_municipality on facility_profiles (municipality_code);
      create index facility_profiles_search on facility_profiles using gin (search_text gin_trgm_ops);

      grant select, insert, update on source_records, facilities, facility_links, matching_runs to samtilsyn_application;
      grant select, insert, update, delete on facility_profiles to samtilsyn_application;

      alter table source_records enable row level security; alter table source_records force row level security;
      alter table facilities enable row level security; alter table facilities force row level security;
      alter table facility_links enable row level security; alter table facility_links force row level security;
      alter table matching_runs enable row level security; alter table matching_runs force row level security;
      alter table facility_profiles enable row level security; alter table facility_profiles force row level security;

      create policy service_all on source_records using ((select is_service()));
      create policy service_all on facilities using ((select is_service()));
      create policy service_all on facility_links using ((select is_service()));
      create policy service_all on matching_runs using ((select is_service()));
      create policy service_all on facility_profiles using ((select is_service()));

      create policy staff_reads on facilities for select using ((select is_authority_staff()));
      create policy staff_reads on facility_links for select using ((select is_authority_staff()));
      create policy staff_reads on facility_profiles for select using ((select is_authority_staff()));
      create policy staff_reads on matching_runs for select using ((select is_authority_staff()));
      -- A record that hides its address is shown to its own authority; others see the place without an address.
      create policy staff_reads on source_records for select
        using ((select is_authority_staff()) and (not hides_address or authority = (select identity_authority())));

      create policy facility_reads_own on facilities for select using (id = (select identity_facility()));
      create policy facility_reads_own on facility_profiles for select using (facility_id = (select identity_facility()));
      create policy facility_reads_own on facility_links for select using (facility_id = (select identity_facility()));
      create policy facility_reads_own on source_records for select
        using (source_key in (select link.source_key from facility_links link
          where link.facility_id = (select identity_facility()) and link.valid_to is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table facility_profiles;
      drop table matching_runs;
      drop policy facility_reads_own on source_records;
      drop table facility_links;
      drop table facilities;
      drop table source_records;
    `);
  }
}
