import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Models and scores: rows are added, never changed; the current score is that of the latest finished run. */
export class CreateRisk1795364098413 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table risk_bands (
        version integer not null,
        band text not null check (band in ('LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH')),
        -- Lowest combined points of the band, in hundredths of a point (0 - 10000).
        lower_points integer not null check (lower_points between 0 and 10000),
        meaning_da text not null,
        meaning_en text not null,
        triggers_da text not null,
        triggers_en text not null,
        valid_from date not null,
        source text not null,
        is_confirmed boolean not null,
        primary key (version, band)
      );
      create table risk_models (
        id uuid primary key default gen_random_uuid(),
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        version integer not null,
        trained_through date not null,
        training_rows integer not null,
        model jsonb not null,
        created_at timestamptz not null default clock_timestamp(),
        unique (authority, version)
      );
      create table risk_runs (
        id uuid primary key default gen_random_uuid(),
        as_of date not null,
        state text not null check (state in ('RUNNING', 'FINISHED', 'FAILED')),
        requested_by text not null,
        facilities integer,
        message text,
        started_at timestamptz not null default clock_timestamp(),
        finished_at timestamptz
      );
      create index risk_runs_current on risk_runs (finished_at desc) where state = 'FINISHED';
      create table risk_scores (
        run_id uuid not null references risk_runs (id),
        facility_id uuid not null references facilities (id),
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS', 'COMBINED')),
        -- Hundredths of a point, 0 - 10000; the contributions sum to it exactly.
        points integer not null check (points between 0 and 10000),
        probability double precision check (probability between 0 and 1),
        band text check (band in ('LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH')),
        has_too_little_data boolean not null,
        contributions jsonb not null,
        missing jsonb not null,
        model_id uuid references risk_models (id),
        primary key (run_id, facility_id, authority)
      );
      create index risk_scores_work_list on risk_scores (run_id, points desc, facility_id) where authority = 'COMBINED';

      grant select on risk_bands to samtilsyn_application;
      grant select, insert on risk_models, risk_scores to samtilsyn_application;
      grant select, insert, update on risk_runs to samtilsyn_application;

      alter table risk_models enable row level security; alter table risk_models force row level security;
      alter table risk_runs enable row level security; alter table risk_runs force row level security;
      alter table risk_scores enable row level security; alter table risk_scores force row level security;
      create policy service_all on risk_models using ((select is_service()));
      create policy service_all on risk_runs using ((select is_service()));
      create policy service_all on risk_scores using ((select is_service()));
      create policy staff_reads on risk_models for select using ((select is_authority_staff()));
      create policy staff_reads on risk_runs for select using ((select is_authority_staff()));
      create policy staff_reads on risk_scores for select using ((select is_authority_staff()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table risk_scores;
      drop table risk_runs;
      drop table risk_models;
      drop table risk_bands;
    `);
  }
}
