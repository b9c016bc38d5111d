import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHOOSERS = "'PLANNER', 'MODEL_OWNER', 'AUTHORITY_MANAGER'";

/** How places come to be visited, with the probability of it: the random arm, its draws, and every selection. */
export class CreateSelection1795375876253 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table selection_parameters (
        name text not null,
        value double precision not null,
        unit text not null,
        valid_from date not null,
        source text not null,
        is_confirmed boolean not null,
        primary key (name, valid_from)
      );
      insert into selection_parameters values
        ('RANDOM_SHARE', 0.10, 'share of visits', '2026-01-01', 'Antagelse: 10-20 % tilfældige besøg holder tallene ærlige', false),
        ('FEWEST_VISITS_FOR_PREVALENCE', 30, 'visits', '2026-01-01', 'Antagelse', false);
      create function selection_parameter(wanted text) returns double precision language sql stable
        as $$ select value from selection_parameters
          where name = wanted and valid_from <= (now() at time zone 'Europe/Copenhagen')::date
          order by valid_from desc limit 1 $$;

      -- The random share of an authority where it was set to something else. Rows are added; one below the normal share
      -- counts for nothing until a second person has agreed to it.
      create table random_share_changes (
        id bigint generated always as identity primary key,
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        share double precision not null check (share between 0 and 1),
        reason text not null check (length(reason) between 10 and 2000),
        requested_by text not null,
        requested_at timestamptz not null,
        needs_second boolean not null,
        second_person text check (second_person <> requested_by),
        seconded_at timestamptz,
        check ((second_person is null) = (seconded_at is null)),
        check (needs_second or second_person is null)
      );
      create index random_share_changes_by_authority on random_share_changes (authority, id);
      create function stamp_random_share() returns trigger language plpgsql as $$ begin
        if identity_person() is null or identity_role() not in ('MODEL_OWNER', 'AUTHORITY_MANAGER')
            or identity_authority() is null then
          raise exception 'The random share is set by a named model owner or manager, not by %.', coalesce(identity_role(), 'nobody')
            using errcode = 'insufficient_privilege';
        end if;
        if tg_op = 'INSERT' then
          new.authority := coalesce(new.authority, identity_authority());
          new.requested_by := identity_person();
          new.requested_at := clock_timestamp();
          new.needs_second := new.share < selection_parameter('RANDOM_SHARE');
          new.second_person := null;
          new.seconded_at := null;
        else
          if old.second_person is not null or not old.needs_second
              or (new.id, new.authority, new.share, new.reason, new.requested_by, new.requested_at, new.needs_second)
                is distinct from (old.id, old.authority, old.share, old.reason, old.requested_by, old.requested_at, old.needs_second) then
            raise exception 'A change of the random share stands as it was made; only a second person can agree to it, once.'
              using errcode = 'insufficient_privilege';
          end if;
          new.second_person := identity_person();
          new.seconded_at := clock_timestamp();
          if new.second_person = old.requested_by then
            raise exception 'Whoever asked for a lower random share cannot be the second person.'
              using errcode = 'insufficient_privilege';
          end if;
        end if;
        if new.authority <> identity_authority() then
          raise exception 'The random share of % is not set by %.', new.authority, identity_authority()
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$;
      create trigger stamp before insert or update on random_share_changes
        for each row execute function stamp_random_share();
      create function refuse_share_removal() returns trigger language plpgsql as $$ begin
        raise exception 'Changes of the random share are kept: % is refused.', tg_op using errcode = 'insufficient_privilege';
      end $$;
      create trigger keep_rows before delete or truncate on random_share_changes
        for each statement execute function refuse_share_removal();
      -- Also in sessions that replicate, where ordinary triggers do not fire.
      alter table random_share_changes enable always trigger stamp;
      alter table random_share_changes enable always trigger keep_rows;
      create function random_share_of(wanted text) returns double precision language sql stable
        as $$ select coalesce((select share from random_share_changes
            where authority = wanted and (not needs_second or second_person is not null)
            order by coalesce(seconded_at, requested_at) desc limit 1), selection_parameter('RANDOM_SHARE')) $$;

      -- One draw for each authority and quarter. Its seed is committed to by a hash first, and told when the quarter is over.
      create table random_draws (
        id uuid primary key default gen_random_uuid(),
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        period_from date not null,
        period_to date not null check (period_to > period_from),
        -- SHA-256 of the seed's text, in hexadecimal.
        seed_hash text not null check (seed_hash ~ '^[0-9a-f]{64}$'),
        committed_at timestamptz not null default clock_timestamp(),
        drawn_at timestamptz,
        share double precision check (share between 0 and 1),
        expected_visits double precision check (expected_visits >= 0),
        -- Places that chance could choose, and the number it chose on average.
        frame_size integer check (frame_size >= 0),
        sample_size double precision check (sample_size between 0 and frame_size),
        unique (authority, period_from),
        check ((drawn_at is null) = (share is null) and (drawn_at is null) = (expected_visits is null)
          and (drawn_at is null) = (frame_size is null) and (drawn_at is null) = (sample_size is null))
      );
      create table random_draw_seeds (
        draw_id uuid primary key references random_draws (id),
        seed text not null check (length(seed) >= 32)
      );
      create function keep_draw() returns trigger language plpgsql as $$ begin
        if old.drawn_at is not null or (new.id, new.authority, new.period_from, new.period_to, new.seed_hash, new.committed_at)
            is distinct from (old.id, old.authority, old.period_from, old.period_to, old.seed_hash, old.committed_at) then
          raise exception 'The draw of % from % stands as it is; there is one for each quarter.', old.authority, old.period_from
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$;
      create trigger keep before update on random_draws for each row execute function keep_draw();
      create function check_seed() returns trigger language plpgsql as $$ begin
        if not exists (select from random_draws draw where draw.id = new.draw_id
            and draw.seed_hash = encode(sha256(convert_to(new.seed, 'UTF8')), 'hex')) then
          raise exception 'The seed is not the one that was committed to.' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$;
      create trigger check_seed before insert on random_draw_seeds for each row execute function check_seed();
      -- All places of a draw as they were then, so that it can be done again.
      create table random_draw_places (
        draw_id uuid not null references random_draws (id),
        facility_id uuid not null references facilities (id),
        -- CHANCE: could be drawn. CERTAIN: visited anyway, by law or for a serious event; chance has no say there.
        arm text not null check (arm in ('CHANCE', 'CERTAIN')),
        stratum text not null,
        probability double precision not null check (probability between 0 and 1),
        is_drawn boolean not null,
        primary key (draw_id, facility_id),
        check (arm = 'CHANCE' or (probability = 1 and not is_drawn))
      );

      create table visit_selections (
        id uuid primary key default gen_random_uuid(),
        facility_id uuid not null references facilities (id),
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        channel text not null check (channel in ('MODEL', 'RANDOM', 'REACTIVE', 'MANUAL')),
        -- Before the selection was made; 1 where nothing was left to chance.
        probability double precision not null check (probability > 0 and probability <= 1),
        -- The days in which the visit is meant to be.
        period_from date not null,
        period_to date not null check (period_to >= period_from),
        draw_id uuid references random_draws (id),
        plan_id uuid references plans (id),
        planned_visit_id uuid references planned_visits (id),
        reason text check (length(reason) between 10 and 2000),
        -- The unit whose planner made it; null where the service did.
        unit text references responsible_units (code),
        selected_by text not null,
        selected_at timestamptz not null default clock_timestamp(),
        check ((channel = 'RANDOM') = (draw_id is not null)),
        check (channel = 'RANDOM' or probability = 1),
        check (channel <> 'MANUAL' or reason is not null)
      );
      create index visit_selections_by_facility on visit_selections (facility_id, authority, period_from);
      create unique index visit_selections_of_draw on visit_selections (draw_id, facility_id) where draw_id is not null;
      create function stamp_selection() returns trigger language plpgsql as $$ begin
        new.selected_by := identity_person();
        new.selected_at := clock_timestamp();
        new.unit := identity_unit();
        new.authority := coalesce(new.authority, identity_authority());
        return new;
      end $$;
      create trigger stamp before insert on visit_selections for each row execute function stamp_selection();

      -- A plan that comes into force selects places: each part of it by a channel of its own, unless another one has
      -- already selected the place for that week. Seen as the service sees it: what other authorities selected counts too.
      create function select_by_plan() returns trigger language plpgsql security definer
        set search_path = pg_catalog, public, pg_temp as $$
      declare asker text := current_setting('samtilsyn.role', true);
      begin
        -- Not a SET clause of the function: only a superuser may write one for a setting of our own.
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
      create trigger select_places after insert or update of state on plans for each row
        when (new.state = 'PUBLISHED' and new.kind = 'RISK_BASED') execute function select_by_plan();

      grant select on selection_parameters to samtilsyn_application;
      grant select, insert on random_share_changes, random_draw_seeds, random_draw_places, visit_selections to samtilsyn_application;
      grant update (second_person, seconded_at) on random_share_changes to samtilsyn_application;
      grant select, insert, update on random_draws to samtilsyn_application;
      alter table random_share_changes enable row level security; alter table random_share_changes force row level security;
      alter table random_draws enable row level security; alter table random_draws force row level security;
      alter table random_draw_seeds enable row level security; alter table random_draw_seeds force row level security;
      alter table random_draw_places enable row level security; alter table random_draw_places force row level security;
      alter table visit_selections enable row level security; alter table visit_selections force row level security;

      -- Not even the service changes the share: that takes people.
      create policy staff_reads on random_share_changes for select
        using ((select is_service()) or (select is_authority_staff()) or (select identity_role()) = 'AUDITOR');
      create policy manager_asks on random_share_changes for insert
        with check ((select is_authority_staff()) and (select identity_role()) in ('MODEL_OWNER', 'AUTHORITY_MANAGER')
          and authority = (select identity_authority()));
      create policy manager_seconds on random_share_changes for update
        using ((select is_authority_staff()) and (select identity_role()) in ('MODEL_OWNER', 'AUTHORITY_MANAGER')
          and authority = (select identity_authority()));
      create policy service_all on random_draws using ((select is_service()));
      create policy service_all on random_draw_seeds using ((select is_service()));
      create policy service_all on random_draw_places using ((select is_service()));
      create policy service_all on visit_selections using ((select is_service()));
      create policy own_choosers_read on random_draws for select
        using (((select is_authority_staff()) and (select identity_role()) in (${CHOOSERS})
          and authority = (select identity_authority())) or (select identity_role()) = 'AUDITOR');
      create policy told_when_over on random_draw_seeds for select
        using (exists (select from random_draws draw where draw.id = draw_id and draw.drawn_at is not null
          and draw.period_to < (now() at time zone 'Europe/Copenhagen')::date));
      create policy own_choosers_read on random_draw_places for select
        using (exists (select from random_draws draw where draw.id = draw_id));
      create policy own_choosers_read on visit_selections for select
        using ((select is_authority_staff()) and (select identity_role()) in (${CHOOSERS})
          and authority = (select identity_authority()));
      create policy planner_selects on visit_selections for insert
        with check ((select is_authority_staff()) and (select identity_role()) in ('PLANNER', 'AUTHORITY_MANAGER')
          and coalesce(channel, '') not in ('MODEL', 'RANDOM') and authority = (select identity_authority()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger select_places on plans;
      drop function select_by_plan();
      drop table visit_selections;
      drop function stamp_selection();
      drop table random_draw_places;
      drop table random_draw_seeds;
      drop function check_seed();
      drop table random_draws;
      drop function keep_draw();
      drop function random_share_of(text);
      drop table random_share_changes;
      drop function refuse_share_removal();
      drop function stamp_random_share();
      drop function selection_parameter(text);
      drop table selection_parameters;
    `);
  }
}
