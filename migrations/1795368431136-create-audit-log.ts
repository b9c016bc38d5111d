import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who read and wrote what: rows are only ever added, each sealed with a key that the database does not know. Written
 * through a function that keeps the chain; changed by nobody, not even by the owner of the tables.
 */
export class CreateAuditLog1795368431136 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_entries (
        sequence bigint primary key check (sequence > 0),
        -- The seal of the entry before: 32 zero bytes before the first one.
        previous_mac bytea not null check (length(previous_mac) = 32),
        mac bytea not null check (length(mac) = 32),
        key_id text not null,
        recorded_at timestamptz(3) not null,
        correlation_id uuid not null,
        person text not null,
        role text not null,
        authority text,
        unit text,
        -- The facility that a facility's user stands for.
        acting_for text,
        purpose text,
        action text not null check (action in ('READ', 'WRITE', 'COMMAND', 'SIGN_IN', 'SIGN_OUT')),
        outcome text not null check (outcome in ('STARTED', 'DONE', 'REFUSED', 'FAILED')),
        operation text not null,
        object_kind text,
        object_ids text[] not null,
        facility_ids uuid[] not null,
        object_count integer not null check (object_count >= 0)
      );
      create index audit_entries_by_facility on audit_entries using gin (facility_ids);

      -- What left the database for a file: the chain goes on from the last seal.
      create table audit_archives (
        first_sequence bigint not null,
        last_sequence bigint primary key check (last_sequence >= first_sequence),
        previous_mac bytea not null,
        head_mac bytea not null,
        file_name text not null,
        content_hash text not null,
        archived_at timestamptz(3) not null,
        key_id text not null,
        mac bytea not null check (length(mac) = 32)
      );

      -- Which authority used a facility's data, by calendar quarter; told to the facility after a delay.
      create table facility_data_uses (
        facility_id uuid not null,
        authority text not null,
        quarter date not null,
        primary key (facility_id, quarter, authority)
      );

      create table audit_parameters (
        name text not null check (name in ('RETENTION', 'DATA_USE_DELAY')),
        value integer not null check (value >= 0),
        unit text not null check (unit in ('years', 'days')),
        valid_from date not null,
        source text not null,
        is_confirmed boolean not null,
        primary key (name, valid_from)
      );
      insert into audit_parameters (name, value, unit, valid_from, source, is_confirmed) values
        ('RETENTION', 5, 'years', '2014-01-01', 'Assumption: at least 6 months are asked for (Datatilsynet on logs, 06-06-2024, 2024-32-0283), 5 years are advisable', false),
        ('DATA_USE_DELAY', 90, 'days', '2014-01-01', 'Assumption without source: longer than any notice of a visit', false);

      -- How long back a value reaches from now; the row in force today decides.
      create function audit_period(wanted text) returns interval language sql stable
        as $$ select make_interval(years => case unit when 'years' then value else 0 end,
            days => case unit when 'days' then value else 0 end)
          from audit_parameters
          where name = wanted and valid_from <= (now() at time zone 'Europe/Copenhagen')::date
          order by valid_from desc limit 1 $$;

      create function refuse_audit_change() returns trigger language plpgsql
        as $$ begin
          raise exception 'The audit log is append-only: % on % is refused.', tg_op, tg_table_name
            using errcode = 'insufficient_privilege';
        end $$;
      create function refuse_unarchived_removal() returns trigger language plpgsql
        as $$ begin
          if exists (select from audit_archives where old.sequence between first_sequence and last_sequence) then
            return old;
          end if;
          raise exception 'Entry % of the audit log is in no archive; it is not removed.', old.sequence
            using errcode = 'insufficient_privilege';
        end $$;
      create trigger keep_rows before update on audit_entries for each statement execute function refuse_audit_change();
      create trigger keep_table before truncate on audit_entries for each statement execute function refuse_audit_change();
      create trigger keep_unarchived before delete on audit_entries for each row execute function refuse_unarchived_removal();
      create trigger keep_rows before update or delete or truncate on audit_archives
        for each statement execute function refuse_audit_change();
      create trigger keep_rows before update or delete or truncate on facility_data_uses
        for each statement execute function refuse_audit_change();
      -- Also in sessions that replicate, where ordinary triggers do not fire.
      alter table audit_entries enable always trigger keep_rows;
      alter table audit_entries enable always trigger keep_table;
      alter table audit_entries enable always trigger keep_unarchived;
      alter table audit_archives enable always trigger keep_rows;
      alter table facility_data_uses enable always trigger keep_rows;

      create function audit_head(out sequence bigint, out mac bytea) language sql stable security definer
        set search_path = pg_catalog, public, pg_temp
        as $$ select head.sequence, head.mac from (
            (select entry.sequence, entry.mac from audit_entries entry order by entry.sequence desc limit 1)
            union all
            (select archive.last_sequence, archive.head_mac from audit_archives archive order by archive.last_sequence desc limit 1)
            union all
            select 0, decode(repeat('00', 32), 'hex')
          ) head order by head.sequence desc limit 1 $$;

      -- Adds entries behind the head that the caller sealed them for. Under another head nothing is added, and the caller
      -- seals anew: one writer at a time, from here to the end of its transaction, so that no entry is seen before an
      -- earlier one.
      create function append_audit_entries(expected_sequence bigint, expected_mac bytea, entries jsonb,
          out is_appended boolean, out head_sequence bigint, out head_mac bytea)
        language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp set lock_timeout = '10s'
        as $$ begin
          perform pg_advisory_xact_lock(hashtext('samtilsyn audit'));
          select head.sequence, head.mac into head_sequence, head_mac from audit_head() head;
          is_appended := head_sequence = expected_sequence and head_mac = expected_mac;
          if not is_appended then return; end if;
          with added as (
            insert into audit_entries (sequence, previous_mac, mac, key_id, recorded_at, correlation_id, person, role,
              authority, unit, acting_for, purpose, action, outcome, operation, object_kind, object_ids, facility_ids,
              object_count)
            select expected_sequence + place, coalesce(lag(decode(seal, 'hex')) over (order by place), expected_mac),
              decode(seal, 'hex'), key_id, recorded_at, correlation_id, person, role, authority, unit, acting_for,
              purpose, action, outcome, operation, object_kind, object_ids, facility_ids, object_count
            from rows from (jsonb_to_recordset(entries) as (seal text, key_id text, recorded_at timestamptz,
              correlation_id uuid, person text, role text, authority text, unit text, acting_for text, purpose text,
              action text, outcome text, operation text, object_kind text, object_ids text[], facility_ids uuid[],
              object_count integer)) with ordinality as entry (seal, key_id, recorded_at, correlation_id, person, role,
              authority, unit, acting_for, purpose, action, outcome, operation, object_kind, object_ids, facility_ids,
              object_count, place)
            returning sequence, mac, authority, recorded_at, facility_ids
          ), used as (
            insert into facility_data_uses (facility_id, authority, quarter)
            select distinct facility, added.authority,
              date_trunc('quarter', added.recorded_at at time zone 'Europe/Copenhagen')::date
            from added cross join unnest(added.facility_ids) as facility
            where added.authority is not null
            on conflict do nothing
          )
          select added.sequence, added.mac into head_sequence, head_mac from added order by added.sequence desc limit 1;
        end $$;

      -- Takes entries out of the table that lie in a file now; refused while any of them is within the retention.
      create function archive_audit_entries(through bigint, file text, file_hash text, sealed_at timestamptz,
          sealing_key text, seal bytea) returns integer
        language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
        as $$ declare
          oldest bigint; link bytea; head bytea; newest timestamptz; removed integer;
        begin
          perform pg_advisory_xact_lock(hashtext('samtilsyn audit'));
          select sequence, previous_mac into oldest, link from audit_entries order by sequence limit 1;
          select mac into head from audit_entries where sequence = through;
          if head is null then raise exception 'The audit log has no entry %.', through; end if;
          select max(recorded_at) into newest from audit_entries where sequence <= through;
          if newest > now() - audit_period('RETENTION') then
            raise exception 'The audit log keeps entries for %; one up to entry % is of %.',
              audit_period('RETENTION'), through, newest;
          end if;
          insert into audit_archives values (oldest, through, link, head, file, file_hash, sealed_at, sealing_key, seal);
          delete from audit_entries where sequence <= through;
          get diagnostics removed = row_count;
          return removed;
        end $$;

      revoke execute on function append_audit_entries(bigint, bytea, jsonb), audit_head(),
        archive_audit_entries(bigint, text, text, timestamptz, text, bytea) from public;
      grant execute on function append_audit_entries(bigint, bytea, jsonb), audit_head(),
        archive_audit_entries(bigint, text, text, timestamptz, text, bytea) to samtilsyn_application;
      grant select on audit_entries, audit_archives, facility_data_uses, audit_parameters to samtilsyn_application;

      alter table audit_entries enable row level security; alter table audit_entries force row level security;
      alter table audit_archives enable row level security; alter table audit_archives force row level security;
      alter table facility_data_uses enable row level security; alter table facility_data_uses force row level security;
      alter table audit_parameters enable row level security; alter table audit_parameters force row level security;

      -- The functions above run as the owner, whom the policies bind too where it is no superuser.
      create policy owner_writes on audit_entries to current_user using (true) with check (true);
      create policy owner_writes on audit_archives to current_user using (true) with check (true);
      create policy owner_writes on facility_data_uses to current_user using (true) with check (true);
      create policy owner_writes on audit_parameters to current_user using (true) with check (true);
      create policy auditor_reads on audit_entries for select using ((select identity_role()) = 'AUDITOR');
      create policy manager_reads_own on audit_entries for select
        using ((select identity_role()) = 'AUTHORITY_MANAGER' and authority = (select identity_authority())
          and unit = (select identity_unit()));
      create policy auditor_reads on audit_archives for select using ((select identity_role()) = 'AUDITOR');
      create policy auditor_reads on facility_data_uses for select using ((select identity_role()) = 'AUDITOR');
      -- A quarter is told of as a whole, and no sooner than the delay after its last day.
      create policy facility_reads_own on facility_data_uses for select
        using ((select identity_role()) = 'FACILITY_USER' and facility_id = (select identity_facility())
          and quarter + interval '3 months' <= (select (now() at time zone 'Europe/Copenhagen')::date - audit_period('DATA_USE_DELAY')));
      create policy all_read on audit_parameters for select using ((select identity_role()) is not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if exists (select from audit_entries) or exists (select from audit_archives) then
          raise exception 'The audit log holds entries; it is not dropped.';
        end if;
      end $$;
      drop function archive_audit_entries(bigint, text, text, timestamptz, text, bytea);
      drop function append_audit_entries(bigint, bytea, jsonb);
      drop function audit_head();
      drop table facility_data_uses;
      drop table audit_archives;
      drop table audit_entries;
      drop function refuse_unarchived_removal();
      drop function refuse_audit_change();
      drop function audit_period(text) cascade;
      drop table audit_parameters;
    `);
  }
}
