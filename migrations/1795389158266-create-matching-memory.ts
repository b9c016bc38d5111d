import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a matching leaves for the next one, so that records that did not change are not compared again. */
export class CreateMatchingMemory1795389158266 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Columns of numbers, cut into pieces: nothing is asked of them but all of it at once.
      create table matching_memory (
        name text not null,
        piece integer not null,
        content bytea not null,
        primary key (name, piece)
      );
      alter table matching_memory alter column content set storage external;
      grant select, insert, delete on matching_memory to samtilsyn_application;
      alter table matching_memory enable row level security; alter table matching_memory force row level security;
      create policy service_all on matching_memory using ((select is_service()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table matching_memory');
  }
}
