import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The policies hold the owner of the tables too, where it is no superuser: rows are changed as the service. */
const AS_SERVICE = `select set_config('samtilsyn.role', 'SERVICE', true)`;
const AS_NOBODY = `select set_config('samtilsyn.role', '', true)`;
const CLERK_OF_OWN = `(select is_authority_staff()) and (select identity_role()) in ('REGISTER_CLERK', 'AUTHORITY_MANAGER')
  and source in ((select identity_authority()), 'PLANNING')`;
const KEY_IN_LINE = (line: string): string =>
  `'socialtilsynet:' || split_part(${line}, ';', 2) || '/' || split_part(${line}, ';', 3)`;
const SEES_LINE = (line: string): string =>
  `((not ${line}.may_tell_address and not ${line}.may_tell_concern)
    or sees_broken_line(${line}.may_tell_address, ${line}.told_unit, ${line}.may_tell_concern, ${line}.raw_text))`;
const HIDDEN_LINES = `(select count(*)::int from quarantined_rows line where line.delivery_file_id = file.id
  and (line.may_tell_address or line.may_tell_concern) and not ${SEES_LINE('line')})`;
const HIDDEN_MENDS = `(select count(*)::int from quarantined_rows line
  join row_mends mend on mend.quarantined_row_id = line.id and mend.state in ('APPLIED', 'WITHDRAWN')
  where line.delivery_file_id = file.id and (line.may_tell_address or line.may_tell_concern) and not ${SEES_LINE('line')})`;

/** How many concerns arrived, and how many lines that may tell of one were broken, is told to the owning unit alone. */
export class CountConcernsForTheirOwner1795387426327 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AS_SERVICE);
    await brokenLines(runner);
    await counts(runner);
    await runner.query(`
      -- A text held in a broken line goes with the line.
      drop policy clerk_decides_own on held_texts;
      create policy clerk_decides_own on held_texts
        using ((select is_authority_staff()) and (select identity_role()) = 'REGISTER_CLERK'
          and source in ((select identity_authority()), 'PLANNING')
          and (field <> 'raw_text' or exists (select from quarantined_rows line
            where line.delivery_file_id = held_texts.delivery_file_id and line.line_number = held_texts.line_number))
          and (secrecy = 'SHARED' and source_key is null or exists (select from source_records record
            where record.source_key = held_texts.source_key
              and (secrecy = 'SHARED' or record.responsible_unit = (select identity_unit())))));

      -- What was already told of concerns in sums.
      update delivery_rollbacks set rows_withdrawn = rows_withdrawn - gone.rows
      from (select rollback_id, count(distinct row_id)::int as rows from withdrawn_row_versions
          join register_row_versions using (row_id, delivered_on, sequence) where secrecy = 'OWNER_ONLY' group by 1) gone
      where gone.rollback_id = delivery_rollbacks.id;
      update import_runs set phase = null, phase_done = null, phase_total = null where phase like '%henvendelser%';
      ${AS_NOBODY};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy clerk_decides_own on held_texts;
      create policy clerk_decides_own on held_texts
        using ((select is_authority_staff()) and (select identity_role()) = 'REGISTER_CLERK'
          and source in ((select identity_authority()), 'PLANNING')
          and (secrecy = 'SHARED' and source_key is null or exists (select from source_records record
            where record.source_key = held_texts.source_key
              and (secrecy = 'SHARED' or record.responsible_unit = (select identity_unit())))));
      drop view shown_delivery_files;
      drop table delivery_file_units;
      drop policy owner_reads on delivery_files;
      drop policy owner_reads on deliveries;
      drop policy owner_reads on quarantined_rows;
      drop policy owner_reads on row_mends;
      create policy clerk_reads_own on delivery_files for select
        using (exists (select from deliveries where deliveries.id = delivery_files.delivery_id));
      alter table delivery_files drop column secrecy;
      drop index quarantined_rows_delicate;
      drop policy clerk_reads_own on quarantined_rows;
      drop function sees_broken_line(boolean, text, boolean, text);
      alter table quarantined_rows drop column may_tell_concern;
      alter table quarantined_rows add column may_tell_concern boolean
        generated always as (path = 'socialtilsynet/tilsyn.csv' and raw_text ~* 'henven|bekym') stored;
      create policy clerk_reads_own on quarantined_rows for select using (${CLERK_OF_OWN} and secrecy = 'SHARED'
        and (not may_tell_address or (select identity_role()) = 'REGISTER_CLERK' and told_unit = (select identity_unit()))
        and (not may_tell_concern or exists (select from source_records record
          where record.source_key = ${KEY_IN_LINE('raw_text')} and record.responsible_unit = (select identity_unit()))));
    `);
  }
}

