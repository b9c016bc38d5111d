import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of the models is in force, and who said so: rows are added, never changed. */
export class CreateModelDecisions1795381048111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table model_decisions (
        id bigint generated always as identity primary key,
        version integer not null,
        decision text not null check (decision in ('APPROVED', 'ROLLED_BACK')),
        reason text not null check (length(trim(reason)) >= 10),
        decided_by text not null check (length(trim(decided_by)) >= 2),
        decided_at timestamptz not null default clock_timestamp()
      );
      grant select, insert on model_decisions to samtilsyn_application;
      alter table model_decisions enable row level security; alter table model_decisions force row level security;
      create policy service_all on model_decisions using ((select is_service()));
      create policy staff_reads on model_decisions for select using ((select is_authority_staff()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table model_decisions');
  }
}
