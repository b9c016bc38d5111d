import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which person asks, so that the database itself can hold one to their own name and ask for a second one. */
export class CreateIdentityPerson1795375374712 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function identity_person() returns text language sql stable parallel safe
        as $$ select nullif(current_setting('samtilsyn.person', true), '') $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function identity_person()');
  }
}
