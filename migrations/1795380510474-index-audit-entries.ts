import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For those who look through the log: by person, by object and by time. */
export class IndexAuditEntries1795380510474 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index audit_entries_by_person on audit_entries (person, sequence desc);
      create index audit_entries_by_time on audit_entries (recorded_at);
      create index audit_entries_by_object on audit_entries using gin (object_ids);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index audit_entries_by_person, audit_entries_by_time, audit_entries_by_object');
  }
}
