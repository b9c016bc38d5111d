import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an authority's own secret facts (concerns) say of its places: a model nobody reads but the service, a score that
 * the owning unit alone reads, and the day by which it is to have come, for every place and without a reason.
 */
export class CreateOwnerOnlyScores1795380194674 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table owner_models (
        run_id uuid not null references risk_runs (id),
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        model jsonb not null,
        adoption jsonb not null,
        primary key (run_id, authority)
      );
      create table owner_scores (
        run_id uuid not null references risk_runs (id),
        facility_id uuid not null references facilities (id),
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        responsible_unit text not null,
        points integer not null check (points between 0 and 10000),
        probability double precision not null check (probability between 0 and 1),
        band text not null check (band in ('LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH')),
        contributions jsonb not null,
        primary key (run_id, facility_id, authority)
      );
      -- The latest scoring's; replaced as a whole. It says by when, never why.
      create table must_visit_by (
        facility_id uuid not null references facilities (id),
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        responsible_unit text not null,
        must_visit_by date not null,
        primary key (facility_id, authority)
      );

      grant select, insert on owner_models, owner_scores to samtilsyn_application;
      grant select, insert, delete on must_visit_by to samtilsyn_application;
      alter table owner_models enable row level security; alter table owner_models force row level security;
      alter table owner_scores enable row level security; alter table owner_scores force row level security;
      alter table must_visit_by enable row level security; alter table must_visit_by force row level security;
      create policy service_all on owner_models using ((select is_service()));
      create policy service_all on owner_scores using ((select is_service()));
      create policy service_all on must_visit_by using ((select is_service()));
      create policy own_unit_reads on owner_scores for select using ((select is_authority_staff())
        and (select identity_role()) <> 'VISITING_INSPECTOR'
        and authority = (select identity_authority()) and responsible_unit = (select identity_unit()));
      create policy own_unit_reads on must_visit_by for select using ((select is_authority_staff())
        and authority = (select identity_authority()) and responsible_unit = (select identity_unit()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table must_visit_by; drop table owner_scores; drop table owner_models;');
  }
}