async function brokenLines(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Why somebody came may be misspelt, or stand in another column of a broken line: what is not surely another
    -- occasion may be a concern.
    drop policy clerk_reads_own on quarantined_rows;
    alter table quarantined_rows drop column may_tell_concern;
    alter table quarantined_rows add column may_tell_concern boolean generated always as (
      path = 'socialtilsynet/tilsyn.csv' and not (
        raw_text ~ '^([^;"]*;){5}(driftsorienteret|opfølgning);([^;"]*;){5}[^;"]*$' and raw_text !~* 'henven|bekym')) stored;
    create index quarantined_rows_delicate on quarantined_rows (delivery_file_id) where may_tell_address or may_tell_concern;

    create function sees_broken_line(tells_address boolean, told text, tells_concern boolean, line text) returns boolean
      language sql stable parallel safe as $$
        select (not tells_address or identity_role() = 'REGISTER_CLERK' and told = identity_unit())
          and (not tells_concern or exists (select from source_records record
            where record.source_key = ${KEY_IN_LINE('line')} and record.responsible_unit = identity_unit())) $$;
    create policy clerk_reads_own on quarantined_rows for select
      using (${CLERK_OF_OWN} and secrecy = 'SHARED' and ${SEES_LINE('quarantined_rows')});
  `);
}

async function counts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    alter table delivery_files add column secrecy text not null default 'SHARED' check (secrecy in ('SHARED', 'OWNER_ONLY'));
    update delivery_files set secrecy = 'OWNER_ONLY' where path = 'socialtilsynet/henvendelser.csv';

    -- Of a file that several units share and whose rows each keeps to itself: what was counted of each unit's rows.
    -- A row whose unit cannot be told is in none. Files from before this table are counted for nobody.
    create table delivery_file_units (
      delivery_file_id bigint not null references delivery_files (id),
      authority text not null,
      responsible_unit text not null references responsible_units (code),
      rows_read integer not null,
      rows_new integer not null,
      rows_changed integer not null,
      rows_unchanged integer not null,
      rows_quarantined integer not null,
      primary key (delivery_file_id, responsible_unit)
    );
    grant select, insert on delivery_file_units to samtilsyn_application;
    alter table delivery_file_units enable row level security; alter table delivery_file_units force row level security;
    create policy service_all on delivery_file_units using ((select is_service()));
    create policy clerk_reads_own on delivery_file_units for select
      using ((select is_authority_staff()) and (select identity_role()) in ('REGISTER_CLERK', 'AUTHORITY_MANAGER')
        and authority = (select identity_authority()) and responsible_unit = (select identity_unit()));

    -- Whole counts are the service's own; clerks read them through the view, less what they may not know of.
    drop policy clerk_reads_own on delivery_files;
    create policy owner_reads on delivery_files for select to current_user using (true);
    create policy owner_reads on deliveries for select to current_user using (true);
    create policy owner_reads on delivery_file_units for select to current_user using (true);
    create policy owner_reads on quarantined_rows for select to current_user using (true);
    create policy owner_reads on row_mends for select to current_user using (true);
    create view shown_delivery_files with (security_barrier) as
      select file.id, file.delivery_id, file.path, file.delivered_on, file.kind, file.state, file.message, file.header_line,
        file.secrecy, file.finished_at,
        case when (select is_service()) then file.rows_read else file.rows_read - ${HIDDEN_LINES} end as rows_read,
        file.rows_new, file.rows_changed, file.rows_unchanged,
        case when (select is_service()) then file.rows_quarantined
          else file.rows_quarantined - ${HIDDEN_LINES} end as rows_quarantined,
        case when (select is_service()) then file.rows_mended
          else greatest(0, file.rows_mended - ${HIDDEN_MENDS}) end as rows_mended
      from delivery_files file join deliveries on deliveries.id = file.delivery_id
      where (select is_service()) or file.secrecy = 'SHARED' and ${CLERK_OF_OWN}
      union all
      select file.id, file.delivery_id, file.path, file.delivered_on, file.kind, file.state, file.message, null,
        file.secrecy, file.finished_at, own.rows_read, own.rows_new, own.rows_changed, own.rows_unchanged,
        own.rows_quarantined, 0
      from delivery_files file join deliveries on deliveries.id = file.delivery_id
      join delivery_file_units own on own.delivery_file_id = file.id
      where not (select is_service()) and file.secrecy = 'OWNER_ONLY' and ${CLERK_OF_OWN}
        and own.authority = (select identity_authority()) and own.responsible_unit = (select identity_unit());
    grant select on shown_delivery_files to samtilsyn_application;
  `);
}
