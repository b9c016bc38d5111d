import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An inspector sees the score of a place when the findings of their visit are locked, and who saw it when is kept. */
export class CreateBlindVisits1795377517824 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What an inspector found, written down before they know the score; it stands as it is from then on.
      create table findings_sheets (
        id uuid primary key default gen_random_uuid(),
        facility_id uuid not null references facilities (id),
        visited_on date not null,
        has_serious_finding boolean not null,
        conclusion text not null check (length(conclusion) between 10 and 2000),
        authority text not null,
        unit text not null references responsible_units (code),
        inspector text not null,
        locked_at timestamptz not null
      );
      create index findings_sheets_by_inspector on findings_sheets (inspector, facility_id, locked_at);
      create function stamp_findings_sheet() returns trigger language plpgsql as $$ begin
        new.authority := identity_authority();
        new.unit := identity_unit();
        new.inspector := identity_person();
        new.locked_at := clock_timestamp();
        if new.visited_on > (now() at time zone 'Europe/Copenhagen')::date
            or new.visited_on < (now() at time zone 'Europe/Copenhagen')::date - 60 then
          raise exception 'Findings are locked from the day of the visit, and at most 60 days after it.'
            using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger stamp before insert on findings_sheets for each row execute function stamp_findings_sheet();

      -- Who saw the score of which place on which day first; made from the audit log as it is written.
      create table score_views (
        person text not null,
        facility_id uuid not null references facilities (id),
        seen_on date not null,
        first_seen_at timestamptz not null,
        role text not null,
        authority text,
        unit text references responsible_units (code),
        primary key (person, facility_id, seen_on)
      );
      create function note_score_views() returns trigger language plpgsql security definer
        set search_path = pg_catalog, public, pg_temp as $$
      declare asker text := current_setting('samtilsyn.role', true);
      begin
        -- Not a SET clause of the function: only a superuser may write one for a setting of our own.
        perform set_config('samtilsyn.role', 'SERVICE', true);
        insert into score_views (person, facility_id, seen_on, first_seen_at, role, authority, unit)
        select new.person, facility.id, (new.recorded_at at time zone 'Europe/Copenhagen')::date, new.recorded_at, new.role, new.authority, new.unit
        from facilities facility where facility.id = any (new.facility_ids)
        on conflict do nothing;
        perform set_config('samtilsyn.role', coalesce(asker, ''), true);
        return null;
      end $$;
      create trigger note_score_views after insert on audit_entries for each row
        when (new.object_kind in ('FacilityScore', 'FacilityStanding', 'BandOverride') and new.outcome = 'DONE') execute function note_score_views();

      create or replace function identity_sees_scores_of(facility uuid) returns boolean language sql stable parallel safe
        as $$ select is_authority_staff() and (identity_role() <> 'VISITING_INSPECTOR' or exists (
          select from findings_sheets sheet where sheet.facility_id = facility and sheet.inspector = identity_person()
            and sheet.locked_at > now() - make_interval(days => judgement_parameter('SCORE_SHOWN_AFTER_LOCK_DAYS')::integer))) $$;

      grant select, insert on findings_sheets to samtilsyn_application;
      grant select on score_views to samtilsyn_application;
      alter table findings_sheets enable row level security; alter table findings_sheets force row level security;
      alter table score_views enable row level security; alter table score_views force row level security;
      create policy service_reads on findings_sheets for select using ((select is_service()));
      create policy own_unit_reads on findings_sheets for select
        using ((select is_authority_staff()) and authority = (select identity_authority()) and unit = (select identity_unit()));
      create policy auditor_reads on findings_sheets for select using ((select identity_role()) = 'AUDITOR');
      create policy inspector_locks on findings_sheets for insert
        with check ((select is_authority_staff()) and (select identity_role()) = 'VISITING_INSPECTOR');
      create policy service_all on score_views using ((select is_service()));
      -- In whatever role, and for whatever unit, an inspector of the own unit saw it.
      create policy manager_reads_of_inspectors on score_views for select
        using (((select is_authority_staff()) and (select identity_role()) = 'AUTHORITY_MANAGER'
            and person in (select sheet.inspector from findings_sheets sheet))
          or (select identity_role()) = 'AUDITOR');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function identity_sees_scores_of(facility uuid) returns boolean language sql stable parallel safe
        as $$ select is_authority_staff() and identity_role() <> 'VISITING_INSPECTOR' $$;
      drop trigger note_score_views on audit_entries;
      drop function note_score_views();
      drop table score_views;
      drop table findings_sheets;
      drop function stamp_findings_sheet();
    `);
  }
}
