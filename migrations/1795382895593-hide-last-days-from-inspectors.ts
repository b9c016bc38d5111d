import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day by which a place must be visited follows from its score: inspectors, who are to judge without it, see neither. */
export class HideLastDaysFromInspectors1795382895593 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy own_unit_reads on must_visit_by;
      create policy own_unit_reads on must_visit_by for select using ((select is_authority_staff())
        and (select identity_role()) <> 'VISITING_INSPECTOR'
        and authority = (select identity_authority()) and responsible_unit = (select identity_unit()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy own_unit_reads on must_visit_by;
      create policy own_unit_reads on must_visit_by for select using ((select is_authority_staff())
        and authority = (select identity_authority()) and responsible_unit = (select identity_unit()));
    `);
  }
}
