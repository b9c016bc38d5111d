import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RISK_BANDS_LOG_ODDS } from './seeds/risk-log-odds.js';
import { sqlText } from './seeds/sql-text.js';

/**
 * Points become a straight line of the log-odds (50 points: one in five, ten more double the odds), so the bands are
 * drawn anew; scores get the range they could as well have had, and models the comparison that put them in use.
 */
export class ScoreInLogOdds1795377339222 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into risk_bands (version, band, lower_points, meaning_da, meaning_en, triggers_da, triggers_en, valid_from,
        source, is_confirmed) values
        ${RISK_BANDS_LOG_ODDS.map((row) => `(2, ${row.map(sqlText).join(', ')}, '2014-01-01', 'proposal', false)`).join(',\n')};
      alter table risk_scores
        add column low_points integer check (low_points between 0 and 10000),
        add column high_points integer check (high_points between low_points and 10000),
        add column low_probability double precision check (low_probability between 0 and 1),
        add column high_probability double precision check (high_probability between low_probability and 1);
      alter table risk_models add column adoption jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table risk_models drop column adoption;
      alter table risk_scores drop column low_points, drop column high_points, drop column low_probability,
        drop column high_probability;
      delete from risk_bands where version = 2;
    `);
  }
}
