import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Access tokens live at the issuer and cannot be ended there in time; those of a revoked person are not believed here. */
export class CreateTokenRevocations1795377814277 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table token_revocations (
        person text primary key check (person <> ''),
        -- Tokens that were issued until then are believed no more.
        revoked_at timestamptz not null default now()
      );
      grant select, insert, update (revoked_at) on token_revocations to samtilsyn_application;
      alter table token_revocations enable row level security; alter table token_revocations force row level security;
      create policy service_all on token_revocations using ((select is_service()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table token_revocations');
  }
}
