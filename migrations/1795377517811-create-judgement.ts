import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people decide about a score: another band for a while, and what a place says against its data. */
export class CreateJudgement1795377517811 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await parameters(runner);
    await overrides(runner);
    await contests(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table data_contest_steps;
      drop function stamp_contest_step();
      drop table data_contests;
      drop function stamp_data_contest();
      drop function working_day_from(date);
      drop function overrides_in_force(date);
      drop table band_override_steps;
      drop function stamp_override_step();
      drop table band_overrides;
      drop function stamp_band_override();
      drop function band_rank(text);
      drop table override_reasons;
      drop function judgement_parameter(text);
      drop table judgement_parameters;
    `);
  }
}

async function parameters(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table judgement_parameters (
      name text not null,
      value double precision not null,
      unit text not null,
      valid_from date not null,
      source text not null,
      is_confirmed boolean not null,
      primary key (name, valid_from)
    );
    insert into judgement_parameters values
      ('OVERRIDE_LONGEST_DAYS', 180, 'days', '2026-01-01', 'Antagelse: et halvt år', false),
      ('OVERRIDE_ALONE_BANDS', 1, 'bands', '2026-01-01', 'Antagelse: flere bånd kræver to personer', false),
      ('OVERRIDE_REPORT_FEWEST', 20, 'visits', '2026-01-01', 'Antagelse', false),
      ('CONTEST_ANSWER_DAYS', 14, 'days', '2026-01-01', 'Antagelse; ingen lovfast frist er fundet', false),
      ('SCORE_SHOWN_AFTER_LOCK_DAYS', 30, 'days', '2026-01-01', 'Antagelse', false),
      ('BLIND_BEFORE_VISIT_DAYS', 180, 'days', '2026-01-01', 'Antagelse: en score, der er set tidligere, er glemt', false);
    create function judgement_parameter(wanted text) returns double precision language sql stable
      as $$ select value from judgement_parameters
        where name = wanted and valid_from <= (now() at time zone 'Europe/Copenhagen')::date
        order by valid_from desc limit 1 $$;
    grant select on judgement_parameters to samtilsyn_application;
  `);
}

