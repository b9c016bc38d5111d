import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What clerks do with deliveries: cancel an import, roll a delivery back, mend a row. Who, when and why is kept. */
export class CreateRollbacksAndMends1795375602868 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_runs
        -- The authority of whoever asked for it; null for an import from the command line.
        add column authority text,
        add column phase text,
        add column phase_done bigint,
        add column phase_total bigint,
        add column cancelled_by text,
        drop constraint import_runs_state_check,
        add constraint import_runs_state_check check (state in ('RUNNING', 'FINISHED', 'FAILED', 'CANCELLED'));
      create policy clerk_cancels_own on import_runs for update
        using ((select is_authority_staff()) and (select identity_role()) in ('REGISTER_CLERK', 'AUTHORITY_MANAGER')
          and authority = (select identity_authority()) and state = 'RUNNING');
      create index import_runs_by_start on import_runs (started_at desc, id);
      create index deliveries_by_run on deliveries (import_run_id);
      create index delivery_files_by_delivery on delivery_files (delivery_id);

      alter table delivery_files
        -- What names the columns of its lines, for whoever mends one; null where the file has no such line.
        add column header_line text,
        add column rows_mended integer not null default 0,
        drop constraint delivery_files_state_check,
        add constraint delivery_files_state_check check (state in ('FINISHED', 'UNREADABLE', 'WITHDRAWN'));

      -- Which delivery saw a row unchanged must be known when that delivery is rolled back.
      alter table register_row_sightings add column delivery_file_id bigint references delivery_files (id);
      update register_row_sightings sighting set delivery_file_id = (
        select max(file.id) from delivery_files file join register_rows row on row.path = file.path
        where row.id = sighting.row_id and file.delivered_on = sighting.delivered_on);
      delete from register_row_sightings where delivery_file_id is null;
      alter table register_row_sightings
        alter column delivery_file_id set not null,
        drop constraint register_row_sightings_pkey,
        add primary key (row_id, delivered_on, delivery_file_id);
      create index register_row_versions_by_file on register_row_versions (delivery_file_id);
      -- What a later delivery repeated is that delivery's statement, also where an earlier one, arriving late, wrote it down.
      update register_row_versions version set delivery_file_id = (
        select max(file.id) from delivery_files file join register_rows row on row.path = file.path
        where row.id = version.row_id and file.delivered_on = version.delivered_on)
      from delivery_files said
      where said.id = version.delivery_file_id and said.delivered_on <> version.delivered_on;
      -- The history of a unit's links outlives the unit, when the only delivery that knew it is rolled back.
      alter table facility_links drop constraint facility_links_source_key_fkey;
      grant delete on source_records to samtilsyn_application;

      create table delivery_rollbacks (
        id uuid primary key default gen_random_uuid(),
        delivery_id uuid not null references deliveries (id),
        source text not null,
        reason text not null check (length(btrim(reason)) between 5 and 1000),
        requested_by text not null,
        requested_at timestamptz not null default clock_timestamp(),
        state text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'FAILED')),
        message text,
        finished_at timestamptz,
        rows_withdrawn integer,
        units_removed integer,
        visits_removed integer
      );
      create unique index delivery_rollbacks_once on delivery_rollbacks (delivery_id) where state <> 'FAILED';
      create index delivery_rollbacks_waiting on delivery_rollbacks (requested_at) where state = 'WAITING';
      -- Versions are only added; these no longer count, since the delivery that said so was rolled back.
      create table withdrawn_row_versions (
        row_id bigint not null,
        delivered_on date not null,
        sequence bigint not null,
        rollback_id uuid not null references delivery_rollbacks (id),
        primary key (row_id, delivered_on, sequence),
        foreign key (row_id, delivered_on, sequence) references register_row_versions (row_id, delivered_on, sequence)
      );

      create table row_mends (
        id bigint generated always as identity primary key,
        quarantined_row_id bigint not null references quarantined_rows (id),
        source text not null,
        path text not null,
        -- As it stands in quarantine.
        original_text text not null,
        mended_text text not null,
        reason text not null check (length(btrim(reason)) between 5 and 1000),
        mended_by text not null,
        mended_at timestamptz not null default clock_timestamp(),
        -- The same line was delivered again, and mended as before.
        is_repeated boolean not null default false,
        state text not null default 'WAITING' check (state in ('WAITING', 'APPLIED', 'REFUSED', 'WITHDRAWN')),
        message text,
        row_key text,
        applied_at timestamptz
      );
      create unique index row_mends_once on row_mends (quarantined_row_id) where state in ('WAITING', 'APPLIED');
      create index row_mends_by_line on row_mends (path, md5(original_text));
      create index row_mends_waiting on row_mends (id) where state = 'WAITING';
      create index quarantined_rows_by_line on quarantined_rows (path, md5(raw_text));

      grant select, insert, update on delivery_rollbacks, row_mends to samtilsyn_application;
      grant select, insert on withdrawn_row_versions to samtilsyn_application;
      alter table delivery_rollbacks enable row level security; alter table delivery_rollbacks force row level security;
      alter table withdrawn_row_versions enable row level security; alter table withdrawn_row_versions force row level security;
      alter table row_mends enable row level security; alter table row_mends force row level security;
      create policy service_all on delivery_rollbacks using ((select is_service()));
      create policy service_all on withdrawn_row_versions using ((select is_service()));
      create policy service_all on row_mends using ((select is_service()));
      create policy clerk_reads_own on delivery_rollbacks for select
        using (exists (select from deliveries where deliveries.id = delivery_rollbacks.delivery_id));
      create policy clerk_asks_for_own on delivery_rollbacks for insert
        with check (state = 'WAITING' and exists (
          select from deliveries where deliveries.id = delivery_rollbacks.delivery_id
            and deliveries.source = delivery_rollbacks.source));
      -- The rows that somebody may mend are those that the quarantine shows them.
      create policy clerk_reads_own on row_mends for select
        using (exists (select from quarantined_rows where quarantined_rows.id = row_mends.quarantined_row_id));
      create policy clerk_mends_own on row_mends for insert
        with check (state = 'WAITING' and (select identity_role()) = 'REGISTER_CLERK' and exists (
          select from quarantined_rows row where row.id = row_mends.quarantined_row_id
            and row.source = row_mends.source and row.path = row_mends.path and row.raw_text = row_mends.original_text));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table row_mends;
      drop table withdrawn_row_versions;
      drop table delivery_rollbacks;
      drop index quarantined_rows_by_line;
      revoke delete on source_records from samtilsyn_application;
      delete from facility_links where not exists (
        select from source_records where source_records.source_key = facility_links.source_key);
      alter table facility_links add constraint facility_links_source_key_fkey
        foreign key (source_key) references source_records (source_key);
      drop index register_row_versions_by_file;
      delete from register_row_sightings one using register_row_sightings other
        where one.row_id = other.row_id and one.delivered_on = other.delivered_on
          and one.delivery_file_id > other.delivery_file_id;
      alter table register_row_sightings
        drop constraint register_row_sightings_pkey, drop column delivery_file_id, add primary key (row_id, delivered_on);
      update delivery_files set state = 'UNREADABLE' where state = 'WITHDRAWN';
      alter table delivery_files drop column header_line, drop column rows_mended,
        drop constraint delivery_files_state_check,
        add constraint delivery_files_state_check check (state in ('FINISHED', 'UNREADABLE'));
      drop index delivery_files_by_delivery;
      drop index deliveries_by_run;
      drop index import_runs_by_start;
      drop policy clerk_cancels_own on import_runs;
      update import_runs set state = 'FAILED' where state = 'CANCELLED';
      alter table import_runs drop column authority, drop column phase, drop column phase_done, drop column phase_total,
        drop column cancelled_by, drop constraint import_runs_state_check,
        add constraint import_runs_state_check check (state in ('RUNNING', 'FINISHED', 'FAILED'));
    `);
  }
}
