import type { MigrationInterface, QueryRunner } from 'typeorm';

const AUTHORITY = `text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'))`;
const REASONS = `('NO_CAPACITY', 'COMPETENCE', 'ABSENCE', 'RECENT_VISIT', 'OTHER_CASE', 'NOT_SUITABLE', 'COORDINATION')`;

/**
 * Draft, published, historic; who agreed to what; changes by hand on top of a plan that itself never changes. A facility
 * may read its notices and nothing else.
 */
export class CreatePlanLifeCycle1795375435991 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await versions(runner);
    await answersAndChanges(runner);
    await notices(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table visit_notices;
      drop function longest_notice_days(text[]);
      delete from policy_rules where kind = 'NOTICE_AT_MOST' and authority <> 'SOCIALTILSYNET';
      drop table planning_decisions;
      drop table plan_changes;
      drop trigger plans_move_forward on plans;
      drop function refuse_plan_backwards();
      drop table visit_part_answers;
      drop policy keeper_keeps on plans;
      drop policy keeper_adds on planned_visits;
      drop policy keeper_ends on planned_visits;
      drop policy keeper_adds on planned_visit_parts;
      drop trigger planned_visits_end_once on planned_visits;
      drop function refuse_visit_rewrite();
      drop index plans_one_published;
      drop index planned_visits_current;
      drop table visit_form_rules;
      delete from planned_visit_parts where planned_visit_id in (select id from planned_visits where since_revision > 0);
      delete from planned_visits where since_revision > 0;
      alter table planned_visit_parts drop column responsible_unit, drop column form;
      alter table planned_visits drop column visit_id, drop column first_id, drop column since_revision, drop column until_revision;
      alter table plans drop constraint plans_published_when, drop constraint plans_fixed_cadence_is_draft,
        drop column revision, drop column based_on, drop column published_at, drop column published_by, drop column replaced_at;
      grant update on plans to samtilsyn_application;
      revoke update on planned_visits from samtilsyn_application;
      drop function is_plan_keeper();
    `);
  }
}

async function versions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Those who may decide on a plan for their own unit.
    create function is_plan_keeper() returns boolean language sql stable parallel safe
      as $$ select coalesce(is_authority_staff() and identity_role() in ('PLANNER', 'AUTHORITY_MANAGER'), false) $$;

    alter table plans
      add column revision integer not null default 0 check (revision >= 0),
      -- The plan that this one was replanned from.
      add column based_on uuid references plans (id),
      add column published_at timestamptz,
      add column published_by text,
      add column replaced_at timestamptz,
      add constraint plans_published_when check ((state = 'DRAFT') = (published_at is null)),
      add constraint plans_fixed_cadence_is_draft check (kind = 'RISK_BASED' or state = 'DRAFT');
    create unique index plans_one_published on plans (kind) where state = 'PUBLISHED';
    revoke update on plans from samtilsyn_application;
    grant update (state, revision, published_at, published_by, replaced_at) on plans to samtilsyn_application;

    -- A visit keeps its rows for ever: a change ends one version and adds the next.
    alter table planned_visits
      add column first_id uuid,
      add column visit_id uuid generated always as (coalesce(first_id, id)) stored,
      add column since_revision integer not null default 0 check (since_revision >= 0),
      add column until_revision integer check (until_revision > since_revision),
      drop constraint planned_visits_visit_days_check,
      add constraint planned_visits_visit_days_check check (visit_days >= 0),
      add check (extract(isodow from week_start) = 1);
    create unique index planned_visits_current on planned_visits (visit_id, plan_id) where until_revision is null;
    grant update (until_revision) on planned_visits to samtilsyn_application;
    create function refuse_visit_rewrite() returns trigger language plpgsql as $$ begin
      if old.until_revision is not null or new.until_revision is null then
        raise exception 'A version of a visit ends once and stays ended.' using errcode = 'check_violation';
      end if;
      return new;
    end $$;
    create trigger planned_visits_end_once before update on planned_visits for each row execute function refuse_visit_rewrite();

    -- Who may come unannounced; the row in force decides when a plan is made.
    create table visit_form_rules (
      authority ${AUTHORITY},
      form text not null check (form in ('ANNOUNCED', 'UNANNOUNCED')),
      valid_from date not null,
      valid_to date check (valid_to >= valid_from),
      source text not null,
      is_confirmed boolean not null,
      primary key (authority, valid_from)
    );
    grant select on visit_form_rules to samtilsyn_application;
    insert into visit_form_rules (authority, form, valid_from, valid_to, source, is_confirmed) values
      ('SOCIALTILSYNET', 'ANNOUNCED', '2014-01-01', '2025-12-31', 'Praksis før L 200 (2024-25); ubekræftet', false),
      ('SOCIALTILSYNET', 'UNANNOUNCED', '2026-01-01', null, 'L 200 (2024-25) § 1, nr. 11-12: uanmeldt, medmindre særlige forhold kræver andet; ikrafttræden er ubekræftet', false),
      ('ARBEJDSTILSYNET', 'UNANNOUNCED', '2014-01-01', null, 'Arbejdstilsynet om grundtilsyn: dagen oplyses ikke; ubekræftet', false),
      ('STPS', 'ANNOUNCED', '2014-01-01', null, 'Retssikkerhedsloven § 5: 14 dage, medmindre formålet forspildes; anvendelsen her er ubekræftet', false);

    alter table planned_visit_parts
      add column responsible_unit text references responsible_units (code),
      add column form text not null default 'UNANNOUNCED' check (form in ('ANNOUNCED', 'UNANNOUNCED'));
    update planned_visit_parts part set responsible_unit = unit.code from responsible_units unit
      where unit.authority = part.authority and (part.authority <> 'SOCIALTILSYNET' or unit.name = part.office);

    create policy keeper_keeps on plans for update using ((select is_plan_keeper())) with check ((select is_plan_keeper()));
    create policy keeper_adds on planned_visits for insert with check ((select is_plan_keeper()));
    create policy keeper_ends on planned_visits for update using ((select is_plan_keeper())) with check ((select is_plan_keeper()));
    create policy keeper_adds on planned_visit_parts for insert with check ((select is_plan_keeper()));
  `);
}

