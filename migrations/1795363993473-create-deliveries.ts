import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What arrived, row by row: versions are added and never changed, so that any day can be seen again. */
export class CreateDeliveries1795363993473 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_runs (
        id uuid primary key default gen_random_uuid(),
        drop_name text not null,
        requested_by text not null,
        state text not null check (state in ('RUNNING', 'FINISHED', 'FAILED')),
        message text,
        started_at timestamptz not null default clock_timestamp(),
        finished_at timestamptz
      );
      create table deliveries (
        id uuid primary key default gen_random_uuid(),
        import_run_id uuid not null references import_runs (id),
        source text not null check (source in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS', 'PLANNING')),
        delivered_on date not null,
        kind text not null check (kind in ('FULL', 'DELTA')),
        received_at timestamptz not null default clock_timestamp()
      );
      create table delivery_files (
        id bigint generated always as identity primary key,
        delivery_id uuid not null references deliveries (id),
        path text not null,
        delivered_on date not null,
        kind text not null check (kind in ('FULL', 'DELTA')),
        content_hash text not null,
        state text not null check (state in ('FINISHED', 'UNREADABLE')),
        message text,
        rows_read integer not null default 0,
        rows_new integer not null default 0,
        rows_changed integer not null default 0,
        rows_unchanged integer not null default 0,
        rows_quarantined integer not null default 0,
        finished_at timestamptz not null default clock_timestamp()
      );
      create index delivery_files_by_path on delivery_files (path, delivered_on);
      create table quarantined_rows (
        id bigint generated always as identity primary key,
        delivery_file_id bigint not null references delivery_files (id),
        source text not null,
        secrecy text not null check (secrecy in ('SHARED', 'OWNER_ONLY')),
        path text not null,
        line_number integer not null,
        row_key text,
        reason text not null,
        field text,
        value text,
        mend text not null,
        raw_text text not null
      );
      create index quarantined_rows_by_file on quarantined_rows (delivery_file_id, line_number);

      create table register_rows (
        id bigint generated always as identity primary key,
        source text not null,
        secrecy text not null check (secrecy in ('SHARED', 'OWNER_ONLY')),
        path text not null,
        row_key text not null,
        -- The unit the row tells about, where it describes one.
        source_key text,
        -- The visit the row tells of, where it does.
        visit_key text,
        unique (path, row_key)
      );
      create index register_rows_by_visit on register_rows (visit_key) where visit_key is not null;
      create index register_rows_by_source on register_rows (source_key) where source_key is not null;
      create table register_row_versions (
        row_id bigint not null references register_rows (id),
        delivered_on date not null,
        -- Deliveries of the same day in the order they arrived: the later one corrects the earlier.
        sequence bigint generated always as identity,
        secrecy text not null,
        source text not null,
        content_hash uuid,
        -- Null: the row was absent from a full delivery of that day; it has ended.
        facts jsonb,
        delivery_file_id bigint not null references delivery_files (id),
        line_number integer,
        recorded_at timestamptz not null default clock_timestamp(),
        primary key (row_id, delivered_on, sequence),
        check ((facts is null) = (content_hash is null))
      );
      -- Days on which a partial delivery repeated a row unchanged; a full delivery repeats every row it does not change.
      create table register_row_sightings (
        row_id bigint not null references register_rows (id),
        delivered_on date not null,
        primary key (row_id, delivered_on)
      );

      grant select, insert, update on import_runs to samtilsyn_application;
      grant update on delivery_files to samtilsyn_application;
      grant select, insert on deliveries, delivery_files, quarantined_rows, register_rows, register_row_versions,
        register_row_sightings to samtilsyn_application;

      alter table import_runs enable row level security; alter table import_runs force row level security;
      alter table deliveries enable row level security; alter table deliveries force row level security;
      alter table delivery_files enable row level security; alter table delivery_files force row level security;
      alter table quarantined_rows enable row level security; alter table quarantined_rows force row level security;
      alter table register_rows enable row level security; alter table register_rows force row level security;
      alter table register_row_versions enable row level security; alter table register_row_versions force row level security;
      alter table register_row_sightings enable row level security; alter table register_row_sightings force row level security;

      create policy service_all on import_runs using ((select is_service()));
      create policy service_all on deliveries using ((select is_service()));
      create policy service_all on delivery_files using ((select is_service()));
      create policy service_all on quarantined_rows using ((select is_service()));
      create policy service_all on register_rows using ((select is_service()));
      create policy service_all on register_row_versions using ((select is_service()));
      create policy service_all on register_row_sightings using ((select is_service()));
      create policy clerk_reads on import_runs for select
        using ((select is_authority_staff()) and (select identity_role()) in ('REGISTER_CLERK', 'AUTHORITY_MANAGER'));
      create policy clerk_reads_own on deliveries for select
        using ((select is_authority_staff()) and (select identity_role()) in ('REGISTER_CLERK', 'AUTHORITY_MANAGER')
          and source in ((select identity_authority()), 'PLANNING'));
      create policy clerk_reads_own on delivery_files for select
        using (exists (select from deliveries where deliveries.id = delivery_files.delivery_id));
      -- Raw rows of concerns stay with the service: which of the five socialtilsyn owns a broken row cannot be told.
      create policy clerk_reads_own on quarantined_rows for select
        using ((select is_authority_staff()) and (select identity_role()) in ('REGISTER_CLERK', 'AUTHORITY_MANAGER')
          and secrecy = 'SHARED' and source in ((select identity_authority()), 'PLANNING'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table register_row_sightings;
      drop table register_row_versions;
      drop table register_rows;
      drop table quarantined_rows;
      drop table delivery_files;
      drop table deliveries;
      drop table import_runs;
    `);
  }
}