async function overrides(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table override_reasons (
      code text primary key,
      label_da text not null,
      label_en text not null,
      -- OWNER_ONLY: what it rests on is for the own unit alone, and so is the override: others see no other order.
      secrecy text not null check (secrecy in ('SHARED', 'OWNER_ONLY')),
      valid_from date not null,
      valid_to date check (valid_to >= valid_from),
      source text not null,
      is_confirmed boolean not null
    );
    insert into override_reasons (code, label_da, label_en, secrecy, valid_from, source, is_confirmed) values
      ('CONDITIONS_CHANGED', 'Forholdene har ændret sig, siden data blev registreret', 'Conditions have changed since the data was recorded', 'SHARED', '2026-01-01', 'Antagelse: første forslag', false),
      ('SEEN_ON_VISIT', 'Set ved besøg, men ikke i registrene endnu', 'Seen on a visit, but not in the registers yet', 'SHARED', '2026-01-01', 'Antagelse: første forslag', false),
      ('DATA_WRONG', 'Data om stedet er forkerte eller mangler', 'Data about the place is wrong or missing', 'SHARED', '2026-01-01', 'Antagelse: første forslag', false),
      ('NEW_MANAGEMENT', 'Ny ledelse eller ny virksomhed', 'New management or a new operator', 'SHARED', '2026-01-01', 'Antagelse: første forslag', false),
      ('OWN_KNOWLEDGE', 'Viden, som kun vores enhed må kende', 'Knowledge that only our unit may have', 'OWNER_ONLY', '2026-01-01', 'Antagelse: første forslag', false);

    create function band_rank(band text) returns integer language sql immutable parallel safe
      as $$ select array_position(array['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH'], band) $$;

    create table band_overrides (
      id uuid primary key default gen_random_uuid(),
      facility_id uuid not null references facilities (id),
      -- The scoring that it was set against.
      run_id uuid not null references risk_runs (id),
      model_band text not null check (band_rank(model_band) is not null),
      band text not null check (band_rank(band) is not null and band <> model_band),
      reason_code text not null references override_reasons (code),
      explanation text not null check (length(explanation) between 10 and 2000),
      secrecy text not null check (secrecy in ('SHARED', 'OWNER_ONLY')),
      -- The first day on which it no longer holds.
      expires_on date not null,
      needs_confirmation boolean not null,
      authority text not null,
      unit text not null references responsible_units (code),
      requested_by text not null,
      requested_at timestamptz not null
    );
    create index band_overrides_by_facility on band_overrides (facility_id, requested_at desc);
    create table band_override_steps (
      id bigint generated always as identity primary key,
      override_id uuid not null references band_overrides (id),
      step text not null check (step in ('CONFIRMED', 'REFUSED', 'WITHDRAWN')),
      note text check (length(note) between 10 and 2000),
      person text not null,
      taken_at timestamptz not null,
      unique (override_id, step)
    );

    create function stamp_band_override() returns trigger language plpgsql as $$
      declare today date := (now() at time zone 'Europe/Copenhagen')::date;
      begin
        new.authority := identity_authority();
        new.unit := identity_unit();
        new.requested_by := identity_person();
        new.requested_at := clock_timestamp();
        select score.run_id, score.band into new.run_id, new.model_band
          from risk_scores score where score.facility_id = new.facility_id and score.authority = 'COMBINED'
            and score.run_id = (select id from risk_runs where state = 'FINISHED' order by finished_at desc limit 1);
        select reason.secrecy into new.secrecy from override_reasons reason
          where reason.code = new.reason_code and today between reason.valid_from and coalesce(reason.valid_to, today);
        new.needs_confirmation :=
          abs(band_rank(new.band) - band_rank(new.model_band)) > judgement_parameter('OVERRIDE_ALONE_BANDS');
        if new.expires_on <= today or new.expires_on > today + judgement_parameter('OVERRIDE_LONGEST_DAYS')::integer then
          raise exception 'An override ends within % days.', judgement_parameter('OVERRIDE_LONGEST_DAYS')
            using errcode = 'check_violation';
        end if;
        return new;
      end $$;
    create trigger stamp before insert on band_overrides for each row execute function stamp_band_override();
    create function stamp_override_step() returns trigger language plpgsql as $$
      declare overridden band_overrides;
      begin
        new.person := identity_person();
        new.taken_at := clock_timestamp();
        perform pg_advisory_xact_lock(hashtext('samtilsyn override ' || new.override_id));
        select * into overridden from band_overrides where id = new.override_id;
        if new.step in ('CONFIRMED', 'REFUSED') and (overridden.requested_by = new.person
            or not overridden.needs_confirmation) then
          raise exception 'A second person confirms or refuses an override, and only one that needs it.'
            using errcode = 'insufficient_privilege';
        end if;
        if exists (select from band_override_steps step where step.override_id = new.override_id
            and (step.step in ('REFUSED', 'WITHDRAWN') or new.step <> 'WITHDRAWN')) then
          raise exception 'The override has been decided on.' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
    create trigger stamp before insert on band_override_steps for each row execute function stamp_override_step();

    -- The override of each place that holds on a day, of those the asker may see: the latest one.
    create function overrides_in_force(on_day date) returns setof band_overrides language sql stable as $$
      select distinct on (overridden.facility_id) overridden.* from band_overrides overridden
      where overridden.expires_on > on_day
        and (not overridden.needs_confirmation or exists (select from band_override_steps step
          where step.override_id = overridden.id and step.step = 'CONFIRMED'))
        and not exists (select from band_override_steps step
          where step.override_id = overridden.id and step.step in ('REFUSED', 'WITHDRAWN'))
      order by overridden.facility_id, overridden.requested_at desc $$;

    create or replace function identity_sees_scores_of(facility uuid) returns boolean language sql stable parallel safe
      as $$ select is_authority_staff() and identity_role() <> 'VISITING_INSPECTOR' $$;
    grant select on override_reasons to samtilsyn_application;
    grant select, insert on band_overrides, band_override_steps to samtilsyn_application;
    alter table band_overrides enable row level security; alter table band_overrides force row level security;
    alter table band_override_steps enable row level security; alter table band_override_steps force row level security;
    create policy service_reads on band_overrides for select using ((select is_service()));
    create policy service_reads on band_override_steps for select using ((select is_service()));
    -- Another band tells what the score is, so an inspector who may not see the one does not see the other.
    create policy staff_reads on band_overrides for select
      using ((select is_authority_staff()) and (secrecy = 'SHARED'
          or (authority = (select identity_authority()) and unit = (select identity_unit())))
        and ((select identity_role()) <> 'VISITING_INSPECTOR' or identity_sees_scores_of(facility_id)));
    create policy staff_overrides on band_overrides for insert
      with check ((select is_authority_staff())
        and (select identity_role()) in ('VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER')
        and identity_sees_scores_of(facility_id));
    create policy staff_reads on band_override_steps for select
      using ((select is_authority_staff()) and exists (select from band_overrides overridden where overridden.id = override_id));
    create policy own_unit_decides on band_override_steps for insert
      with check ((select is_authority_staff())
        and (select identity_role()) in ('VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER')
        and exists (select from band_overrides overridden where overridden.id = override_id
          and overridden.authority = (select identity_authority()) and overridden.unit = (select identity_unit())));
  `);
}

async function contests(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function working_day_from(first date) returns date language sql stable as $$
      select candidate::date from generate_series(first, first + 20, interval '1 day') as candidate
      where extract(isodow from candidate) < 6
        and not exists (select from holidays where holidays.day = candidate::date and holidays.kind = 'OFFICIAL')
      order by candidate limit 1 $$;

    create table data_contests (
      id uuid primary key default gen_random_uuid(),
      facility_id uuid not null references facilities (id),
      subject text not null check (subject in ('RECORD_FIELD', 'VISIT', 'FINDING')),
      source_key text not null references source_records (source_key),
      -- What register rows may replace is named, not referenced: a contest outlives it.
      visit_key text,
      finding_key text,
      field text check (length(field) <= 100),
      -- As it stood when it was contested.
      stated_value text check (length(stated_value) <= 2000),
      claim text not null check (length(claim) between 10 and 2000),
      -- Whose datum it is: they answer.
      authority text not null,
      unit text references responsible_units (code),
      filed_by text not null,
      filed_at timestamptz not null,
      answer_due_on date not null,
      check ((subject = 'RECORD_FIELD') = (field is not null)),
      check ((subject = 'RECORD_FIELD') = (visit_key is null)),
      check ((subject = 'FINDING') = (finding_key is not null))
    );
    create index data_contests_by_facility on data_contests (facility_id);
    create table data_contest_steps (
      id bigint generated always as identity primary key,
      contest_id uuid not null references data_contests (id),
      step text not null check (step in ('TAKEN_UP', 'CORRECTED', 'UPHELD', 'WITHDRAWN')),
      explanation text check (length(explanation) between 10 and 2000),
      person text not null,
      taken_at timestamptz not null,
      unique (contest_id, step),
      check ((step in ('CORRECTED', 'UPHELD')) = (explanation is not null))
    );
    create function stamp_data_contest() returns trigger language plpgsql as $$ begin
      new.filed_by := identity_person();
      new.filed_at := clock_timestamp();
      new.answer_due_on := working_day_from((now() at time zone 'Europe/Copenhagen')::date
        + judgement_parameter('CONTEST_ANSWER_DAYS')::integer);
      select record.authority, coalesce(record.responsible_unit, case when record.authority <> 'SOCIALTILSYNET' then record.authority end)
        into new.authority, new.unit from source_records record where record.source_key = new.source_key;
      return new;
    end $$;
    create trigger stamp before insert on data_contests for each row execute function stamp_data_contest();
    create function stamp_contest_step() returns trigger language plpgsql as $$ begin
      new.person := identity_person();
      new.taken_at := clock_timestamp();
      if exists (select from data_contest_steps step where step.contest_id = new.contest_id
          and (step.step <> 'TAKEN_UP' or new.step = 'TAKEN_UP')) then
        raise exception 'The contest has been answered or withdrawn.' using errcode = 'check_violation';
      end if;
      return new;
    end $$;
    create trigger stamp before insert on data_contest_steps for each row execute function stamp_contest_step();

    grant select, insert on data_contests, data_contest_steps to samtilsyn_application;
    alter table data_contests enable row level security; alter table data_contests force row level security;
    alter table data_contest_steps enable row level security; alter table data_contest_steps force row level security;
    create policy service_reads on data_contests for select using ((select is_service()));
    create policy service_reads on data_contest_steps for select using ((select is_service()));
    -- What a contest repeats of a record at a secret address is as secret as the record.
    create policy staff_reads on data_contests for select
      using ((select is_authority_staff()) and exists (select from source_records record where record.source_key = data_contests.source_key));
    create policy place_reads_own on data_contests for select
      using ((select identity_role()) = 'FACILITY_USER' and facility_id = (select identity_facility()));
    -- The records, visits and findings are those that the place sees itself.
    create policy place_contests on data_contests for insert
      with check ((select identity_role()) = 'FACILITY_USER' and facility_id = (select identity_facility())
        and exists (select from facility_links link where link.source_key = data_contests.source_key
          and link.facility_id = (select identity_facility()) and link.valid_to is null)
        and (visit_key is null or exists (select from inspection_visits visit
          where visit.visit_key = data_contests.visit_key and visit.source_key = data_contests.source_key))
        and (finding_key is null or exists (select from findings finding
          where finding.visit_key = data_contests.visit_key and finding.finding_key = data_contests.finding_key)));
    create policy as_the_contest on data_contest_steps for select
      using (exists (select from data_contests contest where contest.id = contest_id));
    create policy owner_answers on data_contest_steps for insert
      with check ((select is_authority_staff()) and step <> 'WITHDRAWN'
        and (select identity_role()) in ('PLANNER', 'REGISTER_CLERK', 'AUTHORITY_MANAGER')
        and exists (select from data_contests contest where contest.id = contest_id
          and contest.authority = (select identity_authority())
          and coalesce(contest.unit, (select identity_unit())) = (select identity_unit())));
    create policy place_withdraws on data_contest_steps for insert
      with check ((select identity_role()) = 'FACILITY_USER' and step = 'WITHDRAWN'
        and exists (select from data_contests contest where contest.id = contest_id
          and contest.facility_id = (select identity_facility())));
  `);
}