async function answersAndChanges(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- A part without an answer is proposed; the latest answer counts. Moving a visit makes a new version without answers.
    create table visit_part_answers (
      id bigint generated always as identity primary key,
      planned_visit_id uuid not null,
      plan_id uuid not null references plans (id),
      authority ${AUTHORITY},
      responsible_unit text not null references responsible_units (code),
      answer text not null check (answer in ('ACCEPTED', 'DECLINED', 'OTHER_TIME_PROPOSED')),
      reason text check (reason in ${REASONS}),
      proposed_week date check (extract(isodow from proposed_week) = 1),
      answered_by text not null,
      answered_at timestamptz not null default clock_timestamp(),
      foreign key (planned_visit_id, authority) references planned_visit_parts (planned_visit_id, authority),
      check ((answer = 'OTHER_TIME_PROPOSED') = (proposed_week is not null)),
      check ((answer = 'ACCEPTED') = (reason is null))
    );
    create index visit_part_answers_latest on visit_part_answers (planned_visit_id, authority, id desc);

    create function refuse_plan_backwards() returns trigger language plpgsql as $$ begin
      if new.revision < old.revision or (old.state, new.state) not in
          (('DRAFT', 'DRAFT'), ('DRAFT', 'PUBLISHED'), ('PUBLISHED', 'PUBLISHED'), ('PUBLISHED', 'HISTORIC')) then
        raise exception 'A plan cannot go from % to %.', old.state, new.state using errcode = 'check_violation';
      end if;
      if old.state = 'DRAFT' and new.state = 'PUBLISHED' and exists (
        select from planned_visits visit join planned_visit_parts part on part.planned_visit_id = visit.id
        where visit.plan_id = new.id and visit.until_revision is null and coalesce((
          select answer from visit_part_answers given
          where given.planned_visit_id = part.planned_visit_id and given.authority = part.authority
          order by id desc limit 1), 'PROPOSED') <> 'ACCEPTED') then
        raise exception 'A plan is published when every part of it is accepted.' using errcode = 'check_violation';
      end if;
      return new;
    end $$;
    create trigger plans_move_forward before update on plans for each row execute function refuse_plan_backwards();

    create table plan_changes (
      plan_id uuid not null references plans (id),
      -- The revision that the change made.
      revision integer not null check (revision > 0),
      kind text not null check (kind in ('MOVED', 'MODE_CHANGED', 'FORM_CHANGED', 'PART_DROPPED', 'VISIT_DROPPED', 'VISIT_ADDED', 'UNDONE')),
      visit_id uuid not null,
      facility_id uuid not null references facilities (id),
      reason text not null check (reason in ${REASONS}),
      undoes integer,
      changed_by text not null,
      authority ${AUTHORITY},
      responsible_unit text not null references responsible_units (code),
      changed_at timestamptz not null default clock_timestamp(),
      primary key (plan_id, revision),
      check ((kind = 'UNDONE') = (undoes is not null)),
      check (undoes < revision)
    );

    -- What a person has decided of an authority's visit at a place; it binds every later plan until it is withdrawn.
    create table planning_decisions (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in ('PIN', 'VETO')),
      facility_id uuid not null references facilities (id),
      authority ${AUTHORITY},
      responsible_unit text not null references responsible_units (code),
      -- Mondays; the last week belongs to it.
      week_from date not null check (extract(isodow from week_from) = 1),
      week_to date not null check (extract(isodow from week_to) = 1),
      reason text not null check (reason in ${REASONS}),
      decided_by text not null,
      decided_at timestamptz not null default clock_timestamp(),
      withdrawn_by text,
      withdrawn_at timestamptz,
      check (week_to >= week_from),
      check (kind = 'VETO' or week_from = week_to),
      check ((withdrawn_by is null) = (withdrawn_at is null))
    );
    create unique index planning_decisions_one_pin on planning_decisions (facility_id, responsible_unit)
      where kind = 'PIN' and withdrawn_at is null;
    create index planning_decisions_in_force on planning_decisions (facility_id) where withdrawn_at is null;

    grant select, insert on visit_part_answers, plan_changes, planning_decisions to samtilsyn_application;
    grant update (withdrawn_by, withdrawn_at) on planning_decisions to samtilsyn_application;
    alter table visit_part_answers enable row level security; alter table visit_part_answers force row level security;
    alter table plan_changes enable row level security; alter table plan_changes force row level security;
    alter table planning_decisions enable row level security; alter table planning_decisions force row level security;
    create policy service_all on visit_part_answers using ((select is_service()));
    create policy service_all on plan_changes using ((select is_service()));
    create policy service_all on planning_decisions using ((select is_service()));
    create policy staff_reads on visit_part_answers for select using ((select is_authority_staff()));
    create policy staff_reads on plan_changes for select using ((select is_authority_staff()));
    create policy staff_reads on planning_decisions for select using ((select is_authority_staff()));
    -- Everybody answers for their own unit alone.
    create policy own_unit_answers on visit_part_answers for insert with check ((select is_plan_keeper())
      and responsible_unit = (select identity_unit()) and exists (
        select from planned_visit_parts part where part.planned_visit_id = visit_part_answers.planned_visit_id
          and part.authority = visit_part_answers.authority and part.responsible_unit = visit_part_answers.responsible_unit));
    create policy own_unit_changes on plan_changes for insert with check ((select is_plan_keeper())
      and responsible_unit = (select identity_unit()) and authority = (select identity_authority()));
    create policy own_unit_decides on planning_decisions for insert with check ((select is_plan_keeper())
      and responsible_unit = (select identity_unit()) and authority = (select identity_authority()));
    create policy own_unit_withdraws on planning_decisions for update using ((select is_plan_keeper())
      and responsible_unit = (select identity_unit())) with check (responsible_unit = (select identity_unit()));
  `);
}

async function notices(runner: QueryRunner): Promise<void> {
  await runner.query(`
    insert into policy_rules (authority, kind, days, valid_from, source, is_confirmed) values
      ('ARBEJDSTILSYNET', 'NOTICE_AT_MOST', 28, '2014-01-01', 'Antagelse, ikke lov: samme loft som for socialtilsynet, til det er afklaret', false),
      ('STPS', 'NOTICE_AT_MOST', 28, '2014-01-01', 'Antagelse, ikke lov: samme loft som for socialtilsynet, til det er afklaret', false);
    -- How many days ahead a place may know of a visit by these authorities; null where no row in force says so.
    create function longest_notice_days(authorities text[]) returns integer language sql stable
      as $$ select case when count(*) = cardinality(authorities) then min(days) end from (
          select min(days) as days from policy_rules
          where kind = 'NOTICE_AT_MOST' and authority = any (authorities)
            and (now() at time zone 'Europe/Copenhagen')::date between valid_from and coalesce(valid_to, 'infinity')
          group by authority) as rules $$;

    -- The one thing about plans that a place may read: that an announced visit has been notified, and for which day.
    create table visit_notices (
      id uuid primary key default gen_random_uuid(),
      planned_visit_id uuid not null references planned_visits (id),
      facility_id uuid not null references facilities (id),
      authorities text[] not null check (cardinality(authorities) > 0),
      mode text not null,
      visit_on date not null,
      notified_on date not null,
      notified_by text not null,
      withdrawn_on date,
      check (notified_on <= visit_on)
    );
    create unique index visit_notices_in_force on visit_notices (planned_visit_id) where withdrawn_on is null;
    create index visit_notices_by_facility on visit_notices (facility_id);
    grant select, insert, update (withdrawn_on) on visit_notices to samtilsyn_application;
    alter table visit_notices enable row level security; alter table visit_notices force row level security;
    create policy service_all on visit_notices using ((select is_service()));
    create policy staff_reads on visit_notices for select using ((select is_authority_staff()));
    create policy facility_reads_own on visit_notices for select using (
      (select identity_role()) = 'FACILITY_USER' and facility_id = (select identity_facility())
      and visit_on - (now() at time zone 'Europe/Copenhagen')::date <= longest_notice_days(authorities));
    -- Only what everybody concerned has agreed to, in the published plan, and nobody comes unannounced.
    create policy keeper_notifies on visit_notices for insert with check ((select is_plan_keeper())
      and exists (select from planned_visits visit join plans plan on plan.id = visit.plan_id
        where visit.id = visit_notices.planned_visit_id and visit.facility_id = visit_notices.facility_id
          and visit.until_revision is null and plan.state = 'PUBLISHED'
          and visit_notices.visit_on between visit.week_start and visit.week_start + 4)
      and not exists (select from planned_visit_parts part
        where part.planned_visit_id = visit_notices.planned_visit_id
          and (part.form <> 'ANNOUNCED' or not part.authority = any (visit_notices.authorities) or coalesce((
            select answer from visit_part_answers given
            where given.planned_visit_id = part.planned_visit_id and given.authority = part.authority
            order by id desc limit 1), 'PROPOSED') <> 'ACCEPTED')));
    create policy keeper_withdraws on visit_notices for update using ((select is_plan_keeper())) with check ((select is_plan_keeper()));
  `);
}
