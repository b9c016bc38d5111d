import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A planning as people watch it: how far it has come, how good it is so far, and how it ended. */
export class CreatePlanningJobs1795376892629 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table planning_jobs (
        id uuid primary key default gen_random_uuid(),
        kind text not null check (kind in ('PLAN', 'REPLAN')),
        state text not null check (state in ('RUNNING', 'FINISHED', 'CANCELLED', 'FAILED')),
        -- The plan that is replanned, and the one that came of it.
        based_on uuid references plans (id),
        plan_id uuid references plans (id),
        requested_by text not null,
        authority text,
        responsible_unit text references responsible_units (code),
        -- SHA-256 of the seed: what was drawn can be repeated later, but not foreseen.
        seed_commitment text not null,
        -- SHA-256 of everything the plan is made from; null until it has been read.
        input_hash text,
        budgets jsonb,
        phase text,
        done integer,
        total integer,
        -- In mean visit values.
        upper_bound double precision,
        value double precision,
        gap double precision,
        message text,
        started_at timestamptz not null default clock_timestamp(),
        heartbeat_at timestamptz not null default clock_timestamp(),
        cancel_requested_at timestamptz,
        finished_at timestamptz,
        check ((kind = 'REPLAN') = (based_on is not null)),
        check ((state = 'RUNNING') = (finished_at is null)),
        check ((state = 'FINISHED') = (plan_id is not null))
      );
      create index planning_jobs_latest on planning_jobs (started_at desc);
      create unique index planning_jobs_one_running on planning_jobs (state) where state = 'RUNNING';
      grant select, insert, update on planning_jobs to samtilsyn_application;
      alter table planning_jobs enable row level security; alter table planning_jobs force row level security;
      create policy service_all on planning_jobs using ((select is_service()));
      create policy staff_reads on planning_jobs for select using ((select is_authority_staff()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table planning_jobs');
  }
}
