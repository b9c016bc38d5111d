import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RISK_BANDS_2026, SEVERITY_TERMS_2026 } from './seeds/risk-2026.js';
import { sqlText } from './seeds/sql-text.js';

/** First rows of the severity mapping and of the risk bands; all unconfirmed. */
export class SeedInspectionAndRiskData1795366207385 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into severity_mappings (version, authority, finding_kind, source_term, severity, source, is_confirmed) values
        ${SEVERITY_TERMS_2026.map((row) => `(1, ${row.map(sqlText).join(', ')}, 'proposal; no authority has published how its words compare', false)`).join(',\n')};
      insert into risk_bands (version, band, lower_points, meaning_da, meaning_en, triggers_da, triggers_en, valid_from,
        source, is_confirmed) values
        ${RISK_BANDS_2026.map((row) => `(1, ${row.map(sqlText).join(', ')}, '2014-01-01', 'proposal', false)`).join(',\n')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'delete from risk_bands where version = 1; delete from severity_mappings where version = 1;',
    );
  }
}
