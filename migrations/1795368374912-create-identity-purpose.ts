import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which operator somebody acts for and what the data is used for: set for each transaction, null where unsaid. */
export class CreateIdentityPurpose1795368374912 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function identity_cvr() returns text language sql stable parallel safe
        as $$ select nullif(current_setting('samtilsyn.cvr', true), '') $$;
      create function identity_purpose() returns text language sql stable parallel safe
        as $$ select nullif(current_setting('samtilsyn.purpose', true), '') $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function identity_purpose();
      drop function identity_cvr();
    `);
  }
}
