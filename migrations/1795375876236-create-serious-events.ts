import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events so serious that no score is waited for. Reports are added and never changed; a person resolves them. */
export class CreateSeriousEvents1795375876236 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table serious_event_kinds (
        code text primary key,
        label_da text not null,
        label_en text not null,
        valid_from date not null,
        valid_to date check (valid_to >= valid_from),
        source text not null,
        is_confirmed boolean not null
      );
      insert into serious_event_kinds (code, label_da, label_en, valid_from, source, is_confirmed) values
        ('FATALITY', 'Dødsfald, der kan hænge sammen med forholdene på stedet', 'A death that the conditions at the place may have to do with', '2026-01-01', 'Antagelse: første forslag', false),
        ('FORBUD', 'Forbud eller påbud om at lukke hele eller dele af stedet', 'A forbud or an order to close the place or part of it', '2026-01-01', 'Antagelse: første forslag', false),
        ('POLICE_REPORT', 'Politianmeldelse om forholdene på stedet', 'A report to the police about the conditions at the place', '2026-01-01', 'Antagelse: første forslag', false),
        ('SERIOUS_VIOLENCE', 'Grov vold eller overgreb mod beboere eller ansatte', 'Serious violence or abuse against residents or employees', '2026-01-01', 'Antagelse: første forslag', false),
        ('IMMINENT_DANGER', 'Overhængende fare for liv eller helbred', 'Imminent danger to life or health', '2026-01-01', 'Antagelse: første forslag', false);

      create table serious_events (
        id uuid primary key default gen_random_uuid(),
        facility_id uuid not null references facilities (id),
        kind text not null references serious_event_kinds (code),
        -- OWNER_ONLY: for the unit that reported it alone, as everything that comes from a concern.
        secrecy text not null check (secrecy in ('SHARED', 'OWNER_ONLY')),
        derives_from_concern boolean not null,
        occurred_on date not null,
        description text not null check (length(description) between 10 and 2000),
        authority text not null,
        unit text not null references responsible_units (code),
        reported_by text not null,
        reported_at timestamptz not null default clock_timestamp(),
        check (not derives_from_concern or secrecy = 'OWNER_ONLY')
      );
      create index serious_events_by_facility on serious_events (facility_id);
      create table serious_event_resolutions (
        event_id uuid primary key references serious_events (id),
        explanation text not null check (length(explanation) between 10 and 2000),
        resolved_by text not null,
        resolved_at timestamptz not null default clock_timestamp()
      );

      -- Who may do what is decided here; that the writer is who they say they are, too.
      create function stamp_serious_event() returns trigger language plpgsql as $$ begin
        new.reported_by := identity_person();
        new.reported_at := clock_timestamp();
        new.authority := identity_authority();
        new.unit := identity_unit();
        return new;
      end $$;
      create trigger stamp before insert on serious_events for each row execute function stamp_serious_event();
      create function stamp_event_resolution() returns trigger language plpgsql as $$ begin
        new.resolved_by := identity_person();
        new.resolved_at := clock_timestamp();
        return new;
      end $$;
      create trigger stamp before insert on serious_event_resolutions
        for each row execute function stamp_event_resolution();

      grant select on serious_event_kinds to samtilsyn_application;
      grant select, insert on serious_events, serious_event_resolutions to samtilsyn_application;
      alter table serious_events enable row level security; alter table serious_events force row level security;
      alter table serious_event_resolutions enable row level security; alter table serious_event_resolutions force row level security;
      create policy service_reads on serious_events for select using ((select is_service()));
      create policy service_reads on serious_event_resolutions for select using ((select is_service()));
      create policy staff_reads on serious_events for select
        using ((select is_authority_staff()) and (secrecy = 'SHARED'
          or (authority = (select identity_authority()) and unit = (select identity_unit()))));
      create policy staff_reports on serious_events for insert
        with check ((select is_authority_staff())
          and (select identity_role()) in ('VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER'));
      -- Under the policies of serious_events: what is not seen cannot be resolved, nor seen to be.
      create policy staff_reads on serious_event_resolutions for select
        using ((select is_authority_staff()) and exists (select from serious_events event where event.id = event_id));
      create policy owner_resolves on serious_event_resolutions for insert
        with check ((select is_authority_staff())
          and (select identity_role()) in ('VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER')
          and exists (select from serious_events event where event.id = event_id
            and event.authority = (select identity_authority()) and event.unit = (select identity_unit())));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table serious_event_resolutions;
      drop table serious_events;
      drop function stamp_event_resolution();
      drop function stamp_serious_event();
      drop table serious_event_kinds;
    `);
  }
}
