import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With as little for staying as before, replanning took back much of what chance had drawn. */
export class HoldOnToAgreedWeeks1795395340857 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into planning_parameters (name, authority, value, unit, valid_from, source, is_confirmed) values
        ('STICKINESS', null, 0.1, 'mean visit values for a visit moved off its agreed week', '2026-01-01',
          'Antagelse: mere end det, tilfældigheden flytter et besøg for; en planlægger retter den', false);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from planning_parameters where name = 'STICKINESS' and valid_from = '2026-01-01'`,
    );
  }
}
