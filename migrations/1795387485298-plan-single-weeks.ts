import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hours must suffice in each of the next six weeks by itself; later on in two and four weeks together: 20 periods a year. */
export class PlanSingleWeeks1795387485298 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into planning_parameters (name, authority, value, unit, valid_from, source, is_confirmed) values
        ('CAPACITY_PERIOD_WEEKS', null, 1, 'weeks in which an office can shift its hours', '2026-01-01',
          'Antagelse: de næste seks uger planlægges enkeltvis, fordi de får dage og personer; en planlægger retter den', false);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from planning_parameters where name = 'CAPACITY_PERIOD_WEEKS' and valid_from = '2026-01-01'`,
    );
  }
}
