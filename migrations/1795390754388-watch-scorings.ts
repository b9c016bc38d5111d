import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A scoring tells how far it is, and anybody who may start one may stop it. */
export class WatchScorings1795390754388 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table risk_runs drop constraint risk_runs_state_check;
      alter table risk_runs add constraint risk_runs_state_check
        check (state in ('RUNNING', 'FINISHED', 'FAILED', 'CANCELLED'));
      alter table risk_runs
        add column phase text,
        add column done integer not null default 0,
        add column total integer not null default 0,
        add column is_unwanted boolean not null default false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update risk_runs set state = 'FAILED' where state = 'CANCELLED';
      alter table risk_runs drop column phase, drop column done, drop column total, drop column is_unwanted;
      alter table risk_runs drop constraint risk_runs_state_check;
      alter table risk_runs add constraint risk_runs_state_check check (state in ('RUNNING', 'FINISHED', 'FAILED'));
    `);
  }
}
