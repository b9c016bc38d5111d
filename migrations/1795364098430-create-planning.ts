import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans and what they rest on: dated policy, holidays, parameters. No facility may read any of the plans. */
export class CreatePlanning1795364098430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table holidays (
        day date not null,
        name text not null,
        kind text not null check (kind in ('OFFICIAL', 'USUAL_CLOSING')),
        source text not null,
        is_confirmed boolean not null,
        primary key (day, name)
      );
      create table policy_rules (
        id bigint generated always as identity primary key,
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        kind text not null check (kind in ('MIN_INTERVAL', 'MAX_INTERVAL', 'NOTICE_AT_LEAST', 'NOTICE_AT_MOST')),
        facility_type text,
        band text,
        days integer not null check (days >= 0),
        valid_from date not null,
        valid_to date check (valid_to >= valid_from),
        source text not null,
        is_confirmed boolean not null
      );
      create table planning_parameters (
        name text not null,
        authority text check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        value double precision not null,
        unit text not null,
        valid_from date not null,
        source text not null,
        is_confirmed boolean not null,
        unique nulls not distinct (name, authority, valid_from)
      );
      -- Facts that no register's file holds; a planner can change them.
      create table office_areas (
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        region_code text not null references regions (code),
        office text not null,
        valid_from date not null,
        valid_to date check (valid_to >= valid_from),
        source text not null,
        is_confirmed boolean not null,
        primary key (authority, region_code, valid_from)
      );
      create table competence_requirements (
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        -- Null: every type without a row of its own.
        facility_type text,
        competence text not null,
        valid_from date not null,
        source text not null,
        is_confirmed boolean not null,
        unique nulls not distinct (authority, facility_type, valid_from)
      );
      create table plans (
        id uuid primary key default gen_random_uuid(),
        kind text not null check (kind in ('RISK_BASED', 'FIXED_CADENCE')),
        state text not null check (state in ('DRAFT', 'PUBLISHED', 'HISTORIC')),
        -- The run that made this plan and the one it is compared with.
        planning_run_id uuid not null,
        risk_run_id uuid not null references risk_runs (id),
        horizon_from date not null,
        horizon_weeks integer not null check (horizon_weeks > 0),
        seed text not null,
        -- In mean visit values; null for the fixed cadence.
        value double precision,
        upper_bound double precision,
        measures jsonb not null,
        created_at timestamptz not null default clock_timestamp()
      );
      create index plans_current on plans (kind, created_at desc);
      create table planned_visits (
        -- Random, so that an id neither counts visits nor tells when they were planned.
        id uuid primary key default gen_random_uuid(),
        plan_id uuid not null references plans (id),
        facility_id uuid not null references facilities (id),
        week_start date not null,
        mode text not null check (mode in ('SINGLE', 'SAME_VISIT', 'BACK_TO_BACK', 'DIALOGUE_MEETING', 'SHARED_FOLLOW_UP', 'DOCUMENT_ONLY')),
        visit_days integer not null check (visit_days > 0)
      );
      create index planned_visits_by_plan on planned_visits (plan_id, week_start);
      create index planned_visits_by_facility on planned_visits (facility_id, plan_id);
      -- One planned visit, but an own legal act for each authority.
      create table planned_visit_parts (
        planned_visit_id uuid not null references planned_visits (id),
        plan_id uuid not null references plans (id),
        facility_id uuid not null references facilities (id),
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        office text not null,
        hours double precision not null check (hours > 0),
        latest_on date,
        reasons jsonb not null,
        primary key (planned_visit_id, authority)
      );
      create index planned_visit_parts_by_facility on planned_visit_parts (facility_id, plan_id);
      create table unplanned_inspections (
        plan_id uuid not null references plans (id),
        facility_id uuid not null references facilities (id),
        authority text not null,
        reason text not null,
        details jsonb not null,
        primary key (plan_id, facility_id, authority)
      );

      grant select on holidays, policy_rules, planning_parameters, office_areas, competence_requirements to samtilsyn_application;
      grant select, insert, update on plans to samtilsyn_application;
      grant select, insert on planned_visits, planned_visit_parts, unplanned_inspections to samtilsyn_application;

      alter table plans enable row level security; alter table plans force row level security;
      alter table planned_visits enable row level security; alter table planned_visits force row level security;
      alter table planned_visit_parts enable row level security; alter table planned_visit_parts force row level security;
      alter table unplanned_inspections enable row level security; alter table unplanned_inspections force row level security;
      create policy service_all on plans using ((select is_service()));
      create policy service_all on planned_visits using ((select is_service()));
      create policy service_all on planned_visit_parts using ((select is_service()));
      create policy service_all on unplanned_inspections using ((select is_service()));
      create policy staff_reads on plans for select using ((select is_authority_staff()));
      create policy staff_reads on planned_visits for select using ((select is_authority_staff()));
      create policy staff_reads on planned_visit_parts for select using ((select is_authority_staff()));
      create policy staff_reads on unplanned_inspections for select using ((select is_authority_staff()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table unplanned_inspections;
      drop table planned_visit_parts;
      drop table planned_visits;
      drop table plans;
      drop table competence_requirements;
      drop table office_areas;
      drop table planning_parameters;
      drop table policy_rules;
      drop table holidays;
    `);
  }
}
