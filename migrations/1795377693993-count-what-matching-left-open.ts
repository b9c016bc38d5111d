import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which model a matching weighed, how much it asks people, and what it could not compare. */
export class CountWhatMatchingLeftOpen1795377693993 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matching_runs
        add column model_version text references match_models (version),
        add column candidates_queued integer,
        -- Groups of records too alike to be compared pair by pair.
        add column oversized_blocks integer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matching_runs
        drop column oversized_blocks,
        drop column candidates_queued,
        drop column model_version;
    `);
  }
}
