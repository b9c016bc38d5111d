import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the authorities found, in their own words, beside a common severity that is visible and versioned. */
export class CreateInspections1795364098396 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table severity_mappings (
        version integer not null,
        authority text not null,
        finding_kind text not null,
        source_term text not null,
        severity smallint not null check (severity between 0 and 4),
        source text not null,
        is_confirmed boolean not null,
        primary key (version, authority, finding_kind, source_term)
      );
      -- Which findings make a visit serious. A null term stands for every term without a row of its own.
      create table outcome_definitions (
        version integer not null,
        authority text not null,
        finding_kind text not null,
        source_term text,
        is_serious boolean not null,
        unique nulls not distinct (version, authority, finding_kind, source_term)
      );
      insert into outcome_definitions values
        (1, 'SOCIALTILSYNET', 'REACTION', null, true),
        (1, 'ARBEJDSTILSYNET', 'REACTION', null, true),
        (1, 'ARBEJDSTILSYNET', 'REACTION', 'Ingen reaktion', false),
        (1, 'STPS', 'OVERALL', '2', true),
        (1, 'STPS', 'OVERALL', '3', true);

      create table inspection_visits (
        visit_key text primary key,
        authority text not null,
        source_key text not null,
        occurred_on date not null,
        published_on date,
        available_on date not null,
        form text check (form in ('ANNOUNCED', 'UNANNOUNCED', 'WRITTEN')),
        quality_model text,
        inspector_code text,
        outcome_definition integer not null,
        -- Null: the finding that decides is not known.
        is_serious boolean,
        -- Null: nothing at the visit has a known severity. Unknown is not 0.
        severity smallint check (severity between 0 and 4)
      );
      create index inspection_visits_by_source on inspection_visits (source_key, occurred_on);
      -- Why the authority came can reveal a complaint, so it stands apart, for the owning authority alone.
      create table visit_occasions (
        visit_key text primary key references inspection_visits (visit_key) on delete cascade,
        authority text not null,
        responsible_unit text,
        source_term text not null
      );
      create table findings (
        visit_key text not null references inspection_visits (visit_key) on delete cascade,
        finding_key text not null,
        -- The delivered row that tells it.
        row_id bigint not null,
        authority text not null,
        source_key text not null,
        kind text not null check (kind in ('THEME_SCORE', 'REACTION', 'CHECKPOINT', 'OVERALL')),
        topic text,
        source_term text not null,
        score numeric(3, 1),
        severity smallint check (severity between 0 and 4),
        is_serious boolean not null,
        due_on date,
        complied_on date,
        primary key (visit_key, finding_key)
      );
      create index findings_by_source on findings (source_key);
      create table work_accidents (
        row_id bigint primary key references register_rows (id),
        source_key text not null,
        occurred_on date not null,
        available_on date not null,
        kind_source_term text not null,
        absence_days integer not null check (absence_days >= 0)
      );
      create index work_accidents_by_source on work_accidents (source_key);
      create table concern_reports (
        row_id bigint primary key references register_rows (id),
        concern_key text not null,
        source_key text not null,
        responsible_unit text,
        received_on date not null,
        topic text not null,
        gravity smallint not null check (gravity between 1 and 3)
      );
      create index concern_reports_by_source on concern_reports (source_key);
      create table sor_units (
        row_id bigint primary key references register_rows (id),
        sor_code text not null,
        facts jsonb not null
      );
      create index sor_units_by_code on sor_units (sor_code);
      create table inspectors (
        row_id bigint primary key references register_rows (id),
        inspector_code text not null,
        authority text not null,
        responsible_unit text not null,
        office text not null,
        home_postal_code text,
        competences text[] not null,
        hours_per_week numeric(4, 1) not null check (hours_per_week >= 0),
        valid_from date not null,
        valid_to date
      );
      create table inspector_leave (
        row_id bigint primary key references register_rows (id),
        inspector_code text not null,
        leave_from date not null,
        leave_to date not null,
        kind_source_term text not null,
        check (leave_to >= leave_from)
      );

      grant select on severity_mappings, outcome_definitions to samtilsyn_application;
      grant select, insert, update, delete on inspection_visits, visit_occasions, findings, work_accidents,
        concern_reports, sor_units, inspectors, inspector_leave to samtilsyn_application;

      alter table inspection_visits enable row level security; alter table inspection_visits force row level security;
      alter table visit_occasions enable row level security; alter table visit_occasions force row level security;
      alter table findings enable row level security; alter table findings force row level security;
      alter table work_accidents enable row level security; alter table work_accidents force row level security;
      alter table concern_reports enable row level security; alter table concern_reports force row level security;
      alter table sor_units enable row level security; alter table sor_units force row level security;
      alter table inspectors enable row level security; alter table inspectors force row level security;
      alter table inspector_leave enable row level security; alter table inspector_leave force row level security;

      create policy service_all on inspection_visits using ((select is_service()));
      create policy service_all on visit_occasions using ((select is_service()));
      create policy service_all on findings using ((select is_service()));
      create policy service_all on work_accidents using ((select is_service()));
      create policy service_all on concern_reports using ((select is_service()));
      create policy service_all on sor_units using ((select is_service()));
      create policy service_all on inspectors using ((select is_service()));
      create policy service_all on inspector_leave using ((select is_service()));

      create policy staff_reads on inspection_visits for select using ((select is_authority_staff()));
      create policy staff_reads on findings for select using ((select is_authority_staff()));
      create policy staff_reads on work_accidents for select using ((select is_authority_staff()));
      create policy owner_reads on visit_occasions for select
        using ((select is_authority_staff()) and authority = (select identity_authority())
          and (authority <> 'SOCIALTILSYNET' or responsible_unit = (select identity_unit())));
      create policy owner_reads on concern_reports for select
        using ((select is_authority_staff()) and (select identity_authority()) = 'SOCIALTILSYNET'
          and responsible_unit = (select identity_unit()));
      create policy own_staff_reads on inspectors for select
        using ((select is_authority_staff()) and authority = (select identity_authority()));

      create policy facility_reads_own on inspection_visits for select
        using (source_key in (select link.source_key from facility_links link
          where link.facility_id = (select identity_facility()) and link.valid_to is null));
      create policy facility_reads_own on findings for select
        using (source_key in (select link.source_key from facility_links link
          where link.facility_id = (select identity_facility()) and link.valid_to is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table inspector_leave;
      drop table inspectors;
      drop table sor_units;
      drop table concern_reports;
      drop table work_accidents;
      drop table findings;
      drop table visit_occasions;
      drop table inspection_visits;
      drop table outcome_definitions;
      drop table severity_mappings;
    `);
  }
}
