import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Absences that nobody delivered, and why a planning began by itself. */
export class ReplanByItself1795390935261 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Days on which an inspector cannot be sent. Never why: that is a matter of health.
      create table inspector_absences (
        id uuid primary key default gen_random_uuid(),
        inspector_code text not null,
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        responsible_unit text not null references responsible_units (code),
        absent_from date not null,
        absent_to date not null check (absent_to >= absent_from),
        registered_by text not null,
        registered_at timestamptz not null default clock_timestamp(),
        withdrawn_by text,
        withdrawn_at timestamptz,
        check ((withdrawn_by is null) = (withdrawn_at is null))
      );
      create index inspector_absences_in_force on inspector_absences (inspector_code) where withdrawn_at is null;
      grant select, insert, update (withdrawn_by, withdrawn_at) on inspector_absences to samtilsyn_application;
      alter table inspector_absences enable row level security; alter table inspector_absences force row level security;
      create policy service_all on inspector_absences using ((select is_service()));
      create policy own_unit_reads on inspector_absences for select
        using ((select is_plan_keeper()) and responsible_unit = (select identity_unit()));
      create policy own_unit_registers on inspector_absences for insert with check ((select is_plan_keeper())
        and responsible_unit = (select identity_unit()) and authority = (select identity_authority())
        and exists (select from inspectors where inspectors.inspector_code = inspector_absences.inspector_code
          and inspectors.responsible_unit = inspector_absences.responsible_unit));
      create policy own_unit_withdraws on inspector_absences for update using ((select is_plan_keeper())
        and responsible_unit = (select identity_unit())) with check (responsible_unit = (select identity_unit()));

      -- Empty where a person began it. An event that is not for all staff stands as OTHER.
      alter table planning_jobs add column causes text[] not null default '{}'
        check (causes <@ array['NEW_SCORES', 'SERIOUS_EVENT', 'ABSENCE', 'PLACES_CHANGED', 'OTHER']);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table planning_jobs drop column causes; drop table inspector_absences;');
  }
}
