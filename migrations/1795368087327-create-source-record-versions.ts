import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each unit was described from one day of delivery on, so that a place can be seen as it was known on a day. */
export class CreateSourceRecordVersions1795368087327 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table source_record_versions (
        source_key text not null references source_records (source_key),
        known_on date not null,
        authority text not null,
        -- Null: from this day on the register delivered the unit no more.
        facts jsonb,
        primary key (source_key, known_on)
      );
      grant select, insert, delete on source_record_versions to samtilsyn_application;
      alter table source_record_versions enable row level security;
      alter table source_record_versions force row level security;
      create policy service_all on source_record_versions using ((select is_service()));
      -- Seen by those who see the record itself, which its own policies decide.
      create policy as_the_record on source_record_versions for select
        using (exists (select from source_records record where record.source_key = source_record_versions.source_key));

      insert into source_record_versions (source_key, known_on, authority, facts)
        select source_key, delivered_on, authority, facts from source_records;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table source_record_versions');
  }
}
