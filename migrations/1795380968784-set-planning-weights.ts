import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Weights that the planner came to need; assumptions or measurements, none confirmed. */
export class SetPlanningWeights1795380968784 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into planning_parameters (name, authority, value, unit, valid_from, source, is_confirmed) values
        ('STICKINESS', null, 0.05, 'mean visit values for a visit moved off its agreed week', '2014-01-01',
          'Antagelse uden kilde; en planlægger retter den', false),
        ('BURDEN_SHARE', null, 0.05, 'mean visit values per visit day', '2026-01-01',
          'Målt på det nationale eksempel: en fjerdedel kostede 4 % af den undgåede skade; en planlægger retter den', false),
        ('LEAST_DISCRIMINATION', null, 0.6, 'AUC below which a score may not steer the plan', '2014-01-01',
          'Antagelse uden kilde; en planlægger retter den', false),
        ('VALIDATED_DISCRIMINATION', 'SOCIALTILSYNET', 0.69, 'AUC', '2026-01-01', 'Målt: samtilsyn backtest på det nationale eksempel, besøg fra 2025-11-01 til 2026-10-31; måles om ved ny model', false),
        ('VALIDATED_DISCRIMINATION', 'ARBEJDSTILSYNET', 0.5989, 'AUC', '2026-01-01', 'Målt: samtilsyn backtest på det nationale eksempel, besøg fra 2025-11-01 til 2026-10-31; måles om ved ny model', false),
        ('VALIDATED_DISCRIMINATION', 'STPS', 0.63, 'AUC', '2026-01-01', 'Målt: samtilsyn backtest på det nationale eksempel, besøg fra 2025-11-01 til 2026-10-31; måles om ved ny model', false);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from planning_parameters
      where name in ('STICKINESS', 'LEAST_DISCRIMINATION', 'VALIDATED_DISCRIMINATION')
        or (name = 'BURDEN_SHARE' and valid_from = '2026-01-01');
    `);
  }
}
