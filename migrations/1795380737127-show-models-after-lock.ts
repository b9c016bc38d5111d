import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A score names its model, so an inspector who has locked findings sees the models too, for as long as the score. */
export class ShowModelsAfterLock1795380737127 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy staff_reads on risk_models;
      create policy staff_reads on risk_models for select
        using ((select is_authority_staff()) and ((select identity_role()) <> 'VISITING_INSPECTOR'
          or (select exists (select from findings_sheets sheet where identity_sees_scores_of(sheet.facility_id)))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy staff_reads on risk_models;
      create policy staff_reads on risk_models for select
        using ((select is_authority_staff()) and (select identity_role()) <> 'VISITING_INSPECTOR');
    `);
  }
}
