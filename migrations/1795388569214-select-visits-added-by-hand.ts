import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A visit that somebody adds to a plan is selected by them, before and after the plan is published; a version of a visit
 * that a change has ended selects nothing. Triggers act as the service by one function. Seeing the owner's score is
 * seeing a score.
 */
export class SelectVisitsAddedByHand1795388569214 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Takes a role until the end of the transaction and answers the one before, which the caller takes back. Not a SET
      -- clause of a function: only a superuser may write one for a setting of our own.
      create function act_as(role text) returns text language plpgsql as $$
      declare before text := current_setting('samtilsyn.role', true);
      begin
        perform set_config('samtilsyn.role', coalesce(role, ''), true);
        return before;
      end $$;

      create or replace function note_score_views() returns trigger language plpgsql security definer
        set search_path = pg_catalog, public, pg_temp as $$
      declare asker text := act_as('SERVICE');
      begin
        insert into score_views (person, facility_id, seen_on, first_seen_at, role, authority, unit)
        select new.person, facility.id, (new.recorded_at at time zone 'Europe/Copenhagen')::date, new.recorded_at, new.role, new.authority, new.unit
        from facilities facility where facility.id = any (new.facility_ids)
        on conflict do nothing;
        perform act_as(asker);
        return null;
      end $$;
      drop trigger note_score_views on audit_entries;
      create trigger note_score_views after insert on audit_entries for each row
        when (new.object_kind in ('FacilityScore', 'FacilityStanding', 'BandOverride', 'OwnerScore') and new.outcome = 'DONE')
        execute function note_score_views();

      -- Each part of the visits, by a channel of its own, unless another one has selected the place for that week already.
      create function select_visits(plan uuid, only_visit uuid, only_authority text) returns void language sql as $$
        insert into visit_selections (facility_id, authority, channel, probability, period_from, period_to, plan_id, planned_visit_id, reason)
        select part.facility_id, part.authority,
          case when added.reason is not null then 'MANUAL'
            when exists (select from serious_events event where event.facility_id = part.facility_id
              and event.secrecy = 'SHARED' and not exists (select from serious_event_resolutions where event_id = event.id))
            then 'REACTIVE' else 'MODEL' end,
          1, visit.week_start, visit.week_start + 6, plan, visit.id, 'Tilføjet i planen: ' || added.reason
        from planned_visit_parts part join planned_visits visit on visit.id = part.planned_visit_id
        left join lateral (select change.reason from plan_changes change
          where change.plan_id = plan and change.visit_id = visit.visit_id and change.authority = part.authority and change.kind = 'VISIT_ADDED'
          order by change.revision desc limit 1) added on true
        where visit.plan_id = plan and visit.until_revision is null and visit.visit_id = coalesce(only_visit, visit.visit_id)
          and part.authority = coalesce(only_authority, part.authority)
          and not exists (select from visit_selections other
            where other.facility_id = part.facility_id and other.authority = part.authority
              and other.channel <> 'MODEL' and visit.week_start between other.period_from and other.period_to)
      $$;
      -- Seen as the service sees it: what other authorities selected counts too.
      create or replace function select_by_plan() returns trigger language plpgsql security definer
        set search_path = pg_catalog, public, pg_temp as $$
      declare asker text := act_as('SERVICE');
      begin
        perform select_visits(new.id, null, null);
        perform act_as(asker);
        return null;
      end $$;
      create function select_added_visit() returns trigger language plpgsql security definer
        set search_path = pg_catalog, public, pg_temp as $$
      declare asker text := act_as('SERVICE');
      begin
        if exists (select from plans where id = new.plan_id and state = 'PUBLISHED' and kind = 'RISK_BASED') then
          perform select_visits(new.plan_id, new.visit_id, new.authority);
        end if;
        perform act_as(asker);
        return null;
      end $$;
      create trigger select_added after insert on plan_changes for each row
        when (new.kind = 'VISIT_ADDED') execute function select_added_visit();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger select_added on plan_changes;
      drop function select_added_visit();
      create or replace function select_by_plan() returns trigger language plpgsql security definer
        set search_path = pg_catalog, public, pg_temp as $$
      declare asker text := current_setting('samtilsyn.role', true);
      begin
        perform set_config('samtilsyn.role', 'SERVICE', true);
        insert into visit_selections (facility_id, authority, channel, probability, period_from, period_to, plan_id, planned_visit_id)
        select part.facility_id, part.authority,
          case when exists (select from serious_events event where event.facility_id = part.facility_id
              and event.secrecy = 'SHARED' and not exists (select from serious_event_resolutions where event_id = event.id))
            then 'REACTIVE' else 'MODEL' end,
          1, visit.week_start, visit.week_start + 6, new.id, visit.id
        from planned_visit_parts part join planned_visits visit on visit.id = part.planned_visit_id
        where visit.plan_id = new.id
          and not exists (select from visit_selections other
            where other.facility_id = part.facility_id and other.authority = part.authority
              and other.channel <> 'MODEL' and visit.week_start between other.period_from and other.period_to);
        perform set_config('samtilsyn.role', coalesce(asker, ''), true);
        return null;
      end $$;
      drop function select_visits(uuid, uuid, text);
      drop trigger note_score_views on audit_entries;
      create trigger note_score_views after insert on audit_entries for each row
        when (new.object_kind in ('FacilityScore', 'FacilityStanding', 'BandOverride') and new.outcome = 'DONE') execute function note_score_views();
      create or replace function note_score_views() returns trigger language plpgsql security definer
        set search_path = pg_catalog, public, pg_temp as $$
      declare asker text := current_setting('samtilsyn.role', true);
      begin
        perform set_config('samtilsyn.role', 'SERVICE', true);
        insert into score_views (person, facility_id, seen_on, first_seen_at, role, authority, unit)
        select new.person, facility.id, (new.recorded_at at time zone 'Europe/Copenhagen')::date, new.recorded_at, new.role, new.authority, new.unit
        from facilities facility where facility.id = any (new.facility_ids)
        on conflict do nothing;
        perform set_config('samtilsyn.role', coalesce(asker, ''), true);
        return null;
      end $$;
      drop function act_as(text);
    `);
  }
}
