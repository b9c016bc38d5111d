import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MUNICIPALITY_CENTROIDS } from './seeds/municipality-centroids.js';
import { sqlText } from './seeds/sql-text.js';

const ASSUMED = 'Antagelse uden kilde; en planlægger retter den';
const OUTLINES =
  'Beregnet af kommunernes omrids i DAGI (Geodatastyrelsen); stedets egen placering kendes ikke';

/** Day, half and persons of the visits of the next weeks, and where places and inspectors roughly are. */
export class CreateVisitDays1795388776201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table municipality_centroids (
        municipality_code text not null references municipalities (code),
        degrees_north double precision not null check (degrees_north between 54 and 58),
        degrees_east double precision not null check (degrees_east between 7 and 16),
        valid_from date not null,
        source text not null,
        is_confirmed boolean not null,
        primary key (municipality_code, valid_from)
      );
      grant select on municipality_centroids to samtilsyn_application;
      insert into municipality_centroids
        select code, north, east, '2014-01-01', '${OUTLINES}', false
        from (values ${MUNICIPALITY_CENTROIDS.map((row) => `(${row.map(sqlText).join(', ')})`).join(', ')}) as middle (code, north, east)
        join municipalities using (code);

      insert into planning_parameters (name, authority, value, unit, valid_from, source, is_confirmed)
        select name, authority, value, unit, '2014-01-01', '${ASSUMED}', false
        from (values ('INSPECTORS_PER_VISIT', 'SOCIALTILSYNET', 2, 'inspectors'), ('INSPECTORS_PER_VISIT', 'ARBEJDSTILSYNET', 1, 'inspectors'),
          ('INSPECTORS_PER_VISIT', 'STPS', 1, 'inspectors'), ('HALF_DAYS_PER_VISIT', 'SOCIALTILSYNET', 2, 'half days'),
          ('HALF_DAYS_PER_VISIT', 'ARBEJDSTILSYNET', 1, 'half days'), ('HALF_DAYS_PER_VISIT', 'STPS', 1, 'half days'),
          ('HOURS_AT_PLACE', 'SOCIALTILSYNET', 6, 'hours of each inspector'), ('HOURS_AT_PLACE', 'ARBEJDSTILSYNET', 3.5, 'hours of each inspector'),
          ('HOURS_AT_PLACE', 'STPS', 3.5, 'hours of each inspector'), ('WEEKS_WITH_DAYS', null, 6, 'weeks that get days and persons'),
          ('HOURS_PER_DAY', null, 10, 'hours of an inspector in a day, travel included'),
          ('TRAVEL_PER_DAY', null, 4, 'hours on the road on the day itself; who goes farther travels the day before or after'),
          ('DETOUR', null, 1.25, 'roads to straight line'), ('KILOMETRES_PER_HOUR', null, 70, 'km/h')
        ) as assumed (name, authority, value, unit);

      -- A version of a visit has at most one day. No row: none was found yet, or the week is too far away.
      create table planned_visit_days (
        planned_visit_id uuid primary key references planned_visits (id),
        plan_id uuid not null references plans (id),
        facility_id uuid not null references facilities (id),
        visit_on date not null check (extract(isodow from visit_on) between 1 and 5),
        half text not null check (half in ('MORNING', 'AFTERNOON'))
      );
      create index planned_visit_days_by_plan on planned_visit_days (plan_id, visit_on);
      create table planned_visit_inspectors (
        planned_visit_id uuid not null references planned_visit_days (planned_visit_id),
        plan_id uuid not null references plans (id),
        facility_id uuid not null references facilities (id),
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        inspector_code text not null,
        is_whole_day boolean not null,
        primary key (planned_visit_id, inspector_code)
      );
      create index planned_visit_inspectors_by_plan on planned_visit_inspectors (plan_id, inspector_code);
      grant select, insert on planned_visit_days, planned_visit_inspectors to samtilsyn_application;
      alter table planned_visit_days enable row level security; alter table planned_visit_days force row level security;
      alter table planned_visit_inspectors enable row level security; alter table planned_visit_inspectors force row level security;
      create policy service_all on planned_visit_days using ((select is_service()));
      create policy service_all on planned_visit_inspectors using ((select is_service()));
      create policy staff_reads on planned_visit_days for select using ((select is_authority_staff()));
      create policy own_authority_reads on planned_visit_inspectors for select
        using ((select is_authority_staff()) and authority = (select identity_authority()));

      -- A new version in the same week keeps the day, and of each part that is left those who come. As the service:
      -- whoever changes a visit does not see the other authorities' inspectors.
      create function keep_visit_day() returns trigger language plpgsql security definer
        set search_path = pg_catalog, public, pg_temp as $$
      declare
        asker text := act_as('SERVICE');
        former uuid;
      begin
        select before.id into former from planned_visits now join planned_visits before on before.visit_id = now.visit_id
            and before.plan_id = now.plan_id and before.id <> now.id
          where now.id = new.planned_visit_id and now.since_revision > 0 and before.week_start = now.week_start
            and before.until_revision = now.since_revision;
        if former is not null then
          insert into planned_visit_days (planned_visit_id, plan_id, facility_id, visit_on, half)
            select new.planned_visit_id, plan_id, facility_id, visit_on, half from planned_visit_days
            where planned_visit_id = former on conflict do nothing;
          insert into planned_visit_inspectors (planned_visit_id, plan_id, facility_id, authority, inspector_code, is_whole_day)
            select new.planned_visit_id, plan_id, facility_id, authority, inspector_code, is_whole_day
            from planned_visit_inspectors where planned_visit_id = former and authority = new.authority on conflict do nothing;
        end if;
        perform act_as(asker);
        return null;
      end $$;
      create trigger keep_day after insert on planned_visit_parts for each row execute function keep_visit_day();

      alter table calendar_subscriptions add column inspector_code text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table calendar_subscriptions drop column inspector_code;
      drop trigger keep_day on planned_visit_parts;
      drop function keep_visit_day();
      drop table planned_visit_inspectors;
      drop table planned_visit_days;
      delete from planning_parameters where name in ('INSPECTORS_PER_VISIT', 'HALF_DAYS_PER_VISIT', 'HOURS_AT_PLACE',
        'WEEKS_WITH_DAYS', 'HOURS_PER_DAY', 'TRAVEL_PER_DAY', 'DETOUR', 'KILOMETRES_PER_HOUR');
      drop table municipality_centroids;
    `);
  }
}
