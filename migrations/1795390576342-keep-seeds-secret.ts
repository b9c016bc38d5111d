import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The seed of a plan decides what chance moves: nobody reads it before the plan's last week is over, and its hash is there
 * from the start. How likely each period was is kept as it was before the draw.
 */
export class KeepSeedsSecret1795390576342 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into planning_parameters (name, authority, value, unit, valid_from, source, is_confirmed) values
        ('TIMING_DRAWS', null, 8, 'draws that estimate probabilities; 0 leaves no timing to chance', '2014-01-01',
          'Antagelse uden kilde; en planlægger retter den', false);

      alter table plans add column seed_hash text check (seed_hash ~ '^[0-9a-f]{64}$');
      create table plan_seeds (
        plan_id uuid primary key references plans (id),
        seed text not null
      );
      insert into plan_seeds select id, seed from plans;
      update plans set seed_hash = encode(sha256(convert_to(seed, 'UTF8')), 'hex');
      alter table plans drop column seed, alter column seed_hash set not null;
      create function check_plan_seed() returns trigger language plpgsql as $$ begin
        if not exists (select from plans plan where plan.id = new.plan_id
            and plan.seed_hash = encode(sha256(convert_to(new.seed, 'UTF8')), 'hex')) then
          raise exception 'The seed is not the one that the plan was committed to.' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$;
      create trigger check_seed before insert on plan_seeds for each row execute function check_plan_seed();

      create table visit_timing (
        plan_id uuid not null references plans (id),
        facility_id uuid not null references facilities (id),
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        responsible_unit text not null references responsible_units (code),
        draws integer not null check (draws > 0),
        -- First Monday, weeks and probability of every period that any draw chose; what is left of 1 is no visit.
        periods jsonb not null,
        primary key (plan_id, facility_id, responsible_unit)
      );
      grant select, insert on plan_seeds, visit_timing to samtilsyn_application;
      alter table plan_seeds enable row level security; alter table plan_seeds force row level security;
      alter table visit_timing enable row level security; alter table visit_timing force row level security;
      create policy service_all on plan_seeds using ((select is_service()));
      create policy service_all on visit_timing using ((select is_service()));
      create policy told_when_over on plan_seeds for select
        using ((select is_authority_staff()) and exists (select from plans plan
          where plan.id = plan_id and plan.horizon_from + 7 * plan.horizon_weeks <= (now() at time zone 'Europe/Copenhagen')::date));
      -- A visit that cannot be moved has a reason that may be its unit's alone.
      create policy own_unit_reads on visit_timing for select using ((select is_authority_staff())
        and (select identity_role()) in ('PLANNER', 'MODEL_OWNER', 'AUTHORITY_MANAGER')
        and responsible_unit = (select identity_unit()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table visit_timing;
      alter table plans add column seed text;
      update plans set seed = coalesce((select seed from plan_seeds where plan_id = plans.id), seed_hash);
      drop table plan_seeds;
      drop function check_plan_seed();
      alter table plans drop column seed_hash, alter column seed set not null;
      delete from planning_parameters where name = 'TIMING_DRAWS';
    `);
  }
}
