import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks: set for each transaction, read by every policy. Without an identity the functions answer null. */
export class CreateIdentity1795363993436 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        create role samtilsyn_application nologin;
      exception when duplicate_object or unique_violation then null;
      end $$;
      revoke create on schema public from public;
      grant usage on schema public to samtilsyn_application;
      create extension if not exists pg_trgm;

      create function identity_role() returns text language sql stable parallel safe
        as $$ select nullif(current_setting('samtilsyn.role', true), '') $$;
      create function identity_authority() returns text language sql stable parallel safe
        as $$ select nullif(current_setting('samtilsyn.authority', true), '') $$;
      create function identity_unit() returns text language sql stable parallel safe
        as $$ select nullif(current_setting('samtilsyn.unit', true), '') $$;
      create function identity_facility() returns uuid language sql stable parallel safe
        as $$ select nullif(current_setting('samtilsyn.facility', true), '')::uuid $$;
      create function is_service() returns boolean language sql stable parallel safe
        as $$ select coalesce(identity_role() = 'SERVICE', false) $$;
      -- Employees of the three authorities, whatever their task.
      create function is_authority_staff() returns boolean language sql stable parallel safe
        as $$ select coalesce(identity_role() in
          ('VISITING_INSPECTOR', 'PLANNER', 'REGISTER_CLERK', 'MODEL_OWNER', 'AUTHORITY_MANAGER')
          and identity_authority() is not null and identity_unit() is not null, false) $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function is_authority_staff();
      drop function is_service();
      drop function identity_facility();
      drop function identity_unit();
      drop function identity_authority();
      drop function identity_role();
      drop extension pg_trgm;
      revoke usage on schema public from samtilsyn_application;
    `);
  }
}
